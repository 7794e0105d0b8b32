const tables = makeTables()

/** The checksum of ZIP parts, continued over chunks from 0 on. Source: APPNOTE 4.4.7, polynomial 0xedb88320. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [one, two, three, four] = tables
  let crc = ~before
  let at = 0
  for (const end = bytes.length - 3; at < end; at += 4) {
    crc ^=
      byte(bytes, at) | (byte(bytes, at + 1) << 8) | (byte(bytes, at + 2) << 16) | (byte(bytes, at + 3) << 24)
    crc =
      entry(four, crc & 255) ^
      entry(three, (crc >>> 8) & 255) ^
      entry(two, (crc >>> 16) & 255) ^
      entry(one, crc >>> 24)
  }
  for (; at < bytes.length; at++) crc = entry(one, (crc ^ byte(bytes, at)) & 255) ^ (crc >>> 8)
  return ~crc >>> 0
}

type Table = Int32Array

/** The table of one byte, and those of a byte followed by one, two and three others: four bytes go in one step. */
function makeTables(): readonly [Table, Table, Table, Table] {
  const one = Int32Array.from({ length: 256 }, (_, index) => {
    let crc = index
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    return crc
  })
  const next = (table: Table) => table.map((crc) => entry(one, crc & 255) ^ (crc >>> 8))
  const two = next(one)
  const three = next(two)
  return [one, two, three, next(three)]
}

function entry(table: Table, index: number): number {
  return table[index] ?? 0
}

function byte(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0
}
