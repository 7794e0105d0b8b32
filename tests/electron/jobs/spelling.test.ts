import { afterAll, describe, expect, it } from 'vitest'
import { createJobs } from '../../../electron/jobs/createJobs.ts'
import { createSpeller } from '../../../electron/jobs/createSpeller.ts'
import type { JobTable } from '../../../electron/services/openRecord.ts'
import { ok } from '../../../shared/result.ts'
import { encoded, hostile, indonesian, slowToCheck } from '../../support/dictionaries.ts'

const entry = new URL('../../../electron/jobs/entry.ts', import.meta.url)
const jobs = createJobs<JobTable>({ entry, onProgress: () => {} })
const english = createSpeller(entry, 'english')
const ofIndonesian = createSpeller(entry, async () => ok(indonesian))
afterAll(async () => {
  english.end()
  ofIndonesian.end()
  await jobs.stopAll()
})

describe('English', () => {
  it('is known with its inflections, American and British', async () =>
    expect(
      await english.check([
        ...['cooperation', 'Parties', "Party's", 'implementation', 'organization', 'center'],
        ...['organisation', 'programme', 'centre', 'travelling', 'labour', 'defence', 'recognised'],
        ...['endeavours', 'judgement', 'enrolment', 'licence', 'catalogue'],
      ]),
    ).toEqual({ ok: true, value: [] }))

  it('tells what is no word of it', async () =>
    expect(await english.check(['recieve', 'cooperaton', 'kesepahaman', 'otherwize'])).toEqual({
      ok: true,
      value: ['recieve', 'cooperaton', 'kesepahaman', 'otherwize'],
    }))

  it('comes up with what may be meant', async () => {
    expect(await english.suggest('recieve')).toMatchObject({ value: expect.arrayContaining(['receive']) })
    expect(await english.suggest('receive')).toEqual({ ok: true, value: [] })
  })

  it('does not work on a word without end', async () =>
    expect(await english.suggest('a'.repeat(47))).toEqual({ ok: true, value: [] }))
})

describe('Indonesian', () => {
  it('is known by the dictionary that was given, with its rules and particles', async () =>
    expect(
      await ofIndonesian.check([
        ...['hukumnya', 'berhukum', 'sampaikan', 'disampaikan', 'pertukaran', 'tanggal', 'yang'],
        ...['tanggalnya', 'sesuailah', 'hukumm', 'disampaikn'],
      ]),
    ).toEqual({ ok: true, value: ['hukumm', 'disampaikn'] }))

  it('comes up with what may be meant', async () =>
    expect(await ofIndonesian.suggest('hukumm')).toMatchObject({
      value: expect.arrayContaining(['hukum']),
    }))
})

describe('a worker that keeps a dictionary', () => {
  it('answers what was asked at once one after the other', async () => {
    const answers = await Promise.all(['recieve', 'teh', 'word'].map((word) => english.check([word])))
    expect(answers).toEqual([
      { ok: true, value: ['recieve'] },
      { ok: true, value: ['teh'] },
      { ok: true, value: [] },
    ])
  })

  it('says what is wrong with its dictionary, each time, and lives', async () => {
    const broken = createSpeller(entry, async () => ok(hostile.letter))
    for (const _ of [1, 2])
      expect(await broken.check(['pasal'])).toMatchObject({ fault: { kind: 'DictionaryRefused' } })
    broken.end()
  })

  it('is stopped by a pattern without end, and goes on with the next word', async () => {
    const slow = createSpeller(entry, async () => ok(slowToCheck))
    expect(await slow.check(['a'.repeat(46)])).toEqual({
      ok: false,
      fault: { kind: 'JobStopped', why: 'tooLong' },
    })
    expect(await slow.check(['pasal', 'pasall'])).toEqual({ ok: true, value: ['pasall'] })
    slow.end()
  }, 20_000)

  it('ends with what waits answered', async () => {
    const ending = createSpeller(entry, 'english')
    const asked = [ending.check(['word']), ending.check(['word'])]
    ending.end()
    expect(await Promise.all(asked)).toEqual([
      { ok: false, fault: { kind: 'JobStopped', why: 'cancelled' } },
      { ok: false, fault: { kind: 'JobStopped', why: 'cancelled' } },
    ])
  })
})

describe('a dictionary that was chosen', () => {
  it('is taken with the number of its words', async () =>
    expect(await jobs.run('readDictionary', indonesian)).toEqual({
      ok: true,
      value: { words: 46, encoding: 'UTF-8' },
    }))

  it.each(Object.entries(encoded))('is read in its encoding: %s', async (_, files) => {
    expect(await jobs.run('readDictionary', files)).toMatchObject({ ok: true })
    const speller = createSpeller(entry, async () => ok(files))
    const words = files.name === 'bom.dic' ? ['ayat'] : ['kafé']
    expect(await speller.check([...words, 'kafx'])).toEqual({ ok: true, value: ['kafx'] })
    speller.end()
  })

  it.each(Object.entries(hostile))('is refused, or stopped in time: %s', async (_, { why, ...files }) => {
    const read = await jobs.run('readDictionary', files, { deadlineMs: 4_000 })
    if (read.ok) throw new Error('it was taken')
    // What is stopped while it is tried is said to be too heavy (spellingService).
    const said = read.fault.kind === 'JobStopped' ? 'tooHeavy' : 'why' in read.fault && read.fault.why
    expect(said).toBe(why)
  })
})
