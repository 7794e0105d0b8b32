import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { khmerFont } from '../../electron/jobs/khmerFont.ts'
import { build, isBuilt } from '../../electron/start/build.mjs'
import { findTool } from '../../electron/start/tools.mjs'
import { minutesDocx } from '../../shared/docx/minutesDocx.ts'
import { hostileFiles } from '../support/hostileFiles.ts'
import { bigMinutes } from './bigMinutes.ts'
import { markedFile } from './markedFile.ts'
import { median, ms, times, type Row } from './measure.ts'

const words = 42_000
const marks = 15_000
const runs = 5

/** Refused for their size alone: one must be read up to the limit, and one is large before anybody looks at it. */
const unhurried: ReadonlySet<string> = new Set(['tooMuch', 'fileTooLarge'])

/**
 * Reading Word files, beside the floor (unpacking, and one pass over the XML) and pandoc, each in a process of its own,
 * median of five; then the hostile files.
 */
export async function run(): Promise<readonly Row[]> {
  if (!isBuilt()) build({ quiet: true })
  const folder = mkdtempSync(join(tmpdir(), 'sepaham-bench-'))
  try {
    const text = join(folder, 'text.docx')
    const marked = join(folder, 'marked.docx')
    writeFileSync(text, (await minutesDocx(bigMinutes(words), { draft: false }, khmerFont)).bytes)
    writeFileSync(marked, markedFile(marks))
    const hostile = mkdtempSync(join(folder, 'hostile-'))
    for (const [index, { bytes, why }] of hostileFiles.entries())
      if (!unhurried.has(why)) writeFileSync(join(hostile, `${index}-${why}.docx`), bytes())

    const rounds = Array.from({ length: runs }, () => ({
      text: child('own', text),
      textFloor: child('floor', text),
      job: child('job', text),
      pandoc: wall([pandoc(), text, '-t', 'plain', '-o', join(folder, 'text.txt')]).took,
      marked: child('own', marked),
      markedFloor: child('floor', marked),
    }))
    const middle = (of: (round: (typeof rounds)[number]) => number) => median(rounds.map(of))
    const all = [
      goal(
        `${words.toLocaleString('en')} words read in a new process; the floor (unpacked, one pass over the XML)`,
        middle((round) => round.text.took),
        middle((round) => round.textFloor.took),
        150,
      ),
      {
        what: 'the same as a job of the app, its worker started and ended; whole process of pandoc',
        ours: ms(middle((round) => round.job.took)),
        beside: ms(middle((round) => round.pandoc)),
        ratio: `${times(middle((round) => round.pandoc) / middle((round) => round.job.took))} faster`,
        goal: '',
        met: null,
      },
      goal(
        `${marks.toLocaleString('en')} tracked changes read in a new process; the floor`,
        middle((round) => round.marked.took),
        middle((round) => round.markedFloor.took),
        2_000,
      ),
      size('the same: largest resident size', Math.max(...rounds.map(({ marked }) => marked.rss)), 300),
    ]
    const refused = readdirSync(hostile).map((file) => ({ file, ...child('refused', join(hostile, file)) }))
    const slowest = refused.reduce((one, other) => (other.took > one.took ? other : one))
    const largest = refused.reduce((one, other) => (other.rss > one.rss ? other : one))
    return [
      ...all,
      {
        what: `${refused.length} hostile files, each in a new process: the slowest to be refused (${slowest.file})`,
        ours: ms(slowest.took),
        beside: '',
        ratio: '',
        goal: 'at most 100 ms',
        met: slowest.took <= 100,
      },
      size(
        `the same: largest resident size (${largest.file}; ${largest.idle?.toFixed(0)} MB before it)`,
        largest.rss,
        150,
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Measured = {
  readonly took: number
  readonly rss: number
  readonly file?: string
  readonly idle?: number
}

function child(reader: string, path: string): Measured {
  const script = join(import.meta.dirname, 'readChild.ts')
  return JSON.parse(wall([process.execPath, script, reader, path]).out) as Measured
}

function goal(what: string, ours: number, floor: number, atMost: number): Row {
  return {
    what,
    ours: ms(ours),
    beside: ms(floor),
    ratio: times(ours / floor),
    goal: `at most ${atMost.toLocaleString('en')} ms`,
    met: ours <= atMost,
  }
}

function size(what: string, megabytes: number, atMost: number): Row {
  return {
    what,
    ours: `${megabytes.toFixed(0)} MB`,
    beside: '',
    ratio: '',
    goal: `at most ${atMost} MB`,
    met: megabytes <= atMost,
  }
}

function pandoc(): string {
  const found = findTool('pandoc')
  return typeof found === 'string' ? found : 'pandoc'
}

/** Runs a command to its end; throws where it cannot be run, so that no peer counts as beaten by being absent. */
function wall(command: readonly string[]): { readonly took: number; readonly out: string } {
  const [program = '', ...args] = command
  const from = performance.now()
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  const took = performance.now() - from
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`)
  return { took, out: stdout }
}
