import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Mou } from '../../../shared/mou/mou.ts'
import { textSchema } from '../../../shared/text/extensions.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'
import { fixture, withDraft, withMou } from '../../support/mouRecord.ts'

let record: MeetingRecord
let mou: Mou
beforeEach(async () => {
  record = await newMeetingRecord()
  mou = await withMou(record)
})
afterEach(() => record.close())

const text = (...articles: readonly string[]) =>
  Buffer.from(articles.map((words, at) => `Article ${at + 1}\nHeading ${at + 1}\n1. ${words}\n`).join('\n'))
const found = (query = '', unsigned = false) =>
  record.get('clause.library', { mouId: mou.id, language: 'en', query, unsigned })
const signed = { kind: 'signed', tabledBy: 'both' } as const

describe('the clause library', () => {
  it('has the articles of signed texts, of other memoranda only', async () => {
    await withDraft(record, mou, { bytes: text('Ours.'), facts: signed })
    const other = await withMou(record, { shortTitle: 'Siber' })
    await withDraft(record, other, { bytes: text('Old.'), facts: { ...signed, textDate: '2024-01-01' } })
    await withDraft(record, other, { bytes: text('New.'), facts: { ...signed, textDate: '2025-01-01' } })
    await withDraft(record, other, { bytes: text('A draft.') })
    expect((await found()).map(({ words, draft }) => [words.split('\n').at(-1), draft?.kind])).toEqual([
      ['1. New.', 'signed'],
      ['1. Old.', 'signed'],
    ])
  })
  it('has the latest text of a memorandum that was not signed only on request, behind what was', async () => {
    const other = await withMou(record, { shortTitle: 'Batas' })
    await withDraft(record, other, { bytes: text('First.') })
    const latest = await withDraft(record, other, { bytes: text('Latest.') })
    const third = await withMou(record, { shortTitle: 'Siber' })
    await withDraft(record, third, { bytes: text('Signed.'), facts: { ...signed, textDate: '2020-01-01' } })
    const last = async (unsigned: boolean) =>
      (await found('', unsigned)).map(({ words }) => words.split('\n').at(-1))
    expect(await last(false)).toEqual(['1. Signed.'])
    expect(await last(true)).toEqual(['1. Signed.', '1. Latest.'])
    const from = { kind: 'draft' as const, draftId: latest.id }
    await record.get('workingText.begin', { mouId: other.id, language: 'en', from })
    expect((await found('', true))[1]).toMatchObject({ shortTitle: 'Batas', draft: null, label: 'Article 1' })
  })
  it('finds words in any order, whatever their case and accents', async () => {
    const other = await withMou(record, { shortTitle: 'Siber' })
    await withDraft(record, other, { bytes: fixture('mou-v1-idn-draft.en.txt'), facts: signed })
    expect((await found('attache immigration')).map(({ label, heading }) => `${label} ${heading}`)).toEqual([
      'Article 3 Forms of Cooperation',
    ])
    expect(await found('nowhere')).toEqual([])
    expect((await found()).length).toBe(10)
  })
  it('gives nodes of the schema without ids', async () => {
    const other = await withMou(record, { shortTitle: 'Siber' })
    await withDraft(record, other, { bytes: text('Words.'), facts: signed })
    const [clause] = await found()
    const node = textSchema.nodeFromJSON(clause?.node)
    expect(node.type.name).toBe('article')
    node.descendants(({ attrs }) => void expect(attrs['blockId'] ?? null).toBeNull())
  })
  it('is of one language', async () => {
    const other = await withMou(record, { shortTitle: 'Siber' })
    await withDraft(record, other, { bytes: text('Kata.'), facts: signed, language: 'id' })
    expect(await found()).toEqual([])
  })
})
