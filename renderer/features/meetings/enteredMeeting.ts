import type { Output } from '../../../shared/api/contract.ts'
import type { MeetingId, SeriesId } from '../../../shared/ids.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Meeting, Relationship, Series } from '../../../shared/meeting/meeting.ts'
import type { Side } from '../../../shared/values.ts'
import { today } from '../../i18n/format.ts'

/** A meeting as it is entered: without an id it is new, without a series its series is new. */
export type EnteredMeeting = Omit<Meeting, 'id' | 'seriesId'> & {
  readonly id: MeetingId | null
  readonly seriesId: SeriesId | null
}

export type MeetingCounts = Output<'series.meetingCounts'>

/** A meeting of today to begin with, the next of its series. */
export function newMeeting(
  seriesId: SeriesId | null,
  relationships: readonly Relationship[],
  series: readonly Series[],
  counts: MeetingCounts,
  ownSide: Side,
): EnteredMeeting {
  const relationshipId = series.find(({ id }) => id === seriesId)?.relationshipId
  const otherSide = relationships.find(({ id }) => id === relationshipId)?.otherSide
  return {
    id: null,
    seriesId,
    number: nextNumber(seriesId, counts),
    kind: null,
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

/** One more than the highest number of the series; 1 for one that is new. */
export function nextNumber(seriesId: SeriesId | null, counts: MeetingCounts): number {
  return (counts.find((one) => one.seriesId === seriesId)?.highestNumber ?? 0) + 1
}
