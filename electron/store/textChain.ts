import { createHash } from 'node:crypto'

/** What a step's link in the chain seals beside the steps themselves. */
type ChainedSteps = {
  readonly revision: number
  readonly savedAt: string
  readonly officer: string
  readonly steps: string
}

/** SHA-256 of a text or of bytes. */
export function sha256(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(content).digest()
}

/** SHA-256 in hexadecimal, as the audit log and people read it. */
export function sha256Hex(content: string | Uint8Array): string {
  return sha256(content).toString('hex')
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** The link of these steps: SHA-256(link before ‖ revision, instant and officer, a line each ‖ steps). */
export function chainLink(before: Uint8Array, { revision, savedAt, officer, steps }: ChainedSteps): Buffer {
  return createHash('sha256')
    .update(before)
    .update(`${revision}\n${savedAt}\n${officer}\n`)
    .update(steps)
    .digest()
}
