import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** 256 random bits, new for each run, as 43 characters that may stand in a URL. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares in constant time, whatever the length of what was sent. */
export function sameSecret(sent: string, secret: string): boolean {
  return timingSafeEqual(digest(sent), digest(secret))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Why a request is refused; the answer and the log name it. */
export type Refusal = 'host' | 'origin' | 'site' | 'method' | 'token' | 'client' | 'ticket'

/** The headers of a request, each with all its values: what is sent twice is no header of ours. */
export type Headers = Readonly<Record<string, readonly string[] | undefined>>

/**
 * Whether a request comes from our own page. `authority` is "127.0.0.1:port", exactly: another name that leads to
 * this machine is refused, so a page elsewhere cannot rebind its name to us. A page's own GETs need no Origin;
 * everything that asks for something is a POST, with which browsers always send one.
 */
export function foreignTo(
  authority: string,
  { method, headers }: { readonly method: string; readonly headers: Headers },
): Refusal | null {
  if (only(headers['host']) !== authority) return 'host'
  const site = headers['sec-fetch-site']
  if (site !== undefined && only(site) !== 'same-origin' && only(site) !== 'none') return 'site'
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return 'method'
  const origin = headers['origin']
  if (origin === undefined && method !== 'POST') return null
  return only(origin) === `http://${authority}` ? null : 'origin'
}

/** The one value of a header; null where it is missing or was sent more than once. */
export function only(values: readonly string[] | undefined): string | null {
  return values?.length === 1 ? (values[0] ?? null) : null
}

/**
 * Slows guessing: the first ten wrong secrets are answered at once, every further one after a second, and of those
 * at most fifty wait; what comes beyond is cut off without an answer. A right secret never waits.
 */
export function createGuessBrake({ free = 10, delayMs = 1_000, waitingAtMost = 50 } = {}) {
  let wrong = 0
  let waiting = 0
  return {
    /** Counts a wrong secret: how long to wait before answering, in milliseconds, or `cut`. Call `answered` after it. */
    wrong(): number | 'cut' {
      wrong++
      if (wrong <= free) return 0
      if (waiting >= waitingAtMost) return 'cut'
      waiting++
      return delayMs
    },
    answered: (): void => void waiting--,
    /** How many wrong secrets there were in this run. */
    count: (): number => wrong,
  }
}
