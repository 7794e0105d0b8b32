import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/api/contract.ts'
import type { Fault } from '../../../shared/fault.ts'
import { DraftId, MouId } from '../../../shared/ids.ts'
import type { Draft } from '../../../shared/mou/draft.ts'
import type { Mou } from '../../../shared/mou/mou.ts'
import { fromPlainText } from '../../../shared/text/plainText.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'
import { facts, fixture, withDraft, withMou } from '../../support/mouRecord.ts'
import { ids } from '../../shared/text/support.ts'

let record: MeetingRecord
let mou: Mou
let first: Draft
let second: Draft
beforeEach(async () => {
  record = await newMeetingRecord()
  mou = await withMou(record)
  first = await withDraft(record, mou, { name: 'v1.txt', bytes: fixture('mou-v1-idn-draft.en.txt') })
  second = await withDraft(record, mou, {
    bytes: fixture('mou-v2-khm-counterdraft.en.txt'),
    facts: { kind: 'counterDraft', tabledBy: 'KHM', textDate: '2025-05-12' },
    parents: [first],
  })
})
afterEach(() => record.close())

const nowhere = DraftId.parse('01900000-0000-7000-8000-000000000000')
const noMou = MouId.parse('01900000-0000-7000-8000-000000000000')

async function imported(bytes: Uint8Array, name = 'draft.txt'): Promise<string> {
  const source = {
    kind: 'file' as const,
    file: { fileId: await added(bytes, name), view: 'asProposed' as const },
  }
  return (await record.get('draft.recognise', { mouId: mou.id, language: 'en', source })).importId
}

async function added(bytes: Uint8Array, name: string) {
  const uploadId = randomUUID()
  await record.get('compare.sendPart', { uploadId, name, part: Buffer.from(bytes).toString('base64') })
  return (await record.get('compare.addFile', { uploadId, name })).fileId
}

async function register(
  change: Partial<Input<'draft.register'>>,
  bytes: Uint8Array = Buffer.from('Article 1\n'),
): Promise<Fault> {
  const source = { kind: 'import' as const, importId: await imported(bytes), again: false }
  const asked = { mouId: mou.id, language: 'en' as const, source, facts, parents: [], ...change }
  return record.refused('draft.register', asked)
}

async function reading(name: string, bytes: Uint8Array): Promise<Fault> {
  const uploadId = randomUUID()
  await record.get('compare.sendPart', { uploadId, name, part: Buffer.from(bytes).toString('base64') })
  return record.refused('compare.addFile', { uploadId, name })
}

const pasted = (doc: unknown) =>
  record.refused('draft.recognise', { mouId: mou.id, language: 'en', source: { kind: 'pasted', doc } })

