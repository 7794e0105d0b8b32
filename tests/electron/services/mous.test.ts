import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signingWindow } from '../../../shared/mou/stages.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'
import { fixture, withDraft, withMou } from '../../support/mouRecord.ts'

let record: MeetingRecord
beforeEach(async () => void (record = await newMeetingRecord()))
afterEach(() => record.close())

const entry = (mou: { readonly id: string }, stage: string, enteredOn = '2025-05-19', reason = '') =>
  ({ entry: { mouId: mou.id, stage, enteredOn, reason } }) as never

describe('a memorandum', () => {
  it('is found by its titles in any language', async () => {
    await withMou(record)
    await withMou(record, { title: { id: 'Nota Kesepahaman tentang Kejahatan Siber' }, shortTitle: 'Siber' })
    const { rows } = await record.get('mou.list', { query: 'kejahatan siber', after: null })
    expect(rows.map(({ shortTitle }) => shortTitle)).toEqual(['Siber'])
  })
  it('comes in pages, the newest first, each once', async () => {
    for (let count = 0; count < 60; count++) await withMou(record, { shortTitle: `MoU ${count}` })
    const first = await record.get('mou.list', { query: '', after: null })
    const rest = await record.get('mou.list', { query: '', after: first.next })
    const names = [...first.rows, ...rest.rows].map(({ shortTitle }) => shortTitle)
    expect(names).toEqual(Array.from({ length: 60 }, (_, count) => `MoU ${59 - count}`))
    expect(rest.next).toBeNull()
  })
  it('names its parties in the order of the relationship', async () => {
    const mou = await withMou(record)
    const fault = await record.refused('mou.put', { mou: { ...mou, parties: mou.parties.toReversed() } })
    expect(fault).toEqual({ kind: 'InvalidInput', problems: ['mou.parties: otherSide'] })
  })
  it('keeps its agencies and signatories in the record', async () => {
    const agency = { id: null, side: 'IDN', name: { en: 'Ministry' }, level: 'ministry' as const }
    const { value } = await record.get('agency.put', { agency })
    const mou = await withMou(record)
    const [own, other] = mou.parties
    if (!own || !other) throw new Error('a memorandum has two parties')
    await record.get('mou.put', { mou: { ...mou, parties: [{ ...own, agencyId: value.id }, other] } })
    const fault = await record.refused('agency.remove', { agencyId: value.id })
    expect(fault).toMatchObject({ kind: 'StillReferredTo', by: [{ what: 'mou', name: 'TPPO' }] })
  })
  it('prevails only in a language that it is made in', async () => {
    const mou = await withMou(record)
    expect((await record.refused('mou.put', { mou: { ...mou, prevailing: 'km' } })).kind).toBe('InvalidInput')
  })
  it('says when it is to be signed as people said it, with the span that it comes to', async () => {
    const said = 'three to four months from 19 May 2025'
    const target = { kind: 'window' as const, said, after: '2025-05-19', fromMonths: 3, toMonths: 4 }
    const mou = await withMou(record, { signingTarget: target })
    const { mou: kept } = await record.get('mou.dossier', { mouId: mou.id })
    expect(kept.signingTarget).toEqual(target)
    expect(signingWindow(target)).toEqual({ from: '2025-08-19', to: '2025-09-19' })
  })
  it('goes with all that belongs to it and comes back by undo, drafts and texts too', async () => {
    const mou = await withMou(record)
    const draft = await withDraft(record, mou, { bytes: fixture('mou-v1-idn-draft.en.txt') })
    const from = { kind: 'draft' as const, draftId: draft.id }
    await record.get('workingText.begin', { mouId: mou.id, language: 'en', from })
    const milestone = { id: null, mouId: mou.id, title: { en: 'Legal review' }, plannedOn: '2025-06-01' }
    await record.get('milestone.put', {
      milestone: { ...milestone, doneOn: null, isAtRisk: true, note: '' },
    })
    await record.get('stage.enter', entry(mou, 'drafting'))
    const before = await record.get('mou.dossier', { mouId: mou.id })
    const { undo } = await record.get('mou.remove', { mouId: mou.id })
    expect(await record.refused('mou.dossier', { mouId: mou.id })).toEqual({ kind: 'NotFound', what: 'mou' })
    expect(record.undo(undo)).toBeNull()
    expect(await record.get('mou.dossier', { mouId: mou.id })).toEqual(before)
  })
})

describe('the stages of a memorandum', () => {
  it('follow one another, and another order needs a reason', async () => {
    const mou = await withMou(record)
    await record.get('stage.enter', entry(mou, 'drafting'))
    const fault = await record.refused('stage.enter', entry(mou, 'signing'))
    expect(fault).toEqual({ kind: 'ReasonNeeded', why: 'stageOutOfOrder' })
    await record.get('stage.enter', entry(mou, 'signing', '2025-05-19', 'Agreed by exchange of notes'))
    const { stages } = await record.get('mou.dossier', { mouId: mou.id })
    expect(stages.map(({ stage }) => stage)).toEqual(['drafting', 'signing'])
  })
  it('do not reach the agreed text while a bracket is open, and say which', async () => {
    const mou = await withMou(record)
    const draft = await withDraft(record, mou, { bytes: fixture('mou-v3-consolidated.en.txt') })
    const from = { kind: 'draft' as const, draftId: draft.id }
    await record.get('workingText.begin', { mouId: mou.id, language: 'en', from })
    await record.get('stage.enter', entry(mou, 'drafting'))
    await record.get('stage.enter', entry(mou, 'negotiation'))
    const fault = await record.refused('stage.enter', entry(mou, 'textAgreed', '2025-05-19', 'in a hurry'))
    expect(fault).toMatchObject({ kind: 'BracketsOpen', count: draft.openBrackets })
    if (fault.kind === 'BracketsOpen') expect(fault.brackets[0]?.clause).toMatch(/^Article \d/)
    const { rows } = await record.get('mou.list', { query: '', after: null })
    expect(rows[0]).toMatchObject({ stage: 'negotiation', openBrackets: draft.openBrackets, drafts: 1 })
  })
  it('need a reason where the date is odd', async () => {
    const mou = await withMou(record)
    await record.get('stage.enter', entry(mou, 'drafting'))
    expect(await record.refused('stage.enter', entry(mou, 'negotiation', '2025-05-01'))).toMatchObject({
      why: 'beforeEarlierStage',
    })
    expect(await record.refused('stage.enter', entry(mou, 'negotiation', '2031-01-01'))).toMatchObject({
      why: 'inTheFuture',
    })
  })
  it('are taken back from the last', async () => {
    const mou = await withMou(record)
    const first = await record.get('stage.enter', entry(mou, 'drafting'))
    const second = await record.get('stage.enter', entry(mou, 'negotiation'))
    expect((await record.refused('stage.remove', { entryId: first.value.id })).kind).toBe('InvalidInput')
    await record.get('stage.remove', { entryId: second.value.id })
    expect((await record.get('mou.list', { query: '', after: null })).rows[0]?.stage).toBe('drafting')
  })
})
