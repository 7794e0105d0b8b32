/**
 * One step of the schema. Versions count up from 1 without gaps; a migration is never edited once released.
 * Every table is STRICT with a primary key and holds no BLOB, unless `undo.ts` names it as not captured.
 */
export type Migration = {
  readonly version: number
  readonly up: string
}
