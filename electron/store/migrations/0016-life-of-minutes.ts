import type { Migration } from '../migrate.ts'

/**
 * Meetings that are postponed or cancelled, and the life of minutes: sent round, corrected, agreed, signed, reopened.
 *
 * A meeting that is called off stays planned in `status`, so that it comes back as it was. The words of minutes that
 * somebody got or agreed to are kept in `minutes_text` by their hash; that table is not captured by undo.ts and
 * outlives acts that are taken back.
 */
export const lifeOfMinutes: Migration = {
  version: 16,
  up: `
    ALTER TABLE meeting ADD COLUMN called_off TEXT CHECK (called_off IN ('postponed', 'cancelled'));
    ALTER TABLE meeting ADD COLUMN called_off_reason TEXT
      CHECK ((called_off IS NULL) = (called_off_reason IS NULL) AND (called_off IS NULL OR status = 'planned'));
    CREATE INDEX meeting_by_status ON meeting (coalesce(called_off, status), held_on DESC, starts DESC, id DESC);
    CREATE INDEX meeting_by_series_day ON meeting (series_id, held_on DESC, starts DESC, id DESC);

    CREATE TABLE minutes (                        -- from the first act on; before it they are a draft, version 1
      meeting_id  TEXT PRIMARY KEY REFERENCES meeting (id),
      version     INTEGER NOT NULL CHECK (version >= 1),
      sealed      TEXT CHECK (length(sealed) = 64)   -- the words both sides agreed; null: they can be changed
    ) STRICT;
    CREATE INDEX sealed_minutes ON minutes (meeting_id) WHERE sealed IS NOT NULL;

    CREATE TABLE minutes_circulation (
      id          TEXT PRIMARY KEY,
      meeting_id  TEXT NOT NULL REFERENCES meeting (id),
      version     INTEGER NOT NULL,
      sent_on     TEXT NOT NULL,
      recipients  TEXT NOT NULL,
      channel     TEXT NOT NULL CHECK (channel IN ('note', 'email', 'atTable', 'courier', 'other')),
      hash        TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT;
    CREATE INDEX minutes_circulation_by_meeting ON minutes_circulation (meeting_id, id);

    CREATE TABLE minutes_correction (
      id          TEXT PRIMARY KEY,
      meeting_id  TEXT NOT NULL REFERENCES meeting (id),
      version     INTEGER NOT NULL,
      number      INTEGER NOT NULL,
      side        TEXT NOT NULL CHECK (side GLOB '[A-Z][A-Z][A-Z]'),
      item_id     TEXT,                           -- agenda item; may be removed since
      asked       TEXT NOT NULL CHECK (trim(asked) <> ''),
      state       TEXT NOT NULL CHECK (state IN ('open', 'taken', 'refused')),
      reason      TEXT NOT NULL CHECK (state <> 'refused' OR trim(reason) <> ''),
      decided_on  TEXT,
      UNIQUE (meeting_id, number),
      CHECK ((state = 'open') = (decided_on IS NULL))
    ) STRICT;

    CREATE TABLE minutes_agreement (
      meeting_id  TEXT NOT NULL REFERENCES meeting (id),
      version     INTEGER NOT NULL,
      side        TEXT NOT NULL CHECK (side GLOB '[A-Z][A-Z][A-Z]'),
      agreed_on   TEXT NOT NULL,
      hash        TEXT NOT NULL CHECK (length(hash) = 64),
      PRIMARY KEY (meeting_id, version, side)
    ) STRICT;

    CREATE TABLE minutes_signature (
      meeting_id  TEXT NOT NULL REFERENCES meeting (id),
      version     INTEGER NOT NULL,
      side        TEXT NOT NULL CHECK (side GLOB '[A-Z][A-Z][A-Z]'),
      name        TEXT NOT NULL,
      signed_at   TEXT NOT NULL CHECK (json_type(signed_at) = 'object'),
      signed_on   TEXT NOT NULL,
      PRIMARY KEY (meeting_id, version, side)
    ) STRICT;

    CREATE TABLE minutes_reopening (
      meeting_id   TEXT NOT NULL REFERENCES meeting (id),
      version      INTEGER NOT NULL,              -- that began by it
      reason       TEXT NOT NULL CHECK (trim(reason) <> ''),
      reopened_at  TEXT NOT NULL,                 -- instant, UTC
      reopened_by  TEXT NOT NULL,                 -- name
      sealed       TEXT NOT NULL,                 -- the words of the version before it
      PRIMARY KEY (meeting_id, version)
    ) STRICT;

    CREATE TABLE confirmed_minutes (              -- the minutes of the meeting before were confirmed at this one
      meeting_id  TEXT PRIMARY KEY REFERENCES meeting (id),
      amendments  TEXT NOT NULL CHECK (json_type(amendments) = 'array')   -- wordings
    ) STRICT;

    CREATE TABLE minutes_text (                   -- outlives its meeting, since undo brings that back
      meeting_id  TEXT NOT NULL,
      hash        TEXT NOT NULL,                  -- over all languages
      language    TEXT NOT NULL CHECK (language IN ('en', 'id')),
      schema      INTEGER NOT NULL,               -- of the text
      doc         TEXT NOT NULL,                  -- the composed minutes as a text, letter for letter
      PRIMARY KEY (meeting_id, hash, language)
    ) STRICT;`,
}
