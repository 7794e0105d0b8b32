/** Stretches that two sequences have in common, in order: flat triples of place in one, place in the other, length. */
export type Runs = readonly number[]

/** More edits than this are not looked for: the sequences then count as having nothing more in common. */
const MOST_EDITS = 1_000

/** From this length on, rare stretches are fixed first, so that many edits in a long line stay cheap. */
const LONG = 600

/**
 * The longest common stretches of two lists of numbers by Myers's greedy algorithm, time O((n + m) · d) for d edits.
 * Ranges are half open. Long ranges are first parted at triples that occur once in each.
 *
 * Source: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986).
 */
export function commonRuns(
  a: Int32Array,
  b: Int32Array,
  mostEdits: number = MOST_EDITS,
  [aFrom, aTo, bFrom, bTo]: readonly [number, number, number, number] = [0, a.length, 0, b.length],
): Runs {
  const runs: number[] = []
  const add = (i: number, j: number, length: number) => {
    const last = runs.length
    const lastI = runs[last - 3] ?? -1
    const lastJ = runs[last - 2] ?? -1
    const lastLength = runs[last - 1] ?? 0
    if (lastLength > 0 && lastI + lastLength === i && lastJ + lastLength === j)
      runs[runs.length - 1] = lastLength + length
    else if (length > 0) runs.push(i, j, length)
  }

  const between = (aFrom: number, aTo: number, bFrom: number, bTo: number, mayAnchor: boolean) => {
    let ahead = 0
    while (aFrom + ahead < aTo && bFrom + ahead < bTo && a[aFrom + ahead] === b[bFrom + ahead]) ahead++
    if (ahead > 0) add(aFrom, bFrom, ahead)
    aFrom += ahead
    bFrom += ahead
    let behind = 0
    while (aTo - behind > aFrom && bTo - behind > bFrom && a[aTo - 1 - behind] === b[bTo - 1 - behind])
      behind++
    aTo -= behind
    bTo -= behind
    if (aFrom < aTo && bFrom < bTo) {
      const anchors =
        mayAnchor && aTo - aFrom + bTo - bFrom > LONG ? rareTriples(a, b, aFrom, aTo, bFrom, bTo) : []
      for (let index = 0; index < anchors.length; index += 2) {
        const i = anchors[index]!
        const j = anchors[index + 1]!
        if (i < aFrom || j < bFrom) continue // the stretch before ran past it
        between(aFrom, i, bFrom, j, false)
        let length = 3
        while (i + length < aTo && j + length < bTo && a[i + length] === b[j + length]) length++
        add(i, j, length)
        aFrom = i + length
        bFrom = j + length
      }
      if (anchors.length > 0) between(aFrom, aTo, bFrom, bTo, false)
      else shortest(a, b, aFrom, aTo, bFrom, bTo, mostEdits, add)
    }
    if (behind > 0) add(aTo, bTo, behind)
  }
  between(aFrom, aTo, bFrom, bTo, true)
  return runs
}

function shortest(
  a: Int32Array,
  b: Int32Array,
  aFrom: number,
  aTo: number,
  bFrom: number,
  bTo: number,
  mostEdits: number,
  add: (i: number, j: number, length: number) => void,
) {
  const n = aTo - aFrom
  const m = bTo - bFrom
  const most = Math.min(n + m, mostEdits)
  const furthest = new Int32Array(2 * most + 3)
  const middle = most + 1
  const trace: Int32Array[] = []
  for (let edits = 0; edits <= most; edits++) {
    // Diagonals beyond the ends of either sequence lead nowhere.
    const low = edits <= m ? -edits : -m + ((edits - m) & 1)
    const high = edits <= n ? edits : n - ((edits - n) & 1)
    for (let diagonal = low; diagonal <= high; diagonal += 2) {
      const left = diagonal > -edits ? furthest[middle + diagonal - 1]! : -1
      const up = diagonal < edits ? furthest[middle + diagonal + 1]! : -1
      let x = diagonal === -edits || (diagonal !== edits && left < up) ? up : left + 1
      if (edits === 0) x = 0
      let y = x - diagonal
      while (x < n && y < m && a[aFrom + x] === b[bFrom + y]) {
        x++
        y++
      }
      furthest[middle + diagonal] = x
      if (x >= n && y >= m) {
        trace.push(furthest.slice(middle - edits - 1, middle + edits + 2))
        backtrack(trace, n, m, (i, j, length) => add(aFrom + i, bFrom + j, length))
        return
      }
    }
    trace.push(furthest.slice(middle - edits - 1, middle + edits + 2))
  }
}

/** Each state of the trace holds the diagonals from -edits - 1 to edits + 1. */
function backtrack(
  trace: readonly Int32Array[],
  n: number,
  m: number,
  add: (i: number, j: number, length: number) => void,
) {
  const found: number[] = []
  let x = n
  let y = m
  for (let edits = trace.length - 1; edits > 0; edits--) {
    const before = trace[edits - 1]!
    const at = (diagonal: number) => before[diagonal + edits]!
    const diagonal = x - y
    const isDown = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1))
    const from = isDown ? diagonal + 1 : diagonal - 1
    const startX = at(from)
    const afterX = isDown ? startX : startX + 1
    if (x > afterX) found.push(afterX, afterX - diagonal, x - afterX)
    x = startX
    y = startX - from
  }
  if (x > 0) found.push(0, 0, x)
  for (let index = found.length - 3; index >= 0; index -= 3)
    add(found[index]!, found[index + 1]!, found[index + 2]!)
}

/** Places of triples that occur once in either range, as many as keep their order: flat pairs. */
function rareTriples(
  a: Int32Array,
  b: Int32Array,
  aFrom: number,
  aTo: number,
  bFrom: number,
  bTo: number,
): readonly number[] {
  const TWICE = -1
  const seen = new Map<number, number>()
  for (let i = aFrom; i + 2 < aTo; i++) {
    const key = triple(a, i)
    seen.set(key, seen.has(key) ? TWICE : i)
  }
  const inB = new Map<number, number>()
  for (let j = bFrom; j + 2 < bTo; j++) {
    const key = triple(b, j)
    if (seen.has(key)) inB.set(key, inB.has(key) ? TWICE : j)
  }
  const pairs: (readonly [number, number])[] = []
  for (const [key, j] of inB) {
    const i = seen.get(key) ?? TWICE
    if (i === TWICE || j === TWICE) continue
    if (a[i] === b[j] && a[i + 1] === b[j + 1] && a[i + 2] === b[j + 2]) pairs.push([i, j])
  }
  pairs.sort(([one], [other]) => one - other)
  return longestIncreasing(pairs).flat()
}

function triple(list: Int32Array, at: number): number {
  return (
    (Math.imul(list[at]!, 0x9e3779b1) ^ Math.imul(list[at + 1]!, 0x85ebca6b)) + list[at + 2]! * 0x100000001
  )
}

function longestIncreasing(
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const tails: number[] = [] // index of the pair that ends the best chain of each length
  const before: number[] = []
  pairs.forEach(([, j], index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[tails[middle]!]![1] < j) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? tails[low - 1]! : -1
    tails[low] = index
  })
  const chain: (readonly [number, number])[] = []
  for (let at = tails.at(-1) ?? -1; at !== -1; at = before[at]!) chain.push(pairs[at]!)
  return chain.reverse()
}
