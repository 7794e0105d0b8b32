import { useTranslation } from 'react-i18next'
import { version } from '../../version.ts'
import styles from './SettingsPage.module.css'

/** What runs here, and under which terms. */
export function AboutSettings() {
  const { t } = useTranslation()
  return (
    <div className={styles.group}>
      <dl className={styles.facts}>
        <dt>{t('settings.version')}</dt>
        <dd>Sepaham {version}</dd>
        <dt>{t('settings.engine')}</dt>
        <dd>{engine(navigator.userAgent)}</dd>
        <dt>{t('settings.licence')}</dt>
        <dd>{t('settings.licenceHint')}</dd>
      </dl>
      <p className={styles.hint}>{t('settings.offline')}</p>
    </div>
  )
}

/** "Chromium 156.0.8078.79" and "Electron 45.4.1" out of a user agent. */
export function engine(userAgent: string): string {
  const found = [...userAgent.matchAll(/(Chrome|Electron|Edg)\/([\d.]+)/g)]
  return found.map(([, name, number]) => `${name === 'Chrome' ? 'Chromium' : name} ${number}`).join(' · ')
}
