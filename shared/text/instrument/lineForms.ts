import { clauseLabel } from '../../mou/clauseLabel.ts'

/** How a chapter or an annex is announced: 'BAB II', 'ANNEX A', 'LAMPIRAN'. */
export type DivisionLabel = {
  readonly kind: 'chapter' | 'annex'
  readonly before: string
  readonly number: string
  readonly length: number // UTF-16 code units of the whole label
}

const NUMERAL = String.raw`(?:[0-9]{1,3}|[០-៩]{1,3}|[IVXLC]{1,7}|[A-Z])`
const DIVISION = new RegExp(
  String.raw`^((CHAPTER|PART|BAB|BAGIAN|ជំពូក)|ANNEX|APPENDIX|LAMPIRAN|ឧបសម្ព័ន្ធ)(?:([ \t\u00a0]{0,4})(${NUMERAL})?)?$`,
  'iu',
)

/** The label of a chapter or annex, where the line is nothing else; null elsewhere. */
export function divisionLabel(line: string): DivisionLabel | null {
  const match = DIVISION.exec(line)
  if (!match) return null
  const [label, word = '', chapter, gap = '', number = ''] = match
  return { kind: chapter ? 'chapter' : 'annex', before: word + gap, number, length: label.length }
}

/** A label of an article that scanning has damaged, and what it probably was. */
export type DamagedLabel = {
  readonly word: string // as it stands
  readonly gap: string
  readonly number: string
  readonly suggestion: string // 'PASAL 1'
}

const WORDS = ['Article', 'ARTICLE', 'Paragraph', 'PARAGRAPH', 'Pasal', 'PASAL', 'មាត្រា']
const LONGEST_LABEL = 30

/**
 * Reads a line that is a damaged label and nothing else: 'P ASAL 3', 'Pasa1 4', 'PASAL l', 'ARTlCLE IO'. Null of what
 * `clauseLabel` reads, and of all other lines.
 */
export function damagedLabel(line: string): DamagedLabel | null {
  if (line.length > LONGEST_LABEL || clauseLabel(line)) return null
  for (const word of WORDS) {
    const length = beginning(line, word)
    if (length === null) continue
    const rest = /^([ \t\u00a0.]{0,4})([0-9០-៩IlOoSB|]{1,4})[ \t.:]*$/u.exec(line.slice(length))
    const [, gap = '', number = ''] = rest ?? []
    const repaired = number.replace(/[Il|]/g, '1').replace(/[Oo]/g, '0').replace(/S/g, '5').replace(/B/g, '8')
    if (rest && /^[1-9០-៩]/u.test(repaired))
      return { word: line.slice(0, length), gap, number, suggestion: `${word} ${repaired}` }
  }
  return null
}

/** How much of the line is the word, spaces within it and misread signs allowed; null if it does not begin so. */
function beginning(line: string, word: string): number | null {
  let at = 0
  for (const letter of word) {
    if (at > 0) while (line[at] === ' ') at++
    if (!isLike(line[at], letter)) return null
    at++
  }
  return at
}

const LIKE: Readonly<Record<string, string>> = { l: '1I|', I: 'l1|', i: '1l', S: '5', s: '5', A: '4', B: '8' }

function isLike(read: string | undefined, letter: string): boolean {
  return read !== undefined && (read === letter || (LIKE[letter]?.includes(read) ?? false))
}