const refusals: Readonly<Record<string, readonly [() => Promise<Fault>, object]>> = {
  'a file that is registered': [
    () => register({}, fixture('mou-v1-idn-draft.en.txt')),
    { kind: 'FileRegistered', number: 1 },
  ],
  'a date that has not come yet, without a reason': [
    () => register({ facts: { ...facts, textDate: '2099-01-01' } }),
    { kind: 'ReasonNeeded', why: 'inTheFuture' },
  ],
  'a date before that of a parent, without a reason': [
    () => register({ facts: { ...facts, textDate: '2025-01-01' }, parents: [first.id] }),
    { kind: 'ReasonNeeded', why: 'beforeParent' },
  ],
  'a day of receipt before that of the text, without a reason': [
    () => register({ facts: { ...facts, receivedOn: '2025-01-01' } }),
    { kind: 'ReasonNeeded', why: 'receivedBeforeWritten' },
  ],
  'a side that is no party': [
    () => register({ facts: { ...facts, tabledBy: 'MYS' } }),
    { kind: 'InvalidInput', problems: ['facts.tabledBy: otherSide'] },
  ],
  'a parent that is not there': [() => register({ parents: [nowhere] }), { kind: 'NotFound', what: 'draft' }],
  'an instrument that is not there': [() => register({ mouId: noMou }), { kind: 'NotFound', what: 'mou' }],
  'an import of nobody': [
    () => register({ source: { kind: 'import', importId: nowhere, again: false } }),
    { kind: 'NotFound', what: 'file' },
  ],
  'a working text that was not begun': [
    () => register({ source: { kind: 'workingText' } }),
    { kind: 'NotFound', what: 'workingText' },
  ],
  'facts put right to an odd date without a reason': [
    () =>
      record.refused('draft.change', {
        draftId: second.id,
        facts: { ...facts, kind: 'counterDraft', tabledBy: 'KHM', textDate: '2025-01-01' },
      }),
    { kind: 'ReasonNeeded', why: 'beforeParent' },
  ],
  'the removal of a draft that another answers': [
    () => record.refused('draft.remove', { draftId: first.id }),
    { kind: 'StillReferredTo', by: [{ what: 'draft', name: 'TPPO 2', on: '2025-05-12' }] },
  ],
  'a change of the text of a draft': [
    () => record.refused('text.save', { textId: first.textId, revision: 0, steps: [{}] }),
    { kind: 'DraftFixed' },
  ],
  'a working text in another language than its draft': [
    () =>
      record.refused('workingText.begin', {
        ...{ mouId: mou.id, language: 'id', from: { kind: 'draft', draftId: first.id } },
      }),
    { kind: 'InvalidInput', problems: ['language: otherLanguage'] },
  ],
  'two drafts of one side in one text': [
    () => record.refused('draft.merge', { mouId: mou.id, base: null, ours: first.id, theirs: first.id }),
    { kind: 'InvalidInput', problems: ['theirs: sameSide'] },
  ],
  'a file of Word before 2007': [
    () => reading('lama.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
    { kind: 'DocxRefused', why: 'oldWord' },
  ],
  'a file that is none of Word': [
    () => reading('gambar.docx', Buffer.from('PNG')),
    { kind: 'DocxRefused', why: 'notWord' },
  ],
  'a file that is cut off': [
    () => reading('putus.docx', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0])),
    { kind: 'DocxRefused' },
  ],
  'an empty file': [() => reading('kosong.docx', new Uint8Array()), { kind: 'DocxRefused', why: 'empty' }],
  'a text that is not in UTF-8': [
    () => reading('latin.txt', Buffer.from([0x44, 0xe9, 0x20, 0xe9])),
    { kind: 'NotUtf8', name: 'latin.txt' },
  ],
  'a paste that is no text': [() => pasted({ type: 'script' }), { kind: 'InvalidText' }],
  'a paste with ids of other kinds': [
    () => pasted({ type: 'doc', content: [{ type: 'paragraph', attrs: { blockId: 7 } }] }),
    { kind: 'InvalidText' },
  ],
}

describe('the register of drafts', () => {
  it.each(Object.entries(refusals))(
    'refuses %s by name, and stays as it was',
    async (_, [attempt, fault]) => {
      const [log, dossier] = [record.store.auditHead(), await record.get('mou.dossier', { mouId: mou.id })]
      expect(await attempt()).toMatchObject(fault)
      expect(record.store.auditHead()).toEqual(log)
      expect(await record.get('mou.dossier', { mouId: mou.id })).toEqual(dossier)
    },
  )
  it('refuses to read lines otherwise that it does not hold', async () => {
    const choices = [{ blockId: 'x', kind: 'body' as const }]
    const asked = { importId: nowhere, choices }
    expect(await record.refused('draft.correct', asked)).toEqual({ kind: 'NotFound', what: 'file' })
  })
  it('takes nothing but what was brought in: a line that is not there changes nothing', async () => {
    const doc = fromPlainText('Article 1\nScope\n', { lang: 'en', newId: ids('p') }).doc.toJSON() as unknown
    const source = { kind: 'pasted' as const, doc }
    const { importId, lines } = await record.get('draft.recognise', { mouId: mou.id, language: 'en', source })
    const choices = [{ blockId: 'nobody', kind: 'letter' as const, level: 1 }]
    expect((await record.get('draft.correct', { importId, choices })).lines).toEqual(lines)
  })
})
