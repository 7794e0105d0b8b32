import type { Migration } from '../migrate.ts'

/** How brackets of working texts were settled, and at which item of which meeting. */
export const settledBrackets: Migration = {
  version: 12,
  up: `
    CREATE TABLE settled_bracket (
      text_id     TEXT NOT NULL REFERENCES text (id),
      bracket_id  TEXT NOT NULL,                       -- in the text, as long as it is there
      outcome     TEXT NOT NULL CHECK (outcome IN
                    ('kept', 'dropped', 'taken', 'newWording', 'agreedAdReferendum', 'withdrawn')),
      sides       TEXT NOT NULL CHECK (json_type(sides) = 'array'),
      clause      TEXT NOT NULL,                       -- label
      wording     TEXT NOT NULL,
      became      TEXT NOT NULL,
      meeting_id  TEXT,                                -- may be removed since; null: outside of a meeting
      item_id     TEXT,                                -- agenda item; likewise
      settled_at  TEXT NOT NULL,                       -- instant, UTC
      settled_by  TEXT NOT NULL,                       -- name
      PRIMARY KEY (text_id, bracket_id),
      CHECK (item_id IS NULL OR meeting_id IS NOT NULL)
    ) STRICT;`,
}
