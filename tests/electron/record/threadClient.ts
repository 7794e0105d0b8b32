import { fileURLToPath } from 'node:url'
import type { Input, Operation, Reply } from '../../../shared/api/contract.ts'
import type { AppEvent } from '../../../shared/api/events.ts'
import type { Fault } from '../../../shared/fault.ts'
import type { RecordState } from '../../../shared/record.ts'
import type { Result } from '../../../shared/result.ts'
import { startRecordThread } from '../../../electron/record/startRecordThread.ts'

const jobsEntry = fileURLToPath(new URL('../../../electron/jobs/entry.ts', import.meta.url))

/** A record thread in a folder, with a desktop whose answers the test sets, and typed requests. */
export function startThread(folder: string, entry = new URL('./threadEntry.ts', import.meta.url)) {
  const events: AppEvent[] = []
  const deaths: string[] = []
  const desktop: { path: string | null; pdf: Uint8Array | null } = { path: null, pdf: null }
  const printed: string[] = []
  const waiting: { readonly seen: (event: AppEvent) => boolean; readonly resolve: () => void }[] = []
  const thread = startRecordThread({
    entry,
    options: { dataFolder: folder, documentsFolder: folder, jobsEntry, pageFiles: folder },
    desktop: {
      chooseSavePath: async () => desktop.path,
      chooseOpenPath: async () => desktop.path,
      printPdf: async ({ html }) => {
        printed.push(html)
        return desktop.pdf
      },
    },
    onEvent: (event) => {
      events.push(event)
      for (const one of waiting.filter(({ seen }) => seen(event))) one.resolve()
    },
    onDeath: (reference) => deaths.push(reference),
  })

  const call = async <Op extends Operation>(operation: Op, input: Input<Op>, client = 'window 1') =>
    (await thread.request(client, operation, input)) as Result<Reply<Op>, Fault>

  const get = async <Op extends Operation>(operation: Op, input: Input<Op>, client = 'window 1') => {
    const result = await call(operation, input, client)
    if (!result.ok) throw new Error(`${operation}: ${JSON.stringify(result.fault)}`)
    return result.value
  }

  return {
    thread,
    events,
    deaths,
    desktop,
    printed,
    call,
    get,
    refused: async <Op extends Operation>(operation: Op, input: Input<Op>): Promise<Fault> => {
      const result = await call(operation, input)
      if (result.ok) throw new Error(`${operation} was not refused`)
      return result.fault
    },
    /** Resolves when the state of the record is as wanted: now, or after the event that makes it so. */
    async until(wanted: (state: RecordState) => boolean): Promise<RecordState> {
      for (;;) {
        const changed = new Promise<void>((resolve) => {
          waiting.push({ seen: ({ kind }) => kind === 'recordStateChanged', resolve })
        })
        const state = await get('record.state', {})
        if (wanted(state)) return state
        await changed
      }
    },
    /** Resolves at the next event of a kind. */
    next: (kind: AppEvent['kind']): Promise<void> =>
      new Promise((resolve) => waiting.push({ seen: (event) => event.kind === kind, resolve })),
    quit: thread.quit,
  }
}

export type ThreadClient = ReturnType<typeof startThread>
