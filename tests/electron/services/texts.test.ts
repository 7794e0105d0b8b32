import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTextService } from '../../../electron/services/textService.ts'
import { createRepositories } from '../../../electron/store/repositories.ts'
import type { Store } from '../../../electron/store/store.ts'
import { chainLink, sha256, sha256Hex } from '../../../electron/store/textChain.ts'
import type { TextId } from '../../../shared/ids.ts'
import type { Meeting } from '../../../shared/meeting/meeting.ts'
import { toPlainText } from '../../../shared/text/plainText.ts'
import { parseText } from '../../../shared/text/validText.ts'
import { docxParts } from '../../support/docxParts.ts'
import {
  type MeetingRecord,
  meetingOf,
  newMeetingRecord,
  typed,
  withSeries,
} from '../../support/meetingRecord.ts'

let record: MeetingRecord
let meeting: Meeting
let textId: TextId
let base: Awaited<ReturnType<typeof withSeries>>

beforeEach(async () => {
  record = await newMeetingRecord()
  base = await withSeries(record)
  meeting = (await record.get('meeting.put', { meeting: meetingOf(base.series.id) })).value
  textId = need((await record.get('meeting.dossier', { meetingId: meeting.id })).texts[0]).textId
})
afterEach(() => record.close())

describe('a text', () => {
  it('begins as an empty paragraph in the language of the minutes', async () => {
    expect(await open()).toMatchObject({ revision: 0, language: 'en', savedAt: null, editable: true })
    expect(await words()).toBe('')
  })
  it('grows by what is saved, also across a restart and a crash', async () => {
    await save(typed('Selamat '))
    await save(typed('pagi.', 9))
    await record.reopen()
    expect(await words()).toBe('Selamat pagi.')
    await open()
    await save(typed('!', 14))
    await record.reopen('crashed')
    expect(await words()).toBe('Selamat pagi.!')
    expect(await open()).toMatchObject({ revision: 3 })
  })
  it('refuses steps on a revision that is not the newest, and names that', async () => {
    await save(typed('One'))
    const stale = { textId, revision: 0, steps: [...typed('Two')] }
    expect(await record.refused('text.save', stale)).toEqual({ kind: 'StaleText', revision: 1 })
    expect(await words()).toBe('One')
  })
  it('refuses steps that do not hold, and stays as it was', async () => {
    const steps = [...typed('x', 900)]
    expect(await record.refused('text.save', { textId, revision: 0, steps })).toMatchObject({
      kind: 'InvalidText',
    })
    expect(await open()).toMatchObject({ revision: 0 })
  })
  it('refuses to grow past five million characters', async () => {
    const million = 'x'.repeat(2_600_000)
    await save(typed(million))
    const fault = await record.refused('text.save', { textId, revision: 1, steps: [...typed(million)] })
    expect(fault).toMatchObject({ kind: 'TextTooLarge', atMost: 5_000_000, characters: 5_200_000 })
  })
  it('can be had again as it was at any revision', async () => {
    await save(typed('15.40'))
    const { value } = await record.get('text.nameVersion', { textId, name: 'As it was at 15.40' })
    await save(typed('Later: '))
    const { version, doc } = await record.get('text.version', { versionId: value.id })
    expect(version).toEqual(value)
    expect(plain(doc)).toBe('15.40')
    expect(await words()).toBe('Later: 15.40')
  })
  it('lists what was saved by the minute, and has each state of it', async () => {
    record.time.pass(10_000)
    await save(typed('15.40'))
    record.time.pass(40_000)
    await save(typed('As it was at '))
    record.time.pass(70_000)
    await save(typed('Later: '))
    const { rows, next } = await record.get('text.revisions', { textId, after: null })
    expect(rows.map(({ revision, saves, savedAt }) => [revision, saves, savedAt])).toEqual([
      [3, 1, '2025-05-19T01:02:00.000Z'],
      [2, 2, '2025-05-19T01:00:50.000Z'],
    ])
    expect(rows.every(({ officer }) => officer !== '')).toBe(true)
    expect(next).toBeNull()
    expect(plain((await record.get('text.at', { textId, revision: 2 })).doc)).toBe('As it was at 15.40')
    expect(plain((await record.get('text.at', { textId, revision: 0 })).doc)).toBe('')
    expect(await words()).toBe('Later: As it was at 15.40')
  })
  it('has no state that is yet to come, and no page that nobody named', async () => {
    await save(typed('One'))
    expect(await record.refused('text.at', { textId, revision: 2 })).toMatchObject({ kind: 'NotFound' })
    expect(await record.refused('text.revisions', { textId, after: 'x' })).toMatchObject({
      kind: 'InvalidInput',
    })
  })
  it('loses a name that is taken back, and nothing else', async () => {
    await save(typed('Stays'))
    const { undo } = await record.get('text.nameVersion', { textId, name: 'Version' })
    expect(record.undo(undo)).toBeNull()
    expect(await record.get('text.versions', { textId })).toEqual([])
    expect(await words()).toBe('Stays')
  })
  it('tells of each save, after it', async () => {
    await save(typed('a'))
    expect(record.events).toContainEqual({ kind: 'textSaved', textId, revision: 1 })
  })
  it('is rebuilt from a snapshot after many saves, to the same words', async () => {
    for (let count = 0; count < 260; count++) await save(typed('x'))
    await record.get('text.close', { textId })
    expect(snapshots()).toEqual([0, 260])
    await record.reopen()
    expect(await words()).toBe('x'.repeat(260))
    await save(typed('y'))
    await record.reopen('crashed')
    expect(await words()).toBe(`y${'x'.repeat(260)}`)
  })
  it('comes back whole with the item it was taken off with', async () => {
    await save(typed('Kept'))
    const { texts } = await record.get('meeting.dossier', { meetingId: meeting.id })
    const itemId = need(texts.find((text) => text.textId === textId)).itemId
    const { undo } = await record.get('agenda.remove', { itemId })
    await record.get('text.close', { textId })
    expect(await record.refused('text.open', { textId })).toEqual({ kind: 'NotFound', what: 'text' })
    record.undo(undo)
    expect(await words()).toBe('Kept')
  })
})

