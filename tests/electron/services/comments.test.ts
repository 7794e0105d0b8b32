import { Step } from '@tiptap/pm/transform'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TextId } from '../../../shared/ids.ts'
import type { Mou } from '../../../shared/mou/mou.ts'
import { unitsBetween, wordingBlocks } from '../../../shared/text/commentAnchors.ts'
import { textSchema } from '../../../shared/text/extensions.ts'
import { docxParts, partsWith } from '../../support/docxParts.ts'
import { type MeetingRecord, newMeetingRecord, typed } from '../../support/meetingRecord.ts'
import { fixture, withDraft, withMou } from '../../support/mouRecord.ts'
import { reading, wordFile } from '../../support/wordFile.ts'

let record: MeetingRecord
let mou: Mou
let textId: TextId
beforeEach(async () => {
  record = await newMeetingRecord()
  mou = await withMou(record)
  const draft = await withDraft(record, mou, { bytes: fixture('mou-v1-idn-draft.en.txt') })
  const from = { kind: 'draft' as const, draftId: draft.id }
  textId = (await record.get('workingText.begin', { mouId: mou.id, language: 'en', from })).value.textId
})
afterEach(() => record.close())

const list = async (id = textId) => (await record.get('comment.list', { textId: id })).threads
const words = async () => {
  const [thread] = await list()
  return thread?.place.state === 'placed' ? thread.place.at.words : thread?.place.state
}

describe('a thread of comments', () => {
  it('is internal or to the counterpart, is answered, resolved and opened again', async () => {
    const { value: thread } = await add('within fourteen (14) days')
    await record.get('comment.reply', { threadId: thread.id, words: 'So did we.' })
    await record.get('thread.resolve', { threadId: thread.id })
    const [resolved] = await list()
    expect(resolved).toMatchObject({
      thread: { visibility: 'internal', resolvedBy: 'Dewi' },
      comments: [{ words: 'Why?', madeBy: 'Dewi', side: 'IDN', isFromFile: false }, { words: 'So did we.' }],
      place: { state: 'placed', at: { words: 'within fourteen (14) days', isWhole: false } },
    })
    await record.get('thread.reopen', { threadId: thread.id })
    await record.get('thread.setVisibility', { threadId: thread.id, visibility: 'counterpart' })
    expect((await list())[0]?.thread).toMatchObject({ resolvedAt: null, visibility: 'counterpart' })
  })
  it('is taken back, and so is each act on it, in the order of the acts', async () => {
    const { value: thread, undo } = await add('within fourteen (14) days')
    const answered = await record.get('comment.reply', { threadId: thread.id, words: 'Yes.' })
    expect(record.undo(undo)).toEqual({ kind: 'CannotUndo', why: 'neededSince' })
    const removed = await record.get('comment.remove', { commentId: answered.value.id })
    expect((await list())[0]?.comments).toHaveLength(1)
    for (const token of [removed.undo, answered.undo, undo]) expect(record.undo(token)).toBeNull()
    expect(await list()).toEqual([])
  })
  it('goes with the comment that began it', async () => {
    await add('within fourteen (14) days')
    const [thread] = await list()
    const first = thread?.comments[0]
    if (!first) throw new Error('no comment')
    const { undo } = await record.get('comment.remove', { commentId: first.id })
    expect(await list()).toEqual([])
    expect(record.undo(undo)).toBeNull()
    expect(await list()).toHaveLength(1)
  })
  it('has its words changed, and says that they were', async () => {
    await add('within fourteen (14) days')
    const [thread] = await list()
    const first = thread?.comments[0]
    if (!first) throw new Error('no comment')
    record.time.pass(60_000)
    await record.get('comment.edit', { commentId: first.id, words: 'Why so?' })
    expect((await list())[0]?.comments[0]).toMatchObject({
      words: 'Why so?',
      madeAt: first.madeAt,
      editedAt: '2025-05-19T01:01:00.000Z',
    })
  })
  it('is named in the history by its text only: what it says may be internal', async () => {
    await add('within fourteen (14) days')
    const rows = record.store.db.prepare('SELECT operation, about, detail FROM audit').all()
    expect(JSON.stringify(rows)).toContain('comment.add')
    expect(JSON.stringify(rows)).not.toContain('Why?')
    expect(JSON.stringify(rows)).not.toContain('fourteen (14) days')
  })
  it('is refused where the text has other words by now, and where there is no such thing', async () => {
    const place = { ...(await placeOf('within fourteen (14) days')), quote: 'within sixty (60) days' }
    const asked = { textId, visibility: 'internal' as const, place, words: 'Why?' }
    expect(await record.refused('comment.add', asked)).toEqual({ kind: 'CommentPlaceGone' })
    const nowhere = { ...asked, textId: '01900000-0000-7000-8000-00000000abcd' as TextId }
    expect(await record.refused('comment.add', nowhere)).toEqual({ kind: 'NotFound', what: 'text' })
    expect(await list()).toEqual([])
  })
  it('stands on a draft as well, whose text stays as it was tabled', async () => {
    const [draft] = (await record.get('mou.dossier', { mouId: mou.id })).drafts
    if (!draft) throw new Error('no draft')
    await add('within fourteen (14) days', draft.textId)
    expect(await list(draft.textId)).toHaveLength(1)
    expect(await list()).toEqual([])
    expect((await record.get('draft.read', { draftId: draft.id })).draft.textHash).toBe(draft.textHash)
  })
})

