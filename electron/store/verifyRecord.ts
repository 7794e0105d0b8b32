import type Database from 'better-sqlite3'
import { checkChain, type AuditHead } from './audit.ts'
import { openDatabase } from './openDatabase.ts'
import { brokenPages } from './recordFile.ts'
import { chainLink, sha256 } from './textChain.ts'

/** What a whole check found, each by the thing it stands in; nothing at all: the record is sound. */
type Finding =
  | { readonly what: 'page'; readonly number: number }
  | { readonly what: 'structure'; readonly message: string }
  | { readonly what: 'audit'; readonly at: number; readonly why: string }
  | { readonly what: 'text'; readonly textId: string; readonly revision: number }

export type Verification = { readonly findings: readonly Finding[]; readonly head: AuditHead | null }

const mostFindings = 100

/**
 * Checks everything there is to check, on a connection of its own that only reads: the seal of every page, SQLite's
 * own structure, references, the whole audit log against every anchor, the hash of every text.
 * `tell` is called now and then with how far it is.
 */
export function verifyRecord(
  path: string,
  key: Buffer,
  anchors: readonly AuditHead[],
  tell: (done: number, of: number) => void = () => {},
): Verification {
  const broken = brokenPages(path, key, tell)
  if (broken.length > 0) {
    return {
      findings: broken.slice(0, mostFindings).map((number) => ({ what: 'page', number })),
      head: null,
    }
  }
  const db = openDatabase(path, key, 'readOnly')
  try {
    return db.transaction(() => verifyContents(db, anchors))() // one state of the record, though others write
  } finally {
    db.close()
  }
}

function verifyContents(db: Database.Database, anchors: readonly AuditHead[]): Verification {
  const recordId = db.prepare('SELECT record_id FROM record_meta').pluck().get() as string
  const chain = checkChain(db, recordId, null, anchors)
  const findings: readonly Finding[] = [
    ...structure(db),
    ...(chain.holds ? [] : [{ what: 'audit' as const, at: chain.at, why: chain.why }]),
    ...texts(db),
  ]
  return { findings: findings.slice(0, mostFindings), head: chain.holds ? chain.head : null }
}

function structure(db: Database.Database): readonly Finding[] {
  const messages = db.prepare<[], string>('PRAGMA integrity_check').pluck().all() as readonly string[]
  const orphans = db.pragma('foreign_key_check') as readonly { readonly table: string }[]
  return [
    ...messages.filter((message) => message !== 'ok'),
    ...orphans.map(({ table }) => `a row of ${table} refers to nothing`),
  ].map((message) => ({ what: 'structure' as const, message }))
}

type SnapshotRow = {
  readonly text_id: string
  readonly revision: number
  readonly doc: string
  readonly sha256: Buffer
}

type StepRow = {
  readonly text_id: string
  readonly revision: number
  readonly steps: string
  readonly saved_at: string
  readonly officer: string
  readonly chain: Buffer
}

/** Every snapshot against its hash, and every saved step against the chain that stands on the first snapshot. */
function texts(db: Database.Database): readonly Finding[] {
  const there = db
    .prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'text_snapshot'`)
    .get()
  if (there === undefined) return []
  const findings: Finding[] = []
  const wrong = (row: { readonly text_id: string; readonly revision: number }) =>
    findings.push({ what: 'text', textId: row.text_id, revision: row.revision })

  const starts = new Map<string, Buffer>()
  const snapshots = db.prepare<[], SnapshotRow>('SELECT text_id, revision, doc, sha256 FROM text_snapshot')
  for (const row of snapshots.iterate()) {
    if (!sha256(row.doc).equals(row.sha256)) wrong(row)
    if (row.revision === 0) starts.set(row.text_id, row.sha256)
  }
  let link: Buffer | undefined
  let before = { text_id: '', revision: 0 }
  const steps = db.prepare<[], StepRow>(
    'SELECT text_id, revision, steps, saved_at, officer, chain FROM text_step ORDER BY text_id, revision',
  )
  for (const row of steps.iterate()) {
    if (row.text_id !== before.text_id) {
      link = starts.get(row.text_id)
      before = { text_id: row.text_id, revision: 0 }
    }
    const sealed = link && chainLink(link, { ...row, savedAt: row.saved_at })
    if (!sealed?.equals(row.chain) || row.revision <= before.revision) wrong(row)
    link = row.chain
    before = row
  }
  return findings
}