describe('editing', () => {
  it('is for one window at a time; others follow', async () => {
    await record.get('text.open', { textId }, 'one')
    expect(await record.get('text.open', { textId }, 'two')).toMatchObject({ editable: false })
    const steps = [...typed('x')]
    expect(await record.refused('text.save', { textId, revision: 0, steps }, 'two')).toEqual({
      kind: 'TextHeldElsewhere',
    })
    await record.get('text.close', { textId }, 'two')
    expect(await record.get('text.open', { textId }, 'two')).toMatchObject({ editable: false })
  })
  it('passes on when the window lets go or is gone, and that is told', async () => {
    await record.get('text.open', { textId }, 'one')
    await record.get('text.close', { textId }, 'one')
    expect(record.events).toContainEqual({ kind: 'textReleased', textId })
    expect(await record.get('text.open', { textId }, 'two')).toMatchObject({ editable: true })
    record.clientGone('two')
    expect(await record.get('text.open', { textId }, 'three')).toMatchObject({ editable: true })
  })
  it('takes the last save of a window that has just let go', async () => {
    await record.get('text.open', { textId }, 'one')
    await record.get('text.close', { textId }, 'one')
    await record.get('text.save', { textId, revision: 0, steps: [...typed('last')] }, 'one')
    expect(await record.get('text.open', { textId }, 'two')).toMatchObject({ editable: true, revision: 1 })
  })
})

