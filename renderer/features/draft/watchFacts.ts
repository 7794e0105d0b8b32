import type { Editor } from '@tiptap/core'
import { createStore, type Store } from '../../api/store.ts'
import {
  type Counts,
  countsOf,
  type FactOptions,
  type Remarks,
  remarksOf,
  type Structure,
  structureOf,
} from './draftFacts.ts'

export type DraftWatch = {
  readonly structure: Store<Structure | null>
  readonly remarks: Store<Remarks | null>
  readonly counts: Store<Counts | null>
  /** Works out now what is still due. */
  readonly now: () => void
  readonly stop: () => void
}

/** All in milliseconds: after the last key, and at most while keys go on. */
const pause = 150
const atMost = 900

/**
 * Keeps what is said about a text up to date without a key ever waiting for it: when typing pauses, and then when the
 * browser has nothing else to do; first the structure, then the remarks, then what is counted.
 */
export function watchFacts(editor: Editor, options: FactOptions): DraftWatch {
  const structure = createStore<Structure | null>(null)
  const remarks = createStore<Remarks | null>(null)
  const counts = createStore<Counts | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let idle = 0
  let dueSince = 0

  const tasks: readonly (() => void)[] = [
    () => {
      const { doc } = editor.state
      if (structure.get()?.doc !== doc) structure.set(structureOf(doc, structure.get()))
    },
    () => {
      const { doc } = editor.state
      if (remarks.get()?.doc !== doc) remarks.set(remarksOf(doc, options))
    },
    () => {
      const { doc } = editor.state
      if (counts.get()?.doc !== doc) counts.set(countsOf(doc, options))
    },
  ]

  function inTurn(next: number): void {
    const task = tasks[next]
    if (!task) return
    idle = requestIdleCallback(
      () => {
        task()
        inTurn(next + 1)
      },
      { timeout: 600 },
    )
  }

  function cancel(): void {
    clearTimeout(timer)
    cancelIdleCallback(idle)
    timer = undefined
  }

  function onTransaction({ transaction }: { readonly transaction: { readonly docChanged: boolean } }): void {
    if (!transaction.docChanged) return
    const at = performance.now()
    if (timer === undefined) dueSince = at
    if (timer !== undefined && at - dueSince > atMost) return
    cancel()
    timer = setTimeout(() => {
      timer = undefined
      inTurn(0)
    }, pause)
  }

  editor.on('transaction', onTransaction)
  // The outline is there as the text opens.
  structure.set(structureOf(editor.state.doc, null))
  inTurn(1)
  return {
    structure,
    remarks,
    counts,
    now() {
      cancel()
      for (const task of tasks) task()
    },
    stop() {
      cancel()
      editor.off('transaction', onTransaction)
    },
  }
}
