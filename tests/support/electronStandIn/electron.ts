// The module "electron" as a bundled main process sees it here. What it lacks fails by name.
import { EventEmitter } from 'node:events'
import { createPeer } from './peer.ts'

type Known = Readonly<Record<string, unknown>>
type Frame = { readonly url: string; readonly main: boolean } | null

const missing: string[] = []
function strict<T extends object>(name: string, known: T): T {
  return new Proxy(known, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key === 'then' || key === '__esModule' || key in target)
        return Reflect.get(target, key, receiver)
      missing.push(`${name}.${key}`)
      throw new Error(`The stand-in for Electron has no ${name}.${key}`)
    },
  })
}

/** Emits an event as Electron does; true when a listener prevented what would follow. */
function prevented(emitter: EventEmitter, event: string, ...args: readonly unknown[]): boolean {
  let denied = false
  emitter.emit(event, { preventDefault: () => void (denied = true) }, ...args)
  return denied
}

const paths: Record<string, string> = {
  userData: process.env['STAND_IN_USER_DATA'] ?? '',
  documents: process.env['STAND_IN_DOCUMENTS'] ?? '',
}
const switches: (readonly [string, string | undefined])[] = []
const calls: (readonly [string, ...unknown[]])[] = []
let ready = false
let sandboxed: 'no' | 'before ready' | 'too late' = 'no'
const whenReady = new Promise<void>((resolve) =>
  setImmediate(() => {
    ready = true
    resolve()
  }),
)

const appEvents = new EventEmitter()
export const app = strict(
  'app',
  Object.assign(appEvents, {
    isPackaged: process.env['STAND_IN_PACKAGED'] === '1',
    setName: (name: string) => void calls.push(['setName', name]),
    getPath: (name: string) => paths[name] ?? strict('app.getPath', {} as Known)[name],
    setPath: (name: string, path: string) => void (paths[name] = path),
    enableSandbox: () => void (sandboxed = ready ? 'too late' : 'before ready'),
    commandLine: strict('app.commandLine', {
      appendSwitch: (name: string, value?: string) => void switches.push([name, value]),
    }),
    requestSingleInstanceLock: () => process.env['STAND_IN_SECOND'] !== '1',
    whenReady: () => whenReady,
    quit,
    exit,
  }),
)

function quit(): void {
  setImmediate(() => {
    if (prevented(appEvents, 'before-quit')) return
    for (const window of [...windows.values()]) window.close()
    if (windows.size > 0 || prevented(appEvents, 'will-quit')) return
    exit(0)
  })
}

function exit(code: number): void {
  process.exit(code)
}

const sessions = new Map<string, ReturnType<typeof createSession>>()
function createSession(partition: string) {
  const schemes = new Map<string, (request: Request) => Response | Promise<Response>>()
  const handlers: Record<string, unknown> = {}
  const keep = (name: string) => (value: unknown) => void (handlers[name] = value)
  const known = Object.assign(new EventEmitter(), {
    partition,
    handlers,
    schemes,
    protocol: strict('protocol', {
      handle: (scheme: string, work: (request: Request) => Response | Promise<Response>) =>
        void schemes.set(scheme, work),
      unhandle: (scheme: string) => void schemes.delete(scheme),
    }),
    webRequest: strict('webRequest', { onBeforeRequest: keep('beforeRequest') }),
    enableNetworkEmulation: keep('network'),
    setSpellCheckerEnabled: keep('spellChecker'),
    setPermissionRequestHandler: keep('permissionRequest'),
    setPermissionCheckHandler: keep('permissionCheck'),
    setDevicePermissionHandler: keep('device'),
    setDisplayMediaRequestHandler: keep('displayMedia'),
  })
  return strict('session', known)
}

export const session = strict('session', {
  fromPartition(partition: string) {
    const found = sessions.get(partition)
    if (found) return found
    const made = createSession(partition)
    sessions.set(partition, made)
    appEvents.emit('session-created', made)
    return made
  },
})

const privileged: unknown[] = []
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly unknown[]) => void privileged.push(...schemes),
})

