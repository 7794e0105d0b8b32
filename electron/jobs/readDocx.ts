import { readDocx } from '../../shared/docx/read/readDocx.ts'
import type { DocxReading } from '../../shared/docxReading.ts'
import type { Fault } from '../../shared/fault.ts'
import { ok, type Result } from '../../shared/result.ts'
import { createNewId } from '../store/uuid.ts'

export type DocxToRead = {
  readonly name: string // of the file, for the words of a refusal
  readonly bytes: Uint8Array
  readonly language?: string // of its text, where a person said it
  readonly sides?: readonly string[] // the delegations there are
}

/**
 * Reads a Word file that nobody vouches for; its views cross the thread as JSON of the text schema. To be run with
 * `readingDeadlineMs`: a file within all limits may be made to take longer.
 */
export async function readDocxJob({
  bytes,
  ...options
}: DocxToRead): Promise<Result<DocxReading<unknown>, Fault>> {
  const read = readDocx(bytes, { ...options, newId: createNewId(Date.now) })
  if (!read.ok) return read
  const { asItWas, asProposed, ...beside } = read.value
  const proposed: unknown = asProposed.toJSON()
  const was: unknown = asItWas === asProposed ? proposed : asItWas.toJSON()
  return ok({ ...beside, asItWas: was, asProposed: proposed })
}
