import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ComparedFile, FileView } from '../../../shared/compare/comparedFile.ts'
import { toPlainText } from '../../../shared/text/plainText.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'
import { del, ins, r, reading, wordFile } from '../../support/wordFile.ts'

let record: MeetingRecord
beforeEach(async () => void (record = await newMeetingRecord()))
afterEach(() => record.close())

const fixture = (name: string) => readFileSync(new URL(`../../fixtures/${name}`, import.meta.url))
const draft = fixture('mou-v1-idn-draft.en.txt')
const counterDraft = fixture('mou-v2-khm-counterdraft.en.txt')
const marked = wordFile({
  body: `<w:p>${r('The Parties shall reply within ')}${del('fourteen')}${ins(r('thirty'))}${r(' days.')}</w:p>`,
})

async function dropped(name: string, bytes: Uint8Array, client = 'window 1'): Promise<ComparedFile> {
  const uploadId = await sent(name, bytes, client)
  return record.get('compare.addFile', { uploadId, name }, client)
}

async function sent(name: string, bytes: Uint8Array, client = 'window 1'): Promise<string> {
  const uploadId = randomUUID()
  for (let at = 0; at < bytes.length; at += 1_000) {
    const part = Buffer.from(bytes.subarray(at, at + 1_000)).toString('base64')
    await record.get('compare.sendPart', { uploadId, name, part }, client)
  }
  return uploadId
}

const text = ({ fileId }: ComparedFile, view: FileView = 'asProposed') => ({ fileId, view })

describe('a file to compare', () => {
  it('is read from where the person chose it, and said by what is in it', async () => {
    mkdirSync(join(record.folder, 'papers'))
    const path = join(record.folder, 'papers', 'draft.txt')
    writeFileSync(path, draft)
    record.opens(path)
    const file = await record.get('compare.chooseFile', {})
    expect(file).toMatchObject({ name: 'draft.txt', format: 'text', language: 'en', revisions: 0 })
    expect(file?.found.asProposed).toMatchObject({ articles: 10, brackets: 0 })
    expect(file?.found.asItWas).toEqual(file?.found.asProposed)
  })
  it('is none when the person cancels', async () => {
    record.opens(null)
    expect(await record.get('compare.chooseFile', {})).toBeNull()
  })
  it('comes in parts when it is dropped on the window', async () =>
    expect(await dropped('draft.txt', draft)).toMatchObject({ name: 'draft.txt', bytes: draft.length }))
  it('tells the tracked changes of a Word file, and reads it before and with them', async () => {
    const file = await dropped('draft.docx', marked)
    expect(file).toMatchObject({ format: 'docx', revisions: 2 })
    expect(file.found.asItWas.sha256).not.toBe(file.found.asProposed.sha256)
    const { changes } = await record.get('compare.texts', {
      base: text(file, 'asItWas'),
      target: text(file, 'asProposed'),
    })
    expect(changes).toMatchObject([{ kind: 'replacement', wordsBefore: 'fourteen', wordsAfter: 'thirty' }])
  })
  it.each([
    ['nowhere', 'gone.docx', null, { kind: 'FileUnreadable', name: 'gone.docx' }],
    ['in another encoding', 'x.txt', Buffer.from('D\xe9j\xe0', 'latin1'), { kind: 'NotUtf8', name: 'x.txt' }],
    ['in UTF-16', 'x.txt', Buffer.from('\ufeffPasal 1', 'utf16le'), { kind: 'NotUtf8', name: 'x.txt' }],
    ['empty', 'x.txt', Buffer.from(' \n'), { kind: 'DocxRefused', why: 'empty', name: 'x.txt', part: null }],
    ['no Word file', 'x.docx', Buffer.from('Pasal 1'), { kind: 'DocxRefused', why: 'notWord' }],
  ])('is refused where it is %s', async (_, name, bytes, fault) => {
    const path = join(record.folder, name)
    if (bytes) writeFileSync(path, bytes)
    record.opens(path)
    expect(await record.refused('compare.chooseFile', {})).toMatchObject(fault)
  })
  it('may begin with a byte order mark, which is no part of it', async () => {
    const [plain, signed] = [
      await dropped('a.txt', draft),
      await dropped('b.txt', Buffer.from('\ufeff' + draft.toString())),
    ]
    expect(signed.found.asProposed.sha256).toBe(plain.found.asProposed.sha256)
    expect(signed.sha256).not.toBe(plain.sha256)
  })
  it('is kept for its own window only, until it is forgotten, the window has gone or the record is locked', async () => {
    const file = await dropped('draft.txt', draft)
    const both = { base: text(file), target: text(file) }
    const notFound = { kind: 'NotFound', what: 'file' }
    expect(await record.refused('compare.texts', both, 'window 2')).toEqual(notFound)
    await record.get('compare.forgetFile', { fileId: file.fileId })
    expect(await record.refused('compare.texts', both)).toEqual(notFound)
    for (const end of [() => record.clientGone('window 1'), () => record.settle(false)]) {
      const again = await dropped('draft.txt', draft)
      end()
      expect(await record.refused('compare.texts', { base: text(again), target: text(again) })).toEqual(
        notFound,
      )
    }
  })
})

