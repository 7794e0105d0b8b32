import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Input } from '../../../shared/api/contract.ts'
import type { Mou } from '../../../shared/mou/mou.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'
import { fixture, withDraft, withMou } from '../../support/mouRecord.ts'

let record: MeetingRecord
let mou: Mou
beforeEach(async () => {
  record = await newMeetingRecord()
  mou = await withMou(record, { note: 'CANARY-NOTE', legalBasis: 'CANARY-BASIS' })
})
afterEach(() => record.close())

const v3 = { bytes: fixture('mou-v3-consolidated.en.txt'), facts: { note: 'CANARY-DRAFT' } }

function asked(texts: Input<'draft.export'>['texts'], parts: Partial<Input<'draft.export'>> = {}) {
  return {
    ...{ mouId: mou.id, texts, view: { kind: 'attributed' as const }, lineNumbers: false },
    ...{ language: 'en' as const, format: 'docx' as const, ...parts },
  }
}

async function exported(input: Input<'draft.export'>): Promise<string> {
  record.chooses(join(record.folder, 'out.docx'))
  await record.get('draft.export', input)
  const { bytes } = record.saved.at(-1) ?? {}
  if (!bytes) throw new Error('nothing was written')
  return Object.values(unzipSync(bytes))
    .map((part) => new TextDecoder().decode(part))
    .join('\n')
}

describe('a draft that goes out', () => {
  it('says which it is, and keeps brackets with who wants them', async () => {
    const draft = await withDraft(record, mou, {
      ...v3,
      facts: { ...v3.facts, kind: 'counterDraft', tabledBy: 'KHM' },
    })
    const parts = await exported(asked([{ kind: 'draft', draftId: draft.id }]))
    expect(parts).toContain('Counter-draft (KHM)')
    expect(parts).toContain('RESTRICTED')
    expect(parts).toContain('(KHM)')
  })
  it('has no internal word of the record in any part', async () => {
    const draft = await withDraft(record, mou, v3)
    const parts = await exported(asked([{ kind: 'draft', draftId: draft.id }]))
    expect(parts).not.toContain('CANARY')
  })
  it('as seen by a side leaves out what the other proposes', async () => {
    const draft = await withDraft(record, mou, v3)
    const view = { kind: 'seenBy' as const, side: 'IDN' }
    const parts = await exported(asked([{ kind: 'draft', draftId: draft.id }], { view }))
    expect(parts).toContain('fourteen (14)')
    expect(parts).not.toContain('thirty (30)')
    const other = asked([{ kind: 'draft', draftId: draft.id }], { view: { kind: 'seenBy', side: 'VNM' } })
    expect((await record.refused('draft.export', other)).kind).toBe('InvalidInput')
  })
  it('has the working texts of two languages in columns, and each language once', async () => {
    for (const [language, name] of [
      ['en', 'mou-v3-consolidated.en.txt'],
      ['id', 'mou-v3-consolidated.id.txt'],
    ] as const) {
      const draft = await withDraft(record, mou, { bytes: fixture(name), language, name })
      const from = { kind: 'draft' as const, draftId: draft.id }
      await record.get('workingText.begin', { mouId: mou.id, language, from })
    }
    const both = [
      { kind: 'workingText' as const, language: 'en' as const },
      { kind: 'workingText' as const, language: 'id' as const },
    ]
    const parts = await exported(asked(both))
    expect(parts).toContain('Working text')
    expect(parts).toContain('Bentuk Kerja Sama')
    expect(parts).toContain('Forms of Cooperation')
    const twice = asked([...both, { kind: 'workingText', language: 'en' }])
    expect((await record.refused('draft.export', twice)).kind).toBe('InvalidInput')
  })
  it('is named in the log before it leaves, and is nothing where no place was chosen', async () => {
    const draft = await withDraft(record, mou, v3)
    record.chooses(null)
    const input = asked([{ kind: 'draft', draftId: draft.id }])
    expect(await record.get('draft.export', input)).toBeNull()
    await exported(input)
    const [last] = record.store.history(null, 1)
    expect(last?.operation).toBe('draft.export')
  })
})
