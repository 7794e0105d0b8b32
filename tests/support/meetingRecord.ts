import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { createSpeller } from '../../electron/jobs/createSpeller.ts'
import { jobs } from '../../electron/jobs/jobs.ts'
import { createContentHandlers } from '../../electron/services/contentHandlers.ts'
import { createTriesByName } from '../../electron/services/passphraseTries.ts'
import type { Jobs, ContentOperation, OpenRecord } from '../../electron/services/openRecord.ts'
import { migrations } from '../../electron/store/migrations/migrations.ts'
import { attachmentsFolderOf, keepFile, takeFile } from '../../electron/store/attachmentFiles.ts'
import { createRecordFile, openStore, type RecordStore } from '../../electron/store/openStore.ts'
import { checkInput, type Handler } from '../../shared/api/dispatch.ts'
import type { Input, Reply } from '../../shared/api/contract.ts'
import type { AppEvent } from '../../shared/api/events.ts'
import type { Fault } from '../../shared/fault.ts'
import type { UndoToken } from '../../shared/ids.ts'
import { Officer } from '../../shared/record.ts'
import { ok, type Result } from '../../shared/result.ts'

const jobsEntry = new URL('../../electron/jobs/entry.ts', import.meta.url)

export type SavedBytes = { readonly path: string; readonly bytes: Uint8Array }

/** A clock that stands still until a test moves it. */
export function createClock(start = '2025-05-19T01:00:00.000Z') {
  let now = Date.parse(start)
  return {
    clock: () => new Date(now),
    pass: (ms: number): void => {
      now += ms
    },
  }
}

/**
 * A new record, encrypted, in a folder of its own, with the services of meetings on it, and the ways of a test to
 * ask: `call` for any request, `get` for one that must succeed, `refused` for one that must not.
 */
export async function newMeetingRecord(options: { readonly sample?: boolean } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'sepaham-'))
  const path = join(folder, 'test.sepaham')
  const key = randomBytes(32)
  const time = createClock()
  const officer = Officer.parse({
    id: '01900000-0000-7000-8000-000000000001',
    name: 'Dewi',
    addedAt: '2025-01-01T00:00:00.000Z',
  })
  createRecordFile({
    path,
    key,
    recordId: '01900000-0000-7000-8000-000000000002',
    ownSide: 'IDN',
    sample: options.sample ?? false,
    officer,
    recoveryPartHash: null,
    migrations,
  })
  const triesAt = createTriesByName(() => time.clock().getTime())
  const opened = await openAgain()
  let current = opened

  return {
    path,
    folder,
    key,
    time,
    get store() {
      return current.store
    },
    get record() {
      return current.record
    },
    get events() {
      return current.events
    },
    get saved() {
      return current.saved
    },
    settle: (idleOnly: boolean) => current.service.settle(idleOnly),
    clientGone: (client: string) => current.service.clientGone(client),
    /** Answers the next questions for a place to save with this; null: the person cancels. */
    chooses: (chosen: string | null) => {
      current.choice.path = chosen
    },
    /** Files are saved so from now on. */
    savesWith: (save: OpenRecord['saveFile']) => {
      current.choice.save = save
    },
    /** Answers the next questions for a file to open with this; null: the person cancels. */
    opens: (path: string | null) => {
      current.choice.opened = path
    },
    call: <Op extends ContentOperation>(operation: Op, input: Input<Op>, client = 'window 1') =>
      current.call(operation, input, client),
    /** The value that a request must answer with, without its undo token. */
    async get<Op extends ContentOperation>(operation: Op, input: Input<Op>, client = 'window 1') {
      const result = await current.call(operation, input, client)
      if (!result.ok) throw new Error(`${operation}: ${JSON.stringify(result.fault)}`)
      return result.value
    },
    async refused<Op extends ContentOperation>(operation: Op, input: Input<Op>, client = 'window 1') {
      const result = await current.call(operation, input, client)
      if (result.ok) throw new Error(`${operation} was not refused`)
      return result.fault
    },
    undo(token: UndoToken | null): Fault | null {
      if (token === null) throw new Error('There is nothing to take back')
      const undone = current.store.undo(token)
      return undone.ok ? null : undone.fault
    },
    /** Somebody moves the record without the folder of its attachments. */
    loseFiles: () => rmSync(attachmentsFolderOf(path), { recursive: true }),
    /** Locks in an orderly way, or as a crash does, and opens the same file again, as another officer where one is given. */
    async reopen(how: 'settled' | 'crashed' = 'settled', as: Pick<Officer, 'id' | 'name'> = officer) {
      if (how === 'settled') {
        current.service.settle(false)
        current.store.close()
      } else current.store.db.close()
      current = await openAgain(as)
    },
    close(): void {
      current.service.settle(false)
      if (current.store.db.open) current.store.close()
      rmSync(folder, { recursive: true })
    },
  }

  async function openAgain(as: Pick<Officer, 'id' | 'name'> = officer) {
    const opened = await openStore({ path, key, officer: () => as, clock: time.clock, migrations })
    if (!opened.ok) throw new Error(JSON.stringify(opened.fault))
    return serve(opened.value)
  }

  function serve(store: RecordStore) {
    const events: AppEvent[] = []
    const saved: SavedBytes[] = []
    const choice: { path: string | null; opened: string | null; save: OpenRecord['saveFile'] | null } = {
      path: join(folder, 'chosen'),
      opened: null,
      save: null,
    }
    const record: OpenRecord = {
      store,
      ownSide: store.ownSide,
      sample: store.sample,
      desktop: {
        chooseSavePath: async ({ suggestedName }) =>
          choice.path === null ? null : join(choice.path, suggestedName),
        chooseOpenPath: async () => choice.opened,
        printPdf: async ({ html }) => new TextEncoder().encode(html),
      },
      jobs: jobsHere,
      files: {
        keep: (bytes) => Promise.resolve(ok(keepFile(path, key, bytes))),
        take: (kept) => Promise.resolve(takeFile(path, key, kept)),
      },
      pageFonts: () => [],
      newSpeller: (source) => createSpeller(jobsEntry, source),
      cost: { N: 2 ** 10, r: 8, p: 1 },
      triesAt,
      emit: (event) => void events.push(event),
      saveFile: async (path, bytes) => {
        if (choice.save) return choice.save(path, bytes)
        saved.push({ path, bytes })
        return ok({ name: path.split('/').at(-1) ?? '', folder, bytes: bytes.length, removedCharacters: 0 })
      },
    }
    const service = createContentHandlers(record)
    const call = async <Op extends ContentOperation>(
      operation: Op,
      input: Input<Op>,
      client: string,
    ): Promise<Result<Reply<Op>, Fault>> => {
      const checked = checkInput(operation, input)
      if (!checked.ok) return checked
      const handler: Handler<Op> = service.handlers[operation]
      return handler(checked.value, { client })
    }
    return { store, record, service, events, saved, choice, call }
  }
}
export type MeetingRecord = Awaited<ReturnType<typeof newMeetingRecord>>

