import type { HandlersOf } from '../../shared/api/dispatch.ts'
import type { Fault } from '../../shared/fault.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { RecordStore } from '../store/openStore.ts'
import { invalid } from './serviceDeps.ts'

const pageLength = 50

/** What holds the record; its store is there while the record is open. */
type Life = {
  readonly opened: () => Result<{ readonly store: Pick<RecordStore, 'history' | 'undo'> }, Fault>
}

/** The acts of the record, and taking them back. */
export function createHistoryHandlers(life: Life): HandlersOf<'history.list' | 'history.undo'> {
  return {
    /** Newest first. The cursor is the number of the last act of the page before. */
    'history.list': ({ after }) => {
      const opened = life.opened()
      if (!opened.ok) return opened
      if (after !== null && !/^[1-9]\d{0,14}$/.test(after)) return invalid('after: invalid_format')
      const found = opened.value.store.history(after === null ? null : Number(after), pageLength + 1)
      const rows = found.slice(0, pageLength)
      const last = rows.at(-1)
      return ok({ rows, next: last && found.length > pageLength ? String(last.sequence) : null })
    },

    'history.undo': ({ token }) => {
      const opened = life.opened()
      return opened.ok ? opened.value.store.undo(token) : opened
    },
  }
}
