import { createStore } from '../api/store.ts'
import type { Instant } from '../../shared/values.ts'

/** What the status bar says about the text that is being written; null where no text is open. */
export type SaveState =
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: Instant }
  | { readonly state: 'failed' }

/** Set by the editor: "saving" only after 400 ms, "saved" only after the commit. */
export const saveState = createStore<SaveState | null>(null)
