import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DraftId } from '../../../shared/ids.ts'
import { textSchema } from '../../../shared/text/extensions.ts'
import { type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'
import { withDraft, withMou } from '../../support/mouRecord.ts'

let record: MeetingRecord
beforeEach(async () => void (record = await newMeetingRecord()))
afterEach(() => record.close())

const lines = Buffer.from('Article 1\nScope\nThe Parties shall act together in good faith.\n')

async function begun() {
  const mou = await withMou(record)
  const draft = await withDraft(record, mou, { bytes: lines })
  const from = { kind: 'draft' as const, draftId: draft.id }
  const { value } = await record.get('workingText.begin', { mouId: mou.id, language: 'en', from })
  const { textId } = value
  const { revision, doc } = await record.get('text.open', { textId })
  const at = textSchema.nodeFromJSON(doc).content.size - 2
  const insertion = {
    stepType: 'replace',
    from: at,
    to: at,
    slice: { content: [{ type: 'text', text: ' now' }] },
  }
  await record.get('text.save', { textId, revision, steps: [insertion] })
  return { mou, draft, textId, revision, at }
}

describe('what changed in a working text', () => {
  it('is said of the revision that is asked for, in its positions', async () => {
    const { draft, textId, revision, at } = await begun()
    const base = { kind: 'draft' as const, draftId: draft.id }
    const before = await record.get('compare.shown', { textId, revision, base })
    expect(before).toEqual({ marks: [], changes: 0 })
    const after = await record.get('compare.shown', { textId, revision: revision + 1, base })
    expect(after).toEqual({ marks: [{ kind: 'inserted', change: 0, from: at, to: at + 4 }], changes: 1 })
  })
  it('can be said since a named version', async () => {
    const { textId, revision } = await begun()
    const { value } = await record.get('text.nameVersion', { textId, name: 'before lunch' })
    const base = { kind: 'version' as const, versionId: value.id }
    const shown = await record.get('compare.shown', { textId, revision: revision + 1, base })
    expect(shown.changes).toBe(0)
  })
  it('is refused for a draft in another language, and for one that is not there', async () => {
    const { mou, draft, textId, revision } = await begun()
    const other = await withDraft(record, mou, { bytes: lines, language: 'id', again: true })
    const base = { kind: 'draft' as const, draftId: other.id }
    expect(await record.refused('compare.shown', { textId, revision, base })).toMatchObject({
      kind: 'DifferentLanguages',
    })
    const gone = { kind: 'draft' as const, draftId: draft.id.replace(/.$/, 'f') as DraftId }
    expect(await record.refused('compare.shown', { textId, revision, base: gone })).toEqual({
      kind: 'NotFound',
      what: 'draft',
    })
  })
})
