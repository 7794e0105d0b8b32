import type { Node } from '@tiptap/pm/model'
import { Fragment } from '@tiptap/pm/model'
import { placeOfNumber } from '../../mou/clauseNumbers.ts'
import type { NumberStyle } from '../../mou/clauseNumbers.ts'
import { Language } from '../../values.ts'
import { textSchema } from '../extensions.ts'
import type { OddPlace } from '../oddCharacters.ts'
import { oddCharacters } from '../oddCharacters.ts'
import { isHeadingLike } from '../roles.ts'
import { letterLevels } from './letterLevels.ts'
import type { LineChoice } from './confirmLines.ts'
import { confirmLines, linesOfRow, wordsOfLine } from './confirmLines.ts'
import type { Row } from './clauseRows.ts'
import { rowsOf } from './clauseRows.ts'
import { damagedLabel, divisionLabel } from './lineForms.ts'
import { readNumbering } from './readNumbering.ts'

/** How far the program is sure of what a line is. */
export type Confidence = 'sure' | 'likely' | 'doubtful'

/** Why a line is taken for what it is taken for. */
export type LineReason =
  | 'label' // a word and a number, or a number and a sign
  | 'inSequence' // its number follows the one before
  | 'outOfSequence' // it does not: left out, twice, or from elsewhere
  | 'suffixed' // 7 bis
  | 'belowLabel' // the heading of an article
  | 'formula' // words that such texts begin or end with
  | 'damagedLabel' // 'P ASAL l': what scanning made of a label, as far as one can say
  | 'outsideArticles' // a number ahead of the first article
  | 'plain' // nothing speaks for more

/** One line of a text, as it is proposed to be read. */
export type RecognisedLine = {
  readonly blockId: string // of an article with a heading below its label that of the article, then that of the heading
  readonly line: string // as it stands, label included
  readonly choice: LineChoice
  readonly confidence: Confidence
  readonly reasons: readonly LineReason[]
  /** Of a damaged label what it probably was. The text keeps what stands there. */
  readonly suggestion: string | null
  /** What scanning or fonts have spoilt: offsets in `line`. */
  readonly odd: readonly OddPlace[]
  readonly bracketed: number // how many brackets around blocks hold it
}

/** Something that is no line of words: a table, a list, a reference. It stays as it is. */
export type RecognisedBlock = { readonly blockId: string; readonly type: string; readonly bracketed: number }

export type Proposal = {
  /** The text read as proposed: the same characters in the same order. */
  readonly doc: Node
  readonly lines: readonly (RecognisedLine | RecognisedBlock)[] // all of them, in reading order
  readonly doubtful: number
  readonly odd: number // lines with something spoilt
}

/**
 * Proposes how a text that somebody else wrote is made up, from a plain text, a paste or a Word file as they were
 * read. What the reader saw stays; chapters and annexes, letters within letters, definitions and labels that scanning
 * has damaged are added. A person confirms, and corrects with `confirmLines`. No character changes and no line is left out.
 *
 * `options.language` is for texts that name none. Ids of blocks stay, so that what hangs on them does.
 */
export function recogniseClauses(
  read: Node,
  options: { readonly language: Language; readonly newId: () => string },
): Proposal {
  const proposed = withDivisionHeadings(confirmLines(read, choicesFor(read), options.newId))
  const numbering = readNumbering(proposed)
  const doc = textSchema.node('doc', { ...proposed.attrs, numbering }, proposed.content)
  return { doc, ...describeLines(doc, options.language) }
}

/** All lines of a text as it is read now, with what speaks for it: also after a person has corrected some. */
export function describeLines(doc: Node, language: Language): Omit<Proposal, 'doc'> {
  const lines: (RecognisedLine | RecognisedBlock)[] = []
  describeIn(doc, {
    lines,
    language: languageOf(doc, language),
    bracketed: 0,
    counts: newCounts(),
  })
  return {
    lines,
    doubtful: lines.filter((line) => 'confidence' in line && line.confidence === 'doubtful').length,
    odd: lines.filter((line) => 'odd' in line && line.odd.length > 0).length,
  }
}

/** What the reader did not see: by the ids of blocks. */
function choicesFor(doc: Node): ReadonlyMap<string, LineChoice> {
  const choices = new Map<string, LineChoice>()
  const look = (container: Node) => {
    const rows = rowsOf(container)
    const at = letterLevels(rows.map(({ node }) => node))
    rows.forEach((row, index) => {
      if (row.node.type.name === 'bracketBlock') look(row.node)
      const id = String(row.node.attrs['blockId'])
      const level = at[index] ?? 1
      if (row.node.type.name === 'letter' && level !== row.node.attrs['level'])
        choices.set(id, { kind: 'letter', level })
      if (row.node.type.name !== 'paragraph') return
      const words = row.node.textContent
      const division = isWords(row.node) ? divisionLabel(words) : null
      if (division && !row.inArticle) choices.set(id, { kind: division.kind })
      else if (row.node.attrs['role'] === 'body' && isDefinition(words))
        choices.set(id, { kind: 'definition' })
      else if (isWords(row.node) && damagedLabel(words)) {
        choices.set(id, { kind: 'article' })
        const below = rows[index + 1]
        if (below && isHeadingBelow(below))
          choices.set(String(below.node.attrs['blockId']), { kind: 'articleHeading' })
      }
    })
  }
  look(doc)
  return choices
}

function isHeadingBelow({ node, article }: Row): boolean {
  return !article && node.attrs['role'] === 'body' && node.childCount > 0 && isHeadingLike(node.textContent)
}

function isWords(node: Node): boolean {
  return node.children.every(({ isText }) => isText)
}

