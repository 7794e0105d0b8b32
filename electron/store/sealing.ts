import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Bytes under AES-256-GCM, in hex. */
export type Sealed = { readonly nonce: string; readonly wrapped: string; readonly tag: string }

/** `bytes` under `key`, 32 bytes, bound to `words` that lie open beside them. A nonce is never used twice. */
export function seal(bytes: Buffer, key: Buffer, words: Buffer): Sealed {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(words)
  const wrapped = Buffer.concat([cipher.update(bytes), cipher.final()])
  return {
    nonce: nonce.toString('hex'),
    wrapped: wrapped.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
  }
}

/** The bytes, or null where `key` is not the one, or they or their words were changed. */
export function unseal({ nonce, wrapped, tag }: Sealed, key: Buffer, words: Buffer): Buffer | null {
  const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'hex'))
  cipher.setAAD(words).setAuthTag(Buffer.from(tag, 'hex'))
  try {
    return Buffer.concat([cipher.update(Buffer.from(wrapped, 'hex')), cipher.final()])
  } catch {
    return null // the tag does not hold
  }
}
