import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operations } from '../../../shared/api/contract.ts'
import { type App, bundles, openApp } from '../../support/app.ts'
import { findChromium } from '../../support/chromium.ts'
import { type Recorded, type StandIn, startStandIn } from '../../support/electronStandIn/driver.ts'
import { readSources } from '../../support/sources.ts'

// The rules for an Electron app, each on the sources and on the program as it ships, over the stand-in.

let app: App
let standIn: StandIn
let recorded: Recorded

beforeAll(async () => {
  app = await openApp({ host: 'standIn' })
  if (app.standIn === null) throw new Error('no stand-in')
  standIn = app.standIn
  await printSomething()
  recorded = await standIn.recorded()
})
afterAll(() => app.quit())

/** Makes a record and prints its recovery sheet, so that the hidden window is among those recorded. */
async function printSomething(): Promise<void> {
  await app.answerSave(join(app.documentsFolder, 'unit.sepaham'))
  const passphrase = 'tujuh belas perahu berlayar ke Bali'
  const made = await app.call('record.create', {
    name: 'Unit',
    ownSide: 'IDN',
    officerName: 'Ayu',
    passphrase,
  })
  if (!made.ok || made.value === null) throw new Error('no record was made')
  await app.answerSave(join(app.documentsFolder, 'key.pdf'))
  const { recoveryKey } = made.value
  await app.call('record.saveRecoverySheet', { recoveryKey, format: 'pdf', language: 'en' })
}

const place = (name: string) => ({
  bundle: join(bundles, 'main.cjs'),
  args: [],
  dataFolder: join(app.dataFolder, name),
  documentsFolder: app.documentsFolder,
  width: 1024,
  height: 700,
})

const sources = readSources('electron', 'shared', 'renderer')
const say = (pattern: RegExp, but: RegExp = /^$/) =>
  sources.filter(({ path, text }) => pattern.test(text) && !but.test(path)).map(({ path }) => path)

const hostile = [
  'https://evil.example/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'app://evil/',
  'javascript:alert(1)',
  'data:text/html,x',
  'app://sepaham/other',
]

describe('1. pages are sandboxed and know nothing of Node', () => {
  it('before the app is ready', () => expect(recorded.sandboxed).toBe('before ready'))
  it('each of them, with the same options', () => {
    expect(recorded.windows).toHaveLength(2) // the app's, and the hidden one that prints
    for (const { webPreferences } of recorded.windows)
      expect(webPreferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
      })
  })
  it('and made in one place', () =>
    expect(say(/new (BrowserWindow|WebContentsView|BrowserView)\(/)).toEqual(['electron/shell/windows.ts']))
})

describe('2. the page comes from a scheme of its own', () => {
  it('which passes by no policy and keeps no worker', () =>
    expect(recorded.privileged).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]))
  it('and only from it', () => expect(say(/\bloadFile\(|['"`]file:\/\//)).toEqual([]))
})

describe('3. every response carries the policy', () => {
  it('with a nonce of its own and no exception', async () => {
    const policies = await app.page.evaluate(async () => {
      const script = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? ''
      const answers = await Promise.all([fetch('/'), fetch('/'), fetch(script)])
      return answers.map((answer) => answer.headers.get('content-security-policy'))
    })
    for (const policy of policies)
      expect(policy).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w+/=]{24}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default dompurify$/,
      )
    expect(new Set(policies).size).toBe(policies.length)
  })
  it('and the page opens under it without a complaint', () => expect(app.problems).toEqual([]))
})

describe('4. a page cannot leave', () => {
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])
    it(`by ${event}`, async () => {
      for (const url of hostile) expect(await standIn.ask('emit', 1, event, url)).toBe(true)
    })
  it('by another window', async () => {
    for (const url of hostile) expect(await standIn.ask('windowOpen', 1, url)).toEqual({ action: 'deny' })
  })
  it('by a refresh that got into it', async () => {
    const before = app.page.url()
    const left = app.page.waitForEvent('requestfailed', (request) => request.url().includes('evil.example'))
    await app.page.evaluate(() => {
      const meta = document.createElement('meta')
      meta.httpEquiv = 'refresh'
      meta.content = '0; url=https://evil.example/'
      document.head.append(meta)
    })
    await left
    expect(app.page.url()).toBe(before)
  })
})

describe('5. there is no network', () => {
  it('for any request but those of the page itself', async () => {
    for (const url of ['https://evil.example/', 'ws://127.0.0.1/', 'file:///etc/passwd', 'http://localhost/'])
      expect(await standIn.ask('request', 1, url, 'GET')).toBeNull()
  })
  it('in any session', () => {
    expect(recorded.sessions).toHaveLength(2)
    for (const { network } of recorded.sessions) expect(network).toEqual({ offline: true })
  })
  it('for services of Chromium', () => {
    const switches = new Map(recorded.switches)
    for (const name of ['disable-background-networking', 'disable-component-update', 'dns-prefetch-disable'])
      expect(switches.has(name)).toBe(true)
    expect(switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
  })
  it('for the program', () =>
    expect(
      say(
        /from 'node:(net|tls|dgram|http2|https|dns)'|from 'electron-updater'|\bautoUpdater\b|\bnet\.(fetch|request)\b/,
        /^electron\/(loopback|start|packaging)\//,
      ),
    ).toEqual([]))
  it('and one listener judges each request, since the last one wins', () =>
    expect(say(/onBeforeRequest\(/)).toEqual(['electron/shell/hardening.ts']))
})

describe('6. spelling is off', () => {
  it('in every page', () => {
    for (const { webPreferences } of recorded.windows)
      expect(webPreferences).toHaveProperty('spellcheck', false)
  })
  it('in every session', () => {
    for (const { spellChecker } of recorded.sessions) expect(spellChecker).toBe(false)
  })
})

describe('7. a page has no permission', () => {
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'hid'])
    it(`for ${permission}`, async () =>
      expect(await standIn.ask('permission', 1, permission)).toEqual({
        granted: false,
        checked: false,
        device: false,
        streams: null,
      }))
  it('but to put text on the clipboard', async () =>
    expect(await standIn.ask('permission', 1, 'clipboard-sanitized-write')).toMatchObject({
      granted: true,
      checked: true,
    }))
})

