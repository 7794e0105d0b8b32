import { record } from './0001-record.ts'
import type { Migration } from './migration.ts'

/** Every migration, in order. A record is at the version of the last one that ran on it. */
export const migrations: readonly Migration[] = [record]
