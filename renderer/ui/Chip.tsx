import type { LucideIcon } from 'lucide-react'
import { classes } from './classes.ts'
import styles from './Chip.module.css'

/** A word about the state of a thing; the sign before it says the same without colour. */
export function Chip(props: {
  readonly children: string
  readonly icon?: LucideIcon
  readonly tone?: 'plain' | 'ok' | 'danger' | 'attention' | 'accent'
}) {
  const { children, icon: Icon, tone = 'plain' } = props
  return (
    <span className={classes(styles.chip, styles[tone])}>
      {Icon && <Icon size={13} aria-hidden />}
      {children}
    </span>
  )
}
