import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Milliseconds of one run of `work`. */
export async function timed(work: () => unknown): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** Milliseconds of `times` runs of `work`, one after the other. */
export async function sampled(times: number, work: (run: number) => unknown): Promise<readonly number[]> {
  const samples: number[] = []
  for (let run = 0; run < times; run++) samples.push(await timed(() => work(run)))
  return samples
}

/** The smallest sample that `share` (0 to 1) of the samples do not exceed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const median = (samples: readonly number[]) => percentile(samples, 0.5)
export const p95 = (samples: readonly number[]) => percentile(samples, 0.95)

/** One line of the report: what was measured, beside what, and the goal as words. */
export type Row = {
  readonly what: string
  readonly ours: string
  readonly beside: string
  readonly ratio: string
  readonly goal: string
  readonly met: boolean | null // null: a figure without a goal of its own
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
export const times = (value: number) => `${value.toFixed(2)}x`

/** What this machine can do at this moment: goals in milliseconds mean little without it. */
export async function calibration(): Promise<Row> {
  const bytes = Buffer.alloc(16 * 1024 * 1024, 7)
  const hashing = median(await sampled(5, () => createHash('sha256').update(bytes).digest()))
  const folder = mkdtempSync(join(tmpdir(), 'sepaham-bench-'))
  const file = openSync(join(folder, 'sync'), 'w')
  const page = Buffer.alloc(4096, 1)
  const syncing = await sampled(50, () => {
    writeSync(file, page, 0, page.length, 0)
    fsyncSync(file)
  })
  closeSync(file)
  rmSync(folder, { recursive: true })
  return {
    what: 'calibration: SHA-256 of 16 MiB; one synced page',
    ours: `${ms(hashing)}; p50 ${ms(median(syncing))}, p95 ${ms(p95(syncing))}`,
    beside: '',
    ratio: '',
    goal: '',
    met: null,
  }
}

/** The report as a table for a terminal and for the README. */
export function table(rows: readonly Row[]): string {
  const cells = [
    ['What', 'Sepaham', 'Beside it', 'Ratio', 'Goal', 'Met'],
    ['---', '---', '---', '---', '---', '---'],
    ...rows.map((row) => [
      row.what,
      row.ours,
      row.beside,
      row.ratio,
      row.goal,
      row.met === null ? '' : row.met ? 'yes' : 'NO',
    ]),
  ]
  return cells.map((row) => `| ${row.join(' | ')} |`).join('\n')
}
