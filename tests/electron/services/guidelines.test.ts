import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { MouId } from '../../../shared/ids.ts'
import type { Mou } from '../../../shared/mou/mou.ts'
import { Officer } from '../../../shared/record.ts'
import { ok } from '../../../shared/result.ts'
import { canary } from '../../support/canaries.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'
import { withMou } from '../../support/mouRecord.ts'

const passphrase = 'pedoman hanya untuk ketua delegasi'
const budis = 'kata sandi milik Budi sendiri'
const fallback = `Bila ditolak, "will" diterima. ${canary}`
const budi = Officer.parse({
  id: '01900000-0000-7000-8000-00000000000b',
  name: 'Budi',
  addedAt: '2025-01-02T00:00:00.000Z',
})

let record: MeetingRecord
let mou: Mou
beforeEach(async () => {
  record = await newMeetingRecord()
  record.store.change({ operation: 'officer.add', about: budi.name }, () => {
    record.store.officers.add(budi)
    return ok(null)
  })
  mou = await withMou(record)
})
afterEach(() => record.close())

const of = (one = mou) => ({ mouId: one.id })
const make = () => record.get('guidelines.make', { ...of(), passphrase })
const open = (typed = passphrase, client?: string) =>
  record.get('guidelines.open', { ...of(), passphrase: typed }, client)
const save = (revision: number, words: string, client?: string) =>
  record.get('guidelines.save', { ...of(), revision, words }, client)

/** The guidelines of Dewi, with words in them, which Budi may open too. */
async function written() {
  await make()
  await save(1, fallback)
  await record.get('guidelines.giveAccess', { ...of(), officerId: budi.id, passphrase: budis })
}

