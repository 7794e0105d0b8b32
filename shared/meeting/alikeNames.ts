import { createLikenessIndex, type Likeness } from './nameLikeness.ts'

/** Somebody by his names, in whatever scripts; an empty one is like no other. */
export type Named = { readonly id: string; readonly names: readonly string[] }

export type AlikeName = { readonly id: string; readonly likeness: Likeness }

/** Each two of a group who are alike, once: the one that was given first, and the other. */
export function pairNames(
  groups: readonly (readonly Named[])[],
): readonly (AlikeName & { readonly otherId: string })[] {
  return groups.flatMap((group) => {
    const index = createLikenessIndex(group, ({ names }) => names)
    const places = new Map(group.map(({ id }, at) => [id, at]))
    return group.flatMap(({ id, names }, at) =>
      alikeOf(index, names)
        .filter((other) => (places.get(other.id) ?? 0) > at)
        .map((other) => ({ id, otherId: other.id, likeness: other.likeness })),
    )
  })
}

/** For each of the names asked about those who may be meant: the same first. */
export function matchNames(
  people: readonly Named[],
  asked: readonly (readonly string[])[],
): readonly (readonly AlikeName[])[] {
  const index = createLikenessIndex(people, ({ names }) => names)
  return asked.map((names) => alikeOf(index, names))
}

function alikeOf(
  index: ReturnType<typeof createLikenessIndex<Named>>,
  names: readonly string[],
): readonly AlikeName[] {
  const found = names.flatMap(index.like).map(({ thing, likeness }) => ({ id: thing.id, likeness }))
  const all = [
    ...found.filter(({ likeness }) => likeness === 'same'),
    ...found.filter(({ likeness }) => likeness === 'near'),
  ]
  return all.filter(({ id }, at) => all.findIndex((one) => one.id === id) === at)
}
