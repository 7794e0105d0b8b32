/**
 * A PNG, JPEG or GIF without what it says of itself (author, camera, place, program); other kinds come back as they are, and
 * so does one that is not made as its format wants it.
 */
export function cleanPicture(bytes: Uint8Array): Uint8Array {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return cleanPng(bytes) ?? bytes
  if (startsWith(bytes, [0xff, 0xd8])) return cleanJpeg(bytes) ?? bytes
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return cleanGif(bytes) ?? bytes
  return bytes
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

/** Source: Portable Network Graphics (Second Edition), 5.3 and 11.3. */
function cleanPng(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return null
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    if (!['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME'].includes(type)) kept.push(bytes.subarray(at, end))
    at = end
    if (type === 'IEND') return joined(kept)
  }
  return null
}

/** Source: ITU-T T.81, annex B. APP0 (JFIF), APP2 (colours) and APP14 (Adobe's colours) change the look. */
function cleanJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xda) return joined([...kept, bytes.subarray(at)]) // the picture itself, to the end
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
    if (end <= at + 2 || end > bytes.length) return null
    const isTold = marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee)
    if (!isTold) kept.push(bytes.subarray(at, end))
    at = end
  }
  return null
}

/**
 * Of its extensions only those that change the look stay: how the next picture is shown, and how often all are (as
 * long as it says nothing else). Source: GIF89a Specification, 18 to 27 and appendix A.
 */
function cleanGif(bytes: Uint8Array): Uint8Array | null {
  const colors = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  /** Behind the blocks of data that begin here; NaN where the file ends before they do. */
  const behindData = (from: number): number => {
    let at = from
    for (let size = bytes[at]; size !== undefined; size = bytes[at]) {
      at += size + 1
      if (size === 0) return at
    }
    return Number.NaN
  }
  let at = 13 + colors(bytes[10] ?? 0)
  const kept: Uint8Array[] = [bytes.subarray(0, at)]
  let shown: Uint8Array | null = null
  while (at < bytes.length) {
    const [sign, label] = [bytes[at], bytes[at + 1]]
    if (sign === 0x3b) return joined([...kept, bytes.subarray(at, at + 1)])
    const isPicture = sign === 0x2c
    if (!isPicture && sign !== 0x21) return null
    const end = behindData(at + (isPicture ? 11 + colors(bytes[at + 9] ?? 0) : 2))
    if (!(end <= bytes.length)) return null
    const block = bytes.subarray(at, end)
    at = end
    if (isPicture) kept.push(...(shown ? [shown] : []), block)
    else if (label === 0xff && block.length === 19 && startsWith(block.subarray(3), netscape))
      kept.push(block)
    // What is told of the next picture goes with it: a picture, or letters (0x01), which nothing shows.
    if (label === 0xf9 && !isPicture) shown = block
    else if (isPicture || label === 0x01) shown = null
  }
  return null
}

const netscape = [...'NETSCAPE2.0'].map((letter) => letter.charCodeAt(0))

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
