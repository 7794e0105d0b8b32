import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fillSample } from '../../../electron/services/sample/fillSample.ts'
import { hostileFiles } from '../../support/hostileFiles.ts'
import { docxParts } from '../../support/docxParts.ts'
import { officeLetterhead, plainLetterhead } from '../../support/letterheads.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'

let record: MeetingRecord
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sepaham-kop-'))
  record = await newMeetingRecord({ sample: true })
})
afterEach(() => {
  record.close()
  rmSync(folder, { recursive: true, force: true })
})

function opens(bytes: Uint8Array, name = 'Kop Ditjen.docx'): void {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  record.opens(path)
}

async function kept(bytes: Uint8Array = officeLetterhead()) {
  opens(bytes)
  const chosen = await record.get('letterhead.choose', {})
  if (!chosen) throw new Error('a file was chosen')
  return record.get('letterhead.keep', { uploadId: chosen.uploadId, name: chosen.name })
}

async function exported(letterheadId: Awaited<ReturnType<typeof kept>>['value']['id']) {
  const { rows } = await record.get('meeting.list', { query: 'Nusa Dua', after: null })
  const [meeting] = rows
  if (!meeting) throw new Error('the sample has a meeting in Nusa Dua')
  const asked = { meetingId: meeting.id, language: 'id' as const, draft: false, letterheadId }
  return {
    minutes: () => record.call('minutes.exportDocx', { ...asked, keptBy: 'IDN' }),
    agenda: () => record.call('paper.export', { ...asked, paper: { kind: 'agenda' }, format: 'docx' }),
    minutesPdf: () => record.call('minutes.exportPdf', { ...asked, keptBy: 'IDN' }),
    look: () =>
      record.call('paper.onLetterhead', {
        ...{ meetingId: meeting.id, language: 'id', letterheadId },
        paper: { kind: 'minutes', keptBy: 'IDN' },
      }),
    agendaPdf: () => record.call('paper.export', { ...asked, paper: { kind: 'agenda' }, format: 'pdf' }),
  }
}

