import type { Migration } from '../migrate.ts'

/**
 * Files of other programs that belong to something of the record. The bytes lie beside it, encrypted and by content
 * (attachmentFiles.ts): a row may go and come back by undo, the bytes stay for the copies that know them.
 */
export const attachments: Migration = {
  version: 5,
  up: `
    CREATE TABLE attachment (
      id          TEXT PRIMARY KEY,
      owner_kind  TEXT NOT NULL CHECK (owner_kind IN ('meeting', 'mou', 'draft', 'step')),
      owner_id    TEXT NOT NULL,                                     -- of that kind
      name        TEXT NOT NULL CHECK (name <> ''),
      bytes       INTEGER NOT NULL CHECK (bytes >= 0),
      sha256      TEXT NOT NULL CHECK (length(sha256) = 64),            -- of the file, hex
      added_at    TEXT NOT NULL,                                     -- instant, UTC
      officer     TEXT NOT NULL
    ) STRICT;
    CREATE INDEX attachment_by_owner ON attachment (owner_kind, owner_id, id);`,
}
