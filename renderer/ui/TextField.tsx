import { useRef } from 'react'
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import type { Language } from '../../shared/values.ts'
import { classes } from './classes.ts'
import styles from './field.module.css'
import { typable } from './typable.ts'

export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> & {
  readonly label: string
  readonly hint?: string
  /** What is wrong with what stands in the field, in words. */
  readonly error?: string | undefined
  readonly lines?: number
  /** Shown in several lines, but one paragraph: line breaks that are typed or pasted become spaces. */
  readonly paragraph?: boolean
  readonly placeholder?: string
  /** The language that is written here, where it is not that of the screen. */
  readonly language?: Language
  readonly className?: string
}

/** A line of text, or several, with its label always above it. */
export function TextField({
  label,
  hint,
  error,
  lines,
  paragraph,
  placeholder,
  language,
  className,
  onChange,
  ...props
}: TextFieldProps) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const kept = (text: string) => typable(text, lines !== undefined && !paragraph)

  function change(text: string) {
    const words = props.type === 'password' ? text : kept(text)
    const cursor = kept(text.slice(0, field.current?.selectionStart ?? text.length)).length
    // What is drawn with other words than were typed has its cursor at the end.
    if (words !== text) requestAnimationFrame(() => field.current?.setSelectionRange(cursor, cursor))
    onChange?.(words)
  }

  const common = {
    ref: field,
    className: styles.input ?? '',
    dir: 'auto',
    ...(language && { lang: language }),
    ...(placeholder !== undefined && { placeholder }),
  }
  return (
    <AriaTextField
      {...props}
      {...(onChange && { onChange: change })}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={classes(styles.field, className)}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      {lines === undefined ? <Input {...common} /> : <TextArea {...common} rows={lines} />}
      {hint !== undefined && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  )
}
