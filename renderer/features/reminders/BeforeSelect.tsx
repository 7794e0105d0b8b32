import { useTranslation } from 'react-i18next'
import { Select } from '../../ui/Select.tsx'

const hour = 60
const day = 24 * hour
const offered = [15, hour, 3 * hour, day, 3 * day, 7 * day]

/** How long before a meeting to remind of it, in minutes; null: not at all. */
export function BeforeSelect(props: {
  readonly label: string
  readonly value: number | null
  readonly onChange: (minutes: number | null) => void
  readonly hideLabel?: boolean
}) {
  const { t } = useTranslation()
  const { label, value, onChange, hideLabel = false } = props
  const said = (minutes: number) => {
    if (minutes % day === 0) return t('reminders.daysBefore', { count: minutes / day })
    if (minutes % hour === 0) return t('reminders.hoursBefore', { count: minutes / hour })
    return t('reminders.minutesBefore', { count: minutes })
  }
  // A value from elsewhere that is not offered is shown as it is.
  const all =
    value === null || offered.includes(value) ? offered : [...offered, value].toSorted((a, b) => a - b)
  return (
    <Select
      label={label}
      hideLabel={hideLabel}
      choices={[
        { value: 'never', label: t('reminders.never') },
        ...all.map((minutes) => ({ value: String(minutes), label: said(minutes) })),
      ]}
      value={value === null ? 'never' : String(value)}
      onChange={(chosen) => onChange(chosen === 'never' ? null : Number(chosen))}
    />
  )
}
