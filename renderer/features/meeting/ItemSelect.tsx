import { useTranslation } from 'react-i18next'
import type { AgendaItemId } from '../../../shared/ids.ts'
import { itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Select } from '../../ui/Select.tsx'
import { useMeeting } from './MeetingContext.ts'

/** On which item of the agenda something came up. */
export function ItemSelect(props: {
  readonly value: AgendaItemId | null
  readonly onChange: (value: AgendaItemId | null) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { dossier } = useMeeting()
  const { value, onChange } = props
  const numbers = itemNumbers(dossier.agenda)
  const items = dossier.agenda.filter(({ id }) => numbers.has(id))
  return (
    <Select<string>
      label={t('meeting.itemLabel')}
      value={value ?? 'none'}
      onChange={(chosen) => onChange(items.find(({ id }) => id === chosen)?.id ?? null)}
      choices={[
        { value: 'none', label: t('meeting.noItem') },
        ...items.map(({ id, title }) => ({
          value: id,
          label: t('meeting.itemNumber', { number: numbers.get(id), title: inLanguage(title, language) }),
        })),
      ]}
    />
  )
}
