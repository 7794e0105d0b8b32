import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, type IncomingMessage, request, type RequestOptions } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPackagedFiles } from '../../../electron/host/packagedFiles.ts'
import { bodyAtMost, createHttpHost, type HttpHost } from '../../../electron/loopback/httpHost.ts'
import { ok } from '../../../shared/result.ts'

const settings = { language: 'id', theme: 'dark', density: 'compact' } as const

let folder = ''
let host: HttpHost
let address: URL
let agent: Agent
let asked: (readonly [string, unknown, unknown])[] = []
let gone: string[] = []
let warned: string[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))
  writeFileSync(join(folder, 'index.html'), '<html><head><meta name="csp-nonce" content=""></head></html>')
  writeFileSync(join(folder, 'app.js'), 'void 0')
  writeFileSync(join(folder, 'secret.sepaham'), 'not for a page')
  asked = []
  gone = []
  warned = []
  agent = new Agent({ keepAlive: true, maxSockets: 1_000 })
  host = createHttpHost({
    files: readPackagedFiles(folder),
    indexFile: join(folder, 'index.html'),
    pageState: async () => ({ settings, recovered: false }),
    async request(client, operation, input) {
      asked.push([client, operation, input])
      return ok(input)
    },
    clientGone: (client) => void gone.push(client),
    pagesChanged: () => undefined,
    log: { info: () => undefined, warn: (what) => void warned.push(what), error: () => 'reference' },
  })
  address = new URL(await host.listen())
})

afterEach(async () => {
  agent.destroy()
  await host.close()
  rmSync(folder, { recursive: true })
})

const token = () => new URLSearchParams(address.hash.slice(1)).get('token') ?? ''

type Answer = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: string }
type Ask = {
  readonly method?: string
  readonly path?: string
  readonly headers?: RequestOptions['headers']
  readonly body?: string | Buffer
}

function open({ method = 'POST', path = '/call', headers = {}, body = '' }: Ask): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { hostname, port, origin } = address
    const all = { origin, 'x-sepaham-token': token(), ...headers }
    const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
    const asking = request({ hostname, port, method, path, agent, headers: sent }, resolve)
    asking.once('error', reject)
    asking.end(body)
  })
}

async function send(ask: Ask): Promise<Answer> {
  const incoming = await open(ask)
  let body = ''
  for await (const chunk of incoming.setEncoding('utf8')) body += chunk
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, body }
}

/** A page that listens; `lines` are the JSON values it was sent, in order. */
async function openPage() {
  const stream = (await open({ path: '/events' })).setEncoding('utf8')
  const lines: unknown[] = []
  const waiting: (() => void)[] = []
  stream.on('data', (chunk: string) => {
    for (const line of chunk.split('\n').filter(Boolean)) lines.push(JSON.parse(line))
    for (const wake of waiting.splice(0)) wake()
  })
  stream.on('error', () => undefined)
  const until = async (count: number) => {
    while (lines.length < count) await new Promise<void>((resolve) => waiting.push(resolve))
    return lines
  }
  const [first] = await until(1)
  return { client: (first as { readonly client: string }).client, until, stream }
}

const call = (client: string, operation: unknown, input: unknown) =>
  send({ headers: { 'x-sepaham-client': client }, body: JSON.stringify({ operation, input }) })

async function expectRefused(ask: Ask, why: string) {
  const answer = await send(ask)
  expect([answer.status, answer.headers['x-sepaham-refused'], JSON.parse(answer.body)]).toEqual([
    403,
    why,
    { ok: false, fault: { kind: 'NotAllowed' } },
  ])
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  expect(asked).toEqual([])
  expect(warned).toContain(`refused: ${why}`)
}

