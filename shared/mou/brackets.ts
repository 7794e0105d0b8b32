import { isStatement, readAttribution, unattributed } from './attribution.ts'
import type { Attribution, BracketKind, BracketState } from './attribution.ts'
import { beginsClause, clauseLabel } from './clauseLabel.ts'
import { lineEndOf } from './lineEnd.ts'

/**
 * A bracket that stands in a text. The text from `from` to `to` is
 * `[` + `lead` + words (from `wordsFrom` to `wordsTo`) + `tail` + `]`.
 */
export type BracketSpan = {
  readonly from: number
  readonly to: number // exclusive
  readonly wordsFrom: number
  readonly wordsTo: number // exclusive
  readonly line: number // from 1; where it opens
  readonly depth: number // 1 is outermost
  readonly place: 'inline' | 'blocks' // within one paragraph; around whole paragraphs or articles
  readonly kind: BracketKind
  readonly state: BracketState
  readonly sides: readonly string[]
  readonly reservedBy: readonly string[]
  readonly opposedBy: readonly string[]
  readonly lead: string // attribution as written at the start: 'IDN: '
  readonly tail: string // attribution as written at the end: ' (IDN)'
}

/** Something about brackets that a person should look at. `from` and `to` (exclusive) are the place. */
export type BracketDiagnosis = { readonly from: number; readonly to: number; readonly line: number } & (
  | { readonly kind: 'unclosed'; readonly before: string } // the word behind the opening bracket
  | { readonly kind: 'unopened'; readonly after: string } // the word ahead of the closing bracket
  | { readonly kind: 'crossed' } // begins in one paragraph, ends in another, and holds neither whole
  | { readonly kind: 'tooDeep' } // more than `deepestBlocks` around each other; stays plain text
  | { readonly kind: 'unknownSide'; readonly side: string } // stands as a bracket, must be mapped before export
  | { readonly kind: 'empty' } // stands as a placeholder
  | { readonly kind: 'doubtful'; readonly words: string } // [A], [1], Par[t]ies, [sic]: plain text unless confirmed
  | { readonly kind: 'fullWidth' } // ［…］: plain text unless confirmed
  | { readonly kind: 'curly' } // {…}: a hint only
)

export type BracketOptions = {
  /** The delegations there are. Without it no code is called unknown. */
  readonly sides?: readonly string[]
  /** What the person confirmed to be brackets. */
  readonly confirmed?: { readonly fullWidth?: boolean; readonly doubtful?: boolean }
}

type FoundBrackets = {
  readonly spans: readonly BracketSpan[] // in the order in which they open
  readonly diagnoses: readonly BracketDiagnosis[] // in the order of their places
}

/** Brackets around whole paragraphs may stand in each other this deep; parseText allows 64 levels of nodes in all. */
export const deepestBlocks = 16

/**
 * Finds bracketed text: wording that at least one side has not agreed, and everything doubtful about brackets.
 *
 * Each line is a paragraph. A bracket stands within one line, or holds whole lines: it then opens where a line
 * begins and closes where one ends. Brackets nest: in "will [jointly [and promptly]] act" the inner has depth 2.
 * Offsets count UTF-16 code units from the start of `text`. A bad bracket never fails the text: it is diagnosed
 * and its characters are plain text. No spans and no diagnoses mean a clean text.
 *
 * Source: drafting convention of text-based negotiation; forms of attribution in attribution.ts.
 */
export function findBrackets(text: string, options: BracketOptions = {}): FoundBrackets {
  if (lineEndOf(text) === '\r\n') return findInReturnedLines(text, options)
  const pairing = pairUp(text, options.confirmed?.fullWidth === true)
  const diagnoses = [...pairing.diagnoses]
  const spans = standing(text, pairing.pairs, options, diagnoses)
  for (const span of spans) {
    const place = { from: span.from, to: span.to, line: span.line }
    if (text.slice(span.wordsFrom, span.wordsTo).trim() === '' && !isStatement(span))
      diagnoses.push({ ...place, kind: 'empty' })
    for (const side of new Set([...span.sides, ...span.reservedBy, ...span.opposedBy])) {
      if (options.sides && side !== 'chair' && !options.sides.includes(side))
        diagnoses.push({ ...place, kind: 'unknownSide', side })
    }
  }
  diagnoses.push(...hints(text, options))
  return { spans, diagnoses: diagnoses.sort((a, b) => a.from - b.from || a.to - b.to) }
}

