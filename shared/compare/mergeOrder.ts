import { heaviestChain } from './chains.ts'

/** A stretch of a merged list: what all have in place, or what stands on either side between two such things. */
export type Span<T> =
  | { readonly kind: 'common'; readonly key: string }
  | { readonly kind: 'apart'; readonly first: readonly T[]; readonly second: readonly T[] }

type Keyed = { readonly key: string; readonly size: number }

/**
 * Lays two lists beside each other along what stays in order in both. `common` says which keys may be such anchors;
 * of those that do not keep their order the lighter ones are left apart.
 */
export function layBeside<T extends Keyed>(
  first: readonly T[],
  second: readonly T[],
  common: (key: string) => boolean,
): readonly Span<T>[] {
  const place = new Map(second.map(({ key }, index) => [key, index]))
  const anchors = heaviestChain(
    first.flatMap(({ key, size }, a) => {
      const b = place.get(key)
      return b !== undefined && common(key) ? [{ a, b, weight: size }] : []
    }),
    second.length,
  )
  const spans: Span<T>[] = []
  let fromFirst = 0
  let fromSecond = 0
  const until = (toFirst: number, toSecond: number) => {
    const apart = { first: first.slice(fromFirst, toFirst), second: second.slice(fromSecond, toSecond) }
    if (apart.first.length + apart.second.length > 0) spans.push({ kind: 'apart', ...apart })
  }
  for (const { a, b } of anchors) {
    until(a, b)
    spans.push({ kind: 'common', key: first[a]?.key ?? '' })
    fromFirst = a + 1
    fromSecond = b + 1
  }
  until(first.length, second.length)
  return spans
}

/** The keys of `list` that have kept their order in `other`; the heaviest such set. */
export function keptInOrder(list: readonly Keyed[], other: readonly Keyed[]): ReadonlySet<string> {
  const spans = layBeside(list, other, () => true)
  return new Set(spans.flatMap((span) => (span.kind === 'common' ? [span.key] : [])))
}
