import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Mou } from '../../../shared/mou/mou.ts'
import { textSchema } from '../../../shared/text/extensions.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'
import { fixture, withDraft, withMou } from '../../support/mouRecord.ts'

let record: MeetingRecord
let mou: Mou
beforeEach(async () => {
  record = await newMeetingRecord()
  mou = await withMou(record)
})
afterEach(() => record.close())

const beside = () => record.get('languages.beside', { mouId: mou.id })

async function begin(language: 'en' | 'id', bytes: Uint8Array) {
  const draft = await withDraft(record, mou, { bytes, language, name: `${language}.txt` })
  const from = { kind: 'draft' as const, draftId: draft.id }
  return (await record.get('workingText.begin', { mouId: mou.id, language, from })).value.textId
}

async function bothTexts() {
  const en = await begin('en', fixture('mou-v3-consolidated.en.txt'))
  const id = await begin('id', fixture('mou-v3-consolidated.id.txt'))
  return { en, id }
}

describe('the texts of a memorandum beside each other', () => {
  it('are nothing where none is begun', async () => {
    expect(await beside()).toMatchObject({ languages: [], rows: [], mismatches: [], testimonia: [] })
  })
  it('show that the Indonesian text lacks Pasal 7 (3)', async () => {
    await bothTexts()
    const { mismatches, rows } = await beside()
    const missing = mismatches.filter(({ kind }) => kind === 'missing').map(({ labels }) => labels.en)
    expect(missing).toContain('Article 7 (3)')
    const alone = rows.filter(({ standing }) => standing === 'alone')
    expect(alone.map(({ members }) => members.en?.[0]?.label)).toContain('Article 7 (3)')
    expect(alone.every(({ members }) => !members.id)).toBe(true)
  })
  it('are confirmed clause by clause, and an edit marks the other language to be looked at', async () => {
    const { en } = await bothTexts()
    const { rows } = await beside()
    const confirmations = rows
      .filter(({ standing }) => standing !== 'alone')
      .map(({ key, hashes }) => ({ key, hashes }))
    await record.get('languages.confirm', { mouId: mou.id, confirmations })
    expect(new Set((await beside()).rows.map(({ standing }) => standing))).toEqual(
      new Set(['confirmed', 'alone']),
    )
    const opened = await record.get('text.open', { textId: en })
    const at = placeOf(opened.doc, 'reply to a request')
    const slice = { content: [{ type: 'text', text: 'at once, ' }] }
    const steps = [{ stepType: 'replace', from: at, to: at, slice }]
    await record.get('text.save', { textId: en, revision: opened.revision, steps })
    const stale = (await beside()).rows.filter(({ standing }) => standing === 'stale')
    expect(stale).toMatchObject([{ edited: ['en'], stale: ['id'] }])
  })
  it('are linked by a person where numbers do not, and a clause has one link at most', async () => {
    await bothTexts()
    const { rows } = await beside()
    const first = rows.find(({ members }) => members.en?.[0]?.label === 'Article 7 (3)')
    const other = rows.find(({ members }) => members.id?.[0]?.label === 'Pasal 7 (2)')
    const members = { en: [first?.members.en?.[0]?.id ?? ''], id: [other?.members.id?.[0]?.id ?? ''] }
    const { value, undo } = await record.get('languages.link', { mouId: mou.id, members })
    const linked = (await beside()).rows.find(({ linkId }) => linkId === value.linkId)
    expect(linked?.members).toMatchObject({
      en: [{ label: 'Article 7 (3)' }],
      id: [{ label: 'Pasal 7 (2)' }],
    })
    expect(record.undo(undo)).toBeNull()
    expect((await beside()).rows.every(({ linkId }) => linkId === null)).toBe(true)
  })
  it('are linked across two languages at least', async () => {
    const fault = await record.refused('languages.link', { mouId: mou.id, members: { en: ['a', 'b'] } })
    expect(fault).toEqual({ kind: 'InvalidInput', problems: ['members: twoLanguages'] })
  })
})

/** Where a word first stands, as ProseMirror counts. */
function placeOf(json: unknown, word: string): number {
  const found: number[] = []
  textSchema.nodeFromJSON(json).descendants((node, at) => {
    const index = node.text?.indexOf(word) ?? -1
    if (index >= 0) found.push(at + index)
  })
  const [first] = found
  if (first === undefined) throw new Error(`nowhere: ${word}`)
  return first
}
