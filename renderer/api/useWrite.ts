import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Input, Output, WriteOperation, Written } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import type { UndoToken } from '../../shared/ids.ts'
import type { Result } from '../../shared/result.ts'
import { writtenWords } from '../features/history/actWords.ts'
import type { MessageKey } from '../i18n/words.ts'
import { notices } from '../shell/notices.ts'
import { acted, type Acts, didAgain, noActs, refused, tookBack } from './acts.ts'
import { recordChanged, useApi } from './ApiProvider.tsx'
import { createStore, useStore } from './store.ts'
import { createTurns } from './turns.ts'

const acts = createStore<Acts>(noActs)
const turns = createTurns()

export type Write = <Op extends WriteOperation>(
  operation: Op,
  input: Input<Op>,
) => Promise<Result<Written<Output<Op>>, Fault>>

/**
 * Changes the record. What was done is said for ten seconds together with "Urungkan", and Ctrl+Z takes it back.
 * A fault comes back to the caller, who shows it where the person is looking.
 */
export function useWrite(): Write {
  const api = useApi()
  const queries = useQueryClient()
  const { undo } = useUndo()
  return useCallback(
    async <Op extends WriteOperation>(operation: Op, input: Input<Op>) => {
      const reply = (await turns.atOnce(api.call(operation, input))) as Result<Written<Output<Op>>, Fault>
      if (!reply.ok) return reply
      void recordChanged(queries)
      const token = reply.value.undo
      if (token !== null) {
        acts.set(acted(acts.get(), token))
        const said: MessageKey = writtenWords[operation]
        notices.say(
          (t) => t(said),
          () => undo(token),
        )
      }
      return reply
    },
    [api, queries, undo],
  )
}

/** Takes acts back and does them again; without a token, the newest of this sitting when its turn comes. */
export function useUndo() {
  const api = useApi()
  const queries = useQueryClient()
  const { undoable, redoable } = useStore(acts)

  const takeBack = useCallback(
    async (token: UndoToken, next: typeof tookBack, said: 'history.undone' | 'history.redone') => {
      const reply = await api.call('history.undo', { token })
      if (!reply.ok) {
        acts.set(refused(acts.get(), token))
        notices.fault(reply.fault)
        return
      }
      void recordChanged(queries)
      acts.set(next(acts.get(), token, reply.value.undo))
      notices.say((t) => t(said), null)
    },
    [api, queries],
  )

  const undo = useCallback(
    (given?: UndoToken) =>
      turns.inTurn(async () => {
        const token = given ?? acts.get().undoable.at(-1)
        if (token !== undefined) await takeBack(token, tookBack, 'history.undone')
      }),
    [takeBack],
  )
  const redo = useCallback(
    () =>
      turns.inTurn(async () => {
        const token = acts.get().redoable.at(-1)
        if (token !== undefined) await takeBack(token, didAgain, 'history.redone')
      }),
    [takeBack],
  )

  return { undo, redo, canUndo: undoable.length > 0, canRedo: redoable.length > 0 }
}

/** Forgets the acts of this sitting: the record was locked or closed. */
export function forgetActs(): void {
  acts.set(noActs)
}
