import { type FormEvent, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import {
  type Meeting,
  MeetingStatus,
  type Relationship,
  type Series,
} from '../../../shared/meeting/meeting.ts'
import { isCalledOff, mayBecome } from '../../../shared/meeting/meetingStatus.ts'
import { daysToEnd, endsOn, isTimeSpan } from '../../../shared/meeting/timeSpan.ts'
import {
  type CalendarDate,
  Classification,
  type ComposedLanguage,
  inLanguage,
  type LocalTime,
} from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { byName } from '../../i18n/byName.ts'
import { formatDate } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { DateField, TimeField } from '../../ui/DateField.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import form from '../../ui/form.module.css'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'
import { type EnteredMeeting, type MeetingCounts, nextNumber } from './enteredMeeting.ts'
import { KindSelect } from './KindSelect.tsx'
import { classificationWords, statusWords } from './meetingLabels.ts'
import { NewSeriesFields, useNewSeries } from './NewSeriesFields.tsx'
import { ZoneField } from './ZoneField.tsx'

const newSeries = 'new'

/** What a meeting is, where and when, as it is entered and saved. */
export function MeetingForm(props: {
  readonly formId: string
  readonly relationships: readonly Relationship[]
  readonly series: readonly Series[]
  /** From which the next number of a series is suggested; empty for a meeting that has one. */
  readonly counts: MeetingCounts
  readonly start: EnteredMeeting
  readonly onSaved: (meeting: Meeting) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { formId, relationships, series, counts, start, onSaved } = props
  const [meeting, setMeeting] = useState<EnteredMeeting>(start)
  const newOne = useNewSeries(relationships)
  const [heldOn, setHeldOn] = useState<CalendarDate | null>(start.heldOn)
  const [from, setFrom] = useState<LocalTime | null>(start.from)
  const [to, setTo] = useState<LocalTime | null>(start.to)
  const [tried, setTried] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const change = (changed: Partial<EnteredMeeting>) => setMeeting((before) => ({ ...before, ...changed }))
  const filledIn = t('shell.filledIn')
  const isOff = isCalledOff(meeting.status)
  const hasReason = (meeting.statusReason ?? '').trim() !== ''
  const endsFirst = from !== null && to !== null && !isTimeSpan({ from, to })

  const span = from !== null && to !== null && !endsFirst ? { from, to } : null
  const nextDay =
    heldOn !== null && span !== null && daysToEnd(span) > 0
      ? t('meeting.endsNextDay', { date: formatDate(endsOn(heldOn, span), language, 'dayMonth') })
      : undefined

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    setFault(null)
    if (heldOn === null || from === null || to === null || endsFirst || !isWritten(meeting.place)) return
    if (!Number.isInteger(meeting.number) || (isOff && !hasReason)) return
    const seriesId = meeting.seriesId ?? (await newOne.add())
    if (seriesId === null) return
    if (typeof seriesId !== 'string') return setFault(seriesId)
    change({ seriesId }) // should the meeting be refused, the series is not added twice
    const reply = await write('meeting.put', { meeting: { ...meeting, seriesId, heldOn, from, to } })
    if (reply.ok) onSaved(reply.value.value)
    else setFault(reply.fault)
  }

  return (
    <Form id={formId} className={form.form ?? ''} onSubmit={(event) => void onSubmit(event)}>
      {fault && <FaultNotice fault={fault} />}
      <Select
        label={t('meetings.form.series')}
        value={meeting.seriesId ?? newSeries}
        onChange={(id) => {
          const chosen = series.find((one) => one.id === id)
          change({
            seriesId: chosen?.id ?? null,
            ...(meeting.id === null && { number: nextNumber(chosen?.id ?? null, counts) }),
          })
        }}
        choices={[
          ...series
            .map((one) => ({
              value: one.id as string,
              label: seriesLabel(one, relationships, language),
            }))
            .toSorted(byName(language, ({ label }) => label)),
          { value: newSeries, label: t('meetings.form.newSeries') },
        ]}
      />
      <div className={form.row}>
        <KindSelect
          none={t('meetings.kindNotStated')}
          value={meeting.kind}
          onChange={(kind) => change({ kind })}
        />
        <NumberField
          label={t('meetings.form.number')}
          wholeNumbers
          minValue={1}
          maxValue={999}
          value={meeting.number}
          onChange={(number) => change({ number })}
          error={tried && !Number.isInteger(meeting.number) ? filledIn : undefined}
        />
      </div>
      {meeting.seriesId === null && (
        <NewSeriesFields
          value={newOne.value}
          tried={tried}
          onChange={(changed) => {
            newOne.change(changed)
            const [zone] = changed.otherSide ? countryOf(changed.otherSide).zones : []
            if (zone !== undefined) change({ counterpartZone: zone })
          }}
        />
      )}
      <WordingFields
        label={t('meetings.form.ownTitle')}
        languages={['id', 'en']}
        value={meeting.title}
        onChange={(title) => change({ title })}
      />
      <fieldset className={form.group}>
        <legend className={form.legend}>{t('meetings.form.where')}</legend>
        <WordingFields
          label={t('meetings.form.place')}
          languages={['id', 'en']}
          value={meeting.place}
          onChange={(place) => change({ place })}
          error={tried && !isWritten(meeting.place) ? t('people.atLeastOne') : undefined}
        />
        <TextField
          label={t('meetings.form.venue')}
          maxLength={200}
          value={meeting.venue}
          onChange={(venue) => change({ venue })}
        />
        <div className={form.row}>
          <ZoneField
            label={t('meetings.form.zone')}
            value={meeting.zone}
            onChange={(zone) => change({ zone })}
            on={heldOn}
          />
          <ZoneField
            label={t('meetings.form.counterpartZone')}
            value={meeting.counterpartZone}
            onChange={(counterpartZone) => change({ counterpartZone })}
            on={heldOn}
          />
        </div>
      </fieldset>
      <fieldset className={form.group}>
        <legend className={form.legend}>{t('meetings.form.when')}</legend>
        <div className={form.row}>
          <DateField
            label={t('meetings.form.heldOn')}
            value={heldOn}
            onChange={setHeldOn}
            error={tried && heldOn === null ? filledIn : undefined}
          />
          <TimeField
            label={t('meetings.form.from')}
            value={from}
            onChange={setFrom}
            error={tried && from === null ? filledIn : undefined}
          />
          <TimeField
            label={t('meetings.form.to')}
            value={to}
            onChange={setTo}
            hint={nextDay}
            error={
              tried
                ? to === null
                  ? filledIn
                  : endsFirst
                    ? t('meetings.form.endsFirst')
                    : undefined
                : undefined
            }
          />
        </div>
      </fieldset>
      <fieldset className={form.group}>
        <legend className={form.legend}>{t('meetings.form.paper')}</legend>
        <div className={form.row}>
          <Select
            label={t('meetings.form.languages')}
            value={meeting.languages.join('+') as Languages}
            onChange={(chosen) => change({ languages: chosen.split('+') as ComposedLanguage[] })}
            choices={[
              { value: 'en+id', label: t('meetings.form.languagesBoth') },
              { value: 'id+en', label: t('meetings.form.languagesBothIdFirst') },
              { value: 'en', label: t('meetings.form.languagesEn') },
              { value: 'id', label: t('meetings.form.languagesId') },
            ]}
          />
          <Select
            label={t('meetings.form.classification')}
            value={meeting.classification}
            onChange={(classification) => change({ classification })}
            choices={Classification.options.map((value) => ({ value, label: t(classificationWords[value]) }))}
          />
          <Select
            label={t('meetings.form.status')}
            value={meeting.status}
            onChange={(status) => change({ status })}
            choices={MeetingStatus.options
              .filter((value) => mayBecome(start.status, value))
              .map((value) => ({ value, label: t(statusWords[value]) }))}
          />
        </div>
        {isOff && (
          <TextField
            label={t('meetings.callOff.reason')}
            value={meeting.statusReason ?? ''}
            onChange={(reason) => change({ statusReason: reason === '' ? undefined : reason })}
            maxLength={400}
            error={tried && !hasReason ? filledIn : undefined}
          />
        )}
      </fieldset>
    </Form>
  )
}

/** The first is the language of the originals. */
type Languages = 'en+id' | 'id+en' | 'en' | 'id'

function seriesLabel(
  { name, relationshipId }: Series,
  relationships: readonly Relationship[],
  language: ComposedLanguage,
): string {
  const side = relationships.find(({ id }) => id === relationshipId)?.otherSide
  return side === undefined
    ? inLanguage(name, language)
    : `${countryOf(side).name[language]}: ${inLanguage(name, language)}`
}