type Pair = {
  readonly open: number
  readonly close: number
  readonly line: number
  readonly lastLine: number
}

/** A span whose kind may still change: the next bracket may make it an alternative. */
type Draft = Omit<BracketSpan, 'kind'> & { kind: BracketKind }

type Opening = {
  readonly at: number
  readonly line: number
  readonly clause: number // how many clauses had begun up to its line
  readonly beginsLine: boolean
}

/** Pairs within lines first; what is left over may hold whole lines, or is diagnosed. */
function pairUp(text: string, fullWidth: boolean) {
  const pairs: Pair[] = []
  const diagnoses: BracketDiagnosis[] = []
  const waiting: Opening[] = []
  const signs = fullWidth ? /[[\]［］]/g : /[[\]]/g
  let clause = 0
  let line = 0
  const unclosed = ({ at, line }: Opening) =>
    diagnoses.push({ kind: 'unclosed', from: at, to: at + 1, line, before: wordAfter(text, at + 1) })

  const close = (at: number, lineEnd: number) => {
    if (endsLine(text.slice(at + 1, lineEnd))) {
      const partner = waiting.findLastIndex((opening) => opening.beginsLine)
      if (partner !== -1) {
        const [opening, ...inside] = waiting.splice(partner)
        inside.forEach(unclosed)
        if (opening) pairs.push({ open: opening.at, close: at, line: opening.line, lastLine: line })
        return
      }
    }
    for (let last = waiting.at(-1); last && !last.beginsLine && last.clause < clause; last = waiting.at(-1)) {
      unclosed(last)
      waiting.pop()
    }
    const last = waiting.at(-1)
    if (last && last.clause === clause) {
      waiting.pop()
      diagnoses.push({ kind: 'crossed', from: last.at, to: at + 1, line: last.line })
    } else {
      diagnoses.push({ kind: 'unopened', from: at, to: at + 1, line, after: wordBefore(text, at) })
    }
  }

  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const words = text.slice(start, end)
    line++
    if (beginsClause(words.replace(/^\[+/, ''))) clause++
    const open: number[] = []
    for (const { 0: sign, index } of words.matchAll(signs)) {
      const at = start + index
      if (sign === '[' || sign === '［') {
        open.push(at)
        continue
      }
      const opening = open.pop()
      if (opening === undefined) close(at, end)
      else pairs.push({ open: opening, close: at, line, lastLine: line })
    }
    for (const at of open) waiting.push({ at, line, clause, beginsLine: beginsLine(text.slice(start, at)) })
    start = end + 1
  }
  waiting.forEach(unclosed)
  return { pairs: pairs.sort((a, b) => a.open - b.open), diagnoses }
}

/** Between the start of the line and the bracket stand only other brackets and their leads. */
function beginsLine(ahead: string): boolean {
  return ahead.length <= 2000 && /^(?:\[(?:[^[\]:]{0,60}:[ \t]*)?)*$/.test(ahead)
}

/** Between the bracket and the end of the line stand only other brackets and their tails. */
function endsLine(behind: string): boolean {
  return behind.length <= 2000 && /^(?:[ \t]{0,3}(?:\([^()[\]]{0,160}\))?[ \t]{0,3}\])*$/.test(behind)
}

