/** A thing of one list that may be the same as a thing of another. */
export type Edge = { readonly a: number; readonly b: number; readonly weight: number }

/**
 * The heaviest chain of edges in which both ends only grow: what keeps its order. Each place is used once.
 * Time O(n log n) by a Fenwick tree over the places of b.
 */
export function heaviestChain(edges: readonly Edge[], places: number): readonly Edge[] {
  // With equal places in a the later in b comes first, so that none follows another of the same place.
  const sorted = edges.toSorted((one, other) => one.a - other.a || other.b - one.b)
  const best: number[] = [] // weight of the heaviest chain that ends with each edge
  const before: number[] = []
  const tree = new Int32Array(places + 1).fill(-1) // index of the edge that ends the heaviest chain up to a place
  const weightOf = (index: number) => (index === -1 ? 0 : (best[index] ?? 0))
  let end = -1
  sorted.forEach(({ b, weight }, index) => {
    let ahead = -1
    for (let place = b; place > 0; place -= place & -place) {
      const candidate = tree[place] ?? -1
      if (weightOf(candidate) > weightOf(ahead)) ahead = candidate
    }
    before.push(ahead)
    best.push(weightOf(ahead) + weight)
    for (let place = b + 1; place <= places; place += place & -place) {
      if (weightOf(index) > weightOf(tree[place] ?? -1)) tree[place] = index
    }
    if (weightOf(index) > weightOf(end)) end = index
  })
  const chain: Edge[] = []
  for (let at = end; at !== -1; at = before[at] ?? -1) {
    const edge = sorted[at]
    if (edge) chain.push(edge)
  }
  return chain.reverse()
}

/** Each place of either list at most once, the heaviest edges first. */
export function oneToOne(edges: readonly Edge[]): readonly Edge[] {
  const usedA = new Set<number>()
  const usedB = new Set<number>()
  return edges
    .toSorted((one, other) => other.weight - one.weight || one.a - other.a || one.b - other.b)
    .filter(({ a, b }) => {
      if (usedA.has(a) || usedB.has(b)) return false
      usedA.add(a)
      usedB.add(b)
      return true
    })
}
