import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page, type Route } from 'playwright-core'
import { chromiumFlags, findChromium } from '../chromium.ts'
import { createPeer } from './peer.ts'
import { preloadScript, toHost, toPage } from './preloadScript.ts'
import { fromText, toText } from './structuredText.ts'

export type StandInOptions = {
  readonly bundle: string
  readonly args: readonly string[]
  readonly dataFolder: string
  readonly documentsFolder: string
  readonly width: number
  readonly height: number
  /** Called with each window's page before it loads. */
  readonly onPage?: (page: Page) => void
  /** As an installed program: developer tools are off. */
  readonly packaged?: boolean
  /** Another Sepaham runs already. */
  readonly second?: boolean
}

export type SavedDialog = { readonly canceled: boolean; readonly filePath: string }

type Shape = {
  readonly webPreferences: {
    readonly partition: string
    readonly preload?: string
    readonly additionalArguments?: readonly string[]
    readonly devTools: boolean
  }
}

/** What the stand-in saw the program do. */
export type Recorded = {
  readonly sandboxed: string
  readonly switches: readonly (readonly [string, string | undefined])[]
  readonly calls: readonly (readonly [string, ...unknown[]])[]
  readonly privileged: readonly { readonly scheme: string; readonly privileges: object }[]
  /** What the program asked of Electron and the stand-in does not have. */
  readonly missing: readonly string[]
  readonly channels: readonly string[]
  readonly windows: readonly (Shape & Readonly<Record<string, unknown>>)[]
  readonly themeSource: string
  readonly sessions: readonly {
    readonly partition: string
    readonly network: unknown
    readonly spellChecker: unknown
    readonly schemes: readonly string[]
  }[]
}

/** A scheme of Electron's own as an https URL that Chromium loads, and back. No name under .invalid ever resolves. */
const toLoadable = (url: string) => url.replace(/^([a-z]+):\/\/([^/]*)/, 'https://$2.$1.invalid')
const toOwn = (url: string) => url.replace(/^https:\/\/([^/]*)\.([a-z]+)\.invalid/, '$2://$1')

/** The page or the program has gone meanwhile. */
const dropped = (): void => undefined

