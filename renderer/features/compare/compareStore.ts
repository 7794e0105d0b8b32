import { useSyncExternalStore } from 'react'
import { createStore } from '../../api/store.ts'
import { afterPaint } from '../../ui/afterPaint.ts'
import { type CompareEvent, compareReducer, type CompareState, emptyDesk } from './compareState.ts'

/** The two files and what was found in them: kept when another screen is shown, until the record is locked. */
export const desk = createStore<CompareState>(emptyDesk)

export function happened(event: CompareEvent): void {
  desk.set(compareReducer(desk.get(), event))
}

/**
 * The state as the list, the bar and the minimap show it. To open a card costs them more than a frame, so a step
 * through the changes reaches them when the text has been painted; anything else reaches them at once.
 */
export const besideText = createStore<CompareState>(emptyDesk)

let followLater: (() => void) | null = null

/** What stands beside the text shows the current change now, as when it is to have the focus. */
export function followNow(): void {
  followLater?.()
  followLater = null
  besideText.set(desk.get())
}

desk.subscribe(() => {
  const [shown, now] = [besideText.get(), desk.get()]
  if (now.current === null || now.current === shown.current || now.outcome !== shown.outcome)
    return followNow()
  followLater ??= afterPaint(followNow)
})

/** A part of the state; the component is drawn anew when that part is another. `select` must give the same for the same. */
export function useDesk<T>(select: (state: CompareState) => T): T {
  return useSyncExternalStore(desk.subscribe, () => select(desk.get()))
}

/** The same of what stands beside the text. */
export function useBesideText<T>(select: (state: CompareState) => T): T {
  return useSyncExternalStore(besideText.subscribe, () => select(besideText.get()))
}

/** The record was locked or closed: nothing of the files stays in the window. */
export function forgetDesk(): void {
  desk.set(emptyDesk)
}