/** The jobs, without threads. */
const jobsHere: Jobs = {
  makeReady: () => undefined,
  run: async (name, input) => {
    const run = (await jobs[name]()) as (input: unknown, tell: () => void) => ReturnType<Jobs['run']>
    return run(input, () => undefined) as never
  },
}

/** A relationship, a series and people on both sides: what a meeting needs to stand on. */
export async function withSeries(record: MeetingRecord) {
  const relationship = (await record.get('relationship.add', { otherSide: 'KHM' })).value
  const series = (
    await record.get('series.put', {
      series: {
        id: null,
        relationshipId: relationship.id,
        name: { en: 'Bilateral Meeting on Immigration Matters', id: 'Pertemuan Bilateral tentang Imigrasi' },
        shortName: { en: 'Bilateral Meeting', id: 'Pertemuan Bilateral' },
      },
    })
  ).value
  const person = async (side: string, name: string) =>
    (
      await record.get('person.put', {
        person: {
          id: null,
          side,
          honorific: '',
          name,
          khmerName: '',
          title: { en: 'Director' },
          agencyId: null,
          signsAs: '',
        },
      })
    ).value
  return {
    relationship,
    series,
    wirawan: await person('IDN', 'A. Wirawan'),
    lestari: await person('IDN', 'Ratna Lestari'),
    dara: await person('KHM', 'Sok Dara'),
  }
}

type NewMeeting = Input<'meeting.put'>['meeting']

export function meetingOf(seriesId: NewMeeting['seriesId'], over: Partial<NewMeeting> = {}): NewMeeting {
  return {
    id: null,
    seriesId,
    number: 1,
    kind: null,
    title: {},
    status: 'planned',
    classification: 'restricted',
    place: { en: 'Nusa Dua', id: 'Nusa Dua' },
    venue: '',
    zone: 'Asia/Makassar',
    counterpartZone: 'Asia/Phnom_Penh',
    heldOn: '2025-05-19',
    from: '09:15',
    to: '18:30',
    languages: ['en', 'id'],
    agendaAdoptedOn: null,
    next: null,
    ...over,
  }
}

/** The steps that type `words` at `at`; in a text in which nothing was written, 1 is inside its paragraph. */
export function typed(words: string, at = 1): readonly unknown[] {
  return [{ stepType: 'replace', from: at, to: at, slice: { content: [{ type: 'text', text: words }] } }]
}
