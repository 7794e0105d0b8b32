import { useMemo } from 'react'
import type { ChangeKind } from '../../../shared/compare/comparison.ts'
import type { Compared } from './compareState.ts'
import { useBesideText } from './compareStore.ts'
import { currentChange } from './currentMark.ts'
import styles from './Minimap.module.css'
import { isShown } from './numberedItems.ts'
import { sharesOf } from './rowHeight.ts'

type Look = 'ins' | 'del' | 'rep' | 'mov' | 'other' | 'brk'

const looks: Readonly<Record<ChangeKind, Look>> = {
  insertion: 'ins',
  deletion: 'del',
  replacement: 'rep',
  move: 'mov',
  renumbering: 'other',
  attributes: 'other',
  marks: 'other',
  split: 'other',
  join: 'other',
}

/** Units of the drawing: as wide as the pane, and of any height, as it is stretched. */
const height = 1_000

/** Where in the text the changes are; its place alone where `compared` is null. It is decoration for the list, and no more. */
export function Minimap({ compared }: { readonly compared: Compared | null }) {
  return (
    <div className={styles.minimap} aria-hidden>
      {compared && <Places compared={compared} />}
    </div>
  )
}

function Places({ compared }: { readonly compared: Compared }) {
  const view = useBesideText((state) => state.view)
  const filter = useBesideText((state) => state.filter)
  const shares = useMemo(() => sharesOf(compared.rows.rows, view), [compared, view])
  const paths = useMemo(() => {
    const { list, rows } = compared
    const at: Record<Look, Set<number>> = {
      ...{ ins: new Set(), del: new Set(), rep: new Set(), mov: new Set(), other: new Set(), brk: new Set() },
    }
    for (const item of list.items) {
      if (!isShown(item, filter)) continue
      for (const { id, kind, layer } of item.places) {
        const look = layer === 'brackets' ? 'brk' : looks[kind]
        at[look].add(Math.round((shares[rows.rowsOf.get(id)?.[0] ?? 0] ?? 0) * height))
      }
    }
    return at
  }, [compared, filter, shares])
  const bars = (places: ReadonlySet<number>, from: number, to: number) =>
    [...places].map((y) => `M${from} ${y}h${to - from}`).join('')
  const squares = [...paths.brk].map((y) => `M6 ${y - 2}h4v4h-4z`).join('')
  return (
    <>
      <svg viewBox={`0 -6 16 ${height + 12}`} preserveAspectRatio="none">
        <path className={styles.ins} d={bars(paths.ins, 3, 13)} />
        <path className={styles.del} d={bars(paths.del, 3, 13)} />
        <path className={styles.del} d={bars(paths.rep, 3, 8)} />
        <path className={styles.ins} d={bars(paths.rep, 8, 13)} />
        <path className={styles.mov} d={bars(paths.mov, 3, 13)} />
        <path className={styles.other} d={bars(paths.other, 6, 10)} />
        <path className={styles.brk} d={squares} />
      </svg>
      <Here compared={compared} shares={shares} />
    </>
  )
}

/** A ring around the current change. */
function Here({ compared, shares }: { readonly compared: Compared; readonly shares: readonly number[] }) {
  const change = useBesideText((state) => currentChange(state)?.change ?? null)
  const row = change === null ? undefined : compared.rows.rowsOf.get(change)?.[0]
  if (row === undefined) return null
  return <span className={styles.here} style={{ insetBlockStart: `${(shares[row] ?? 0) * 100}%` }} />
}
