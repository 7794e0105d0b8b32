import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '../../../electron/store/migrations/migrations.ts'
import { openStore } from '../../../electron/store/openStore.ts'
import { verifyRecord } from '../../../electron/store/verifyRecord.ts'
import type { Input } from '../../../shared/api/contract.ts'
import type { Mou } from '../../../shared/mou/mou.ts'
import { isSettled, type Settling, standsAgain } from '../../../shared/mou/settledBracket.ts'
import { bracketsOf, withBracket } from '../../support/bracketToSettle.ts'
import { meetingOf, type MeetingRecord, newMeetingRecord, withSeries } from '../../support/meetingRecord.ts'
import { withMou } from '../../support/mouRecord.ts'

let record: MeetingRecord
let mou: Mou
let there: Awaited<ReturnType<typeof withSeries>>
beforeEach(async () => {
  record = await newMeetingRecord()
  there = await withSeries(record)
  mou = await withMou(record)
})
afterEach(() => record.close())

/** A text with a bracket, and what settles it: at a meeting, and saved. */
async function begun() {
  const text = await withBracket(record, mou.id)
  const { textId, revision, settling, settles, undoes } = text
  const save = { textId, revision, steps: settles, settled: [settling], standing: [] }
  return {
    ...text,
    save,
    settle: (change: Partial<Settling> = {}) =>
      record.get('bracket.settle', { ...save, settled: [{ ...settling, ...change }] }),
    undo: () =>
      record.get('bracket.settle', {
        ...{ textId, revision: revision + 1, steps: undoes, settled: [], standing: [settling.bracketId] },
      }),
    noted: () => record.get('bracket.settled', { textId }),
    brackets: () => bracketsOf(record, textId),
  }
}

