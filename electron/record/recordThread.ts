import { hostname } from 'node:os'
import { join } from 'node:path'
import { contract, operations, type Operation } from '../../shared/api/contract.ts'
import { createDispatch, type Handler, type Handlers, type HandlersOf } from '../../shared/api/dispatch.ts'
import type { AppEvent } from '../../shared/api/events.ts'
import type { Fault } from '../../shared/fault.ts'
import { fail, type Result } from '../../shared/result.ts'
import { createJobs } from '../jobs/createJobs.ts'
import { createSpeller } from '../jobs/createSpeller.ts'
import { createHistoryHandlers } from '../services/historyService.ts'
import { createLifeCycle } from '../services/lifeCycle.ts'
import { createOfficerHandlers } from '../services/officerService.ts'
import type {
  CreateContentHandlers,
  FillSample,
  HostOperation,
  Jobs,
  JobTable,
  LifeOperation,
  ContentOperation,
} from '../services/openRecord.ts'
import type { Desktop } from '../services/ports.ts'
import { createRecordHandlers } from '../services/recordService.ts'
import { createSettingsHandlers } from '../services/settingsService.ts'
import { openComputerFile } from '../store/computerFile.ts'
import { saveFileFor } from '../store/durableFile.ts'
import { probeCrypto, usualCost, type ScryptCost } from '../store/keySlots.ts'
import type { Migration } from '../store/migrate.ts'
import { storeFault } from '../store/storeFault.ts'
import type { FromRecord, RecordThreadOptions, ToRecord } from './messages.ts'
import { createPageFonts } from './pageFonts.ts'
import { createThreadLog } from './threadLog.ts'

export type RecordThreadDeps = {
  readonly options: RecordThreadOptions
  readonly post: (message: FromRecord) => void
  readonly createContentHandlers: CreateContentHandlers
  readonly fillSample: FillSample
  readonly migrations: readonly Migration[]
  readonly clock?: () => Date
  /** Only tests ask for less than the usual cost. */
  readonly cost?: ScryptCost
}

/**
 * The record thread behind its port: the life of one record, dispatch over all handlers, questions to the desktop.
 * What can only be done with an open record is answered `RecordLocked` or `RecordClosed` otherwise.
 */
