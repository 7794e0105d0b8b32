import { createStore, useStore } from '../../api/store.ts'

/** Kept until the program is closed, whichever draft is shown. */
const shown = createStore(true)
const toggle = () => shown.set(!shown.get())

/** Whether the outline stands beside the text. */
export function useOutlineShown(): { readonly isShown: boolean; readonly toggle: () => void } {
  return { isShown: useStore(shown), toggle }
}
