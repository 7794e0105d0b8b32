import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeId } from '../../../shared/compare/comparison.ts'
import { afterPaint } from '../../ui/afterPaint.ts'
import { classes } from '../../ui/classes.ts'
import { type Compared } from './compareState.ts'
import { desk, happened, useDesk } from './compareStore.ts'
import { createMarker, currentChange } from './currentMark.ts'
import { LazyRows, type LazyRowsHandle } from './LazyRows.tsx'
import { heightOfRow } from './rowHeight.ts'
import { TextContext } from './TextContext.ts'
import styles from './TextPane.module.css'
import { InlineRow, PairRow } from './TextRow.tsx'
import type { TextPlace } from './textPlace.ts'

/** Rows and changes in them that are on the page at once: more than most texts have, and what 300 MB hold. */
const heaviestText = 5_000

/** Both texts: in one, or side by side. What is folded is quiet, and never gone. */
export function TextPane(props: {
  readonly compared: Compared
  readonly names: { readonly base: string; readonly target: string }
  readonly place: TextPlace
}) {
  const { t } = useTranslation()
  const { compared, names, place } = props
  const view = useDesk((state) => state.view)
  const filter = useDesk((state) => state.filter)
  const pane = useRef<HTMLDivElement>(null)
  const lazy = useRef<LazyRowsHandle>(null)
  const { rows } = compared.rows
  const Row = view === 'inline' ? InlineRow : PairRow
  const draw = useCallback(
    (index: number) => {
      const row = rows[index]
      return row && <Row key={index} row={row} />
    },
    [rows, Row],
  )
  const heightOf = useCallback((index: number) => heightOfRow(rows[index], view), [rows, view])
  const weightOf = useCallback((index: number) => 1 + (rows[index]?.items.length ?? 0), [rows])
  const [marker] = useState(createMarker)
  const mark = useCallback(
    (chunk: HTMLElement) => {
      const current = currentChange(desk.get())
      if (current === null) return
      const wanted = new Set(rowsToMark(compared, current.change).map(String))
      marker.mark(
        [...chunk.children].filter((row) => wanted.has(row.getAttribute('data-row') ?? '')),
        current,
      )
    },
    [compared, marker],
  )
  useFollowing(compared, lazy, marker, place, view)
  useClicks(compared, pane, place)
  useSectionInSight(compared, pane, lazy, place)
  const { language } = compared.comparison
  const folded = useMemo(() => [...filter.folded].join(' '), [filter])
  const leftOut = useMemo(() => [...filter.kinds].join(' '), [filter])
  return (
    <div
      ref={pane}
      className={classes(styles.pane, styles[view])}
      role="region"
      aria-label={t('compare.text')}
      tabIndex={0}
      data-pane=""
      data-folded={folded}
      data-left-out={leftOut}
    >
      {view === 'side' && (
        <div className={styles.heads}>
          <span dir="auto">{names.base}</span>
          <span dir="auto">{names.target}</span>
        </div>
      )}
      <div className={styles.text} {...(language !== null && { lang: language })}>
        <TextContext value={compared}>
          <LazyRows
            key={view}
            count={rows.length}
            heightOf={heightOf}
            weightOf={weightOf}
            most={heaviestText}
            handle={lazy}
            onDrawn={mark}
          >
            {draw}
          </LazyRows>
        </TextContext>
      </div>
    </div>
  )
}

/** Where a change is marked: in its rows, and where something stood that moved. */
function rowsToMark({ rows }: Compared, change: ChangeId): readonly number[] {
  const away = rows.awayOf.get(change)
  return [...(rows.rowsOf.get(change) ?? []), ...(away === undefined ? [] : [away])]
}

type Marker = ReturnType<typeof createMarker>

/** Scrolls to the current change when it becomes another, and marks it. */
function useFollowing(
  compared: Compared,
  lazy: RefObject<LazyRowsHandle | null>,
  marker: Marker,
  place: TextPlace,
  view: string,
): void {
  useEffect(() => {
    place.toRow = (index, where) => lazy.current?.show(index)?.scrollIntoView({ block: where })
    let shown: ChangeId | null = null
    let isOver = false
    const follow = (): void => {
      if (isOver) return
      const current = currentChange(desk.get())
      if (current?.change === shown) return
      shown = current?.change ?? null
      marker.clear()
      if (current === null || lazy.current === null) return
      const [first, ...others] = rowsToMark(compared, current.change)
      const row = first === undefined ? null : lazy.current.show(first)
      const { shown: drawn } = lazy.current
      marker.mark(
        [row, ...others.map(drawn)].filter((one) => one !== null),
        current,
      )
      const words = row?.querySelector(`[data-change="${CSS.escape(current.change)}"]`) ?? row
      words?.scrollIntoView({ block: 'center' })
    }
    queueMicrotask(follow) // within an effect no row can be drawn at once, and there would be nothing to scroll to
    const leave = desk.subscribe(follow)
    return () => {
      isOver = true
      leave()
    }
  }, [compared, lazy, marker, place, view])
}

/** A number beside the text, or changed words in it, choose their item; "from Article 7" goes there. */
function useClicks(compared: Compared, pane: RefObject<HTMLDivElement | null>, place: TextPlace): void {
  useEffect(() => {
    const element = pane.current
    if (element === null) return undefined
    const onClick = ({ target }: MouseEvent): void => {
      if (!(target instanceof Element) || !getSelection()?.isCollapsed) return
      const jump = target.closest('[data-jump]')?.getAttribute('data-jump')
      if (jump != null) return place.toRow(Number(jump), 'center')
      const chip = target.closest('[data-item]')?.getAttribute('data-item')
      const row = Number(target.closest('[data-row]')?.getAttribute('data-row'))
      const change = target.closest('[data-change]')?.getAttribute('data-change')
      const { list, rows } = compared
      const item = chip == null ? list.indexOf.get(change ?? '') : Number(chip)
      const places = item === undefined ? undefined : list.items[item]?.places
      if (item === undefined || !places) return
      const at = places.findIndex(({ id }) =>
        chip == null ? id === change : rows.rowsOf.get(id)?.includes(row),
      )
      happened({ kind: 'selected', current: { item, place: Math.max(0, at) } })
    }
    element.addEventListener('click', onClick)
    return () => element.removeEventListener('click', onClick)
  }, [compared, pane, place])
}

/** A section begins to be in sight somewhat below the upper edge, in pixels: not with its last line. */
const belowEdge = 72

/** Says which section stands at the top of the pane. */
function useSectionInSight(
  compared: Compared,
  pane: RefObject<HTMLDivElement | null>,
  lazy: RefObject<LazyRowsHandle | null>,
  { section }: TextPlace,
): void {
  useEffect(() => {
    const element = pane.current
    if (element === null) return undefined
    let later: (() => void) | null = null
    const look = (): void => {
      later = null
      const row = lazy.current?.rowAt(element.getBoundingClientRect().top + belowEdge)
      const found = compared.rows.rows[Number(row?.getAttribute('data-row') ?? -1)]
      if (found) section.set(found.section)
    }
    const onScroll = (): void => {
      later ??= afterPaint(look) // it measures, and what it says stands beside the text
    }
    onScroll()
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      later?.()
      element.removeEventListener('scroll', onScroll)
    }
  }, [compared, pane, lazy, section])
}
