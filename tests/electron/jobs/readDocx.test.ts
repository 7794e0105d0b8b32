import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createJobs } from '../../../electron/jobs/createJobs.ts'
import type { DocxToRead } from '../../../electron/jobs/readDocx.ts'
import { readingDeadlineMs, type DocxReading } from '../../../shared/docxReading.ts'
import { parseText } from '../../../shared/text/validText.ts'
import { hostileFiles } from '../../support/hostileFiles.ts'
import { ins, p, r, wordFile } from '../../support/wordFile.ts'
import { inTempFolder, makeRecord } from '../store/recordFixture.ts'

type Table = { readDocx: { input: DocxToRead; output: DocxReading<unknown> } }

const jobs = createJobs<Table>({
  entry: new URL('../../../electron/jobs/entry.ts', import.meta.url),
  onProgress: () => {},
})
const read = (bytes: Uint8Array, deadlineMs = readingDeadlineMs) =>
  jobs.run('readDocx', { name: 'draft.docx', bytes }, { deadlineMs })

describe('reading a Word file as a job', () => {
  it('gives both views as JSON of texts, with ids that no other text has', async () => {
    const file = wordFile({ body: `<w:p>${r('The Parties ')}${ins(r('shall '))}${r('act.')}</w:p>` })
    const [one, other] = [await read(file), await read(file)]
    if (!one.ok || !other.ok) throw new Error('refused')
    for (const view of [one.value.asItWas, one.value.asProposed]) expect(parseText(view).ok).toBe(true)
    expect(one.value.revisions).toMatchObject([{ wording: 'shall ' }])
    expect(other.value.asProposed).not.toEqual(one.value.asProposed)
  })
  it('is stopped where a file takes too long', async () =>
    expect(await read(manyTables(), 300)).toEqual({
      ok: false,
      fault: { kind: 'JobStopped', why: 'tooLong' },
    }))
})

describe('hostile files, one after the other', () => {
  const ticks: number[] = []
  let timer: NodeJS.Timeout
  beforeAll(() => {
    let last = performance.now()
    timer = setInterval(() => {
      ticks.push(performance.now() - last)
      last = performance.now()
    }, 10)
  })
  afterAll(() => clearInterval(timer))

  it('are each refused with their reason, while the record stays as it is and the program goes on', () =>
    inTempFolder(async (folder) => {
      const { path } = await makeRecord(folder)
      const before = hashes(folder)
      expect(readFileSync(path).length).toBeGreaterThan(0)
      for (const { what, bytes, why } of hostileFiles)
        expect([what, await read(bytes())]).toMatchObject([
          what,
          { ok: false, fault: { kind: 'DocxRefused', why, name: 'draft.docx' } },
        ])
      expect(hashes(folder)).toEqual(before)
      expect(ticks.length).toBeGreaterThan(hostileFiles.length)
    }))
})

/** Within every limit, and long to read. */
function manyTables(): Uint8Array {
  let seed = 1
  const number = () => (seed = (seed * 48_271) % 0x7fffffff)
  const row = () => `<w:tr>${`<w:tc>${p(String(number()))}</w:tc>`.repeat(4)}</w:tr>`
  return wordFile({ body: `<w:tbl>${Array.from({ length: 20_000 }, row).join('')}</w:tbl>` })
}

function hashes(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name)
      return `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`
    })
    .sort()
}
