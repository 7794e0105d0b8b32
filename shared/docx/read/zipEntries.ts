import { docxLimits } from './limits.ts'
import { Refusal } from './refusal.ts'

/** One part as the directory of the ZIP names it. Offsets and sizes in bytes. */
export type ZipEntry = {
  readonly name: string
  readonly deflated: boolean
  readonly packed: number
  readonly size: number // unpacked, as declared
  readonly crc: number
  readonly header: number // where its own header begins
  readonly from: number // of its packed bytes
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const IN_EXTRA = 0xffffffff // the true value is in the field of ZIP64

/**
 * The parts of a file that claims to be a DOCX, by their names in lower case, without unpacking anything.
 *
 * Refuses what is no ZIP, with what it is instead; a ZIP that contradicts itself, so that two programs could read
 * two documents in it; names that lead elsewhere; and sizes beyond the limits. Source: APPNOTE.TXT 6.3, ECMA-376-2.
 */
export function zipEntries(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  if (bytes.length === 0) throw new Refusal('empty')
  if (bytes.length > docxLimits.file) throw new Refusal('fileTooLarge')
  if (OLE.every((byte, at) => bytes[at] === byte))
    throw new Refusal(holdsUtf16(bytes, 'EncryptedPackage') ? 'encrypted' : 'oldWord')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint32(0, true) !== LOCAL)
    throw new Refusal(startsAsZip(bytes) ? 'truncated' : 'notWord')
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  const length = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count)
    throw new Refusal('damaged')
  if (start + length > end) throw new Refusal('damaged')
  if (count > docxLimits.parts) throw new Refusal('tooManyParts')

  const entries = new Map<string, ZipEntry>()
  let total = 0
  let at = start
  for (let index = 0; index < count; index++) {
    const { entry, next } = readEntry(view, bytes, at, end)
    at = next
    total += entry.size
    if (entry.size > docxLimits.part) throw new Refusal('partTooLarge', entry.name)
    if (total > docxLimits.total) throw new Refusal('fileTooLarge')
    const key = entry.name.toLowerCase()
    if (entries.has(key)) throw new Refusal('damaged', entry.name)
    entries.set(key, entry)
  }
  refuseOverlaps([...entries.values()], start)
  return entries
}

function startsAsZip(bytes: Uint8Array): boolean {
  return bytes.length < 4 && [0x50, 0x4b, 0x03].slice(0, bytes.length).every((byte, at) => bytes[at] === byte)
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END) return at
  throw new Refusal('truncated')
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, end: number) {
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) throw new Refusal('damaged')
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
  if (next > end) throw new Refusal('damaged')
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength)
  const name = new TextDecoder().decode(nameBytes)
  if (!isSafeName(name)) throw new Refusal('unsafePath', name)
  if ((flags & 1) !== 0) throw new Refusal('encrypted', name)
  if (method !== 0 && method !== 8) throw new Refusal('damaged', name)
  const large = largeSizes(view, at, at + 46 + nameLength, extraLength)

  const local = large.local
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL)
    throw new Refusal('damaged', name)
  const localNameLength = view.getUint16(local + 26, true)
  const from = local + 30 + localNameLength + view.getUint16(local + 28, true)
  const sameName =
    localNameLength === nameLength && nameBytes.every((byte, index) => bytes[local + 30 + index] === byte)
  const sameMethod = view.getUint16(local + 8, true) === method
  if (!sameName || !sameMethod || from + large.packed > view.byteLength) throw new Refusal('damaged', name)
  if (method === 0 && large.packed !== large.size) throw new Refusal('damaged', name)
  const { packed, size } = large
  const crc = view.getUint32(at + 16, true)
  return { entry: { name, deflated: method === 8, packed, size, crc, header: local, from }, next }
}

/** Sizes and place, from the extra field where the writer used ZIP64 (APPNOTE 4.5.3). */
function largeSizes(view: DataView, at: number, extra: number, extraLength: number) {
  let size = view.getUint32(at + 24, true)
  let packed = view.getUint32(at + 20, true)
  let local = view.getUint32(at + 42, true)
  if (size !== IN_EXTRA && packed !== IN_EXTRA && local !== IN_EXTRA) return { size, packed, local }
  for (let field = extra; field + 4 <= extra + extraLength;) {
    const length = view.getUint16(field + 2, true)
    if (view.getUint16(field, true) === 1) {
      let value = field + 4
      const read = () => {
        if (value + 8 > Math.min(field + 4 + length, extra + extraLength)) throw new Refusal('damaged')
        const large = Number(view.getBigUint64(value, true))
        value += 8
        return large
      }
      if (size === IN_EXTRA) size = read()
      if (packed === IN_EXTRA) packed = read()
      if (local === IN_EXTRA) local = read()
      return { size, packed, local }
    }
    field += 4 + length
  }
  throw new Refusal('damaged')
}

/** Parts that share bytes let a small file hold a giant one, and show different readers different texts. */
function refuseOverlaps(entries: readonly ZipEntry[], directory: number): void {
  const sorted = [...entries].sort((a, b) => a.header - b.header)
  sorted.forEach(({ from, packed, name }, index) => {
    if (from + packed > (sorted[index + 1]?.header ?? directory)) throw new Refusal('damaged', name)
  })
}

/** Inside the file, with forward strokes, and nothing that a path could be made of. */
function isSafeName(name: string): boolean {
  return (
    name !== '' &&
    !/[\\:\u0000-\u001f\u007f]|^\//.test(name) &&
    !name.split('/').some((segment) => segment === '..' || segment === '.')
  )
}

function holdsUtf16(bytes: Uint8Array, words: string): boolean {
  const wanted = [...words].flatMap((sign) => [sign.charCodeAt(0), 0])
  const first = wanted[0] ?? 0
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true
  return false
}
