import { ChevronDown } from 'lucide-react'
import {
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './field.module.css'

export type Choice<Value extends string> = {
  readonly value: Value
  readonly label: string
  readonly hint?: string
}

/** One of a few. */
export function Select<Value extends string>(props: {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly placeholder?: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly isDisabled?: boolean
  readonly hideLabel?: boolean
  readonly className?: string
}) {
  const { label, choices, value, onChange, hint, error, placeholder, isDisabled, hideLabel, className } =
    props
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        const chosen = choices.find((choice) => choice.value === key)
        if (chosen) onChange(chosen.value)
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(isDisabled !== undefined && { isDisabled })}
      {...(placeholder !== undefined && { placeholder })}
      {...(hideLabel && { 'aria-label': label })}
      className={classes(styles.field, className)}
    >
      {!hideLabel && <Label className={styles.label ?? ''}>{label}</Label>}
      <Button className={styles.trigger ?? ''}>
        {/* Of what is chosen the hint stands in the list alone. */}
        <SelectValue>
          {({ isPlaceholder, defaultChildren, selectedText }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <ChevronDown size={16} aria-hidden />
      </Button>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
      <Popover className={styles.popover ?? ''}>
        <ListBox className={styles.list ?? ''}>
          {choices.map((choice) => (
            <ListBoxItem
              key={choice.value}
              id={choice.value}
              textValue={choice.label}
              className={styles.option ?? ''}
            >
              <Text slot="label">{choice.label}</Text>
              {choice.hint !== undefined && (
                <Text slot="description" className={styles.hint ?? ''}>
                  {choice.hint}
                </Text>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
