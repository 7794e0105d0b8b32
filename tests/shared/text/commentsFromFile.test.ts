import { describe, expect, it } from 'vitest'
import type { DocxComment } from '../../../shared/docxReading.ts'
import { commentsFromFile } from '../../../shared/text/commentsFromFile.ts'
import { recogniseClauses } from '../../../shared/text/instrument/recogniseClauses.ts'
import { doc, ids, node } from './support.ts'

const read = doc(
  node('paragraph', { blockId: 'p1' }, 'CHAPTER I COSTS'),
  node('paragraph', { blockId: 'p2' }, 'P ASAL 1'),
  node('paragraph', { blockId: 'p3' }, 'The Parties act, and the Parties act.'),
)
const comment: DocxComment = {
  ...{ id: '0', author: 'Sok Dara', initials: 'SD', at: '2025-05-08T09:30:00', words: 'Why?' },
  ...{ answers: null, resolved: false, quoted: '', places: null },
}
const on = (blockId: string, from: number, to: number, endsIn = blockId): Partial<DocxComment> => ({
  places: {
    asItWas: null,
    asProposed: { from: { blockId, offset: from }, to: { blockId: endsIn, offset: to } },
  },
})
const threads = (...comments: readonly Partial<DocxComment>[]) =>
  commentsFromFile(read, {
    read,
    view: 'asProposed',
    comments: comments.map((parts, index) => ({ ...comment, id: String(index), ...parts })),
  })

describe('comments of a Word file', () => {
  it('are on their words, the same ones where they stand twice', () =>
    expect(threads(on('p3', 25, 32)).map(({ anchor }) => anchor)).toMatchObject([
      { blockId: 'p3', from: 25, to: 32, quote: 'Parties' },
    ]))
  it('are on all of a line where their words are all of it, or none are named', () =>
    expect(threads(on('p2', 0, 8), on('p2', 0, 0)).map(({ anchor }) => anchor.from)).toEqual([null, null]))
  it('over several lines are on the first', () =>
    expect(threads(on('p1', 10, 3, 'p3'))[0]?.anchor).toMatchObject({ blockId: 'p1', quote: 'COSTS' }))
  it('stay on their words when what stands ahead of them is read as a label', () => {
    const { doc: text } = recogniseClauses(read, { language: 'en', newId: ids('new') })
    const found = commentsFromFile(text, {
      ...{ read, view: 'asProposed' },
      comments: [
        { ...comment, ...on('p1', 10, 15) },
        { ...comment, id: '1', ...on('p3', 4, 11) },
      ],
    })
    expect(found.map(({ anchor }) => anchor.quote)).toEqual(['COSTS', 'Parties'])
  })
  it('without a place have what the file quotes, and no place', () =>
    expect(threads({ quoted: 'the Parties' })[0]?.anchor).toMatchObject({
      blockId: 'none',
      quote: 'the Parties',
    }))
  it('come with their answers, also with answers to answers', () => {
    const [thread, ...others] = threads(
      {},
      { answers: '0', words: 'Because.' },
      { answers: '1', words: 'I see.' },
    )
    expect(others).toEqual([])
    expect(thread?.said.map(({ words }) => words)).toEqual(['Why?', 'Because.', 'I see.'])
  })
  it('that answer each other in a ring are threads of their own, and none is lost', () =>
    expect(threads({ answers: '1' }, { answers: '0' }).flatMap(({ said }) => said)).toHaveLength(2))
  it('keep author and time as far as the file tells them, and no control characters', () => {
    const [thread] = threads({ author: 'Sok\u0007 Dara', words: 'A\u0000B\r\nC', at: 'yesterday' })
    expect(thread?.said).toEqual([{ words: 'AB\nC', madeAt: null, madeBy: 'Sok  Dara' }])
    expect(threads({})[0]?.said[0]?.madeAt).toBe('2025-05-08T09:30:00.000Z')
    expect(threads({ words: ' ' })[0]?.said[0]?.words).toBe('–')
  })
})