describe('a page of ours', () => {
  it('is given a client id, asks and is answered', async () => {
    const page = await openPage()
    const answer = await call(page.client, 'record.state', { a: 1 })
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { ok: true, value: { a: 1 } }])
    expect(asked).toEqual([[page.client, 'record.state', { a: 1 }]])
  })
  it('is told what is for every page, and what is for it alone', async () => {
    const [one, two] = [await openPage(), await openPage()]
    host.send({ kind: 'recordStateChanged' }, two.client)
    host.send({ kind: 'recordChanged', operation: 'x' }, null)
    expect(await two.until(3)).toEqual([
      { client: two.client },
      { kind: 'recordStateChanged' },
      { kind: 'recordChanged', operation: 'x' },
    ])
    expect(await one.until(2)).toEqual([{ client: one.client }, { kind: 'recordChanged', operation: 'x' }])
  })
  it('is known to have gone when its stream closes', async () => {
    const page = await openPage()
    page.stream.destroy()
    await expect.poll(() => gone).toEqual([page.client])
    expect((await call(page.client, 'record.state', {})).status).toBe(403)
  })
  it('is rendered with settings, a nonce of its own and the policy', async () => {
    const [one, two] = [await send({ method: 'GET', path: '/' }), await send({ method: 'GET', path: '/' })]
    const policy = String(one.headers['content-security-policy'])
    expect(one.body).toContain('<html lang="id" data-theme="dark" data-density="compact">')
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(one.body).toContain(`nonce="${/'nonce-([^']+)'/.exec(policy)?.[1]}"`)
    expect(two.body).not.toBe(one.body)
    expect(one.body).not.toContain(token())
  })
  it('saves before the host goes', async () => {
    const page = await openPage()
    const closed = host.close()
    expect(await page.until(2)).toContainEqual({ closing: true })
    expect((await call(page.client, 'text.save', {})).status).toBe(200)
    await send({ path: '/saved', headers: { 'x-sepaham-client': page.client } })
    await closed
  })
})

describe('the token', () => {
  const withToken = (value: string | string[] | undefined) => ({
    path: '/events',
    headers: { 'x-sepaham-token': value },
  })
  it('must be there', () => expectRefused(withToken(undefined), 'token'))
  it('must not be empty', () => expectRefused(withToken(''), 'token'))
  it('must not be short', () => expectRefused(withToken(token().slice(0, -1)), 'token'))
  it('must not be long', () => expectRefused(withToken(token() + 'A'), 'token'))
  it('must not be huge', () => expectRefused(withToken('A'.repeat(8_000)), 'token'))
  it('must be that of this run', () => expectRefused(withToken('A'.repeat(43)), 'token'))
  it('must not be one of several', () => expectRefused(withToken([token(), token()]), 'token'))
  it('does not help without a client id', () => expectRefused({ body: '{}' }, 'client'))
  it('does not help with the client id of nobody', () =>
    expectRefused({ headers: { 'x-sepaham-client': 'a' }, body: '{}' }, 'client'))
  it('is never asked for in the address', async () =>
    expectRefused({ path: `/events?token=${token()}`, headers: { 'x-sepaham-token': undefined } }, 'token'))
})

describe('a ticket', () => {
  const enter = (ticket: unknown) =>
    send({ path: '/enter', headers: { 'x-sepaham-token': undefined }, body: JSON.stringify({ ticket }) })
  const ticket = () => new URLSearchParams(new URL(host.ticketAddress()).hash.slice(1)).get('ticket')

  it('is worth the token once', async () => {
    const one = ticket()
    const first = await enter(one)
    expect([first.status, JSON.parse(first.body)]).toEqual([200, { token: token() }])
    expect((await enter(one)).status).toBe(403)
  })
  it('is not the token', () => expect(ticket()).not.toBe(token()))
  for (const wrong of [undefined, null, '', 'x', 7, [], {}])
    it(`is not ${JSON.stringify(wrong)}`, async () => expect((await enter(wrong)).status).toBe(403))
})

describe('a stranger', () => {
  it('is refused under another name of this machine', () =>
    expectRefused({ path: '/events', headers: { host: `localhost:${address.port}` } }, 'host'))
  it('is refused under a name that was rebound', () =>
    expectRefused({ method: 'GET', path: '/', headers: { host: 'evil.example' } }, 'host'))
  it('is refused from another origin', () =>
    expectRefused({ path: '/events', headers: { origin: 'http://evil.example' } }, 'origin'))
  it('is refused from an origin that is none', () =>
    expectRefused({ path: '/events', headers: { origin: 'null' } }, 'origin'))
  it('is refused without an origin', () =>
    expectRefused({ path: '/events', headers: { origin: undefined } }, 'origin'))
  for (const method of ['OPTIONS', 'PUT', 'DELETE', 'PATCH'])
    it(`is refused with ${method}`, () => expectRefused({ method }, 'method'))
})

