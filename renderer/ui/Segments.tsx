import type { LucideIcon } from 'lucide-react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Segments.module.css'

/** One of two to four ways, all of them in sight. */
export function Segments<Value extends string>(props: {
  readonly label: string
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly icon?: LucideIcon }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly className?: string
}) {
  const { label, choices, value, onChange, className } = props
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = choices.find((choice) => keys.has(choice.value))
        if (chosen) onChange(chosen.value)
      }}
      className={classes(styles.segments, className)}
    >
      {choices.map(({ value, label, icon: Icon }) => (
        <ToggleButton key={value} id={value} className={styles.segment ?? ''}>
          {Icon && <Icon size={16} aria-hidden />}
          {label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
