import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Mou } from '../../../shared/mou/mou.ts'
import type { StepState, StepView, StepWords } from '../../../shared/mou/procedure.ts'
import { indonesianProcedure } from '../../../shared/mou/procedureTemplate.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'
import { withMou } from '../../support/mouRecord.ts'

let record: MeetingRecord
let mou: Mou
beforeEach(async () => {
  record = await newMeetingRecord() // the clock stands at 19 May 2025
  mou = await withMou(record)
})
afterEach(() => record.close())

const procedure = (of = mou) => record.get('procedure.ofMou', { mouId: of.id })
const keys = async () => (await procedure()).steps.map(({ step }) => step.key)

async function view(key: string, of = mou): Promise<StepView> {
  const found = (await procedure(of)).steps.find(({ step }) => step.key === key)
  if (!found) throw new Error(`no step ${key}`)
  return found
}

async function set(key: string, state: StepState, note = '') {
  return record.get('procedure.setStep', { stepId: (await view(key)).step.id, state, note })
}

async function attach(key: string, name: string) {
  const uploadId = randomUUID()
  await record.get('attachment.sendPart', { uploadId, name, part: Buffer.from(name).toString('base64') })
  const { id } = (await view(key)).step
  return record.call('attachment.add', { owner: { kind: 'step', id }, uploadId, name })
}

const done = (on: string): StepState => ({ kind: 'done', on })
const rehearsal: StepWords = {
  phase: 'signature',
  title: { id: 'Gladi penandatanganan' },
  source: 'Nota dinas',
  sourceAddress: '',
  certainty: 'usage',
  term: null,
  evidence: null,
  restricted: false,
}

describe('a new memorandum', () => {
  it('gets a copy of the checklist, with nothing done', async () => {
    const { steps, summary } = await procedure()
    expect(steps.map(({ step }) => step.key)).toEqual(indonesianProcedure.map(({ key }) => key))
    expect(summary).toEqual({
      ...{ planned: indonesianProcedure.length, overdue: 0, done: 0, evidenceMissing: 0, notApplicable: 0 },
    })
  })
  it('keeps the list that it began with when the one for new memoranda changes', async () => {
    await record.get('procedure.setTemplate', { steps: [{ ...rehearsal, key: 'rehearsal' }] })
    expect(await keys()).toEqual(indonesianProcedure.map(({ key }) => key))
    const next = await withMou(record, { shortTitle: 'Siber' })
    expect((await procedure(next)).steps.map(({ step }) => step.key)).toEqual(['rehearsal'])
  })
  it('goes with its steps and their papers, and comes back with them', async () => {
    await attach('consultation', 'surat.pdf')
    await set('consultation', done('2025-05-02'), 'No. 12/2025')
    const before = await procedure()
    const { undo } = await record.get('mou.remove', { mouId: mou.id })
    expect(await record.refused('procedure.ofMou', { mouId: mou.id })).toMatchObject({ what: 'mou' })
    expect(record.undo(undo)).toBeNull()
    expect(await procedure()).toEqual(before)
  })
  it('is changed as before, its steps left alone', async () => {
    await set('explored', done('2025-05-02'))
    await record.get('mou.put', { mou: { ...mou, shortTitle: 'TPPO 2' } })
    expect((await view('explored')).standing).toBe('done')
  })
  it('takes the checklist over once, where it has none', async () => {
    expect(await record.refused('procedure.begin', { mouId: mou.id })).toEqual({
      kind: 'AlreadyThere',
      what: 'procedureStep',
    })
    for (const { step } of (await procedure()).steps.toReversed())
      await record.get('procedure.removeStep', { stepId: step.id })
    expect(await keys()).toEqual([])
    await record.get('procedure.begin', { mouId: mou.id })
    expect(await keys()).toHaveLength(indonesianProcedure.length)
  })
})

