import { createStore, type Store } from '../../api/store.ts'

/** What the other panes know of the text: the way to a place in it, and the section that is in sight. */
export type TextPlace = {
  toRow: (index: number, where: ScrollLogicalPosition) => void
  readonly section: Store<number>
}

export function createTextPlace(): TextPlace {
  return { toRow: () => undefined, section: createStore(0) }
}
