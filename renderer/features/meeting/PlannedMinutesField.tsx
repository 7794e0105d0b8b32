import { useTranslation } from 'react-i18next'
import { NumberField } from '../../ui/NumberField.tsx'

/** How long an item is to take, in whole minutes of at most a day. `tried`: whether what is missing is said by now. */
export function PlannedMinutesField(props: {
  readonly value: number
  readonly onChange: (minutes: number) => void
  readonly tried: boolean
}) {
  const { t } = useTranslation()
  const { value, onChange, tried } = props
  return (
    <NumberField
      label={t('meeting.plannedMinutes')}
      value={value}
      onChange={onChange}
      minValue={0}
      maxValue={1_440}
      wholeNumbers
      error={tried && !(value >= 0) ? t('shell.filledIn') : undefined}
    />
  )
}
