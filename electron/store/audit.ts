import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { z } from 'zod'
import { canonicalJson } from '../../shared/canonicalJson.ts'
import type { Instant } from '../../shared/values.ts'
import type { Act } from './store.ts'

/** The end of the chain at some time: whoever kept it can tell that the log was cut short or written anew. */
export const AuditHead = z.strictObject({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) })
export type AuditHead = z.infer<typeof AuditHead>

/** An end of the log that was kept outside of it, and when. */
export type SeenEnd = AuditHead & { readonly at: Instant }

/** What a check of the chain found: nothing, or the first entry that does not hold. */
type ChainCheck =
  | { readonly holds: true; readonly head: AuditHead }
  | { readonly holds: false; readonly at: number; readonly why: 'entry' | 'missing' | 'anchor' | 'unguarded' }

type Entry = {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly operation: string
  readonly about: string
  readonly act_id: string
  readonly detail: string
  readonly hash: string
}

/** The log of an open record. `append` belongs inside the transaction of the act. */
export function createAudit(db: Database.Database, recordId: string) {
  const last = db.prepare<[], { seq: number; hash: string }>(
    'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1',
  )
  const insert = db.prepare<Entry>(`
    INSERT INTO audit (seq, at, actor, operation, about, act_id, detail, hash)
    VALUES (@seq, @at, @actor, @operation, @about, @act_id, @detail, @hash)`)

  const lastBut = db.prepare<[string], AuditHead>(`
    SELECT seq, hash FROM audit
    WHERE operation NOT IN (SELECT value FROM json_each(?)) ORDER BY seq DESC LIMIT 1`)

  const first = { seq: 0, hash: firstHash(recordId) }
  const head = (): AuditHead => last.get() ?? first

  return {
    head,

    /** The last entry that is of none of these operations. */
    headBut: (operations: readonly string[]): AuditHead => lastBut.get(JSON.stringify(operations)) ?? first,

    append(act: Act, actId: string, at: string, actor: string): void {
      const before = head()
      const entry = {
        seq: before.seq + 1,
        at,
        actor,
        operation: act.operation,
        about: act.about,
        act_id: actId,
        detail: canonicalJson(act.detail ?? {}),
      }
      insert.run({ ...entry, hash: hashOf(before.hash, entry) })
    },
  }
}

/**
 * Checks the chain from the entry after `from` (null: from the first) to its end, and every anchor that was kept
 * outside: each must be an entry of the chain. An edit, a deletion, a swap and an insertion break the chain itself;
 * a chain that was cut or written anew is only seen against an anchor.
 */
export function checkChain(
  db: Database.Database,
  recordId: string,
  from: AuditHead | null,
  anchors: readonly AuditHead[],
): ChainCheck {
  if (!isGuarded(db)) return { holds: false, at: 0, why: 'unguarded' }
  const has = entriesOf(db, recordId)
  let before = from ?? { seq: 0, hash: firstHash(recordId) }
  if (!has(before)) return { holds: false, at: before.seq, why: 'anchor' }
  const rest = db.prepare<[number], Entry>('SELECT * FROM audit WHERE seq > ? ORDER BY seq')
  for (const { hash, ...entry } of rest.iterate(before.seq)) {
    if (entry.seq !== before.seq + 1) return { holds: false, at: before.seq + 1, why: 'missing' }
    if (hash !== hashOf(before.hash, entry)) return { holds: false, at: entry.seq, why: 'entry' }
    before = { seq: entry.seq, hash }
  }
  for (const anchor of anchors) {
    if (!has(anchor)) return { holds: false, at: anchor.seq, why: 'anchor' }
  }
  return { holds: true, head: before }
}

/** Whether an end that was kept outside is an entry of the log. */
export function entriesOf(db: Database.Database, recordId: string): (end: AuditHead) => boolean {
  const hashAt = db.prepare<[number], string>('SELECT hash FROM audit WHERE seq = ?').pluck()
  return ({ seq, hash }) => (seq === 0 ? firstHash(recordId) : hashAt.get(seq)) === hash
}

/** Whether the triggers that keep entries from being changed are still there. */
function isGuarded(db: Database.Database): boolean {
  const count = db
    .prepare(
      `SELECT count(*) FROM sqlite_schema
       WHERE type = 'trigger' AND tbl_name = 'audit' AND name IN ('audit_stays', 'audit_grows')`,
    )
    .pluck()
    .get()
  return count === 2
}

function firstHash(recordId: string): string {
  return createHash('sha256').update(`sepaham ${recordId}`).digest('hex')
}

function hashOf(before: string, entry: Omit<Entry, 'hash'>): string {
  return createHash('sha256').update(before).update(canonicalJson(entry)).digest('hex')
}
