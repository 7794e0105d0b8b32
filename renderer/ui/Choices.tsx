import { Label, Radio, RadioGroup } from 'react-aria-components'
import styles from './Choices.module.css'
import { classes } from './classes.ts'
import field from './field.module.css'

/** One of a few, all of them in sight. */
export function Choices<Value extends string>(props: {
  readonly label: string
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
  /** Null: nothing is chosen yet. */
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  /** In a row below the label; or beside each other, behind it. */
  readonly layout?: 'row' | 'beside'
}) {
  const { label, choices, value, onChange, layout } = props
  return (
    <RadioGroup
      value={value}
      onChange={(chosen) => {
        const choice = choices.find((one) => one.value === chosen)
        if (choice) onChange(choice.value)
      }}
      orientation={layout ? 'horizontal' : 'vertical'}
      className={classes(styles.choices, layout && styles[layout])}
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
