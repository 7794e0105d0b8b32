import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Checkbox.module.css'

/** Yes or no. `children` is its label, and what is pressed. */
export function Checkbox(props: {
  readonly isSelected: boolean
  readonly onChange: (selected: boolean) => void
  readonly children?: ReactNode
  readonly 'aria-label'?: string
  readonly isDisabled?: boolean
  readonly className?: string
}) {
  const { children, className, ...rest } = props
  return (
    <AriaCheckbox {...rest} className={classes(styles.checkbox, className)}>
      <span className={styles.box} aria-hidden>
        <Check size={13} strokeWidth={2.5} />
      </span>
      {children}
    </AriaCheckbox>
  )
}
