const MiB = 1024 * 1024

/** What a Word file may be at most; beyond it, it is refused before it costs time or memory. */
export const docxLimits = {
  file: 50 * MiB,
  parts: 2_000,
  part: 30 * MiB, // unpacked
  total: 150 * MiB, // all parts, unpacked
  ratio: 200, // unpacked to packed, of a part over `ratioFrom`
  ratioFrom: MiB,
  depth: 256, // of XML elements
  elements: 2_500_000,
  characters: 2_000_000,
  pixels: 50_000_000, // of one picture
  nestedTables: 5,
  columns: 63, // as Word itself allows
  label: 64, // UTF-16 code units of an automatic number
} as const
