import type { Node } from '@tiptap/pm/model'
import type { ComposedLanguage } from '../values.ts'

/** The longest word that is checked, in UTF-16 code units: what is longer is no word of these languages. */
export const longestSpelled = 48

/** The longest word with its hyphens. */
export const longestAsked = 4 * longestSpelled

/** A word as it is asked about: letters, with apostrophes, hyphens and dots between them. */
export const askedForm = /^[\p{L}\p{M}][\p{L}\p{M}'\u2019.-]*$/u

/** A word of a text that is to be checked. */
export type SpelledWord = {
  /** Where it stands, in UTF-16 code units from the start of its textblock; `to` is exclusive. */
  readonly from: number
  readonly to: number
  /** As dictionaries have it: composed (NFC), with straight apostrophes, without signs that are not seen. */
  readonly word: string
  /** The word with hyphens of which it is a part ('kupu-kupu'): where that is known, so is the part. Else null. */
  readonly whole: string | null
  readonly language: ComposedLanguage
}

/** A textblock of a text, where its content begins, and its language. */
export type SpelledLine = { readonly block: Node; readonly at: number; readonly language: string }

/**
 * The textblocks between two positions, in their order. `language` is for blocks that name none, as are those of a text
 * that names none. Numbers of clauses, attributions of brackets and what the record says are no text.
 */
export function spelledLines(
  doc: Node,
  language: string,
  from = 0,
  to = doc.content.size,
): readonly SpelledLine[] {
  const lines: SpelledLine[] = []
  const visit = (parent: Node, start: number, inherited: string): void => {
    parent.forEach((child, offset) => {
      const at = start + offset
      if (at > to || at + child.nodeSize < from) return
      const tag = tagOf(child, inherited)
      if (child.isTextblock) lines.push({ block: child, at: at + 1, language: tag })
      else if (!child.isAtom) visit(child, at + 1, tag)
    })
  }
  visit(doc, 0, tagOf(doc, language))
  return lines
}

const known = new WeakMap<Node, Map<string, readonly SpelledWord[]>>()

/**
 * The words of a textblock that are to be checked: in English and Indonesian, none in passages in another language. Each
 * block is parted once: after an edit only those that it changed are parted anew.
 */
export function spelledWords({
  block,
  language,
}: Pick<SpelledLine, 'block' | 'language'>): readonly SpelledWord[] {
  const ofBlock = known.get(block) ?? new Map<string, readonly SpelledWord[]>()
  const words = ofBlock.get(language) ?? parted(block, language)
  known.set(block, ofBlock.set(language, words))
  return words
}

/** How a word stands in dictionaries: composed, with straight apostrophes, without signs that are not seen. */
export function normalForm(word: string): string {
  return word
    .normalize('NFC')
    .replace(/[\u2018\u2019\u02bc\uff07]/g, "'")
    .replace(UNSEEN, '')
}

/** Words are parted by the rules of Unicode, which are the same in both languages. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

const NO_TEXT = '\ufffc'
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const HYPHEN = /^[-\u2010\u2011]$/
const LETTER = /[\p{L}\p{M}]/u
/** Latin letters, and apostrophes within them. */
const WORD = /^\p{Script=Latin}(?:[\p{Script=Latin}\p{M}'])*$/u
/** A capital behind the first letter: an abbreviation ('TPPO', 'MoU') or a name of its own spelling. */
const ABBREVIATION = /(?<=.)\p{Lu}/u
/** Addresses of mail, of the web, of folders. */
const ADDRESS =
  /(?<!\S)[^\s@]{1,200}@\S{1,200}|(?<![a-z+.-])[a-z][a-z+.-]{0,20}:\/\/\S+|\bwww\.\S+|(?<![\p{L}\d.-])(?:[\p{L}\d-]{1,63}\.){1,8}(?:com|org|net|int|gov|edu|info|go|co|or|ac|id|kh|eu)\b(?:\/\S*)?|(?:[A-Za-z]:)?[\\/][\w.-]+[\\/]\S*/giu
/** What a hyphen joins to a word, and what is no word alone. */
const BOUND: Readonly<Record<ComposedLanguage, ReadonlySet<string>>> = {
  en: new Set('re co non anti pre post sub ex multi inter intra semi bi tri un de mid ultra pan'.split(' ')),
  id: new Set(
    'ke se per pra pasca non anti sub antar ko maha nir swa tuna adi nya ku mu lah kah pun an i'.split(' '),
  ),
}

function parted(block: Node, inherited: string): readonly SpelledWord[] {
  const { text, languageAt } = lineOf(block, inherited)
  if (!LETTER.test(text)) return []
  const addresses = [...text.matchAll(ADDRESS)].map(({ 0: { length }, index }) => [index, index + length])
  const segments = [...segmenter.segment(text)]
  const words: SpelledWord[] = []
  for (const [at, { segment, index: from, isWordLike }] of segments.entries()) {
    if (!isWordLike) continue
    const to = from + segment.length
    const language = languageAt(from)
    if (language !== 'en' && language !== 'id') continue
    const word = normalForm(segment)
    if (!isChecked(word) || isJoinedByBracket(text, from, to)) continue
    if (addresses.some(([start = 0, end = 0]) => from < end && start < to)) continue
    const whole = hyphenated(segments, at)
    if (whole !== null && (/\d/.test(whole) || BOUND[language].has(word.toLowerCase()))) continue
    words.push({ from, to, word, whole: whole !== null && isAsked(whole) ? whole : null, language })
  }
  return words
}

function isChecked(word: string): boolean {
  return word.length > 1 && word.length <= longestSpelled && WORD.test(word) && !ABBREVIATION.test(word)
}

/** Whether a word with hyphens is one that may be asked about. */
function isAsked(whole: string): boolean {
  return whole.length <= longestAsked && askedForm.test(whole)
}

/** A bracket begins or ends within the word: as a whole it stands nowhere. */
function isJoinedByBracket(text: string, from: number, to: number): boolean {
  const isInner = (sign: number, beyond: number) => text[sign] === NO_TEXT && LETTER.test(text[beyond] ?? '')
  return isInner(from - 1, from - 2) || isInner(to, to + 1)
}

/** The word with its hyphens around a segment; null where no hyphen joins it to another. */
function hyphenated(segments: readonly Intl.SegmentData[], at: number): string | null {
  const joins = (hyphen: number, beyond: number) =>
    HYPHEN.test(segments[hyphen]?.segment ?? '') && segments[beyond]?.isWordLike === true
  let first = at
  let last = at
  while (joins(first - 1, first - 2)) first -= 2
  while (joins(last + 1, last + 2)) last += 2
  if (first === last) return null
  const parts = segments.slice(first, last + 1).filter((_, index) => index % 2 === 0)
  return parts.map(({ segment }) => normalForm(segment)).join('-')
}

/** The text of a block, one sign for everything in it that is none, and the language of each place. */
function lineOf(block: Node, inherited: string) {
  const starts: { readonly at: number; readonly language: string }[] = []
  let text = ''
  block.forEach((child) => {
    const marked: unknown = child.marks.find(({ type }) => type.name === 'language')?.attrs['lang']
    starts.push({
      at: text.length,
      language: typeof marked === 'string' ? primary(marked) : primary(inherited),
    })
    text += child.isText ? (child.text ?? '') : NO_TEXT.repeat(child.nodeSize)
  })
  return {
    text,
    languageAt: (at: number): string => starts.findLast((start) => start.at <= at)?.language ?? '',
  }
}

function tagOf(node: Node, inherited: string): string {
  const own: unknown = node.attrs['lang']
  return typeof own === 'string' ? own : inherited
}

/** The primary subtag, BCP 47. */
function primary(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? ''
}
