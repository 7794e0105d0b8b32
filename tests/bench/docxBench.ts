import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findTool } from '../../electron/start/tools.mjs'
import type { MinutesDocument } from '../../shared/meeting/minutesDocument.ts'
import { bigMinutes } from './bigMinutes.ts'
import { median, ms, times, type Row } from './measure.ts'

const words = 42_000
/** Some 300 pages in 12 point. */
const longWords = 126_000
const runs = 5
const longRuns = 3

/**
 * Minutes of some 100 pages as DOCX, beside pandoc, python-docx and the floor; each in a process of its own, median of
 * five. An officer waits for the job in its worker, which loads its code while he chooses where the file shall go.
 */
export async function run(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sepaham-bench-'))
  try {
    const minutes = bigMinutes(words)
    writeFileSync(join(folder, 'minutes.md'), markdown(minutes))
    writeFileSync(join(folder, 'minutes.json'), JSON.stringify(minutes))
    writeFileSync(join(folder, 'minutes.py'), pythonDocx)
    writeFileSync(join(folder, 'long.md'), markdown(bigMinutes(longWords)))
    const child = (writer: Writer, length = words) => {
      const script = join(import.meta.dirname, 'docxChild.ts')
      const { took, out } = wall([process.execPath, script, writer, String(length), join(folder, writer)])
      return { whole: took, ...(JSON.parse(out) as { took: number; rss: number; waiting: number }) }
    }
    const rounds = Array.from({ length: runs }, () => ({
      job: child('job'),
      cold: child('cold'),
      own: child('own'),
      floor: child('floor'),
      pandoc: wall([program('pandoc'), join(folder, 'minutes.md'), '-o', join(folder, 'pandoc.docx')]).took,
      python: wall([program('docxPython', 'python3'), join(folder, 'minutes.py'), folder]).took,
    }))
    const long = Array.from({ length: longRuns }, () => ({
      job: child('job', longWords).took,
      pandoc: wall([program('pandoc'), join(folder, 'long.md'), '-o', join(folder, 'long.docx')]).took,
    }))
    const middle = (of: (round: (typeof rounds)[number]) => number) => median(rounds.map(of))
    const [job, cold, whole, writing] = [
      middle((round) => round.job.took),
      middle((round) => round.cold.took),
      middle((round) => round.own.whole),
      middle((round) => round.own.took),
    ]
    const [floor, pandoc, python] = [
      middle((round) => round.floor.took),
      middle((round) => round.pandoc),
      middle((round) => round.python),
    ]
    return [
      faster('job in the app, file chosen to bytes; whole process of pandoc', job, pandoc, 5),
      faster(
        'minutes of 300 pages, 126,000 words; whole process of pandoc',
        median(long.map((round) => round.job)),
        median(long.map((round) => round.pandoc)),
        5,
        'DOCX',
      ),
      faster('job in the app; whole process of python-docx', job, python, 1),
      faster('job whose worker nobody made ready; whole process of pandoc', cold, pandoc),
      faster('whole process from the TypeScript sources; whole process of pandoc', whole, pandoc),
      faster('writing alone in a new process; whole process of pandoc', writing, pandoc),
      {
        what: `${subject}: writing alone in a new process; the floor (same XML as strings, zipped)`,
        ours: ms(writing),
        beside: ms(floor),
        ratio: times(writing / floor),
        goal: 'at most 6x',
        met: writing <= 6 * floor,
      },
      resident('largest resident size, job in the app', Math.max(...rounds.map(({ job }) => job.rss))),
      {
        what: `${subject}: resident size of a worker that is ready, while the officer chooses and for 2 minutes at most`,
        ours: `${median(rounds.map(({ job }) => job.waiting)).toFixed(0)} MB`,
        beside: '',
        ratio: '',
        goal: '',
        met: null,
      },
      resident('largest resident size, ten times with every other word bold', child('marked').rss),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Writer = 'job' | 'cold' | 'own' | 'floor' | 'marked'

const subject = 'DOCX of 42,000 words'

/** `least`: how many times faster is the goal; without it, a figure without a goal. */
function faster(what: string, ours: number, theirs: number, least?: number, of = subject): Row {
  return {
    what: `${of}: ${what}`,
    ours: ms(ours),
    beside: ms(theirs),
    ratio: `${times(theirs / ours)} faster`,
    goal: least === undefined ? '' : least === 1 ? 'faster' : `at least ${least}x faster`,
    met: least === undefined ? null : theirs / ours >= least,
  }
}

function resident(what: string, megabytes: number): Row {
  return {
    what: `${subject}: ${what}`,
    ours: `${megabytes.toFixed(0)} MB`,
    beside: '',
    ratio: '',
    goal: 'at most 350 MB',
    met: megabytes <= 350,
  }
}

function program(tool: Parameters<typeof findTool>[0], usual: string = tool): string {
  const found = findTool(tool)
  return typeof found === 'string' ? found : usual
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

function markdown({ blocks }: MinutesDocument): string {
  return blocks
    .map((block) => {
      if (block.kind === 'table') {
        const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
        const text = (runs: readonly { readonly text: string }[]) => runs.map((run) => run.text).join('')
        const head = block.header.map(text)
        return [
          row(head),
          row(head.map(() => '---')),
          ...block.rows.map((cells) => row(cells.map((cell) => text(cell.runs)))),
        ].join('\n')
      }
      if (!('runs' in block)) return ''
      const text = block.runs.map((run) => (run.bold ? `**${run.text.trim()}** ` : run.text)).join('')
      return block.kind === 'heading' ? `# ${text}` : text
    })
    .join('\n\n')
}

const pythonDocx = `
import json, sys
from docx import Document
folder = sys.argv[1]
minutes = json.load(open(folder + '/minutes.json'))
document = Document()
for block in minutes['blocks']:
    if block['kind'] == 'table':
        table = document.add_table(rows=0, cols=len(block['header']))
        for row in block['rows']:
            cells = table.add_row().cells
            for at, cell in enumerate(row):
                cells[at].text = ''.join(run['text'] for run in cell['runs'])
    elif 'runs' in block:
        paragraph = document.add_heading(level=1) if block['kind'] == 'heading' else document.add_paragraph()
        for run in block['runs']:
            paragraph.add_run(run['text']).bold = run.get('bold', False)
document.save(folder + '/python.docx')
`
