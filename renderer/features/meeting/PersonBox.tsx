import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PersonId } from '../../../shared/ids.ts'
import type { Responsible } from '../../../shared/meeting/meeting.ts'
import { inLanguage, type Side } from '../../../shared/values.ts'
import { usePages } from '../../api/useRead.ts'
import { useLanguage } from '../../i18n/words.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'

/** Who answers for something: somebody of the side, of either side where it is null, or nobody in particular. */
export function PersonBox(props: {
  readonly side: Side | null
  readonly value: PersonId | null
  /** The people who may be chosen already, by name: the list is read in pages. */
  readonly known: readonly Responsible[]
  readonly onChange: (person: PersonId | null) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { side, value, known, onChange } = props
  const [query, setQuery] = useState('')
  const people = usePages('person.list', { query: query.slice(0, 200), side })
  const rows = people.state === 'ready' ? people.value.rows : []
  return (
    <ComboBox<string>
      label={t('actions.person')}
      value={value}
      onChange={(chosen) => onChange(PersonId.safeParse(chosen).data ?? null)}
      onType={setQuery}
      choices={[
        ...known
          .filter(({ id }) => id === value && !rows.some((row) => row.id === id))
          .map(({ id, name }) => ({ value: id, label: name })),
        ...rows.map((person) => ({
          value: person.id,
          label: [person.honorific, person.name].filter(Boolean).join(' '),
          hint: inLanguage(person.title, language),
        })),
      ]}
      nothing={t('meeting.nobody')}
      hint={t('meeting.internalHint')}
    />
  )
}
