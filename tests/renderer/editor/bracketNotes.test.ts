import { history, redo, undo } from '@tiptap/pm/history'
import { type Command, EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import {
  type BracketNote,
  createBracketNotes,
  inOneSave,
  noting,
} from '../../../renderer/editor/bracketNotes.ts'
import type { Settling } from '../../../shared/mou/settledBracket.ts'
import { endBracket } from '../../../shared/text/instrument/bracketCommands.ts'
import { bracketsIn } from '../../../shared/text/textBrackets.ts'
import { bracketed, docOf, lineOf } from './support.ts'

describe('what is noted with the steps of an editor', () => {
  it('is how a bracket was settled', () => expect(desk().settle()).toEqual(settled))
  it('is nothing where words are written', () => expect(desk().type('x')).toEqual([]))
  it('is that the bracket stands again where that is undone, and how it was settled where it is redone', () => {
    const { settle, run } = desk()
    settle()
    expect([run(undo), run(redo), run(undo)]).toEqual([stands, settled, stands])
  })
  it('is nothing where words before or after are undone', () => {
    const { settle, type, run } = desk()
    type('x')
    settle()
    type('y')
    expect([run(undo), run(undo), run(undo)]).toEqual([[], stands, []])
    expect([run(redo), run(redo), run(redo)]).toEqual([[], settled, []])
  })
  it('is nothing any more once something else is written after it was undone', () => {
    const { settle, type, run, state } = desk()
    settle()
    run(undo)
    type('x')
    const { range } = bracketsIn(state().doc)[0] ?? { range: { from: 0, to: 0 } }
    const removed: Command = ({ tr }, dispatch) => (dispatch?.(tr.delete(range.from, range.to)), true)
    expect([run(removed), run(undo), run(redo)]).toEqual([[], [], []])
  })
  it('is nothing of a bracket that was put there and taken back', () => {
    const { settle, run } = desk({ isMade: true })
    settle()
    expect([run(undo), run(undo), run(redo), run(redo)]).toEqual([stands, [], [], settled])
  })
  it('is of each bracket what holds in the end', () => {
    expect(inOneSave([...settled, ...stands, ...settled])).toEqual({ settled: [settling], standing: [] })
    expect(inOneSave([...settled, ...stands])).toEqual({ settled: [], standing: ['b1'] })
  })
})

const settling: Settling = {
  bracketId: 'b1',
  ...{ outcome: 'kept', sides: [], clause: '', wording: 'shall', became: '' },
  ...{ meetingId: null, itemId: null },
}
const settled: readonly BracketNote[] = [{ kind: 'settled', settling }]
const stands: readonly BracketNote[] = [{ kind: 'stands', bracketId: 'b1' }]

/** An editor of "They [shall] act.", or of one in which the bracket is put first. */
function desk({ isMade = false } = {}) {
  const notesOf = createBracketNotes()
  const words = bracketed('b1', 'shall')
  const doc = docOf(isMade ? lineOf('p', 'They  act.') : lineOf('p', 'They ', ...words, ' act.'))
  let state = EditorState.create({ doc, plugins: [history({ newGroupDelay: 0 })] })
  const run = (command: Command): readonly BracketNote[] => {
    let notes: readonly BracketNote[] = []
    command(state, (tr: Transaction) => {
      const applied = state.applyTransaction(tr)
      state = applied.state
      notes = notesOf(applied.transactions, state)
    })
    return notes
  }
  if (isMade) run(({ tr }, dispatch) => (dispatch?.(tr.insert(6, words)), true))
  return {
    run,
    state: () => state,
    settle: () => run(noting(endBracket('b1', { kind: 'keep' }), settling)),
    type: (said: string) =>
      run(({ tr, doc }, dispatch) => {
        dispatch?.(tr.setSelection(TextSelection.atEnd(doc)).insertText(said))
        return true
      }),
  }
}
