import type { Input } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import type { MeetingId } from '../../shared/ids.ts'
import type { SettledBracket, TalkedAt } from '../../shared/mou/settledBracket.ts'
import { isNumbered } from '../../shared/meeting/itemNumbers.ts'
import { ok, type Result } from '../../shared/result.ts'
import { Instant } from '../../shared/values.ts'
import { meetingName } from './meetingName.ts'
import { invalid, notFound, type ServiceDeps, type Writing } from './serviceDeps.ts'

/** At which meetings the brackets of an instrument came up and were settled. */
export function createBracketService({ store, records }: ServiceDeps) {
  const { mous, meetings, agenda, actions, settledBrackets, texts } = records

  /** The meeting that a link leads to; figures belong to none. */
  function meetingOf({ kind, id }: ReturnType<typeof mous.links>[number]): MeetingId | null {
    if (kind === 'meeting') return id
    if (kind === 'agendaItem') return agenda.find(id)?.item.meetingId ?? null
    return kind === 'action' ? (actions.find(id)?.meetingId ?? null) : null
  }

  return {
    meetings({ mouId }: Input<'bracket.meetings'>): Result<readonly TalkedAt[], Fault> {
      if (!mous.find(mouId)) return notFound('mou')
      const ids = new Set(mous.links(mouId).map(meetingOf))
      const found = [...ids].flatMap((id): TalkedAt[] => {
        const meeting = id && meetings.find(id)
        if (!meeting) return []
        const items = agenda.ofMeeting(meeting.id).filter(({ item }) => isNumbered(item))
        return [
          {
            meetingId: meeting.id,
            name: meetingName(meeting, records),
            on: meeting.heldOn,
            items: items.map(({ item }) => ({ id: item.id, title: item.title })),
          },
        ]
      })
      return ok(found.toSorted((one, other) => (one.on < other.on ? 1 : -1)))
    },

    settled: ({ textId }: Input<'bracket.settled'>): Result<readonly SettledBracket[], Fault> =>
      texts.head(textId) ? ok(settledBrackets.ofText(textId)) : notFound('text'),

    settle({ settled }: Input<'bracket.settle'>): Writing<SettledBracket> {
      const { textId, meetingId, itemId } = settled
      if (!texts.head(textId)) return notFound('text')
      if (meetingId !== null && !meetings.find(meetingId)) return notFound('meeting')
      const item = itemId === null ? null : agenda.find(itemId)?.item
      if (item === undefined) return notFound('agendaItem')
      if (item && item.meetingId !== meetingId) return invalid('settled.itemId: otherMeeting')
      const noted: SettledBracket = {
        ...settled,
        settledAt: Instant.parse(store.now()),
        settledBy: store.officer.name,
      }
      return store.change({ operation: 'bracket.settle', about: settled.clause }, () => {
        settledBrackets.put(noted)
        return ok(noted)
      })
    },

    unsettle({ textId, bracketId }: Input<'bracket.unsettle'>): Writing<null> {
      const noted = settledBrackets.ofText(textId).find((one) => one.bracketId === bracketId)
      if (!noted) return notFound('text')
      return store.change({ operation: 'bracket.unsettle', about: noted.clause }, () => {
        settledBrackets.remove(textId, bracketId)
        return ok(null)
      })
    },
  }
}
