import { createStore } from '../api/store.ts'

/** What the screen has to say in the status bar, ready to be read; null where it says nothing. */
export const statusWords = createStore<string | null>(null)
