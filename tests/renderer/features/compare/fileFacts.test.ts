import { describe, expect, it } from 'vitest'
import { leftOutCount, unreadOf } from '../../../../renderer/features/compare/FileFacts.tsx'
import type { ComparedFile } from '../../../../shared/compare/comparedFile.ts'

const unread = (what: ComparedFile['unread'][number]['what'], count: number) => ({
  ...{ what, count, part: 'word/document.xml', samples: [] },
})
const file = (beside: ComparedFile['beside']) =>
  ({
    ...{ beside, comments: 2, unread: [unread('footnote', 3), unread('header', 1), unread('textBox', 4)] },
  }) as unknown as ComparedFile

describe('what of a file is not compared', () => {
  it('is told once: footnotes by their words where these are known', () => {
    const notes = file(['one', 'two', 'three'].map((words) => ({ kind: 'footnote', words })))
    expect(unreadOf(notes).map(({ what }) => what)).toEqual(['header', 'textBox'])
    expect(leftOutCount(notes)).toBe(3 + 1 + 4 + 2)
  })
  it('is told by its count too where words of some are missing', () =>
    expect(unreadOf(file([{ kind: 'footnote', words: 'one' }])).map(({ what }) => what)).toContain(
      'footnote',
    ))
  it('is told by its count where its words are not known', () =>
    expect(leftOutCount(file([]))).toBe(3 + 1 + 4 + 2))
})
