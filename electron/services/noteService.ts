import type { Input } from '../../shared/api/contract.ts'
import { Instant } from '../../shared/values.ts'
import { NoteId } from '../../shared/ids.ts'
import type { Note } from '../../shared/meeting/meeting.ts'
import { ok } from '../../shared/result.ts'
import { invalid, notFound, type ServiceDeps, type Writing } from './serviceDeps.ts'

/** Notes beside the minutes. History names them by nothing but their kind: what they say may be internal. */
export function createNoteService({ store, records }: ServiceDeps) {
  const { notes, meetings, agenda } = records

  return {
    /** Who made a note, and when, is set when it is made and stays. */
    put({ note: { id, ...rest } }: Input<'note.put'>): Writing<Note> {
      const former = id === null ? null : notes.find(id)
      if (id !== null && !former) return notFound('note')
      if (!meetings.find(rest.meetingId)) return notFound('meeting')
      if (former && former.meetingId !== rest.meetingId) return invalid('note.meetingId: fixed')
      const item = rest.itemId === null ? null : agenda.find(rest.itemId)?.item
      if (item === undefined) return notFound('agendaItem')
      if (item && item.meetingId !== rest.meetingId) return invalid('note.itemId: otherMeeting')
      const note: Note = {
        ...rest,
        id: id ?? NoteId.parse(store.newId()),
        madeAt: former?.madeAt ?? Instant.parse(store.now()),
        madeBy: former?.madeBy ?? store.officer.name,
      }
      return store.change({ operation: 'note.put', about: '' }, () => {
        notes.put(note)
        return ok(note)
      })
    },

    remove({ noteId }: Input<'note.remove'>): Writing<null> {
      if (!notes.find(noteId)) return notFound('note')
      return store.change({ operation: 'note.remove', about: '' }, () => {
        notes.remove(noteId)
        return ok(null)
      })
    },
  }
}
