import type { UndoToken } from '../../shared/ids.ts'

/** The acts of this sitting that can be taken back or done again, newest last. */
export type Acts = {
  readonly undoable: readonly UndoToken[]
  readonly redoable: readonly UndoToken[]
}

export const noActs: Acts = { undoable: [], redoable: [] }

/** A new act: what had been taken back before it can no longer be done again. */
export function acted({ undoable }: Acts, token: UndoToken): Acts {
  return { undoable: [...undoable, token].slice(-200), redoable: [] }
}

/** `token` was taken back; `redo` takes that back in turn, null if it cannot be. */
export function tookBack({ undoable, redoable }: Acts, token: UndoToken, redo: UndoToken | null): Acts {
  return { undoable: without(undoable, token), redoable: redo === null ? redoable : [...redoable, redo] }
}

/** What `token` had taken back was done again; `undo` takes it back once more. */
export function didAgain({ undoable, redoable }: Acts, token: UndoToken, undo: UndoToken | null): Acts {
  return { undoable: undo === null ? undoable : [...undoable, undo], redoable: without(redoable, token) }
}

/** `token` was refused: it is not offered again. */
export function refused({ undoable, redoable }: Acts, token: UndoToken): Acts {
  return { undoable: without(undoable, token), redoable: without(redoable, token) }
}

function without(tokens: readonly UndoToken[], token: UndoToken): readonly UndoToken[] {
  return tokens.filter((other) => other !== token)
}
