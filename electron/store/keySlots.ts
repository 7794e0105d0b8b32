import {
  createCipheriv,
  createHash,
  createHmac,
  hkdfSync,
  pbkdf2Sync,
  randomBytes,
  scrypt,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { canonicalJson } from '../../shared/canonicalJson.ts'
import type { UnusableRecord } from '../../shared/fault.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { syncFile, writeDurably } from './durableFile.ts'
import { seal, unseal } from './sealing.ts'

/*
 * The key of a record is 32 random bytes. It is never written down: beside the record lies a file of slots, each of
 * which holds the key wrapped with AES-256-GCM, one for each officer's passphrase and one for the recovery key. The
 * parameters and the owner of a slot are bound to it as additional data. Only what Electron's BoringSSL also has is
 * used here: SHA-2, HMAC, HKDF, PBKDF2, scrypt, AES.
 */

/** What deriving a key costs. The usual cost is 128 MB and about half a second; tests may ask for less. */
export type ScryptCost = { readonly N: number; readonly r: number; readonly p: number }
export const usualCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 }
const mostMemoryBytes = 1024 * 1024 * 1024

const Hex = z.string().regex(/^([0-9a-f]{2})+$/)
const sealed = { nonce: Hex.length(24), wrapped: Hex.length(64), tag: Hex.length(32) }

/** The slot of one officer, beside a record or for a restricted paper in it. */
export const OfficerSlot = z.strictObject({
  kind: z.literal('officer'),
  id: z.string().max(64),
  officerId: z.string().max(64),
  name: z.string().max(200),
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    N: z
      .int()
      .min(2)
      .max(2 ** 20),
    r: z.int().min(1).max(16),
    p: z.int().min(1).max(4),
    salt: Hex.length(64),
  }),
  ...sealed,
})
const RecoverySlot = z.strictObject({
  kind: z.literal('recovery'),
  id: z.string().max(64),
  kdf: z.strictObject({ name: z.literal('hkdf-sha256'), salt: Hex.length(64) }),
  ...sealed,
})
const Slot = z.discriminatedUnion('kind', [OfficerSlot, RecoverySlot])
const Slots = z.strictObject({
  format: z.literal('sepaham-keys'),
  version: z.literal(1),
  recordId: z.string().max(64),
  /** A sample's passphrase is published. */
  sample: z.boolean(),
  /** Counts the changes: of two copies that differ, the later is right. */
  revision: z.int().min(1),
  slots: z.array(Slot).max(200).readonly(),
})
const SlotsFile = Slots.extend({ sha256: Hex.length(64) })

export type OfficerSlot = z.infer<typeof OfficerSlot>
type Slot = z.infer<typeof Slot>
export type KeySlots = z.infer<typeof Slots>

export function keysOf(path: string): string {
  return `${path}.keys.json`
}

export function keysCopyOf(path: string): string {
  return `${path}.keys.copy.json`
}

export function hasKeys(path: string): boolean {
  return existsSync(keysOf(path)) || existsSync(keysCopyOf(path))
}

/** 32 random bytes: the key of a record, or a recovery key. */
export function randomKey(): Buffer {
  return randomBytes(32)
}

/** What the record keeps of the part of the recovery key that must be typed back. */
export function hashOfPart(part: string): string {
  return createHash('sha256').update(`sepaham part ${part}`).digest('hex')
}

/** The slots beside a record: of the two copies the one that is whole, and the later where both are. */
export function readKeySlots(path: string): Result<KeySlots, UnusableRecord> {
  const read = [keysOf(path), keysCopyOf(path)].filter((copy) => existsSync(copy)).map(readOne)
  const whole = read.filter((one) => one.ok).map((one) => one.value)
  const [first, ...rest] = whole
  if (first) return ok(rest.reduce((best, one) => (one.revision > best.revision ? one : best), first))
  if (read.length === 0) return fail('keysMissing')
  return fail(read.some((one) => !one.ok && one.fault === 'newer') ? 'newer' : 'keysDamaged')
}

