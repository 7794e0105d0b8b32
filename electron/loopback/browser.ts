import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { readyToPrint } from '../host/readyToPrint.ts'
import type { Desktop } from '../services/ports.ts'
import { createDevtoolsPipe } from './devtoolsPipe.ts'

/** No service of the browser's own, no name looked up but none at all, nothing kept. */
const quietFlags = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-client-side-phishing-detection',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-quic',
  '--disable-breakpad',
  '--dns-prefetch-disable',
  '--no-pings',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-features=AutofillServerCommunication,MediaRouter,OptimizationHints,Translate',
]

/** No name leads anywhere; the window of the app must reach this machine, a page to print need not. */
const onlyThisMachine = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
const nowhere = '--host-resolver-rules=MAP * ~NOTFOUND'

/** Spelling (whose dictionaries would be fetched), passwords, addresses and translation are off. */
const preferences = {
  browser: { enable_spellchecking: false, has_seen_welcome_page: true },
  spellcheck: { dictionaries: [], use_spelling_service: false },
  translate: { enabled: false },
  credentials_enable_service: false,
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  search: { suggest_enabled: false },
  safebrowsing: { enabled: false },
  signin: { allowed: false },
  net: { network_prediction_options: 2 },
}

/** Chromium has no sandbox for root, so it must be told to go without; the host says so aloud. */
export function runsWithoutSandbox(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0
}

const hasGroups = process.platform !== 'win32'

/** A browser's helpers may outlive it for a moment, and would write into the profile again. */
function endGroup({ pid }: ChildProcess): void {
  if (!hasGroups || pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // None was left.
  }
}

type Running = { readonly process: ChildProcess; readonly ended: Promise<void> }

/** Starts a browser in a profile of its own, which is wiped when the browser ends. */
function start(browser: string, flags: readonly string[], pipe: boolean): Running {
  const profile = mkdtempSync(join(tmpdir(), `${profilePrefix}${process.pid}-`))
  mkdirSync(join(profile, 'Default'))
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  const child = spawn(
    browser,
    [
      `--user-data-dir=${profile}`,
      ...quietFlags,
      ...(runsWithoutSandbox() ? ['--no-sandbox'] : []),
      ...flags,
    ],
    {
      stdio: pipe ? ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] : 'ignore',
      detached: hasGroups, // a group of its own, so that its helpers can be ended with it
    },
  )
  const wipe = async () => {
    endGroup(child)
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve())
  }).finally(wipe)
  return { process: child, ended }
}

/** The window of the app in an installed browser. `ended` resolves when its last window has closed. */
export function openBrowser(
  browser: string,
  address: string,
): { readonly ended: Promise<void>; readonly close: () => void } {
  const running = start(browser, [onlyThisMachine, `--app=${address}`, '--window-size=1440,900'], false)
  return { ended: running.ended, close: () => void running.process.kill() }
}

/** A page may take this long to print, in milliseconds: a long paper takes a few seconds. */
const printTime = 60_000

/** Prints in a browser of its own without a window, which is spoken to over a pipe and knows no network. */
export function createBrowserPrinter(findBrowser: () => string | null): Pick<Desktop, 'printPdf'> {
  return {
    async printPdf({ html }) {
      const browser = findBrowser()
      if (browser === null) return null
      const running = start(
        browser,
        [nowhere, '--headless', '--disable-gpu', '--remote-debugging-pipe'],
        true,
      )
      const [, , , toBrowser, fromBrowser] = running.process.stdio
      const pipe = createDevtoolsPipe(toBrowser as Writable, fromBrowser as Readable)
      const timer = setTimeout(() => running.process.kill('SIGKILL'), printTime)
      try {
        const { targetId } = await pipe.send('Target.createTarget', { url: 'about:blank' })
        const attached = await pipe.send('Target.attachToTarget', { targetId, flatten: true })
        const page = String(attached['sessionId'])
        await pipe.send('Network.enable', {}, page)
        await pipe.send(
          'Network.emulateNetworkConditions',
          { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 },
          page,
        )
        await pipe.send('Emulation.setScriptExecutionDisabled', { value: true }, page)
        const { frameTree } = (await pipe.send('Page.getFrameTree', {}, page)) as {
          frameTree: { frame: { id: string } }
        }
        await pipe.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html }, page)
        await pipe.send('Runtime.evaluate', { expression: readyToPrint, awaitPromise: true }, page)
        const printed = await pipe.send(
          'Page.printToPDF',
          { preferCSSPageSize: true, printBackground: true },
          page,
        )
        return Buffer.from(String(printed['data']), 'base64')
      } finally {
        clearTimeout(timer)
        running.process.kill()
        await running.ended.catch(() => undefined)
      }
    },
  }
}

const profilePrefix = 'sepaham-browser-'

/** Wipes profiles that a killed host left behind: those whose process is no more. */
export function sweepProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${profilePrefix}(\\d+)-`).exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
