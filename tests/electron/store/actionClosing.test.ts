import { describe, expect, it } from 'vitest'
import { migrations } from '../../../electron/store/migrations/migrations.ts'
import { openDatabase } from '../../../electron/store/openDatabase.ts'
import { createActionRepository } from '../../../electron/store/outcomeRepository.ts'
import { MeetingId } from '../../../shared/ids.ts'
import { inTempFolder, makeRecord, newId, openFixture } from './recordFixture.ts'

const before = migrations.filter(({ version }) => version < 4)

describe('a record from before actions had a closing day', () => {
  it.each([
    ['open', null, 'open', null],
    ['open', '2025-06-01', 'open', null], // the state wins
    ['done', '2025-06-01', 'done', '2025-06-01'],
    ['done', null, 'done', '2025-05-19'], // since the day of its meeting, as old minutes took it
    ['withdrawn', null, 'withdrawn', '2025-05-19'],
    ['withdrawn', '2025-06-01', 'withdrawn', '2025-06-01'],
  ])('reads an action that was %s with the day %s as %s, %s', (state, day, stateNow, dayNow) =>
    inTempFolder(async (folder) => {
      const fixture = await makeRecord(folder, { migrations: before })
      const [relationship, series, meeting, action] = [newId(), newId(), newId(), newId()]
      const db = openDatabase(fixture.path, fixture.key, 'readWrite')
      db.prepare('INSERT INTO relationship VALUES (?, ?, ?)').run(relationship, 'IDN', 'KHM')
      db.prepare('INSERT INTO series VALUES (?, ?, ?, ?, ?)').run(series, relationship, '{}', '{}', '')
      db.prepare(
        `INSERT INTO meeting VALUES (?, ?, 1, '{}', 'held', 'open', '{"en":"Nusa Dua"}', '', 'Asia/Makassar',
           'Asia/Phnom_Penh', '2025-05-19', '09:00', '17:00', '["en"]', NULL, NULL, NULL, '')`,
      ).run(meeting, series)
      db.prepare(
        `INSERT INTO action VALUES (?, ?, NULL, 1, 2025, 1, 'both', '{"en":"Name focal points"}', NULL, '',
           NULL, ?, ?, '')`,
      ).run(action, meeting, state, day)
      db.prepare('INSERT INTO due_change VALUES (?, ?, ?, NULL, NULL)').run(newId(), action, meeting)
      db.close()

      const store = await openFixture(fixture)
      const actions = createActionRepository(store.db).ofMeeting(MeetingId.parse(meeting))
      expect(actions).toMatchObject([
        { id: action, state: stateNow, closedOn: dayNow, dueChanges: [{ from: null, to: null }] },
      ])
      const contradict = store.db.prepare(`UPDATE action SET state = 'open', closed_on = '2025-06-01'`)
      expect(() => contradict.run()).toThrow(/CHECK/)
      store.close()
    }),
  )
})
