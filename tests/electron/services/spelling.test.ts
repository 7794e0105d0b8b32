import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hostile, indonesian, writeDictionary } from '../../support/dictionaries.ts'
import { type MeetingRecord, newMeetingRecord, withSeries } from '../../support/meetingRecord.ts'

let record: MeetingRecord
let folder: string

beforeAll(async () => {
  record = await newMeetingRecord()
  folder = join(record.folder, 'chosen')
})
afterAll(() => record.close())

const unknown = async (language: 'en' | 'id', ...words: string[]) =>
  await record.get('spelling.check', { language, words })

describe('English', () => {
  it('is checked without anybody having chosen anything', async () =>
    expect(await unknown('en', 'cooperation', 'cooperaton')).toEqual({
      checked: true,
      misspelt: ['cooperaton'],
    }))
  it('has suggestions', async () =>
    expect(await record.get('spelling.suggest', { language: 'en', word: 'cooperaton' })).toContain(
      'cooperation',
    ))
  it('knows the words of the trade, and of countries', async () =>
    expect((await unknown('en', 'mutandis', 'TPPO', 'Phnom', 'Kamboja')).misspelt).toEqual([]))
})

describe('names of the record', () => {
  it('are known as soon as they are in it', async () => {
    expect((await unknown('en', 'Wirawan', 'Ratna')).misspelt).toEqual(['Wirawan', 'Ratna'])
    await withSeries(record)
    expect((await unknown('en', 'Wirawan', 'Ratna', "Dara's", 'Bilateral')).misspelt).toEqual([])
  })
})

describe('a word that an officer adds', () => {
  it('is right from then on, in every language, until the act is taken back', async () => {
    expect((await unknown('en', 'Sangkaeh')).misspelt).toEqual(['Sangkaeh'])
    const { value, undo } = await record.get('spelling.addWord', { word: 'Sangkaeh' })
    expect(value).toMatchObject({ word: 'Sangkaeh', addedBy: 'Dewi' })
    expect((await unknown('en', 'Sangkaeh')).misspelt).toEqual([])
    expect(record.undo(undo)).toBeNull()
    expect((await unknown('en', 'Sangkaeh')).misspelt).toEqual(['Sangkaeh'])
    expect(await record.get('spelling.words', {})).toEqual([])
  })
  it('is kept once, however its apostrophe is written', async () => {
    await record.get('spelling.addWord', { word: 'Ma’rufa' })
    expect(await record.refused('spelling.addWord', { word: "Ma'rufa" })).toEqual({
      kind: 'AlreadyThere',
      what: 'spellingWord',
    })
    expect((await record.get('spelling.words', {})).map(({ word }) => word)).toEqual(["Ma'rufa"])
  })
  it('can be removed, and is there again after undo', async () => {
    const { undo } = await record.get('spelling.removeWord', { word: "Ma'rufa" })
    expect(await record.get('spelling.words', {})).toEqual([])
    expect(record.undo(undo)).toBeNull()
    expect(await record.get('spelling.words', {})).toHaveLength(1)
    expect(await record.refused('spelling.removeWord', { word: 'nobody' })).toEqual({
      kind: 'NotFound',
      what: 'spellingWord',
    })
  })
  it('stands in the history', async () => {
    const acts = record.store.history(null, 20).map(({ operation, about }) => `${operation} ${about}`)
    expect(acts).toContain("spelling.addWord Ma'rufa")
    expect(acts).toContain("spelling.removeWord Ma'rufa")
  })
})

