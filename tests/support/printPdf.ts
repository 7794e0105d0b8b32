import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A page of its own, printed by an installed Chromium: the words of each page of the PDF, as poppler reads them. */
export function printedPages(html: string): Promise<readonly string[]> {
  return printedTo(html, pdfPages)
}

/** What `look` finds in the PDF that an installed Chromium makes of a page. */
export async function printedTo<Found>(
  html: string,
  look: (pdf: string) => Found | Promise<Found>,
): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), 'sepaham-print-'))
  try {
    await writeFile(join(folder, 'page.html'), html)
    await run('chromium', [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'],
      `--user-data-dir=${join(folder, 'profile')}`,
      `--print-to-pdf=${join(folder, 'page.pdf')}`,
      `file://${join(folder, 'page.html')}`,
    ])
    return await look(join(folder, 'page.pdf'))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The words of each page of a PDF, as poppler reads them. */
export async function pdfPages(file: string): Promise<readonly string[]> {
  const { stdout } = await run('pdftotext', ['-layout', file, '-'])
  return stdout.split('\f').slice(0, -1)
}
