import type { Input } from '../../shared/api/contract.ts'
import type { Caller } from '../../shared/api/dispatch.ts'
import type { Fault } from '../../shared/fault.ts'
import { safeFileName } from '../../shared/fileName.ts'
import type { MeetingId, SeriesId } from '../../shared/ids.ts'
import { type IcsEvent, icsFile } from '../../shared/meeting/ics.ts'
import type { Action, Meeting, ProgrammeEvent } from '../../shared/meeting/meeting.ts'
import { icsDueDay, icsMeeting, icsProgrammeEvent, markedSample } from '../../shared/meeting/meetingIcs.ts'
import { meetingTitle } from '../../shared/meeting/meetingTitle.ts'
import type { SavedFile } from '../../shared/record.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type CalendarDate, Classification } from '../../shared/values.ts'
import { sha256Hex } from '../store/textChain.ts'
import { isSpanOfDays } from './calendarService.ts'
import type { OpenRecord } from './openRecord.ts'
import { invalid, notFound, type ServiceDeps } from './serviceDeps.ts'

type Asked = Input<'calendar.exportIcs'>
type Days = { readonly from: CalendarDate; readonly to: CalendarDate; readonly upTo: Classification }

/** What goes into a file: its name, and what it has of which meetings. */
type Chosen = {
  readonly name: string
  readonly meetings: readonly Meeting[]
  readonly events: readonly ProgrammeEvent[]
  readonly actions: readonly Action[]
}

const operation = 'calendar.exportIcs'
/** How many due actions are read at a time. */
const batch = 500

/** Meetings and due days for other calendars. Nothing internal leaves with them (`meetingIcs`). */
export function createIcsService({ store, records }: ServiceDeps, { desktop, saveFile, sample }: OpenRecord) {
  const { meetings, programme, actions, series, calendar } = records

  return {
    /** The log names the file before it leaves. */
    async export(asked: Asked, { client }: Caller): Promise<Result<SavedFile | null, Fault>> {
      const chosen =
        asked.what.kind === 'meeting' ? ofMeeting(asked.what.meetingId, asked) : ofDays(asked.what)
      if (!chosen.ok) return chosen
      const suggestedName = safeFileName(chosen.value.name, '.ics')
      const path = await desktop.chooseSavePath({ client, suggestedName })
      if (path === null) return ok(null)
      if (!store.db.open) return fail({ kind: 'RecordLocked' }) // while the person was choosing
      const { name } = chosen.value
      const bytes = new TextEncoder().encode(
        icsFile({
          name: sample ? markedSample(name, asked.language) : name,
          stamp: store.now(),
          events: eventsOf(chosen.value, asked),
        }),
      )
      const detail = { sha256: sha256Hex(bytes), bytes: bytes.length }
      const logged = store.change({ operation, about: name, detail }, () => ok(null))
      return logged.ok ? saveFile(path, bytes) : logged
    },
  }

  function ofMeeting(id: MeetingId, { language }: Asked): Result<Chosen, Fault> {
    const meeting = meetings.find(id)
    if (!meeting) return notFound('meeting')
    const { name, shortName } = seriesOf(meeting.seriesId)
    return ok({
      name: meetingTitle({ ...meeting, seriesName: name, shortName }, language),
      meetings: [meeting],
      events: programme.ofMeeting(id),
      actions: actions.ofMeeting(id),
    })
  }

  /** Of meetings up to a classification: those held, events, and actions due on these days. */
  function ofDays({ from, to, upTo }: Days): Result<Chosen, Fault> {
    if (!isSpanOfDays({ from, to })) return invalid('what.to: not a span')
    const isIn = ({ classification }: Meeting) =>
      Classification.options.indexOf(classification) <= Classification.options.indexOf(upTo)
    const found = (id: MeetingId) => {
      const meeting = meetings.find(id)
      return meeting && isIn(meeting) ? [meeting] : []
    }
    return ok({
      name: `Sepaham ${from} – ${to}`,
      meetings: meetings.between(from, to).flatMap(({ id }) => found(id)),
      events: calendar
        .events({ from, to })
        .filter(({ meetingId }) => found(meetingId).length > 0)
        .map(({ event }) => event),
      actions: dueOn({ from, to }).filter(({ meetingId }) => found(meetingId).length > 0),
    })
  }

  function dueOn({ from, to }: Pick<Days, 'from' | 'to'>): readonly Action[] {
    const due: Action[] = []
    let place = { day: from, id: '' }
    for (;;) {
      const rows = actions.listed({ show: 'open', side: null, seriesId: null }, place, batch)
      for (const { action } of rows) if (action.dueOn !== null && action.dueOn <= to) due.push(action)
      const last = rows.at(-1)?.action
      if (!last?.dueOn || last.dueOn > to || rows.length < batch) return due
      place = { day: last.dueOn, id: last.id }
    }
  }

  function eventsOf(chosen: Chosen, { language, dueDays, alarm }: Asked): readonly IcsEvent[] {
    const sequence = store.auditHead([operation]).seq // it grows with every change of the record
    const made = { language, sequence, alarm }
    const meantBy = (id: MeetingId) => {
      const meeting = meetings.find(id)
      if (!meeting) throw new Error(`Nothing is of the meeting ${id}`)
      return { meeting, series: seriesOf(meeting.seriesId) }
    }
    return [
      ...chosen.meetings.map((meeting) => icsMeeting(meantBy(meeting.id), made)),
      ...chosen.events.flatMap((event) => icsProgrammeEvent(event, meantBy(event.meetingId), made) ?? []),
      ...(dueDays
        ? chosen.actions.flatMap((action) => icsDueDay(action, meantBy(action.meetingId), made) ?? [])
        : []),
    ]
  }

  function seriesOf(id: SeriesId) {
    const found = series.find(id)
    if (!found) throw new Error(`There is no series ${id}`)
    return found
  }
}
