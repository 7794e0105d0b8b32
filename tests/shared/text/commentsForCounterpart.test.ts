import { describe, expect, expectTypeOf, it } from 'vitest'
import type { PlacedThread, ThreadPlace } from '../../../shared/mou/comment.ts'
import type { CounterpartComment } from '../../../shared/mou/draftPaper.ts'
import { anchorAt, locate } from '../../../shared/text/commentAnchors.ts'
import { commentsForCounterpart } from '../../../shared/text/commentsForCounterpart.ts'
import { placesOf } from '../../../shared/text/commentPlaces.ts'
import { canary } from '../../support/canaries.ts'
import { close, doc, node, open } from './support.ts'

const text = doc(
  node('paragraph', { blockId: 'p1' }, 'They ', open('b1', { lead: 'IDN: ' }), 'shall', close('b1'), ' act.'),
  node('paragraph', { blockId: 'p2' }, 'They consult, they act.'),
)

describe('comments for the counterpart', () => {
  it('are those that are for it, with who says them by side, and nothing more', () => {
    expect(commentsForCounterpart([thread('p2', 14, 22)], text)).toEqual([
      {
        author: 'IDN',
        date: '2025-05-19T02:00:00.000Z',
        text: 'Who?',
        visibility: 'counterpart',
        blockId: 'p2',
        quote: 'they act',
        near: 14,
        replies: [{ author: 'KHM', date: '2025-05-19T03:00:00.000Z', text: 'Both.' }],
      },
    ])
  })
  it('quote the words as a paper has them, brackets with their attribution', () =>
    expect(commentsForCounterpart([thread('p1', 5, 12)], text)).toMatchObject([
      { quote: '[IDN: shall]', near: 5 },
    ]))
  it('quote nothing where they are on a whole clause', () =>
    expect(commentsForCounterpart([thread('p2', null, null)], text)).toMatchObject([
      { blockId: 'p2', quote: null },
    ]))
  it('leave out what is resolved', () => {
    const resolved = thread('p2', 0, 4, { resolvedAt: '2025-05-20T00:00:00.000Z', resolvedBy: 'Dewi' })
    expect(commentsForCounterpart([resolved], text)).toEqual([])
  })
  it('are not lost where their place has gone: the paper has them on the block, or at its end', () => {
    const gone: PlacedThread = { ...thread('p2', 0, 4), place: { state: 'gone' } }
    expect(commentsForCounterpart([gone], text)).toMatchObject([{ blockId: 'p2', quote: null, text: 'Who?' }])
  })
})

describe('an internal comment', () => {
  const internal = thread('p2', 0, 4, { visibility: 'internal' }, canary)
  it('is in nothing that the counterpart gets', () => {
    const all = commentsForCounterpart([internal, thread('p1', 0, 4), internal], text)
    expect(all).toHaveLength(1)
    expect(JSON.stringify(all)).not.toContain(canary)
  })
  it('cannot be what is given out, by its type', () => {
    expectTypeOf<CounterpartComment['visibility']>().toEqualTypeOf<'counterpart'>()
    expectTypeOf<{ visibility: 'internal' }>().not.toExtend<Pick<CounterpartComment, 'visibility'>>()
    expectTypeOf<keyof CounterpartComment>().toEqualTypeOf<
      'author' | 'date' | 'text' | 'visibility' | 'blockId' | 'quote' | 'near' | 'replies'
    >()
  })
  it('takes its names and numbers along nowhere', () => {
    const [one] = commentsForCounterpart([thread('p1', 0, 4)], text)
    expect(Object.keys(one ?? {}).toSorted()).toEqual(
      ['author', 'blockId', 'date', 'near', 'quote', 'replies', 'text', 'visibility'].toSorted(),
    )
    expect(JSON.stringify(one)).not.toContain('Dewi')
  })
})

function thread(
  blockId: string,
  from: number | null,
  to: number | null,
  parts: Partial<PlacedThread['thread']> = {},
  words = 'Who?',
): PlacedThread {
  const anchor = anchorAt(text, { blockId, from, to }, 0)
  if (!anchor) throw new Error('no such place')
  const [place]: readonly ThreadPlace[] = placesOf(text, locate(text, [anchor]))
  if (!place) throw new Error('no place')
  const said = { madeBy: 'Dewi', editedAt: null, isFromFile: false }
  return {
    thread: {
      ...{ id: 't' as never, textId: 'x' as never, visibility: 'counterpart', anchor },
      ...{ resolvedAt: null, resolvedBy: null, ...parts },
    },
    comments: [
      {
        ...said,
        id: 'c1' as never,
        threadId: 't' as never,
        words,
        madeAt: '2025-05-19T02:00:00.000Z',
        side: 'IDN',
      },
      {
        ...said,
        id: 'c2' as never,
        threadId: 't' as never,
        words: 'Both.',
        madeAt: '2025-05-19T03:00:00.000Z',
        side: 'KHM',
      },
    ],
    place,
  }
}