/** Starts the built program over the stand-in. Its pages live in a Chromium that this process holds. */
export function startStandIn(options: StandInOptions) {
  let browser: Browser | null = null
  const contexts = new Map<string, BrowserContext>()
  const pages = new Map<number, Page>()
  const loading = new Set<number>()
  const answers: { save: (string | null)[]; open: (string | null)[] } = { save: [], open: [] }
  const dialogs: unknown[] = []
  let shown: (page: Page) => void = () => undefined
  let gone: (error: Error) => void = () => undefined
  const firstPage = new Promise<Page>((resolve, reject) => {
    shown = resolve
    gone = reject
  })
  firstPage.catch(() => undefined)

  const child = fork(new URL('./run.ts', import.meta.url), [options.bundle, ...options.args], {
    serialization: 'advanced',
    silent: true,
    env: {
      ...process.env,
      STAND_IN_USER_DATA: options.dataFolder,
      STAND_IN_DOCUMENTS: options.documentsFolder,
      ...(options.packaged ? { STAND_IN_PACKAGED: '1' } : {}),
      ...(options.second ? { STAND_IN_SECOND: '1' } : {}),
    },
  })
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk))
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  void ended.then(async (code) => {
    host.end(`the program has ended (${code}): ${said}`)
    gone(new Error(`the program has ended (${code}) before it showed a page: ${said}`))
    await browser?.close()
  })

  const page = (id: number): Page => {
    const found = pages.get(id)
    if (!found) throw new Error(`no page ${id}`)
    return found
  }

  const host = createPeer((message) => void (child.connected && child.send(message, () => undefined)), {
    async load(id: number, url: string, shape: Shape, switches: Recorded['switches']) {
      const flags = switches.map(([name, value]) =>
        value === undefined ? `--${name}` : `--${name}=${value}`,
      )
      browser ??= await chromium.launch({
        executablePath: findChromium(),
        args: [...chromiumFlags, ...flags],
      })
      const { partition, preload, additionalArguments } = shape.webPreferences
      const context = contexts.get(partition) ?? (await newContext(browser))
      contexts.set(partition, context)
      const made = await context.newPage()
      pages.set(id, made)
      made.once('close', () => pages.delete(id))
      made.on('popup', (popup) => void judgePopup(id, popup).catch(dropped))
      await made.route('**/*', (route) => answerRequest(id, route).catch(() => route.abort().catch(dropped)))
      await made.exposeBinding(toHost, async ({ frame }, channel: string, text: string) => {
        const sender = { url: toOwn(frame.url()), main: frame.parentFrame() === null }
        return toText(await host.ask('invoke', id, channel, fromText(text), sender))
      })
      if (preload !== undefined) {
        await made.addInitScript(preloadScript(readFileSync(preload, 'utf8'), additionalArguments ?? []))
        options.onPage?.(made)
      }
      await navigate(id, () => made.goto(toLoadable(url)))
      if (preload !== undefined) shown(made)
    },
    // A page that is just leaving misses what it is told, as in Electron.
    send: (id: number, channel: string, args: readonly unknown[]) =>
      pages
        .get(id)
        ?.evaluate(
          ([name, to, text]) =>
            (window as unknown as Record<string, (channel: string, text: string) => void>)[name]?.(to, text),
          [toPage, channel, toText(args)] as const,
        )
        .catch(dropped),
    reload: (id: number) => navigate(id, () => page(id).reload()),
    evaluate: (id: number, code: string) => page(id).evaluate(code),
    print: async (
      id: number,
      how: { readonly preferCSSPageSize: boolean; readonly printBackground: boolean },
    ) => await page(id).pdf(how),
    close: (id: number) => pages.get(id)?.close(),
    saveDialog(how: unknown): SavedDialog {
      dialogs.push(how)
      const path = answers.save.shift() ?? null
      return { canceled: path === null, filePath: path ?? '' }
    },
    openDialog(how: unknown) {
      dialogs.push(how)
      const path = answers.open.shift() ?? null
      return { canceled: path === null, filePaths: path === null ? [] : [path] }
    },
  })
  child.on('message', host.receive)

  function newContext(launched: Browser): Promise<BrowserContext> {
    return launched.newContext({ viewport: { width: options.width, height: options.height } })
  }

  async function navigate(id: number, go: () => Promise<unknown>): Promise<void> {
    loading.add(id)
    await go().finally(() => loading.delete(id))
  }

  /** A page that leaves of its own accord is asked about first, as Electron does. */
  async function answerRequest(id: number, route: Route): Promise<void> {
    const request = route.request()
    const url = toOwn(request.url())
    if (request.isNavigationRequest() && !loading.has(id)) {
      const main = request.frame().parentFrame() === null
      if (await host.ask('emit', id, main ? 'will-navigate' : 'will-frame-navigate', url))
        return await route.abort('aborted')
    }
    const response = (await host.ask('request', id, url, request.method())) as {
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: Buffer
    } | null
    if (response === null) await route.abort('blockedbyclient')
    else await route.fulfill(response)
  }

  async function judgePopup(id: number, popup: Page): Promise<void> {
    const { action } = (await host.ask('windowOpen', id, popup.url())) as { readonly action: string }
    if (action === 'deny') await popup.close()
  }

  return {
    /** The first window's page, once it has loaded. */
    firstPage,
    ended,
    /** What the program wrote to the terminal. */
    said: () => said,
    /** The answer to the next dialog to save, or to open: a path, or null where the person cancels. */
    answerSave: (path: string | null): void => void answers.save.push(path),
    answerOpen: (path: string | null): void => void answers.open.push(path),
    /** The options of every dialog that was shown. */
    dialogs: (): readonly unknown[] => dialogs,
    recorded: async (): Promise<Recorded> => (await host.ask('recorded')) as Recorded,
    /** Asks the stand-in in the program's process: see the answers in electron.ts. */
    ask: host.ask,
    /** Closes the window as a person does, and waits for the end of the program. Fails where Electron was lacking. */
    async quit(): Promise<void> {
      const { missing } = (await host.ask('recorded')) as Recorded
      await Promise.race([host.ask('closeWindow', 1), ended])
      await ended
      if (missing.length > 0) throw new Error(`The stand-in for Electron has no ${missing.join(', ')}`)
    },
    /** kill -9. */
    async kill(): Promise<void> {
      child.kill('SIGKILL')
      await ended
    },
  }
}

export type StandIn = ReturnType<typeof startStandIn>
