import { ChevronDown, List } from 'lucide-react'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components'
import { useStore } from '../../api/store.ts'
import { classes } from '../../ui/classes.ts'
import { Menu } from '../../ui/Menu.tsx'
import type { Compared } from './compareState.ts'
import { useDesk } from './compareStore.ts'
import { isShown } from './numberedItems.ts'
import styles from './Outline.module.css'
import type { Section } from './rows.ts'
import { sectionName, sectionSign } from './sectionWords.ts'
import type { TextPlace } from './textPlace.ts'

type Props = { readonly compared: Compared; readonly place: TextPlace }

/** The articles with how many changes and brackets are in each, beside the text; its place alone where `compared` is null. */
export function Outline({
  compared,
  place,
}: Omit<Props, 'compared'> & { readonly compared: Compared | null }) {
  const { t } = useTranslation()
  return (
    <nav className={styles.outline} aria-label={t('compare.outline')} data-pane="">
      {compared && <OutlineEntries compared={compared} place={place} />}
    </nav>
  )
}

function OutlineEntries({ compared, place }: Props) {
  const here = useStore(place.section)
  const counts = useCounts(compared)
  return (
    <ul>
      {compared.rows.sections.map((section, index) => (
        <OutlineEntry
          key={index}
          section={section}
          count={counts[index] ?? 0}
          isHere={index === here}
          place={place}
        />
      ))}
    </ul>
  )
}

const OutlineEntry = memo(function OutlineEntry(props: {
  readonly section: Section
  readonly count: number
  readonly isHere: boolean
  readonly place: TextPlace
}) {
  const { t } = useTranslation()
  const { section, count, isHere, place } = props
  return (
    <li>
      <button
        type="button"
        className={classes(styles.section, isHere && styles.here)}
        {...(isHere && { 'aria-current': 'true' as const })}
        onClick={() => place.toRow(section.firstRow, 'start')}
      >
        <span className={styles.sign} aria-hidden>
          {sectionSign(section)}
        </span>
        <span className={styles.name} dir="auto">
          <span className={styles.hidden}>{section.label} </span>
          {sectionName(section, t)}
        </span>
        {count > 0 && (
          <span className={styles.count}>
            {count}
            <span className={styles.hidden}> {t('compare.changesIn', { count })}</span>
          </span>
        )}
        {section.brackets > 0 && (
          <span className={styles.brackets}>
            <span aria-hidden>[{section.brackets}]</span>
            <span className={styles.hidden}>{t('compare.brackets', { count: section.brackets })}</span>
          </span>
        )}
      </button>
    </li>
  )
})

/** The same as a menu, where there is no room beside the text. */
export function OutlineMenu({ compared, place }: Props) {
  const { t } = useTranslation()
  const here = useStore(place.section)
  const counts = useCounts(compared)
  const { sections } = compared.rows
  const shown = sections[here]
  const name = shown ? shown.label || sectionName(shown, t) : ''
  return (
    <Menu
      label={t('compare.outline')}
      entries={sections.map((section, index) => ({
        id: String(index),
        label: [section.label, sectionName(section, t), counts[index] ? `(${counts[index]})` : '']
          .filter(Boolean)
          .join(' '),
        run: () => place.toRow(section.firstRow, 'start'),
      }))}
    >
      <AriaButton className={styles.menu ?? ''} aria-label={`${t('compare.outline')}: ${name}`}>
        <List size={16} aria-hidden />
        <span className={styles.menuName}>{name}</span>
        <ChevronDown size={16} aria-hidden />
      </AriaButton>
    </Menu>
  )
}

/** How many items each section has that are not folded. */
function useCounts({ list, rows }: Compared): readonly number[] {
  const filter = useDesk((state) => state.filter)
  return useMemo(
    () =>
      rows.sections.map(
        ({ items }) =>
          items.filter((index) => {
            const item = list.items[index]
            return item !== undefined && isShown(item, filter)
          }).length,
      ),
    [list, rows, filter],
  )
}
