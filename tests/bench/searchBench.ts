import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from '../../shared/fault.ts'
import type { Result } from '../../shared/result.ts'
import type { SearchRequest, SearchResult } from '../../shared/search/search.ts'
import { passphrase } from '../electron/store/recordFixture.ts'
import { startLoopback } from '../support/app.ts'
import { type LoopbackClient, openLoopbackClient } from '../support/loopbackClient.ts'
import { makeBigRecord, size } from './bigRecord.ts'
import { median, ms, p95, timed, times, type Row } from './measure.ts'

const rounds = 200
const asked: Omit<SearchRequest, 'query'> = {
  ...{ kinds: [], side: null, seriesId: null, from: null, to: null, order: 'best', skip: 0 },
}

/** Searching a record of 1,000,000 paragraphs, request to reply over the loopback host, beside the least request. */
export async function run(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sepaham-bench-'))
  try {
    const { path } = await makeBigRecord(folder)
    const { child, address } = startLoopback(['--record', path, '--data-folder', folder], folder)
    const ended = new Promise((resolve) => child.once('exit', resolve))
    const client = await openLoopbackClient(await address)
    try {
      await client.call('record.unlock', { officerName: 'Sari', passphrase })
      const indexing = await timed(async () => {
        while ((await find(client, { ...asked, query: 'delegations' })).due > 0);
      })
      const search = async (queryOf: (round: number) => string, more: Partial<SearchRequest> = {}) => {
        const samples: number[] = []
        for (let round = 0; round < rounds; round++) {
          const request = { ...asked, ...more, query: queryOf(round) }
          samples.push(await timed(() => find(client, request)))
        }
        return samples
      }
      const least: number[] = []
      for (let round = 0; round < rounds; round++)
        least.push(await timed(() => client.call('record.state', {})))
      const place = (round: number) => (round * 7_919) % (size.meetings * size.itemsOfEach)
      const rows = [
        ['a rare word', 10, await search((round) => `${place(round)}`)],
        ['a common word, newest first', 10, await search(() => 'delegations ', { order: 'newest' })], // whole: a space follows
        [
          'two common words and a rare one',
          10,
          await search((round) => `delegations online ${place(round)}`),
        ],
        ['a common word, best among the newest 10,000', 100, await search(() => 'delegations')],
        ['three common words, best', 100, await search(() => 'recruited online fraud')],
        [
          'a word while it is typed (2 to 8 letters)',
          100,
          await search((round) => 'delegati'.slice(0, 2 + (round % 7))),
        ],
      ] as const
      return [
        {
          what: 'reading 1,000,000 paragraphs into the index, a slice before each search',
          ours: `${(indexing / 1_000).toFixed(0)} s`,
          ...{ beside: '', ratio: '', goal: '', met: null },
        },
        ...rows.map(([what, goal, samples]): Row => ({
          what: `search among 1,000,000 paragraphs: ${what} (p50; p95)`,
          ours: `${ms(median(samples))}; ${ms(p95(samples))}`,
          beside: `the least request ${ms(median(least))}; ${ms(p95(least))}`,
          ratio: times(median(samples) / median(least)),
          goal: `p95 ${goal} ms`,
          met: p95(samples) <= goal,
        })),
      ]
    } finally {
      client.close()
      child.kill('SIGTERM')
      await ended
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function find(client: LoopbackClient, request: SearchRequest): Promise<SearchResult> {
  const reply = (await client.call('search.find', { request })) as Result<SearchResult, Fault>
  if (!reply.ok) throw new Error(`not searched: ${JSON.stringify(reply.fault)}`)
  return reply.value
}
