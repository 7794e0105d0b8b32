import type { Migration } from '../migrate.ts'

/**
 * People over the years: their rank, the posts they held and when, what ended, and who is not who.
 *
 * A seat on a delegation tells how somebody was present, and from when to when. Two heads of one delegation are no
 * longer refused: while one hands over to another there are two, and the minutes are not exported with them.
 */
export const people: Migration = {
  version: 18,
  up: `
    ALTER TABLE agency ADD COLUMN ended_on TEXT;      -- the last day; null: it is there
    ALTER TABLE person ADD COLUMN rank TEXT CHECK (rank IN ('minister', 'viceMinister', 'ambassador',
      'directorGeneral', 'director', 'headOfSubdirectorate', 'headOfSection', 'officer'));
    ALTER TABLE person ADD COLUMN ended_on TEXT;      -- the last day on which he could sit on a delegation

    CREATE TABLE post (                               -- an office with its time
      person_id  TEXT NOT NULL REFERENCES person (id),
      position   INTEGER NOT NULL,                    -- in the order in which they were entered, from 0
      title      TEXT NOT NULL CHECK (json_type(title) = 'object'),
      agency_id  TEXT REFERENCES agency (id),
      held_from  TEXT,                                -- null: not known
      held_to    TEXT,                                -- null: it goes on
      acting     INTEGER NOT NULL CHECK (acting IN (0, 1)),
      PRIMARY KEY (person_id, position)
    ) STRICT;
    CREATE INDEX post_by_agency ON post (agency_id);

    CREATE TABLE person_apart (                       -- two that are alike and somebody said are two
      one_id    TEXT NOT NULL REFERENCES person (id),
      other_id  TEXT NOT NULL REFERENCES person (id),
      PRIMARY KEY (one_id, other_id),
      CHECK (one_id < other_id)
    ) STRICT;
    CREATE INDEX person_apart_by_other ON person_apart (other_id);

    ALTER TABLE delegate ADD COLUMN presence TEXT NOT NULL DEFAULT 'present'
      CHECK (presence IN ('present', 'excused', 'absent', 'represented'));
    UPDATE delegate SET presence = 'absent' WHERE present = 0;
    ALTER TABLE delegate DROP COLUMN present;
    ALTER TABLE delegate ADD COLUMN represented_by TEXT REFERENCES delegate (id);
    ALTER TABLE delegate ADD COLUMN represented_name TEXT;         -- by somebody without a seat
    ALTER TABLE delegate ADD COLUMN in_room TEXT NOT NULL DEFAULT '[]' CHECK (json_type(in_room) = 'array');
    CREATE INDEX delegate_by_representative ON delegate (represented_by);
    DROP INDEX one_head_of_delegation;`,
}
