import { describe, expect, it } from 'vitest'
import { createAgendaRepository } from '../../../electron/store/agendaRepository.ts'
import { migrations } from '../../../electron/store/migrations/migrations.ts'
import { openDatabase } from '../../../electron/store/openDatabase.ts'
import { createTopicRepository } from '../../../electron/store/topicRepository.ts'
import { MeetingId } from '../../../shared/ids.ts'
import { inTempFolder, makeRecord, newId, openFixture } from './recordFixture.ts'

const at = migrations.findIndex(({ up }) => up.includes('CREATE TABLE topic ('))
const before = migrations.slice(0, at)

describe('a record from before topics were its own', () => {
  it('keeps the items of its agendas with their topics, and finds them when they change', () =>
    inTempFolder(async (folder) => {
      const fixture = await makeRecord(folder, { migrations: before })
      const [relationship, series, meeting, item] = [newId(), newId(), newId(), newId()]
      const db = openDatabase(fixture.path, fixture.key, 'readWrite')
      const fill = (table: string, row: Readonly<Record<string, unknown>>) =>
        db
          .prepare(
            `INSERT INTO ${table} (${Object.keys(row).join(', ')})
             VALUES (${Object.keys(row)
               .map((name) => `@${name}`)
               .join(', ')})`,
          )
          .run(row)
      fill('relationship', { id: relationship, own_side: 'IDN', other_side: 'KHM' })
      fill('series', {
        ...{
          id: series,
          relationship_id: relationship,
          name: '{"en":"Talks"}',
          short_name: '{"en":"Talks"}',
        },
        words: '',
      })
      fill('meeting', {
        ...{ id: meeting, series_id: series, number: 1, title: '{}', status: 'held', classification: 'open' },
        ...{
          place: '{"en":"Nusa Dua"}',
          venue: '',
          zone: 'Asia/Makassar',
          counterpart_zone: 'Asia/Makassar',
        },
        ...{ held_on: '2025-05-19', starts: '09:00', ends: '17:00', languages: '["en"]', words: '' },
      })
      fill('agenda_item', {
        ...{ id: item, meeting_id: meeting, rank: 1, part: 'discussion', title: '{"en":"Gangs"}' },
        ...{ topic: 'transnationalCrime.narcotics', lead: 'KHM', planned_minutes: 30, added_by: 'IDN' },
        composition: 'composed',
      })
      db.close()

      const store = await openFixture(fixture)
      const items = createAgendaRepository(store.db).ofMeeting(MeetingId.parse(meeting))
      expect(items.map((one) => one.item)).toEqual([
        {
          ...{ id: item, meetingId: meeting, part: 'discussion', title: { en: 'Gangs' } },
          ...{ topic: 'transnationalCrime.narcotics', proposedBy: null, lead: 'KHM', plannedMinutes: 30 },
          ...{ addedBy: 'IDN', movedBy: null, endedAs: null, composition: 'composed' },
        },
      ])
      const topics = createTopicRepository(store.db).all()
      expect(topics.some(({ id }) => id === items[0]?.item.topic)).toBe(true)
      store.db.exec('DELETE FROM search_due')
      store.db.prepare('UPDATE agenda_item SET rank = 2 WHERE id = ?').run(item)
      expect(store.db.prepare('SELECT source_id FROM search_due').pluck().all()).toEqual([meeting])
      store.close()
    }))
})
