import type { ParagraphRole } from './extensions.ts'

/** Where in an instrument a line stands: ahead of its first clause, among the clauses, or behind them. */
export type Part = 'front' | 'clauses' | 'end'

const COVER =
  /^(?:DRAFT|COUNTER-?DRAFT|WORKING TEXT|CLEAN TEXT|CONSOLIDATED|FINAL TEXT|DRAF|KONTRA|RANCANGAN|NASKAH|TANGGAPAN|សេចក្តីព្រាង)/u
const TITLE =
  /^(?:MEMORANDUM|NOTA|AGREED MINUTES|RISALAH|LETTER OF INTENT|JOINT STATEMENT|RECORD OF|SUMMARY RECORD|AGREEMENT|PERSETUJUAN|PERJANJIAN|PERNYATAAN BERSAMA|IMPLEMENTING ARRANGEMENT|PENGATURAN|អនុស្សរណៈ|កិច្ចព្រមព្រៀង|កំណត់ហេតុ)/u
const OPENING = /\bhereinafter\b|\bselanjutnya (?:disebut|secara)|តទៅ/iu
const RECITAL = /^\p{Lu}{4,}(?: \p{Lu}+)* .*\p{Ll}.*[;,]$/u
const SENTENCE_END = /[.;:។]\s*$/u
const AGREED =
  /^(?:HAVE|HAS) (?:AGREED|DECIDED|REACHED)|^(?:TELAH )?(?:MENYETUJUI|MENYEPAKATI|SEPAKAT|BERSEPAKAT)|^បានព្រមព្រៀង/iu
const TESTIMONIUM =
  /^(?:IN WITNESS|DONE (?:at|in)\b|SIGNED (?:at|in)\b|SEBAGAI BUKTI|DEMIKIAN|DIBUAT (?:di|dalam)\b|DITANDATANGANI (?:di|dalam)\b|ជាសក្ខីភាព|ធ្វើនៅ)/iu
const HEADING =
  /^(?:ANNEX|APPENDIX|CHAPTER|PART|LAMPIRAN|BAB|BAGIAN|ឧបសម្ព័ន្ធ|ជំពូក)(?:[ \u00a0][\p{L}\p{N}]{1,8})?$/iu
const SIGNATURE = /^(?:FOR|UNTUK|ATAS NAMA|ON BEHALF OF|BAGI)\s|^(?:ជូន|តំណាង)/iu

/** What a line is that carries no clause label. `group` is the role of the line above, if no blank line parts them. */
export function roleOf(line: string, part: Part, group: ParagraphRole | null): ParagraphRole {
  if (HEADING.test(line)) return 'heading'
  if (TESTIMONIUM.test(line)) return 'testimonium'
  if (part !== 'front') return part === 'end' && group === 'signatures' ? 'signatures' : 'body'
  // A file of Word has no blank lines between cover, title and what follows: their own words begin them.
  if (group === 'cover') return TITLE.test(line) ? 'title' : 'cover'
  if (group === null && COVER.test(line)) return 'cover'
  if (group !== 'title' && TITLE.test(line)) return 'title'
  if (AGREED.test(line)) return 'agreed'
  if (OPENING.test(line)) return 'opening'
  if (RECITAL.test(line)) return 'recital'
  return group === 'title' && !SENTENCE_END.test(line) ? 'title' : 'body'
}

/** A line that no article holds: it ends the clauses. */
export function endsClauses(line: string): boolean {
  return TESTIMONIUM.test(line) || HEADING.test(line) || signatureColumns(line) !== null
}

/** The two columns of 'FOR THE MINISTRY … | FOR THE MINISTRY …' as offsets of the stroke between, or null. */
export function signatureColumns(
  line: string,
): { readonly leftEnd: number; readonly rightStart: number } | null {
  const leftEnd = line.indexOf(' | ')
  if (leftEnd <= 0 || line.indexOf(' | ', leftEnd + 1) !== -1) return null
  const rightStart = leftEnd + 3
  return SIGNATURE.test(line) && SIGNATURE.test(line.slice(rightStart)) ? { leftEnd, rightStart } : null
}

/** Whether a line can be the heading of an article: short, and no sentence, list or formula. */
export function isHeadingLike(line: string): boolean {
  return line !== '' && line.length <= 160 && !/[.;:,!?។]\s*$/u.test(line) && !endsClauses(line)
}
