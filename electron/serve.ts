import 'temporal-polyfill/global'
import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { openNamedRecord, readSettings } from './host/atStart.ts'
import { parseCommandLine } from './host/commandLine.ts'
import { createHostLog } from './host/hostLog.ts'
import { readPackagedFiles } from './host/packagedFiles.ts'
import { programFiles } from './host/programFiles.ts'
import { createBrowserPrinter, openBrowser, runsWithoutSandbox, sweepProfiles } from './loopback/browser.ts'
import { createDevServerProxy } from './loopback/devServer.ts'
import { createHeadlessDesktop } from './loopback/headlessDesktop.ts'
import { createHttpHost } from './loopback/httpHost.ts'
import { openLastFolders } from './loopback/lastFolders.ts'
import { startRecordThread } from './record/startRecordThread.ts'
import { findTool } from './start/tools.mjs'

/** How long the host stays when the last page has gone and its browser has not ended, in milliseconds. */
const stayTime = 10_000

const commandLine = parseCommandLine(process.argv.slice(2), process.cwd())
const program = programFiles(import.meta.dirname)
const dataFolder = commandLine.dataFolder ?? usualDataFolder()
const documentsFolder = usualDocumentsFolder()
mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
const log = createHostLog(dataFolder)
sweepProfiles()

if (commandLine.devUrl !== null && !program.fromSource) {
  say('--dev-url is for the sources only')
  process.exit(2)
}

const headless = createHeadlessDesktop({
  documentsFolder,
  lastFolders: openLastFolders(join(dataFolder, 'last-folders.json')),
  send: (event, client) => host.send(event, client),
})
const record = startRecordThread({
  entry: program.record,
  options: { dataFolder, documentsFolder, jobsEntry: program.jobs, pageFiles: program.assets },
  desktop: { ...headless.desktop, ...createBrowserPrinter(findBrowser) },
  onEvent: (event, client) => host.send(event, client),
  onDeath: (reference, error) => void log.error(error, `record thread ${reference}`),
})
const host = createHttpHost({
  files: commandLine.devUrl === null ? readPackagedFiles(program.renderer) : new Map(),
  indexFile: join(program.renderer, 'index.html'),
  pageState: async () => ({ settings: await readSettings(record), recovered: false }),
  request: async (client, operation, input) =>
    (await headless.request(client, operation, input)) ?? (await record.request(client, operation, input)),
  clientGone(client) {
    headless.clientGone(client)
    record.clientGone(client)
  },
  pagesChanged(count) {
    clearTimeout(leaving)
    shown = true
    // On macOS a browser outlives its last window.
    if (count === 0 && browser !== null) leaving = setTimeout(() => void end(0), stayTime)
  },
  log,
  ...(commandLine.devUrl === null ? {} : { development: createDevServerProxy(commandLine.devUrl) }),
})

let browser: ReturnType<typeof openBrowser> | null = null
let shown = false
let leaving: NodeJS.Timeout | undefined
let ending: Promise<void> | null = null

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))

start().catch((error: unknown) => {
  say(`Unexpected ${log.error(error, 'start')}`)
  void end(1)
})

async function start(): Promise<void> {
  const address = await host.listen(commandLine.port ?? 0)
  const fault = await openNamedRecord(record, commandLine, log)
  if (fault !== null) say(fault)
  const found = commandLine.noOpen ? null : findBrowser()
  say(`open ${address}`)
  if (found === null) return
  if (runsWithoutSandbox()) say('started as root: the browser runs without its sandbox')
  browser = openBrowser(found, host.ticketAddress())
  await browser.ended
  // A browser that could show no window has ended without a page: the address is still good.
  if (shown) await end(0)
  else say('the browser showed no window: open the address above')
}

/** Once: pages save, the port closes, the record is let go of, the browser ends and its profile is wiped. */
function end(code: number): Promise<void> {
  ending ??= (async () => {
    process.exitCode = code
    clearTimeout(leaving)
    await host.close()
    await record.quit()
    browser?.close()
    await browser?.ended.catch(() => undefined)
  })()
  return ending
}

function findBrowser(): string | null {
  const found = findTool('chromium')
  return typeof found === 'string' ? found : null
}

function say(line: string): void {
  process.stdout.write(`Sepaham: ${line}\n`)
}

/** Where the desktop host keeps its data too. */
function usualDataFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Sepaham')
  if (process.platform === 'win32')
    return join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Sepaham')
  return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Sepaham')
}

function usualDocumentsFolder(): string {
  const documents = join(homedir(), 'Documents')
  return existsSync(documents) ? documents : homedir()
}
