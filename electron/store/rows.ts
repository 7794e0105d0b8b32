import { z } from 'zod'
import { fold } from '../../shared/fold.ts'
import { TimeZone, type Wording } from '../../shared/values.ts'

/**
 * A domain value out of a row. A row that cannot be is a bug or a damaged record and is thrown, by the names of
 * its fields and never with what they hold.
 */
export function parsed<Schema extends z.ZodType>(
  what: string,
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, code }) => `${path.map(String).join('.')}: ${code}`)
  throw new Error(`A row cannot be a ${what}: ${problems.join(', ')}`)
}

/** The value of a JSON column. */
export function fromJson(column: string): unknown {
  return JSON.parse(column)
}

const knownZones = new Set<string>()

/** A time zone that exists. Asking `Intl` is slow and a record names few zones, so each is asked about once. */
export const StoredZone = z.string().refine((zone) => {
  if (knownZones.has(zone)) return true
  const exists = TimeZone.safeParse(zone).success
  if (exists) knownZones.add(zone)
  return exists
})

/** How many words of a query are looked for; `foldedWords` keeps the rest together. */
export const queryWords = 6

/** Parameters w1 … w6 of a filter by words; an empty one is in every text. */
export type WordsFilter = Readonly<Record<'w1' | 'w2' | 'w3' | 'w4' | 'w5' | 'w6', string>>

export function wordsFilter(words: readonly string[]): WordsFilter {
  const [w1 = '', w2 = '', w3 = '', w4 = '', w5 = '', w6 = ''] = words
  return { w1, w2, w3, w4, w5, w6 }
}

/** SQL that lets a row pass when every word of the filter stands in one of the columns. */
export function containsWords(...columns: readonly string[]): string {
  const words = ['w1', 'w2', 'w3', 'w4', 'w5', 'w6']
  const somewhere = (word: string) => columns.map((column) => `instr(${column}, @${word})`).join(' OR ')
  return words.map((word) => `(${somewhere(word)})`).join(' AND ')
}

/** Everything a person may look for in a wording, in one line. */
export function searchable(...texts: readonly (string | Wording)[]): string {
  const parts = texts.flatMap((text) => (typeof text === 'string' ? [text] : Object.values(text)))
  return fold(parts.filter(Boolean).join(' \u00b7 '))
}
