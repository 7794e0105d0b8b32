import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import type { SeriesId } from '../../../shared/ids.ts'
import type { Relationship } from '../../../shared/meeting/meeting.ts'
import type { Side, Wording } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useOpenRecord } from '../../shell/openRecord.ts'
import { CountryField } from '../../ui/CountryField.tsx'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'

type NewSeries = { readonly otherSide: Side | null; readonly name: Wording; readonly shortName: Wording }

/** With whom the new series of a meeting is, and what it is called. */
export function NewSeriesFields(props: {
  readonly value: NewSeries
  readonly onChange: (change: Partial<NewSeries>) => void
  /** Somebody tried to save: what is missing is said. */
  readonly tried: boolean
}) {
  const { t } = useTranslation()
  const { ownSide } = useOpenRecord()
  const { value, onChange, tried } = props
  const { otherSide, name, shortName } = value
  const writtenIn = (wording: Wording) => (tried && !isWritten(wording) ? t('people.atLeastOne') : undefined)
  return (
    <>
      <CountryField
        label={t('meetings.form.otherSide')}
        value={otherSide}
        onChange={(otherSide) => onChange({ otherSide })}
        except={[ownSide]}
        error={tried && otherSide === null ? t('shell.filledIn') : undefined}
      />
      <WordingFields
        label={t('meetings.form.seriesName')}
        hint={t('meetings.form.seriesNameHint')}
        languages={['id', 'en']}
        value={name}
        onChange={(name) => onChange({ name })}
        error={writtenIn(name)}
      />
      <WordingFields
        label={t('meetings.form.shortName')}
        hint={t('meetings.form.shortNameHint')}
        languages={['id', 'en']}
        value={shortName}
        onChange={(shortName) => onChange({ shortName })}
        error={writtenIn(shortName)}
      />
    </>
  )
}

/** A series that is entered along with its first meeting. */
export function useNewSeries(relationships: readonly Relationship[]) {
  const write = useWrite()
  const [value, setValue] = useState<NewSeries>({ otherSide: null, name: {}, shortName: {} })
  return {
    value,
    change: (changed: Partial<NewSeries>) => setValue((before) => ({ ...before, ...changed })),
    /** The id of the series once it is added, with the relationship where there is none yet; null: something is missing. */
    async add(): Promise<SeriesId | Fault | null> {
      const { otherSide, name, shortName } = value
      if (otherSide === null || !isWritten(name) || !isWritten(shortName)) return null
      const known = relationships.find((relationship) => relationship.otherSide === otherSide)
      const added = known ? null : await write('relationship.add', { otherSide })
      if (added && !added.ok) return added.fault
      const relationshipId = known?.id ?? added?.value.value.id
      if (relationshipId === undefined) return null
      const put = await write('series.put', { series: { id: null, relationshipId, name, shortName } })
      return put.ok ? put.value.value.id : put.fault
    },
  }
}
