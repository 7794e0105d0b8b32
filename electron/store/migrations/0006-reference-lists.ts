import type { Migration } from '../migrate.ts'

/** Lists that memoranda are counted and checked by: holidays, terms of the trade, the checklist for new ones. */
export const referenceLists: Migration = {
  version: 6,
  up: `
    CREATE TABLE holiday (
      id    TEXT PRIMARY KEY,
      side  TEXT NOT NULL CHECK (side GLOB '[A-Z][A-Z][A-Z]'),
      date  TEXT NOT NULL,
      name  TEXT NOT NULL,
      UNIQUE (date, side)
    ) STRICT;

    CREATE TABLE term (
      id     TEXT PRIMARY KEY,
      forms  TEXT NOT NULL CHECK (json_type(forms) = 'object'),
      note   TEXT NOT NULL
    ) STRICT;

    -- No rows: the checklist that the program brings along holds.
    CREATE TABLE procedure_template (
      key             TEXT PRIMARY KEY,
      position        INTEGER NOT NULL CHECK (position >= 0),
      phase           TEXT NOT NULL,
      title           TEXT NOT NULL CHECK (json_type(title) = 'object'),
      source          TEXT NOT NULL,
      source_address  TEXT NOT NULL,
      certainty       TEXT NOT NULL CHECK (certainty IN ('rule', 'usage', 'toConfirm')),
      term            TEXT CHECK (json_type(term) = 'object'),      -- working days after another step
      evidence        TEXT CHECK (json_type(evidence) = 'object'),  -- wording; null: none is asked for
      restricted      INTEGER NOT NULL CHECK (restricted IN (0, 1))
    ) STRICT;
    CREATE UNIQUE INDEX procedure_template_by_position ON procedure_template (position);`,
}
