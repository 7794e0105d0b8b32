/**
 * How many pixels a picture claims to have, read from its first bytes; 0 for forms without pixels and for those that
 * say nothing. Source: PNG 3rd ed. 11.2.1; ITU T.81 B.2.2; GIF89a 18; BMP; WebP (RFC 9649); TIFF 6.0.
 */
export function pixels(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const starts = (...signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte)
  try {
    if (starts(0x89, 0x50, 0x4e, 0x47)) return view.getUint32(16) * view.getUint32(20)
    if (starts(0x47, 0x49, 0x46)) return view.getUint16(6, true) * view.getUint16(8, true)
    if (starts(0x42, 0x4d)) return Math.abs(view.getInt32(18, true)) * Math.abs(view.getInt32(22, true))
    if (starts(0xff, 0xd8)) return jpeg(view)
    if (starts(0x52, 0x49, 0x46, 0x46)) return webp(view)
    if (starts(0x49, 0x49, 0x2a, 0)) return tiff(view, true)
    if (starts(0x4d, 0x4d, 0, 0x2a)) return tiff(view, false)
    return 0
  } catch (error) {
    if (error instanceof RangeError) return 0 // it ends before it says
    throw error
  }
}

function jpeg(view: DataView): number {
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return 0
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return view.getUint16(at + 5) * view.getUint16(at + 7)
    const isBare = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
    at += marker === 0xff ? 1 : isBare ? 2 : 2 + Math.max(2, view.getUint16(at + 2))
  }
  return 0
}

function webp(view: DataView): number {
  switch (view.getUint32(12)) {
    case 0x56503820: // 'VP8 '
      return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff)
    case 0x5650384c: {
      const bits = view.getUint32(21, true) // 'VP8L'
      return ((bits & 0x3fff) + 1) * (((bits >>> 14) & 0x3fff) + 1)
    }
    case 0x56503858: // 'VP8X'
      return (1 + (view.getUint32(24, true) & 0xffffff)) * (1 + (view.getUint32(26, true) >>> 8))
    default:
      return 0
  }
}

function tiff(view: DataView, little: boolean): number {
  const directory = view.getUint32(4, little)
  let width = 0
  let height = 0
  for (let index = view.getUint16(directory, little), at = directory + 2; index > 0; index--, at += 12) {
    const tag = view.getUint16(at, little)
    const value =
      view.getUint16(at + 2, little) === 3 ? view.getUint16(at + 8, little) : view.getUint32(at + 8, little)
    if (tag === 0x100) width = value
    if (tag === 0x101) height = value
  }
  return width * height
}
