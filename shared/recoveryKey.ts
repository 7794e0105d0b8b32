const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const keyBytes = 32
const keyLetters = 52 // 256 bits in letters of 5, the last with 4 bits of nothing
const checkLetters = 4
const groupLetters = 4

/**
 * The recovery key as it is printed: 256 bits in base32 and four letters of checksum, in 14 groups of four. The
 * alphabet has no I, L, O or U, so that a key read aloud or written by hand comes back.
 * Source: Crockford's base32.
 */
export function formatRecoveryKey(key: Uint8Array): string {
  const letters = lettersOf(key)
  return groups(letters + checksum(letters)).join('-')
}

/** The bytes of a key as typed, in any case, with any spaces and dashes; null where a letter is wrong. */
export function parseRecoveryKey(typed: string): Uint8Array | null {
  const letters = plain(typed)
  if (letters.length !== keyLetters + checkLetters) return null
  if ([...letters].some((letter) => !alphabet.includes(letter))) return null
  const body = letters.slice(0, keyLetters)
  return checksum(body) === letters.slice(keyLetters) ? bytesOf(body) : null
}

/** The part that must be typed back to show that the sheet was printed: the last two groups. */
export function recoveryKeyPart(key: string): string {
  return plain(key).slice(-2 * groupLetters)
}

/** A part as typed, in the form that `recoveryKeyPart` has. */
export function plain(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

/** The groups of a printed key, in order. */
export function groups(key: string): readonly string[] {
  return plain(key).match(/.{1,4}/g) ?? []
}

function lettersOf(bytes: Uint8Array): string {
  let letters = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      letters += alphabet[(value >> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  return bits > 0 ? letters + alphabet[(value << (5 - bits)) & 31] : letters
}

function bytesOf(letters: string): Uint8Array {
  const bytes = new Uint8Array(keyBytes)
  let bits = 0
  let value = 0
  let at = 0
  for (const letter of letters) {
    value = (value << 5) | alphabet.indexOf(letter)
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (value >> bits) & 255
      value &= (1 << bits) - 1
    }
  }
  return bytes
}

/** CRC-32 over the letters, its low 20 bits: finds every single wrong letter and every swap of two. */
function checksum(letters: string): string {
  let crc = 0xffffffff
  for (const letter of letters) {
    crc ^= letter.charCodeAt(0)
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  let rest = ~crc >>> 0
  let text = ''
  for (let count = 0; count < checkLetters; count++) {
    text = alphabet[rest & 31] + text
    rest >>>= 5
  }
  return text
}
