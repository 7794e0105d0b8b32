import { describe, expect, it } from 'vitest'
import { acted, didAgain, noActs, refused, tookBack } from '../../../renderer/api/acts.ts'
import type { UndoToken } from '../../../shared/ids.ts'

const [first, second, redo, undo] = ['a', 'b', 'c', 'd'] as UndoToken[] as [
  UndoToken,
  UndoToken,
  UndoToken,
  UndoToken,
]
const two = acted(acted(noActs, first), second)

describe('acts of a sitting', () => {
  it('are taken back from the newest', () => expect(two.undoable.at(-1)).toBe(second))
  it('can be done again once taken back', () =>
    expect(tookBack(two, second, redo)).toEqual({ undoable: [first], redoable: [redo] }))
  it('can be taken back after they were done again', () =>
    expect(didAgain(tookBack(two, second, redo), redo, undo)).toEqual({
      undoable: [first, undo],
      redoable: [],
    }))
  it('cannot be done again after a new act', () =>
    expect(acted(tookBack(two, second, redo), undo).redoable).toEqual([]))
  it('that were refused are not offered again', () => expect(refused(two, second).undoable).toEqual([first]))
  it('may be taken back out of order, from the history', () =>
    expect(tookBack(two, first, redo)).toEqual({ undoable: [second], redoable: [redo] }))
})