const channels = new Map<string, (event: unknown, ...args: readonly unknown[]) => unknown>()
export const ipcMain = strict('ipcMain', {
  handle(channel: string, work: (event: unknown, ...args: readonly unknown[]) => unknown) {
    if (channels.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    channels.set(channel, work)
  },
})

type Options = {
  readonly webPreferences: Known & { readonly session: ReturnType<typeof createSession> }
} & Known
const windows = new Map<number, BrowserWindow>()
const everyWindow: Known[] = []

function createContents(id: number, options: Options) {
  const contents = Object.assign(new EventEmitter(), {
    openHandler: (_: unknown): unknown => ({ action: 'allow' }),
    session: options.webPreferences.session,
    setWindowOpenHandler: (work: (details: unknown) => unknown) => void (contents.openHandler = work),
    send: (channel: string, ...args: readonly unknown[]) => tell('send', id, channel, args),
    reload: () => tell('reload', id),
    executeJavaScript: (code: string) => driver.ask('evaluate', id, code),
    printToPDF: async (how: unknown) => Buffer.from((await driver.ask('print', id, how)) as Uint8Array),
  })
  return strict('webContents', contents)
}

/** A window is a page of an installed Chromium; the driver, in the test's process, holds that page. */
export class BrowserWindow extends EventEmitter {
  readonly id: number = everyWindow.length + 1
  readonly webContents: ReturnType<typeof createContents>
  constructor(options: Options) {
    super()
    const { session: own, ...webPreferences } = options.webPreferences
    everyWindow.push({ ...options, webPreferences: { ...webPreferences, partition: own.partition } })
    this.webContents = createContents(this.id, options)
    const self = strict('BrowserWindow', this)
    windows.set(this.id, self)
    appEvents.emit('web-contents-created', {}, this.webContents)
    return self
  }
  async loadURL(url: string): Promise<void> {
    const shape = everyWindow[this.id - 1]
    await driver.ask('load', this.id, url, shape, switches)
    this.emit('ready-to-show')
  }
  close(): void {
    if (windows.has(this.id) && !prevented(this, 'close')) this.destroy()
  }
  destroy(): void {
    if (!windows.delete(this.id)) return
    tell('close', this.id)
    this.emit('closed')
    if (windows.size > 0) return
    if (appEvents.listenerCount('window-all-closed') > 0) appEvents.emit('window-all-closed')
    else quit()
  }
  show = (): void => void calls.push(['show', this.id])
  focus = (): void => void calls.push(['focus', this.id])
  restore = (): void => void calls.push(['restore', this.id])
  isMinimized = (): boolean => false
  setContentProtection = (on: boolean): void => void calls.push(['setContentProtection', on])
  setTitleBarOverlay = (how: unknown): void => void calls.push(['setTitleBarOverlay', how])
}

export const dialog = strict('dialog', {
  showSaveDialog: (_: unknown, how: unknown) => driver.ask('saveDialog', how),
  showOpenDialog: (_: unknown, how: unknown) => driver.ask('openDialog', how),
})

export const Menu = strict('Menu', {
  setApplicationMenu: (menu: unknown) => void calls.push(['setApplicationMenu', menu]),
  buildFromTemplate: (template: unknown) => template,
})

const themeEvents = new EventEmitter()
export const nativeTheme = strict(
  'nativeTheme',
  Object.assign(themeEvents, { themeSource: 'system', shouldUseDarkColors: false }),
)

const powerEvents = new EventEmitter()
export const powerMonitor = strict('powerMonitor', powerEvents)

const contentsOf = (id: number) => {
  const window = windows.get(id)
  if (!window) throw new Error(`no window ${id}`)
  return window.webContents
}

/** What the driver asks: messages and requests of pages, and what a test wants to know or to try. */
const driver = createPeer((message) => void process.send?.(message), {
  invoke: (id: number, channel: string, args: readonly unknown[], frame: Frame) => {
    const work = channels.get(channel)
    if (!work) throw new Error(`No handler registered for '${channel}'`)
    const senderFrame = frame && { url: frame.url, parent: frame.main ? null : {} }
    return work(strict('event', { sender: contentsOf(id), senderFrame }), ...args)
  },
  request: async (id: number, url: string, method: string) => {
    const { handlers, schemes } = contentsOf(id).session
    const before = handlers['beforeRequest'] as (
      details: unknown,
      answer: (it: { cancel: boolean }) => void,
    ) => void
    const cancel = await new Promise((resolve) => before({ url }, (it) => resolve(it.cancel)))
    const work = schemes.get(url.split(':')[0] ?? '')
    if (cancel || !work) return null
    const response = await work({ url, method } as Request)
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    }
  },
  emit: (id: number, event: string, ...args: readonly unknown[]) => prevented(contentsOf(id), event, ...args),
  emitApp: (event: string) => void appEvents.emit(event),
  /** The computer sleeps, or its screen is locked; how many were listening. */
  emitPower: (event: string) => (powerEvents.emit(event), powerEvents.listenerCount(event)),
  windowOpen: (id: number, url: string) => contentsOf(id).openHandler({ url }),
  closeWindow: (id: number) => windows.get(id)?.close(),
  permission: (id: number, permission: string) => {
    const { handlers } = contentsOf(id).session
    const ask = handlers['permissionRequest'] as (...args: unknown[]) => void
    const check = handlers['permissionCheck'] as (...args: unknown[]) => boolean
    const device = handlers['device'] as () => boolean
    const media = handlers['displayMedia'] as (...args: unknown[]) => void
    let streams: unknown = 'none asked'
    media({}, (it: unknown) => void (streams = it))
    return new Promise((resolve) =>
      ask(null, permission, (granted: boolean) =>
        resolve({ granted, checked: check(null, permission), device: device(), streams }),
      ),
    )
  },
  recorded: () => ({
    sandboxed,
    switches,
    calls,
    privileged,
    missing,
    channels: [...channels.keys()],
    windows: everyWindow,
    themeSource: nativeTheme.themeSource,
    sessions: [...sessions.values()].map(({ partition, handlers, schemes }) => ({
      partition,
      network: handlers['network'],
      spellChecker: handlers['spellChecker'],
      schemes: [...schemes.keys()],
    })),
  }),
})
/** Tells the driver and does not wait: a window that has gone meanwhile is no matter. */
function tell(name: string, ...args: readonly unknown[]): void {
  driver.ask(name, ...args).catch(() => undefined)
}
process.on('message', driver.receive)
process.on('disconnect', () => process.exit(1))

const electron = strict('electron', {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  session,
})
export { electron as 'module.exports' }
