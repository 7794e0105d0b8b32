const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const earliest = (1 << 21) | (1 << 16) // 1 January 1980, 00.00, as MS-DOS counts

/** Writes one fixed date over those of all entries, in the directory and before each file (APPNOTE 4.3.7, 4.3.12). */
export function withoutTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  let end = zip.length - 22
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end--
  let entry = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(entry, true) !== directoryEntry) throw new Error('The ZIP has no whole directory')
    view.setUint32(entry + 12, earliest, true)
    view.setUint32(view.getUint32(entry + 42, true) + 10, earliest, true)
    entry +=
      46 +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true)
  }
  return zip
}