/** Every value of every row of the record, decrypted as an officer of the record could do it with other tools. */
function everyRow(): string {
  const { db } = record.store
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE type IN ('table', 'virtual') AND name <> 'sqlite_temp_schema'`,
    )
    .pluck()
    .all()
  expect(tables).toContain('restricted_paper')
  return JSON.stringify(tables.map((table) => db.prepare(`SELECT * FROM "${table}"`).all()))
}

describe('the guidelines of a delegation', () => {
  it('are not there until somebody begins them', async () => {
    expect(await record.get('guidelines.ofMou', of())).toBeNull()
    expect(await record.refused('guidelines.open', { ...of(), passphrase })).toEqual({
      kind: 'NotFound',
      what: 'guidelines',
    })
  })
  it('are opened with their own passphrase, as they were saved', async () => {
    await written()
    await record.reopen()
    expect(await open()).toEqual({ revision: 2, words: fallback })
  })
  it('keep words of any script to the last sign', async () => {
    await make()
    const words = 'គោលការណ៍\u200bណែនាំ\n\tlapis kedua: “14” → 21 hari 🤝'
    await save(1, words)
    expect((await open()).words).toBe(words)
  })
  it('begin once, with a passphrase that is long enough', async () => {
    expect(await record.refused('guidelines.make', { ...of(), passphrase: 'pendek' })).toMatchObject({
      kind: 'WeakPassphrase',
    })
    await make()
    expect(await record.refused('guidelines.make', { ...of(), passphrase })).toEqual({
      kind: 'AlreadyThere',
      what: 'guidelines',
    })
  })
  it('leave no word in any row of the record, beside it, in its history or in a search', async () => {
    await written()
    await save(2, `${fallback} twice`)
    await record.get('mou.put', { mou: { ...mou, note: 'changed since' } })
    const rows = everyRow()
    for (const secret of [canary, 'ditolak', passphrase, budis]) expect(rows).not.toContain(secret)
    expect(rows).not.toContain(Buffer.from(canary).toString('hex'))
    expect(rows).not.toContain(Buffer.from(canary).toString('base64').slice(0, 12))
    expect(readFileSync(record.path).includes(canary)).toBe(false)
    expect(record.store.history(null, 50).map(({ about }) => about)).not.toContainEqual(
      expect.stringContaining(canary),
    )
    expect((await record.get('mou.list', { query: canary, after: null })).rows).toEqual([])
    expect(JSON.stringify(await record.get('mou.dossier', of()))).not.toContain(canary)
    expect(JSON.stringify(await record.get('procedure.ofMou', of()))).not.toContain(canary)
    expect(JSON.stringify(await record.get('guidelines.ofMou', of()))).not.toContain(canary)
  })
  it('name in the log each opening, saving and change of access, by the memorandum', async () => {
    await written()
    await open()
    await record.get('guidelines.takeAccess', { ...of(), officerId: budi.id })
    const acts = record.store.history(null, 6).map(({ operation, about }) => [operation, about])
    expect(acts.toReversed().slice(-5)).toEqual([
      ['guidelines.make', 'TPPO'],
      ['guidelines.save', 'TPPO'],
      ['guidelines.giveAccess', 'TPPO: Budi'],
      ['guidelines.open', 'TPPO'],
      ['guidelines.takeAccess', 'TPPO: Budi'],
    ])
  })
  it('come back as they were when a saving is taken back', async () => {
    await written()
    const { undo } = await save(2, 'something else')
    expect(record.undo(undo)).toBeNull()
    expect(await open()).toEqual({ revision: 2, words: fallback })
  })
  it('go with their memorandum, and come back with it', async () => {
    await written()
    const { undo } = await record.get('mou.remove', of())
    expect(record.undo(undo)).toBeNull()
    expect((await open()).words).toBe(fallback)
  })
  it('are removed by who has them open, and come back by undo', async () => {
    await written()
    await record.get('guidelines.close', of())
    expect(await record.refused('guidelines.remove', of())).toEqual({ kind: 'NoAccess' })
    await open()
    const { undo } = await record.get('guidelines.remove', of())
    expect(await record.get('guidelines.ofMou', of())).toBeNull()
    expect(record.undo(undo)).toBeNull()
    expect(await record.refused('guidelines.save', { ...of(), revision: 2, words: '' })).toEqual({
      kind: 'NoAccess',
    })
    expect((await open()).words).toBe(fallback)
  })
})

describe('the passphrase of guidelines', () => {
  it('is not that of another officer, and slows down who guesses', async () => {
    await written()
    const wrong = () => record.refused('guidelines.open', { ...of(), passphrase: budis })
    for (let times = 1; times < 5; times++)
      expect(await wrong()).toEqual({ kind: 'WrongPassphrase', waitSeconds: 0 })
    expect(await wrong()).toEqual({ kind: 'WrongPassphrase', waitSeconds: 5 })
    expect(await record.refused('guidelines.open', { ...of(), passphrase })).toEqual({
      kind: 'WrongPassphrase',
      waitSeconds: 5,
    })
    record.time.pass(5_000)
    expect(await wrong()).toEqual({ kind: 'WrongPassphrase', waitSeconds: 10 })
    record.time.pass(10_000)
    expect((await open()).words).toBe(fallback)
    expect(await wrong()).toEqual({ kind: 'WrongPassphrase', waitSeconds: 0 })
  })
  it('is tried once at a time, and locking the record forgets no try', async () => {
    await written()
    const guesses = await Promise.all(
      Array.from({ length: 8 }, () => record.call('guidelines.open', { ...of(), passphrase: budis })),
    )
    const waits = guesses.map((guess) => (guess.ok ? null : guess.fault))
    expect(waits.filter((fault) => fault?.kind === 'WrongPassphrase' && fault.waitSeconds > 0)).toHaveLength(
      4,
    )
    await record.reopen()
    expect(await record.refused('guidelines.open', { ...of(), passphrase })).toMatchObject({
      kind: 'WrongPassphrase',
      waitSeconds: 5,
    })
  })
  it('is changed by who knows the former, which then opens nothing, and no undo brings it back', async () => {
    await written()
    const newPassphrase = 'pedoman dengan kata sandi baru'
    expect(
      await record.refused('guidelines.changePassphrase', { ...of(), passphrase: budis, newPassphrase }),
    ).toMatchObject({ kind: 'WrongPassphrase' })
    const { undo } = await record.get('guidelines.changePassphrase', { ...of(), passphrase, newPassphrase })
    expect(undo).toBeNull()
    expect(await record.refused('guidelines.open', { ...of(), passphrase })).toMatchObject({
      kind: 'WrongPassphrase',
    })
    expect((await open(newPassphrase)).words).toBe(fallback)
  })
})

describe('access to guidelines', () => {
  it('is with each officer for himself, by a passphrase of his own', async () => {
    await written()
    await record.reopen('settled', budi)
    expect(await record.refused('guidelines.open', { ...of(), passphrase })).toMatchObject({
      kind: 'WrongPassphrase',
    })
    expect((await open(budis)).words).toBe(fallback)
    await save(2, 'from Budi')
    const { savedBy, access } = (await record.get('guidelines.ofMou', of())) ?? {}
    expect([savedBy, access?.map(({ name }) => name)]).toEqual(['Budi', ['Dewi', 'Budi']])
  })
  it('has nobody to whom it was not given, though he opens the record, and knows the passphrase', async () => {
    await make()
    await record.reopen('settled', budi)
    expect(await record.refused('guidelines.open', { ...of(), passphrase })).toEqual({ kind: 'NoAccess' })
    expect(
      await record.refused('guidelines.giveAccess', { ...of(), officerId: budi.id, passphrase: budis }),
    ).toEqual({ kind: 'NoAccess' })
    expect(await record.refused('guidelines.save', { ...of(), revision: 1, words: 'x' })).toEqual({
      kind: 'NoAccess',
    })
    expect(await record.refused('guidelines.remove', of())).toEqual({ kind: 'NoAccess' })
  })
  it('is taken away for good: no undo gives it back', async () => {
    await written()
    const { undo } = await record.get('guidelines.takeAccess', { ...of(), officerId: budi.id })
    expect(undo).toBeNull()
    await record.reopen('settled', budi)
    expect(await record.refused('guidelines.open', { ...of(), passphrase: budis })).toEqual({
      kind: 'NoAccess',
    })
  })
  it('stays with one officer at least', async () => {
    await written()
    await record.get('guidelines.takeAccess', { ...of(), officerId: budi.id })
    const [own] = (await record.get('guidelines.ofMou', of()))?.access ?? []
    if (!own) throw new Error('nobody has access')
    expect(await record.refused('guidelines.takeAccess', { ...of(), officerId: own.officerId })).toEqual({
      kind: 'LastAccess',
    })
  })
  it('ends at once for who takes away his own', async () => {
    await written()
    const [own] = (await record.get('guidelines.ofMou', of()))?.access ?? []
    if (!own) throw new Error('nobody has access')
    await record.get('guidelines.takeAccess', { ...of(), officerId: own.officerId })
    expect(await record.refused('guidelines.save', { ...of(), revision: 2, words: '' })).toEqual({
      kind: 'NoAccess',
    })
  })
  it('ends with the officer, who is then not among those who have it', async () => {
    await written()
    record.store.change({ operation: 'officer.remove', about: budi.name }, () => {
      record.store.officers.remove(budi.id, '2025-05-19T02:00:00.000Z')
      return ok(null)
    })
    const { access } = (await record.get('guidelines.ofMou', of())) ?? {}
    expect(access?.map(({ name }) => name)).toEqual(['Dewi'])
    expect(
      await record.refused('guidelines.giveAccess', { ...of(), officerId: budi.id, passphrase: budis }),
    ).toEqual({ kind: 'NotFound', what: 'officer' })
  })
})

describe('guidelines to which nobody has access any more', () => {
  it('can be removed, so that others can be begun', async () => {
    await make()
    record.store.change({ operation: 'officer.remove', about: 'Dewi' }, () => {
      record.store.officers.remove(record.store.officer.id, '2025-05-19T02:00:00.000Z')
      return ok(null)
    })
    await record.reopen('settled', budi)
    expect((await record.get('guidelines.ofMou', of()))?.access).toEqual([])
    await record.get('guidelines.remove', of())
    await record.get('guidelines.make', { ...of(), passphrase: budis })
    expect((await open(budis)).words).toBe('')
  })
})

describe('a window with guidelines open', () => {
  it('writes on top of what it has seen: an older revision is refused, and nothing is lost', async () => {
    await written()
    await open(passphrase, 'window 2')
    await save(2, 'from the other window', 'window 2')
    expect(await record.refused('guidelines.save', { ...of(), revision: 2, words: 'late' })).toEqual({
      kind: 'StaleText',
      revision: 3,
    })
    expect((await open()).words).toBe('from the other window')
  })
  it('has them for itself, until it closes them, goes, or the record is locked', async () => {
    await written()
    const refused = (client: string) =>
      record.refused('guidelines.save', { ...of(), revision: 2, words: 'x' }, client)
    expect(await refused('window 2')).toEqual({ kind: 'NoAccess' })
    for (const letGo of [
      () => record.get('guidelines.close', of()),
      () => record.clientGone('window 1'),
      () => record.settle(false),
    ]) {
      await open()
      await letGo()
      expect(await refused('window 1')).toEqual({ kind: 'NoAccess' })
    }
  })
  it('keeps them while the record only settles down', async () => {
    await written()
    record.settle(true)
    expect((await save(2, 'still open')).value.revision).toBe(3)
  })
  it('is told what is gone', async () => {
    const mouId = MouId.parse('01900000-0000-7000-8000-00000000000f')
    for (const operation of ['guidelines.ofMou', 'guidelines.remove'] as const)
      expect(await record.refused(operation, { mouId })).toEqual({ kind: 'NotFound', what: 'mou' })
    expect(await record.refused('guidelines.open', { mouId, passphrase })).toEqual({
      kind: 'NotFound',
      what: 'mou',
    })
  })
})
