import { Link, useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useStore } from '../api/store.ts'
import { classes } from '../ui/classes.ts'
import { recentPlaces } from './recent.ts'
import { type Section, sections } from './sections.ts'
import styles from './Sidebar.module.css'

/** The main sections; as a rail, their signs alone. */
export function Sidebar({ rail }: { readonly rail: boolean }) {
  const { t } = useTranslation()
  const recent = useStore(recentPlaces)
  return (
    <nav
      className={classes(styles.sidebar, rail && styles.rail)}
      aria-label={t('shell.sections')}
      data-pane=""
    >
      <ul>
        {sections.slice(0, -1).map((section) => (
          <SectionLink key={section.id} section={section} rail={rail} />
        ))}
      </ul>
      {!rail && recent.length > 0 && (
        <div className={styles.recent}>
          <h2>{t('shell.palette.recent')}</h2>
          <ul>
            {recent.slice(0, 5).map(({ path, label }) => (
              <li key={path}>
                <Link to={path} className={styles.place} dir="auto">
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <ul className={styles.foot}>
        {sections.slice(-1).map((section) => (
          <SectionLink key={section.id} section={section} rail={rail} />
        ))}
      </ul>
    </nav>
  )
}

function SectionLink({ section, rail }: { readonly section: Section; readonly rail: boolean }) {
  const { t } = useTranslation()
  const here = useLocation({
    select: ({ pathname }) => (section.under === '/' ? pathname === '/' : pathname.startsWith(section.under)),
  })
  const Icon = section.icon
  const label = t(section.label)
  return (
    <li>
      <Link
        to={section.to}
        className={classes(styles.link, here && styles.here)}
        {...(here && { 'aria-current': 'page' as const })}
        {...(rail && { 'aria-label': label, title: label })}
      >
        <Icon size={18} aria-hidden />
        {!rail && label}
      </Link>
    </li>
  )
}