/** Writes both copies, one after the other, so that one is whole at every moment. */
export function writeKeySlots(path: string, slots: KeySlots): void {
  const sum = createHash('sha256').update(canonicalJson(slots)).digest('hex')
  const bytes = Buffer.from(JSON.stringify({ ...slots, sha256: sum }, null, 2) + '\n')
  writeDurably(keysOf(path), bytes)
  writeDurably(keysCopyOf(path), bytes)
}

/** Writes the slots again where one of the two copies is missing, damaged or behind. */
export function healKeySlots(path: string, slots: KeySlots): void {
  const whole = [keysOf(path), keysCopyOf(path)].every((copy) => {
    const one = readOne(copy)
    return one.ok && one.value.revision === slots.revision
  })
  if (!whole) writeKeySlots(path, slots)
}

/** Takes the slots away. Only for a record that was never made after all. */
export function removeKeySlots(path: string): void {
  rmSync(keysOf(path), { force: true })
  rmSync(keysCopyOf(path), { force: true })
}

/** Puts the slots beside a copy of the record, under the name of the copy. */
export function copyKeySlots(path: string, copyPath: string): void {
  const whole = readOne(keysOf(path)).ok ? keysOf(path) : keysCopyOf(path)
  copyFileSync(whole, keysOf(copyPath))
  syncFile(keysOf(copyPath))
}

export function officerSlots(slots: KeySlots): readonly OfficerSlot[] {
  return slots.slots.filter((slot) => slot.kind === 'officer')
}

/** `recordId` is that of the record, or of the restricted paper, whose key it is. */
export async function newOfficerSlot(
  recordId: string,
  owner: { readonly id: string; readonly officerId: string; readonly name: string },
  passphrase: string,
  key: Buffer,
  cost: ScryptCost,
): Promise<OfficerSlot> {
  const kdf = { name: 'scrypt' as const, ...cost, salt: randomBytes(32).toString('hex') }
  const open = { kind: 'officer' as const, ...owner, kdf }
  const wrapping = await derive(passphrase, kdf)
  return { ...open, ...seal(key, wrapping, bound(recordId, open)) }
}

/** The key that the slot holds, or null where the passphrase is not the one. The caller zeroes it after use. */
export async function openOfficerSlot(
  recordId: string,
  slot: OfficerSlot,
  passphrase: string,
): Promise<Buffer | null> {
  const { nonce, wrapped, tag, ...open } = slot
  return unseal({ nonce, wrapped, tag }, await derive(passphrase, slot.kdf), bound(recordId, open))
}

export function newRecoverySlot(recordId: string, id: string, recoveryKey: Uint8Array, key: Buffer): Slot {
  const kdf = { name: 'hkdf-sha256' as const, salt: randomBytes(32).toString('hex') }
  const open = { kind: 'recovery' as const, id, kdf }
  return { ...open, ...seal(key, expand(recoveryKey, kdf.salt), bound(recordId, open)) }
}

/** The key out of any of the recovery slots that this recovery key opens, or null. */
export function openRecoverySlot(slots: KeySlots, recoveryKey: Uint8Array): Buffer | null {
  for (const slot of slots.slots) {
    if (slot.kind !== 'recovery') continue
    const { nonce, wrapped, tag, ...open } = slot
    const wrapping = expand(recoveryKey, slot.kdf.salt)
    const key = unseal({ nonce, wrapped, tag }, wrapping, bound(slots.recordId, open))
    if (key) return key
  }
  return null
}

/**
 * Adds `slot` and takes the slots away that `replaces` names, in two steps: the old ones go only when the new one,
 * read back from the disk, has given the very key. A kill in between leaves both.
 */
