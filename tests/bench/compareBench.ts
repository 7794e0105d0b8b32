import { Worker } from 'node:worker_threads'
import { compareTexts } from '../../shared/compare/compareTexts.ts'
import type { Comparison } from '../../shared/compare/comparison.ts'
import { tokensOf } from '../../shared/compare/tokens.ts'
import { createVocabulary } from '../../shared/compare/vocabulary.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import type { TextDoc } from '../../shared/text/writtenText.ts'
import { madePair, madeShapes, patterns } from './comparedTexts.ts'
import type { Pattern } from './comparedTexts.ts'
import { median, ms, sampled, timed, times, type Row } from './measure.ts'
import { peers } from './comparePeers.ts'
import type { Peer } from './comparePeers.ts'

const SIZES = [2_000, 10_000, 50_000, 200_000]
const STOP = 15_000 // milliseconds; a library that took longer is not tried on more words
const IN_ORDER = new Set<Pattern>(['few', 'inserted', 'moved'])

/** Comparison beside its floor (parse both, hash blocks, tokenise those that differ) and beside what libraries need. */
export async function run(): Promise<readonly Row[]> {
  const rows: Row[] = []
  await warmUp()
  const libraries = await peers()
  for (const pattern of patterns) {
    const stopped = new Set<Peer>()
    let smaller: { readonly words: number; readonly took: number } | null = null
    for (const words of SIZES) {
      const made = madePair(words, pattern)
      const [base, target] = [JSON.stringify(made.base), JSON.stringify(made.target)]
      const runs = words > 100_000 ? 5 : 9
      const parse = () => [read(base), read(target)] as const
      // By turns: one collection of garbage is as long as a comparison, and would fall on one of them only.
      const floors: number[] = []
      const wholes: number[] = []
      for (let run = 0; run < 2 * runs; run++) {
        floors.push(await timed(() => floorOf(...parse())))
        wholes.push(await timed(() => compare(...parse(), true)))
      }
      const [floor, whole] = [median(floors), median(wholes)]
      const alone = median(
        await measured(
          runs,
          () => parse(),
          (docs) => compare(...docs, false),
        ),
      )
      const layered = median(
        await measured(
          runs,
          () => parse(),
          (docs) => compare(...docs, true),
        ),
      )
      const name = `compare ${pattern}, ${words.toLocaleString('en')} words`
      const inOrder = IN_ORDER.has(pattern)
      rows.push({
        what: name,
        ours: ms(whole),
        beside: `floor ${ms(floor)}`,
        ratio: times(whole / floor),
        goal: inOrder ? 'at most 2x' : '',
        met: inOrder ? whole <= 2 * floor : null,
      })
      rows.push({
        what: `${name}: marks and layers`,
        ours: ms(layered),
        beside: `words alone ${ms(alone)}`,
        ratio: times(layered / alone),
        goal: 'at most 2x',
        met: layered <= 2 * alone,
      })
      if (!inOrder && smaller && words > 10_000) {
        const doublings = Math.log2(words / smaller.words)
        const growth = (layered / smaller.took) ** (1 / doublings)
        rows.push({
          what: `${name}: doubling`,
          ours: '',
          beside: '',
          ratio: times(growth),
          goal: 'at most 2.3x',
          met: growth <= 2.3,
        })
      }
      smaller = { words, took: layered }
      for (const peer of libraries) {
        if (stopped.has(peer)) continue
        const [one, other] = [plain(read(base)), plain(read(target))]
        const took = await timeOf(peer.name, one, other)
        if (took >= STOP) stopped.add(peer)
        const least = leastRatio(pattern, words, peer.name)
        rows.push({
          what: `${name}, beside ${peer.name}`,
          ours: ms(layered),
          beside: took >= STOP ? `stopped at ${ms(took)}` : ms(took),
          ratio: times(took / layered),
          goal: least === null ? '' : `at least ${least}x`,
          met: least === null ? null : took / layered >= least,
        })
      }
      rows.push(qualityOf(name, pattern, compare(...parse(), true), made))
    }
  }
  for (const { name, base, target } of madeShapes()) {
    const docs = [textSchema.nodeFromJSON(base), textSchema.nodeFromJSON(target)] as const
    const took = median(await sampled(3, () => compare(...docs, true)))
    rows.push({ what: `compare: ${name}`, ours: ms(took), beside: '', ratio: '', goal: '', met: null })
  }
  return rows
}

