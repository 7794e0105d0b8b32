import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Fault } from '../../shared/fault.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sweepTemporaries, writeDurably } from './durableFile.ts'

/*
 * Files of other programs lie beside the record, encrypted, one for each content: "SPHF", a version, 32 bytes of salt,
 * then the content in pieces, each with its AES-256-GCM tag. The key of a file is HKDF-SHA256 of the record's key and
 * the salt; the nonce of a piece is its number; sealed with it are the hash and the length of the whole, so that no
 * piece can be left out, put elsewhere or taken from another file. The name is an HMAC of the hash: it tells nothing.
 */
const magic = Buffer.from('SPHF\u0001', 'latin1')
const saltBytes = 32
const tagBytes = 16
const pieceBytes = 1024 * 1024
const headBytes = magic.length + saltBytes

/** A content that is kept: the SHA-256 of its bytes, and how many they are. */
export type KeptFile = { readonly sha256: string; readonly bytes: number }

/** The folder of a record and of all its copies: `<name>.files` beside it. */
export function attachmentsFolderOf(path: string): string {
  const stem = basename(path, '.sepaham')
  const folder = dirname(path)
  if (folder.endsWith('.copies')) return `${folder.slice(0, -'.copies'.length)}.files`
  return join(folder, `${stem}.files`)
}

/**
 * Keeps bytes beside the record; those that are there already are not written again. On the disk when it returns.
 * Throws what the file system throws; then nothing was kept.
 */
export function keepFile(path: string, key: Buffer, bytes: Uint8Array): KeptFile {
  const kept = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
  const folder = attachmentsFolderOf(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  sweepTemporaries(folder, new Date(Date.now() - 60 * 60 * 1_000))
  if (takeFile(path, key, kept).ok) return kept
  writeDurably(join(folder, nameOf(key, kept)), sealed(key, bytes, kept))
  return kept
}

/** The bytes again, proved to be those that were kept. */
export function takeFile(
  path: string,
  key: Buffer,
  kept: KeptFile,
): Result<Buffer, Extract<Fault, { kind: 'AttachmentLost' }>> {
  const place = join(attachmentsFolderOf(path), nameOf(key, kept))
  if (!existsSync(place)) return fail({ kind: 'AttachmentLost', why: 'missing' })
  const bytes = unsealed(key, readFileSync(place), kept)
  return bytes ? ok(bytes) : fail({ kind: 'AttachmentLost', why: 'damaged' })
}

function nameOf(key: Buffer, { sha256 }: KeptFile): string {
  const naming = Buffer.from(hkdfSync('sha256', key, '', 'sepaham names of attachments', 32))
  return createHmac('sha256', naming).update(sha256, 'hex').digest('hex')
}

function fileKey(key: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'sepaham attachment', 32))
}

function nonceOf(piece: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(piece, 8)
  return nonce
}

function statement({ sha256, bytes }: KeptFile): Buffer {
  const said = Buffer.alloc(40)
  said.write(sha256, 'hex')
  said.writeBigUInt64BE(BigInt(bytes), 32)
  return said
}

function sealed(key: Buffer, bytes: Uint8Array, kept: KeptFile): Buffer {
  const salt = randomBytes(saltBytes)
  const own = fileKey(key, salt)
  const parts: Buffer[] = [magic, salt]
  for (let at = 0, piece = 0; at < bytes.length; at += pieceBytes, piece++) {
    const cipher = createCipheriv('aes-256-gcm', own, nonceOf(piece)).setAAD(statement(kept))
    parts.push(cipher.update(bytes.subarray(at, at + pieceBytes)), cipher.final(), cipher.getAuthTag())
  }
  own.fill(0)
  return Buffer.concat(parts)
}

function unsealed(key: Buffer, file: Buffer, kept: KeptFile): Buffer | null {
  const pieces = Math.ceil(kept.bytes / pieceBytes)
  if (file.length !== headBytes + kept.bytes + pieces * tagBytes) return null
  if (!file.subarray(0, magic.length).equals(magic)) return null
  const own = fileKey(key, file.subarray(magic.length, headBytes))
  const bytes = Buffer.alloc(kept.bytes)
  try {
    for (let piece = 0, from = headBytes; piece < pieces; piece++) {
      const length = Math.min(pieceBytes, kept.bytes - piece * pieceBytes)
      const tag = file.subarray(from + length, from + length + tagBytes)
      const cipher = createDecipheriv('aes-256-gcm', own, nonceOf(piece), { authTagLength: tagBytes })
        .setAAD(statement(kept))
        .setAuthTag(tag)
      const plain = Buffer.concat([cipher.update(file.subarray(from, from + length)), cipher.final()])
      plain.copy(bytes, piece * pieceBytes)
      from += length + tagBytes
    }
    return bytes
  } catch {
    return null // a piece whose tag does not hold
  } finally {
    own.fill(0)
  }
}
