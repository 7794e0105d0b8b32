import type { UnitTree } from './units.ts'

const COMMON: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the of and to in shall will be by for with this that is or as its any on'.split(' ')),
  id: new Set(
    'yang dan di dengan untuk dari dalam akan pada ini oleh atau para itu tidak adalah ke'.split(' '),
  ),
}
const LEAST_WORDS = 8 // fewer common words than this prove nothing
const SAMPLE = 20_000 // characters

/** The primary subtag of the language that a text names, or else of the one that its words show; null if neither. */
export function languageOf({ root, lines }: UnitTree): string | null {
  const named: unknown = root.node?.attrs['lang']
  if (typeof named === 'string') return named.split('-')[0] ?? null
  let sample = ''
  for (const { line } of lines) {
    if (sample.length > SAMPLE) break
    sample += `${line}\n`
  }
  const khmer = (sample.match(/\p{Script=Khmer}/gu) ?? []).length
  if (khmer > sample.length / 4) return 'km'
  const counts = { en: 0, id: 0 }
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (COMMON['en']?.has(word)) counts.en++
    if (COMMON['id']?.has(word)) counts.id++
  }
  if (Math.max(counts.en, counts.id) < LEAST_WORDS) return null
  if (counts.en > 3 * counts.id) return 'en'
  return counts.id > 3 * counts.en ? 'id' : null
}
