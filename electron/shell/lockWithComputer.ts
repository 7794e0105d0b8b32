import { type BrowserWindow, powerMonitor } from 'electron'
import type { AppEvent } from '../../shared/api/events.ts'
import type { HostLog } from '../host/hostLog.ts'
import type { RecordThread } from '../record/startRecordThread.ts'
import { eventChannel } from './ipcHost.ts'

type Deps = {
  readonly record: RecordThread
  readonly log: HostLog
  readonly windowNow: () => BrowserWindow | null
}

/** How long a page may take to save and lock, and then to show that it lives, in milliseconds. */
const saveTime = 3_000
const lifeTime = 1_000

/** The host's own name when it asks: no window has it. */
const hostClient = 'host'

/**
 * Locks the record when the computer goes to sleep or its screen is locked. The page is asked to: it covers itself,
 * saves and locks. While saving fails it stays covered and goes on trying, and the record stays open for it; only
 * where no page answers any more does the host lock by itself, for what such a page had not saved is lost anyway.
 */
export function lockWithComputer({ record, log, windowNow }: Deps): void {
  let asked = false
  const ask = (): void => {
    if (asked) return
    asked = true
    const event: AppEvent = { kind: 'lockAsked' }
    windowNow()?.webContents.send(eventChannel, event)
    setTimeout(() => {
      lockIfNobodyDoes()
        .catch((error: unknown) => log.error(error, 'lockWithComputer'))
        .finally(() => (asked = false))
    }, saveTime)
  }
  powerMonitor.on('suspend', ask)
  powerMonitor.on('lock-screen', ask) // Windows and macOS; elsewhere Electron is not told

  async function lockIfNobodyDoes(): Promise<void> {
    const window = windowNow()
    if (window !== null && (await lives(window))) return
    await record.request(hostClient, 'record.lock', {})
  }
}

/** Whether the page still runs code. */
function lives(window: BrowserWindow): Promise<boolean> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), lifeTime)
    window.webContents.executeJavaScript('true').then(
      () => resolve(true),
      () => resolve(false),
    )
  })
}