describe('a letterhead', () => {
  it('is checked in sight before it is kept, and nothing is in the record until then', async () => {
    opens(officeLetterhead())
    expect(await record.get('letterhead.choose', {})).toMatchObject({
      name: 'Kop Ditjen.docx',
      check: { problems: [], leftOut: ['comments', 'customData'] },
    })
    expect(await record.get('letterhead.list', {})).toEqual([])
    expect(record.store.history(null, 5)).toEqual([])
  })

  it('is kept with the record: after locking, without its file; removed, and brought back by undo', async () => {
    const { value } = await kept()
    rmSync(folder, { recursive: true })
    await record.reopen()
    expect(await record.get('letterhead.list', {})).toEqual([value])
    const { undo } = await record.get('letterhead.remove', { letterheadId: value.id })
    expect(await record.get('letterhead.list', {})).toEqual([])
    expect(await record.refused('letterhead.remove', { letterheadId: value.id })).toMatchObject({
      kind: 'NotFound',
    })
    expect(record.undo(undo)).toBeNull()
    expect(await record.get('letterhead.list', {})).toEqual([value])
  })

  it('carries minutes and other papers of a meeting', async () => {
    await fillSample(record.record)
    await record.reopen()
    const { value } = await kept()
    const { minutes, agenda } = await exported(value.id)
    for (const write of [minutes, agenda]) expect(await write()).toMatchObject({ ok: true })
    for (const { bytes } of record.saved) {
      expect(docxParts(bytes).get('word/header1.xml')).toContain('KEMENTERIAN IMIGRASI')
      expect(docxParts(bytes).get('word/document.xml')).not.toContain('{{')
    }
  })

  it('carries them as PDF too, and says before what of it a PDF does without', async () => {
    await fillSample(record.record)
    await record.reopen()
    const { value } = await kept()
    expect(await record.get('letterhead.pdfLosses', { letterheadId: value.id })).toEqual([
      ...['textStyles', 'pageNumbers', 'links'],
    ])
    const { minutesPdf, agendaPdf } = await exported(value.id)
    for (const write of [minutesPdf, agendaPdf]) expect(await write()).toMatchObject({ ok: true })
    for (const { bytes } of record.saved) {
      const page = new TextDecoder().decode(bytes) // what was given to the printer
      expect(page).toMatch(/@page ?:first/)
      expect(page).toContain('Perihal: ')
      expect(page).not.toContain('{{')
    }
  })

  it('is looked at with the very pictures that a PDF on it has in its margins, and without what it says itself', async () => {
    await fillSample(record.record)
    await record.reopen()
    const { value } = await kept()
    const { look, minutesPdf } = await exported(value.id)
    const seen = await look()
    if (!seen.ok) throw new Error(seen.fault.kind)
    const { sheet, document } = seen.value
    expect(document.blocks.length).toBeGreaterThan(20)
    expect(document.blocks.some(({ kind }) => kind === 'title')).toBe(false) // "Perihal: {{judul}}" says it
    expect(await minutesPdf()).toMatchObject({ ok: true })
    const page = new TextDecoder().decode(record.saved[0]?.bytes)
    for (const { header, footer } of [sheet.first, sheet.others])
      for (const picture of [header, footer]) if (picture) expect(page).toContain(picture.source)
    expect(page).toContain(`margin: ${sheet.first.top}pt`)
    const words = (picture: { readonly source: string } | null) =>
      Buffer.from(picture?.source.split(',')[1] ?? '', 'base64').toString()
    expect(words(sheet.first.header)).toContain('KEMENTERIAN IMIGRASI')
    expect(words(sheet.ahead)).toContain('Perihal: ')
  })

  it('that is gone, or whose file is lost, keeps an export from being written', async () => {
    await fillSample(record.record)
    await record.reopen()
    const { value } = await kept()
    const { minutes, minutesPdf, look } = await exported(value.id)
    const losses = () => record.call('letterhead.pdfLosses', { letterheadId: value.id })
    record.loseFiles()
    for (const ask of [minutes, minutesPdf, losses, look])
      expect(await ask()).toMatchObject({ fault: { kind: 'AttachmentLost' } })
    await record.get('letterhead.remove', { letterheadId: value.id })
    for (const ask of [minutes, minutesPdf, losses, look])
      expect(await ask()).toEqual({ ok: false, fault: { kind: 'NotFound', what: 'letterhead' } })
    expect(record.saved).toEqual([])
  })

  it('is not kept while something is wrong with it, whatever the window says', async () => {
    opens(plainLetterhead('{{nomor}}'))
    const chosen = await record.get('letterhead.choose', {})
    const problems = [{ kind: 'unknownPlaceholder', name: 'nomor', story: 'text' }, { kind: 'bodyMissing' }]
    expect(chosen?.check.problems).toEqual(problems)
    const before = record.store.auditHead()
    const asked = { uploadId: chosen?.uploadId ?? '', name: 'Kop Ditjen.docx' }
    expect(await record.refused('letterhead.keep', asked)).toMatchObject({
      kind: 'LetterheadUnfit',
      problems,
    })
    expect(await record.refused('letterhead.keep', asked)).toEqual({ kind: 'NotFound', what: 'file' }) // used up
    expect(await record.get('letterhead.list', {})).toEqual([])
    expect(record.store.auditHead()).toEqual(before)
  })

  it.each(['a .docm', 'a file with a password', 'half a file'])('is never %s', async (what) => {
    const hostile = hostileFiles.find((one) => one.what === what)
    if (!hostile) throw new Error(what)
    opens(hostile.bytes())
    const before = record.store.auditHead()
    expect(await record.refused('letterhead.choose', {})).toMatchObject({
      kind: 'DocxRefused',
      why: hostile.why,
    })
    expect(record.store.auditHead()).toEqual(before)
  })

  it('has at most 10 MB, and is there to be read', async () => {
    opens(officeLetterhead())
    truncateSync(join(folder, 'Kop Ditjen.docx'), 11 * 1024 * 1024)
    expect(await record.refused('letterhead.choose', {})).toMatchObject({
      kind: 'FileTooLarge',
      atMost: 10_485_760,
    })
    record.opens(join(folder, 'gone.docx'))
    expect(await record.refused('letterhead.choose', {})).toMatchObject({ kind: 'FileUnreadable' })
    record.opens(null)
    expect(await record.get('letterhead.choose', {})).toBeNull()
  })
})
