import { ChevronDown, ChevronRight, ListFilter, X } from 'lucide-react'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { type ChangeKind, changeKinds, type Layer } from '../../../shared/compare/comparison.ts'
import { useFormat } from '../../i18n/format.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { cautionsOf } from './cautions.ts'
import { ChangeCard } from './ChangeCard.tsx'
import styles from './ChangeList.module.css'
import { kindWords, layerWords } from './changeWords.ts'
import { type Compared, firstShown } from './compareState.ts'
import { besideText, desk, followNow, happened, useDesk } from './compareStore.ts'
import { LazyRows, type LazyRowsHandle } from './LazyRows.tsx'
import { isShown, type NumberedItem, shownLayers } from './numberedItems.ts'
import type { TextPlace } from './textPlace.ts'

/** Cards of a layer that are on the page at once: each of them hears of every step. */
const mostCards = 240
const weighsOne = () => 1

/** Every item of the comparison, layer by layer, what matters first. A folded layer keeps its count in sight. */
export function ChangeList(props: {
  readonly compared: Compared
  readonly place: TextPlace
  /** Null where it always stands beside the text; else it is a drawer. */
  readonly onClose: (() => void) | null
}) {
  const { t } = useTranslation()
  const { compared, place, onClose } = props
  const pane = useRef<HTMLElement>(null)
  const { list } = compared
  // What was not marked stands first, as it is numbered.
  const sections = [true, false].flatMap((unmarked) =>
    shownLayers
      .filter((layer) => list.items.some((item) => isIn(item, layer, unmarked)))
      .map((layer) => ({ layer, unmarked })),
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose?.()
    const isOnCard = event.target instanceof Element && event.target.closest('[data-card]') !== null
    if (!isOnCard || event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    event.preventDefault()
    happened({ kind: 'stepped', by: event.key === 'ArrowDown' ? 1 : -1 })
    focusCurrent(pane.current)
  }
  return (
    <section
      ref={pane}
      className={styles.list}
      aria-label={t('compare.changes')}
      data-pane=""
      onKeyDown={onKeyDown}
    >
      <header className={styles.head}>
        <h2>{t('compare.changes')}</h2>
        <KindFilter compared={compared} />
        {onClose && <IconButton label={t('shell.close')} icon={X} onPress={onClose} />}
      </header>
      <div className={styles.scroll}>
        <Cautions />
        {list.isTracked && <UnmarkedFilter compared={compared} />}
        {sections.map(({ layer, unmarked }) => (
          <LayerCards
            key={`${layer} ${unmarked}`}
            layer={layer}
            unmarked={unmarked}
            compared={compared}
            place={place}
          />
        ))}
      </div>
    </section>
  )
}

function focusCurrent(pane: HTMLElement | null): void {
  followNow() // a card that is not drawn yet cannot have it
  const { current } = desk.get()
  pane?.querySelector<HTMLElement>(`[data-card="${current?.item}"]`)?.focus({ preventScroll: true })
}

/** The items of a layer under its name, which folds them. */
function LayerCards(props: {
  readonly layer: Layer
  readonly unmarked: boolean
  readonly compared: Compared
  readonly place: TextPlace
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { layer, unmarked, compared, place } = props
  const filter = useDesk((state) => state.filter)
  const lazy = useRef<LazyRowsHandle>(null)
  const isOpen = !filter.folded.has(layer)
  const entry = useDesk((state) => firstShown(state))
  const all = useMemo(
    () => compared.list.items.filter((item) => isIn(item, layer, unmarked)).length,
    [compared, layer, unmarked],
  )
  const items = useMemo(
    () =>
      compared.list.items.flatMap((item, index) =>
        isIn(item, layer, unmarked) && isShown(item, filter) ? [index] : [],
      ),
    [compared, layer, unmarked, filter],
  )
  const draw = useCallback(
    (at: number) => {
      const index = items[at]
      return (
        index !== undefined && (
          <ChangeCard key={index} index={index} compared={compared} place={place} isEntry={index === entry} />
        )
      )
    },
    [items, compared, place, entry],
  )
  const heightOf = useCallback(
    (at: number) => {
      const item = compared.list.items[items[at] ?? -1]
      const words = (item?.places[0]?.wordsBefore.length ?? 0) + (item?.places[0]?.wordsAfter.length ?? 0)
      return 44 + Math.min(3, Math.ceil(words / 36)) * 22
    },
    [items, compared],
  )
  useEffect(() => {
    let shown = -1
    const follow = (): void => {
      const current = besideText.get().current?.item ?? -1
      if (current === shown) return
      shown = current
      const at = items.indexOf(current)
      if (at >= 0) lazy.current?.show(at) // it scrolls into sight by itself
    }
    follow()
    return besideText.subscribe(follow)
  }, [items])
  return (
    <section>
      <h3>
        <button
          type="button"
          className={styles.layer}
          aria-expanded={isOpen}
          onClick={() => happened({ kind: 'layer', layer })}
        >
          {isOpen ? <ChevronDown size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
          {t(layerWords[layer])}
          {unmarked && <span className={styles.unmarked}>{t('compare.notMarked')}</span>}
          <span className={styles.count}>
            {items.length === all || !isOpen
              ? format.number(all)
              : t('compare.of', { count: format.number(items.length), all: format.number(all) })}
          </span>
        </button>
      </h3>
      {isOpen && items.length > 0 && (
        <div role="list" className={styles.cards}>
          <LazyRows
            count={items.length}
            heightOf={heightOf}
            weightOf={weighsOne}
            most={mostCards}
            handle={lazy}
          >
            {draw}
          </LazyRows>
        </div>
      )}
    </section>
  )
}

function isIn(item: NumberedItem, layer: Layer, unmarked: boolean): boolean {
  return item.layer === layer && item.unmarked > 0 === unmarked
}

/** What the changes below do not tell. */
function Cautions() {
  const { t } = useTranslation()
  const base = useDesk((state) => state.base)
  const target = useDesk((state) => state.target)
  const cautions = cautionsOf(base, target)
  if (cautions.length === 0) return null
  return (
    <div className={styles.tracking}>
      {cautions.map((caution) => (
        <p key={caution}>{t(caution)}</p>
      ))}
    </div>
  )
}

/** How many changes the other side did not mark in its file, and nothing but these. */
function UnmarkedFilter({ compared }: { readonly compared: Compared }) {
  const { t } = useTranslation()
  const format = useFormat()
  const only = useDesk((state) => state.filter.onlyUnmarked)
  const count = compared.list.items.filter(({ unmarked }) => unmarked > 0).length
  if (count === 0) return <p className={styles.tracking}>{t('compare.allMarked')}</p>
  return (
    <div className={styles.tracking}>
      <p>{t('compare.unmarkedCount', { count, number: format.number(count) })}</p>
      <Checkbox isSelected={only} onChange={(only) => happened({ kind: 'onlyUnmarked', only })}>
        {t('compare.onlyUnmarked')}
      </Checkbox>
    </div>
  )
}

/** Which kinds of changes are listed and marked. */
function KindFilter({ compared }: { readonly compared: Compared }) {
  const { t } = useTranslation()
  const format = useFormat()
  const kinds = useDesk((state) => state.filter.kinds)
  const counts = useMemo(() => {
    const counts = new Map<ChangeKind, number>()
    for (const { kind } of compared.comparison.changes) counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return counts
  }, [compared])
  return (
    <DialogTrigger>
      <IconButton label={t('compare.filter')} icon={ListFilter} bordered={kinds.size > 0} />
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Dialog className={styles.kinds ?? ''} aria-label={t('compare.filter')}>
          {changeKinds
            .filter((kind) => counts.has(kind))
            .map((kind) => (
              <Checkbox
                key={kind}
                isSelected={!kinds.has(kind)}
                onChange={() => happened({ kind: 'changeKind', changeKind: kind })}
              >
                {t(kindWords[kind])}
                <span className={styles.count}>{format.number(counts.get(kind) ?? 0)}</span>
              </Checkbox>
            ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
