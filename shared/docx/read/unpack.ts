import { Inflate } from 'fflate'
import { crc32 } from './crc32.ts'
import { docxLimits } from './limits.ts'
import { Refusal } from './refusal.ts'
import type { ZipEntry } from './zipEntries.ts'

/** Packed bytes at a time: deflate makes at most 1,032 times as many of them, so 4 MB at once. */
const STEP = 4 * 1024

/** Of what swells, so much is still read: it may say better what is wrong. */
const FIRST = 64 * 1024

/**
 * Unpacks one part, chunk by chunk. What was declared is checked while it runs, so that a part that lies about its
 * size, or swells beyond any true document, is stopped in the middle. The checksum stands at the end: who used the
 * chunks before has used them in vain if this throws.
 */
export function unpack(zip: Uint8Array, entry: ZipEntry, each: (chunk: Uint8Array) => void): void {
  let size = 0
  let crc = 0
  let taken = 0
  const take = (chunk: Uint8Array) => {
    if (chunk.length === 0) return
    const before = size
    size += chunk.length
    if (size > entry.size) throw new Refusal('damaged', entry.name)
    if (size > docxLimits.ratioFrom && size > docxLimits.ratio * taken) {
      if (before === 0) each(chunk.subarray(0, FIRST))
      throw new Refusal('bomb', entry.name)
    }
    crc = crc32(chunk, crc)
    each(chunk)
  }
  const inflate = new Inflate(take)
  const step = (from: number, to: number) => {
    taken = to
    const packed = zip.subarray(entry.from + from, entry.from + to)
    if (entry.deflated) inflate.push(packed, to === entry.packed)
    else take(packed)
  }
  try {
    for (let from = 0; from < entry.packed; from += STEP) step(from, Math.min(entry.packed, from + STEP))
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new Refusal('damaged', entry.name) // fflate's own
    throw error
  }
  if (size !== entry.size || crc !== entry.crc) throw new Refusal('damaged', entry.name)
}

/** A whole part. */
export function unpackWhole(zip: Uint8Array, entry: ZipEntry): Uint8Array {
  const whole = new Uint8Array(entry.size)
  let at = 0
  unpack(zip, entry, (chunk) => {
    whole.set(chunk, at)
    at += chunk.length
  })
  return whole
}
