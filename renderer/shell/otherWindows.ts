type Message =
  | { readonly kind: 'here'; readonly from: string; readonly isNew: boolean }
  | { readonly kind: 'gone' | 'stir' | 'save'; readonly from: string }
  | { readonly kind: 'saved'; readonly from: string; readonly to: string; readonly ok: boolean }

/** A way to tell all other windows something, and to hear what they tell. */
export type Channel = {
  readonly tell: (message: unknown) => void
  readonly hear: (listener: (message: unknown) => void) => void
}

/** A window that does not answer for so long has gone without a word, in milliseconds. */
const patience = 3_000
/** Others need not hear of every key, in milliseconds. */
const stirEvery = 5_000

/**
 * The other windows of this program in the same browser: the desktop host has none, the loopback host may have
 * several, and one record for them all. What one of them locks, the others must have saved; and while somebody
 * works in one, none of them is idle. Nothing of the record goes from window to window.
 */
export function createOtherWindows(self: string) {
  const others = new Set<string>()
  const stirred = new Set<() => void>()
  let waiting: ((from: string, ok: boolean) => void) | null = null
  let lastStir = -Infinity
  let post: (message: Message) => void = () => undefined

  return {
    /** `save` saves what this window has not saved yet; true once it is durable. Returns how to take leave. */
    join(channel: Channel, save: () => Promise<boolean>): () => void {
      post = channel.tell
      channel.hear((heard) => {
        const message = heard as Message // only our own pages have this origin
        const { kind, from } = message
        if (kind === 'here' && message.isNew) post({ kind: 'here', from: self, isNew: false })
        if (kind === 'gone') others.delete(from)
        else others.add(from)
        if (kind === 'stir') for (const listener of stirred) listener()
        if (kind === 'saved' && message.to === self) waiting?.(from, message.ok)
        if (kind === 'save') void save().then((ok) => post({ kind: 'saved', from: self, to: from, ok }))
      })
      post({ kind: 'here', from: self, isNew: true })
      return () => post({ kind: 'gone', from: self })
    },

    /** Has every other window save; true once all they have is durable. */
    save(): Promise<boolean> {
      const left = new Set(others)
      if (left.size === 0) return Promise.resolve(true)
      return new Promise((resolve) => {
        const end = (ok: boolean) => {
          clearTimeout(timer)
          waiting = null
          resolve(ok)
        }
        const timer = setTimeout(() => {
          for (const silent of left) others.delete(silent)
          end(true)
        }, patience)
        waiting = (from, ok) => {
          left.delete(from)
          if (!ok || left.size === 0) end(ok)
        }
        post({ kind: 'save', from: self })
      })
    },

    /** Somebody works in this window. `now` in milliseconds. */
    stir(now: number): void {
      if (now - lastStir < stirEvery) return
      lastStir = now
      post({ kind: 'stir', from: self })
    },

    /** Calls `listener` when somebody works in another window, until the returned function is called. */
    onStir(listener: () => void): () => void {
      stirred.add(listener)
      return () => void stirred.delete(listener)
    },
  }
}

/** The channel that a browser has for the pages of one origin. */
export function browserChannel(): Channel {
  const channel = new BroadcastChannel('sepaham')
  return {
    tell: channel.postMessage.bind(channel),
    hear: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
  }
}

export const otherWindows = createOtherWindows(crypto.randomUUID())
