import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countries } from '../../../shared/meeting/countries.ts'
import type { Meeting } from '../../../shared/meeting/meeting.ts'
import { Classification, type ComposedLanguage } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { clockLabel, offsetLabel, zoneCity } from '../../i18n/format.ts'
import { DateField, TimeField } from '../../ui/DateField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Fields, FormDialog, Row } from './FormDialog.tsx'
import { useMeeting } from './MeetingContext.ts'
import { classificationWords, languageWords } from './meetingWords.ts'
import { saysSomething, WordingFields } from './wording.tsx'

/** All that is said about the meeting itself. */
export function EditMeetingDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const write = useWrite()
  const { dossier } = useMeeting()
  const [meeting, setMeeting] = useState<Meeting>(dossier.meeting)
  const [tried, setTried] = useState(false)
  const set = (changes: Partial<Meeting>) => setMeeting((before) => ({ ...before, ...changes }))
  const next = meeting.next ?? { place: {}, when: {} }
  const zones = zoneChoices(meeting)
  const noPlace = tried && !saysSomething(meeting.place)
  const noNumber = tried && !(meeting.number >= 1)

  async function save() {
    setTried(true)
    if (!saysSomething(meeting.place) || !(meeting.number >= 1)) return 'incomplete'
    const hasNext = saysSomething(next.place) || saysSomething(next.when)
    const reply = await write('meeting.put', { meeting: { ...meeting, next: hasNext ? next : null } })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog title={t('meeting.edit')} onClose={onClose} onSubmit={save} wide>
      <Row>
        <NumberField
          label={t('meeting.number')}
          value={meeting.number}
          onChange={(number) => set({ number })}
          minValue={1}
          maxValue={999}
          wholeNumbers
          error={noNumber ? t('shell.filledIn') : undefined}
        />
        <Select
          label={t('meeting.classificationLabel')}
          value={meeting.classification}
          onChange={(classification) => set({ classification })}
          choices={Classification.options.map((value) => ({ value, label: t(classificationWords[value]) }))}
        />
        <Select
          label={t('meeting.minutesLanguages')}
          value={meeting.languages.join(',') as LanguageChoice}
          onChange={(value) => set({ languages: value.split(',') as ComposedLanguage[] })}
          choices={languageChoices.map((value) => ({
            value,
            label: value
              .split(',')
              .map((one) => t(languageWords[one as ComposedLanguage]))
              .join(' + '),
          }))}
          hint={t('meeting.minutesLanguagesHint')}
        />
      </Row>
      <WordingFields
        label={t('meeting.ownTitle')}
        value={meeting.title}
        onChange={(title) => set({ title })}
      />
      <Fields legend={t('meeting.placeAndTime')}>
        <Row>
          <WordingFields
            label={t('meeting.place')}
            value={meeting.place}
            onChange={(place) => set({ place })}
            error={noPlace ? t('shell.filledIn') : undefined}
          />
        </Row>
        <TextField
          label={t('meeting.venue')}
          value={meeting.venue}
          onChange={(venue) => set({ venue })}
          maxLength={200}
        />
        <Row>
          <DateField
            label={t('meeting.heldOn')}
            value={meeting.heldOn}
            onChange={(heldOn) => heldOn !== null && set({ heldOn })}
          />
          <TimeField
            label={t('meeting.from')}
            value={meeting.from}
            onChange={(from) => from !== null && set({ from })}
          />
          <TimeField
            label={t('meeting.to')}
            value={meeting.to}
            onChange={(to) => to !== null && set({ to })}
          />
        </Row>
        <Row>
          <ComboBox
            label={t('meeting.zone')}
            value={meeting.zone}
            onChange={(zone) => zone !== null && set({ zone })}
            choices={zones}
            nothing={t('meeting.noZone')}
          />
          <ComboBox
            label={t('meeting.counterpartZone')}
            value={meeting.counterpartZone}
            onChange={(counterpartZone) => counterpartZone !== null && set({ counterpartZone })}
            choices={zones}
            nothing={t('meeting.noZone')}
          />
        </Row>
      </Fields>
      <Fields legend={t('meeting.nextMeeting')}>
        <Row>
          <WordingFields
            label={t('meeting.place')}
            value={next.place}
            onChange={(place) => set({ next: { ...next, place } })}
          />
        </Row>
        <Row>
          <WordingFields
            label={t('meeting.nextWhen')}
            value={next.when}
            onChange={(when) => set({ next: { ...next, when } })}
          />
        </Row>
      </Fields>
    </FormDialog>
  )
}

const languageChoices = ['en', 'id', 'en,id', 'id,en'] as const
type LanguageChoice = (typeof languageChoices)[number]

/** The zones of the countries of the field, by city, and whatever the meeting has already. */
function zoneChoices({ zone, counterpartZone, heldOn }: Meeting) {
  const zones = new Set([...countries.flatMap((country) => country.zones), zone, counterpartZone])
  return [...zones].map((value) => ({
    value,
    label: `${zoneCity(value)} (${clockLabel(value, heldOn)})`,
    hint: offsetLabel(value, heldOn),
  }))
}