describe('files', () => {
  const get = (path: string) => send({ method: 'GET', path, headers: { 'x-sepaham-token': undefined } })
  it('of the page are served as what they are', async () => {
    const { status, headers, body } = await get('/app.js')
    expect([status, headers['content-type'], body]).toEqual([200, 'text/javascript; charset=utf-8', 'void 0'])
  })
  for (const path of [
    '/secret.sepaham',
    '/../app.js',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..\\..\\etc\\passwd',
    '/etc/passwd',
    '//etc/passwd',
    '/app.js%00.html',
    '/./app.js',
    '/app.js/',
    'http://evil.example/app.js',
    '*',
  ])
    it(`do not include ${path}`, async () => expect((await get(path)).status).toBe(404))
})

describe('a request that is too much', () => {
  it('is refused by its length, and nothing of it is kept', async () => {
    const page = await openPage()
    const headers = { 'x-sepaham-client': page.client, 'content-length': String(bodyAtMost + 1) }
    const { hostname, port, origin } = address
    const status = await new Promise((resolve, reject) => {
      const asking = request(
        {
          hostname,
          port,
          method: 'POST',
          path: '/call',
          headers: { ...headers, origin, 'x-sepaham-token': token() },
        },
        (incoming) => resolve(incoming.statusCode),
      )
      asking.once('error', reject)
      asking.flushHeaders()
    })
    expect(status).toBe(413)
  })
  it('is refused while it arrives', async () => {
    const page = await openPage()
    const { hostname, port, origin } = address
    const headers = { 'x-sepaham-client': page.client, origin, 'x-sepaham-token': token() }
    const status = await new Promise((resolve) => {
      const asking = request({ hostname, port, method: 'POST', path: '/call', headers }, (incoming) => {
        resolve(incoming.statusCode)
        asking.destroy()
      })
      // The connection is closed while the rest is still being sent, which may overtake the answer.
      asking.on('error', () => resolve('cut'))
      const chunk = Buffer.alloc(1_048_576, 0x20)
      const more = () => {
        while (!asking.destroyed && asking.write(chunk));
        if (!asking.destroyed) asking.once('drain', more)
      }
      more()
    })
    expect([413, 'cut']).toContain(status)
    expect(asked).toEqual([])
  })
  for (const body of ['', '{', 'undefined', '{"operation":', '\0'])
    it(`is InvalidInput when it is ${JSON.stringify(body)}`, async () => {
      const { client } = await openPage()
      const answer = await send({ headers: { 'x-sepaham-client': client }, body })
      expect([answer.status, JSON.parse(answer.body).fault.kind]).toEqual([400, 'InvalidInput'])
    })
})

describe('guessing', () => {
  it('a thousand tokens finds nothing, is slowed, and does not disturb the page', async () => {
    const page = await openPage()
    const startedAt = performance.now()
    const guesses = Array.from({ length: 1_000 }, (_, at) =>
      send({ path: '/events', headers: { 'x-sepaham-token': `${at}`.padStart(43, 'A') } }).then(
        ({ status }) => ({ status, after: performance.now() - startedAt }),
        () => ({ status: 0, after: 0 }), // cut off
      ),
    )
    expect((await call(page.client, 'record.state', {})).status).toBe(200)
    const answers = await Promise.all(guesses)
    const refused = answers.filter(({ status }) => status === 403)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([0, 403]))
    const seconds = Math.ceil((performance.now() - startedAt) / 1_000)
    expect(refused.length).toBeLessThanOrEqual(10 + 50 * seconds)
    expect(refused.filter(({ after }) => after >= 1_000).length).toBeGreaterThanOrEqual(refused.length - 10)
    expect(warned).toContain('guessing: 1000 wrong secrets in this run')
    expect((await call(page.client, 'record.state', {})).status).toBe(200)
  })
})

describe('after the end', () => {
  it('no socket is left', async () => {
    await openPage()
    const held = connect(Number(address.port), '127.0.0.1')
    await new Promise((resolve) => held.once('connect', resolve))
    const cut = new Promise((resolve) => held.once('close', resolve))
    await host.close()
    await cut
    const again = connect(Number(address.port), '127.0.0.1')
    const code = await new Promise((resolve) =>
      again.once('error', (error: NodeJS.ErrnoException) => resolve(error.code)),
    )
    expect(code).toBe('ECONNREFUSED')
  }, 10_000)
})
