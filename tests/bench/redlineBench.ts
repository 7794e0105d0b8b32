import { strToU8, unzipSync, zipSync } from 'fflate'
import { khmerFont } from '../../electron/jobs/khmerFont.ts'
import { compareTexts } from '../../shared/compare/compareTexts.ts'
import type { Comparison } from '../../shared/compare/comparison.ts'
import { redlineDocx } from '../../shared/docx/draft/redlineDocx.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import { madePair } from './comparedTexts.ts'
import { median, ms, sampled, times, type Row } from './measure.ts'

const marks = 3_500
const runs = 7

/** A comparison with many marks written as tracked changes of Word, beside the same XML as strings, zipped. */
export async function run(): Promise<readonly Row[]> {
  for (let words = 4_000; ; words += 1_000) {
    const comparison = compared(words)
    const bytes = await written(comparison)
    const parts = unzipSync(bytes)
    const xml = new TextDecoder().decode(parts['word/document.xml'])
    const count = xml.match(/<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange) /g)?.length ?? 0
    if (count < marks) continue
    const ours = median(await sampled(runs, () => written(comparison)))
    const floor = median(
      await sampled(runs, () => zipSync({ ...parts, 'word/document.xml': strToU8(xml) }, { level: 6 })),
    )
    return [
      {
        what: `a redline with ${count.toLocaleString('en')} marks in ${words.toLocaleString('en')} words, written; the same XML zipped`,
        ours: ms(ours),
        beside: ms(floor),
        ratio: times(ours / floor),
        goal: 'at most 500 ms',
        met: ours <= 500,
      },
    ]
  }
}

function compared(words: number): Comparison {
  const { base, target } = madePair(words, 'rewritten')
  const hashes = { baseHash: 'base', targetHash: 'target' }
  const result = compareTexts(textSchema.nodeFromJSON(base), textSchema.nodeFromJSON(target), hashes)
  if (!result.ok) throw new Error(result.fault.kind)
  return result.value
}

async function written(comparison: Comparison): Promise<Uint8Array> {
  const { bytes } = await redlineDocx(
    {
      language: 'en',
      title: 'Memorandum of Understanding',
      comparison,
      author: 'KHM',
      date: '2025-04-28T00:00:00.000Z',
      comments: [],
      front: { base: 'Draft 1', target: 'Draft 2', views: { base: null, target: null }, author: 'KHM' },
      recordWords: () => '',
      header: ['', ''],
      pageOf: ' of ',
      watermark: null,
    },
    khmerFont,
  )
  return bytes
}
