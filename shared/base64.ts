const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Bytes as Base64 (RFC 4648, 4). The core knows no `btoa`. */
export function base64(bytes: Uint8Array): string {
  let written = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3)
    const three = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    written += `${digits[three >> 18]}${digits[(three >> 12) & 63]}`
    written +=
      b === undefined ? '==' : `${digits[(three >> 6) & 63]}${c === undefined ? '=' : digits[three & 63]}`
  }
  return written
}
