import { BrowserWindow, nativeTheme, type BrowserWindowConstructorOptions, type Session } from 'electron'

/** What every page of ours is, seen or not. Frozen: there is no second set. */
const webPreferences = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
} as const)

/** Height of the title bar that the page draws itself, in pixels. */
const titleBarHeight = 44

/** Ground and marks of the title bar (`--sunken` and `--text` of the tokens): the system draws its buttons on them. */
const titleBar = {
  light: { ground: '#E8ECE9', symbols: '#18211E' },
  dark: { ground: '#0F1413', symbols: '#E4E9E7' },
} as const

type WindowDeps = {
  readonly session: Session
  readonly preload: string
  /** The operations that the preload lets through. */
  readonly operations: readonly string[]
  readonly devTools: boolean
}

/** The window in which an officer works; still hidden, so that its first sight is a painted page. */
export function createAppWindow({ session, preload, operations, devTools }: WindowDeps): BrowserWindow {
  const window = createWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 700,
    title: 'Sepaham',
    titleBarStyle: 'hidden',
    ...(process.platform === 'darwin'
      ? { trafficLightPosition: { x: 14, y: 14 } }
      : { titleBarOverlay: overlay() }),
    backgroundColor: colours().ground,
    webPreferences: {
      ...webPreferences,
      session,
      preload,
      devTools,
      additionalArguments: [`--sepaham-operations=${operations.join(',')}`],
    },
  })
  // The title of the document is for assistive tools; the system's list of windows keeps the name of the program.
  window.on('page-title-updated', (event) => event.preventDefault())
  if (process.platform !== 'darwin') {
    const follow = () => window.setTitleBarOverlay(overlay())
    nativeTheme.on('updated', follow)
    window.on('closed', () => nativeTheme.off('updated', follow))
  }
  return window
}

/**
 * A second window of the same page, for the wall: with the frame of the system, since that page draws no bar of its own.
 * `operations` are those that give what both sides may see.
 */
export function createProjectionWindow({
  session,
  preload,
  operations,
  devTools,
}: WindowDeps): BrowserWindow {
  return createWindow({
    width: 1280,
    height: 800,
    minWidth: 640,
    minHeight: 400,
    title: 'Sepaham',
    backgroundColor: colours().ground,
    webPreferences: {
      ...webPreferences,
      session,
      preload,
      devTools,
      additionalArguments: [`--sepaham-operations=${operations.join(',')}`],
    },
  })
}

/** A page that is never seen, in a session of its own, without a preload: for printing. */
export function createHiddenWindow(session: Session): BrowserWindow {
  return createWindow({
    width: 794,
    height: 1123,
    webPreferences: { ...webPreferences, session, devTools: false },
  })
}

/** The only place where a window is made. */
function createWindow(options: BrowserWindowConstructorOptions): BrowserWindow {
  return new BrowserWindow({ show: false, autoHideMenuBar: true, ...options })
}

function colours() {
  return nativeTheme.shouldUseDarkColors ? titleBar.dark : titleBar.light
}

function overlay() {
  return { color: colours().ground, symbolColor: colours().symbols, height: titleBarHeight }
}
