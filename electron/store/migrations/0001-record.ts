import type { Migration } from '../migrate.ts'

export const record: Migration = {
  version: 1,
  up: `
    CREATE TABLE record_meta (              -- one row: what the record says of itself
      one                INTEGER PRIMARY KEY CHECK (one = 1),
      record_id          TEXT NOT NULL,     -- UUIDv7, also in the key slots and in every copy's manifest
      own_side           TEXT NOT NULL CHECK (own_side GLOB '[A-Z][A-Z][A-Z]'),  -- ISO 3166-1 alpha-3
      sample             INTEGER NOT NULL CHECK (sample IN (0, 1)),
      made_at            TEXT NOT NULL,     -- instant, UTC
      recovery_part_hash TEXT,              -- SHA-256 of the part that must be typed back; null once it was
      checked_at         TEXT               -- instant of the last whole check that found nothing
    ) STRICT;

    CREATE TABLE officer (
      id         TEXT PRIMARY KEY,
      name       TEXT NOT NULL,
      added_at   TEXT NOT NULL,             -- instant, UTC
      removed_at TEXT                       -- kept, since the audit log names them
    ) STRICT;
    CREATE UNIQUE INDEX officer_by_name ON officer (name) WHERE removed_at IS NULL;

    CREATE TABLE audit (                    -- who did what when; each entry seals the one before it
      seq       INTEGER PRIMARY KEY,        -- 1, 2, 3 ... without gaps
      at        TEXT NOT NULL,              -- instant, UTC, by the clock of the computer: order is by seq
      actor     TEXT NOT NULL,              -- officer.id of the slot that opened the record
      operation TEXT NOT NULL,
      about     TEXT NOT NULL,              -- the name of the thing then
      act_id    TEXT NOT NULL,              -- UUIDv7
      detail    TEXT NOT NULL,              -- canonical JSON
      hash      TEXT NOT NULL               -- SHA-256 over the hash before and the canonical JSON of the entry
    ) STRICT;
    CREATE UNIQUE INDEX audit_by_act ON audit (act_id);
    CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit entries stay'); END;
    CREATE TRIGGER audit_grows BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit entries stay'); END;

    CREATE TABLE act_undo (                 -- the rows an act changed, as they were and as it left them
      act_id    TEXT NOT NULL,
      step      INTEGER NOT NULL,           -- order within the act
      row_table TEXT NOT NULL,
      before    TEXT,                       -- the row as a JSON object; null: it was not there
      after     TEXT,
      PRIMARY KEY (act_id, step)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE act_undone (               -- acts taken back, and the acts that did so
      act_id    TEXT PRIMARY KEY,
      by_act_id TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;`,
}
