import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { anchorsOfCopies, copiesFolderOf, instantOfCopy } from '../../electron/store/copies.ts'
import { migrations as released } from '../../electron/store/migrations/migrations.ts'
import { verifyRecord } from '../../electron/store/verifyRecord.ts'
import { nextMigrations } from './nextMigrations.ts'
import {
  copiesIn,
  copyTemplate,
  makeTemplate,
  manyAgencies,
  openRecordIn,
  recordIn,
  wordsOf,
  type Template,
} from './template.ts'

export const works = ['typing', 'exporting', 'copying', 'migrating'] as const
export type Work = (typeof works)[number]

/** What came of the rounds of one kind. `lost` and `bad` must be nothing. */
export type Figures = {
  readonly what: string
  readonly rounds: number
  readonly acknowledged: number
  readonly lost: number
  readonly bad: readonly string[]
}

/** Long enough for several saves, exports and copies; the first export waits for its worker. */
const longestWaitMs = { typing: 250, exporting: 1_800, copying: 1_500 }

const childFile = fileURLToPath(new URL('./child.ts', import.meta.url))

/** Calls `work` with a template record in a folder of its own, which is gone afterwards. */
export async function withTemplate<T>(work: (template: Template, folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'sepaham-torture-'))
  try {
    return await work(await makeTemplate(join(folder, 'template')), folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Kills a program at work `rounds` times at random moments, and looks at what it left behind each time. */
export async function killRounds(
  work: Work,
  rounds: number,
  template: Template,
  folder: string,
): Promise<Figures> {
  const bad: string[] = []
  let acknowledged = 0
  let lost = 0
  const usual = work === 'migrating' ? await timeOf(template, join(folder, 'timed')) : 0
  for (let round = 0; round < rounds; round++) {
    const place = join(folder, `${work}-${round}`)
    copyTemplate(template, place)
    // Typing is killed some time after the first answer; a migration at any time from the start to its usual end.
    const wait = Math.random() * (work === 'migrating' ? usual * 1.1 : longestWaitMs[work])
    const said = await killed(work, place, template.textId, wait)
    try {
      const left = await lookAt(work, place, template, said)
      acknowledged += left.acknowledged
      lost += left.lost
      bad.push(...left.bad.map((words) => `${work} ${round}: ${words}`))
    } catch (error) {
      bad.push(`${work} ${round}: ${error instanceof Error ? error.message : 'unknown'}`)
    }
    rmSync(place, { recursive: true, force: true })
  }
  return { what: work, rounds, acknowledged, lost, bad }
}

/** Flips one bit of a closed record, `count` times: each must be noticed. */
export async function bitFlips(count: number, template: Template, folder: string): Promise<Figures> {
  const { store, key } = await openRecordIn(template.folder)
  store.close()
  const whole = readFileSync(recordIn(template.folder))
  const bad: string[] = []
  let noticed = 0
  for (let flip = 0; flip < count; flip++) {
    const bytes = Buffer.from(whole)
    const at = Math.floor(Math.random() * bytes.length)
    const bit = 1 << Math.floor(Math.random() * 8)
    bytes[at] = (bytes[at] ?? 0) ^ bit
    const path = join(folder, 'flipped.sepaham')
    writeFileSync(path, bytes)
    if (verifyRecord(path, key, []).findings.length > 0) noticed++
    else bad.push(`bit ${bit} of byte ${at} was not noticed`)
  }
  return { what: 'bit flips, noticed', rounds: count, acknowledged: noticed, lost: count - noticed, bad }
}

/** Starts the program twice on one record: the second must be refused within three seconds, and the first go on. */
export async function twoInstances(rounds: number, template: Template, folder: string): Promise<Figures> {
  const bad: string[] = []
  let acknowledged = 0
  let lost = 0
  for (let round = 0; round < rounds; round++) {
    const place = join(folder, `two-${round}`)
    copyTemplate(template, place)
    const first = start('typing', place, template.textId)
    await first.line(/^saved/)
    const startedAt = performance.now()
    const second = start('typing', place, template.textId)
    await second.line(/^started/)
    const threadStartedAt = performance.now()
    await second.ended
    if (!second.said().includes('refused RecordInUse'))
      bad.push(`two instances ${round}: ${second.said().join(', ')}`)
    if (performance.now() - threadStartedAt > 3_000) {
      bad.push(`two instances ${round}: refused after ${Math.round(performance.now() - startedAt)} ms`)
    }
    const said = await first.kill()
    const left = await lookAt('typing', place, template, said)
    acknowledged += left.acknowledged
    lost += left.lost
    bad.push(...left.bad)
    rmSync(place, { recursive: true, force: true })
  }
  return { what: 'two instances', rounds, acknowledged, lost, bad }
}

type Left = { readonly acknowledged: number; readonly lost: number; readonly bad: readonly string[] }

async function lookAt(
  work: Work,
  place: string,
  { textId }: Template,
  said: readonly string[],
): Promise<Left> {
  const bad: string[] = []
  let acknowledged = 0
  let lost = 0
  const acknowledge = (there: boolean, words: string) => {
    acknowledged++
    if (there) return
    lost++
    bad.push(`${words} is gone`)
  }

  const before = work === 'migrating' ? await migratedOrNot(place, said, acknowledge) : released
  const { store, key } = await openRecordIn(place, before)
  if (!store.chainHeld || store.replaced()) bad.push('the audit log does not hold')
  const words = await wordsOf(store, textId)
  const saved = numbersIn(said, 'saved')
  for (const number of saved) acknowledge(words.includes(`<${number}>`), `save ${number}`)
  const extra = (words.match(/<\d+>/g) ?? []).length - saved.length
  if (extra > 1) bad.push(`${extra} saves were not acknowledged and are there`)
  if (store.db.prepare('SELECT count(*) FROM agency').pluck().get() !== manyAgencies)
    bad.push('rows are missing')
  const anchors = anchorsOfCopies(store.path, store.recordId, key)
  store.close()
  bad.push(...verifyRecord(recordIn(place), key, anchors).findings.map((finding) => JSON.stringify(finding)))

  for (const file of linesOf(said, 'exported'))
    acknowledge(readdirSync(place).includes(file), `export ${file}`)
  for (const file of readdirSync(place).filter((name) => name.endsWith('.docx'))) {
    if (!isWholeDocx(join(place, file))) bad.push(`${file} is half a file`)
  }
  const copies = copiesIn(place)
  for (const madeAt of linesOf(said, 'copied')) {
    // Of one day only the newest three are kept: an older one is let go of once three newer ones are there.
    const there = copies.some((name) => instantOfCopy(name) === madeAt)
    const newer = copies.filter((name) => instantOfCopy(name) > madeAt).length
    acknowledge(there || newer >= 3, `copy ${madeAt}`)
  }
  for (const name of copies) {
    const { findings } = verifyRecord(join(copiesFolderOf(recordIn(place)), name), key, [])
    if (findings.length > 0) bad.push(`copy ${name} does not hold`)
  }
  key.fill(0)
  return { acknowledged, lost, bad }
}

/** After a kill within a migration: which schema is there, whole, and was the copy there before. */
async function migratedOrNot(
  place: string,
  said: readonly string[],
  acknowledge: (there: boolean, words: string) => void,
) {
  let migrated = false
  try {
    const { store } = await openRecordIn(place)
    store.close()
  } catch (error) {
    migrated = error instanceof Error && error.message.includes('newer')
    if (!migrated) throw error
  }
  if (said.includes('migrated')) acknowledge(migrated, 'the migration')
  if (migrated && copiesIn(place).length < 2) throw new Error('migrated without a copy before')
  return migrated ? nextMigrations : released
}

function start(work: Work, place: string, textId: string) {
  const child = spawn(process.execPath, [childFile, work, place, textId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  const waiting: { readonly pattern: RegExp; readonly resolve: () => void }[] = []
  const lines = () => output.split('\n').slice(0, -1) // what follows the last line end was cut by the kill
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk
    for (const one of waiting) if (lines().some((line) => one.pattern.test(line))) one.resolve()
  })
  const ended = new Promise<void>((resolve) => child.stdout.once('close', resolve))
  return {
    said: lines,
    ended,
    /** Resolves when a line like this was said, or the program has ended. */
    line: (pattern: RegExp): Promise<void> =>
      Promise.race([ended, new Promise<void>((resolve) => waiting.push({ pattern, resolve }))]),
    async kill(): Promise<readonly string[]> {
      child.kill('SIGKILL')
      await ended
      return lines()
    },
  }
}

async function killed(work: Work, place: string, textId: string, wait: number): Promise<readonly string[]> {
  const child = start(work, place, textId)
  await child.line(work === 'migrating' ? /^started/ : /^saved/)
  await new Promise((resolve) => setTimeout(resolve, wait))
  return child.kill()
}

/** How long a migration takes from the start of the program, in milliseconds. */
async function timeOf(template: Template, place: string): Promise<number> {
  copyTemplate(template, place)
  const child = start('migrating', place, template.textId)
  await child.line(/^started/)
  const startedAt = performance.now()
  await child.line(/^migrated/)
  const time = performance.now() - startedAt
  await child.kill()
  rmSync(place, { recursive: true, force: true })
  return time
}

function numbersIn(said: readonly string[], verb: string): readonly number[] {
  return linesOf(said, verb).map(Number)
}

function linesOf(said: readonly string[], verb: string): readonly string[] {
  return said.filter((line) => line.startsWith(`${verb} `)).map((line) => line.slice(verb.length + 1))
}

function isWholeDocx(path: string): boolean {
  try {
    return 'word/document.xml' in unzipSync(readFileSync(path))
  } catch {
    return false
  }
}
