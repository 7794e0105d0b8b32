import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { Instant } from '../../shared/values.ts'
import { AuditHead, type SeenEnd } from './audit.ts'
import { writeDurably } from './durableFile.ts'
import { sealOf } from './keySlots.ts'

/** The end of the audit log and when it was written down, beside the record, sealed with a key made of its own. */
const Anchor = z.strictObject({
  recordId: z.string().max(64),
  seq: AuditHead.shape.seq,
  hash: AuditHead.shape.hash,
  at: Instant,
  seal: z.string().length(64),
})

export function anchorOf(path: string): string {
  return `${path}.anchor.json`
}

/** The anchor beside the record; null where there is none, or one that this key did not seal. */
export function readAnchor(path: string, recordId: string, key: Buffer): SeenEnd | null {
  if (!existsSync(anchorOf(path))) return null
  try {
    const { seal, ...anchor } = Anchor.parse(JSON.parse(readFileSync(anchorOf(path), 'utf8')))
    const own = anchor.recordId === recordId && seal === sealOf(key, 'anchor', anchor)
    return own ? { seq: anchor.seq, hash: anchor.hash, at: anchor.at } : null
  } catch {
    return null
  }
}

export function writeAnchor(path: string, recordId: string, key: Buffer, end: SeenEnd): void {
  const anchor = { recordId, seq: end.seq, hash: end.hash, at: end.at }
  writeDurably(
    anchorOf(path),
    Buffer.from(JSON.stringify({ ...anchor, seal: sealOf(key, 'anchor', anchor) })),
  )
}
