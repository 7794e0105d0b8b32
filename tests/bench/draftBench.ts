import { readFileSync } from 'node:fs'
import { recogniseText } from '../../electron/jobs/recogniseText.ts'
import { structureOf } from '../../renderer/features/draft/draftFacts.ts'
import { fromPlainText } from '../../shared/text/plainText.ts'
import { openDraft } from '../e2e/draftText.ts'
import { openSample } from '../e2e/sample.ts'
import { newMeetingRecord, typed as typedAt } from '../support/meetingRecord.ts'
import { withDraft, withMou } from '../support/mouRecord.ts'
import { median, ms, p95, sampled, timed, times, type Row } from './measure.ts'
import { memoryOf } from './pageMemory.ts'
import { paintedAfterReply } from './paintedAfterReply.ts'
import { typed, typeInto, typingIntoBareField } from './typing.ts'

const articles = 200
const size = '200 articles, 50,000 words, 400 brackets'

/** A working text of this size in the editor, in its record and read from plain text. */
export async function run(): Promise<readonly Row[]> {
  const text = longDraft()
  return [
    ...(await readFromText(text)),
    ...(await structured(text)),
    ...(await saved(text)),
    ...(await onScreen(text)),
  ]
}

/** Each article has a paragraph with alternatives of two sides, and letters. */
function longDraft(): string {
  const sentence = (at: number) =>
    `The Parties shall exchange information on matter ${at} in accordance with their laws and within the limits of their means, through diplomatic channels.`
  const article = (_: unknown, index: number) =>
    [
      `Article ${index + 1}`,
      `Matter ${index + 1}`,
      `1. Each Party shall reply within [fourteen (14) (IDN)] [thirty (30) (KHM)] days of receipt.`,
      ...Array.from({ length: 11 }, (__, line) => `${line + 2}. ${sentence(index * 11 + line)}`),
    ].join('\n')
  return Array.from({ length: articles }, article).join('\n\n')
}

function read(text: string) {
  let made = 0
  return fromPlainText(text, {
    sides: ['IDN', 'KHM'],
    lang: 'en',
    newId: () => `block-${made++}`,
  }).doc
}

async function readFromText(text: string): Promise<readonly Row[]> {
  const ours = await sampled(5, () =>
    recogniseText({ doc: read(text).toJSON(), language: 'en', choices: null, isPasted: false }),
  )
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const floor = await sampled(5, () => [...segmenter.segment(text)].length)
  return [
    {
      what: `${size} read from plain text, with what each line is proposed to be`,
      ours: ms(median(ours)),
      beside: `parting it into words (Intl.Segmenter) ${ms(median(floor))}`,
      ratio: times(median(ours) / median(floor)),
      goal: '500 ms',
      met: median(ours) <= 500,
    },
  ]
}

async function structured(text: string): Promise<readonly Row[]> {
  const doc = read(text)
  const first = await timed(() => structureOf(doc, null))
  const before = structureOf(doc, null)
  const again = await sampled(20, () => structureOf(doc, before))
  const { outline, brackets } = before
  return [
    {
      what: `outline (${outline.length} rows) and list of ${brackets.length} brackets, in an idle moment (p95; code that never ran)`,
      ours: `${ms(p95(again))}; ${ms(first)}`,
      beside: '',
      ratio: '',
      goal: '50 ms',
      met: p95(again) <= 50,
    },
  ]
}

/** What one key writes to the disk, as Linux counts it. */
async function saved(text: string): Promise<readonly Row[]> {
  const record = await newMeetingRecord()
  try {
    const mou = await withMou(record)
    const draft = await withDraft(record, mou, { bytes: Buffer.from(text) })
    const { value } = await record.get('workingText.begin', {
      ...{ mouId: mou.id, language: 'en', from: { kind: 'draft', draftId: draft.id } },
    })
    let { revision } = await record.get('text.open', { textId: value.textId })
    const bytes: number[] = []
    for (let key = 0; key < 300; key++) {
      const before = written()
      const steps = [...typedAt('a', 3)]
      ;({ revision } = await record.get('text.save', { textId: value.textId, revision, steps }))
      bytes.push(written() - before)
    }
    const kib = (size: number) => `${(size / 1024).toFixed(0)} KiB`
    return [
      {
        what: `${size}: one key saved writes (median; p95; the largest, with the log folded in)`,
        ours: `${kib(median(bytes))}; ${kib(p95(bytes))}; ${kib(Math.max(...bytes))}`,
        beside: `the text itself ${kib(text.length)}`,
        ratio: '',
        goal: '64 KiB',
        met: p95(bytes) <= 65_536,
      },
    ]
  } finally {
    record.close()
  }
}

function written(): number {
  return Number(/^wchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1])
}

async function onScreen(text: string): Promise<readonly Row[]> {
  const bare = await typingIntoBareField()
  const { app, screen } = await openSample({ host: 'loopback' }, 'en')
  const { page } = screen
  const shown = ['.ProseMirror[contenteditable=true]']
  try {
    const { mouId } = await openDraft(app, screen, text)
    const opened: number[] = []
    for (let round = 0; round < 4; round++) {
      await page.evaluate((hash) => (location.hash = hash), `#/mou/${mouId}`)
      await page.locator('.ProseMirror').waitFor({ state: 'detached' })
      await page.evaluate(() => performance.clearResourceTimings())
      await page.evaluate((hash) => (location.hash = hash), `#/mou/${mouId}/text?lang=en`)
      opened.push(await paintedAfterReply(page, shown))
    }
    await page.getByText('Each Party shall reply within').first().click()
    await page.keyboard.type('agreed ') // the first keys find code that never ran
    const typing = await typeInto(page, 'quick')
    const memory = await memoryOf(page)
    return [
      {
        what: `${size}: painted and editable after the reply (median of ${opened.length}; the first)`,
        ours: `${ms(median(opened))}; ${ms(opened[0] ?? Number.NaN)}`,
        beside: '',
        ratio: '',
        goal: '300 ms',
        met: median(opened) <= 300,
      },
      typed(`typing in ${size}, while it saves`, typing, bare.quick),
      {
        what: `${size}: private memory of the process of the page; heap of its scripts; nodes`,
        ours: `${memory.process.toFixed(0)} MB; ${memory.heap.toFixed(0)} MB; ${memory.nodes}`,
        beside: '',
        ratio: '',
        goal: '300 MB',
        met: memory.process <= 300,
      },
    ]
  } finally {
    await app.quit()
  }
}
