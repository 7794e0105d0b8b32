import type { Migration } from '../migrate.ts'

/**
 * Papers that not every officer of the record may read, such as the guidelines of a delegation. Each is sealed under a
 * key of its own, which only the slots of those who were given access hold, each under a passphrase of his own.
 */
export const restrictedPaper: Migration = {
  version: 10,
  up: `
    CREATE TABLE restricted_paper (
      id        TEXT PRIMARY KEY,
      mou_id    TEXT NOT NULL UNIQUE REFERENCES mou (id),
      revision  INTEGER NOT NULL CHECK (revision >= 1),
      sealed    TEXT NOT NULL CHECK (json_type(sealed) = 'object'),  -- the words: nonce, bytes, tag (sealing.ts)
      saved_at  TEXT NOT NULL,                                       -- instant, UTC
      saved_by  TEXT NOT NULL                                        -- the officer's name
    ) STRICT;

    CREATE TABLE restricted_paper_slot (
      paper_id    TEXT NOT NULL REFERENCES restricted_paper (id),
      officer_id  TEXT NOT NULL REFERENCES officer (id),
      slot        TEXT NOT NULL CHECK (json_type(slot) = 'object'),  -- the paper's key, wrapped (keySlots.ts)
      given_at    TEXT NOT NULL,                                     -- instant, UTC
      PRIMARY KEY (paper_id, officer_id)
    ) STRICT;
    CREATE INDEX restricted_paper_slot_by_officer ON restricted_paper_slot (officer_id);`,
}
