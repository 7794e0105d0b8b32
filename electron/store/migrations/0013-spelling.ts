import type { Migration } from '../migrate.ts'

/** Words that officers know to be right, and the dictionary of a language that an officer chose. */
export const spelling: Migration = {
  version: 13,
  up: `
    CREATE TABLE spelling_word (
      word      TEXT PRIMARY KEY CHECK (word <> ''),   -- composed, with straight apostrophes
      added_at  TEXT NOT NULL,
      added_by  TEXT NOT NULL                          -- name
    ) STRICT;

    CREATE TABLE spelling_dictionary (                 -- its files lie beside the record, as attachments do
      language    TEXT PRIMARY KEY CHECK (language IN ('id')),
      name        TEXT NOT NULL,                       -- of the file with the words
      words       INTEGER NOT NULL CHECK (words >= 0),
      encoding    TEXT NOT NULL,
      dic_sha256  TEXT NOT NULL CHECK (length(dic_sha256) = 64),
      dic_bytes   INTEGER NOT NULL CHECK (dic_bytes >= 0),
      aff_sha256  TEXT NOT NULL CHECK (length(aff_sha256) = 64),
      aff_bytes   INTEGER NOT NULL CHECK (aff_bytes >= 0),
      added_at    TEXT NOT NULL,
      added_by    TEXT NOT NULL                        -- name
    ) STRICT;`,
}
