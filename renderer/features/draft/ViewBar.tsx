import { Brackets, PanelLeftOpen, PanelRightOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStorePart } from '../../api/store.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { sideWords } from './bracketWords.ts'
import { useDraft } from './DraftContext.ts'
import { useGoToNextBracket } from './useGoToNextBracket.ts'
import styles from './ViewBar.module.css'

/** How the text is looked at, the next open bracket, and the panes that are hidden. */
export function ViewBar(props: {
  /** Shows the outline again; null where it is there or has a menu. */
  readonly outline: (() => void) | null
  readonly drawer: { readonly isOpen: boolean; readonly toggle: () => void } | null
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const screen = useLanguage()
  const { view, setView, sides, watch } = useDraft()
  const { outline, drawer } = props
  const open = useStorePart(watch.structure, (structure) => structure?.openBrackets ?? 0)
  const next = useGoToNextBracket()
  return (
    <div className={styles.bar}>
      {outline && <IconButton label={t('draft.outline.show')} icon={PanelLeftOpen} onPress={outline} />}
      {open > 0 && (
        <button type="button" className={styles.brackets} onClick={next} title={t('draft.brackets.next')}>
          <Brackets size={14} aria-hidden />
          {t('draft.brackets.count', { count: open, shown: format.number(open) })}
        </button>
      )}
      <Select
        label={t('draft.view.title')}
        hideLabel
        value={view.kind === 'side' ? view.side : view.kind}
        onChange={(value) =>
          setView(value === 'marked' || value === 'clean' ? { kind: value } : { kind: 'side', side: value })
        }
        choices={[
          { value: 'marked', label: t('draft.view.marked') },
          ...[sides.own, sides.other].map((side) => ({
            value: side,
            label: t('draft.view.side', { side: sideWords(side, screen, t) }),
          })),
          { value: 'clean', label: t('draft.view.clean') },
          ...(view.kind === 'past' ? [{ value: 'past', label: view.name }] : []),
        ]}
        className={styles.view ?? ''}
      />
      {drawer && (
        <Button compact icon={PanelRightOpen} aria-expanded={drawer.isOpen} onPress={drawer.toggle}>
          {t('draft.panel')}
        </Button>
      )}
    </div>
  )
}
