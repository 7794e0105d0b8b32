import { FieldError, Input, Label, NumberField as AriaNumberField } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './field.module.css'

/** A number, written as the language of the screen writes it; arrow keys step. */
export function NumberField(props: {
  readonly label: string
  /** NaN: nothing is entered. */
  readonly value: number
  readonly onChange: (value: number) => void
  readonly minValue?: number
  readonly maxValue?: number
  readonly wholeNumbers?: boolean
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  readonly className?: string
}) {
  const { label, error, wholeNumbers, className, ...rest } = props
  return (
    <AriaNumberField
      {...rest}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      formatOptions={{ maximumFractionDigits: wholeNumbers ? 0 : 6 }}
      className={classes(styles.field, className)}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <Input className={styles.input ?? ''} />
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaNumberField>
  )
}
