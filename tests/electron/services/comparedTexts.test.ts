import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordText } from '../../../shared/compare/comparedText.ts'
import { readRecordText, writtenRecordText } from '../../../shared/compare/comparedText.ts'
import type { Draft } from '../../../shared/mou/draft.ts'
import type { Mou } from '../../../shared/mou/mou.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'
import { fixture, withDraft, withMou } from '../../support/mouRecord.ts'
import { del, ins, r, wordFile } from '../../support/wordFile.ts'

let record: MeetingRecord
let mou: Mou
beforeEach(async () => {
  record = await newMeetingRecord()
  mou = await withMou(record)
})
afterEach(() => record.close())

const v1 = fixture('mou-v1-idn-draft.en.txt')
const v2 = fixture('mou-v2-khm-counterdraft.en.txt')
const theirs = { kind: 'counterDraft', tabledBy: 'KHM', textDate: '2025-05-12' } as const
const of = ({ id }: Draft): RecordText => ({ kind: 'draft', draftId: id })

describe('texts of the record', () => {
  it('are compared with one another, also of different memoranda', async () => {
    const first = await withDraft(record, mou, { bytes: v1 })
    const elsewhere = await withDraft(record, await withMou(record, { shortTitle: 'Siber' }), { bytes: v2 })
    const { base, target, changes } = await record.get('compare.texts', {
      ...{ base: of(first), target: of(elsewhere) },
    })
    expect([base.hash, target.hash]).toEqual([first.textHash, elsewhere.textHash])
    expect(changes.length).toBeGreaterThan(20)
  })
  it('are compared with the working text, which is none but its draft at first', async () => {
    const first = await withDraft(record, mou, { bytes: v1 })
    const from = { kind: 'draft' as const, draftId: first.id }
    await record.get('workingText.begin', { mouId: mou.id, language: 'en', from })
    const target = { kind: 'workingText' as const, mouId: mou.id, language: 'en' as const }
    expect((await record.get('compare.texts', { base: of(first), target })).changes).toEqual([])
    expect(await record.get('compare.recordText', { text: target })).toMatchObject({
      ...{ shortTitle: 'TPPO', draft: null, sha256: first.textHash, words: first.words },
    })
  })
  it('that are not there are named', async () => {
    const first = await withDraft(record, mou, { bytes: v1 })
    const target = { kind: 'workingText' as const, mouId: mou.id, language: 'en' as const }
    expect(await record.refused('compare.texts', { base: of(first), target })).toEqual({
      ...{ kind: 'NotFound', what: 'workingText' },
    })
    await record.get('draft.remove', { draftId: first.id })
    expect(await record.refused('compare.recordText', { text: of(first) })).toEqual({
      ...{ kind: 'NotFound', what: 'draft' },
    })
  })
  it('of two languages are refused by name', async () => {
    const first = await withDraft(record, mou, { bytes: v1 })
    const indonesian = await withDraft(record, mou, {
      ...{ bytes: fixture('mou-v3-consolidated.id.txt'), language: 'id' },
    })
    expect(await record.refused('compare.texts', { base: of(first), target: of(indonesian) })).toMatchObject({
      kind: 'DifferentLanguages',
      base: 'en',
      target: 'id',
    })
  })
  it('go out as a redline under their own names', async () => {
    const first = await withDraft(record, mou, { bytes: v1 })
    const second = await withDraft(record, mou, { bytes: v2, facts: theirs, parents: [first] })
    const saved = await record.get('compare.exportRedline', {
      ...{ base: of(first), target: of(second), author: 'KHM', date: '2025-05-12' },
      ...{ language: 'en', front: true },
    })
    expect(saved?.name).toBe('TPPO, draft 2 (KHM), redline, KHM.docx')
    expect(record.store.history(null, 1)[0]?.about).toBe('TPPO, draft 1 (IDN) → TPPO, draft 2 (KHM)')
  })
  it('have an address of their own', () => {
    const text: RecordText = { kind: 'workingText', mouId: mou.id, language: 'km' }
    expect(readRecordText(writtenRecordText(text))).toEqual(text)
    expect(readRecordText('nothing')).toBeNull()
  })
})

describe('what a counter-draft changed and did not mark', () => {
  const ours = Buffer.from('The Parties shall reply within fourteen days, at no cost, in English.')
  const marked = wordFile({
    body: `<w:p>${r('The Parties shall reply within ')}${del('fourteen')}${ins(r('thirty'))}${r(' days, in English.')}</w:p>`,
  })

  it('is told of a draft by the file that it came in', async () => {
    const base = await withDraft(record, mou, { bytes: ours })
    const target = await withDraft(record, mou, { name: 'theirs.docx', bytes: marked, facts: theirs })
    const pair = { base: of(base), target: of(target) }
    const { changes } = await record.get('compare.texts', pair)
    const unmarked = await record.get('compare.unmarked', pair)
    expect(changes.length).toBe(2)
    expect(changes.filter(({ id }) => unmarked?.includes(id)).map(({ wordsBefore }) => wordsBefore)).toEqual([
      expect.stringContaining('at no cost'),
    ])
  })
  it('is not told where nobody tracked anything', async () => {
    const base = await withDraft(record, mou, { bytes: ours })
    const target = await withDraft(record, mou, { bytes: v2, facts: theirs })
    expect(await record.get('compare.unmarked', { base: of(base), target: of(target) })).toBeNull()
  })
})