describe('two files', () => {
  it('stay comparable however many others the one was laid beside before', async () => {
    const base = await dropped('v1.txt', draft)
    for (let nth = 1; nth <= 8; nth++) {
      const target = await dropped(`v${nth}.txt`, counterDraft)
      const { items } = await record.get('compare.texts', { base: text(base), target: text(target) })
      expect(items).toHaveLength(15)
    }
  })
  it('are compared, each known by its hash', async () => {
    const [base, target] = [await dropped('v1.txt', draft), await dropped('v2.txt', counterDraft)]
    const comparison = await record.get('compare.texts', { base: text(base), target: text(target) })
    expect(comparison.items).toHaveLength(15)
    expect(comparison.base.hash).toBe(base.found.asProposed.sha256)
    expect(comparison.target.hash).toBe(target.found.asProposed.sha256)
  })
  it('have no difference where their texts have one hash, and only there', async () => {
    const [base, target] = [await dropped('v1.txt', draft), await dropped('copy.txt', draft)]
    const comparison = await record.get('compare.texts', { base: text(base), target: text(target) })
    expect(comparison.changes).toEqual([])
    expect(comparison.base).toEqual(comparison.target)
    expect(base.found.asProposed.sha256).not.toBe(
      (await dropped('v2.txt', counterDraft)).found.asProposed.sha256,
    )
  })
  it('in two languages are refused, and both are named', async () => {
    const base = await dropped('en.txt', fixture('mou-v3-consolidated.en.txt'))
    const target = await dropped('id.txt', fixture('mou-v3-consolidated.id.txt'))
    expect(await record.refused('compare.texts', { base: text(base), target: text(target) })).toEqual({
      kind: 'DifferentLanguages',
      base: 'en',
      target: 'id',
    })
  })
  it('leave nothing in the record', async () => {
    const before = record.store.auditHead()
    const file = await dropped('v1.txt', draft)
    await record.get('compare.texts', { base: text(file), target: text(file) })
    expect(record.store.auditHead()).toEqual(before)
  })
  it('are written as tracked changes: accepted they say the one, rejected the other', async () => {
    const [base, target] = [await dropped('v1.txt', draft), await dropped('v2.txt', counterDraft)]
    const saved = await record.get('compare.exportRedline', {
      ...{ base: text(base), target: text(target), language: 'en' },
      ...{ author: 'KHM', date: '2025-04-28', front: false },
    })
    expect(saved?.name).toBe('v2, redline, KHM.docx')
    const { asItWas, asProposed, authors } = reading(record.saved[0]?.bytes ?? new Uint8Array())
    expect(authors.map(({ name }) => name)).toEqual(['KHM'])
    expect(toPlainText(asItWas)).toContain('within fourteen (14) days')
    expect(toPlainText(asProposed)).toContain('within thirty (30) days')
    expect(record.store.history(null, 5)[0]).toMatchObject({ operation: 'compare.exportRedline', undo: null })
  })
  it('are told apart in front where both are texts of one file, before and with its tracked changes', async () => {
    const file = await dropped('draft.docx', marked)
    record.chooses(join(record.folder, 'redline.docx'))
    const asked = { author: 'KHM', date: '2025-04-28', front: true, language: 'en' } as const
    await record.get('compare.exportRedline', {
      ...{ base: text(file, 'asItWas'), target: text(file, 'asProposed') },
      ...asked,
    })
    const { asProposed } = reading(record.saved[0]!.bytes)
    expect(toPlainText(asProposed)).toContain('Base: draft, before its tracked changes')
    expect(toPlainText(asProposed)).toContain('Compared: draft, with its tracked changes')
  })
  it('go nowhere, and leave no trace, when the person cancels the export', async () => {
    const [base, target] = [await dropped('v1.txt', draft), await dropped('v2.txt', counterDraft)]
    const before = record.store.auditHead()
    record.chooses(null)
    const asked = { author: 'KHM', date: '2025-04-28', front: true, language: 'id' } as const
    expect(
      await record.get('compare.exportRedline', { base: text(base), target: text(target), ...asked }),
    ).toBeNull()
    expect(record.saved).toEqual([])
    expect(record.store.auditHead()).toEqual(before)
  })
  it('are let go of when the window stops waiting, which no other window can do for it', async () => {
    const signals: AbortSignal[] = []
    const { run } = record.record.jobs
    Object.assign(record.record.jobs, {
      run: async (_name: string, _input: unknown, { signal }: { signal: AbortSignal }) => {
        signals.push(signal)
        await record.get('compare.stop', {}, 'window 2')
        expect(signal.aborted).toBe(false)
        await record.get('compare.stop', {})
        return { ok: false, fault: { kind: 'JobStopped', why: 'cancelled' } }
      },
    })
    expect(
      await record.refused('compare.addFile', { uploadId: await sent('v1.txt', draft), name: 'v1.txt' }),
    ).toEqual({
      kind: 'JobStopped',
      why: 'cancelled',
    })
    Object.assign(record.record.jobs, { run })
    expect(signals).toHaveLength(1)
  })
})
