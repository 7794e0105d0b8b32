import { scryptSync } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../electron/store/openDatabase.ts'
import { usualCost } from '../../electron/store/keySlots.ts'
import { passphrase } from '../electron/store/recordFixture.ts'
import { openApp, startLoopback } from '../support/app.ts'
import { openLoopbackClient } from '../support/loopbackClient.ts'
import { makeBigRecord } from './bigRecord.ts'
import { median, ms, p95, sampled, timed, times, type Row } from './measure.ts'

const openings = 300

type Ask = (operation: string, input: unknown) => Promise<number>

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
    const over = {
      'loopback host': await overLoopback(folder, big.path, ids),
      'stand-in for Electron': await overStandIn(big.path, passphraseFile, ids),
    }
    const megabytes = (statSync(big.path).size / 1_048_576).toFixed(0)
    return Object.entries(over).flatMap(([host, it]): readonly Row[] => [
      {
        what: `opening a meeting among 10,000 (${megabytes} MB), request to reply, ${host} (p50; p95)`,
        ours: `${ms(median(it.dossier))}; ${ms(p95(it.dossier))}`,
        beside: `bare SQL of the same rows ${ms(median(bare))}; ${ms(p95(bare))}`,
        ratio: `${times(median(it.dossier) / median(bare))}; ${times(p95(it.dossier) / p95(bare))}`,
        goal: 'p95 10 ms',
        met: p95(it.dossier) <= 10,
      },
      {
        what: `first page of the list of meetings, ${host} (p50; p95)`,
        ours: `${ms(median(it.list))}; ${ms(p95(it.list))}`,
        beside: '',
        ratio: '',
        goal: 'p95 10 ms',
        met: p95(it.list) <= 10,
      },
      ...(it.unlock === null
        ? []
        : [
            {
              what: `unlock to the first list, ${host}`,
              ours: ms(it.unlock),
              beside: `key derivation alone ${ms(derivation)}`,
              ratio: `${ms(it.unlock - derivation)} beyond it`,
              goal: '1 s beyond the key derivation',
              met: it.unlock - derivation <= 1_000,
            },
          ]),
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function reads(ask: Ask, ids: readonly string[]) {
  const list: number[] = []
  const dossier: number[] = []
  for (let round = 0; round < 50; round++) list.push(await ask('meeting.list', { query: '', after: null }))
  for (const meetingId of ids) dossier.push(await ask('meeting.dossier', { meetingId }))
  return { list, dossier }
}

async function overLoopback(folder: string, path: string, ids: readonly string[]) {
  const { child, address } = startLoopback(['--record', path, '--data-folder', folder], folder)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const client = await openLoopbackClient(await address)
  const ask: Ask = (operation, input) => timed(async () => succeeded(await client.call(operation, input)))
  try {
    const unlock =
      (await ask('record.unlock', { officerName: 'Sari', passphrase })) +
      (await ask('meeting.list', { query: '', after: null }))
    return { unlock, ...(await reads(ask, ids)) }
  } finally {
    client.close()
    child.kill('SIGTERM')
    await ended
  }
}

/** Timed in the page, from the preload's `invoke` to its reply: with the browser's binding for Electron's channel. */
async function overStandIn(path: string, passphraseFile: string, ids: readonly string[]) {
  const app = await openApp({
    host: 'standIn',
    args: ['--record', path, '--passphrase-file', passphraseFile],
  })
  const ask: Ask = async (operation, input) => {
    const { took, reply } = await app.page.evaluate(
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
    succeeded(reply)
    return took
  }
  try {
    return { unlock: null, ...(await reads(ask, ids)) }
  } finally {
    await app.quit()
  }
}

function succeeded(reply: unknown): void {
  const { ok, fault } = reply as { ok: boolean; fault: unknown }
  if (!ok) throw new Error(JSON.stringify(fault))
}

async function bareReads(path: string, key: Buffer, ids: readonly string[]): Promise<readonly number[]> {
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
  const samples = await sampled(ids.length, (run) => {
    for (const select of selects) select.all(ids[run])
  })
  db.close()
  return samples
}
