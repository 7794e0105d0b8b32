import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fillSample } from '../../../electron/services/sample/fillSample.ts'
import type { MeetingDossier } from '../../../shared/meeting/meeting.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'

let record: MeetingRecord
let dossier: MeetingDossier

beforeEach(async () => {
  record = await newMeetingRecord({ sample: true })
  await fillSample(record.record)
  const { rows } = await record.get('meeting.list', { query: 'Nusa Dua', after: null })
  const [row] = rows
  if (!row) throw new Error('the sample has a meeting in Nusa Dua')
  dossier = await record.get('meeting.dossier', { meetingId: row.id })
})
afterEach(() => record.close())

describe('the minutes on the wall', () => {
  it('follow the item that is worked on, and its language', async () => {
    const meetingId = dossier.meeting.id
    const itemId = dossier.agenda[4]?.id
    if (!itemId) throw new Error('the agenda has more than four items')
    expect(await record.get('projection.read', { meetingId, language: null })).toMatchObject({
      shown: null,
      language: dossier.meeting.languages[0],
    })
    await record.get('projection.show', { meetingId, itemId, language: 'id' })
    expect(await record.get('projection.read', { meetingId, language: null })).toMatchObject({
      shown: itemId,
      language: 'id',
    })
  })
  it('are of no meeting that is not there', async () =>
    expect(
      await record.refused('projection.read', {
        meetingId: '01900000-0000-7000-8000-00000000dead' as typeof dossier.meeting.id,
        language: null,
      }),
    ).toEqual({ kind: 'NotFound', what: 'meeting' }))
})

describe('articles that minutes can refer to', () => {
  it('are those of the working texts, in reading order; of an instrument that is gone there are none', async () => {
    const { rows } = await record.get('mou.list', { query: '', after: null })
    const mouIds = rows.map(({ id }) => id)
    const articles = await record.get('mou.articles', { mouIds })
    expect(articles.length).toBeGreaterThan(5)
    expect(articles.slice(0, 2).map(({ name }) => name)).toEqual(['Article 2', 'Article 2 (a)'])
    const gone = '01900000-0000-7000-8000-00000000dead' as (typeof mouIds)[number]
    expect(await record.get('mou.articles', { mouIds: [gone] })).toEqual([])
  })
})
