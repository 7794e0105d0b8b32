import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Holiday } from '../../../shared/mou/holidays.ts'
import type { CalendarDate, Side } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { DateField } from '../../ui/DateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'

/** One holiday. `holiday` null: a new one, of `side`. */
export function HolidayDialog(props: {
  readonly holiday: Holiday | null
  readonly side: Side
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const write = useWrite()
  const { holiday, side, onClose } = props
  const [date, setDate] = useState<CalendarDate | null>(holiday?.date ?? null)
  const [name, setName] = useState(holiday?.name ?? '')
  const [tried, setTried] = useState(false)

  async function save() {
    setTried(true)
    if (date === null || name.trim() === '') return 'incomplete'
    const id = holiday?.id ?? null
    const reply = await write('holiday.put', { holiday: { id, side: holiday?.side ?? side, date, name } })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={holiday ? t('procedure.editHoliday') : t('procedure.addHoliday')}
      onClose={onClose}
      onSubmit={save}
    >
      <DateField
        label={t('procedure.date')}
        value={date}
        onChange={setDate}
        error={tried && date === null ? t('shell.filledIn') : undefined}
      />
      <TextField
        label={t('procedure.holidayName')}
        value={name}
        onChange={setName}
        maxLength={200}
        error={tried && name.trim() === '' ? t('shell.filledIn') : undefined}
      />
    </FormDialog>
  )
}
