import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/**
 * Files as LibreOffice writes them to DOCX, in the order given: plain texts (each line a paragraph) by their text,
 * others by their bytes. One LibreOffice for all, with a profile that is thrown away.
 */
export async function convertToDocx(files: readonly (string | Uint8Array)[]): Promise<readonly Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sepaham-convert-'))
  const out = join(folder, 'out')
  const convert = async (names: readonly string[], filter: readonly string[]) => {
    if (names.length === 0) return
    await promisify(execFile)('soffice', [
      ...['--headless', '--norestore', '--nolockcheck', `-env:UserInstallation=file://${folder}/profile`],
      ...[...filter, '--convert-to', 'docx:MS Word 2007 XML', '--outdir', out],
      ...names.map((name) => join(folder, name)),
    ])
  }
  try {
    const names = files.map((file, index) => `${index}.${typeof file === 'string' ? 'txt' : 'docx'}`)
    await Promise.all(files.map((file, index) => writeFile(join(folder, names[index] ?? ''), file)))
    const texts = names.filter((name) => name.endsWith('.txt'))
    await convert(texts, ['--infilter=Text (encoded):UTF8,LF,,,'])
    await convert(
      names.filter((name) => !texts.includes(name)),
      [],
    )
    return await Promise.all(files.map((_, index) => readFile(join(out, `${index}.docx`))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
