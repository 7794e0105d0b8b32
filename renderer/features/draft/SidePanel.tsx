import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStorePart } from '../../api/store.ts'
import { useFormat } from '../../i18n/format.ts'
import { IconButton } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Tabs } from '../../ui/Tabs.tsx'
import { BracketsPanel } from './BracketsPanel.tsx'
import { useDraft } from './DraftContext.ts'
import { FindPanel } from './FindPanel.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'
import styles from './SidePanel.module.css'

/** Something that others show beside the text: comments, the other languages. */
export type DraftPanel = {
  readonly value: string
  readonly label: string
  readonly count?: string
  readonly content: ReactNode
}

/** Beside the text: its brackets, search, what it was before. In a narrow window a drawer. */
export function SidePanel(props: {
  readonly more: readonly DraftPanel[]
  /** Null where it always stands beside the text. */
  readonly onClose: (() => void) | null
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { watch, panel, setPanel } = useDraft()
  const { more, onClose } = props
  const open = useStorePart(watch.structure, (structure) => structure?.openBrackets ?? 0)
  const tabs: readonly DraftPanel[] = [
    {
      value: 'brackets',
      label: t('draft.brackets.title'),
      count: format.number(open),
      content: <BracketsPanel />,
    },
    { value: 'find', label: t('draft.find.title'), content: <FindPanel /> },
    { value: 'history', label: t('draft.history.title'), content: <HistoryPanel /> },
    ...more,
  ]
  const value = tabs.some((tab) => tab.value === panel) ? (panel ?? 'brackets') : 'brackets'
  return (
    <aside
      className={classes(styles.panel, onClose !== null && styles.drawer)}
      aria-label={t('draft.panel')}
      data-pane=""
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || onClose === null) return
        event.stopPropagation()
        onClose()
      }}
    >
      {onClose && (
        <div className={styles.close}>
          <IconButton label={t('draft.closePanel')} icon={X} onPress={onClose} />
        </div>
      )}
      <Tabs
        label={t('draft.panel')}
        value={value}
        onChange={setPanel}
        tabs={tabs}
        className={styles.tabs ?? ''}
      />
    </aside>
  )
}
