import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Draft } from '../../../shared/mou/draft.ts'
import type { Mou } from '../../../shared/mou/mou.ts'
import { textSchema } from '../../../shared/text/extensions.ts'
import { fromPlainText, toPlainText } from '../../../shared/text/plainText.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'
import { facts, fixture, withDraft, withMou } from '../../support/mouRecord.ts'

let record: MeetingRecord
let mou: Mou
beforeEach(async () => {
  record = await newMeetingRecord()
  mou = await withMou(record)
})
afterEach(() => record.close())

const v1 = fixture('mou-v1-idn-draft.en.txt')
const v2 = fixture('mou-v2-khm-counterdraft.en.txt')
const v3 = fixture('mou-v3-consolidated.en.txt')
const counter = {
  kind: 'counterDraft',
  tabledBy: 'KHM',
  textDate: '2025-05-12',
  receivedOn: '2025-05-13',
} as const

const dossier = () => record.get('mou.dossier', { mouId: mou.id })
const plain = (doc: unknown) => toPlainText(textSchema.nodeFromJSON(doc))

describe('a draft', () => {
  it.each([
    ['mou-v1-idn-draft.en.txt', 'en'],
    ['mou-v2-khm-counterdraft.en.txt', 'en'],
    ['mou-v3-consolidated.en.txt', 'en'],
    ['mou-v3-consolidated.id.txt', 'id'],
    ['brackets-bad.en.txt', 'en'],
  ] as const)('made of %s loses no character', async (name, language) => {
    const draft = await withDraft(record, mou, { name, bytes: fixture(name), language })
    const { doc } = await record.get('draft.read', { draftId: draft.id })
    expect(plain(doc)).toBe(fixture(name).toString('utf8'))
  })
  it('is counted, sealed on top of its parents, and kept with the file as it came', async () => {
    const first = await withDraft(record, mou, { name: 'v1.txt', bytes: v1 })
    const second = await withDraft(record, mou, { bytes: v2, facts: counter, parents: [first] })
    expect([first.number, second.number]).toEqual([1, 2])
    expect(second.seal).not.toBe(second.textHash)
    const files = await record.get('attachment.list', { owner: { kind: 'draft', id: first.id } })
    expect(files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))).toEqual([
      { name: 'v1.txt', bytes: v1.length, sha256: first.file?.sha256 },
    ])
  })
  it('is never changed: its text opens for reading only and takes no steps', async () => {
    const draft = await withDraft(record, mou, { bytes: v1 })
    const opened = await record.get('text.open', { textId: draft.textId })
    expect(opened.editable).toBe(false)
    const fault = await record.refused('text.save', { textId: draft.textId, revision: 0, steps: [{}] })
    expect(fault).toEqual({ kind: 'DraftFixed' })
  })
  it('gets its facts put right, and keeps number, text and seal', async () => {
    const draft = await withDraft(record, mou, { bytes: v1 })
    const { value } = await record.get('draft.change', {
      draftId: draft.id,
      facts: { ...facts, channel: 'email', note: 'by the embassy' },
    })
    expect(value).toEqual({ ...draft, channel: 'email', note: 'by the embassy' })
  })
  it('that came twice in the very file is recognised, and registered again only on purpose', async () => {
    const first = await withDraft(record, mou, { bytes: v1 })
    const again = withDraft(record, mou, { bytes: v1 })
    await expect(again).rejects.toThrow(`"FileRegistered","draftId":"${first.id}","number":1`)
    expect((await withDraft(record, mou, { bytes: v1, again: true })).number).toBe(2)
  })
  it.each([
    ['in the future', { textDate: '2031-01-01' }, 'inTheFuture'],
    ['before its parent', { textDate: '2025-04-01' }, 'beforeParent'],
    ['received before it was written', { receivedOn: '2025-05-01' }, 'receivedBeforeWritten'],
  ] as const)('with a date %s asks for the reason', async (_, odd, why) => {
    const first = await withDraft(record, mou, { bytes: v1 })
    const answer = { bytes: v2, parents: [first], facts: { ...counter, ...odd } }
    await expect(withDraft(record, mou, answer)).rejects.toThrow(`"ReasonNeeded","why":"${why}"`)
    const reasoned = { ...answer, facts: { ...answer.facts, dateReason: 'as printed on it' } }
    expect((await withDraft(record, mou, reasoned)).dateReason).toBe('as printed on it')
  })
  it('that others build on is not removed, and the refusal lists them', async () => {
    const first = await withDraft(record, mou, { bytes: v1 })
    await withDraft(record, mou, { bytes: v2, facts: counter, parents: [first] })
    const from = { kind: 'draft' as const, draftId: first.id }
    await record.get('workingText.begin', { mouId: mou.id, language: 'en', from })
    expect(await record.refused('draft.remove', { draftId: first.id })).toMatchObject({
      by: [{ what: 'draft', name: 'TPPO 2' }, { what: 'workingText' }],
    })
  })
  it('keeps its number after it is gone', async () => {
    const first = await withDraft(record, mou, { bytes: v1 })
    await record.get('draft.remove', { draftId: first.id })
    expect((await withDraft(record, mou, { bytes: v2 })).number).toBe(2)
  })
  it('answers drafts of its own memorandum only', async () => {
    const elsewhere = await withDraft(record, await withMou(record, { shortTitle: 'Siber' }), { bytes: v1 })
    await expect(withDraft(record, mou, { bytes: v2, parents: [elsewhere] })).rejects.toThrow('otherMou')
  })
  it('is there after a crash, number and file too', async () => {
    const draft = await withDraft(record, mou, { bytes: v3 })
    await record.reopen('crashed')
    expect((await dossier()).drafts).toEqual([draft])
  })
})

