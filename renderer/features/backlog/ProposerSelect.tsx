import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Relationship } from '../../../shared/meeting/meeting.ts'
import type { SideOrBoth } from '../../../shared/values.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Select } from '../../ui/Select.tsx'

/** Who asked for a matter to be on an agenda. */
export function ProposerSelect(props: {
  readonly relationship: Relationship
  readonly value: SideOrBoth | null
  readonly onChange: (proposedBy: SideOrBoth | null) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { relationship, value, onChange } = props
  const sides = [relationship.ownSide, relationship.otherSide]
  return (
    <Select<string>
      label={t('agenda.proposedBy')}
      value={value ?? 'none'}
      onChange={(chosen) => onChange(chosen === 'none' ? null : chosen)}
      choices={[
        { value: 'none', label: t('agenda.proposedByNobody') },
        ...sides.map((side) => ({ value: side, label: countryOf(side).name[language] })),
        { value: 'both', label: t('meeting.both') },
      ]}
    />
  )
}