/** Milliseconds that a library takes, in a thread of its own, which is ended at `STOP`. */
async function timeOf(name: string, one: string, other: string): Promise<number> {
  const worker = new Worker(new URL('./comparePeerWorker.ts', import.meta.url), {
    workerData: { name, one, other },
  })
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', (took: number) => resolve(Math.min(took, STOP)))
      worker.once('error', reject)
      setTimeout(() => resolve(STOP), STOP).unref()
    })
  } finally {
    await worker.terminate()
  }
}

/** How many times faster than a library a comparison has to be. */
function leastRatio(pattern: Pattern, words: number, peer: string): number | null {
  if (IN_ORDER.has(pattern)) return words >= 50_000 ? 1 : null
  if (words !== 10_000) return null
  return peer === 'diff' ? 50 : peer === 'fast-myers-diff' ? 5 : null
}

function qualityOf(
  name: string,
  pattern: Pattern,
  { changes }: Comparison,
  made: { readonly changedWords: number; readonly movedArticles: number },
): Row {
  const count = (words: string) => words.split(/\s+/u).filter(Boolean).length
  // The label of a clause that came is no word of its wording.
  const labels = (words: string) => words.replace(/^(?:Article )?\d+\.?$|^\d+\. /gmu, '')
  const shown = changes
    .filter(({ layer }) => layer === 'substance' || layer === 'systematic')
    .reduce(
      (sum, { wordsBefore, wordsAfter }) => sum + count(labels(wordsBefore)) + count(labels(wordsAfter)),
      0,
    )
  const moves = changes.filter(({ kind }) => kind === 'move').length
  const most = pattern === 'rewritten' ? 1.1 : IN_ORDER.has(pattern) ? 1.05 : null
  const isTrue = moves === made.movedArticles && (most === null || shown <= most * made.changedWords)
  return {
    what: `${name}: words shown as changed, articles as moved`,
    ours: `${shown}, ${moves}`,
    beside: `true ${made.changedWords}, ${made.movedArticles}`,
    ratio: made.changedWords > 0 ? times(shown / made.changedWords) : '',
    goal: most === null ? '' : `at most ${most}x, every move`,
    met: most === null ? null : isTrue,
  }
}

async function warmUp() {
  for (const pattern of patterns) {
    const { base, target } = madePair(10_000, pattern)
    for (let run = 0; run < 5; run++)
      compare(textSchema.nodeFromJSON(base), textSchema.nodeFromJSON(target), run % 2 === 0)
  }
}

/** Milliseconds of `work` alone, each time on something made anew. */
async function measured<T>(
  runs: number,
  make: () => T,
  work: (made: T) => unknown,
): Promise<readonly number[]> {
  const samples: number[] = []
  for (let run = 0; run < runs; run++) {
    const made = make()
    samples.push(await timed(() => work(made)))
  }
  return samples
}

function read(json: string): TextDoc {
  return textSchema.nodeFromJSON(JSON.parse(json))
}

function compare(base: TextDoc, target: TextDoc, layered: boolean): Comparison {
  const result = compareTexts(base, target, { baseHash: '', targetHash: '', settings: { layered } })
  if (!result.ok) throw new Error(`Refused: ${result.fault.kind}`)
  return result.value
}

function floorOf(base: TextDoc, target: TextDoc): number {
  const [inBase, inTarget] = [blocksOf(base), blocksOf(target)]
  const vocabulary = createVocabulary()
  let tokens = 0
  for (const [own, others] of [
    [inBase, inTarget],
    [inTarget, inBase],
  ] as const)
    for (const block of own) if (!others.has(block)) tokens += tokensOf(block, [], vocabulary).count
  return tokens
}

function blocksOf(doc: TextDoc): ReadonlySet<string> {
  const blocks = new Set<string>()
  doc.descendants((node) => {
    if (node.isTextblock) blocks.add(node.textContent)
    return !node.isTextblock
  })
  return blocks
}

function plain(doc: TextDoc): string {
  return doc.textBetween(0, doc.content.size, '\n')
}
