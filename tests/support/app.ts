import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, chromium, type Page } from 'playwright-core'
import type { Input, Operation, Reply } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import type { Result } from '../../shared/result.ts'
import { electronRuntime } from '../../electron/start/electronRuntime.mjs'
import { chromiumFlags, findChromium } from './chromium.ts'
import { type StandIn, startStandIn } from './electronStandIn/driver.ts'
import { answerFileQuestions, createFileAnswers } from './fileAnswers.ts'
import type { HostName } from './hosts.ts'
import { openLoopbackClient } from './loopbackClient.ts'
import { root } from './sources.ts'

export type AppOptions = {
  readonly host: HostName
  /** Settings and the log. Without it a new folder, which is wiped after `quit` or `kill`. */
  readonly dataFolder?: string
  /** The home folder; records are offered to be saved in `Documents` there. Without it a new one, wiped likewise. */
  readonly homeFolder?: string
  readonly width?: number
  readonly height?: number
  /** Flags of the program, such as `--sample`. */
  readonly args?: readonly string[]
}

/** The built program with its first page, the same to a test whatever the host. */
export type App = {
  readonly page: Page
  readonly dataFolder: string
  readonly documentsFolder: string
  /** Answers the next dialog to save: an absolute path in a folder that is there, or null to cancel. */
  readonly answerSave: (path: string | null) => Promise<void>
  /** Answers the next dialog to open a record. */
  readonly answerOpen: (path: string | null) => Promise<void>
  /** Asks the program past the screen, to prepare something or to look; resolves with the reply. */
  readonly call: <Op extends Operation>(operation: Op, input: Input<Op>) => Promise<Result<Reply<Op>, Fault>>
  /** What went wrong in the page so far: errors, what its policy refused, requests that left the program. */
  readonly problems: readonly string[]
  /** What the program wrote to the terminal. */
  readonly said: () => string
  /** Ends the program as a person does: what is not saved yet is saved. Resolves when it has ended. */
  readonly quit: () => Promise<void>
  /** kill -9. */
  readonly kill: () => Promise<void>
  /** The stand-in itself, for tests of the host; null on the other hosts. */
  readonly standIn: StandIn | null
}

/** The built bundles of the hosts. */
export const bundles = join(root, 'out', 'main')

/** Starts the built program on a host. `npm run build` must have run. */
export async function openApp(options: AppOptions): Promise<App> {
  const made: string[] = []
  const folder = (given: string | undefined) =>
    given ?? made[made.push(mkdtempSync(join(tmpdir(), 'sepaham-test-'))) - 1]
  const dataFolder = folder(options.dataFolder) ?? ''
  const homeFolder = folder(options.homeFolder) ?? ''
  const documentsFolder = join(homeFolder, 'Documents')
  mkdirSync(documentsFolder, { recursive: true })
  if (!existsSync(bundles)) throw new Error('The program is not built: npm run build')

  const { width = 1440, height = 900, args = [] } = options
  const place = { dataFolder, homeFolder, documentsFolder, width, height, args }
  const running = await starts[options.host](place)
  const ending = (end: () => Promise<void>) => async () => {
    try {
      await end()
    } finally {
      for (const it of made) rmSync(it, { recursive: true, force: true })
    }
  }
  return {
    standIn: null,
    ...running,
    dataFolder,
    documentsFolder,
    quit: ending(running.quit),
    kill: ending(running.kill),
  }
}

type Place = {
  readonly dataFolder: string
  readonly homeFolder: string
  readonly documentsFolder: string
  readonly width: number
  readonly height: number
  readonly args: readonly string[]
}
type Running = Omit<App, 'dataFolder' | 'documentsFolder' | 'standIn'> & Partial<Pick<App, 'standIn'>>

const starts: Readonly<Record<HostName, (place: Place) => Promise<Running>>> = {
  loopback: openLoopback,
  standIn: openStandIn,
  electron: openElectron,
}

