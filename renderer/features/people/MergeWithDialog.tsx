import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Person, postOn } from '../../../shared/meeting/people.ts'
import { inLanguage } from '../../../shared/values.ts'
import { usePages } from '../../api/useRead.ts'
import { today } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { MergeDialog } from './MergeDialog.tsx'

/** Asks who of the same side is the same person, and then what stays of both. */
export function MergeWithDialog({
  person,
  onClose,
}: {
  readonly person: Person
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [query, setQuery] = useState('')
  const [id, setId] = useState<string | null>(null)
  const [other, setOther] = useState<Person | null>(null)
  const [tried, setTried] = useState(false)
  const people = usePages('person.list', { query: query.slice(0, 200), side: person.side })
  const rows = people.state === 'ready' ? people.value.rows.filter((one) => one.id !== person.id) : []

  if (other) return <MergeDialog one={person} other={other} onClose={onClose} />
  return (
    <FormDialog
      title={t('people.mergeTitle')}
      onClose={onClose}
      onSubmit={() => {
        setTried(true)
        setOther(rows.find((one) => one.id === id) ?? null)
        return Promise.resolve('incomplete' as const)
      }}
      submit={t('people.mergeCompare')}
    >
      <ComboBox
        label={t('people.mergeOther', { name: person.name })}
        value={id}
        onChange={setId}
        onType={setQuery}
        autoFocus
        choices={rows.map((one) => ({
          value: one.id as string,
          label: [one.name, one.khmerName].filter(Boolean).join(' · '),
          hint: inLanguage(postOn(one, today()).title, language),
        }))}
        nothing={t('people.mergeNobody')}
        error={tried && id === null ? t('shell.filledIn') : undefined}
      />
    </FormDialog>
  )
}
