import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { type Operation, operations } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { HostLog } from '../host/hostLog.ts'
import { isOwnFrame } from './requests.ts'

/** The channels beside those named after operations: two from the host to the page, one back. */
export const eventChannel = 'event'
export const closingChannel = 'closing'
const savedChannel = 'saved'

type Deps = {
  readonly request: (client: string, operation: Operation, input: unknown) => Promise<Result<unknown, Fault>>
  /** The window that the contents belong to by its client id; null where they are not a window of ours. */
  readonly clientOf: (contents: WebContents) => string | null
  /** The page has saved all it had: its window may close. */
  readonly onSaved: (client: string) => void
  readonly log: HostLog
}

/**
 * One channel for each operation of the contract, and `saved`. Each checks who asks before anything else;
 * what is asked is checked by dispatch, in the record thread.
 */
export function serveIpc({ request, clientOf, onSaved, log }: Deps): void {
  const allowed = (event: IpcMainInvokeEvent): string | null => {
    const client = isOwnFrame(event.senderFrame) ? clientOf(event.sender) : null
    if (client === null) log.warn('refused: a request from a frame that is not ours')
    return client
  }
  for (const operation of operations) {
    ipcMain.handle(operation, async (event, input: unknown) => {
      const client = allowed(event)
      return client === null ? fail({ kind: 'NotAllowed' }) : await request(client, operation, input)
    })
  }
  ipcMain.handle(savedChannel, (event) => {
    const client = allowed(event)
    if (client !== null) onSaved(client)
  })
}
