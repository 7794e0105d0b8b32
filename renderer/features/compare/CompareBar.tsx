import { ChevronDown, ChevronUp, Columns2, ListTree, PanelRight, Rows2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Segments } from '../../ui/Segments.tsx'
import styles from './CompareBar.module.css'
import { type Compared, type CompareState, shownItems } from './compareState.ts'
import { happened, useBesideText, useDesk } from './compareStore.ts'
import { OutlineMenu } from './Outline.tsx'
import type { TextPlace } from './textPlace.ts'

/** How the texts are looked at, and the way through the changes. */
export function CompareBar(props: {
  readonly compared: Compared
  readonly place: TextPlace
  readonly hasOutline: boolean
  readonly drawer: { readonly isOpen: boolean; readonly toggle: () => void } | null
  readonly onNextBracket: () => void
}) {
  const { t } = useTranslation()
  const { compared, place, hasOutline, drawer, onNextBracket } = props
  const view = useDesk((state) => state.view)
  const { brackets } = compared.rows
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('compare.bar')} data-pane="">
      {!hasOutline && <OutlineMenu compared={compared} place={place} />}
      <Segments
        label={t('compare.view')}
        choices={[
          { value: 'inline', label: t('compare.inline'), icon: Rows2 },
          { value: 'side', label: t('compare.side'), icon: Columns2 },
        ]}
        value={view}
        onChange={(view) => happened({ kind: 'view', view })}
      />
      <Steps />
      {compared.comparison.by === 'paragraph' && (
        <span className={styles.note}>
          <ListTree size={14} aria-hidden />
          {t('compare.byParagraph')}
        </span>
      )}
      <span className={styles.rest} />
      {brackets > 0 && (
        <button type="button" className={styles.brackets} onClick={onNextBracket}>
          <span aria-hidden>[ {brackets} ]</span>
          <span className={styles.bracketWords}>{t('compare.inBrackets', { count: brackets })}</span>
        </button>
      )}
      {drawer && (
        <Button icon={PanelRight} onPress={drawer.toggle} aria-expanded={drawer.isOpen}>
          {t('compare.changes')}
        </Button>
      )}
    </div>
  )
}

function Steps() {
  const { t } = useTranslation()
  const format = useFormat()
  const of = useDesk((state) => shownItems(state).length)
  const all = useDesk(({ outcome }) => (outcome.state === 'ready' ? outcome.compared.list.items.length : 0))
  const at = useBesideText(positionOf)
  return (
    <div className={styles.steps}>
      <IconButton
        label={t('compare.previous')}
        keys="Alt+ArrowUp"
        icon={ChevronUp}
        isDisabled={of === 0}
        onPress={() => happened({ kind: 'stepped', by: -1 })}
      />
      <span className={styles.position} role="status">
        {at === 0
          ? of === 0 && all > 0
            ? t('compare.allFolded', { count: all, number: format.number(all) }) // "0 changes" would be untrue
            : t('compare.itemCount', { count: of, number: format.number(of) })
          : `${format.number(at)} / ${format.number(of)}`}
      </span>
      <IconButton
        label={t('compare.next')}
        keys="Alt+ArrowDown"
        icon={ChevronDown}
        isDisabled={of === 0}
        onPress={() => happened({ kind: 'stepped', by: 1 })}
      />
    </div>
  )
}

/** Which of the shown items is current, from 1; 0: none. */
function positionOf(state: CompareState): number {
  return state.current === null ? 0 : shownItems(state).indexOf(state.current.item) + 1
}