describe('how a bracket was settled', () => {
  it('is noted with the item of the meeting, by whom and when, and stays after a crash', async () => {
    const { meeting, item } = await withItem()
    const text = await begun()
    const place = { meetingId: meeting.id, itemId: item.id }
    await text.settle(place)
    const { textId, settling } = text
    const noted = await text.noted()
    expect(noted).toEqual([
      { textId, ...settling, ...place, settledAt: expect.any(String), settledBy: expect.any(String) },
    ])
    await record.reopen('crashed')
    expect(await text.noted()).toEqual(noted)
    expect(await text.brackets()).toEqual([])
  })
  it('takes the place of what was noted of it before', async () => {
    const text = await begun()
    await text.settle()
    await text.undo()
    const again = { ...text.save, revision: text.revision + 2 }
    await record.get('bracket.settle', { ...again, settled: [{ ...text.settling, outcome: 'dropped' }] })
    expect((await text.noted()).map(({ outcome }) => outcome)).toEqual(['dropped'])
  })
  it('keeps the words where the item is none of that meeting, or nobody knows the meeting any more', async () => {
    const { item } = await withItem()
    const { value: other } = await record.get('meeting.put', {
      meeting: meetingOf(there.series.id, { number: 2 }),
    })
    const text = await begun()
    await text.settle({ meetingId: other.id, itemId: item.id })
    expect(await text.noted()).toMatchObject([{ meetingId: other.id, itemId: null }])
    await record.get('meeting.remove', { meetingId: other.id })
    expect(await text.noted()).toMatchObject([{ meetingId: other.id }])
  })
  it('is in the log as one act that only the text takes back, in one step', async () => {
    const text = await begun()
    const acts = () => record.store.history(null, 3).map(({ operation, about }) => [operation, about])
    expect((await text.settle()).undo).toBeNull()
    expect(acts()[0]).toEqual(['bracket.settle', 'Article 7 (2)'])
    expect(record.store.history(null, 1)[0]?.undo).toBeNull()
    await text.undo()
    expect([await text.brackets(), await text.noted()]).toEqual([['shall'], []])
    expect(acts()[0]).toEqual(['bracket.unsettle', 'Article 7 (2)'])
    await record.reopen('crashed')
    expect([await text.brackets(), await text.noted()]).toEqual([['shall'], []])
  })
  it('begins a burst of editing where there is none, which ends as others do', async () => {
    const text = await begun()
    await record.get('text.close', { textId: text.textId })
    await record.get('text.open', { textId: text.textId })
    await text.settle()
    await record.get('text.close', { textId: text.textId })
    expect(
      record.store
        .history(null, 2)
        .map(({ operation }) => operation)
        .toReversed(),
    ).toEqual(['bracket.settle', 'text.close'])
  })
  it('is refused with the words where another window has the text, or they are stale', async () => {
    const text = await begun()
    expect(await record.refused('bracket.settle', text.save, 'window 2')).toEqual({
      kind: 'TextHeldElsewhere',
    })
    const stale = { ...text.save, revision: 0 }
    expect(await record.refused('bracket.settle', stale)).toMatchObject({ kind: 'StaleText' })
    expect([await text.brackets(), await text.noted()]).toEqual([['shall'], []])
  })
  it('is not kept without the words, nor the words without it', async () => {
    const text = await begun()
    for (const table of ['settled_bracket', 'text_step', 'audit']) {
      record.store.db.exec(
        `CREATE TEMP TRIGGER full BEFORE INSERT ON main.${table} BEGIN SELECT RAISE(ABORT, 'no'); END`,
      )
      await expect(record.call('bracket.settle', text.save)).rejects.toThrow('no')
      record.store.db.exec('DROP TRIGGER temp.full')
      expect([await text.brackets(), await text.noted()]).toEqual([['shall'], []])
    }
    await text.settle()
    expect([await text.brackets(), (await text.noted()).length]).toEqual([[], 1])
  })
  it('leaves neither behind when the program is killed between the two', async () => {
    const child = fileURLToPath(new URL('./settleChild.ts', import.meta.url))
    const { stdout, signal } = spawnSync(process.execPath, [child], { encoding: 'utf8' })
    expect(signal).toBe('SIGKILL')
    const { path, folder, textId, key: hex } = JSON.parse(stdout) as Readonly<Record<string, string>>
    const key = Buffer.from(hex ?? '', 'hex')
    const { officer, now } = record.store
    const opened = await openStore({
      ...{ path: path ?? '', key, officer: () => officer, clock: () => new Date(now()), migrations },
    })
    if (!opened.ok) throw new Error(JSON.stringify(opened.fault))
    const { db } = opened.value
    const count = (table: string) =>
      db.prepare(`SELECT count(*) FROM ${table} WHERE text_id = ?`).pluck().get(textId)
    expect([count('text_step'), count('settled_bracket')]).toEqual([1, 0])
    opened.value.close()
    expect(verifyRecord(path ?? '', key, []).findings).toEqual([])
    rmSync(folder ?? '', { recursive: true })
  })
  it('is taken out once its bracket stands again in a version that came back, and comes back by undo', async () => {
    const text = await begun()
    await text.settle()
    const { undo } = await record.get('bracket.unsettle', { textId: text.textId, bracketId: 'b1' })
    expect(await text.noted()).toEqual([])
    expect(record.undo(undo)).toBeNull()
    expect(await text.noted()).toHaveLength(1)
    expect(standsAgain({ bracketId: 'b1', outcome: 'kept' }, [{ id: 'b1' }])).toBe(true)
    expect(standsAgain({ bracketId: 'b1', outcome: 'withdrawn' }, [{ id: 'b1' }])).toBe(false)
  })
  it('holds while the text is as it left it', () => {
    expect(isSettled({ bracketId: 'b1', outcome: 'kept' }, [])).toBe(true)
    expect(isSettled({ bracketId: 'b1', outcome: 'kept' }, [{ id: 'b1', state: 'open' }])).toBe(false)
    const withdrawn = { bracketId: 'b1', outcome: 'withdrawn' } as const
    expect(isSettled(withdrawn, [{ id: 'b1', state: 'withdrawn' }])).toBe(true)
    expect(isSettled(withdrawn, [{ id: 'b1', state: 'open' }])).toBe(false)
    expect(isSettled(withdrawn, [])).toBe(false)
  })
})

describe('the meetings at which a memorandum was talked about', () => {
  it('are those it is linked to, by themselves or by an item, each once with its items', async () => {
    const { meeting, item } = await withItem()
    await record.get('mou.link', { mouId: mou.id, target: { kind: 'agendaItem', id: item.id } })
    await record.get('mou.link', { mouId: mou.id, target: { kind: 'meeting', id: meeting.id } })
    const found = await record.get('bracket.meetings', { mouId: mou.id })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ meetingId: meeting.id, on: meeting.heldOn })
    expect(found[0]?.items).toContainEqual({ id: item.id, title: item.title })
  })
})

async function withItem() {
  const { value: meeting } = await record.get('meeting.put', { meeting: meetingOf(there.series.id) })
  const { value: item } = await record.get('agenda.put', {
    item: {
      ...{ id: null, meetingId: meeting.id, position: 9, part: 'discussion', title: { en: 'Funding' } },
      ...{
        topic: null,
        proposedBy: null,
        movedBy: null,
        endedAs: null,
        lead: null,
        plannedMinutes: 20,
        addedBy: null,
        composition: 'composed',
      },
    } as Input<'agenda.put'>['item'],
  })
  return { meeting, item }
}