describe('a burst of editing', () => {
  it('has two entries in the log, however many saves it has', async () => {
    for (let count = 0; count < 20; count++) await save(typed('x'))
    expect(logged()).toEqual(['text.save'])
    await record.get('text.close', { textId })
    expect(logged()).toEqual(['text.save', 'text.close'])
  })
  it('ends after a minute without a save, and not before', async () => {
    await save(typed('x'))
    record.time.pass(59_000)
    record.settle(true)
    expect(logged()).toEqual(['text.save'])
    record.time.pass(1_000)
    record.settle(true)
    expect(logged()).toEqual(['text.save', 'text.close'])
    await save(typed('y'))
    expect(logged()).toEqual(['text.save', 'text.close', 'text.save'])
  })
  it('ends when the record locks', async () => {
    await save(typed('x'))
    await record.reopen('settled')
    expect(logged()).toEqual(['text.save', 'text.close'])
  })
  it('ends at the next opening where a crash cut it off', async () => {
    await save(typed('x'))
    await save(typed('y'))
    await record.reopen('crashed')
    expect(logged()).toEqual(['text.save', 'text.close'])
    await record.reopen('crashed')
    expect(logged()).toEqual(['text.save', 'text.close'])
  })
  it('that a crash cut off ends later where the disk was full at the opening, and its text can be saved', async () => {
    await save(typed('x'))
    await record.reopen('crashed')
    record.store.db.prepare('INSERT INTO text_burst (text_id, revision) VALUES (?, 0)').run(textId)
    let full = true
    const store: Store = {
      ...record.store,
      change: (act, work) =>
        full ? { ok: false, fault: { kind: 'DiskFull', name: 'x' } } : record.store.change(act, work),
    }
    const records = createRepositories(record.store.db)
    const service = createTextService({ store, records }, () => undefined)
    const another = { textId, revision: 1, steps: [...typed('y')] }
    expect(service.save(another, { client: 'one' })).toMatchObject({ fault: { kind: 'DiskFull' } })
    full = false
    expect(service.save(another, { client: 'one' })).toMatchObject({ ok: true, value: { revision: 2 } })
    expect(logged().slice(-2)).toEqual(['text.close', 'text.save'])
  })
  it('says the links of the chain before and after', async () => {
    await save(typed('x'))
    await save(typed('y'))
    await record.get('text.close', { textId })
    const chain = links()
    expect(detailOfLast()).toMatchObject({
      ...{ textId, from: 0, to: 2 },
      chainBefore: chain[0]?.toString('hex'),
      chainAfter: chain[2]?.toString('hex'),
    })
  })
})

describe('the chain of steps', () => {
  it('stands on the first state and seals every step, instant and officer', async () => {
    for (const word of ['a', 'b', 'c']) await save(typed(word))
    const chain = links()
    const steps = stepRows()
    steps.forEach((row, index) =>
      expect(chainLink(need(chain[index]), { ...row, savedAt: row.saved_at })).toEqual(chain[index + 1]),
    )
    expect(steps).toHaveLength(3)
    const [first] = steps
    expect(chainLink(need(chain[0]), { ...need(first), savedAt: '2001-01-01T00:00:00.000Z' })).not.toEqual(
      chain[1],
    )
  })
  it('refuses a snapshot that is not what was written', async () => {
    await save(typed('x'))
    await record.reopen()
    record.store.db.prepare(`UPDATE text_snapshot SET doc = replace(doc, 'paragraph', 'paragraqh')`).run()
    await expect(record.call('text.open', { textId })).rejects.toThrow(/was changed/)
  })
})

