import { useMemo, useState } from 'react'
import type { SidedRow } from '../../../shared/meeting/judgedRows.ts'
import type { AlikePerson } from '../../../shared/meeting/pastedPerson.ts'
import { useRead } from '../../api/useRead.ts'

type Alike = readonly AlikePerson[]

/**
 * Who of the record may be meant by each row without a problem, in their order. While a changed list or side is being
 * asked about, what is known of the other rows stays (null: not yet), so that the table does not go away under the
 * hands of who changes one row; the answer to one name never stands in for another. `isKnown`: all of it is.
 */
export function useAlike(rows: readonly SidedRow[]): {
  readonly alike: readonly (Alike | null)[]
  readonly isKnown: boolean
} {
  const names = useMemo(
    () =>
      rows.flatMap(({ side, person: { name, khmerName }, problem }) =>
        problem === null ? [{ side, name, khmerName }] : [],
      ),
    [rows],
  )
  const reading = useRead('person.alike', { names })
  const answer = reading.state === 'ready' && reading.value.length === names.length ? reading.value : null
  const [known, setKnown] = useState<{
    readonly answer: readonly Alike[]
    readonly of: ReadonlyMap<string, Alike>
  }>(() => ({ answer: [], of: new Map() }))
  if (answer !== null && answer !== known.answer)
    setKnown({ answer, of: new Map(names.map((name, at) => [keyOf(name), answer[at] ?? []])) })
  return useMemo(
    () => ({
      alike: answer ?? names.map((name) => known.of.get(keyOf(name)) ?? null),
      isKnown: answer !== null,
    }),
    [answer, names, known],
  )
}

type Name = { readonly side: string; readonly name: string; readonly khmerName: string }

function keyOf({ side, name, khmerName }: Name): string {
  return [side, name, khmerName].join('\n')
}
