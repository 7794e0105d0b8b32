import { describe, expect, it } from 'vitest'
import { cautionsOf } from '../../../../renderer/features/compare/cautions.ts'
import type { Slot } from '../../../../renderer/features/compare/compareState.ts'
import type { ComparedFile } from '../../../../shared/compare/comparedFile.ts'

const note = (words: string) => ({ kind: 'footnote' as const, words })
const lying = (file: Partial<ComparedFile>): Slot => ({
  state: 'ready',
  view: 'asProposed',
  file: { sha256: 'one', beside: [], unread: [], ...file } as unknown as ComparedFile,
})
const odd = (what: ComparedFile['unread'][number]['what'], part = 'word/document.xml') =>
  lying({ unread: [{ what, part, count: 1, samples: [] }] })
const record = { state: 'record' } as Slot

describe('what the changes of two files do not tell', () => {
  const other = lying({ sha256: 'other' })
  it('is that their notes differ', () => {
    const notes = (words: string) => lying({ sha256: words, beside: [note(words)] })
    expect(cautionsOf(notes('2015'), notes('2015; in force'))).toEqual(['compare.besideDiffers'])
    expect(cautionsOf(notes('2015'), lying({ beside: [note('2015')] }))).toEqual([])
    expect(cautionsOf(notes('2015'), record)).toEqual([])
  })
  it('is not how many pages a footer counts', () => {
    const pages = (words: string): Slot =>
      lying({
        sha256: words,
        beside: [{ kind: 'footer', words }],
        unread: [{ what: 'field', part: 'word/footer1.xml', count: 1, samples: ['NUMPAGES'] }],
      })
    expect(cautionsOf(pages('Page 1 of 9'), pages('Page 1 of 11'))).toEqual([])
    expect(cautionsOf(pages('Page 1 of 9'), pages('Draft, page 1 of 11'))).toEqual(['compare.besideDiffers'])
  })
  it('is that words were struck through by hand, or cannot be seen in Word', () => {
    expect(cautionsOf(other, odd('strikethrough'))).toEqual(['compare.struckWords'])
    expect(cautionsOf(odd('hiddenText'), record)).toEqual(['compare.hiddenWords'])
    expect(cautionsOf(other, odd('strikethrough', 'word/footer1.xml'))).toEqual([])
  })
  it('is nothing where both are one file', () =>
    expect(cautionsOf(odd('hiddenText'), odd('hiddenText'))).toEqual([]))
})