describe('a text of which nearly all is deleted', () => {
  const long = 'The Meeting discussed the text article by article. '.repeat(3)

  it('is kept as it was, under a version that the save names', async () => {
    await save(typed(long))
    const saved = await save(cut(1, 1 + long.length))
    const { doc } = await record.get('text.version', { versionId: need(saved.kept) })
    expect(plain(doc)).toBe(long)
    expect(await words()).toBe('')
  })
  it('keeps that version: the save that made it is nothing to take back', async () => {
    await save(typed(long))
    await record.get('text.close', { textId })
    await save(cut(1, 1 + long.length))
    expect(record.store.history(null, 50).find(({ operation }) => operation === 'text.save')?.undo).toBeNull()
  })
  it('is kept once, though it was deleted bit by bit', async () => {
    await save(typed(long))
    const kept: unknown[] = []
    for (let left = long.length; left > 0; left -= 4)
      kept.push((await save(cut(1, 1 + Math.min(4, left)))).kept)
    expect(kept.filter((one) => one !== null)).toHaveLength(1)
    const versions = await record.get('text.versions', { textId })
    expect(versions).toHaveLength(1)
    const { doc } = await record.get('text.version', { versionId: need(versions[0]).id })
    expect(plain(doc)).toBe(long)
  })
  it('is not kept when a tenth is left, or when there was next to nothing', async () => {
    await save(typed('x'.repeat(100)))
    expect((await save(cut(1, 91))).kept).toBeNull()
    await record.get('text.close', { textId })
    expect((await save(cut(1, 11))).kept).toBeNull()
  })
})

describe('references in a text', () => {
  it('are known while the text says them, and hold what they name', async () => {
    const { value: figure } = await record.get('figure.put', {
      figure: {
        ...{ id: null, value: 5000, unit: { en: 'persons' }, what: { en: 'Departures' }, period: {} },
        ...{ place: '', source: 'voiceindonesia.co', asOf: null },
      },
    })
    await save(typed('ab'))
    await save([
      {
        ...{ stepType: 'replace', from: 2, to: 2 },
        slice: { content: [{ type: 'figureRef', attrs: { recordId: figure.id } }] },
      },
    ])
    const cited = async () => (await record.get('meeting.dossier', { meetingId: meeting.id })).figures
    expect(await cited()).toEqual([figure])
    expect(await record.refused('figure.remove', { figureId: figure.id })).toMatchObject({
      kind: 'StillReferredTo',
      by: [{ what: 'text', name: 'Pembukaan', on: '2025-05-19' }],
    })
    await save(cut(2, 3))
    expect(await cited()).toEqual([])
    await record.get('figure.remove', { figureId: figure.id })
  })
  it('hold a decision that a text says', async () => {
    const { value: decision, undo } = await record.get('decision.put', {
      decision: {
        ...{ id: null, meetingId: meeting.id, itemId: null },
        ...{ outcome: 'agreed', wording: { en: 'Agreed.' } },
      },
    })
    await save([
      {
        ...{ stepType: 'replace', from: 0, to: 2 },
        slice: { content: [{ type: 'decisionRef', attrs: { recordId: decision.id, blockId: 'd1' } }] },
      },
    ])
    expect(await record.refused('decision.remove', { decisionId: decision.id })).toMatchObject({
      kind: 'StillReferredTo',
    })
    expect(record.undo(undo)).toEqual({ kind: 'CannotUndo', why: 'neededSince' })
    const empty = { content: [{ type: 'paragraph', attrs: { blockId: 'p1' } }] }
    await save([{ stepType: 'replace', from: 0, to: 1, slice: empty }])
    expect(record.undo(undo)).toBeNull()
  })
})

describe('a person whom a text names', () => {
  it('keeps the seat on the delegation that the text names, and with it the name of that day', async () => {
    const { value: seat, undo } = await record.get('delegate.add', {
      ...{ meetingId: meeting.id, personId: base.dara.id, role: 'member' as const },
    })
    await save([
      {
        ...{ stepType: 'replace', from: 1, to: 1 },
        slice: { content: [{ type: 'personRef', attrs: { recordId: seat.id } }] },
      },
    ])
    const still = { kind: 'StillReferredTo', by: [{ what: 'text', name: 'Pembukaan', on: '2025-05-19' }] }
    expect(await record.refused('delegate.remove', { delegateId: seat.id })).toEqual(still)
    expect(record.undo(undo)).toEqual({ kind: 'CannotUndo', why: 'neededSince' })
    await save(cut(1, 2))
    await record.get('delegate.remove', { delegateId: seat.id })
  })
})

