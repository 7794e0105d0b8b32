import { describe, expect, it } from 'vitest'
import { remarksOf } from '../../../shared/compare/remarks.ts'
import type { DocxComment } from '../../../shared/docxReading.ts'

function comment(id: string, answers: string | null = null, more: Partial<DocxComment> = {}): DocxComment {
  return {
    ...{
      id,
      answers,
      author: `Author ${id}`,
      initials: '',
      at: '2025-05-19T10:00:00Z',
      words: `Words ${id}`,
    },
    ...{ resolved: false, quoted: `quoted ${id}`, places: null },
    ...more,
  }
}

const order = (comments: readonly DocxComment[]) =>
  remarksOf(comments).map(({ words, isAnswer }) => `${isAnswer ? '> ' : ''}${words}`)

describe('the comments of a Word file', () => {
  it('come in the order of the file, answers behind what they answer', () =>
    expect(
      order([comment('0'), comment('1'), comment('2', '0'), comment('3', '2'), comment('4', '1')]),
    ).toEqual([...['Words 0', '> Words 2', '> Words 3', 'Words 1', '> Words 4']]))
  it('say who wrote on which day about which words; an answer leaves them to the first', () =>
    expect(remarksOf([comment('0'), comment('1', '0', { at: 'long ago', resolved: true })])).toEqual([
      {
        ...{ author: 'Author 0', writtenOn: '2025-05-19', quoted: 'quoted 0', words: 'Words 0' },
        ...{ isAnswer: false, isResolved: false },
      },
      {
        ...{ author: 'Author 1', writtenOn: null, quoted: '', words: 'Words 1' },
        ...{ isAnswer: true, isResolved: true },
      },
    ]))
  it('are all there where they answer each other, or something that is not there', () =>
    expect(order([comment('0', '1'), comment('1', '0'), comment('2', 'gone')])).toEqual([
      ...['Words 0', 'Words 1', 'Words 2'],
    ]))
  it('are shown up to 200, long ones cut', () => {
    const many = Array.from({ length: 300 }, (_, id) => comment(`${id}`, null, { words: 'x'.repeat(900) }))
    expect(remarksOf(many)).toHaveLength(200)
    expect(remarksOf(many)[0]?.words).toHaveLength(500)
  })
})
