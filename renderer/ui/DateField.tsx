import { parseDate, parseTime, Time } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  FieldError,
  Group,
  Heading,
  Label,
  Popover,
  Dialog,
  Text,
  TimeField as AriaTimeField,
} from 'react-aria-components'
import type { CalendarDate, LocalTime } from '../../shared/values.ts'
import { classes } from './classes.ts'
import combo from './ComboBox.module.css'
import styles from './field.module.css'

/** A calendar date, typed by its parts or picked from a calendar. */
export function DateField(props: {
  readonly label: string
  readonly value: CalendarDate | null
  readonly onChange: (value: CalendarDate | null) => void
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly className?: string
}) {
  const { t } = useTranslation()
  const { label, value, onChange, hint, error, className } = props
  return (
    <DatePicker
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date === null ? null : date.toString())}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      shouldForceLeadingZeros
      className={classes(styles.field, className)}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <Group className={combo.box ?? ''}>
        <DateInput className={styles.input ?? ''}>
          {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
        </DateInput>
        <Button className={combo.open ?? ''}>
          <CalendarDays size={16} aria-hidden />
        </Button>
      </Group>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
      <Popover className={styles.popover ?? ''}>
        <Dialog className={styles.calendar ?? ''} aria-label={t('shell.calendar')}>
          <Calendar>
            <header className={styles.calendarHead}>
              <Button slot="previous" className={styles.day ?? ''}>
                <ChevronLeft size={16} aria-hidden />
              </Button>
              <Heading />
              <Button slot="next" className={styles.day ?? ''}>
                <ChevronRight size={16} aria-hidden />
              </Button>
            </header>
            <CalendarGrid>{(date) => <CalendarCell date={date} className={styles.day ?? ''} />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  )
}

/** A time on the clock of 24 hours. */
export function TimeField(props: {
  readonly label: string
  readonly value: LocalTime | null
  readonly onChange: (value: LocalTime | null) => void
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly className?: string
}) {
  const { label, value, onChange, hint, error, className } = props
  return (
    <AriaTimeField
      value={value === null ? null : parseTime(value)}
      onChange={(time) => onChange(time === null ? null : minutesOf(new Time(time.hour, time.minute)))}
      hourCycle={24}
      shouldForceLeadingZeros
      granularity="minute"
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={classes(styles.field, className)}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <DateInput className={styles.input ?? ''}>
        {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
      </DateInput>
      {hint !== undefined && error === undefined && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTimeField>
  )
}

/** "09:15:00" as "09:15". */
function minutesOf(time: Time): LocalTime {
  return time.toString().slice(0, 5)
}
