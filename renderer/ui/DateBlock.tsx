import type { CalendarDate } from '../../shared/values.ts'
import { useFormat } from '../i18n/format.ts'
import { classes } from './classes.ts'
import styles from './DateBlock.module.css'

/** A day as a block in front of what is on it. It is for the eye: the words beside it name the day in full. */
export function DateBlock({
  date,
  large = false,
}: {
  readonly date: CalendarDate
  readonly large?: boolean
}) {
  const format = useFormat()
  const [day, month] = format.date(date, 'dayMonth').split(' ')
  return (
    <span className={classes(styles.date, large && styles.large)} aria-hidden>
      <strong>{day}</strong>
      {month}
    </span>
  )
}
