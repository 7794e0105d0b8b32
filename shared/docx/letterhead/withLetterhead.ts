import type { Fault } from '../../fault.ts'
import { fail, type Result } from '../../result.ts'
import { Refusal } from '../read/refusal.ts'
import { openLetterhead, type OpenedLetterhead } from './openLetterhead.ts'

export type LetterheadFile = { readonly name: string; readonly bytes: Uint8Array }

/** Opens a letterhead for `work`. Faults, where a file that was kept can be used no more: `DocxRefused`, `LetterheadUnfit`. */
export async function withLetterhead<Output>(
  { name, bytes }: LetterheadFile,
  work: (opened: OpenedLetterhead) => Result<Output, Fault> | Promise<Result<Output, Fault>>,
): Promise<Result<Output, Fault>> {
  try {
    const opened = openLetterhead(bytes)
    if (opened.problems.length > 0) return fail({ kind: 'LetterheadUnfit', name, problems: opened.problems })
    return await work(opened)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return fail({ kind: 'DocxRefused', why: error.why, name, part: error.part })
  }
}
