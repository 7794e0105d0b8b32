import type { ReactNode } from 'react'
import styles from './Unseen.module.css'

/** Words that are only heard: they say what a drawing shows. `block`: a table or paragraphs of them. */
export function Unseen({ children, block }: { readonly children: ReactNode; readonly block?: boolean }) {
  const Element = block ? 'div' : 'span'
  return <Element className={styles.unseen}>{children}</Element>
}