describe('a text that is brought in', () => {
  it('is shown line by line, and read as the person says without losing a character', async () => {
    const source = { kind: 'pasted' as const, doc: pasted('Article 1\nScope\n\nThe Parties cooperate.\n') }
    const imported = await record.get('draft.recognise', { mouId: mou.id, language: 'en', source })
    const line = imported.lines.find((one) => 'line' in one && one.line.startsWith('The Parties'))
    if (!line) throw new Error('the line is not shown')
    const choices = [{ blockId: line.blockId, kind: 'recital' as const }]
    const corrected = await record.get('draft.correct', { importId: imported.importId, choices })
    expect(corrected.lines.find(({ blockId }) => blockId === line.blockId)).toMatchObject({
      choice: { kind: 'recital' },
    })
    const { value } = await record.get('draft.register', {
      ...{ mouId: mou.id, language: 'en', facts, parents: [] },
      source: { kind: 'import', importId: imported.importId, again: false },
    })
    const { doc } = await record.get('draft.read', { draftId: value.id })
    expect(plain(doc)).toBe('Article 1\nScope\n\nThe Parties cooperate.\n')
  })
  it('is gone with its window', async () => {
    const source = { kind: 'pasted' as const, doc: pasted('Article 1\n') }
    const { importId } = await record.get('draft.recognise', { mouId: mou.id, language: 'en', source })
    record.clientGone('window 1')
    const fault = await record.refused('draft.register', {
      ...{ mouId: mou.id, language: 'en', facts, parents: [] },
      source: { kind: 'import', importId, again: false },
    })
    expect(fault).toEqual({ kind: 'NotFound', what: 'file' })
  })
})

describe('the working text of a language', () => {
  it('begins as a copy of a draft, which stays', async () => {
    const draft = await withDraft(record, mou, { bytes: v3 })
    const textId = await begin(draft)
    const opened = await record.get('text.open', { textId })
    expect(opened.editable).toBe(true)
    expect(plain(opened.doc)).toBe(v3.toString('utf8'))
    expect((await dossier()).workingTexts).toMatchObject([
      { language: 'en', openBrackets: draft.openBrackets, words: draft.words, basedOn: draft.id },
    ])
  })
  it('gets the words of another draft, and keeps the former as a version', async () => {
    const textId = await begin(await withDraft(record, mou, { bytes: v1 }))
    expect(await begin(await withDraft(record, mou, { bytes: v2 }))).toBe(textId)
    expect(plain((await record.get('text.open', { textId })).doc)).toBe(v2.toString('utf8'))
    const [kept] = await record.get('text.versions', { textId })
    if (!kept) throw new Error('nothing was kept')
    expect(plain((await record.get('text.version', { versionId: kept.id })).doc)).toBe(v1.toString('utf8'))
    await record.reopen()
    expect(plain((await record.get('text.open', { textId })).doc)).toBe(v2.toString('utf8'))
  })
  it('is not replaced while another window writes in it', async () => {
    const textId = await begin(await withDraft(record, mou, { bytes: v1 }))
    await record.get('text.open', { textId }, 'window 2')
    const other = await withDraft(record, mou, { bytes: v2 })
    const from = { kind: 'draft' as const, draftId: other.id }
    const fault = await record.refused('workingText.begin', { mouId: mou.id, language: 'en', from })
    expect(fault).toEqual({ kind: 'TextHeldElsewhere' })
  })
  it('is tabled as a draft of its own words', async () => {
    const first = await withDraft(record, mou, { bytes: v3 })
    await begin(first)
    const { value } = await record.get('draft.register', {
      ...{ mouId: mou.id, language: 'en', source: { kind: 'workingText' }, parents: [first.id] },
      facts: {
        ...facts,
        kind: 'consolidated',
        tabledBy: 'chair',
        textDate: '2025-05-19',
        channel: 'atTable',
      },
    })
    expect(value).toMatchObject({ number: 2, textHash: first.textHash, file: null })
    expect((await dossier()).workingTexts[0]?.basedOn).toBe(value.id)
  })
  it('begins from the usual shape, with what the record knows', async () => {
    const { value: agency } = await record.get('agency.put', {
      agency: {
        ...{ id: null, side: 'KHM', level: 'ministry' },
        name: { en: 'Ministry of Interior of the Kingdom of Cambodia', km: 'ក្រសួងមហាផ្ទៃ' },
      },
    })
    const known = await withMou(record, {
      shortTitle: 'Bentuk',
      parties: [
        { side: 'IDN', agencyId: null, signatoryId: null },
        { side: 'KHM', agencyId: agency.id, signatoryId: null },
      ],
    })
    const from = { kind: 'template' as const }
    const { value } = await record.get('workingText.begin', { mouId: known.id, language: 'en', from })
    const text = plain((await record.get('text.open', { textId: value.textId })).doc)
    expect(text).toContain(
      'THE [ministry of Indonesia]\nAND\nTHE MINISTRY OF INTERIOR OF THE KINGDOM OF CAMBODIA',
    )
    expect(text).toContain('in the Indonesian and English languages')
    const { workingTexts } = await record.get('mou.dossier', { mouId: known.id })
    expect(workingTexts).toMatchObject([{ language: 'en', basedOn: null }])
  })
  it('is not thrown away for the usual shape', async () => {
    await begin(await withDraft(record, mou, { bytes: v1 }))
    const from = { kind: 'template' as const }
    expect(await record.refused('workingText.begin', { mouId: mou.id, language: 'en', from })).toEqual({
      ...{ kind: 'AlreadyThere', what: 'workingText' },
    })
  })
  it('may be in Khmer', async () => {
    const khmer = await withMou(record, { languages: ['km', 'en'], shortTitle: 'KM' })
    const { value } = await record.get('workingText.begin', {
      ...{ mouId: khmer.id, language: 'km', from: { kind: 'empty' } },
    })
    expect((await record.get('text.open', { textId: value.textId })).language).toBe('km')
  })
})

