import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Fault } from '../../shared/fault.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/**
 * The bytes of a file that is not ours, under the name it has. `FileUnreadable` where it cannot be read;
 * `DocxRefused` with `fileTooLarge` where it has more than `atMost` bytes, which are then not read at all.
 */
export async function readForeignFile(
  path: string,
  atMost: number,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }, Fault>> {
  const name = basename(path)
  try {
    const file = await open(path, 'r')
    try {
      const stat = await file.stat()
      if (!stat.isFile()) return fail({ kind: 'FileUnreadable', name })
      if (stat.size > atMost) return fail({ kind: 'DocxRefused', why: 'fileTooLarge', name, part: null })
      return ok({ name, bytes: await file.readFile() })
    } finally {
      await file.close()
    }
  } catch {
    return fail({ kind: 'FileUnreadable', name })
  }
}
