import { ChevronDown } from 'lucide-react'
import {
  Button,
  ComboBox as AriaComboBox,
  FieldError,
  Group,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './field.module.css'
import combo from './ComboBox.module.css'
import type { Choice } from './Select.tsx'

/** One of many: typing narrows the list. */
export function ComboBox<Value extends string>(props: {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value | null) => void
  /** Called with what is typed, where the choices come from the record. */
  readonly onType?: (typed: string) => void
  /** Said in place of the list when nothing fits. */
  readonly nothing: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  readonly className?: string
}) {
  const { label, choices, value, onChange, onType, nothing, hint, error, autoFocus, className } = props
  return (
    <AriaComboBox
      value={value}
      onChange={(key) => onChange(choices.find((choice) => choice.value === key)?.value ?? null)}
      {...(onType && { onInputChange: onType })}
      {...(autoFocus && { autoFocus })}
      allowsEmptyCollection
      menuTrigger="focus"
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={classes(styles.field, className)}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <Group className={combo.box ?? ''}>
        <Input className={styles.input ?? ''} dir="auto" />
        <Button className={combo.open ?? ''}>
          <ChevronDown size={16} aria-hidden />
        </Button>
      </Group>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
      <Popover className={styles.popover ?? ''}>
        <ListBox
          items={choices}
          className={styles.list ?? ''}
          renderEmptyState={() => <p className={styles.nothing}>{nothing}</p>}
        >
          {(choice) => (
            <ListBoxItem id={choice.value} textValue={choice.label} className={styles.option ?? ''}>
              {/* The hint is part of the name: it is what tells like choices apart, on the screen as aloud. */}
              <Text slot="label" className={styles.optionText ?? ''}>
                <span>{choice.label}</span>
                {choice.hint !== undefined && <span className={styles.hint}> {choice.hint}</span>}
              </Text>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