describe('the place of a thread', () => {
  it('is followed through what is saved, and nothing is written for it', async () => {
    await add('within fourteen (14) days')
    const rows = () => record.store.db.prepare('SELECT * FROM comment_thread').all()
    const before = rows()
    await save(typed('All of them. ', await start()))
    await insertAhead('fourteen (14) days', 'very ')
    expect(await words()).toBe('within very fourteen (14) days')
    expect(rows()).toEqual(before)
  })
  it('is the same after a crash, in a record that never worked it out before', async () => {
    await add('within fourteen (14) days')
    await insertAhead('within fourteen (14) days', 'always ')
    await insertAhead('fourteen (14) days', 'very ')
    const before = await list()
    await record.reopen('crashed')
    expect(await list()).toEqual(before)
    expect(await words()).toBe('within very fourteen (14) days')
  })
  it('is gone with its words and is put on others by a person', async () => {
    const { value: thread } = await add('within fourteen (14) days')
    await remove('within fourteen (14) days')
    expect(await words()).toBe('gone')
    expect((await list())[0]?.thread.anchor.quote).toBe('within fourteen (14) days')
    const place = await placeOf('Parties')
    await record.get('thread.attach', { threadId: thread.id, place })
    expect(await words()).toBe('Parties')
  })
  it('comes back with its words, and is where it was when an act on it is taken back', async () => {
    const { value: thread } = await add('within fourteen (14) days')
    const at = await position('within fourteen (14) days')
    await remove('within fourteen (14) days')
    const { undo } = await record.get('thread.attach', {
      threadId: thread.id,
      place: await placeOf('Parties'),
    })
    expect(record.undo(undo)).toBeNull()
    expect(await words()).toBe('gone')
    await save(typed('within fourteen (14) days', at))
    expect(await words()).toBe('within fourteen (14) days')
  })
  it('stays on its words when the working text is replaced by a draft that has them', async () => {
    await add('within fourteen (14) days')
    const [first] = (await record.get('mou.dossier', { mouId: mou.id })).drafts
    if (!first) throw new Error('no draft')
    await insertAhead('within fourteen (14) days', 'always ')
    await record.get('text.close', { textId })
    const from = { kind: 'draft' as const, draftId: first.id }
    await record.get('workingText.begin', { mouId: mou.id, language: 'en', from })
    expect(await words()).toBe('within fourteen (14) days')
  })
  it('is known of all threads, though one comes back that was put there between others', async () => {
    await add('fourteen (14) days')
    await insertAhead('fourteen (14) days', 'about ')
    const { value: thread } = await add('Funding')
    await insertAhead('Funding', 'Joint ')
    await add('Joint')
    const [first] = (await list()).flatMap((one) => (one.thread.id === thread.id ? one.comments : []))
    if (!first) throw new Error('no comment')
    const before = await list()
    const { undo } = await record.get('comment.remove', { commentId: first.id })
    expect(await list()).toHaveLength(2)
    expect(record.undo(undo)).toBeNull()
    expect(await list()).toEqual(before)
  })
  it('is kept where a long burst of editing ended, and is the same from there', async () => {
    await add('within fourteen (14) days')
    await remove('fourteen (14)')
    for (let n = 0; n < 210; n++) await save(typed('x', await start()))
    await record.get('text.close', { textId })
    const kept = () => record.store.db.prepare('SELECT revision FROM comment_place').pluck().all()
    expect(kept()).toHaveLength(1)
    await insertAhead('within', 'always ')
    const before = await list()
    await record.reopen('crashed')
    expect(await list()).toEqual(before)
    await insertAhead(' days', 'fourteen (14)')
    expect(await words()).toBe('within fourteen (14) days')
    record.store.db.exec('DELETE FROM comment_place')
    await record.reopen('crashed')
    expect(await words()).toBe('within fourteen (14) days')
  })
  it('is listed by place, what is gone last', async () => {
    await add('within fourteen (14) days')
    await add('Parties')
    expect((await list()).map(({ thread }) => thread.anchor.quote)).toEqual([
      'Parties',
      'within fourteen (14) days',
    ])
    await remove('Parties')
    expect((await list()).map(({ place }) => place.state)).toEqual(['placed', 'gone'])
  })
})

