import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findTool } from '../../electron/start/tools.mjs'
import type { MinutesDocument } from '../../shared/meeting/minutesDocument.ts'
import { bigMinutes } from './bigMinutes.ts'
import { median, ms, times, type Row } from './measure.ts'

const words = 42_000
const runs = 5

/** Minutes of some 100 pages as DOCX, beside pandoc, python-docx and the floor; whole processes, median of five. */
export async function run(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sepaham-bench-'))
  try {
    const minutes = bigMinutes(words)
    writeFileSync(join(folder, 'minutes.md'), markdown(minutes))
    writeFileSync(join(folder, 'minutes.json'), JSON.stringify(minutes))
    writeFileSync(join(folder, 'minutes.py'), pythonDocx)
    const child = join(import.meta.dirname, 'docxChild.ts')
    const own = [process.execPath, child, 'own', String(words), join(folder, 'own.docx')]
    const floor = [process.execPath, child, 'floor', String(words), join(folder, 'floor.docx')]
    const pandoc = [
      findTool('pandoc') ?? 'pandoc',
      join(folder, 'minutes.md'),
      '-o',
      join(folder, 'pandoc.docx'),
    ]
    const python = [findTool('docxPython') ?? 'python3', join(folder, 'minutes.py'), folder]

    const taken = { own: [], floor: [], pandoc: [], python: [] } as Record<string, number[]>
    const inside = { own: [], floor: [] } as Record<'own' | 'floor', number[]>
    let rss = 0
    for (let round = 0; round < runs; round++) {
      const mine = wall(own)
      const least = wall(floor)
      taken['own']?.push(mine.took)
      inside.own.push(report(mine.out).took)
      inside.floor.push(report(least.out).took)
      rss = Math.max(rss, report(mine.out).rss)
      taken['pandoc']?.push(wall(pandoc).took)
      taken['python']?.push(wall(python).took)
    }
    const [mine, other, third] = ['own', 'pandoc', 'python'].map((name) => median(taken[name] ?? []))
    return [
      beside('DOCX of 42,000 words: whole process, pandoc', mine, other, 5),
      beside('DOCX of 42,000 words: whole process, python-docx', mine, third, 1),
      {
        what: 'DOCX of 42,000 words: writing alone, the floor (same XML as strings, zipped)',
        ours: ms(median(inside.own)),
        beside: ms(median(inside.floor)),
        ratio: times(median(inside.own) / median(inside.floor)),
        goal: 'at most 6x',
        met: median(inside.own) <= 6 * median(inside.floor),
      },
      {
        what: 'DOCX of 42,000 words: largest resident size',
        ours: `${rss.toFixed(0)} MB`,
        beside: '',
        ratio: '',
        goal: 'at most 350 MB',
        met: rss <= 350,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function beside(what: string, ours = Number.NaN, theirs = Number.NaN, faster: number): Row {
  return {
    what,
    ours: ms(ours),
    beside: ms(theirs),
    ratio: `${times(theirs / ours)} faster`,
    goal: faster === 1 ? 'faster' : `at least ${faster}x faster`,
    met: theirs / ours >= faster,
  }
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

function report(out: string): { readonly took: number; readonly rss: number } {
  return JSON.parse(out) as { took: number; rss: number }
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
