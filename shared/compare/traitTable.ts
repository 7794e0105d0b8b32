const COMMON = 8 // a trait found in more lines than this tells nothing

/** Which lines have a trait: open addressing over typed arrays, chains through `next`. `expected` traits in all. */
export function createTraitTable(expected: number) {
  let bits = 10
  while (1 << bits < expected * 2) bits++
  const mask = (1 << bits) - 1
  const traits = new Int32Array(mask + 1)
  const heads = new Int32Array(mask + 1).fill(-1)
  const counts = new Uint16Array(mask + 1)
  let next = new Int32Array(expected + 1024)
  let lines = new Int32Array(expected + 1024)
  let filled = 0

  const slotOf = (trait: number): number => {
    let slot = trait & mask
    while (heads[slot] !== -1 && traits[slot] !== trait) slot = (slot + 1) & mask
    return slot
  }
  return {
    add: (trait: number, line: number) => {
      if (filled * 1.2 > mask) return // far more traits than the length of the lines promised
      const slot = slotOf(trait)
      const head = heads[slot] ?? -1
      if (head !== -1 && lines[head] === line) return
      if ((counts[slot] ?? 0) > COMMON) return
      if (filled === lines.length) {
        next = widened(next)
        lines = widened(lines)
      }
      traits[slot] = trait
      counts[slot] = (counts[slot] ?? 0) + 1
      lines[filled] = line
      next[filled] = head
      heads[slot] = filled++
    },
    each: (trait: number, visit: (line: number) => void) => {
      const slot = slotOf(trait)
      if ((counts[slot] ?? 0) > COMMON) return
      for (let at = heads[slot] ?? -1; at !== -1; at = next[at] ?? -1) visit(lines[at] ?? 0)
    },
  }
}

function widened(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(array.length * 2)
  copy.set(array)
  return copy
}
