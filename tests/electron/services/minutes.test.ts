import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fillSample } from '../../../electron/services/sample/fillSample.ts'
import type { MeetingRow } from '../../../shared/meeting/meeting.ts'
import { docxParts } from '../../support/docxParts.ts'
import { type MeetingRecord, newMeetingRecord, typed } from '../../support/meetingRecord.ts'

let record: MeetingRecord
let second: MeetingRow
let third: MeetingRow

beforeEach(async () => {
  record = await newMeetingRecord({ sample: true })
  await fillSample(record.record)
  await record.reopen()
  const { rows } = await record.get('meeting.list', { query: '', after: null })
  ;[, third, second] = rows as [MeetingRow, MeetingRow, MeetingRow]
})
afterEach(() => record.close())

describe('an export of minutes', () => {
  it('is a DOCX under a name that says what it is, its original and its classification', async () => {
    const saved = await record.get('minutes.exportDocx', asked(second))
    expect(saved).toMatchObject({ removedCharacters: 0 })
    expect(saved?.name).toMatch(/^Agreed Minutes 2, Indonesia-Cambodia, 2025-05-19, EN, .*, T\.docx$/)
    expect(Buffer.from(record.saved[0]?.bytes ?? []).toString('latin1', 0, 2)).toBe('PK')
  })
  it('is the same, byte for byte, when nothing has changed', async () => {
    await record.get('minutes.exportDocx', asked(second))
    await record.get('minutes.exportDocx', asked(second))
    expect(record.saved[0]?.bytes).toEqual(record.saved[1]?.bytes)
  })
  it('says how the log ended before it, the same in the preview and in both originals', async () => {
    const head = record.store.auditHead().hash.slice(0, 16)
    const { document } = await record.get('minutes.preview', shown(second))
    expect(document.auditHead).toBe(head)
    await record.get('minutes.exportPdf', asked(second))
    await record.get('minutes.exportDocx', asked(second)) // an export ends nothing, though the log has it
    await record.get('minutes.exportPdf', { ...asked(second), keptBy: 'KHM' })
    const [ours, docx, theirs] = record.saved.map(({ bytes }) => bytes)
    for (const page of [ours, theirs])
      expect(new TextDecoder().decode(page)).toContain(`content: "Audit log ${head}"`)
    expect(docxParts(docx ?? new Uint8Array()).get('word/footer1.xml')).toContain(`Audit log ${head}`)
  })
  it('says another end of the log once anything was changed', async () => {
    const before = (await record.get('minutes.preview', shown(second))).document
    const { meeting } = await record.get('meeting.dossier', { meetingId: second.id })
    await record.get('meeting.put', { meeting: { ...meeting, venue: 'Balairung' } })
    const { document } = await record.get('minutes.preview', shown(second))
    expect(document.auditHead).not.toBe(before.auditHead)
    expect(document).toEqual({ ...before, auditHead: document.auditHead })
  })
  it('ends what is being typed first, so that the end of the log seals the words that are printed', async () => {
    const { texts } = await record.get('meeting.dossier', { meetingId: second.id })
    const textId = texts.find(({ language }) => language === 'en')?.textId
    if (textId === undefined) throw new Error('the sample has texts')
    const { revision } = await record.get('text.open', { textId })
    await record.get('text.save', { textId, revision, steps: [...typed('Well: ')] })
    const open = record.store.auditHead().hash
    await record.get('minutes.exportPdf', asked(second))
    const printed = /Audit log ([0-9a-f]{16})/.exec(new TextDecoder().decode(record.saved[0]?.bytes))?.[1]
    const sealed = record.store.auditHead(['minutes.exportPdf']).hash
    expect(sealed).not.toBe(open)
    expect(printed).toBe(sealed.slice(0, 16))
  })
  it('goes nowhere, and leaves no trace, when the person cancels', async () => {
    record.chooses(null)
    const before = record.store.auditHead()
    expect(await record.get('minutes.exportDocx', asked(second))).toBeNull()
    expect(record.saved).toEqual([])
    expect(record.store.auditHead()).toEqual(before)
  })
  it('is refused with what is missing, unless it is a draft', async () => {
    const fault = await record.refused('minutes.exportDocx', asked(third))
    expect(fault).toMatchObject({ kind: 'NotReadyToExport' })
    if (fault.kind === 'NotReadyToExport') expect(fault.problems.length).toBeGreaterThan(1)
    expect(await record.get('minutes.exportDocx', { ...asked(third), draft: true })).not.toBeNull()
  })
  it('stands in the history by its name, and cannot be taken back', async () => {
    await record.get('minutes.exportPdf', asked(second))
    expect(record.store.history(null, 50)[0]).toMatchObject({ operation: 'minutes.exportPdf', undo: null })
  })
  it('is a page for the printer, whole in itself', async () => {
    await record.get('minutes.exportPdf', asked(second))
    const html = new TextDecoder().decode(record.saved[0]?.bytes)
    expect(html).toContain('A. WIRAWAN')
    expect(html).not.toMatch(/(?:src|href)=["']?https?:/)
  })
  it.each(['minutes.exportDocx', 'minutes.exportPdf'] as const)(
    'tells its own window how far it is: %s',
    async (operation) => {
      await record.get(operation, asked(second))
      const steps = record.events.filter(({ kind }) => kind === 'progress')
      expect(steps).toEqual(
        [0, 1, 2].map((done) => ({ kind: 'progress', job: 'minutes.export', done, of: 2 })),
      )
    },
  )
  it('goes nowhere, and leaves no trace, when it is stopped while it is printed', async () => {
    const { desktop } = record.record
    Object.assign(desktop, {
      printPdf: async () => {
        await record.get('minutes.stopExport', {}, 'window 2') // stops its own only
        await record.get('minutes.stopExport', {})
        return await new Promise(() => {})
      },
    })
    const before = record.store.auditHead()
    const fault = await record.refused('minutes.exportPdf', asked(second))
    expect(fault).toEqual({ kind: 'JobStopped', why: 'cancelled' })
    expect(record.saved).toEqual([])
    expect(record.store.auditHead()).toEqual(before)
    expect(record.events.at(-1)).toMatchObject({ done: 2, of: 2 })
  })
  it('stops the worker that writes it', async () => {
    const { jobs } = record.record
    const told: (AbortSignal | undefined)[] = []
    const { run: runHere } = jobs
    const run: typeof jobs.run = async (_, __, options) => {
      told.push(options?.signal)
      await record.get('minutes.stopExport', {})
      return { ok: false, fault: { kind: 'JobStopped', why: 'cancelled' } }
    }
    Object.assign(jobs, { run })
    const fault = await record.refused('minutes.exportDocx', asked(second))
    Object.assign(jobs, { run: runHere }) // they are the same for every test
    expect(fault).toMatchObject({ kind: 'JobStopped' })
    expect(told[0]?.aborted).toBe(true)
    expect(record.saved).toEqual([])
  })
  it('is not stopped by what was stopped before', async () => {
    await record.get('minutes.stopExport', {})
    expect(await record.get('minutes.exportDocx', asked(second))).not.toBeNull()
  })
  it('says that no printer is there', async () => {
    const { desktop } = record.record
    Object.assign(desktop, { printPdf: async () => null })
    expect(await record.refused('minutes.exportPdf', asked(second))).toEqual({ kind: 'PrinterMissing' })
  })
  it('is for one of the two sides', async () => {
    const fault = await record.refused('minutes.exportDocx', { ...asked(second), keptBy: 'AUS' })
    expect(fault).toMatchObject({ kind: 'InvalidInput' })
  })
  it('does not go out once the record was locked while the person chose', async () => {
    const { desktop, store } = record.record
    const { chooseSavePath } = desktop
    Object.assign(desktop, {
      chooseSavePath: async (question: Parameters<typeof chooseSavePath>[0]) => {
        store.db.close()
        return chooseSavePath(question)
      },
    })
    expect(await record.refused('minutes.exportDocx', asked(second))).toEqual({ kind: 'RecordLocked' })
    expect(record.saved).toEqual([])
  })
})

function shown({ id }: MeetingRow) {
  return { meetingId: id, language: 'en' as const, keptBy: 'IDN' }
}

function asked(row: MeetingRow) {
  return { ...shown(row), draft: false }
}
