import type { LucideIcon } from 'lucide-react'
import { useEffect, useId } from 'react'
import { createStore, useStore } from '../api/store.ts'

/** Something a person can do from here: in the palette, by its keys, in the list of keys. */
export type Command = {
  readonly id: string
  /** In the language of the screen: "Ekspor risalah ke DOCX". */
  readonly label: string
  readonly icon?: LucideIcon
  /** As it is pressed: "Ctrl+Shift+E", "F12", "Alt+ArrowLeft". Shown, and listened to everywhere but where `inText`. */
  readonly keys?: string
  /** Handled elsewhere (by an editor, a list): the keys are only shown. `run` is then not called by keys. */
  readonly keysElsewhere?: boolean
  /** `create` stands in the menu Ctrl+N; `key` stands only in the list of keys; the rest in the palette. */
  readonly kind?: 'create' | 'key'
  readonly run: () => void
}

type Offered = { readonly commands: readonly Command[]; readonly everywhere: boolean }

const registry = createStore<ReadonlyMap<string, Offered>>(new Map())

/**
 * Offers commands while the component is shown. Pass a memoised array: a new one registers anew. The shell's own are
 * there `everywhere`; those of a screen come before them.
 */
export function useCommands(commands: readonly Command[], { everywhere = false } = {}): void {
  const owner = useId()
  useEffect(() => {
    registry.set(new Map(registry.get()).set(owner, { commands, everywhere }))
    return () => {
      const rest = new Map(registry.get())
      rest.delete(owner)
      registry.set(rest)
    }
  }, [owner, commands, everywhere])
}

/** The commands there are now: those of the screen, and those of the shell. */
export function useAllCommands(): {
  readonly here: readonly Command[]
  readonly everywhere: readonly Command[]
} {
  useStore(registry)
  return listed()
}

/** The command that a key press asks for, the screen's own before the shell's. */
export function commandFor(event: KeyPress): Command | undefined {
  const { here, everywhere } = listed()
  return [...here, ...everywhere].find(
    ({ keys, keysElsewhere }) => keys !== undefined && !keysElsewhere && pressed(keys, event),
  )
}

function listed() {
  const offered = [...registry.get().values()]
  const of = (wanted: boolean) =>
    offered.filter(({ everywhere }) => everywhere === wanted).flatMap(({ commands }) => commands)
  return { here: of(false), everywhere: of(true) }
}

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Whether `event` is the press that `keys` describes. Ctrl is Cmd on a Mac. */
export function pressed(keys: string, event: KeyPress): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const wants = (modifier: string) => parts.slice(0, -1).includes(modifier)
  const ctrl = event.ctrlKey || event.metaKey
  if (ctrl !== wants('Ctrl') || event.altKey !== wants('Alt')) return false
  // A question mark is a shifted key on many keyboards: with signs, Shift is part of the sign.
  if (/^[A-Za-z0-9]$|^[A-Z]\w+/.test(key) && event.shiftKey !== wants('Shift')) return false
  return (
    event.key.toLowerCase() === key.toLowerCase() ||
    event.code === `Key${key}` ||
    event.code === `Digit${key}`
  )
}

/** The keys as they stand on the screen: "Ctrl ⇧ E" needs no learning, so words are kept: "Ctrl Shift E", "Alt ←". */
export function writtenKeys(keys: string): string {
  return keys
    .split('+')
    .map((key) => signs[key] ?? key)
    .join(' ')
}

const signs: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Backslash: '\\',
  Escape: 'Esc',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
}
