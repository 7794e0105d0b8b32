import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

/** One sentence, and the one button that helps. */
export function EmptyState({ children, button }: { readonly children: string; readonly button?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{children}</p>
      {button}
    </div>
  )
}
