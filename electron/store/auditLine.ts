import type Database from 'better-sqlite3'
import type { Instant } from '../../shared/values.ts'
import { checkChain, createAudit, entriesOf, type AuditHead, type SeenEnd } from './audit.ts'

/**
 * How the audit log of a record stands to the ends of it that were kept outside: by the anchor beside the record,
 * which is this computer's memory of it, and by its copies.
 */
export type AuditLine =
  | { readonly stands: 'holds' }
  /** Entries do not seal each other, or the log was written anew. */
  | { readonly stands: 'broken' }
  /** The log is whole, but it is not the one that was last seen: somebody put a copy in the record's place. */
  | ({ readonly stands: 'replaced' } & Replaced)

export type Replaced = {
  /** When the latest of the ends that are not in this log was written down. */
  readonly seenAt: Instant
  /** When the last entry of this log was made; null: it has none. */
  readonly lastAt: Instant | null
  /** The ends that are not in this log. */
  readonly left: readonly AuditHead[]
  /** Whether an entry of this log names them already. */
  readonly noted: boolean
}

/** The acts that name, in their detail, the ends of a log that the record has left. */
export const replacedAct = 'record.replaced'
export const confirmedAct = 'record.confirmReplaced'

/**
 * Looks at the log of a record that is just being opened. Where the anchor is in it, only what came after is
 * checked; else all of it.
 *
 * A copy that was put back is told from a log that was cut or written anew by this: its end is the end that the
 * manifest of a copy has, or all of the ends that it lacks lie beyond its own, or an entry of its own names them,
 * since it was opened like this before. That a log was cut by somebody who has the key looks the same, and is
 * therefore asked about: the officer knows whether he put back a copy.
 */
export function lookAtLine(
  db: Database.Database,
  recordId: string,
  anchor: SeenEnd | null,
  copies: readonly SeenEnd[],
): AuditLine {
  const has = entriesOf(db, recordId)
  if (!checkChain(db, recordId, anchor && has(anchor) ? anchor : null, []).holds) return { stands: 'broken' }
  const lacking = [...(anchor ? [anchor] : []), ...copies].filter((end) => !has(end))
  if (lacking.length === 0) return { stands: 'holds' }
  const confirmed = endsNamedBy(db, confirmedAct)
  const left = lacking.filter((end) => !confirmed.has(wordsOf(end)))
  if (left.length === 0) return { stands: 'holds' }
  const head = createAudit(db, recordId).head()
  const known = endsNamedBy(db, replacedAct)
  const isCopy = copies.some(({ seq, hash }) => seq === head.seq && hash === head.hash)
  const wasCut = (end: AuditHead) => end.seq > head.seq || known.has(wordsOf(end))
  if (!isCopy && !left.every(wasCut)) return { stands: 'broken' }
  return {
    stands: 'replaced',
    seenAt: left.map(({ at }) => at).reduce((latest, at) => (at > latest ? at : latest)),
    lastAt: lastEntryAt(db),
    left,
    noted: left.every((end) => known.has(wordsOf(end))),
  }
}

/** Those of `ends` that must be in the log: not the ones of a state that was left when a copy was put back. */
export function endsToHold(
  db: Database.Database,
  recordId: string,
  ends: readonly SeenEnd[],
): readonly SeenEnd[] {
  if (ends.every(entriesOf(db, recordId))) return ends
  const left = new Set([...endsNamedBy(db, replacedAct), ...endsNamedBy(db, confirmedAct)])
  return ends.filter((end) => !left.has(wordsOf(end)))
}

/** The detail of an entry that names ends. */
export function detailOf({ left, seenAt, lastAt }: Replaced) {
  return { left: left.map(wordsOf).join(' '), seenAt, lastAt }
}

export function lastEntryAt(db: Database.Database): Instant | null {
  const at = db.prepare('SELECT at FROM audit ORDER BY seq DESC LIMIT 1').pluck().get()
  return (at as Instant | undefined) ?? null
}

function endsNamedBy(db: Database.Database, operation: string): ReadonlySet<string> {
  const details = db
    .prepare(`SELECT detail ->> 'left' FROM audit WHERE operation = ?`)
    .pluck()
    .all(operation) as readonly (string | null)[]
  return new Set(details.flatMap((left) => left?.split(' ') ?? []))
}

function wordsOf({ seq, hash }: AuditHead): string {
  return `${seq}:${hash}`
}
