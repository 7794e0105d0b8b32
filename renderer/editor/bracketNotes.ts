import { isHistoryTransaction, redoDepth } from '@tiptap/pm/history'
import type { Command, EditorState, Transaction } from '@tiptap/pm/state'
import type { Input } from '../../shared/api/contract.ts'
import { isSettled, type Settling } from '../../shared/mou/settledBracket.ts'
import { bracketsIn } from '../../shared/text/textBrackets.ts'

/** What is kept of a bracket in the same write as the steps that it came of. */
export type BracketNote =
  | { readonly kind: 'settled'; readonly settling: Settling }
  | { readonly kind: 'stands'; readonly bracketId: string }

const settles = 'settles'

/** The command, with what is to be noted of the bracket that it settles. */
export function noting(command: Command, settling: Settling): Command {
  return (state, dispatch) => command(state, dispatch && ((tr) => dispatch(tr.setMeta(settles, settling))))
}

/**
 * What the changes of an editor do to notes of brackets: one that is settled is noted; where that is undone, nothing
 * is noted of it any more; where it is redone, the note is back. Only what was settled since the editor was made can be
 * undone in it.
 */
export function createBracketNotes() {
  const known = new Map<string, { readonly settling: Settling; readonly isUndone: boolean }>()
  let redoable = 0

  /** To be called with the transactions of every change, in order, and the state that they led to. */
  return (transactions: readonly Transaction[], state: EditorState): readonly BracketNote[] => {
    const before = redoable
    redoable = redoDepth(state)
    const notes: BracketNote[] = []
    for (const transaction of transactions) {
      const settling = transaction.getMeta(settles) as Settling | undefined
      if (!settling) continue
      known.set(settling.bracketId, { settling, isUndone: false })
      notes.push({ kind: 'settled', settling })
    }
    const [first] = transactions
    if (known.size === 0 || !first) return notes
    if (!transactions.some(isHistoryTransaction)) {
      // What was undone cannot be redone once something else is written.
      if (redoable === 0) for (const [id, { isUndone }] of known) if (isUndone) known.delete(id)
      return notes
    }
    const isUndo = redoable > before
    const [was, is] = [bracketsIn(first.before), bracketsIn(state.doc)]
    for (const [bracketId, { settling, isUndone }] of known) {
      if (isUndone === isUndo || isSettled(settling, was) !== isUndo || isSettled(settling, is) === isUndo)
        continue
      known.set(bracketId, { settling, isUndone: isUndo })
      notes.push(isUndo ? { kind: 'stands', bracketId } : { kind: 'settled', settling })
    }
    return notes
  }
}

/** What holds in the end, of each bracket once. */
export function inOneSave(
  notes: readonly BracketNote[],
): Pick<Input<'bracket.settle'>, 'settled' | 'standing'> {
  const last = new Map<string, Settling | null>()
  for (const note of notes) {
    if (note.kind === 'settled') last.set(note.settling.bracketId, note.settling)
    else last.set(note.bracketId, null)
  }
  return {
    settled: [...last.values()].filter((settling) => settling !== null),
    standing: [...last].filter(([, settling]) => settling === null).map(([bracketId]) => bracketId),
  }
}
