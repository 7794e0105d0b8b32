import type { Input } from '../../shared/api/contract.ts'
import type { Caller } from '../../shared/api/dispatch.ts'
import type { Fault } from '../../shared/fault.ts'
import type { MeetingId, TextId } from '../../shared/ids.ts'
import type { SettledBracket, Settling, TalkedAt } from '../../shared/mou/settledBracket.ts'
import type { SavedText } from '../../shared/record.ts'
import { isNumbered } from '../../shared/meeting/itemNumbers.ts'
import { ok, type Result } from '../../shared/result.ts'
import { Instant } from '../../shared/values.ts'
import { meetingName } from './meetingName.ts'
import { notFound, type ServiceDeps, type Writing } from './serviceDeps.ts'
import type { TextService } from './textService.ts'

/** At which meetings the brackets of an instrument came up and were settled. */
export function createBracketService({ store, records }: ServiceDeps, texts: TextService) {
  const { mous, meetings, agenda, actions, settledBrackets } = records

  /** The meeting that a link leads to; figures belong to none. */
  function meetingOf({ kind, id }: ReturnType<typeof mous.links>[number]): MeetingId | null {
    if (kind === 'meeting') return id
    if (kind === 'agendaItem') return agenda.find(id)?.item.meetingId ?? null
    return kind === 'action' ? (actions.find(id)?.meetingId ?? null) : null
  }

  /** The item is left out if it is not, or no longer, one of that meeting. */
  function noted(textId: TextId, settling: Settling): SettledBracket {
    const item = settling.itemId === null ? null : agenda.find(settling.itemId)?.item
    return {
      ...{ textId, ...settling, itemId: item?.meetingId === settling.meetingId ? settling.itemId : null },
      ...{ settledAt: Instant.parse(store.now()), settledBy: store.officer.name },
    }
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
      records.texts.head(textId) ? ok(settledBrackets.ofText(textId)) : notFound('text'),

    /** Steps of a text with what they did to its brackets: both are kept, or neither. */
    settle(
      { textId, revision, steps, settled, standing }: Input<'bracket.settle'>,
      caller: Caller,
    ): Writing<SavedText> {
      const clauses = settledBrackets.ofText(textId).filter(({ bracketId }) => standing.includes(bracketId))
      const saved = texts.save({ textId, revision, steps }, caller, {
        operation: settled.length > 0 ? 'bracket.settle' : 'bracket.unsettle',
        about: [...new Set([...settled, ...clauses].map(({ clause }) => clause))].join(', '),
        write() {
          for (const bracketId of standing) settledBrackets.remove(textId, bracketId)
          for (const one of settled) settledBrackets.put(noted(textId, one))
        },
      })
      return saved.ok ? ok({ value: saved.value, undo: null }) : saved
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
