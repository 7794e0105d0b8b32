import type Database from 'better-sqlite3'
import type { Fault } from '../../shared/fault.ts'
import type { UndoToken } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'

/**
 * An opened record: the connection, and the one way to change it. Repositories prepare their SQL on `db` once;
 * everything that writes does so inside `change` (or `saveUnlogged`, for the typing path and what nobody does as an act).
 */
export type Store = {
  readonly db: Database.Database
  /** Folder and file of the record, for things that lie beside it. */
  readonly path: string
  /** The officer whose slot opened the record: the actor of every entry in the audit log. */
  readonly officer: { readonly id: string; readonly name: string }
  /** A UUIDv7, later than every one before it. */
  readonly newId: () => string
  /** The present instant, UTC, ISO 8601 with milliseconds. */
  readonly now: () => string
  /**
   * Runs `work` in one transaction together with its entry in the audit log. When `work` fails or throws, nothing
   * is changed. Changes of rows are kept, so that the act can be taken back with the token; the token is null when
   * no row changed. Tables that `undo.ts` names as not captured (texts, numbers given) stay as they are when an act
   * is taken back, so a row of theirs must not refer to a captured one with a foreign key.
   *
   * `about` is the name of the thing for people, as the history shows it; `detail` goes into the audit entry only.
   */
  readonly change: <T>(
    act: Act,
    work: () => Result<T, Fault>,
  ) => Result<{ readonly value: T; readonly undo: UndoToken | null }, Fault>
  /**
   * One transaction without an audit entry, for tables that `undo.ts` names as not captured: the typing path, and what
   * nobody does as an act (the time spent at an item, the search index). A burst of editing ends with one entry of its
   * own, through `change` with the hashes before and after as `detail`.
   */
  readonly saveUnlogged: <T>(work: () => Result<T, Fault>) => Result<T, Fault>
  /**
   * The end of the audit log. With `leavingOut`, the last entry of another operation: what only says that something
   * left the record is the end of no new state of it.
   */
  readonly auditHead: (leavingOut?: readonly string[]) => { readonly seq: number; readonly hash: string }
}

export type Act = {
  readonly operation: string
  readonly about: string
  readonly detail?: Readonly<Record<string, string | number | null>>
  /** There is nothing to take back, though rows changed: what they keep must stay. */
  readonly stays?: true
}