/** The brackets that stand, outermost first; those that cannot stand are added to `diagnoses`. */
function standing(
  text: string,
  pairs: readonly Pair[],
  options: BracketOptions,
  diagnoses: BracketDiagnosis[],
): readonly BracketSpan[] {
  const spans: Draft[] = []
  const open: Draft[] = []
  const elder: (Draft | undefined)[] = [] // by depth, the bracket ahead of this one in the same parent
  for (const pair of pairs) {
    while (open.length > 0 && (open.at(-1)?.to ?? 0) <= pair.open) open.pop()
    const around = open.at(-1)
    const place = { from: pair.open, to: pair.close + 1, line: pair.line }
    const { lead, tail, attribution } = readInside(text.slice(pair.open + 1, pair.close))
    const wordsFrom = pair.open + 1 + lead.length
    const wordsTo = pair.close - tail.length
    const words = text.slice(wordsFrom, wordsTo)
    const doubtful = lead === '' && tail === '' && isDoubtful(text, pair, words)
    if (pair.line === pair.lastLine && doubtful && options.confirmed?.doubtful !== true) {
      diagnoses.push({ ...place, kind: 'doubtful', words })
      continue
    }

    const manyLines = pair.line !== pair.lastLine
    const outer = around?.place === 'blocks' ? around : undefined
    const whole =
      (!around || outer !== undefined) &&
      (pair.open === 0 || text[pair.open - 1] === '\n' || outer?.wordsFrom === pair.open) &&
      (place.to === text.length || text[place.to] === '\n' || outer?.wordsTo === place.to)
    const holdsClause = clauseLabel(firstLine(words).replace(/^\[+/, '')) !== null
    const tooDeep = open.length >= deepestBlocks
    const blocks = whole && !tooDeep && (manyLines || holdsClause)
    if (manyLines && !blocks) {
      diagnoses.push({ ...place, kind: whole ? 'tooDeep' : 'crossed' })
      continue
    }

    const depth = open.length + 1
    const { sides, reservedBy, opposedBy, state } = attribution
    const span: Draft = {
      ...place,
      wordsFrom,
      wordsTo,
      depth,
      place: blocks ? 'blocks' : 'inline',
      kind: kindOf(words, attribution, whole),
      state,
      sides,
      reservedBy,
      opposedBy,
      lead,
      tail,
    }
    spans.push(span)
    open.push(span)
    elder.length = depth
    const before = elder[depth - 1]
    if (before && areAlternatives(text, before, span)) {
      before.kind = 'alternative'
      span.kind = 'alternative'
    }
    elder[depth - 1] = span
  }
  return spans
}

/** Takes the attribution off both ends of what a bracket holds. */
function readInside(inside: string): {
  readonly lead: string
  readonly tail: string
  readonly attribution: Attribution
} {
  const whole = inside.length <= LONGEST_ATTRIBUTION ? readAttribution(inside.trim()) : null
  const speaksOfText = whole && (whole.state === 'agreedAdReferendum' || whole.state === 'reserve')
  if (whole && (speaksOfText || whole.opposedBy.length > 0))
    return { lead: inside, tail: '', attribution: whole }

  const first = /^[ \t]*([^[\]():\n]{1,60}):[ \t]*\n?/u.exec(inside)
  const ahead = first ? readAttribution((first[1] ?? '').trim()) : null
  const lead = bounded((ahead && first?.[0]) || (/^\n/.exec(inside)?.[0] ?? ''))
  const rest = inside.slice(lead.length)

  const trimmed = rest.trimEnd()
  const last = trimmed.slice(-LONGEST_ATTRIBUTION)
  const opens = last.endsWith(')') ? last.lastIndexOf('(') : -1
  const behind = opens === -1 ? null : readAttribution(last.slice(opens + 1, -1))
  let words = rest.length
  if (behind) words = trimmed.slice(0, trimmed.length - last.length + opens).trimEnd().length
  else while (rest[words - 1] === '\n') words--
  const tail = bounded(rest.slice(words))
  return { lead, tail, attribution: merge((lead && ahead) || unattributed, (tail && behind) || unattributed) }
}

/** Longer than any attribution: mostly white space, which then counts as words. */
const LONGEST_ATTRIBUTION = 240

function bounded(attribution: string): string {
  return attribution.length <= LONGEST_ATTRIBUTION ? attribution : ''
}

function merge(ahead: Attribution, behind: Attribution): Attribution {
  return {
    sides: [...new Set([...ahead.sides, ...behind.sides])],
    reservedBy: [...new Set([...ahead.reservedBy, ...behind.reservedBy])],
    opposedBy: [...new Set([...ahead.opposedBy, ...behind.opposedBy])],
    state: behind.state === 'open' ? ahead.state : behind.state,
    deletes: ahead.deletes || behind.deletes,
  }
}

const BLANK =
  /^(?:[._…•\s-]+|date|place|name|title|number|amount|year|month|day|time|tanggal|tempat|nama|jabatan|nomor|jumlah|tahun|bulan|hari|waktu)$/iu

function kindOf(words: string, attribution: Attribution, whole: boolean): BracketKind {
  if (attribution.deletes) return 'deletion'
  const said = words.trim()
  if (said === '' && isStatement(attribution)) return 'clause'
  if (said === '' || BLANK.test(said)) return 'placeholder'
  if (whole) return 'clause'
  if (/^[^\s/]+(?:\/[^\s/]+)+$/u.test(said)) return 'alternative' // [shall/should]
  return attribution.sides.length > 0 ? 'addition' : 'unclassified'
}

/**
 * Two brackets side by side, nothing between them but a space or a stroke, and each a wording of its own. Whole
 * clauses are alternatives only where two sides give one number to them.
 */
function areAlternatives(text: string, before: BracketSpan, span: BracketSpan): boolean {
  const apart = text.slice(before.to, span.from)
  if (before.place === 'blocks' && span.place === 'blocks' && /^\n+$/.test(apart)) {
    const [elder, younger] = [before, span].map(({ wordsFrom, wordsTo }) => {
      const label = clauseLabel(firstLine(text.slice(wordsFrom, wordsTo)))
      return label && `${label.type} ${label.number}`
    })
    return (
      elder !== null &&
      elder === younger &&
      span.sides.length > 0 &&
      before.sides.length > 0 &&
      !span.sides.some((side) => before.sides.includes(side))
    )
  }
  if (apart.length > 3 || !/^[ \u00a0]*\/?[ \u00a0]*$/.test(apart)) return false
  return [before, span].every(
    ({ place, kind, wordsFrom, wordsTo }) =>
      place === 'inline' &&
      (kind === 'addition' || kind === 'alternative' || kind === 'unclassified') &&
      !/^\s*[,;.]/.test(text.slice(wordsFrom, wordsTo)),
  )
}

/** Signs of reference and of quoting, and letters put into a word, are no negotiation brackets. */
function isDoubtful(text: string, pair: Pair, words: string): boolean {
  return (
    isGlued(text, pair) ||
    /^(?:[A-Z]|[IVXLC]{2,6}|[0-9]{1,3}|[០-៩]{1,3}|\*{1,3}|[Ss]ic!?|emphasis added)$/u.test(words)
  )
}

/** Scripts that write without spaces between words do not count: there every bracket touches letters. */
function isGlued(text: string, pair: Pair): boolean {
  const spaced = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}]/u
  return spaced.test(text[pair.open - 1] ?? '') || spaced.test(text[pair.close + 1] ?? '')
}

