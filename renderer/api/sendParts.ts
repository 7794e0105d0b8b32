import type { Fault } from '../../shared/fault.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** Bytes of one part: short enough that nothing else waits for it. A multiple of 3, so that Base64 needs no filling. */
const partSize = 1_048_575

/**
 * Sends a file that was dropped or pasted, part by part in Base64; an empty one in one empty part. `FileUnreadable`
 * where it has gone, or is a folder; else the first fault that `send` answers.
 */
export async function sendParts(
  file: File,
  send: (part: string) => Promise<Result<null, Fault>>,
): Promise<Result<null, Fault>> {
  let at = 0
  do {
    const bytes = await bytesOf(file.slice(at, at + partSize))
    if (bytes === null) return fail({ kind: 'FileUnreadable', name: file.name })
    const sent = await send(base64(bytes))
    if (!sent.ok) return sent
    at += partSize
  } while (at < file.size)
  return ok(null)
}

async function bytesOf(part: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await part.arrayBuffer())
  } catch {
    return null
  }
}

function base64(bytes: Uint8Array): string {
  const step = 0x8000 // arguments of one call
  let binary = ''
  for (let at = 0; at < bytes.length; at += step)
    binary += String.fromCharCode(...bytes.subarray(at, at + step))
  return btoa(binary)
}
