import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type ReadParagraph = {
  readonly kind: 'paragraph'
  readonly style: string
  /** The automatic number as LibreOffice shows it: "4.1". */
  readonly label: string
  readonly text: string
  /** From 1 for headings, 0 for body text. */
  readonly outline: number
}
export type ReadTable = {
  readonly kind: 'table'
  readonly headerRows: number // rows that repeat on each page
  readonly splits: boolean // whether any row may break over pages
  readonly rows: readonly (readonly (readonly ReadParagraph[])[])[]
}
export type ReadBlock = ReadParagraph | ReadTable
export type ReadDocument = {
  readonly blocks: readonly ReadBlock[]
  readonly pages: number
  readonly header: string
  readonly footer: string
  readonly title: string
  readonly author: string
}

export type ReadSheet = {
  readonly name: string
  readonly frozenRows: number
  /** Rows that are printed on every page. */
  readonly titleRows: number
  readonly cells: readonly (readonly {
    readonly shown: string
    readonly kind: 'EMPTY' | 'VALUE' | 'TEXT' | 'FORMULA'
    readonly value: number
  }[])[]
}

export type LibreOffice = {
  /** What LibreOffice reads in a document; `pdf` names a file to print it to. */
  readonly read: (docx: Uint8Array, pdf?: string) => Promise<ReadDocument>
  /** What it reads in the first sheet of a workbook. */
  readonly readSheet: (xlsx: Uint8Array) => Promise<ReadSheet>
  /** What it reads once all tracked changes are accepted or rejected. */
  readonly readDecided: (docx: Uint8Array, decision: 'accept' | 'reject') => Promise<ReadDocument>
  readonly close: () => Promise<void>
}

/** Whether LibreOffice can read workbooks here: Debian packs Calc apart from Writer (libreoffice-calc-nogui). */
export const hasCalc = process.platform !== 'linux' || existsSync('/usr/lib/libreoffice/program/libsclo.so')

/** A LibreOffice of its own, without a screen and with a profile that is thrown away. Debian: python3-uno. */
export async function startLibreOffice(): Promise<LibreOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'sepaham-libreoffice-'))
  const pipe = `sepaham${process.pid}x${Math.random().toString(36).slice(2)}`
  const office = spawn(
    'soffice',
    [
      ...['--headless', '--norestore', '--nolockcheck', '--nodefault'],
      `--accept=pipe,name=${pipe};urp;`,
      `-env:UserInstallation=file://${folder}/profile`,
    ],
    { stdio: 'ignore', detached: true },
  )
  const python = spawn(
    '/usr/bin/python3',
    [fileURLToPath(new URL('libreOffice.py', import.meta.url)), pipe],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  )
  const replies = createInterface({ input: python.stdout })[Symbol.asyncIterator]()
  const officeEnded = new Promise((ended) => office.once('exit', ended))
  const reply = async (): Promise<unknown> => {
    const { value, done } = await replies.next()
    if (done) throw new Error('LibreOffice gave no answer')
    return JSON.parse(String(value))
  }
  await reply()
  let count = 0
  const ask = async <Answer extends object>(
    bytes: Uint8Array,
    more: object,
    kind = 'docx',
  ): Promise<Answer> => {
    const file = join(folder, `${++count}.${kind}`)
    await writeFile(file, bytes)
    python.stdin.write(`${JSON.stringify({ file, ...more })}\n`)
    const answer = (await reply()) as Answer | { readonly error: string }
    if ('error' in answer) throw new Error(answer.error)
    return answer
  }

  return {
    read: (docx, pdf) => ask(docx, { pdf }),
    readSheet: (xlsx) => ask(xlsx, {}, 'xlsx'),
    readDecided: (docx, decision) => ask(docx, { decision }),
    close: async () => {
      python.stdin.end()
      const late = setTimeout(() => process.kill(-(office.pid ?? 0), 'SIGKILL'), 10_000)
      await officeEnded
      clearTimeout(late)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * What LibreOffice read, as the plain text of minutes up to the signatures, by the rules of the sample minutes: one
 * line for each paragraph with its number, the cells of a row joined by two spaces, no header rows, the columns of the
 * signatures joined by " | ". The empty lines before sections are made here, a file has none.
 */
export function readAsMinutesText({ blocks }: ReadDocument): string {
  const annex = blocks.findIndex((block) => block.kind === 'paragraph' && block.style === 'Annex Title')
  const before = annex === -1 ? blocks : blocks.slice(0, annex)
  const lines = before.flatMap((block): readonly string[] => {
    if (block.kind === 'paragraph') {
      if (block.text === '') return []
      const line = block.label ? `${block.label} ${block.text}` : block.text.replace('\t', ' ')
      return block.style === 'Heading 1' ? ['', line] : [line]
    }
    if (isSignatures(block)) {
      const columns = (block.rows[0] ?? []).map((cell) => {
        const [delegation, placeAndDate, name] = cell.map(({ text }) => text)
        return `${delegation}, ${placeAndDate}: ${name}`
      })
      return ['', columns.join(' | ')]
    }
    return block.rows
      .slice(block.headerRows)
      .map((row) =>
        row.map((cell) => cell.map(({ text }) => text.replaceAll('\n', ' ')).join(' ')).join('  '),
      )
  })
  return `${lines.join('\n')}\n`
}

export function isSignatures(table: ReadTable): boolean {
  return table.rows.flat(2).some(({ style }) => style === 'Signature Text')
}
