import type { Migration } from '../migrate.ts'

/** What people say of clauses in several languages: which belong together, and that they say the same. */
export const languages: Migration = {
  version: 8,
  up: `
    CREATE TABLE clause_link (
      id       TEXT PRIMARY KEY,
      mou_id   TEXT NOT NULL REFERENCES mou (id),
      members  TEXT NOT NULL CHECK (json_type(members) = 'object')   -- ids of blocks by language
    ) STRICT;
    CREATE INDEX clause_link_by_mou ON clause_link (mou_id, id);

    CREATE TABLE clause_confirmation (
      mou_id  TEXT NOT NULL REFERENCES mou (id),
      key     TEXT NOT NULL,                                         -- linkKey
      hashes  TEXT NOT NULL CHECK (json_type(hashes) = 'object'),    -- SHA-256 of the wording by language, hex
      PRIMARY KEY (mou_id, key)
    ) STRICT;`,
}
