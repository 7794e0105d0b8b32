import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundles, openApp, startLoopback } from '../../support/app.ts'
import { findChromium } from '../../support/chromium.ts'

let folder = ''
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const profiles = () => readdirSync(tmpdir()).filter((name) => name.startsWith('sepaham-browser-'))

function portIsOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

describe('the loopback host', () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    it(`ends at ${signal} with nothing listening`, async () => {
      const { child, address } = startLoopback(['--data-folder', join(folder, signal)], folder)
      const port = Number(new URL(await address).port)
      expect(await portIsOpen(port)).toBe(true)
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill(signal)
      expect(await ended).toBe(0)
      expect(await portIsOpen(port)).toBe(false)
    })

  it('listens on the port that it was given', async () => {
    const first = startLoopback(['--data-folder', join(folder, 'first')], folder)
    const port = new URL(await first.address).port
    first.child.kill()
    await new Promise((resolve) => first.child.once('exit', resolve))
    const second = startLoopback(['--data-folder', join(folder, 'second'), '--port', port], folder)
    expect(new URL(await second.address).port).toBe(port)
    second.child.kill()
    await new Promise((resolve) => second.child.once('exit', resolve))
  })

  it('serves no page of another server', async () => {
    const child = spawn(process.execPath, [join(bundles, 'serve.cjs'), '--dev-url', 'http://127.0.0.1:1'], {
      env: { ...process.env, HOME: folder },
      stdio: 'ignore',
    })
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(2)
  })

  it('loses the page no more than its word when the page is loaded again', async () => {
    const app = await openApp({ host: 'loopback' })
    await app.page.waitForFunction(() => !location.hash.includes('token'))
    await app.page.reload()
    const status = await app.page.evaluate(
      async () =>
        (
          await fetch('/events', {
            method: 'POST',
            headers: { 'x-sepaham-token': sessionStorage.getItem('token') ?? '' },
          })
        ).status,
    )
    await app.quit()
    expect(status).toBe(200)
  })
})

describe('the browser that the host starts', () => {
  it('gets a ticket and not the token, opens the page, and leaves no profile behind', async () => {
    const said = join(folder, 'arguments')
    const browser = join(folder, 'browser')
    // The real browser, without a screen; what else it was started with is kept.
    writeFileSync(
      browser,
      `#!/bin/sh\nprintf '%s\\n' "$@" > '${said}.part'\nmv '${said}.part' '${said}'\nexec '${findChromium()}' --headless --disable-gpu "$@"\n`,
    )
    chmodSync(browser, 0o755)
    const before = profiles()
    const child = spawn(
      process.execPath,
      [join(bundles, 'serve.cjs'), '--data-folder', join(folder, 'data')],
      {
        env: { ...process.env, HOME: folder, SEPAHAM_BROWSER: browser },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk))
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await expect.poll(() => existsSync(said), { timeout: 10_000 }).toBe(true)
    const token = /#token=(\S+)/.exec(printed)?.[1] ?? 'none'
    const flags = readFileSync(said, 'utf8').split('\n')
    expect(flags.filter((flag) => flag.includes(token))).toEqual([])
    expect(flags.filter((flag) => /^--app=http:\/\/127\.0\.0\.1:\d+\/#ticket=/.test(flag))).toHaveLength(1)
    expect(flags).toContain('--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1')
    const [profile] = profiles().filter((name) => !before.includes(name))
    expect(profile).toBeDefined()
    const preferences = JSON.parse(
      readFileSync(join(tmpdir(), profile ?? '', 'Default', 'Preferences'), 'utf8'),
    )
    expect(preferences.browser.enable_spellchecking).toBe(false)
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(profiles().filter((name) => !before.includes(name))).toEqual([])
  })
})
