import { ChevronDown, ListTree } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components'
import { useStorePart } from '../../api/store.ts'
import { Menu } from '../../ui/Menu.tsx'
import { useDraft } from './DraftContext.ts'
import styles from './DraftToolbar.module.css'
import type { OutlineRow } from './draftFacts.ts'
import { goToBlock } from './goTo.ts'
import { outlineName } from './outlineWords.ts'

const none: readonly OutlineRow[] = []

/** The outline where there is no room for a column of its own. */
export function OutlineMenu() {
  const { t } = useTranslation()
  const { editor, watch } = useDraft()
  const outline = useStorePart(watch.structure, (structure) => structure?.outline ?? none)
  return (
    <Menu
      label={t('draft.outline.title')}
      entries={outline.map((row) => ({
        id: row.id,
        label: `${outlineName(row, t)}${row.openBrackets > 0 ? ` [${row.openBrackets}]` : ''}`,
        run: () => goToBlock(editor, row.id, true),
      }))}
    >
      <AriaButton className={styles.menu ?? ''}>
        <ListTree size={16} aria-hidden />
        {t('draft.outline.title')}
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
    </Menu>
  )
}
