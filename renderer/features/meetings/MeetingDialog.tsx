import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Form } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/api/contract.ts'
import type { Fault } from '../../../shared/fault.ts'
import type { MeetingId, SeriesId } from '../../../shared/ids.ts'
import { countries, countryOf } from '../../../shared/meeting/countries.ts'
import {
  type Meeting,
  MeetingStatus,
  type Relationship,
  type Series,
} from '../../../shared/meeting/meeting.ts'
import {
  type CalendarDate,
  Classification,
  type ComposedLanguage,
  inLanguage,
  type LocalTime,
  type Side,
  type TimeZone,
  type Wording,
} from '../../../shared/values.ts'
import { isCalledOff, mayBecome } from '../../../shared/meeting/meetingStatus.ts'
import { daysToEnd, endsOn, isTimeSpan } from '../../../shared/meeting/timeSpan.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { clockLabel, formatDate, offsetLabel, today, zoneCity } from '../../i18n/format.ts'
import { byName } from '../../i18n/byName.ts'
import { useLanguage } from '../../i18n/words.ts'
import { useOpenRecord } from '../../shell/openRecord.ts'
import { Button } from '../../ui/Button.tsx'
import { CountryField } from '../../ui/CountryField.tsx'
import { DateField, TimeField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import form from '../../ui/form.module.css'
import { Loaded } from '../../ui/Loaded.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'
import { classificationWords, statusWords } from './meetingLabels.ts'

type Props = {
  /** Null: a new meeting. */
  readonly meetingId: MeetingId | null
  readonly onClose: () => void
  readonly onSaved: (meeting: Meeting) => void
}

/** What a meeting is, where and when; for a new one also its series, which may be new as well. */
export function MeetingDialog({ meetingId, onClose, onSaved }: Props) {
  const { t } = useTranslation()
  const formId = useId()
  const title = meetingId === null ? t('meetings.new') : t('meetings.edit')
  const relationships = useRead('relationship.list', {})
  const series = useRead('series.list', { relationshipId: null })
  const counts = useRead('series.meetingCounts', {})
  const { ownSide } = useOpenRecord()
  return (
    <Dialog
      title={title}
      isOpen
      keepsWords
      onClose={onClose}
      wide
      buttons={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button variant="primary" type="submit" form={formId}>
            {meetingId === null ? t('meetings.form.make') : t('shell.save')}
          </Button>
        </>
      }
    >
      <Loaded reading={relationships}>
        {(relationships) => (
          <Loaded reading={series}>
            {(series) =>
              meetingId === null ? (
                <Loaded reading={counts}>
                  {(counts) => (
                    <MeetingForm
                      formId={formId}
                      relationships={relationships}
                      series={series}
                      counts={counts}
                      start={newMeeting(series[0]?.id ?? null, relationships, series, counts, ownSide)}
                      onSaved={onSaved}
                    />
                  )}
                </Loaded>
              ) : (
                <Edited meetingId={meetingId}>
                  {(meeting) => (
                    <MeetingForm
                      formId={formId}
                      relationships={relationships}
                      series={series}
                      counts={[]}
                      start={meeting}
                      onSaved={onSaved}
                    />
                  )}
                </Edited>
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Dialog>
  )
}

function Edited(props: {
  readonly meetingId: MeetingId
  readonly children: (meeting: Meeting) => ReactNode
}) {
  const reading = useRead('meeting.dossier', { meetingId: props.meetingId })
  return <Loaded reading={reading}>{({ meeting }) => props.children(meeting)}</Loaded>
}

/** A meeting as it is entered: without an id it is new, without a series its series is new. */
type Entered = Omit<Meeting, 'id' | 'seriesId'> & {
  readonly id: MeetingId | null
  readonly seriesId: SeriesId | null
}

const newSeries = 'new'

function MeetingForm(props: {
  readonly formId: string
  readonly relationships: readonly Relationship[]
  readonly series: readonly Series[]
  /** From which the next number of a series is suggested; empty for a meeting that has one. */
  readonly counts: Counts
  readonly start: Entered
  readonly onSaved: (meeting: Meeting) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { ownSide } = useOpenRecord()
  const { formId, relationships, series, counts, start, onSaved } = props
  const [meeting, setMeeting] = useState<Entered>(start)
  const [otherSide, setOtherSide] = useState<Side | null>(null)
  const [name, setName] = useState<Wording>({})
  const [shortName, setShortName] = useState<Wording>({})
  const [heldOn, setHeldOn] = useState<CalendarDate | null>(start.heldOn)
  const [from, setFrom] = useState<LocalTime | null>(start.from)
  const [to, setTo] = useState<LocalTime | null>(start.to)
  const [tried, setTried] = useState(false)
  const [fault, setFault] = useState<Fault | null>(null)
  const change = (changed: Partial<Entered>) => setMeeting((before) => ({ ...before, ...changed }))
  const isNewSeries = meeting.seriesId === null
  const filledIn = t('shell.filledIn')
  const isOff = isCalledOff(meeting.status)
  const hasReason = (meeting.statusReason ?? '').trim() !== ''
  const writtenIn = (wording: Wording) => (tried && !isWritten(wording) ? t('people.atLeastOne') : undefined)
  const endsFirst = from !== null && to !== null && !isTimeSpan({ from, to })

  const span = from !== null && to !== null && !endsFirst ? { from, to } : null
  const nextDay =
    heldOn !== null && span !== null && daysToEnd(span) > 0
      ? t('meeting.endsNextDay', { date: formatDate(endsOn(heldOn, span), language, 'dayMonth') })
      : undefined

  function chooseSide(side: Side | null) {
    setOtherSide(side)
    const zone = side === null ? undefined : countryOf(side).zones[0]
    if (zone !== undefined) change({ counterpartZone: zone })
  }

  async function onSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    setFault(null)
    if (heldOn === null || from === null || to === null || endsFirst || !isWritten(meeting.place)) return
    if (!Number.isInteger(meeting.number) || (isOff && !hasReason)) return
    const seriesId = meeting.seriesId ?? (await addSeries())
    if (seriesId === null) return
    const reply = await write('meeting.put', { meeting: { ...meeting, seriesId, heldOn, from, to } })
    if (reply.ok) onSaved(reply.value.value)
    else setFault(reply.fault)
  }

  /** The id of the series that was entered with the meeting; null if it could not be added. */
  async function addSeries(): Promise<SeriesId | null> {
    if (otherSide === null || !isWritten(name) || !isWritten(shortName)) return null
    const known = relationships.find((relationship) => relationship.otherSide === otherSide)
    const added = known ? null : await write('relationship.add', { otherSide })
    if (added && !added.ok) {
      setFault(added.fault)
      return null
    }
    const relationshipId = known?.id ?? added?.value.value.id
    if (relationshipId === undefined) return null
    const put = await write('series.put', { series: { id: null, relationshipId, name, shortName } })
    if (!put.ok) {
      setFault(put.fault)
      return null
    }
    change({ seriesId: put.value.value.id }) // should the meeting be refused, the series is not added twice
    return put.value.value.id
  }

  return (
    <Form id={formId} className={form.form ?? ''} onSubmit={(event) => void onSubmit(event)}>
      {fault && <FaultNotice fault={fault} />}
      <div className={form.row}>
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
      {isNewSeries && (
        <>
          <CountryField
            label={t('meetings.form.otherSide')}
            value={otherSide}
            onChange={chooseSide}
            except={[ownSide]}
            error={tried && otherSide === null ? filledIn : undefined}
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
        </>
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
          error={writtenIn(meeting.place)}
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

function ZoneField(props: {
  readonly label: string
  readonly value: TimeZone
  readonly onChange: (zone: TimeZone) => void
  readonly on: CalendarDate | null
}) {
  const { label, value, onChange } = props
  const on = props.on ?? today()
  const zones = [...new Set([...countries.flatMap((country) => country.zones), value])]
  return (
    <Select
      label={label}
      value={value}
      onChange={onChange}
      choices={zones.map((zone) => {
        const clock = clockLabel(zone, on)
        const offset = offsetLabel(zone, on)
        return {
          value: zone,
          label: `${zoneCity(zone)} (${clock === offset ? offset : `${clock}, ${offset}`})`,
        }
      })}
    />
  )
}

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

function newMeeting(
  seriesId: SeriesId | null,
  relationships: readonly Relationship[],
  series: readonly Series[],
  counts: Counts,
  ownSide: Side,
): Entered {
  const relationshipId = series.find(({ id }) => id === seriesId)?.relationshipId
  const otherSide = relationships.find(({ id }) => id === relationshipId)?.otherSide
  return {
    id: null,
    seriesId,
    number: nextNumber(seriesId, counts),
    title: {},
    status: 'planned',
    classification: 'open',
    place: {},
    venue: '',
    zone: countryOf(ownSide).zones[0] ?? 'Asia/Jakarta',
    counterpartZone: (otherSide && countryOf(otherSide).zones[0]) ?? 'Asia/Phnom_Penh',
    heldOn: today(),
    from: '09:00',
    to: '12:00',
    languages: ['en', 'id'],
    agendaAdoptedOn: null,
    next: null,
  }
}

type Counts = Output<'series.meetingCounts'>

/** One more than the highest number of the series; 1 for one that is new. */
function nextNumber(seriesId: SeriesId | null, counts: Counts): number {
  return (counts.find((one) => one.seriesId === seriesId)?.highestNumber ?? 0) + 1
}