async function openLoopback({ dataFolder, homeFolder, width, height, args }: Place): Promise<Running> {
  const { child, said, address } = startLoopback([...args, '--data-folder', dataFolder], homeFolder)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] })
  const page = await (await browser.newContext({ viewport: { width, height } })).newPage()
  const problems: string[] = []
  watch(page, problems)
  const answers = createFileAnswers()
  await answerFileQuestions(page, answers)
  await page.goto(await address)
  const past = await openLoopbackClient(await address, answers)
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    past.close()
    child.kill(signal)
    await ended
    await browser.close()
  }
  return {
    page,
    problems,
    said,
    call: past.call as App['call'],
    answerSave: async (path) => answers.add('save', path),
    answerOpen: async (path) => answers.add('open', path),
    quit: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/** Over the bridge that the preload gave the page. */
function callThrough(page: Page): App['call'] {
  const call = (operation: string, input: unknown) =>
    page.evaluate(([name, it]) => window.sepaham?.invoke(name, it), [operation, input] as const)
  return call as App['call']
}

function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('request', (request) => {
    if (!ownAddress.test(request.url())) problems.push(`asked for ${request.url()}`)
  })
}

/** Where the pages of the hosts are; the stand-in's is app://sepaham/ as Chromium can load it. */
const ownAddress =
  /^(?:app:\/\/sepaham\/|https:\/\/sepaham\.app\.invalid\/|http:\/\/127\.0\.0\.1:\d+\/|data:|blob:)/

/** The loopback host without a browser; `address` is what it prints, and rejects if it ends before that. */
export function startLoopback(
  args: readonly string[],
  homeFolder: string,
): { readonly child: ChildProcess; readonly said: () => string; readonly address: Promise<string> } {
  const child = spawn(process.execPath, [join(bundles, 'serve.cjs'), '--no-open', ...args], {
    env: { ...process.env, HOME: homeFolder, USERPROFILE: homeFolder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const address = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk
      const found = /open (http:\S+)\n/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the loopback host has ended (${code}): ${said}`)))
  })
  return { child, said: () => said, address }
}

async function openStandIn({ dataFolder, documentsFolder, width, height, args }: Place): Promise<Running> {
  const bundle = join(bundles, 'main.cjs')
  const problems: string[] = []
  const onPage = (page: Page) => watch(page, problems)
  const standIn = startStandIn({ bundle, args, dataFolder, documentsFolder, width, height, onPage })
  const page = await standIn.firstPage
  return {
    page,
    problems,
    standIn,
    call: callThrough(page),
    said: standIn.said,
    answerSave: async (path) => standIn.answerSave(path),
    answerOpen: async (path) => standIn.answerOpen(path),
    quit: standIn.quit,
    kill: standIn.kill,
  }
}

async function openElectron({ dataFolder, homeFolder, width, height, args }: Place): Promise<Running> {
  const app = await _electron.launch({
    executablePath: electronRuntime() ?? '',
    args: [join(bundles, 'main.cjs'), '--data-folder', dataFolder, ...args],
    env: { ...process.env, HOME: homeFolder, USERPROFILE: homeFolder } as Record<string, string>,
  })
  let said = ''
  app.process().stdout?.on('data', (chunk: Buffer) => (said += chunk))
  app.process().stderr?.on('data', (chunk: Buffer) => (said += chunk))
  const ended = new Promise<void>((resolve) => app.process().once('exit', () => resolve()))
  const page = await app.firstWindow()
  const problems: string[] = []
  watch(page, problems)
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  )
  return {
    page,
    problems,
    call: callThrough(page),
    said: () => said,
    answerSave: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' })
      }, path),
    answerOpen: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = async () => ({
          canceled: filePath === null,
          filePaths: filePath === null ? [] : [filePath],
        })
      }, path),
    async quit() {
      await page.close({ runBeforeUnload: false })
      await ended
    },
    async kill() {
      app.process().kill('SIGKILL')
      await ended
    },
  }
}
