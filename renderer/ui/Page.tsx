import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Page.module.css'

/** A screen with its one h1. `actions` stand at the end of the header. */
export function Page(props: {
  readonly title: string
  /** What the h1 says, where that is more than the name of the screen. */
  readonly heading?: string
  readonly actions?: ReactNode
  /** Below the title: a sentence, tabs. */
  readonly sub?: ReactNode
  readonly narrow?: boolean
  readonly children: ReactNode
}) {
  const { title, heading, actions, sub, narrow, children } = props
  return (
    <div className={styles.page}>
      <title>{`${title} · Sepaham`}</title>
      <div className={classes(styles.inner, narrow && styles.narrow)}>
        <header className={styles.header}>
          <div>
            <h1>{heading ?? title}</h1>
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
  /** What it is called where it shows no title. */
  readonly label?: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  const { title, label = title, actions, children } = props
  return (
    <section className={styles.card} {...(label !== undefined && { 'aria-label': label })}>
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
