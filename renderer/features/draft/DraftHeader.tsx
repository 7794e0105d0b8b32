import type { ReactNode } from 'react'
import styles from './DraftHeader.module.css'

/** The head of the screen: what the text is of, in which language, and how it is looked at. */
export function DraftHeader({ children }: { readonly children: ReactNode }) {
  return <header className={styles.header}>{children}</header>
}
