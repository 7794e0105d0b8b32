/** `x m y` in one list stands as `y m x` in the other. Lengths in tokens; `middle` may be 0. */
export type Swap = {
  readonly i: number // where x begins in a
  readonly j: number // where y begins in b
  readonly x: number
  readonly middle: number
  readonly y: number
}

/**
 * The longest swap that begins exactly at `i` in a and `j` in b, within their ends and `reach` tokens, or null.
 * The two swapped stretches differ in their first token, else there is nothing to swap.
 */
export function swapAt(
  a: Int32Array,
  b: Int32Array,
  i: number,
  j: number,
  reach: number,
  aEnd = a.length,
  bEnd = b.length,
): Swap | null {
  if (i >= aEnd || j >= bEnd || a[i] === b[j]) return null
  aEnd = Math.min(aEnd, i + reach)
  bEnd = Math.min(bEnd, j + reach)
  let best: Swap | null = null
  for (let p = i + 1; p < aEnd; p++) {
    if (a[p] !== b[j]) continue
    for (let q = j + 1; q < bEnd; q++) {
      if (b[q] !== a[i]) continue
      const found = swapBetween(a, b, i, j, p, q, aEnd, bEnd)
      if (found && (!best || found.x + found.y > best.x + best.y)) best = found
    }
  }
  return best
}

function swapBetween(
  a: Int32Array,
  b: Int32Array,
  i: number,
  j: number,
  p: number,
  q: number,
  aEnd: number,
  bEnd: number,
): Swap | null {
  const excess = p - i - (q - j) // of x over y
  const mostX = Math.min(commonLength(a, i, p, b, q, bEnd), p - i)
  const mostY = Math.min(commonLength(b, j, q, a, p, aEnd), q - j)
  for (let x = Math.min(mostX, mostY + excess); x > 0; x--) {
    const y = x - excess
    if (y <= 0 || y > mostY) continue
    const middle = p - i - x
    if (commonLength(a, i + x, p, b, j + y, q) === middle) return { i, j, x, middle, y }
  }
  return null
}

/** How many tokens are the same from `i` and `j` on. */
function commonLength(
  a: Int32Array,
  i: number,
  iEnd: number,
  b: Int32Array,
  j: number,
  jEnd: number,
): number {
  let length = 0
  while (i + length < iEnd && j + length < jEnd && a[i + length] === b[j + length]) length++
  return length
}
