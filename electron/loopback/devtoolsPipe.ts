import type { Readable, Writable } from 'node:stream'

/** The answer to a command of the DevTools protocol, as far as it is read here. */
type DevtoolsResult = Readonly<Record<string, unknown>>

/**
 * Speaks the DevTools protocol over a browser's `--remote-debugging-pipe`: JSON messages, each ended by a NUL.
 * There is no socket, so nothing else on the machine can take part.
 *
 * Source: content/browser/devtools/devtools_pipe_handler.cc of Chromium.
 */
export function createDevtoolsPipe(toBrowser: Writable, fromBrowser: Readable) {
  let nextId = 1
  let rest = ''
  const owed = new Map<
    number,
    { readonly resolve: (result: DevtoolsResult) => void; readonly reject: (error: Error) => void }
  >()
  fromBrowser.setEncoding('utf8')
  fromBrowser.on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0')
    rest = messages.pop() ?? ''
    for (const message of messages) receive(JSON.parse(message) as Message)
  })
  const ended = () => {
    for (const { reject } of owed.values()) reject(new Error('the browser has ended'))
    owed.clear()
  }
  fromBrowser.once('close', ended)
  toBrowser.once('error', ended)

  function receive({ id, result, error }: Message): void {
    const waiting = id === undefined ? undefined : owed.get(id)
    if (waiting === undefined || id === undefined) return
    owed.delete(id)
    if (error) waiting.reject(new Error(error.message))
    else waiting.resolve(result ?? {})
  }

  return {
    /** Sends one command, to the browser or to an attached page. Rejects when the browser refuses it or ends. */
    send(method: string, params: object, sessionId?: string): Promise<DevtoolsResult> {
      return new Promise((resolve, reject) => {
        const id = nextId++
        owed.set(id, { resolve, reject })
        toBrowser.write(JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) }) + '\0')
      })
    },
  }
}

type Message = {
  readonly id?: number
  readonly result?: DevtoolsResult
  readonly error?: { readonly message: string }
}
