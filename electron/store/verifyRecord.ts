import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { checkChain, type AuditHead } from './audit.ts'
import { openDatabase } from './openDatabase.ts'
import { brokenPages } from './recordFile.ts'

/** What a whole check found, each by the thing it stands in; nothing at all: the record is sound. */
export type Finding =
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

function texts(db: Database.Database): readonly Finding[] {
  const there = db
    .prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'text_snapshot'`)
    .get()
  if (there === undefined) return []
  const findings: Finding[] = []
  const rows = db.prepare<[], SnapshotRow>('SELECT text_id, revision, doc, sha256 FROM text_snapshot')
  for (const row of rows.iterate()) {
    if (createHash('sha256').update(row.doc).digest().equals(row.sha256)) continue
    findings.push({ what: 'text', textId: row.text_id, revision: row.revision })
  }
  return findings
}
