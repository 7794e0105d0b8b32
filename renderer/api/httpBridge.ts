import type { Bridge } from '../../shared/api/client.ts'

/** How long to wait before the stream of events is opened again, in milliseconds. */
const retryTime = 1_000

/** How long a page that unloads may take to go, in milliseconds. */
const leavingTime = 1_000

/**
 * The bridge of a page in an installed browser: requests and events over HTTP to the host that served the page.
 *
 * The token of the run comes in the fragment of the address, or for a ticket in it that opens once; the fragment is
 * taken out of the address at once. A reload finds the token in the session storage of this tab.
 */
export function createHttpBridge(): Bridge {
  const token = takeToken()
  const listeners = new Set<(event: unknown) => void>()
  let save: (() => Promise<void>) | null = null
  let connection = connect()
  connection.catch(retry)

  /** Opens the stream of events; resolves with the client id that the host gave this page. */
  async function connect(): Promise<string> {
    const response = await post('/events', {}, { 'x-sepaham-token': await token })
    if (!response.ok || response.body === null) throw new Refused()
    const lines = jsonLines(response.body)
    const first = (await lines.next()).value
    if (!isObject(first) || typeof first['client'] !== 'string') throw new Refused()
    void follow(lines, first['client'])
    return first['client']
  }

  async function follow(lines: AsyncGenerator<unknown>, client: string): Promise<void> {
    let closing = false
    try {
      for await (const line of lines) {
        if (isObject(line) && line['closing'] === true) {
          closing = true
          void saveAndSay(client)
        } else for (const listener of [...listeners]) listener(line)
      }
    } catch {
      // The stream was cut: the same as its end.
    }
    connection = Promise.reject(new Error('the host has gone'))
    connection.catch(() => undefined)
    if (!closing) retry(null)
  }

  /** Tries again until the host is there; a host that refuses this page will not change its mind. */
  function retry(cause: unknown): void {
    if (cause instanceof Refused) return
    setTimeout(() => {
      connection = connect()
      connection.then(
        // Events may have been missed while nobody listened.
        () => listeners.forEach((listener) => listener({ kind: 'recordStateChanged' })),
        retry,
      )
    }, retryTime)
  }

  async function saveAndSay(client: string): Promise<void> {
    await save?.().catch(() => undefined)
    await post('/saved', {}, { 'x-sepaham-token': await token, 'x-sepaham-client': client })
  }

  // A page that goes cannot be waited for, and with its stream of events the host forgets it. Before it unloads, what
  // it sends still comes in time; later it may.
  const leave = () => {
    isLeaving = true
    setTimeout(() => (isLeaving = false), leavingTime) // it may stay, after a download
    void save?.().catch(() => undefined)
  }
  addEventListener('beforeunload', leave)
  addEventListener('pagehide', leave)

  return {
    async invoke(operation, input) {
      const headers = { 'x-sepaham-token': await token, 'x-sepaham-client': await connection }
      return await (await post('/call', { operation, input }, headers)).json()
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    beforeClose: (work) => void (save = work),
  }
}

class Refused extends Error {}

/** The page unloads, and is not hidden yet: a reload makes it so only when it is too late. */
let isLeaving = false

const tokenKey = 'token'

async function takeToken(): Promise<string> {
  const given = new URLSearchParams(location.hash.slice(1))
  const ticket = given.get('ticket')
  const token = given.get('token') ?? (ticket === null ? null : await exchange(ticket))
  if (token !== null) {
    sessionStorage.setItem(tokenKey, token)
    history.replaceState(null, '', location.pathname)
  }
  return token ?? sessionStorage.getItem(tokenKey) ?? ''
}

async function exchange(ticket: string): Promise<string | null> {
  const reply: unknown = await (await post('/enter', { ticket }, {})).json()
  return isObject(reply) && typeof reply['token'] === 'string' ? reply['token'] : null
}

function post(path: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<Response> {
  const text = JSON.stringify(body)
  return fetch(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: text,
    cache: 'no-store',
    redirect: 'error',
    // Lets a last save outlive the page; browsers take no more than 64 KiB that way.
    keepalive: (isLeaving || document.visibilityState === 'hidden') && text.length < 60_000,
  })
}

/** The JSON values of a stream, one a line. */
async function* jsonLines(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<unknown> {
  let rest = ''
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    const lines = (rest + value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line)
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
