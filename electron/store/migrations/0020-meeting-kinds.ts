import type { Migration } from '../migrate.ts'

/**
 * Meetings by kind; what an item was that came off an agenda, so that it can come back; and how long items were
 * worked on at the table.
 */
export const meetingKinds: Migration = {
  version: 20,
  up: `
    ALTER TABLE meeting ADD COLUMN kind TEXT CHECK (kind IN ('ministerial', 'seniorOfficials', 'technical',
      'negotiationRound', 'courtesyCall', 'studyVisit', 'signing'));   -- null: not stated
    CREATE INDEX meeting_by_kind ON meeting (kind, held_on DESC, starts DESC, id DESC);

    ALTER TABLE taken_off ADD COLUMN item TEXT CHECK (json_type(item) = 'object');   -- null: only its title is known

    CREATE TABLE item_time (                    -- not captured by undo.ts, so without a foreign key
      item_id  TEXT PRIMARY KEY,                -- agenda item
      spent    INTEGER NOT NULL CHECK (spent >= 0)   -- milliseconds
    ) STRICT;`,
}