describe('comments in the margin of a Word file', () => {
  const said = (id: number, author: string, words: string, more = '') =>
    `<w:comment w:id="${id}" w:author="${author}" w:date="2025-05-08T09:30:00Z"><w:p ${more}><w:r><w:t>${words}</w:t></w:r></w:p></w:comment>`
  const body =
    '<w:p><w:r><w:t>Article 1</w:t></w:r></w:p><w:p><w:r><w:t>Scope</w:t></w:r></w:p>' +
    '<w:p><w:r><w:t xml:space="preserve">1. The Parties shall respond </w:t></w:r><w:commentRangeStart w:id="0"/>' +
    '<w:r><w:t>within thirty (30) days</w:t></w:r><w:commentRangeEnd w:id="0"/>' +
    '<w:r><w:commentReference w:id="0"/></w:r><w:r><w:t>.</w:t></w:r></w:p>'
  const comments = said(0, 'Sok Dara', 'Too long for us.') + said(1, 'Chan', 'Fourteen?')

  it('come in with the draft as threads to the counterpart, each with its author', async () => {
    const bytes = wordFile({ body, comments })
    const draft = await withDraft(record, mou, {
      name: 'counter.docx',
      bytes,
      facts: { kind: 'counterDraft', tabledBy: 'KHM', textDate: '2025-05-12', receivedOn: '2025-05-13' },
    })
    const threads = await list(draft.textId)
    expect(threads[0]).toMatchObject({
      thread: { visibility: 'counterpart', resolvedAt: null },
      comments: [
        {
          words: 'Too long for us.',
          madeBy: 'Sok Dara',
          side: 'KHM',
          madeAt: '2025-05-08T09:30:00.000Z',
          isFromFile: true,
        },
      ],
      place: { state: 'placed', at: { words: 'within thirty (30) days', clause: 'Article 1 (1)' } },
    })
    // The other one has no place in the file, so it has none here.
    expect(threads[1]).toMatchObject({ comments: [{ madeBy: 'Chan' }], place: { state: 'gone' } })
  })
  it('are not ours to change, and can be answered', async () => {
    const draft = await withDraft(record, mou, { name: 'counter.docx', bytes: wordFile({ body, comments }) })
    const [thread] = await list(draft.textId)
    const first = thread?.comments[0]
    if (!thread || !first) throw new Error('no comment')
    const edit = { commentId: first.id, words: 'Just right.' }
    expect(await record.refused('comment.edit', edit)).toMatchObject({ kind: 'InvalidInput' })
    await record.get('comment.reply', { threadId: thread.thread.id, words: 'Twenty-one.' })
    expect((await list(draft.textId))[0]?.comments.map(({ side, words: said }) => [side, said])).toEqual([
      ['IDN', 'Too long for us.'],
      ['IDN', 'Twenty-one.'],
    ])
  })
  it('go with the draft when its registering is taken back', async () => {
    const before = threadRows()
    const draft = await withDraft(record, mou, { name: 'counter.docx', bytes: wordFile({ body, comments }) })
    expect(threadRows()).toBe(before + 2)
    const act = record.store.db
      .prepare("SELECT act_id FROM audit WHERE operation = 'draft.register' ORDER BY seq DESC LIMIT 1")
      .pluck()
      .get() as string
    expect(record.undo(act as never)).toBeNull()
    expect(threadRows()).toBe(before)
    expect(await record.refused('comment.list', { textId: draft.textId })).toMatchObject({ what: 'text' })
  })
  const threadRows = () =>
    record.store.db.prepare('SELECT count(*) FROM comment_thread').pluck().get() as number
})

