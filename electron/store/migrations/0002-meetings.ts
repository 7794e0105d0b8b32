import type { Migration } from '../migrate.ts'

/**
 * People and agencies, relationships and series, meetings and what belongs to one.
 *
 * Wordings are JSON objects with the members en, id, km (values.ts). A `rank` orders rows among their siblings and
 * leaves gaps, so that moving one writes one row and taking that back disturbs no other. A column `words` holds
 * the folded text that lists are filtered by (fold.ts).
 */
export const meetings: Migration = {
  version: 2,
  up: `
    CREATE TABLE agency (
      id     TEXT PRIMARY KEY,
      side   TEXT NOT NULL CHECK (side GLOB '[A-Z][A-Z][A-Z]'),      -- ISO 3166-1 alpha-3
      name   TEXT NOT NULL CHECK (json_type(name) = 'object'),
      level  TEXT NOT NULL
             CHECK (level IN ('ministry', 'directorateGeneral', 'directorate', 'police', 'embassy', 'agency')),
      words  TEXT NOT NULL
    ) STRICT;
    CREATE INDEX agency_by_side ON agency (side, words, id);

    CREATE TABLE person (
      id          TEXT PRIMARY KEY,
      side        TEXT NOT NULL CHECK (side GLOB '[A-Z][A-Z][A-Z]'),
      honorific   TEXT NOT NULL,
      name        TEXT NOT NULL CHECK (trim(name) <> ''),
      khmer_name  TEXT NOT NULL,
      title       TEXT NOT NULL CHECK (json_type(title) = 'object'),
      agency_id   TEXT REFERENCES agency (id),
      signs_as    TEXT NOT NULL,                                     -- empty: the name in capitals
      sort_name   TEXT NOT NULL,                                     -- the name, folded, cut to 120 units
      words       TEXT NOT NULL
    ) STRICT;
    CREATE INDEX person_by_name ON person (sort_name, id);
    CREATE INDEX person_by_side ON person (side, sort_name, id);
    CREATE INDEX person_by_agency ON person (agency_id);

    CREATE TABLE relationship (
      id          TEXT PRIMARY KEY,
      own_side    TEXT NOT NULL CHECK (own_side GLOB '[A-Z][A-Z][A-Z]'),
      other_side  TEXT NOT NULL CHECK (other_side GLOB '[A-Z][A-Z][A-Z]' AND other_side <> own_side),
      UNIQUE (own_side, other_side)
    ) STRICT;

    CREATE TABLE series (
      id               TEXT PRIMARY KEY,
      relationship_id  TEXT NOT NULL REFERENCES relationship (id),
      name             TEXT NOT NULL CHECK (json_type(name) = 'object'),
      short_name       TEXT NOT NULL CHECK (json_type(short_name) = 'object'),
      words            TEXT NOT NULL                                 -- with the names of the other country
    ) STRICT;
    CREATE INDEX series_by_relationship ON series (relationship_id, id);

    CREATE TABLE meeting (
      id                 TEXT PRIMARY KEY,
      series_id          TEXT NOT NULL REFERENCES series (id),
      number             INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
      title              TEXT NOT NULL CHECK (json_type(title) = 'object'),
      status             TEXT NOT NULL CHECK (status IN ('planned', 'running', 'held')),
      classification     TEXT NOT NULL CHECK (classification IN ('open', 'restricted', 'secret')),
      place              TEXT NOT NULL CHECK (json_type(place) = 'object'),
      venue              TEXT NOT NULL,
      zone               TEXT NOT NULL,                              -- IANA; the times are on its clock
      counterpart_zone   TEXT NOT NULL,
      held_on            TEXT NOT NULL CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      starts             TEXT NOT NULL CHECK (starts GLOB '[0-9][0-9]:[0-9][0-9]'),
      ends               TEXT NOT NULL CHECK (ends GLOB '[0-9][0-9]:[0-9][0-9]'),
      languages          TEXT NOT NULL CHECK (json_type(languages) = 'array'),   -- the first is that of the originals
      agenda_adopted_on  TEXT,                                       -- null while the agenda is a proposal
      next_place         TEXT CHECK (next_place IS NULL OR json_type(next_place) = 'object'),
      next_when          TEXT CHECK (next_when IS NULL OR json_type(next_when) = 'object'),
      words              TEXT NOT NULL,
      CHECK ((next_place IS NULL) = (next_when IS NULL)),
      UNIQUE (series_id, number)
    ) STRICT;
    CREATE INDEX meeting_by_day ON meeting (held_on DESC, starts DESC, id DESC);

    CREATE TABLE programme_event (
      id          TEXT PRIMARY KEY,
      meeting_id  TEXT NOT NULL REFERENCES meeting (id),
      kind        TEXT NOT NULL CHECK (kind IN ('session', 'studyVisit', 'courtesyCall', 'meal', 'other')),
      title       TEXT NOT NULL CHECK (json_type(title) = 'object'),
      place       TEXT NOT NULL,
      held_on     TEXT NOT NULL,
      starts      TEXT NOT NULL,
      ends        TEXT NOT NULL,
      visibility  TEXT NOT NULL CHECK (visibility IN ('internal', 'shared'))
    ) STRICT;
    CREATE INDEX programme_event_by_meeting ON programme_event (meeting_id, held_on, starts, id);

    CREATE TABLE delegate (                     -- name and title as of the day of the meeting
      id           TEXT PRIMARY KEY,
      meeting_id   TEXT NOT NULL REFERENCES meeting (id),
      person_id    TEXT NOT NULL REFERENCES person (id),
      side         TEXT NOT NULL CHECK (side GLOB '[A-Z][A-Z][A-Z]'),
      role         TEXT NOT NULL
                   CHECK (role IN ('head', 'alternate', 'member', 'adviser', 'interpreter', 'secretary')),
      rank         INTEGER NOT NULL,            -- order of protocol on the side
      present      INTEGER NOT NULL CHECK (present IN (0, 1)),
      honorific    TEXT NOT NULL,
      name         TEXT NOT NULL,
      khmer_name   TEXT NOT NULL,
      title        TEXT NOT NULL CHECK (json_type(title) = 'object'),
      agency       TEXT NOT NULL CHECK (json_type(agency) = 'object'),
      signs_as     TEXT NOT NULL,
      signed_at    TEXT NOT NULL CHECK (json_type(signed_at) = 'object'),
      signed_on    TEXT,
      UNIQUE (meeting_id, person_id)
    ) STRICT;
    CREATE INDEX delegate_by_protocol ON delegate (meeting_id, side, rank, id);
    CREATE INDEX delegate_by_person ON delegate (person_id);
    CREATE UNIQUE INDEX one_head_of_delegation ON delegate (meeting_id, side) WHERE role = 'head';

    CREATE TABLE agenda_item (
      id               TEXT PRIMARY KEY,
      meeting_id       TEXT NOT NULL REFERENCES meeting (id),
      rank             INTEGER NOT NULL,
      part             TEXT NOT NULL CHECK (part IN ('opening', 'adoption', 'review', 'discussion', 'actions',
                                                     'nextMeeting', 'closing', 'break')),
      title            TEXT NOT NULL CHECK (json_type(title) = 'object'),
      topic            TEXT,
      lead             TEXT,                    -- a side, 'both', or null: the co-chairs
      planned_minutes  INTEGER NOT NULL CHECK (planned_minutes BETWEEN 0 AND 1440),
      added_by         TEXT,                    -- the side that asked for it at adoption
      composition      TEXT NOT NULL CHECK (composition IN ('composed', 'written')),
      UNIQUE (id, meeting_id)                   -- so that things of an item are things of its meeting
    ) STRICT;
    CREATE INDEX agenda_item_by_meeting ON agenda_item (meeting_id, rank, id);

    CREATE TABLE number_register (              -- the last serial given; never lowered, not captured by undo.ts
      kind       TEXT NOT NULL CHECK (kind IN ('decision', 'action')),
      series_id  TEXT NOT NULL,                 -- outlives the series
      meeting    INTEGER NOT NULL CHECK (meeting BETWEEN 1 AND 999),
      year       INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
      serial     INTEGER NOT NULL CHECK (serial >= 1),
      PRIMARY KEY (kind, series_id, meeting, year)
    ) STRICT;
    CREATE TRIGGER number_register_stays BEFORE DELETE ON number_register
    BEGIN
      SELECT RAISE(ABORT, 'a number is never given twice');
    END;
    CREATE TRIGGER number_register_rises BEFORE UPDATE ON number_register WHEN NEW.serial <= OLD.serial
    BEGIN
      SELECT RAISE(ABORT, 'a number is never given twice');
    END;

    CREATE TABLE decision (
      id              TEXT PRIMARY KEY,
      meeting_id      TEXT NOT NULL REFERENCES meeting (id),
      item_id         TEXT,
      number_meeting  INTEGER NOT NULL,
      number_year     INTEGER NOT NULL,
      number_serial   INTEGER NOT NULL,
      outcome         TEXT NOT NULL
                      CHECK (outcome IN ('agreed', 'agreedAdReferendum', 'noted', 'deferred', 'viewsDiffer')),
      wording         TEXT NOT NULL CHECK (json_type(wording) = 'object'),
      FOREIGN KEY (item_id, meeting_id) REFERENCES agenda_item (id, meeting_id),
      UNIQUE (meeting_id, number_meeting, number_year, number_serial)
    ) STRICT;
    CREATE INDEX decision_by_item ON decision (item_id, meeting_id);

    CREATE TABLE action (
      id              TEXT PRIMARY KEY,
      meeting_id      TEXT NOT NULL REFERENCES meeting (id),
      item_id         TEXT,
      number_meeting  INTEGER NOT NULL,
      number_year     INTEGER NOT NULL,
      number_serial   INTEGER NOT NULL,
      side            TEXT NOT NULL,            -- a side, or 'both'
      what            TEXT NOT NULL CHECK (json_type(what) = 'object'),
      agency_id       TEXT REFERENCES agency (id),
      channel         TEXT NOT NULL,
      due_on          TEXT,
      state           TEXT NOT NULL CHECK (state IN ('open', 'done', 'withdrawn')),
      done_on         TEXT,
      evidence        TEXT NOT NULL,            -- internal
      FOREIGN KEY (item_id, meeting_id) REFERENCES agenda_item (id, meeting_id),
      UNIQUE (meeting_id, number_meeting, number_year, number_serial)
    ) STRICT;
    CREATE INDEX action_by_state ON action (meeting_id, state);
    CREATE INDEX action_by_item ON action (item_id, meeting_id);
    CREATE INDEX action_by_agency ON action (agency_id);

    CREATE TABLE due_change (                   -- a due date that a meeting moved
      id          TEXT PRIMARY KEY,             -- UUIDv7, so in the order of the changes
      action_id   TEXT NOT NULL REFERENCES action (id),
      meeting_id  TEXT NOT NULL REFERENCES meeting (id),
      due_from    TEXT,
      due_to      TEXT
    ) STRICT;
    CREATE INDEX due_change_by_action ON due_change (action_id, id);
    CREATE INDEX due_change_by_meeting ON due_change (meeting_id);

    CREATE TABLE figure (
      id      TEXT PRIMARY KEY,
      value   REAL NOT NULL,
      unit    TEXT NOT NULL CHECK (json_type(unit) = 'object'),
      what    TEXT NOT NULL CHECK (json_type(what) = 'object'),
      period  TEXT NOT NULL CHECK (json_type(period) = 'object'),
      place   TEXT NOT NULL,
      source  TEXT NOT NULL,
      as_of   TEXT,
      words   TEXT NOT NULL
    ) STRICT;
    CREATE INDEX figure_by_words ON figure (words, id);

    CREATE TABLE note (
      id          TEXT PRIMARY KEY,
      meeting_id  TEXT NOT NULL REFERENCES meeting (id),
      item_id     TEXT,
      visibility  TEXT NOT NULL CHECK (visibility IN ('internal', 'shared')),
      words       TEXT NOT NULL,
      made_at     TEXT NOT NULL,                -- instant, UTC
      made_by     TEXT NOT NULL,
      FOREIGN KEY (item_id, meeting_id) REFERENCES agenda_item (id, meeting_id)
    ) STRICT;
    CREATE INDEX note_by_meeting ON note (meeting_id, id);
    CREATE INDEX note_by_item ON note (item_id, meeting_id);`,
}
