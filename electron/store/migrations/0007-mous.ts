import type { Migration } from '../migrate.ts'

/**
 * Memoranda: the record of each, its way through the stages, and the register of its drafts.
 *
 * A draft is a text that was tabled and is never changed; the working text of a language is the one that is being
 * negotiated. Numbers of drafts are given once (draft_register is not captured by undo.ts).
 */
export const mous: Migration = {
  version: 7,
  up: `
    CREATE TABLE text_of_any_language (         -- texts may be in Khmer from here on
      id        TEXT PRIMARY KEY,
      language  TEXT NOT NULL CHECK (language IN ('en', 'id', 'km'))
    ) STRICT;
    INSERT INTO text_of_any_language (id, language) SELECT id, language FROM text;
    DROP TABLE text;
    ALTER TABLE text_of_any_language RENAME TO text;

    CREATE TABLE mou (
      id               TEXT PRIMARY KEY,
      relationship_id  TEXT NOT NULL REFERENCES relationship (id),
      type             TEXT NOT NULL CHECK (type IN
                       ('mou', 'agreement', 'arrangement', 'letterOfIntent', 'planOfAction', 'recordOfDiscussion')),
      title            TEXT NOT NULL CHECK (json_type(title) = 'object'),
      short_title      TEXT NOT NULL CHECK (length(short_title) BETWEEN 1 AND 40),
      topics           TEXT NOT NULL CHECK (json_type(topics) = 'array'),
      scope            TEXT NOT NULL CHECK (json_type(scope) = 'object'),
      languages        TEXT NOT NULL CHECK (json_type(languages) = 'array'),
      prevailing       TEXT CHECK (prevailing IN ('en', 'id', 'km')),
      classification   TEXT NOT NULL CHECK (classification IN ('open', 'restricted', 'secret')),
      legal_basis      TEXT NOT NULL,
      signing_target   TEXT CHECK (json_type(signing_target) = 'object'),
      force            TEXT CHECK (json_type(force) = 'object'),       -- when it is in force, and how long (expiry.ts)
      note             TEXT NOT NULL,                                  -- internal
      words            TEXT NOT NULL
    ) STRICT;
    CREATE INDEX mou_by_relationship ON mou (relationship_id, id);

    CREATE TABLE mou_party (
      mou_id        TEXT NOT NULL REFERENCES mou (id),
      side          TEXT NOT NULL CHECK (side GLOB '[A-Z][A-Z][A-Z]'),
      position      INTEGER NOT NULL CHECK (position >= 0),
      agency_id     TEXT REFERENCES agency (id),
      signatory_id  TEXT REFERENCES person (id),
      PRIMARY KEY (mou_id, side)
    ) STRICT;
    CREATE INDEX mou_party_by_agency ON mou_party (agency_id);
    CREATE INDEX mou_party_by_signatory ON mou_party (signatory_id);

    CREATE TABLE mou_stage (                    -- in the order of their ids
      id          TEXT PRIMARY KEY,
      mou_id      TEXT NOT NULL REFERENCES mou (id),
      stage       TEXT NOT NULL CHECK (stage IN ('exploration', 'drafting', 'negotiation', 'textAgreed', 'signing',
                  'inForce', 'renewed', 'expired', 'terminated', 'lapsed')),
      entered_on  TEXT NOT NULL,
      reason      TEXT NOT NULL
    ) STRICT;
    CREATE INDEX mou_stage_by_mou ON mou_stage (mou_id, id);

    CREATE TABLE milestone (
      id          TEXT PRIMARY KEY,
      mou_id      TEXT NOT NULL REFERENCES mou (id),
      title       TEXT NOT NULL CHECK (json_type(title) = 'object'),
      planned_on  TEXT,
      done_on     TEXT,
      at_risk     INTEGER NOT NULL CHECK (at_risk IN (0, 1)),
      note        TEXT NOT NULL
    ) STRICT;
    CREATE INDEX milestone_by_mou ON milestone (mou_id, coalesce(planned_on, '~'), id);

    CREATE TABLE mou_link (                     -- to what of the meetings; a target that is gone is not shown
      mou_id     TEXT NOT NULL REFERENCES mou (id),
      kind       TEXT NOT NULL CHECK (kind IN ('meeting', 'agendaItem', 'action', 'figure')),
      target_id  TEXT NOT NULL,
      PRIMARY KEY (mou_id, kind, target_id)
    ) STRICT;
    CREATE INDEX mou_link_by_target ON mou_link (target_id, kind);

    CREATE TABLE working_text (                 -- one for each instrument and language
      mou_id    TEXT NOT NULL REFERENCES mou (id),
      language  TEXT NOT NULL CHECK (language IN ('en', 'id', 'km')),
      text_id   TEXT NOT NULL UNIQUE REFERENCES text (id),
      based_on  TEXT REFERENCES draft (id),     -- begun from, or last tabled as
      PRIMARY KEY (mou_id, language)
    ) STRICT;
    CREATE INDEX working_text_by_draft ON working_text (based_on);

    CREATE TABLE draft_register (               -- the last number given; never lowered, not captured by undo.ts
      mou_id  TEXT PRIMARY KEY,                 -- outlives the instrument
      number  INTEGER NOT NULL CHECK (number >= 1)
    ) STRICT;
    CREATE TRIGGER draft_register_stays BEFORE DELETE ON draft_register
    BEGIN
      SELECT RAISE(ABORT, 'a number is never given twice');
    END;
    CREATE TRIGGER draft_register_rises BEFORE UPDATE ON draft_register WHEN NEW.number <= OLD.number
    BEGIN
      SELECT RAISE(ABORT, 'a number is never given twice');
    END;

    CREATE TABLE draft (
      id             TEXT PRIMARY KEY,
      mou_id         TEXT NOT NULL REFERENCES mou (id),
      number         INTEGER NOT NULL CHECK (number >= 1),
      language       TEXT NOT NULL CHECK (language IN ('en', 'id', 'km')),
      kind           TEXT NOT NULL CHECK (kind IN
                     ('ownDraft', 'counterDraft', 'consolidated', 'clean', 'initialled', 'signed')),
      tabled_by      TEXT NOT NULL CHECK (tabled_by GLOB '[A-Z][A-Z][A-Z]' OR tabled_by IN ('chair', 'both')),
      text_date      TEXT NOT NULL,
      received_on    TEXT,
      channel        TEXT NOT NULL CHECK (channel IN ('note', 'email', 'atTable', 'courier', 'other')),
      note           TEXT NOT NULL,                                    -- internal
      date_reason    TEXT NOT NULL,
      text_id        TEXT NOT NULL UNIQUE REFERENCES text (id),
      file_id        TEXT,                                             -- attachment: the file as it was received
      file_name      TEXT,
      file_sha256    TEXT,
      text_hash      TEXT NOT NULL CHECK (length(text_hash) = 64),
      seal           TEXT NOT NULL CHECK (length(seal) = 64),          -- chains it to its parents (draft.ts)
      open_brackets  INTEGER NOT NULL CHECK (open_brackets >= 0),
      word_count     INTEGER NOT NULL CHECK (word_count >= 0),
      registered_at  TEXT NOT NULL,
      officer        TEXT NOT NULL,
      UNIQUE (mou_id, number)
    ) STRICT;
    CREATE INDEX draft_by_file ON draft (file_sha256);

    CREATE TABLE draft_parent (                 -- a counter-draft may answer several drafts
      draft_id   TEXT NOT NULL REFERENCES draft (id),
      parent_id  TEXT NOT NULL REFERENCES draft (id),
      PRIMARY KEY (draft_id, parent_id)
    ) STRICT;
    CREATE INDEX draft_parent_by_parent ON draft_parent (parent_id);

    CREATE TABLE text_bracket_count (           -- for lists; kept beside the text, not captured by undo.ts
      text_id        TEXT PRIMARY KEY REFERENCES text (id),
      open_brackets  INTEGER NOT NULL CHECK (open_brackets >= 0)
    ) STRICT;`,
}