export function createRecordThread(deps: RecordThreadDeps) {
  const { options, post, migrations, clock = () => new Date(), cost = usualCost } = deps
  probeCrypto()
  const log = createThreadLog(options.dataFolder)
  const emit = (event: AppEvent, client: string | null): void => post({ kind: 'event', event, client })
  const { desktop, answered, failed } = createDesktopPort(post)
  const runner = createJobs<JobTable>({
    entry: options.jobsEntry,
    onProgress: (job, done, of) => emit({ kind: 'progress', job, done, of }, null),
  })
  const jobs: Jobs = { makeReady: runner.makeReady, run: runner.run }
  const computer = openComputerFile(join(options.dataFolder, 'settings.json'))
  const saveFile = async (path: string, bytes: Uint8Array) => saveFileFor(path, bytes)
  const life = createLifeCycle({
    dataFolder: options.dataFolder,
    computer,
    machine: { host: hostname(), pid: process.pid },
    clock,
    cost,
    migrations,
    jobs,
    desktop,
    saveFile,
    pageFonts: createPageFonts(options.pageFiles),
    newSpeller: (source) => createSpeller(options.jobsEntry, source),
    emit,
    createContentHandlers: deps.createContentHandlers,
    fillSample: deps.fillSample,
    report: log.report,
    holds(path) {
      // What was made ready for one record is not left standing beside a locked one.
      if (!life.opened().ok) void runner.endReady()
      post({ kind: 'holds', path })
    },
  })

  const ofLife: HandlersOf<LifeOperation> = {
    ...createRecordHandlers({ life, desktop, jobs, saveFile, clock }),
    ...createSettingsHandlers({ computer, emit }),
    ...createOfficerHandlers({ life, cost }),
    ...createHistoryHandlers(life),
  }
  const content = <Op extends ContentOperation>(operation: Op): Handler<Op> => {
    return (input, caller) => {
      const opened = life.opened()
      if (!opened.ok) return opened
      // One of many handlers by name: the type of its input is that of the operation.
      const handler = opened.value.content.handlers[operation] as Handler<Op>
      return handler(input, caller)
    }
  }
  const handlers = Object.fromEntries(
    operations.map((operation) => [operation, guarded(handlerOf(operation))]),
  ) as unknown as Handlers

  function handlerOf(operation: Operation): Handler<Operation> {
    // Windows, and a file dialog in the page, belong to the host that shows the page; here nobody may ask for them.
    if (isOfHost(operation)) return () => fail({ kind: 'NotAllowed' })
    const handler = isOfLife(operation) ? ofLife[operation] : content(operation)
    return handler as unknown as Handler<Operation>
  }

  /** A page that no longer holds, a disk that is full: foreseeable wherever the record is touched. */
  function guarded(handler: Handler<Operation>): Handler<Operation> {
    return async (input, caller) => {
      try {
        return await handler(input, caller)
      } catch (error) {
        const opened = life.opened()
        const fault = opened.ok && isOfSqlite(error) ? storeFault(error, opened.value.path) : null
        if (!fault) throw error
        log.report(error, fault.kind)
        return fail(fault)
      }
    }
  }

  const dispatch = createDispatch(handlers, log.report)

  async function answer(id: number, work: () => Promise<Result<unknown, Fault>>): Promise<void> {
    let result: Result<unknown, Fault>
    try {
      result = await work()
    } catch (error) {
      result = fail({ kind: 'Unexpected', reference: log.report(error, 'answer') })
    }
    try {
      post({ kind: 'reply', id, result })
    } catch (error) {
      const reference = log.report(error, 'reply') // a value that cannot be cloned: a bug of a handler
      post({ kind: 'reply', id, result: fail({ kind: 'Unexpected', reference }) })
    }
  }

  async function request({ client, operation, input }: Extract<ToRecord, { kind: 'request' }>) {
    const result = await dispatch(operation, input, { client })
    if (result.ok && changesRecord(operation)) emit({ kind: 'recordChanged', operation }, null)
    return result
  }

  return {
    report: log.report,

    receive(message: ToRecord): void {
      switch (message.kind) {
        case 'request':
          void answer(message.id, () => request(message))
          break
        case 'openAtStart':
          void answer(message.id, () => life.openAtStart(message))
          break
        case 'clientGone': {
          const opened = life.opened()
          if (opened.ok) opened.value.content.clientGone(message.client)
          break
        }
        case 'desktopReply':
          answered(message.id, message.value)
          break
        case 'desktopFailure':
          failed(message.id, message.message)
          break
        case 'quit':
          break // the entry ends the thread
      }
    },

    async quit(): Promise<void> {
      await life.quit()
      await runner.stopAll()
    },
  }
}

/** The desktop as services see it; each question goes to the host and waits for its answer. */
function createDesktopPort(post: (message: FromRecord) => void) {
  let nextId = 1
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const ask =
    <Call extends keyof Desktop>(call: Call) =>
    (question: Parameters<Desktop[Call]>[0]): ReturnType<Desktop[Call]> => {
      const answer = new Promise<unknown>((resolve, reject) => {
        const id = nextId++
        waiting.set(id, { resolve, reject })
        post({ kind: 'desktop', id, call, question })
      })
      // The host answers each call with what `Desktop` says of it.
      return answer as ReturnType<Desktop[Call]>
    }
  const take = (id: number) => {
    const one = waiting.get(id)
    waiting.delete(id)
    return one
  }
  const desktop: Desktop = {
    chooseSavePath: ask('chooseSavePath'),
    chooseOpenPath: ask('chooseOpenPath'),
    printPdf: ask('printPdf'),
  }
  return {
    desktop,
    answered: (id: number, value: unknown): void => take(id)?.resolve(value),
    failed: (id: number, message: string): void => take(id)?.reject(new Error(message)),
  }
}

function isOfLife(operation: Operation): operation is LifeOperation {
  return /^(record|settings|officer|history)\./.test(operation)
}

function isOfHost(operation: Operation): operation is HostOperation {
  return /^(file|window)\./.test(operation)
}

function isOfSqlite(error: unknown): boolean {
  return error instanceof Error && error.name === 'SqliteError'
}

/** Whether what was read before may be old now: a write, or an act on the officers. */
function changesRecord(operation: unknown): operation is string {
  if (typeof operation !== 'string' || !Object.hasOwn(contract, operation)) return false
  return contract[operation as Operation].kind === 'write' || /^officer\.(?!list)/.test(operation)
}