const DEFINITION =
  /^["“”'‘’«][^"“”»]{1,120}["“”'‘’»],? (?:means?|shall mean|refers? to|adalah|berarti|ialah)(?:\s|$)|^["“”«][^"“”»]{1,120}["“”»] ?(?:សំដៅ|មានន័យ)/iu

function isDefinition(words: string): boolean {
  return DEFINITION.test(words)
}

/** 'BAB II' and the heading on the line below are one: a blank line between would be lost, so then they stay two. */
function withDivisionHeadings(doc: Node): Node {
  const children: Node[] = []
  let changed = false
  for (const child of doc.children) {
    const above = children.at(-1)
    const isBelow =
      above?.type.name === 'division' &&
      above.childCount === 0 &&
      child.type.name === 'paragraph' &&
      child.attrs['role'] === 'body' &&
      child.attrs['blankLinesBefore'] === 0 &&
      child.childCount > 0 &&
      isHeadingLike(child.textContent)
    if (isBelow) {
      children[children.length - 1] = above.type.create({ ...above.attrs, after: '\n' }, child.content)
      changed = true
    } else children.push(child)
  }
  return changed ? doc.copy(Fragment.fromArray(children)) : doc
}

type Counts = { article: number; paragraph: number; letters: number[]; isBelowArticle: boolean }
const newCounts = (): Counts => ({ article: 0, paragraph: 0, letters: [], isBelowArticle: false })

type Describing = {
  readonly lines: (RecognisedLine | RecognisedBlock)[]
  readonly language: Language
  readonly bracketed: number
  readonly counts: Counts
}

function describeIn(container: Node, describing: Describing): void {
  for (const row of rowsOf(container)) {
    if (row.node.type.name === 'bracketBlock') {
      describeIn(row.node, { ...describing, bracketed: describing.bracketed + 1 })
      continue
    }
    const lines = linesOfRow(row)
    const { bracketed } = describing
    if (lines.length === 0) {
      describing.lines.push({
        blockId: String(row.node.attrs['blockId']),
        type: row.node.type.name,
        bracketed,
      })
      continue
    }
    for (const own of lines) {
      const label = wordsOfLine(own)
      const line = own.below
        ? `${label}\n${own.below.map(({ textContent, text }) => text ?? textContent).join('')}`
        : label
      const said = reasonsFor(row, own.choice, line, describing)
      const { places } = oddCharacters(line, languageOf(row.node, describing.language))
      describing.lines.push({
        blockId: own.blockId,
        line,
        choice: own.choice,
        ...said,
        odd: places,
        bracketed,
      })
    }
  }
}

type Said = Pick<RecognisedLine, 'confidence' | 'reasons' | 'suggestion'>

function reasonsFor(row: Row, { kind, level = 1 }: LineChoice, line: string, describing: Describing): Said {
  const { counts } = describing
  const sure = (...reasons: readonly LineReason[]): Said => ({
    confidence: 'sure',
    reasons,
    suggestion: null,
  })
  const likely = (...reasons: readonly LineReason[]): Said => ({
    confidence: 'likely',
    reasons,
    suggestion: null,
  })
  switch (kind) {
    case 'article': {
      const number = String(row.article?.attrs['number'] ?? '')
      const damaged = damagedLabel(line)
      const before = counts.article
      counts.isBelowArticle = true
      counts.paragraph = 0
      counts.letters = []
      counts.article = placeOfNumber(number, /^[IVXLC]+$/.test(number) ? 'I' : '1') ?? before + 1
      if (damaged)
        return { confidence: 'doubtful', reasons: ['damagedLabel'], suggestion: damaged.suggestion }
      if (number === '') return { confidence: 'doubtful', reasons: ['plain'], suggestion: null }
      if (/[A-Z]$|bis|ter|qua|quin/.test(number) && counts.article === before)
        return sure('label', 'suffixed')
      return counts.article === before + 1 ? sure('label', 'inSequence') : likely('label', 'outOfSequence')
    }
    case 'articleHeading':
      return isHeadingLike(line) ? sure('belowLabel') : likely('belowLabel')
    case 'numberedParagraph': {
      const before = counts.paragraph
      counts.letters = []
      counts.paragraph = placeOfNumber(String(row.node.attrs['number']), '1') ?? before + 1
      if (!counts.isBelowArticle) return likely('label', 'outsideArticles')
      return counts.paragraph === before + 1 ? sure('label', 'inSequence') : likely('label', 'outOfSequence')
    }
    case 'letter': {
      const before = counts.letters[level - 1] ?? 0
      const place = placeOfNumber(
        String(row.node.attrs['number']),
        styleAt(level, String(row.node.attrs['number']), before),
      )
      counts.letters = [...counts.letters.slice(0, level - 1), place ?? before + 1]
      return place === before + 1 || place === 1
        ? sure('label', 'inSequence')
        : likely('label', 'outOfSequence')
    }
    case 'chapter':
    case 'annex':
      if (kind === 'annex') Object.assign(counts, newCounts())
      return row.node.attrs['before'] === ''
        ? { confidence: 'doubtful', reasons: ['plain'], suggestion: null }
        : sure('label')
    case 'body':
      return sure('plain')
    default:
      return likely('formula')
  }
}

/** 'i' behind 'h' is a letter, else a Roman numeral. */
function styleAt(level: number, number: string, before: number): NumberStyle {
  if (/^[ក-អ]$/u.test(number)) return 'ក'
  if (/^[ivxlc]{2,}$/.test(number)) return 'i'
  if (/^[ivx]$/.test(number) && (level > 1 || before === 0) && placeOfNumber(number, 'a') !== before + 1)
    return 'i'
  return 'a'
}

function languageOf(node: Node, otherwise: Language): Language {
  const own = Language.safeParse(String(node.attrs['lang'] ?? '').slice(0, 2))
  return own.success ? own.data : otherwise
}
