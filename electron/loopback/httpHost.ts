import { randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AppEvent } from '../../shared/api/events.ts'
import type { Fault } from '../../shared/fault.ts'
import { fail, type Result } from '../../shared/result.ts'
import { pageHeaders } from '../host/contentSecurityPolicy.ts'
import type { HostLog } from '../host/hostLog.ts'
import { type PageState, renderIndexPage } from '../host/indexPage.ts'
import { pagePath, type PackagedFiles } from '../host/packagedFiles.ts'
import { createGuessBrake, foreignTo, newSecret, only, type Refusal, sameSecret } from './credentials.ts'

type Deps = {
  readonly files: PackagedFiles
  readonly indexFile: string
  readonly pageState: () => Promise<Omit<PageState, 'nonce'>>
  readonly request: (client: string, operation: unknown, input: unknown) => Promise<Result<unknown, Fault>>
  /** A page has gone, and what it held is free again. */
  readonly clientGone: (client: string) => void
  /** A page has come or gone: so many are there now. */
  readonly pagesChanged: (count: number) => void
  readonly log: HostLog
  /** Serves a page of the server of hot reload instead of the built one; only from the sources. */
  readonly development?: (url: string, state: PageState) => Promise<DevelopmentFile>
}

export type DevelopmentFile = {
  readonly status: number
  readonly type: string
  readonly body: string | Uint8Array
}

/** The names of the headers that carry the token of the run and the client id of the page. */
const tokenHeader = 'x-sepaham-token'
const clientHeader = 'x-sepaham-client'

/** The longest body of a request, in bytes: the largest text that is allowed, as JSON, several times over. */
export const bodyAtMost = 32 * 1024 * 1024

/** How long a ticket opens the door, and how long a page may take to save before the host goes, in milliseconds. */
const ticketTime = 60_000
const saveTime = 3_000

const pagesAtMost = 32

/** A page that listens: its stream, and what to do once it has saved all it had. */
type Page = { readonly stream: ServerResponse; saved: () => void }

/**
 * The same requests over HTTP on 127.0.0.1, for a page in an installed browser.
 *
 * POST /enter   a ticket, once, for the token of the run
 * POST /events  one JSON value a line: first { client }, then events, and { closing: true } before the host goes
 * POST /call    { operation, input } to a result, for a client whose stream is open
 * POST /saved   the answer to { closing: true }
 * GET           the page and its files, which hold nothing of the record
 *
 * Whoever is not our own page is refused with 403 and a reason, also in the log.
 */
