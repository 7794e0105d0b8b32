import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, type BrowserWindow, nativeTheme, session, type WebContents } from 'electron'
import { operations } from '../../shared/api/contract.ts'
import type { AppEvent } from '../../shared/api/events.ts'
import type { Settings } from '../../shared/record.ts'
import type { HostLog } from '../host/hostLog.ts'
import { readPackagedFiles } from '../host/packagedFiles.ts'
import type { ProgramFiles } from '../host/programFiles.ts'
import { readSettings } from '../host/atStart.ts'
import type { RecordThread } from '../record/startRecordThread.ts'
import type { Desktop } from '../services/ports.ts'
import { serveApp } from './appProtocol.ts'
import { createDialogs } from './dialogs.ts'
import { closingChannel, eventChannel, serveIpc } from './ipcHost.ts'
import { lockWithComputer } from './lockWithComputer.ts'
import { setMenu } from './menu.ts'
import { createPrinter } from './printer.ts'
import { createProjections } from './projection.ts'
import { appUrl } from './requests.ts'
import { createAppWindow } from './windows.ts'

type Deps = {
  readonly program: ProgramFiles
  readonly documentsFolder: string
  readonly log: HostLog
  /** Starts the record thread: it needs the machine, and tells the windows what happens. */
  readonly startRecord: (
    desktop: Desktop,
    onEvent: (event: AppEvent, client: string | null) => void,
  ) => RecordThread
  /** Opens what the command line names. */
  readonly openNamed: (record: RecordThread) => Promise<void>
}

/** An opened window. `client` is new for each page that it loads: what a page that has gone held is free again. */
type Opened = {
  readonly window: BrowserWindow
  client: string
  recovered: boolean
  closing: 'no' | 'asked' | 'may'
}

/** How long a page may take to save before its window closes, in milliseconds. */
const saveTime = 3_000

/** The desktop host from "ready" to the end. `hardenApp` and `registerAppScheme` must have run before. */
export async function openDesktop({
  program,
  documentsFolder,
  log,
  startRecord,
  openNamed,
}: Deps): Promise<void> {
  let opened: Opened | null = null
  const ofClient = (client: string) => (opened?.client === client ? opened : null)

  const desktop: Desktop = {
    ...createDialogs({ documentsFolder, windowOf: (client) => ofClient(client)?.window ?? null }),
    ...createPrinter(),
  }
  const record = startRecord(desktop, (event, client) => {
    if (event.kind === 'settingsChanged') follow(event.settings)
    const target = client === null ? opened : ofClient(client)
    target?.window.webContents.send(eventChannel, event)
    void projections.tell(event, client)
  })

  // No "persist:": what Chromium keeps of a page is in memory and ends with the program.
  const memory = session.fromPartition('sepaham')
  const projections = createProjections({
    session: memory,
    preload: program.preload,
    devTools: !app.isPackaged,
    record,
    onError: (error) => void log.error(error, 'loadURL'),
  })
  serveIpc({
    request: async (client, operation, input) =>
      (await projections.request(client, operation, input)) ??
      (await record.request(client, operation, input)),
    clientOf: (contents: WebContents) =>
      opened?.window.webContents === contents ? opened.client : projections.clientOf(contents),
    onSaved(client) {
      const it = ofClient(client)
      if (it?.closing === 'asked') close(it)
    },
    log,
  })

  serveApp(memory.protocol, {
    files: readPackagedFiles(program.renderer),
    indexFile: join(program.renderer, 'index.html'),
    pageState: async () => ({ settings: await readSettings(record), recovered: opened?.recovered ?? false }),
  })
  setMenu()

  app.on('second-instance', () => {
    if (opened === null) return
    if (opened.window.isMinimized()) opened.window.restore()
    opened.window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  let ended = false
  app.on('will-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void record
      .quit()
      .catch((error: unknown) => log.error(error, 'quit'))
      .finally(() => {
        ended = true
        app.quit()
      })
  })

  lockWithComputer({ record, log, windowNow: () => opened?.window ?? null })

  await openNamed(record)
  const settings = await readSettings(record)
  nativeTheme.themeSource = settings.theme
  opened = openWindow()
  follow(settings)

  function openWindow(): Opened {
    const window = createAppWindow({
      session: memory,
      preload: program.preload,
      operations,
      devTools: !app.isPackaged,
    })
    const it: Opened = { window, client: randomUUID(), recovered: false, closing: 'no' }
    window.once('ready-to-show', () => window.show())
    window.on('close', (event) => {
      if (it.closing === 'may') return
      event.preventDefault()
      if (it.closing === 'asked') return
      it.closing = 'asked'
      window.webContents.send(closingChannel)
      setTimeout(() => close(it), saveTime).unref()
    })
    window.on('closed', () => {
      record.clientGone(it.client)
      opened = null
      projections.close()
    })
    window.webContents.on('render-process-gone', (_, { reason }) => {
      log.error(new Error(reason), 'window')
      record.clientGone(it.client)
      it.client = randomUUID()
      // Once: a page that goes again at once would go for ever. The record thread has all that was saved.
      if (it.recovered || it.closing !== 'no') return close(it)
      it.recovered = true
      window.webContents.reload()
    })
    void window.loadURL(appUrl).catch((error: unknown) => log.error(error, 'loadURL'))
    return it
  }

  function close(it: Opened): void {
    if (it.closing === 'may') return
    it.closing = 'may'
    it.window.close()
  }

  function follow(settings: Settings): void {
    nativeTheme.themeSource = settings.theme
    opened?.window.setContentProtection(settings.contentProtection)
  }
}