export async function replaceSlots(
  path: string,
  slots: KeySlots,
  slot: Slot,
  replaces: (old: Slot) => boolean,
  key: Buffer,
  openSlot: (written: KeySlots, slot: Slot) => Promise<Buffer | null> | Buffer | null,
): Promise<KeySlots> {
  writeKeySlots(path, { ...slots, revision: slots.revision + 1, slots: [...slots.slots, slot] })
  const written = readKeySlots(path)
  if (!written.ok) throw new Error(`the key slots cannot be read back: ${written.fault}`)
  const back = written.value.slots.find(({ id }) => id === slot.id)
  const opened = back ? await openSlot(written.value, back) : null
  try {
    if (!opened || !timingSafeEqual(opened, key)) throw new Error('the new key slot does not open')
  } finally {
    opened?.fill(0)
  }
  return withoutSlots(path, written.value, (old) => old.id !== slot.id && replaces(old))
}

/** Takes slots away. Returns what stands on the disk now. */
export function withoutSlots(path: string, slots: KeySlots, goes: (slot: Slot) => boolean): KeySlots {
  const kept = slots.slots.filter((slot) => !goes(slot))
  if (kept.length === slots.slots.length) return slots
  const next = { ...slots, revision: slots.revision + 1, slots: kept }
  writeKeySlots(path, next)
  return next
}

/** A key for one purpose, made of the record's key: sealing what lies beside the record. */
export function sealOf(key: Buffer, purpose: string, what: unknown): string {
  const sealing = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(32), `sepaham ${purpose}`, 32))
  return createHmac('sha256', sealing).update(canonicalJson(what)).digest('hex')
}

/** Throws where the machine lacks a primitive that the record needs, or has a wrong one. Called once at start. */
export function probeCrypto(): void {
  const digest = createHash('sha256').update('abc').digest('hex')
  const key = randomBytes(32)
  const bytes = randomBytes(32)
  const back = unseal(seal(bytes, key, Buffer.from('aad')), key, Buffer.from('aad'))
  const derived = scryptSync('', '', 64, { N: 16, r: 1, p: 1 }).toString('hex')
  const works =
    digest === 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' && // FIPS 180-2, B.1
    derived.startsWith('77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442') && // RFC 7914, 12
    hkdfSync('sha256', key, bytes, '', 32).byteLength === 32 &&
    pbkdf2Sync(key, bytes, 2, 32, 'sha512').length === 32 &&
    createCipheriv('aes-256-cbc', key, randomBytes(16)).update(bytes).length === 32 &&
    back?.equals(bytes)
  if (!works) throw new Error('this machine lacks the cryptography that a record needs')
}

function readOne(path: string): Result<KeySlots, 'newer' | 'keysDamaged'> {
  if (!existsSync(path)) return fail('keysDamaged')
  try {
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'))
    const parsed = SlotsFile.safeParse(json)
    if (!parsed.success) return fail(isNewer(json) ? 'newer' : 'keysDamaged')
    const { sha256, ...slots } = parsed.data
    const sum = createHash('sha256').update(canonicalJson(slots)).digest('hex')
    return sum === sha256 ? ok(slots) : fail('keysDamaged')
  } catch {
    return fail('keysDamaged') // not JSON, or not readable
  }
}

function isNewer(json: unknown): boolean {
  const head = z.looseObject({ format: z.literal('sepaham-keys'), version: z.int().min(2) })
  return head.safeParse(json).success
}

function derive(passphrase: string, kdf: OfficerSlot['kdf']): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const typed = Buffer.from(passphrase.normalize('NFKC'), 'utf8')
    const { N, r, p } = kdf
    scrypt(
      typed,
      Buffer.from(kdf.salt, 'hex'),
      32,
      { N, r, p, maxmem: mostMemoryBytes },
      (error, derived) => {
        typed.fill(0)
        if (error) reject(error)
        else resolve(derived)
      },
    )
  })
}

function expand(recoveryKey: Uint8Array, salt: string): Buffer {
  return Buffer.from(hkdfSync('sha256', recoveryKey, Buffer.from(salt, 'hex'), 'sepaham recovery', 32))
}

function bound(recordId: string, open: object): Buffer {
  return Buffer.from(canonicalJson({ format: 'sepaham-keys', version: 1, recordId, ...open }))
}
