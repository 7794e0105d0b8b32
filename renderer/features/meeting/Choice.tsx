import type { ReactNode } from 'react'
import styles from './ExportDialog.module.css'

/** What is to be chosen, above the ways of it; they name themselves for assistive technology. */
export function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.choice}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  )
}