export function createHttpHost({
  files,
  indexFile,
  pageState,
  request,
  clientGone,
  pagesChanged,
  log,
  development,
}: Deps) {
  const token = newSecret()
  const brake = createGuessBrake()
  const pages = new Map<string, Page>()
  const tickets = new Map<string, number>()
  let authority = ''

  const server = createServer({ requestTimeout: 60_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 })
  server.maxHeadersCount = 100
  server.on('request', (incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => {
      const reference = log.error(error, 'http')
      if (outgoing.headersSent) outgoing.destroy()
      else reply(outgoing, 500, fail({ kind: 'Unexpected', reference }))
    })
  })

  return {
    /** Listens on the port, or on a free one. Resolves with the address that opens the app: keep it to yourself. */
    listen: (port = 0): Promise<string> =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
          server.off('error', reject)
          authority = `127.0.0.1:${(server.address() as AddressInfo).port}`
          resolve(`http://${authority}/#token=${token}`)
        })
      }),

    /**
     * An address that opens the app once, within a minute. The command line of a browser can be read by every
     * program on the machine, so the token itself never stands there.
     */
    ticketAddress(): string {
      const ticket = newSecret()
      tickets.set(ticket, performance.now() + ticketTime)
      return `http://${authority}/#ticket=${ticket}`
    },

    /** Tells one page, or every one where `client` is null. */
    send(event: AppEvent, client: string | null): void {
      for (const [id, page] of pages) if (client === null || client === id) write(page, event)
    },

    /** Lets every page save what it has not saved, then ends every connection. No socket is left. */
    async close(): Promise<void> {
      const saved = [...pages.values()].map(
        (page) =>
          new Promise<void>((resolve) => {
            page.saved = resolve
            page.stream.once('close', resolve)
            write(page, { closing: true })
          }),
      )
      await inTime(Promise.all(saved), saveTime)
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const method = incoming.method ?? ''
    const headers = incoming.headersDistinct
    const foreign = foreignTo(authority, { method, headers })
    if (foreign !== null) return refuse(outgoing, foreign)
    const path = (incoming.url ?? '').split('?')[0] ?? ''
    if (method !== 'POST') return await serveFile(path, incoming, outgoing)
    if (path === '/enter') return await enter(incoming, outgoing)
    if (!sameSecret(only(headers[tokenHeader]) ?? '', token)) return refuseGuess(outgoing, 'token')
    if (path === '/events') return openStream(outgoing)
    const client = only(headers[clientHeader]) ?? ''
    const page = pages.get(client)
    if (page === undefined) return refuse(outgoing, 'client')
    if (path === '/call') return await call(client, incoming, outgoing)
    if (path !== '/saved') return reply(outgoing, 404, fail({ kind: 'InvalidInput', problems: ['path'] }))
    page.saved()
    reply(outgoing, 200, null)
  }

  async function serveFile(
    path: string,
    { method, url = path }: IncomingMessage,
    outgoing: ServerResponse,
  ): Promise<void> {
    const nonce = randomBytes(18).toString('base64')
    const file = files.get(path)
    if (development !== undefined) {
      const found = await development(url, { nonce, ...(await pageState()) })
      outgoing.writeHead(found.status, pageHeaders(found.type, nonce, true)).end(found.body)
    } else if (path === pagePath) {
      const [html, state] = await Promise.all([readFile(indexFile, 'utf8'), pageState()])
      const page = renderIndexPage(html, { nonce, ...state })
      outgoing.writeHead(200, pageHeaders('text/html; charset=utf-8', nonce))
      outgoing.end(method === 'HEAD' ? undefined : page)
    } else if (file !== undefined) {
      outgoing.writeHead(200, pageHeaders(file.type, nonce))
      outgoing.end(method === 'HEAD' ? undefined : await readFile(file.file))
    } else {
      // Browsers ask for an icon by themselves; that there is none is no fault of the page.
      outgoing.writeHead(path === '/favicon.ico' ? 204 : 404, pageHeaders('text/plain', nonce)).end()
    }
  }

  async function enter(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const sent = await readJson(incoming, 1_024)
    const ticket = sent.ok && isObject(sent.value) ? sent.value['ticket'] : null
    const now = performance.now()
    for (const [known, until] of tickets) {
      if (typeof ticket !== 'string' || !sameSecret(ticket, known)) continue
      tickets.delete(known)
      if (until >= now) return reply(outgoing, 200, { token })
    }
    refuseGuess(outgoing, 'ticket')
  }

  function openStream(outgoing: ServerResponse): void {
    if (pages.size >= pagesAtMost) return refuse(outgoing, 'client')
    const client = randomUUID()
    const page: Page = { stream: outgoing, saved: () => undefined }
    outgoing.writeHead(200, { ...replyHeaders, 'content-type': 'application/x-ndjson' })
    pages.set(client, page)
    outgoing.once('close', () => {
      pages.delete(client)
      clientGone(client)
      pagesChanged(pages.size)
    })
    write(page, { client })
    pagesChanged(pages.size)
  }

  async function call(client: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const sent = await readJson(incoming, bodyAtMost)
    if (!sent.ok) {
      outgoing.setHeader('connection', 'close')
      return reply(outgoing, sent.status, fail({ kind: 'InvalidInput', problems: ['body'] }))
    }
    const { operation, input } = isObject(sent.value) ? sent.value : {}
    reply(outgoing, 200, await request(client, operation, input))
  }

  function refuse(outgoing: ServerResponse, why: Refusal): void {
    log.warn(`refused: ${why}`)
    outgoing.setHeader('x-sepaham-refused', why)
    outgoing.setHeader('connection', 'close')
    reply(outgoing, 403, fail({ kind: 'NotAllowed' }))
  }

  function refuseGuess(outgoing: ServerResponse, why: Refusal): void {
    const delay = brake.wrong()
    const count = brake.count()
    if (count % 100 === 0) log.warn(`guessing: ${count} wrong secrets in this run`)
    if (delay === 'cut') return void outgoing.socket?.destroy()
    if (delay === 0) return refuse(outgoing, why)
    setTimeout(() => {
      brake.answered()
      refuse(outgoing, why)
    }, delay)
  }
}

export type HttpHost = ReturnType<typeof createHttpHost>

const replyHeaders = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
}

function reply(outgoing: ServerResponse, status: number, value: unknown): void {
  outgoing.writeHead(status, replyHeaders).end(JSON.stringify(value))
}

function write(page: Page, line: unknown): void {
  page.stream.write(JSON.stringify(line) + '\n')
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly status: number }

/** The body as JSON, read no further than `atMost` bytes: 413 beyond that, 400 for what is no JSON. */
async function readJson(incoming: IncomingMessage, atMost: number): Promise<Read> {
  if (Number(incoming.headers['content-length'] ?? 0) > atMost) return { ok: false, status: 413 }
  const body = await readBody(incoming, atMost)
  if (body === null) return { ok: false, status: 413 }
  try {
    return { ok: true, value: JSON.parse(body.toString('utf8')) }
  } catch {
    return { ok: false, status: 400 }
  }
}

/** Null when there is more than `atMost`; the rest is then left unread, and the connection is closed after the answer. */
function readBody(incoming: IncomingMessage, atMost: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= atMost) return void chunks.push(chunk)
      incoming.pause()
      resolve(null)
    })
    incoming.once('end', () => resolve(Buffer.concat(chunks)))
    incoming.once('error', reject)
  })
}

/** Waits for `work`, but no longer than `ms`. */
function inTime(work: Promise<unknown>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    void work.finally(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