describe('8. only the top frame of our own page may ask', () => {
  const notAllowed = { ok: false, fault: { kind: 'NotAllowed' } }
  const frames = {
    'another origin': { url: 'https://evil.example/', main: true },
    'another host of the scheme': { url: 'app://evil/', main: true },
    'an empty page': { url: 'about:blank', main: true },
    'a frame inside': { url: 'app://sepaham/', main: false },
    'a frame that has gone': null,
  }
  it('on channels that are those of the contract and one more', () =>
    expect(recorded.channels.toSorted()).toEqual([...operations, 'saved'].toSorted()))
  for (const [name, frame] of Object.entries(frames))
    it(`and not ${name}, on any channel`, async () => {
      for (const operation of operations)
        expect(await standIn.ask('invoke', 1, operation, [{}], frame)).toEqual(notAllowed)
      expect(await standIn.ask('invoke', 1, 'saved', [], frame)).toBeUndefined()
    })
  it('and the page has no more than the bridge', async () => {
    const known = await app.page.evaluate(() => [
      Object.keys(window.sepaham ?? {}).toSorted(),
      Object.isFrozen(window.sepaham),
      'require' in window,
      'process' in window,
    ])
    expect(known).toEqual([['beforeClose', 'invoke', 'listen'], true, false, false])
  })
  it('and no other operation leaves the page', async () => {
    const result = await app.page.evaluate(() => window.sepaham?.invoke('saved', {}))
    expect(result).toEqual({ ok: false, fault: { kind: 'InvalidInput', problems: ['operation'] } })
  })
  it('and a path is taken from dialogs alone', () =>
    expect(
      say(/show(Save|Open)Dialog(Sync)?\(/, /^electron\/shell\/dialogs\.ts$/).filter((it) =>
        it.startsWith('electron'),
      ),
    ).toEqual([]))
})

describe('9. nothing is opened outside', () => {
  it('by the program', () => expect(say(/\bopenExternal\b|\bopenPath\b|\bshowItemInFolder\b/)).toEqual([]))
})

describe('10. Chromium keeps nothing on the disk', () => {
  it('since sessions are in memory', () => {
    for (const { partition } of recorded.sessions) expect(partition).toMatch(/^(?!persist:)./)
    for (const { webPreferences } of recorded.windows)
      expect(webPreferences.partition).not.toMatch(/^persist:/)
  })
  it('and no response may be kept', async () =>
    expect(await app.page.evaluate(async () => (await fetch('/')).headers.get('cache-control'))).toBe(
      'no-store',
    ))
})

describe('11. an installed program has no developer tools', () => {
  it('in its window, nor a menu that opens them', async () => {
    const installed = startStandIn({ ...place('installed'), packaged: true })
    await installed.firstPage
    const { windows, calls } = await installed.recorded()
    await installed.quit()
    for (const { webPreferences } of windows) expect(webPreferences.devTools).toBe(false)
    expect(calls.filter(([name]) => name === 'setApplicationMenu')).toHaveLength(1)
    expect(JSON.stringify(calls)).not.toMatch(/devtools|reload/i)
  })
  it('and never opens them by itself', () => expect(say(/openDevTools|toggleDevTools/i)).toEqual([]))
})

describe('12. no crash is reported to anyone', () => {
  it('since the reporter is never started', () => expect(say(/crashReporter/)).toEqual([]))
})

describe('13. the record has a thread of its own', () => {
  it('and hosts know it only by its messages', () =>
    expect(
      sources
        .filter(({ path }) => /^electron\/(shell|loopback|host|main\.ts|serve\.ts|preload\.ts)/.test(path))
        .flatMap(({ path, imports }) => imports.map(({ from }) => `${path} ${from}`))
        .filter((it) => /better-sqlite3|electron\/(store|services\/(?!ports)|jobs)/.test(it)),
    ).toEqual([]))
})

describe('14. there is one Sepaham on a computer', () => {
  it('and a second one ends without a window', async () => {
    const second = startStandIn({ ...place('second'), second: true })
    expect(await second.ended).toBe(0)
    await expect(second.firstPage).rejects.toThrow('before it showed a page')
  })
  it('and the first one comes to the front', async () => {
    await standIn.ask('emitApp', 'second-instance')
    expect((await standIn.recorded()).calls).toContainEqual(['focus', 1])
  })
})

describe('15. a window can be kept out of pictures of the screen', () => {
  it('by a setting', async () => {
    const change = (contentProtection: boolean) =>
      app.page.evaluate(async (on) => {
        const settings = (await window.sepaham?.invoke('settings.read', {})) as { readonly value: object }
        await window.sepaham?.invoke('settings.change', {
          settings: { ...settings.value, contentProtection: on },
        })
      }, contentProtection)
    const last = async () =>
      (await standIn.recorded()).calls.findLast(([name]) => name === 'setContentProtection')?.[1]
    expect(await last()).toBe(false)
    await change(true)
    await expect.poll(last).toBe(true)
    await change(false)
    await expect.poll(last).toBe(false)
  })
})

describe('the stand-in', () => {
  it('is a browser of this machine', () => expect(findChromium()).toBeTruthy())
  it('lacks nothing that the program asked for', async () =>
    expect((await standIn.recorded()).missing).toEqual([]))
})
