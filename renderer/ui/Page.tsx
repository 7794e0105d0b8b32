import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Page.module.css'

/** A screen with its one h1. `actions` stand at the end of the header. */
export function Page(props: {
  readonly title: string
  readonly actions?: ReactNode
  /** Below the title: a sentence, tabs. */
  readonly sub?: ReactNode
  readonly narrow?: boolean
  readonly children: ReactNode
}) {
  const { title, actions, sub, narrow, children } = props
  return (
    <div className={styles.page}>
      <title>{`${title} · Sepaham`}</title>
      <div className={classes(styles.inner, narrow && styles.narrow)}>
        <header className={styles.header}>
          <div>
            <h1>{title}</h1>
            {sub}
          </div>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </div>
  )
}

/** A part of a screen on a ground of its own. */
export function Card(props: {
  readonly title?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  const { title, actions, children } = props
  return (
    <section className={styles.card} {...(title !== undefined && { 'aria-label': title })}>
      {title !== undefined && (
        <header className={styles.cardHeader}>
          <h2>{title}</h2>
          {actions}
        </header>
      )}
      {children}
    </section>
  )
}
