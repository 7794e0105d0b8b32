import type { ReactNode } from 'react'
import styles from './SettingsPage.module.css'

/** A setting: what it is, and the way to change it, which names itself for assistive technology. */
export function SettingRow(props: {
  readonly label: string
  readonly hint?: string
  readonly children: ReactNode
}) {
  const { label, hint, children } = props
  return (
    <div className={styles.row}>
      <div className={styles.label} aria-hidden>
        {label}
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      </div>
      {children}
    </div>
  )
}