async function begin(draft: Draft) {
  const from = { kind: 'draft' as const, draftId: draft.id }
  return (await record.get('workingText.begin', { mouId: mou.id, language: 'en', from })).value.textId
}

function pasted(text: string): unknown {
  let next = 0
  return fromPlainText(text, { lang: 'en', newId: () => `b${next++}` }).doc.toJSON()
}

describe('two drafts in one text', () => {
  const other = { kind: 'counterDraft', tabledBy: 'KHM', textDate: '2025-05-12' } as const
  const line = (days: string, costs: string) =>
    Buffer.from(
      `Article 1\nScope\n\n1. The Parties reply within ${days} days.\n2. Each Party bears ${costs}.\n`,
    )

  async function three() {
    const base = await withDraft(record, mou, { bytes: line('fourteen', 'its costs') })
    const ours = await withDraft(record, mou, { bytes: line('ten', 'its costs'), parents: [base] })
    const theirs = await withDraft(record, mou, {
      ...{ bytes: line('thirty', 'all costs'), facts: other, parents: [base] },
    })
    return { base, ours, theirs }
  }

  it('say before anything is kept how many brackets there will be', async () => {
    const { base, ours, theirs } = await three()
    const asked = { mouId: mou.id, base: base.id, ours: ours.id, theirs: theirs.id }
    expect(await record.get('draft.merge', asked)).toEqual({ brackets: 2, leftAside: [] })
    expect((await dossier()).workingTexts).toEqual([])
  })
  it('become the working text, with brackets only where both changed the same', async () => {
    const { base, ours, theirs } = await three()
    const from = { kind: 'merge' as const, base: base.id, ours: ours.id, theirs: theirs.id }
    const { value } = await record.get('workingText.begin', { mouId: mou.id, language: 'en', from })
    expect(plain((await record.get('text.open', { textId: value.textId })).doc)).toBe(
      line('[ten (IDN)] [thirty (KHM)]', 'all costs').toString(),
    )
    expect((await dossier()).workingTexts).toMatchObject([{ openBrackets: 2, basedOn: theirs.id }])
  })
  it('become a first rolling text where no draft lies before both: every difference is in brackets', async () => {
    const { ours, theirs } = await three()
    const from = { kind: 'merge' as const, base: null, ours: ours.id, theirs: theirs.id }
    const { value } = await record.get('workingText.begin', { mouId: mou.id, language: 'en', from })
    expect(plain((await record.get('text.open', { textId: value.textId })).doc)).toContain('all (KHM)')
  })
  it('keep the former working text as a version', async () => {
    const { base, ours, theirs } = await three()
    await begin(base)
    const from = { kind: 'merge' as const, base: base.id, ours: ours.id, theirs: theirs.id }
    const { value } = await record.get('workingText.begin', { mouId: mou.id, language: 'en', from })
    const [kept] = await record.get('text.versions', { textId: value.textId })
    expect(kept?.name).toBe('Before draft 2 + 3 took its place')
  })
  it('are of two sides and of one language', async () => {
    const { base, ours, theirs } = await three()
    const same = { mouId: mou.id, base: null, ours: base.id, theirs: ours.id }
    expect(await record.refused('draft.merge', same)).toEqual({
      ...{ kind: 'InvalidInput', problems: ['theirs: sameSide'] },
    })
    const indonesian = await withDraft(record, mou, { bytes: v1, language: 'id' })
    const mixed = { mouId: mou.id, base: null, ours: indonesian.id, theirs: theirs.id }
    expect(await record.refused('draft.merge', mixed)).toMatchObject({ kind: 'DifferentLanguages' })
    expect((await dossier()).workingTexts).toEqual([])
  })
})
