import type { Migration } from '../../electron/store/migrate.ts'
import { migrations } from '../../electron/store/migrations/migrations.ts'

const last = migrations.length

/** The released migrations and two as a coming release might bring them: a large table rebuilt, a column more. */
export const nextMigrations: readonly Migration[] = [
  ...migrations,
  {
    version: last + 1,
    up: `
      CREATE TABLE agency_next (
        id TEXT PRIMARY KEY, side TEXT NOT NULL, name TEXT NOT NULL, level TEXT NOT NULL, words TEXT NOT NULL,
        ended_on TEXT, shout TEXT NOT NULL) STRICT;
      INSERT INTO agency_next SELECT id, side, name, level, words, ended_on, upper(words) FROM agency;
      DROP TABLE agency;
      ALTER TABLE agency_next RENAME TO agency;
      CREATE INDEX agency_by_side ON agency (side, words, id);`,
  },
  { version: last + 2, up: `ALTER TABLE figure ADD COLUMN remark TEXT NOT NULL DEFAULT '';` },
]
