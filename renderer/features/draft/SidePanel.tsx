import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStorePart } from '../../api/store.ts'
import { useFormat } from '../../i18n/format.ts'
import { TabbedPanel } from '../../ui/TabbedPanel.tsx'
import { BracketsPanel } from './BracketsPanel.tsx'
import { useDraft } from './DraftContext.ts'
import { FindPanel } from './FindPanel.tsx'
import { HistoryPanel } from './HistoryPanel.tsx'

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
    <TabbedPanel
      label={t('draft.panel')}
      closeLabel={t('draft.closePanel')}
      onClose={onClose}
      value={value}
      onChange={setPanel}
      tabs={tabs}
    />
  )
}