describe('a copy of what is in the editor', () => {
  it('goes where the person chooses, and nowhere when he cancels', async () => {
    const { doc } = await open()
    record.chooses(null)
    expect(await record.get('text.saveCopyTo', { textId, name: 'Salinan', doc })).toBeNull()
    record.chooses('/tmp')
    expect(await record.get('text.saveCopyTo', { textId, name: 'Salinan', doc })).toMatchObject({
      name: 'Salinan.docx',
    })
    expect(record.saved.map(({ path }) => path)).toEqual(['/tmp/Salinan.docx'])
    expect(detailOfLast()).toEqual({
      sha256: sha256Hex(need(record.saved[0]).bytes),
      bytes: need(record.saved[0]).bytes.length,
    })
  })
  it('carries the classification of its meeting, and the strictest once its item is gone', async () => {
    const { doc } = await open()
    const header = async () => {
      await record.get('text.saveCopyTo', { textId, name: 'Salinan', doc })
      return docxParts(need(record.saved.at(-1)).bytes).get('word/header1.xml') ?? ''
    }
    expect(await header()).toContain('RESTRICTED')
    const { texts } = await record.get('meeting.dossier', { meetingId: meeting.id })
    const itemId = need(texts.find((text) => text.textId === textId)).itemId
    await record.get('agenda.remove', { itemId })
    expect(await header()).toContain('SECRET')
  })
  it('goes out although the record was locked while the person chose', async () => {
    const { doc } = await open()
    const { desktop, store } = record.record
    Object.assign(desktop, {
      chooseSavePath: async () => {
        store.db.close()
        return '/tmp/Salinan.docx'
      },
    })
    expect(await record.get('text.saveCopyTo', { textId, name: 'Salinan', doc })).toMatchObject({
      name: 'Salinan.docx',
    })
  })
})

const open = () => record.get('text.open', { textId })

/** Saves on top of the newest revision, as the one window that there is. */
async function save(steps: readonly unknown[]) {
  const { revision } = await open()
  return record.get('text.save', { textId, revision, steps: [...steps] })
}

function cut(from: number, to: number): readonly unknown[] {
  return [{ stepType: 'replace', from, to }]
}

async function words(): Promise<string> {
  return plain((await open()).doc)
}

function plain(doc: unknown): string {
  const text = parseText(doc)
  if (!text.ok) throw new Error('the text does not hold')
  return toPlainText(text.value)
}

function logged(): readonly string[] {
  return record.store
    .history(null, 50)
    .map(({ operation }) => operation)
    .filter((operation) => operation.startsWith('text.'))
    .reverse()
}

function detailOfLast(): unknown {
  const row = record.store.db.prepare('SELECT detail FROM audit ORDER BY seq DESC LIMIT 1').pluck().get()
  return JSON.parse(String(row))
}

type StepRow = {
  readonly revision: number
  readonly steps: string
  readonly saved_at: string
  readonly officer: string
  readonly chain: Buffer
}

function stepRows(): readonly StepRow[] {
  return record.store.db
    .prepare<[string], StepRow>('SELECT * FROM text_step WHERE text_id = ? ORDER BY revision')
    .all(textId)
}

/** The links of the chain, that of the first state before all others. */
function links(): readonly Buffer[] {
  const doc = record.store.db
    .prepare<[string], { doc: string }>('SELECT doc FROM text_snapshot WHERE text_id = ? AND revision = 0')
    .get(textId)
  return [sha256(need(doc).doc), ...stepRows().map(({ chain }) => chain)]
}

function snapshots(): readonly number[] {
  return record.store.db
    .prepare('SELECT revision FROM text_snapshot WHERE text_id = ? ORDER BY revision')
    .pluck()
    .all(textId) as readonly number[]
}

function need<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('missing')
  return value
}
