import { useTranslation } from 'react-i18next'
import type { AgencyId } from '../../../shared/ids.ts'
import { type Agency, isThereOn } from '../../../shared/meeting/people.ts'
import { inLanguage } from '../../../shared/values.ts'
import { today } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Select } from '../../ui/Select.tsx'

const noAgency = 'none'

/** The agency of an office: those of the side that have not ended, and the one that stands there. */
export function AgencySelect(props: {
  readonly agencies: readonly Agency[]
  readonly value: AgencyId | null
  readonly onChange: (id: AgencyId | null) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { agencies, value, onChange } = props
  const offered = agencies.filter((agency) => agency.id === value || isThereOn(agency, today()))
  return (
    <Select
      label={t('people.agency')}
      choices={[
        { value: noAgency, label: t('people.noAgency') },
        ...offered.map(({ id, name }) => ({ value: id as string, label: inLanguage(name, language) })),
      ]}
      value={value ?? noAgency}
      onChange={(id) => onChange(offered.find((agency) => agency.id === id)?.id ?? null)}
    />
  )
}
