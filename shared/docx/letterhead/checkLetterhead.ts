import type { Fault } from '../../fault.ts'
import type { LetterheadCheck } from '../../letterhead.ts'
import { fail, ok, type Result } from '../../result.ts'
import { Refusal } from '../read/refusal.ts'
import { openLetterhead } from './openLetterhead.ts'

/** Looks whether a Word file can be a letterhead. Fault: `DocxRefused`, for what no program should open. */
export function checkLetterhead(file: {
  readonly name: string
  readonly bytes: Uint8Array
}): Result<LetterheadCheck, Fault> {
  try {
    const { pack, placeholders, problems } = openLetterhead(file.bytes)
    const has = (pattern: RegExp) => pack.names.some((name) => pattern.test(name))
    return ok({
      placeholders,
      problems,
      leftOut: [
        ...(has(/\/comments\w*\.xml$/i) ? (['comments'] as const) : []),
        ...(has(/^customXml\/item\d+\.xml$/i) ? (['customData'] as const) : []),
      ],
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return fail({ kind: 'DocxRefused', why: error.why, name: file.name, part: error.part })
  }
}
