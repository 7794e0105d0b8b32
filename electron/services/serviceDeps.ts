import type { Written } from '../../shared/api/contract.ts'
import type { Fault, Reference, Thing } from '../../shared/fault.ts'
import type { AgendaItemId, DecisionId } from '../../shared/ids.ts'
import { writtenNumber, type Meeting, type SeriesNumber } from '../../shared/meeting/meeting.ts'
import { fail, type Result } from '../../shared/result.ts'
import { inLanguage, type CalendarDate, type Side, type Wording } from '../../shared/values.ts'
import type { Repositories } from '../store/repositories.ts'
import type { Store } from '../store/store.ts'
import type { TextPlace } from '../store/textRepository.ts'

/** What the services of meetings work on. */
export type ServiceDeps = {
  readonly store: Store
  readonly records: Repositories
  readonly ownSide: Side
}

/** What a write comes to: the value with the token that takes the act back, or a fault. */
export type Writing<T> = Result<Written<T>, Fault>

/** A wording as the history and lists of references name it. */
export function called(wording: Wording): string {
  return inLanguage(wording, 'id')
}

/** A numbered thing as the history names it: "2/2025/3 Menunjuk narahubung". */
export function numbered(number: SeriesNumber, wording: Wording): string {
  return `${writtenNumber(number)} ${called(wording)}`
}

export function notFound(what: Thing): Result<never, Fault> {
  return fail({ kind: 'NotFound', what })
}

/** What the contract cannot say of an input, in its form: where, and what. */
export function invalid(...problems: readonly string[]): Result<never, Fault> {
  return fail({ kind: 'InvalidInput', problems })
}

/** Refuses to remove what others refer to; null where nobody does. */
export function refusedFor(references: readonly Reference[]): Result<never, Fault> | null {
  return references.length === 0 ? null : fail({ kind: 'StillReferredTo', by: references })
}

export function reference(what: Thing, name: string, on: CalendarDate | null = null): Reference {
  return { what, name, on }
}

/** Texts in which a thing is said, as references. */
export function texts(places: readonly TextPlace[]): readonly Reference[] {
  return places.map(({ title, on }) => reference('text', called(title), on))
}

/**
 * Where a thing is said: in texts, and in those of items that came off an agenda, since they come back with their words.
 */
export function saidIn(
  records: Repositories,
  kind: Parameters<Repositories['texts']['saying']>[0],
  id: string,
): readonly Reference[] {
  return [
    ...texts(records.texts.saying(kind, id)),
    ...records.texts
      .sayingTakenOff(kind, id)
      .map(({ title, on }) => reference('itemTakenOff', called(title), on)),
  ]
}

/** The items of later agendas in which an item goes on, or what a decision deferred. */
export function goingOn(records: Repositories, id: AgendaItemId | DecisionId): readonly Reference[] {
  return records.agenda
    .following(id)
    .map(({ item }) =>
      reference('agendaItem', called(item.title), records.meetings.find(item.meetingId)?.heldOn ?? null),
    )
}

/** The sides that meet: the record's own and the other of the relationship; null where the meeting is gone. */
export function sidesOf(
  records: Repositories,
  meetingId: Meeting['id'],
): { readonly meeting: Meeting; readonly sides: readonly Side[] } | null {
  const meeting = records.meetings.find(meetingId)
  if (!meeting) return null
  const series = records.series.find(meeting.seriesId)
  const relationship = series && records.relationships.find(series.relationshipId)
  if (!relationship) throw new Error(`Meeting ${meetingId} stands in no relationship`)
  return { meeting, sides: [relationship.ownSide, relationship.otherSide] }
}

/** The calendar date where this computer stands. */
export function today(store: Pick<Store, 'now'>): CalendarDate {
  const zone = Temporal.Now.timeZoneId()
  return Temporal.Instant.from(store.now()).toZonedDateTimeISO(zone).toPlainDate().toString()
}
