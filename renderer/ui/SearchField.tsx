import { Search, X } from 'lucide-react'
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './SearchField.module.css'

/** Narrows a list while it is typed. */
export function SearchField(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly className?: string
  readonly autoFocus?: boolean
}) {
  const { label, className, ...rest } = props
  return (
    <AriaSearchField {...rest} aria-label={label} className={classes(styles.search, className)}>
      <Search size={16} aria-hidden />
      <Input className={styles.input ?? ''} placeholder={label} maxLength={200} />
      <Button className={styles.clear ?? ''}>
        <X size={14} aria-hidden />
      </Button>
    </AriaSearchField>
  )
}
