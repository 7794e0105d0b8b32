import { type KeyboardEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftId } from '../../../shared/ids.ts'
import type { Relationship } from '../../../shared/meeting/meeting.ts'
import type { Draft } from '../../../shared/mou/draft.ts'
import { type Lineage, lineageColumns, type LineageRow } from '../../../shared/mou/lineage.ts'
import { useLanguage } from '../../i18n/words.ts'
import { classes } from '../../ui/classes.ts'
import { draftName, kindWords, tablerName } from './draftWords.ts'
import styles from './LineageCell.module.css'

/** Pixels between places across, and to the first of them. */
const step = 26
const margin = 14

function across(lane: number): number {
  return margin + lane * step
}

export function widthOf({ lanes }: Lineage): number {
  return across(lanes.other) + margin
}

/** Whose column is where: IDN, both, KHM. */
export function LineageHead(props: { readonly drawn: Lineage; readonly relationship: Relationship }) {
  const { t } = useTranslation()
  const { drawn, relationship } = props
  const codes = { own: relationship.ownSide, middle: '⇄', other: relationship.otherSide }
  return (
    <div className={styles.head} style={{ inlineSize: widthOf(drawn) }}>
      <span className={styles.unseen}>{t('drafts.column.lineage')}</span>
      {lineageColumns.map((column) => (
        <span
          key={column}
          aria-hidden
          className={styles.code}
          style={{ insetInlineStart: across(drawn.lanes[column]) }}
        >
          {codes[column]}
        </span>
      ))}
    </div>
  )
}

/**
 * Where a draft stands in the lineage: lines above and below it, and a sign that the keys reach. ↑ and ↓ go from
 * draft to draft, ← to what it answers, → to what answers it, Enter reads it; while it has the focus its kin is lit.
 */
export const LineageCell = memo(function LineageCell(props: {
  readonly row: LineageRow
  readonly drawn: Lineage
  readonly draft: Draft
  readonly byId: ReadonlyMap<DraftId, Draft>
  /** What the draft in focus builds on and what builds on it; null: none is in focus. */
  readonly relatives: ReadonlySet<DraftId> | null
  readonly isEntry: boolean
  readonly onFollow: (draft: DraftId) => void
  readonly onRead: () => void
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { row, drawn, draft, byId, relatives, isEntry, onFollow, onRead } = props
  const numbers = (ids: readonly DraftId[]) => ids.flatMap((id) => byId.get(id)?.number ?? []).join(', ')
  const said = [
    `${draftName(draft, t)}, ${t(kindWords[draft.kind])}, ${tablerName(draft.tabledBy, screen, t)}`,
    row.answers.length > 0
      ? t('drafts.answersDrafts', { count: row.answers.length, numbers: numbers(row.answers) })
      : t('drafts.answersNone'),
    ...(row.answeredBy.length > 0 ? [t('drafts.answeredBy', { numbers: numbers(row.answeredBy) })] : []),
    ...(row.passedOver.length > 0 ? [t('drafts.passedOver', { numbers: numbers(row.passedOver) })] : []),
  ].join('; ')

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>): void {
    const at = drawn.rows.indexOf(row)
    const isThere = (id: DraftId | undefined) => drawn.rows.some(({ draftId }) => draftId === id)
    const to =
      event.key === 'ArrowUp'
        ? drawn.rows[at - 1]?.draftId
        : event.key === 'ArrowDown'
          ? drawn.rows[at + 1]?.draftId
          : event.key === 'ArrowLeft'
            ? row.answers.findLast(isThere)
            : event.key === 'ArrowRight'
              ? row.answeredBy.find(isThere)
              : undefined
    if (!event.key.startsWith('Arrow') || event.altKey || event.ctrlKey) return
    event.preventDefault()
    event.currentTarget.closest('table')?.querySelector<HTMLElement>(`[data-lineage="${to}"]`)?.focus()
  }

  return (
    <div className={styles.cell} style={{ inlineSize: widthOf(drawn) }}>
      <svg className={styles.lines} width={widthOf(drawn)} height="100%" aria-hidden>
        {row.lines.map(({ child, parent, half, from, to, isShortened }) => (
          <line
            key={`${child} ${parent} ${half}`}
            x1={across(from)}
            x2={across(to)}
            y1={half === 'upper' ? '0' : '50%'}
            y2={half === 'upper' ? '50%' : '100%'}
            className={classes(
              styles.line,
              isShortened && styles.shortened,
              relatives?.has(child) && relatives.has(parent) && styles.lit,
            )}
          />
        ))}
      </svg>
      <button
        type="button"
        data-lineage={draft.id}
        className={styles.sign}
        style={{ insetInlineStart: across(row.lane) }}
        aria-label={said}
        tabIndex={isEntry ? 0 : -1}
        onFocus={() => onFollow(draft.id)}
        onKeyDown={onKeyDown}
        onClick={onRead}
      >
        <span className={styles.mark} data-column={row.column} data-kind={draft.kind} />
      </button>
    </div>
  )
})
