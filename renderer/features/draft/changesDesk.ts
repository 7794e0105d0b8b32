import type { Editor } from '@tiptap/core'
import type { Client } from '../../../shared/api/client.ts'
import type { ShownBase } from '../../../shared/compare/shownBase.ts'
import type { Fault } from '../../../shared/fault.ts'
import { createStore, type Store } from '../../api/store.ts'
import type { TextSession } from '../../editor/textSession.ts'
import { drawnChanges, mostDrawn, type Stop, withChangeMarks } from './changeMarks.ts'
import { goTo } from './goTo.ts'

export type ChangesShown = {
  readonly base: ShownBase
  /** `outdated`: the text is another since, and what is drawn has only been moved along. */
  readonly state: 'first' | 'ready' | 'outdated' | 'failed'
  readonly fault: Fault | null
  readonly changes: number
  /** False where there are more marks than are drawn. */
  readonly isWhole: boolean
  /** Which change is in sight, from 1; 0: none. */
  readonly at: number
}

export type ChangesDesk = {
  /** Null while no changes are shown. */
  readonly shown: Store<ChangesShown | null>
  readonly show: (base: ShownBase) => void
  readonly hide: () => void
  readonly step: (by: 1 | -1) => void
  readonly stop: () => void
}

/** In milliseconds: after the last key, since comparing shares the machine with typing; and until a text is saved. */
const pause = 700
const untilSaved = 400

/**
 * Shows what changed in a text since another, while it is written. A job compares the saved text, so that no key waits
 * for it; the revision says of which text the answer is, and the marks follow what was written since.
 */
export function createChangesDesk(editor: Editor, session: TextSession, call: Client['call']): ChangesDesk {
  const shown = createStore<ChangesShown | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  let steppedTo: { readonly change: number; readonly from: number } | null = null

  const mark = (change: Parameters<typeof withChangeMarks>[1]) => {
    if (!editor.isDestroyed) editor.view.dispatch(withChangeMarks(editor.state, change))
  }

  function later(wait: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      timer = undefined
      void look()
    }, wait)
  }

  async function look(): Promise<void> {
    const mine = ++asked
    const isMine = () => mine === asked && shown.get() !== null && !editor.isDestroyed
    await session.flush()
    if (!isMine()) return
    const { base } = shown.get() ?? {}
    const revision = session.savedRevision()
    if (revision === null || !base) {
      later(untilSaved) // a key came between
      return
    }
    const { doc } = editor.state
    mark({ kind: 'asked' })
    const reply = await call('compare.shown', { textId: session.textId, revision, base })
    const now = shown.get()
    if (!isMine() || now === null) return
    if (!reply.ok) {
      if (reply.fault.kind === 'JobStopped' && reply.fault.why === 'cancelled') return later(pause)
      mark({ kind: 'none' })
      shown.set({ ...now, state: 'failed', fault: reply.fault, changes: 0, at: 0 })
      return
    }
    const { marks, changes } = reply.value
    mark({ kind: 'found', marks })
    const isNewest = editor.state.doc === doc
    shown.set({
      ...{ base, changes, fault: null, at: 0, isWhole: marks.length <= mostDrawn },
      state: isNewest ? 'ready' : 'outdated',
    })
    if (!isNewest) later(pause)
  }

  function onTransaction({ transaction }: { readonly transaction: { readonly docChanged: boolean } }): void {
    const now = shown.get()
    if (!transaction.docChanged || now === null) return
    if (now.fault?.kind === 'JobStopped') return // what was too long or too large is so after the next key too
    if (now.state === 'ready') shown.set({ ...now, state: 'outdated' })
    later(pause)
  }

  function stepTo(stops: readonly Stop[], index: number): void {
    const now = shown.get()
    const stop = stops[index]
    if (!stop || now === null) return
    goTo(editor, stop, false)
    steppedTo = { change: stop.change, from: editor.state.selection.from }
    mark({ kind: 'current', change: stop.change })
    shown.set({ ...now, at: index + 1 })
  }

  editor.on('transaction', onTransaction)
  return {
    shown,
    show(base) {
      mark({ kind: 'none' })
      shown.set({ base, state: 'first', fault: null, changes: 0, isWhole: true, at: 0 })
      later(0)
    },
    hide() {
      asked++
      clearTimeout(timer)
      timer = undefined
      shown.set(null)
      mark({ kind: 'none' })
    },
    step(by) {
      const stops = drawnChanges(editor.state)
      const { from } = editor.state.selection
      // From the change in sight while the cursor is where that put it, else from the cursor.
      const known =
        steppedTo?.from === from ? stops.findIndex(({ change }) => change === steppedTo?.change) : -1
      if (known !== -1) return stepTo(stops, Math.max(0, Math.min(stops.length - 1, known + by)))
      const next =
        by === 1
          ? stops.findIndex((stop) => stop.from >= from)
          : stops.findLastIndex((stop) => stop.from < from)
      stepTo(stops, next === -1 ? (by === 1 ? stops.length - 1 : 0) : next)
    },
    stop() {
      asked++
      clearTimeout(timer)
      editor.off('transaction', onTransaction)
    },
  }
}
