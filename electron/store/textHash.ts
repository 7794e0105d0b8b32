import { canonicalJson } from '../../shared/canonicalJson.ts'
import { sha256Hex } from './textChain.ts'

/** The hash of a text, as JSON of the schema, by which equal texts are known: its ids are numbered in reading order before. */
export function hashOfText(json: unknown): string {
  const known = new Map<unknown, string>()
  const numbered = (key: string, value: unknown): unknown => {
    if ((key !== 'blockId' && key !== 'bracketId') || value === null) return value
    const number = known.get(value) ?? `${known.size + 1}`
    known.set(value, number)
    return number
  }
  return sha256Hex(canonicalJson(JSON.parse(JSON.stringify(json, numbered))))
}
