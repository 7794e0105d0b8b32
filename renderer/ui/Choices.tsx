import { Label, Radio, RadioGroup } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Choices.module.css'
import field from './field.module.css'

/** One of a few, all of them in sight below each other. */
export function Choices<Value extends string>(props: {
  readonly label: string
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** Beside each other, behind the label. */
  readonly beside?: boolean
}) {
  const { label, choices, value, onChange, beside } = props
  return (
    <RadioGroup
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((one) => one.value === chosen)
        if (choice) onChange(choice.value)
      }}
      {...(beside && { orientation: 'horizontal' as const })}
      className={classes(styles.choices, beside && styles.beside)}
    >
      <Label className={field.label ?? ''}>{label}</Label>
      {choices.map((choice) => (
        <Radio key={choice.value} value={choice.value} className={styles.choice ?? ''}>
          <span className={styles.dot} aria-hidden />
          {choice.label}
        </Radio>
      ))}
    </RadioGroup>
  )
}