function hints(text: string, options: BracketOptions): readonly BracketDiagnosis[] {
  const found: BracketDiagnosis[] = []
  const lineAt = lineCounter(text)
  for (const { 0: braces, index } of text.matchAll(/\{[^{}\n]*\}/g))
    found.push({ kind: 'curly', from: index, to: index + braces.length, line: lineAt(index) })
  if (options.confirmed?.fullWidth === true) return found
  for (const { 0: brackets, index } of text.matchAll(/［[^［］\n]*］|[［］]/g))
    found.push({ kind: 'fullWidth', from: index, to: index + brackets.length, line: lineAt(index) })
  return found.sort((a, b) => a.from - b.from)
}

/** Tells the line, from 1, of an offset. */
function lineCounter(text: string): (at: number) => number {
  const ends: number[] = []
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) ends.push(end)
  return (at) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}

/** The same on a text whose lines end in '\r\n': offsets and attributions are those of the text as given. */
function findInReturnedLines(text: string, options: BracketOptions): FoundBrackets {
  const bare = text.replaceAll('\r\n', '\n')
  const { spans, diagnoses } = findBrackets(bare, options)
  const lineAt = lineCounter(bare)
  const shift = (at: number) => at + lineAt(at) - 1
  const returned = (words: string) => words.replaceAll('\n', '\r\n')
  return {
    spans: spans.map((span) => ({
      ...span,
      from: shift(span.from),
      to: shift(span.to),
      wordsFrom: shift(span.wordsFrom),
      wordsTo: shift(span.wordsTo),
      lead: returned(span.lead),
      tail: returned(span.tail),
    })),
    diagnoses: diagnoses.map((diagnosis) => ({
      ...diagnosis,
      from: shift(diagnosis.from),
      to: shift(diagnosis.to),
    })),
  }
}

function firstLine(words: string): string {
  const end = words.indexOf('\n')
  return end === -1 ? words : words.slice(0, end)
}

function wordAfter(text: string, at: number): string {
  return /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/u.exec(text.slice(at, at + 60))?.[0] ?? ''
}

function wordBefore(text: string, at: number): string {
  return (
    /([\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*)[^\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, at - 60), at))?.[1] ??
    ''
  )
}
