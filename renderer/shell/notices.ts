import type { TFunction } from 'i18next'
import { createStore } from '../api/store.ts'
import type { Fault } from '../../shared/fault.ts'
import { words } from '../i18n/words.ts'

/** How long "Urungkan" is offered beside what was done, in milliseconds. */
const offered = 10_000

/** What is said, in the language of the screen at the time at which it is asked for. */
export type Saying = (t: TFunction<'words'>) => string

export type Notice = { readonly id: number; readonly said: Saying; readonly undo: (() => void) | null }

const shown = createStore<Notice | null>(null)
const faults = createStore<Fault | null>(null)
const spoken = createStore<string>('')
let timer: ReturnType<typeof setTimeout> | undefined
let count = 0

/**
 * What the shell says. A notice is gone after ten seconds, so it never holds anything that needs an answer; a fault
 * stays until it is closed.
 */
export const notices = {
  shown,
  faults,
  spoken,

  /** Shows and speaks what was done; `undo` takes it back. The notice follows the language of the screen. */
  say(said: Saying, undo: (() => void) | null): void {
    clearTimeout(timer)
    count += 1
    const id = count
    shown.set({ id, said, undo })
    notices.speak(said(words.t))
    timer = setTimeout(() => {
      if (shown.get()?.id === id) shown.set(null)
    }, offered)
  },

  hide(): void {
    clearTimeout(timer)
    shown.set(null)
  },

  /** Speaks to assistive technology only. */
  speak(text: string): void {
    // The same words twice are spoken twice: a changed text node is what screen readers notice.
    spoken.set(spoken.get() === text ? `${text}\u00a0` : text)
  },

  /** Shows what went wrong where no form stands to show it. */
  fault(fault: Fault | null): void {
    faults.set(fault)
  },
}