describe('Indonesian', () => {
  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder)
  })

  it('is not checked before a dictionary was chosen', async () =>
    expect(await unknown('id', 'hukumm')).toEqual({ checked: false, misspelt: [] }))

  it('is left as it is by one who cancels', async () => {
    record.opens(null)
    expect(await record.get('spelling.chooseDictionary', {})).toEqual({ value: null, undo: null })
  })

  it('is checked by the dictionary that was chosen, also after the record was locked', async () => {
    record.opens(writeDictionary(folder, indonesian))
    const { value } = await record.get('spelling.chooseDictionary', {})
    expect(value).toMatchObject({ name: 'id.dic', words: 46, encoding: 'UTF-8', addedBy: 'Dewi' })
    rmSync(folder, { recursive: true })
    const checked = { checked: true, misspelt: ['hukumm'] }
    expect(await unknown('id', 'hukum', 'hukumm', 'kesepahaman')).toEqual(checked)
    await record.reopen()
    expect(await unknown('id', 'hukum', 'hukumm', 'kesepahaman')).toEqual(checked)
    expect(await record.get('spelling.suggest', { language: 'id', word: 'hukumm' })).toContain('hukum')
  })

  it('is checked by another once that takes its place, and by the former after undo', async () => {
    const other = { name: 'other.dic', dic: Buffer.from('1\nhukumm\n'), aff: Buffer.from('SET UTF-8\n') }
    const path = writeDictionary(folder, other)
    record.opens(path.replace(/dic$/, 'aff'))
    const { undo } = await record.get('spelling.chooseDictionary', {})
    expect((await unknown('id', 'hukum', 'hukumm')).misspelt).toEqual(['hukum'])
    expect(record.undo(undo)).toBeNull()
    expect((await unknown('id', 'hukum', 'hukumm')).misspelt).toEqual(['hukumm'])
  })

  it('is not checked once it is removed, and is after undo', async () => {
    const { undo } = await record.get('spelling.removeDictionary', {})
    expect((await unknown('id', 'hukumm')).checked).toBe(false)
    expect(await record.refused('spelling.removeDictionary', {})).toMatchObject({ kind: 'NotFound' })
    expect(record.undo(undo)).toBeNull()
    expect((await unknown('id', 'hukumm')).checked).toBe(true)
  })

  it.each(['letter', 'picture', 'empty', 'encodingThatIsNotKnown', 'saysUtf8AndIsNot', 'cycle'] as const)(
    'stays as it was where what is chosen is no dictionary: %s',
    async (which) => {
      const before = await record.get('spelling.dictionary', {})
      const { why, ...files } = hostile[which]
      record.opens(writeDictionary(folder, files))
      expect(await record.refused('spelling.chooseDictionary', {})).toMatchObject({
        kind: 'DictionaryRefused',
        why,
        name: files.name,
      })
      expect(await record.get('spelling.dictionary', {})).toEqual(before)
    },
  )

  it('needs both files', async () => {
    const path = writeDictionary(folder, indonesian)
    rmSync(path.replace(/dic$/, 'aff'))
    record.opens(path)
    expect(await record.refused('spelling.chooseDictionary', {})).toMatchObject({ why: 'noAffixes' })
    writeFileSync(join(folder, 'ID.AFF'), indonesian.aff)
    expect(await record.get('spelling.chooseDictionary', {})).toMatchObject({ value: { name: 'id.dic' } })
    rmSync(path)
    record.opens(join(folder, 'ID.AFF'))
    expect(await record.refused('spelling.chooseDictionary', {})).toMatchObject({ why: 'noWords' })
  })

  it('refuses a file that is too large without reading it, and one that is none of both', async () => {
    const path = writeDictionary(folder, indonesian)
    truncateSync(path, 21 * 1024 * 1024)
    record.opens(path)
    expect(await record.refused('spelling.chooseDictionary', {})).toMatchObject({ why: 'tooLarge' })
    const letter = join(folder, 'letter.txt')
    writeFileSync(letter, 'Dear Sir')
    record.opens(letter)
    expect(await record.refused('spelling.chooseDictionary', {})).toMatchObject({ why: 'notDictionary' })
    record.opens(join(folder, 'gone.dic'))
    expect(await record.refused('spelling.chooseDictionary', {})).toMatchObject({ why: 'noAffixes' })
  })

  it('says what is lost where its files are', async () => {
    record.clientGone('window 1')
    record.settle(false)
    record.loseFiles()
    expect(await record.refused('spelling.check', { language: 'id', words: ['hukumm'] })).toEqual({
      kind: 'AttachmentLost',
      why: 'missing',
    })
  })
})
