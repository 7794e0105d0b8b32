import type { ReactNode } from 'react'
import { TitleBar } from '../../shell/TitleBar.tsx'
import styles from './StartLayout.module.css'

/** A screen before a record is open: one column on the desk. */
export function StartLayout({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className={styles.layout}>
      <title>{`${title} · Sepaham`}</title>
      <TitleBar />
      <main className={styles.main} data-pane="">
        <div className={styles.column}>{children}</div>
      </main>
    </div>
  )
}
