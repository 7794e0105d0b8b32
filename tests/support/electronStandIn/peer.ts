/** One end of a line between two processes: each may ask the other by name and gets one answer. */
export type Peer = {
  readonly ask: (name: string, ...args: readonly unknown[]) => Promise<unknown>
  readonly receive: (message: unknown) => void
  /** Rejects everything still owed: the other end has gone. */
  readonly end: (why: string) => void
}

type Message =
  | { readonly ask: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly reply: number; readonly value?: unknown; readonly error?: string }

/** `send` must keep the structured clone of a message, as `serialization: 'advanced'` does. */
export function createPeer(
  send: (message: Message) => void,
  answers: Readonly<Record<string, (...args: never[]) => unknown>>,
): Peer {
  let nextId = 1
  const owed = new Map<
    number,
    { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
  >()

  async function answer({ ask, name, args }: Extract<Message, { ask: number }>): Promise<void> {
    try {
      const work = answers[name]
      if (work === undefined) throw new Error(`nobody answers ${name}`)
      send({ reply: ask, value: await work(...(args as never[])) })
    } catch (error) {
      send({ reply: ask, error: error instanceof Error ? error.message : String(error) })
    }
  }

  return {
    ask: (name, ...args) =>
      new Promise((resolve, reject) => {
        const id = nextId++
        owed.set(id, { resolve, reject })
        send({ ask: id, name, args })
      }),
    receive(received) {
      const message = received as Message
      if ('ask' in message) return void answer(message)
      const waiting = owed.get(message.reply)
      owed.delete(message.reply)
      if (message.error === undefined) waiting?.resolve(message.value)
      else waiting?.reject(new Error(message.error))
    },
    end(why) {
      for (const { reject } of owed.values()) reject(new Error(why))
      owed.clear()
    },
  }
}
