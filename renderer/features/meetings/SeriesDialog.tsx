import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RelationshipId } from '../../../shared/ids.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Series } from '../../../shared/meeting/meeting.ts'
import type { Wording } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { byName } from '../../i18n/byName.ts'
import { useLanguage } from '../../i18n/words.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'

/** The names of a series of meetings. `series` null: a new one, in that relationship unless changed. */
export function SeriesDialog(props: {
  readonly series: Series | null
  readonly relationshipId: RelationshipId | null
  /** How many meetings it has: their minutes bear its name, and it stays with its country. */
  readonly meetings: number
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { series, meetings, onClose } = props
  const relationships = useRead('relationship.list', {})
  const offered = relationships.state === 'ready' ? relationships.value : []
  const [chosen, setChosen] = useState<RelationshipId | null>(series?.relationshipId ?? props.relationshipId)
  const [name, setName] = useState<Wording>(series?.name ?? {})
  const [shortName, setShortName] = useState<Wording>(series?.shortName ?? {})
  const [tried, setTried] = useState(false)
  const writtenIn = (wording: Wording) => (tried && !isWritten(wording) ? t('people.atLeastOne') : undefined)

  async function onSubmit() {
    setTried(true)
    if (chosen === null || !isWritten(name) || !isWritten(shortName)) return 'incomplete'
    const reply = await write('series.put', {
      series: { id: series?.id ?? null, relationshipId: chosen, name, shortName },
    })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog
      title={series === null ? t('meetings.series.new') : t('meetings.series.edit')}
      wide
      onClose={onClose}
      onSubmit={onSubmit}
    >
      <Select
        label={t('meetings.form.otherSide')}
        placeholder={t('meetings.series.chooseRelationship')}
        choices={offered
          .map(({ id, otherSide }) => ({ value: id, label: countryOf(otherSide).name[language] }))
          .toSorted(byName(language, ({ label }) => label))}
        value={chosen}
        onChange={setChosen}
        isDisabled={meetings > 0}
        {...(meetings > 0 && { hint: t('meetings.series.staysWith', { count: meetings }) })}
        error={tried && chosen === null ? t('shell.filledIn') : undefined}
      />
      <WordingFields
        label={t('meetings.form.seriesName')}
        hint={t('meetings.form.seriesNameHint')}
        languages={['id', 'en']}
        value={name}
        onChange={setName}
        error={writtenIn(name)}
      />
      <WordingFields
        label={t('meetings.form.shortName')}
        hint={t('meetings.form.shortNameHint')}
        languages={['id', 'en']}
        value={shortName}
        onChange={setShortName}
        error={writtenIn(shortName)}
      />
      {meetings > 0 && <p role="note">{t('meetings.series.inTitles', { count: meetings })}</p>}
    </FormDialog>
  )
}
