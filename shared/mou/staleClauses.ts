import type { Language } from '../values.ts'

type Hashes = Readonly<Partial<Record<Language, string>>>

/** Linked clauses as they are now: the key of `linkKey`, and a hash of the wording in each language that has it. */
export type ClauseHashes = { readonly key: string; readonly hashes: Hashes }

/** Somebody's word that linked clauses said the same when their wordings had these hashes. */
export type ClauseConfirmation = ClauseHashes

/** How linked clauses stand. `stale` are the languages to be looked at, since another has changed. */
export type ClauseStanding =
  | { readonly key: string; readonly kind: 'confirmed' }
  | { readonly key: string; readonly kind: 'neverConfirmed' }
  | {
      readonly key: string
      readonly kind: 'stale'
      readonly edited: readonly Language[]
      readonly stale: readonly Language[]
    }

/**
 * Marks linked clauses stale where another has changed since they were confirmed to say the same. The one that was
 * edited is not stale by its own edit; where two were edited, each is stale by the other's. Undoing an edit undoes
 * the mark, since only the wording counts. A clause that stands in one language alone has nothing to be confirmed
 * with and is left out.
 */
export function clauseStandings(
  clauses: readonly ClauseHashes[],
  confirmations: readonly ClauseConfirmation[],
): readonly ClauseStanding[] {
  const confirmed = new Map(confirmations.map(({ key, hashes }) => [key, hashes]))
  return clauses.flatMap(({ key, hashes }): readonly ClauseStanding[] => {
    const languages = Object.keys(hashes) as Language[]
    if (languages.length < 2) return []
    const before = confirmed.get(key)
    if (!before) return [{ key, kind: 'neverConfirmed' }]
    const edited = languages.filter((language) => before[language] !== hashes[language])
    if (edited.length === 0) return [{ key, kind: 'confirmed' }]
    const stale = languages.filter((language) => edited.some((other) => other !== language))
    return [{ key, kind: 'stale', edited, stale }]
  })
}
