import { randomUUID } from 'node:crypto'
import type { BrowserWindow, Session, WebContents } from 'electron'
import type { Operation } from '../../shared/api/contract.ts'
import { checkInput } from '../../shared/api/dispatch.ts'
import type { AppEvent } from '../../shared/api/events.ts'
import type { Fault } from '../../shared/fault.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { RecordThread } from '../record/startRecordThread.ts'
import { eventChannel } from './ipcHost.ts'
import { appUrl } from './requests.ts'
import { createProjectionWindow } from './windows.ts'

/** All that the window on the wall may ask: what both sides may see, and what every page has to know. */
const allowed: readonly Operation[] = ['projection.read', 'record.state', 'settings.read']

type Deps = {
  readonly session: Session
  readonly preload: string
  readonly devTools: boolean
  readonly record: Pick<RecordThread, 'request' | 'clientGone'>
  readonly onError: (error: unknown) => void
}

/** The window on the wall: at most one, closed with the record and with the window that opened it. */
export function createProjections({ session, preload, devTools, record, onError }: Deps) {
  let shown: { readonly window: BrowserWindow; readonly client: string; readonly meetingId: string } | null =
    null

  function close(): void {
    shown?.window.close()
  }

  function open(meetingId: string): void {
    if (shown?.meetingId === meetingId) return shown.window.focus()
    close()
    const client = randomUUID()
    const window = createProjectionWindow({ session, preload, operations: allowed, devTools })
    shown = { window, client, meetingId }
    window.once('ready-to-show', () => window.show())
    window.on('closed', () => {
      record.clientGone(client)
      if (shown?.client === client) shown = null
    })
    // It holds nothing that could be lost; what has crashed once is opened anew by whoever wants it.
    window.webContents.on('render-process-gone', () => window.close())
    void window.loadURL(`${appUrl}#/project/${meetingId}`).catch(onError)
  }

  return {
    clientOf: (contents: WebContents): string | null =>
      shown?.window.webContents === contents ? shown.client : null,

    /** Answers what is about the window on the wall, or asked by it; undefined for all else. */
    async request(
      client: string,
      operation: Operation,
      input: unknown,
    ): Promise<Result<unknown, Fault> | undefined> {
      if (client === shown?.client && !allowed.includes(operation)) return fail({ kind: 'NotAllowed' })
      if (operation !== 'window.openProjection') return undefined
      const checked = checkInput(operation, input)
      if (!checked.ok) return checked
      open(checked.value.meetingId)
      return ok({ opened: true })
    },

    /** Passes an event on; a record that is open no more takes the window with it. */
    async tell(event: AppEvent, client: string | null): Promise<void> {
      if (shown === null) return
      if (client === null || client === shown.client) shown.window.webContents.send(eventChannel, event)
      if (event.kind !== 'recordStateChanged') return
      const state = (await record.request(shown.client, 'record.state', {})) as Result<
        { status: string },
        Fault
      >
      if (state.ok && state.value.status !== 'open') close()
    },

    close,
  }
}
