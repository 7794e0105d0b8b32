import { scryptSync } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../electron/store/openDatabase.ts'
import { usualCost } from '../../electron/store/keySlots.ts'
import type { Fault } from '../../shared/fault.ts'
import type { RecordState } from '../../shared/record.ts'
import type { Result } from '../../shared/result.ts'
import { passphrase } from '../electron/store/recordFixture.ts'
import { openApp, startLoopback } from '../support/app.ts'
import { type LoopbackClient, openLoopbackClient } from '../support/loopbackClient.ts'
import { makeBigRecord } from './bigRecord.ts'
import { median, ms, p95, sampled, timed, times, type Row } from './measure.ts'

const openings = 300
const pages = 60

type Ask = (operation: string, input: unknown) => Promise<number>
type Reads = {
  readonly list: readonly number[]
  readonly dossier: readonly number[]
  readonly home: readonly number[]
  readonly actions: readonly number[]
}

const firstPage = ['meeting.list', { query: '', after: null }] as const
const firstScreen = ['home.read', { today: '2025-05-19' }] as const
const closedActions = [
  'action.list',
  { filter: { show: 'closed', side: null, seriesId: null }, after: null },
] as const

/** Reading a record of 1,000,000 paragraphs over each host, beside the bare SQL. */
export async function run(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sepaham-bench-'))
  try {
    const big = await makeBigRecord(folder)
    const ids = Array.from(
      { length: openings },
      (_, at) => big.meetings[(at * 7_919) % big.meetings.length] ?? '',
    )
    const passphraseFile = join(folder, 'passphrase')
    writeFileSync(passphraseFile, passphrase)
    const derivation = await timed(() =>
      scryptSync(passphrase, 'salt', 32, { ...usualCost, maxmem: 256 * 1024 * 1024 }),
    )
    const bare = await bareReads(big.path, big.key, ids)
    const loopback = await overLoopback(folder, big.path, ids)
    const standIn = await overStandIn(big.path, passphraseFile, ids)
    const megabytes = (statSync(big.path).size / 1_048_576).toFixed(0)
    const among = `of 10,000 (${megabytes} MB)`
    const { unlock, firstList } = loopback
    return [
      opening(`opening a meeting ${among}, request to reply, loopback host (p50; p95)`, loopback.quiet, bare),
      opening('the same while the record is checked and its first copy is made', loopback.busy, bare),
      opening('opening a meeting, request to reply, stand-in for Electron (p50; p95)', standIn.quiet, bare),
      listing('first page of the list of meetings, loopback host (p50; p95)', loopback.quiet, bare),
      listing('the same while the record is checked and its first copy is made', loopback.busy, bare),
      listing('first page of the list of meetings, stand-in for Electron (p50; p95)', standIn.quiet, bare),
      readRow(
        'the first screen, counts and lists in one read, loopback host (p50; p95)',
        loopback.quiet.home,
        bare.home,
      ),
      readRow(
        'first page of the closed ones of 100,000 actions, the latest first, loopback host (p50; p95)',
        loopback.quiet.actions,
        bare.actions,
      ),
      {
        what: 'the least request there is (the state of the record), stand-in for Electron (p50; p95)',
        ours: both(standIn.state),
        beside: '',
        ratio: '',
        goal: '',
        met: null,
      },
      {
        what: `unlock to the first list (${ms(firstList)} of it), loopback host`,
        ours: ms(unlock + firstList),
        beside: `key derivation alone ${ms(derivation)}`,
        ratio: `${ms(unlock + firstList - derivation)} beyond it`,
        goal: '1 s beyond the key derivation',
        met: unlock + firstList - derivation <= 1_000,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const both = (samples: readonly number[]) => `${ms(median(samples))}; ${ms(p95(samples))}`

function opening(what: string, { dossier }: Reads, bare: Reads): Row {
  return readRow(what, dossier, bare.dossier)
}

function listing(what: string, { list }: Reads, bare: Reads): Row {
  return readRow(what, list, bare.list)
}

function readRow(what: string, ours: readonly number[], bare: readonly number[]): Row {
  return {
    what,
    ours: both(ours),
    beside: `bare SQL of the same rows ${both(bare)}`,
    ratio: `${times(median(ours) / median(bare))}; ${times(p95(ours) / p95(bare))}`,
    goal: 'p95 10 ms',
    met: p95(ours) <= 10,
  }
}

async function reads(ask: Ask, ids: readonly string[]): Promise<Reads> {
  const list: number[] = []
  const dossier: number[] = []
  const home: number[] = []
  const actions: number[] = []
  for (let round = 0; round < pages; round++) list.push(await ask(...firstPage))
  for (let round = 0; round < pages; round++) home.push(await ask(...firstScreen))
  for (let round = 0; round < pages; round++) actions.push(await ask(...closedActions))
  for (const meetingId of ids) dossier.push(await ask('meeting.dossier', { meetingId }))
  return { list, dossier, home, actions }
}

async function overLoopback(folder: string, path: string, ids: readonly string[]) {
  const { child, address } = startLoopback(['--record', path, '--data-folder', folder], folder)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const client = await openLoopbackClient(await address)
  const ask: Ask = (operation, input) => timed(async () => succeeded(await client.call(operation, input)))
  try {
    const unlock = await ask('record.unlock', { officerName: 'Sari', passphrase })
    const firstList = await ask(...firstPage)
    const busy = await reads(ask, ids)
    if (!(await isAtWork(client))) throw new Error('the check and the copy ended before the reads did')
    while (await isAtWork(client)) await new Promise((resolve) => setTimeout(resolve, 250))
    return { unlock, firstList, busy, quiet: await reads(ask, ids) }
  } finally {
    client.close()
    child.kill('SIGTERM')
    await ended
  }
}

/** Whether the record is being checked or copied. */
async function isAtWork(client: LoopbackClient): Promise<boolean> {
  const reply = (await client.call('record.state', {})) as Result<RecordState, Fault>
  if (!reply.ok || reply.value.status !== 'open') throw new Error('the record is not open')
  return reply.value.copy.running || reply.value.health === 'checking'
}

/** Timed in the page, from the preload's `invoke` to its reply: with the browser's binding for Electron's channel. */
async function overStandIn(path: string, passphraseFile: string, ids: readonly string[]) {
  const app = await openApp({
    host: 'standIn',
    args: ['--record', path, '--passphrase-file', passphraseFile],
  })
  const invoke = (operation: string, input: unknown) =>
    app.page.evaluate(
      async ([name, value]) => {
        const bridge = (
          window as unknown as { sepaham: { invoke: (o: string, i: unknown) => Promise<unknown> } }
        ).sepaham
        const from = performance.now()
        const reply = await bridge.invoke(name, value)
        return { took: performance.now() - from, reply }
      },
      [operation, input] as const,
    )
  const ask: Ask = async (operation, input) => {
    const { took, reply } = await invoke(operation, input)
    succeeded(reply)
    return took
  }
  try {
    // On a screen that reads nothing: that of the meetings reads all 10,000 of them while it is idle, and draws them on
    // the very thread that hears the replies.
    await app.page.getByText('Bilateral Meeting').first().waitFor()
    await app.page.evaluate(() => void (location.hash = '#/settings/general'))
    await app.page.getByText('Bilateral Meeting').first().waitFor({ state: 'detached' })
    await app.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    const quiet = await reads(ask, ids)
    const state: number[] = []
    for (let round = 0; round < pages; round++) state.push(await ask('record.state', {}))
    return { quiet, state }
  } finally {
    await app.quit()
  }
}

function succeeded(reply: unknown): void {
  const { ok, fault } = reply as { ok: boolean; fault: unknown }
  if (!ok) throw new Error(JSON.stringify(fault))
}

async function bareReads(path: string, key: Buffer, ids: readonly string[]): Promise<Reads> {
  const db = openDatabase(path, key, 'readOnly')
  const selects = [
    'SELECT * FROM meeting WHERE id = ?',
    'SELECT * FROM series WHERE id = (SELECT series_id FROM meeting WHERE id = ?)',
    'SELECT * FROM delegate WHERE meeting_id = ? ORDER BY side, rank, id',
    'SELECT * FROM agenda_item WHERE meeting_id = ? ORDER BY rank, id',
    'SELECT * FROM decision WHERE meeting_id = ?',
    'SELECT * FROM action WHERE meeting_id = ?',
    'SELECT * FROM programme_event WHERE meeting_id = ?',
    'SELECT * FROM note WHERE meeting_id = ?',
    'SELECT item_text.* FROM agenda_item JOIN item_text ON item_id = agenda_item.id WHERE meeting_id = ?',
  ].map((sql) => db.prepare(sql))
  const page = db.prepare(`
    SELECT *, (SELECT count(*) FROM action WHERE meeting_id = meeting.id AND state = 'open')
    FROM meeting JOIN series ON series.id = series_id
    ORDER BY held_on DESC, starts DESC, meeting.id DESC LIMIT 51`)
  const list = await sampled(pages, () => page.all())
  const dossier = await sampled(ids.length, (run) => {
    for (const select of selects) select.all(ids[run])
  })
  const first = [
    `SELECT count(*), count(CASE WHEN due_on < '2025-05-19' THEN 1 END) FROM action WHERE state = 'open'`,
    `SELECT * FROM action WHERE state = 'open' ORDER BY coalesce(due_on, '~'), id LIMIT 5`,
    `SELECT * FROM meeting WHERE held_on >= '2025-05-18' ORDER BY held_on LIMIT 7`,
  ].map((sql) => db.prepare(sql))
  const home = await sampled(pages, () => first.forEach((select) => void select.all()))
  const closed = db.prepare(`
    SELECT * FROM action CROSS JOIN meeting ON meeting.id = meeting_id CROSS JOIN series ON series.id = series_id
    WHERE state <> 'open' ORDER BY closed_on DESC, action.id DESC LIMIT 51`)
  const actions = await sampled(pages, () => closed.all())
  db.close()
  return { list, dossier, home, actions }
}
