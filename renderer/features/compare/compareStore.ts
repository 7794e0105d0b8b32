import { useSyncExternalStore } from 'react'
import { createStore } from '../../api/store.ts'
import { type CompareEvent, compareReducer, type CompareState, emptyDesk } from './compareState.ts'

/** The two files and what was found in them: kept when another screen is shown, until the record is locked. */
export const desk = createStore<CompareState>(emptyDesk)

export function happened(event: CompareEvent): void {
  desk.set(compareReducer(desk.get(), event))
}

/** A part of the state; the component is drawn anew when that part is another. `select` must give the same for the same. */
export function useDesk<T>(select: (state: CompareState) => T): T {
  return useSyncExternalStore(desk.subscribe, () => select(desk.get()))
}

/** The record was locked or closed: nothing of the files stays in the window. */
export function forgetDesk(): void {
  desk.set(emptyDesk)
}