describe('what goes to the counterpart', () => {
  const internal = 'KENARI-7F3A'
  const files = async (format: 'docx' | 'pdf') => {
    record.chooses(record.folder)
    await record.get('draft.export', {
      ...{ mouId: mou.id, texts: [{ kind: 'workingText', language: 'en' }], lineNumbers: false },
      ...{ view: { kind: 'attributed' }, language: 'en', format },
    })
    const { bytes } = record.saved.at(-1) ?? {}
    if (!bytes) throw new Error('nothing was written')
    return bytes
  }

  it('has comments that are for it as comments of Word on their words, and no internal one in any part', async () => {
    const { value: ours } = await add('equality, reciprocity')
    await record.get('comment.reply', { threadId: ours.id, words: `${internal} answer` })
    const place = await placeOf('within fourteen (14) days')
    const said = { textId, visibility: 'internal' as const, place, words: `${internal} at most 21` }
    await record.get('comment.add', said)
    const { value: theirs } = await record.get('comment.add', {
      ...{ ...said, visibility: 'counterpart', words: 'Could you live with twenty-one?' },
    })
    await record.get('comment.reply', { threadId: theirs.id, words: 'We could.' })
    const bytes = await files('docx')
    expect(partsWith(bytes, internal)).toEqual([])
    const comments = docxParts(bytes).get('word/comments.xml') ?? ''
    expect(comments).toContain('Could you live with twenty-one?')
    expect(comments).toContain('We could.')
    expect(comments).not.toContain('Dewi')
    const [comment] = reading(bytes).comments
    expect(comment).toMatchObject({ author: 'IDN', quoted: 'within fourteen (14) days' })
  })
  it('has a comment that was made internal no more', async () => {
    const { value: thread } = await add('equality, reciprocity')
    await record.get('thread.setVisibility', { threadId: thread.id, visibility: 'counterpart' })
    expect(partsWith(await files('docx'), 'Why?')).not.toEqual([])
    await record.get('thread.setVisibility', { threadId: thread.id, visibility: 'internal' })
    expect(partsWith(await files('docx'), 'Why?')).toEqual([])
  })
  it('is printed without any comment', async () => {
    const { value: thread } = await add('equality, reciprocity')
    await record.get('thread.setVisibility', { threadId: thread.id, visibility: 'counterpart' })
    await record.get('comment.reply', { threadId: thread.id, words: internal })
    expect(new TextDecoder().decode(await files('pdf'))).not.toContain(internal)
  })
})

async function doc(id = textId) {
  const { doc: json } = await record.get('text.open', { textId: id })
  return textSchema.nodeFromJSON(json)
}

/** Where the words stand first. */
async function position(said: string, id = textId): Promise<number> {
  const now = await doc(id)
  const at = unitsBetween(now, 0, now.content.size).indexOf(said)
  if (at < 0) throw new Error(`${said} does not stand there`)
  return at
}

async function start(): Promise<number> {
  return (await doc()).firstChild ? 1 : 0
}

async function placeOf(said: string, id = textId) {
  const at = await position(said, id)
  for (const [blockId, block] of wordingBlocks(await doc(id)))
    if (at >= block.from && at < block.to)
      return { blockId, from: at - block.from, to: at - block.from + said.length, quote: said }
  throw new Error(`${said} stands in no block`)
}

async function add(said: string, id = textId) {
  const place = await placeOf(said, id)
  return record.get('comment.add', { textId: id, visibility: 'internal', place, words: 'Why?' })
}

async function save(steps: readonly unknown[]): Promise<void> {
  const { revision } = await record.get('text.open', { textId })
  await record.get('text.save', { textId, revision, steps: [...steps] })
}

async function insertAhead(said: string, more: string): Promise<void> {
  await save(typed(more, await position(said)))
}

async function remove(said: string): Promise<void> {
  const from = await position(said)
  const step = Step.fromJSON(textSchema, { stepType: 'replace', from, to: from + said.length })
  await save([step.toJSON() as unknown])
}
