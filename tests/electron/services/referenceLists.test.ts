import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/api/contract.ts'
import { indonesianProcedure } from '../../../shared/mou/procedureTemplate.ts'
import { usualTerms } from '../../../shared/mou/terms.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'

let record: MeetingRecord

beforeEach(async () => {
  record = await newMeetingRecord()
})
afterEach(() => record.close())

const put = async (holiday: Partial<Input<'holiday.put'>['holiday']> = {}) =>
  record.get('holiday.put', {
    holiday: { id: null, side: 'IDN', date: '2025-05-12', name: 'Waisak', ...holiday },
  })
const days = async () =>
  (await record.get('holiday.list', {})).map(({ side, date, name }) => [side, date, name])

describe('the table of holidays', () => {
  it('is empty in a new record: nothing is guessed', async () => expect(await days()).toEqual([]))
  it('goes by date, and a day may be one of both countries', async () => {
    await put({ side: 'KHM', date: '2025-11-09', name: 'Independence Day' })
    await put({ side: 'KHM', name: 'Visak Bochea' })
    await put()
    expect(await days()).toEqual([
      ['IDN', '2025-05-12', 'Waisak'],
      ['KHM', '2025-05-12', 'Visak Bochea'],
      ['KHM', '2025-11-09', 'Independence Day'],
    ])
  })
  it('refuses a second holiday of a country on one day', async () => {
    const { value } = await put()
    expect(await record.refused('holiday.put', { holiday: { ...value, id: null, name: 'Again' } })).toEqual({
      kind: 'AlreadyThere',
      what: 'holiday',
    })
    await put({ ...value, name: 'Hari Raya Waisak' })
    expect(await days()).toEqual([['IDN', '2025-05-12', 'Hari Raya Waisak']])
  })
  it('takes over a whole table in one act, over what is there', async () => {
    const { value } = await put()
    const { undo } = await record.get('holiday.putAll', {
      side: 'IDN',
      days: [
        { date: '2025-05-12', name: 'Hari Raya Waisak' },
        { date: '2025-05-29', name: 'Kenaikan Yesus Kristus' },
      ],
    })
    const [first] = await record.get('holiday.list', {})
    expect(first).toEqual({ ...value, name: 'Hari Raya Waisak' })
    expect(record.undo(undo)).toBeNull()
    expect(await days()).toEqual([['IDN', '2025-05-12', 'Waisak']])
  })
  it('lets a holiday go, and brings it back', async () => {
    const { value } = await put()
    const { undo } = await record.get('holiday.remove', { holidayId: value.id })
    expect(await days()).toEqual([])
    expect(record.undo(undo)).toBeNull()
    expect(await days()).toHaveLength(1)
    await record.get('holiday.remove', { holidayId: value.id })
    expect(await record.refused('holiday.remove', { holidayId: value.id })).toMatchObject({ what: 'holiday' })
    expect(await record.refused('holiday.put', { holiday: value })).toMatchObject({ what: 'holiday' })
  })
  it('refuses a day that no calendar has, and a name that says nothing', async () => {
    const holiday = { id: null, side: 'IDN', date: '2025-02-30', name: 'x' }
    expect(await record.refused('holiday.put', { holiday })).toMatchObject({ kind: 'InvalidInput' })
    expect(
      await record.refused('holiday.put', { holiday: { ...holiday, date: '2025-02-28', name: ' ' } }),
    ).toMatchObject({ kind: 'InvalidInput' })
    expect(await days()).toEqual([])
  })
})

describe('the list of terms', () => {
  it('begins empty, and takes over the usual ones in one act', async () => {
    expect(await record.get('term.list', {})).toEqual([])
    const { undo } = await record.get('term.addAll', { terms: [...usualTerms] })
    expect((await record.get('term.list', {})).map(({ forms, note }) => ({ forms, note }))).toEqual(
      usualTerms,
    )
    expect(record.undo(undo)).toBeNull()
    expect(await record.get('term.list', {})).toEqual([])
  })
  it('keeps what is changed, and lets a term go', async () => {
    const { value } = await record.get('term.put', {
      term: { id: null, forms: { id: { use: ['TPPO'], avoid: [] } }, note: '' },
    })
    const changed = {
      ...value,
      forms: { ...value.forms, km: { use: ['ការជួញដូរមនុស្ស'], avoid: [] } },
      note: 'KHM',
    }
    await record.get('term.put', { term: changed })
    expect(await record.get('term.list', {})).toEqual([changed])
    await record.get('term.remove', { termId: value.id })
    expect(await record.refused('term.remove', { termId: value.id })).toEqual({
      kind: 'NotFound',
      what: 'term',
    })
    expect(await record.refused('term.put', { term: changed })).toEqual({ kind: 'NotFound', what: 'term' })
  })
  it('refuses a term without any form to use', async () =>
    expect(
      await record.refused('term.put', {
        term: { id: null, forms: { en: { use: [], avoid: ['human trafficking'] } }, note: '' },
      }),
    ).toMatchObject({ kind: 'InvalidInput' }))
})

describe('the checklist for new memoranda', () => {
  const [first, second, ...rest] = indonesianProcedure

  it('is the one of the law until somebody changes it, and again when he sets it back', async () => {
    expect(await record.get('procedure.template', {})).toEqual({
      isShipped: true,
      steps: indonesianProcedure,
    })
    const steps = [second!, first!, ...rest]
    await record.get('procedure.setTemplate', { steps })
    expect(await record.get('procedure.template', {})).toEqual({ isShipped: false, steps })
    const { undo } = await record.get('procedure.resetTemplate', {})
    expect(await record.get('procedure.template', {})).toMatchObject({ isShipped: true })
    expect(record.undo(undo)).toBeNull()
    expect(await record.get('procedure.template', {})).toEqual({ isShipped: false, steps })
  })
  it('names the steps whose term counts from one that is left out', async () =>
    expect(
      await record.refused('procedure.setTemplate', {
        steps: indonesianProcedure.filter(({ key }) => key !== 'requestComplete'),
      }),
    ).toEqual({
      kind: 'StillReferredTo',
      by: [{ what: 'procedureStep', name: 'Kertas Perjanjian dan Map Perjanjian diterima', on: null }],
    }))
  it('refuses a key that comes twice, and a term that counts from its own step', async () => {
    expect(await record.refused('procedure.setTemplate', { steps: [first!, first!] })).toEqual({
      kind: 'AlreadyThere',
      what: 'procedureStep',
    })
    const term = { workingDays: 3, side: 'IDN', after: first!.key }
    expect(await record.refused('procedure.setTemplate', { steps: [{ ...first!, term }] })).toMatchObject({
      kind: 'InvalidInput',
    })
    expect(await record.get('procedure.template', {})).toMatchObject({ isShipped: true })
  })
})
