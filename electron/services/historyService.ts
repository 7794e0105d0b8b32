import type { HandlersOf } from '../../shared/api/dispatch.ts'
import { ok } from '../../shared/result.ts'
import type { LifeCycle } from './lifeCycle.ts'

/** The acts of the record, and taking them back. */
export function createHistoryHandlers(life: LifeCycle): HandlersOf<'history.list' | 'history.undo'> {
  return {
    'history.list': ({ after }) => {
      const opened = life.opened()
      return opened.ok ? ok(opened.value.store.history(after)) : opened
    },

    'history.undo': ({ token }) => {
      const opened = life.opened()
      return opened.ok ? opened.value.store.undo(token) : opened
    },
  }
}
