import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { makeRecord, passphrase } from '../electron/store/recordFixture.ts'
import { type App, openApp, startLoopback } from '../support/app.ts'
import { chromiumFlags, findChromium } from '../support/chromium.ts'
import { createFileAnswers } from '../support/fileAnswers.ts'
import { openLoopbackClient } from '../support/loopbackClient.ts'
import { meetingOf } from '../support/meetingRecord.ts'
import { median, ms, times, type Row } from './measure.ts'
import { memoryOf } from './pageMemory.ts'
import { typed, typeInto, typingIntoBareField } from './typing.ts'

const words = 42_000
const sentence =
  'The two delegations exchanged information on cases of persons recruited for online fraud operations at the border. '
const wordsOfSentence = 17
/** Typing into minutes of some 100 pages in a real Chromium, and the time from start to a field that takes a key. */
export async function run(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'sepaham-bench-'))
  try {
    const { path } = await makeRecord(folder)
    const meetingId = await longMinutes(folder, path)
    const passphraseFile = join(folder, 'passphrase')
    writeFileSync(passphraseFile, passphrase)
    const starts: Start[] = []
    for (let round = 0; round < 5; round++) {
      starts.push({ ours: await startToUnlock(path), bare: await startToBareField() })
    }
    const bare = await typingIntoBareField()

    const app = await openApp({
      host: 'loopback',
      args: ['--record', path, '--passphrase-file', passphraseFile],
    })
    try {
      await app.page.waitForURL((url) => !url.hash.includes('token')) // the page has taken it
      await app.page.goto(new URL(`#/meetings/${meetingId}`, app.page.url()).href)
      const editor = app.page.locator('.ProseMirror[contenteditable=true]').first()
      await editor.click()
      await app.page.keyboard.type('agreed ') // the first keys find code that never ran
      const saving = await typeInto(app.page, 'quick')
      const { typing: exporting, exports } = await typeWhileExporting(app, meetingId)
      const held = await typeInto(app.page, 'held')
      const memory = await memoryOf(app.page)
      return [
        typed('typing in minutes of 100 pages, some 110 words a minute, while it saves', saving, bare.quick),
        typed(`the same while it exports ${exports} DOCX one after the other`, exporting, bare.quick),
        { ...typed('the same with a key held down, 30 a second', held, bare.held), goal: '', met: null },
        {
          what: 'the page with 100 pages open, after that: heap of scripts (V8); nodes of the document',
          ours: `${memory.heap.toFixed(0)} MB; ${memory.nodes}`,
          beside: '',
          ratio: '',
          goal: '',
          met: null,
        },
        started(starts),
      ]
    } finally {
      await app.quit()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

type Start = { readonly ours: number; readonly bare: number }

function started(starts: readonly Start[]): Row {
  const ours = median(starts.map((it) => it.ours))
  const bare = median(starts.map((it) => it.bare))
  return {
    what: 'built app started to the unlock field taking a key, stand-in for Electron with Chromium’s own start (median of 5)',
    ours: ms(ours),
    beside: `the same Chromium started, with a bare field on an empty page ${ms(bare)}`,
    ratio: `${times(ours / bare)}; ${ms(ours - bare)} beyond it`,
    goal: '1.5 s',
    met: ours <= 1_500,
  }
}

/** Another client of the same host asks for the exports, so that no dialog takes the keys. */
async function typeWhileExporting(app: App, meetingId: string) {
  const address = /open (http:\S+)/.exec(app.said())?.[1] ?? ''
  const answers = createFileAnswers()
  const client = await openLoopbackClient(address, answers)
  let isTyping = true
  const exporting = (async () => {
    let exports = 0
    for (; isTyping; exports++) {
      answers.add('save', join(app.documentsFolder, `minutes ${exports}.docx`))
      const asked = { meetingId, language: 'en', keptBy: 'IDN', draft: true }
      const reply = (await client.call('minutes.exportDocx', asked)) as {
        ok: boolean
        value: unknown
      }
      if (!reply.ok || reply.value === null) throw new Error(`not exported: ${JSON.stringify(reply)}`)
    }
    return exports
  })()
  const typing = await typeInto(app.page, 'quick')
  isTyping = false
  const exports = await exporting
  client.close()
  return { typing, exports }
}

/** The same Chromium, started the same way, with nothing of ours on its page. */
async function startToBareField(): Promise<number> {
  const from = performance.now()
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...chromiumFlags] })
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  await page.setContent('<input type="password">')
  await takesKey(page)
  const took = performance.now() - from
  await browser.close()
  return took
}

async function takesKey(page: Page): Promise<void> {
  const field = page.locator('input[type=password]').first()
  await field.pressSequentially('k')
  if ((await field.inputValue()) !== 'k') throw new Error('the field took no key')
}

async function startToUnlock(path: string): Promise<number> {
  const from = performance.now()
  const app = await openApp({ host: 'standIn', args: ['--record', path] })
  await takesKey(app.page)
  const took = performance.now() - from
  await app.quit()
  return took
}

/** A meeting whose eight texts hold some 100 pages. */
async function longMinutes(folder: string, path: string): Promise<string> {
  const { child, address } = startLoopback(['--record', path, '--data-folder', folder], folder)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const client = await openLoopbackClient(await address)
  const get = async (operation: string, input: unknown) => {
    const reply = (await client.call(operation, input)) as { ok: boolean; value: never; fault: unknown }
    if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply.fault)}`)
    return reply.value as Record<string, never>
  }
  await get('record.unlock', { officerName: 'Sari', passphrase })
  const relationship = (await get('relationship.add', { otherSide: 'KHM' }))['value'] as unknown as {
    id: string
  }
  const name = { en: 'Bilateral Meeting', id: 'Pertemuan Bilateral' }
  const series = (
    await get('series.put', { series: { id: null, relationshipId: relationship.id, name, shortName: name } })
  )['value'] as unknown as { id: never }
  const meeting = (await get('meeting.put', { meeting: { ...meetingOf(series.id), languages: ['en'] } }))[
    'value'
  ] as unknown as { id: string }
  const { texts } = (await get('meeting.dossier', { meetingId: meeting.id })) as unknown as {
    texts: { textId: string }[]
  }
  const paragraphs = Math.ceil(words / texts.length / (wordsOfSentence * 4))
  for (const { textId } of texts) {
    const { revision } = (await get('text.open', { textId })) as unknown as { revision: number }
    const content = Array.from({ length: paragraphs }, () => ({
      type: 'paragraph',
      content: [{ type: 'text', text: sentence.repeat(4).trim() }],
    }))
    const steps = [{ stepType: 'replace', from: 0, to: 2, slice: { content } }]
    await get('text.save', { textId, revision, steps })
    await get('text.close', { textId })
  }
  await get('record.lock', {})
  client.close()
  child.kill('SIGTERM')
  await ended
  return meeting.id
}
