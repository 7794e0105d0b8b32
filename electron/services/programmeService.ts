import type { Input } from '../../shared/api/contract.ts'
import { ProgrammeEventId } from '../../shared/ids.ts'
import type { ProgrammeEvent } from '../../shared/meeting/meeting.ts'
import { isTimeSpan } from '../../shared/meeting/timeSpan.ts'
import { fail, ok } from '../../shared/result.ts'
import { called, invalid, notFound, type ServiceDeps, type Writing } from './serviceDeps.ts'

/** The programme around a meeting: sessions, visits, calls. */
export function createProgrammeService({ store, records }: ServiceDeps) {
  const { programme, meetings } = records

  return {
    put({ event: { id, ...rest } }: Input<'programme.put'>): Writing<ProgrammeEvent> {
      const former = id === null ? null : programme.find(id)
      if (id !== null && !former) return notFound('programmeEvent')
      if (!meetings.find(rest.meetingId)) return notFound('meeting')
      if (former && former.meetingId !== rest.meetingId) return invalid('event.meetingId: fixed')
      if (!isTimeSpan(rest)) return fail({ kind: 'EndsBeforeItStarts' })
      const event: ProgrammeEvent = { ...rest, id: id ?? ProgrammeEventId.parse(store.newId()) }
      return store.change({ operation: 'programme.put', about: called(event.title) }, () => {
        programme.put(event)
        return ok(event)
      })
    },

    remove({ eventId }: Input<'programme.remove'>): Writing<null> {
      const event = programme.find(eventId)
      if (!event) return notFound('programmeEvent')
      return store.change({ operation: 'programme.remove', about: called(event.title) }, () => {
        programme.remove(eventId)
        return ok(null)
      })
    },
  }
}