describe('a step', () => {
  it('that was done without its paper counts as missing, and as done once the paper is there', async () => {
    await set('consultation', done('2025-05-02'))
    expect(await view('consultation')).toMatchObject({ standing: 'evidenceMissing', papers: 0 })
    expect((await procedure()).summary).toMatchObject({ done: 0, evidenceMissing: 1 })
    const added = await attach('consultation', 'surat.pdf')
    expect(await view('consultation')).toMatchObject({ standing: 'done', papers: 1 })
    if (!added.ok) throw new Error('the paper was refused')
    await record.get('attachment.remove', { attachmentId: added.value.value.id })
    expect((await view('consultation')).standing).toBe('evidenceMissing')
  })
  it('whose paper is restricted takes no file, and is proved by number and date', async () => {
    expect(await attach('guidelines', 'pedoman.pdf')).toEqual({
      ok: false,
      fault: { kind: 'InvalidInput', problems: ['owner: restricted'] },
    })
    await set('guidelines', done('2025-05-02'))
    expect((await view('guidelines')).standing).toBe('evidenceMissing')
    await set('guidelines', done('2025-05-02'), 'No. 7/2025, 2 Mei 2025')
    expect((await view('guidelines')).standing).toBe('done')
  })
  it('becomes restricted only when its files are gone', async () => {
    await attach('consultation', 'surat.pdf')
    const { key, id, mouId, state, note, ...words } = (await view('consultation')).step
    expect([key, mouId, state.kind, note]).toEqual(['consultation', mou.id, 'planned', ''])
    expect(
      await record.refused('procedure.changeStep', { stepId: id, step: { ...words, restricted: true } }),
    ).toMatchObject({ kind: 'StillReferredTo', by: [{ what: 'attachment', name: 'surat.pdf' }] })
  })
  it('before the date of an earlier one is kept, with a warning', async () => {
    await set('explored', done('2025-05-10'))
    await set('negotiated', done('2025-05-08'))
    expect((await view('negotiated')).warnings).toContainEqual({
      kind: 'beforeEarlierStep',
      earlier: 'explored',
      on: '2025-05-10',
    })
  })
  it('has its term counted over the holidays of its country, and says where nobody entered them', async () => {
    await set('requestComplete', done('2025-05-09')) // a Friday
    expect((await view('paperGiven')).due).toEqual({
      from: '2025-05-09',
      end: { on: '2025-05-14', yearsWithoutHolidays: [2025] },
    })
    expect((await view('paperGiven')).standing).toBe('overdue')
    await record.get('holiday.putAll', {
      side: 'IDN',
      days: [
        { date: '2025-05-12', name: 'Hari Raya Waisak' },
        { date: '2025-05-13', name: 'Cuti bersama' },
      ],
    })
    expect((await view('paperGiven')).due?.end).toEqual({ on: '2025-05-16', yearsWithoutHolidays: [] })
  })
  it('that does not apply says why, and undo brings back what it was', async () => {
    const { undo } = await set('fullPowers', { kind: 'notApplicable', reason: 'Menteri menandatangani' })
    expect((await view('fullPowers')).standing).toBe('notApplicable')
    expect(record.undo(undo)).toBeNull()
    expect((await view('fullPowers')).standing).toBe('planned')
  })
})

describe('the list of one memorandum', () => {
  it('takes a step of its own at its end, which then moves, changes and goes', async () => {
    const { value: added } = await record.get('procedure.addStep', { mouId: mou.id, step: rehearsal })
    expect((await keys()).at(-1)).toBe(added.key)
    await record.get('procedure.moveStep', { stepId: added.id, position: 0 })
    expect((await keys())[0]).toBe(added.key)
    await record.get('procedure.changeStep', { stepId: added.id, step: { ...rehearsal, source: 'Surat' } })
    expect((await view(added.key)).step).toEqual({ ...added, source: 'Surat' })
    const { undo } = await record.get('procedure.removeStep', { stepId: added.id })
    expect(await keys()).not.toContain(added.key)
    expect(record.undo(undo)).toBeNull()
    expect((await keys())[0]).toBe(added.key)
  })
  it('moves a step over each other one and back in its order', async () => {
    const before = await keys()
    const { step } = await view('consultation')
    for (let position = 1; position <= before.length; position++)
      await record.get('procedure.moveStep', { stepId: step.id, position })
    expect(await keys()).toEqual([...before.slice(1), 'consultation'])
    await record.get('procedure.moveStep', { stepId: step.id, position: 0 })
    expect(await keys()).toEqual(before)
  })
  it('keeps a step from which the term of another counts', async () => {
    const { step } = await view('requestComplete')
    expect(await record.refused('procedure.removeStep', { stepId: step.id })).toMatchObject({
      kind: 'StillReferredTo',
      by: [{ what: 'procedureStep', name: 'Kertas Perjanjian dan Map Perjanjian diterima' }],
    })
  })
  it('refuses a term that counts from a step of another list, or from its own', async () => {
    const term = { workingDays: 3, side: 'IDN', after: 'nowhere' }
    expect(
      await record.refused('procedure.addStep', { mouId: mou.id, step: { ...rehearsal, term } }),
    ).toMatchObject({ kind: 'StillReferredTo' })
    const { key, id } = (await record.get('procedure.addStep', { mouId: mou.id, step: rehearsal })).value
    const own = { ...rehearsal, term: { ...term, after: key } }
    expect(await record.refused('procedure.changeStep', { stepId: id, step: own })).toMatchObject({
      kind: 'InvalidInput',
    })
  })
  it('refuses what is done without a date, and a day that no calendar has', async () => {
    const stepId = (await view('explored')).step.id
    for (const on of [null, '2025-02-30'])
      expect(
        await record.refused('procedure.setStep', {
          stepId,
          state: { kind: 'done', on: on as string },
          note: '',
        }),
      ).toMatchObject({ kind: 'InvalidInput' })
    expect((await view('explored')).standing).toBe('planned')
  })
  it('answers for a step that is gone', async () => {
    const { id: stepId } = (await view('explored')).step
    await record.get('procedure.removeStep', { stepId })
    const gone = { kind: 'NotFound', what: 'procedureStep' }
    expect(
      await record.refused('procedure.setStep', { stepId, state: done('2025-05-02'), note: '' }),
    ).toEqual(gone)
    expect(await record.refused('procedure.moveStep', { stepId, position: 0 })).toEqual(gone)
    expect(await record.refused('procedure.removeStep', { stepId })).toEqual(gone)
    expect(await record.refused('procedure.changeStep', { stepId, step: rehearsal })).toEqual(gone)
  })
})
