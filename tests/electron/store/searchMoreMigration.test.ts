import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../../../electron/store/migrate.ts'
import { migrations } from '../../../electron/store/migrations/migrations.ts'

const before = migrations.filter(({ version }) => version < 21)

let db: Database.Database
beforeEach(() => {
  db = new Database(':memory:')
  migrate(db, before)
  db.exec(`
    INSERT INTO relationship (id, own_side, other_side) VALUES ('r', 'IDN', 'KHM');
    INSERT INTO series (id, relationship_id, name, short_name, words) VALUES ('s', 'r', '{}', '{}', '');
    INSERT INTO meeting (id, series_id, number, title, status, classification, place, venue, zone, counterpart_zone,
      held_on, starts, ends, languages, words)
    VALUES ('m', 's', 1, '{}', 'held', 'open', '{}', '', 'Asia/Makassar', 'Asia/Makassar', '2025-05-19', '09:00', '17:00',
      '["en"]', ''),
      ('other', 's', 2, '{}', 'held', 'open', '{}', '', 'Asia/Makassar', 'Asia/Makassar', '2025-06-19', '09:00', '17:00',
      '["en"]', '');
    INSERT INTO minutes_correction (id, meeting_id, version, number, side, asked, state, reason)
    VALUES ('c', 'm', 1, 1, 'KHM', 'Delete item 3', 'open', '');
    INSERT INTO backlog_item (id, series_id, title, planned_minutes) VALUES ('b', 's', '{"en":"Visa fees"}', 20);
    DELETE FROM search_due;
    INSERT INTO search_due (kind, source_id) VALUES ('person', 'p');`)
})
afterEach(() => db.close())

const due = () =>
  db.prepare(`SELECT kind || ' ' || source_id FROM search_due ORDER BY kind, source_id`).pluck().all()

describe('a record from before corrections were searched', () => {
  it('has those it holds read into the index, and what was due already', () => {
    migrate(db, migrations)
    expect(due()).toEqual(['backlogItem b', 'meeting m', 'person p'])
  })
  it('has what is written from then on read too', () => {
    migrate(db, migrations)
    for (const write of [
      `UPDATE minutes_correction SET state = 'refused', reason = 'No', decided_on = '2025-06-01' WHERE id = 'c'`,
      `INSERT INTO confirmed_minutes (meeting_id, amendments) VALUES ('m', '[]')`,
      `DELETE FROM minutes_correction`,
    ]) {
      db.exec('DELETE FROM search_due')
      db.exec(write)
      expect(due()).toEqual(['meeting m'])
    }
    db.exec('DELETE FROM search_due')
    db.exec(`UPDATE meeting SET title = '{"en":"Talks"}' WHERE id = 'other'`)
    expect(due()).toEqual(['meeting other'])
  })
})
