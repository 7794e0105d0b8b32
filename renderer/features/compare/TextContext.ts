import { createContext, useContext } from 'react'
import type { Compared } from './compareState.ts'

/** The comparison that rows are part of; it is another only for other texts. */
export const TextContext = createContext<Compared | null>(null)

export function useShownText(): Compared {
  const shown = useContext(TextContext)
  if (shown === null) throw new Error('a row outside of its text')
  return shown
}
