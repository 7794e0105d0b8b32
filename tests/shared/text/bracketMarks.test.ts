import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bracketMarks } from '../../../shared/text/bracketMarks.ts'
import { fromPlainText } from '../../../shared/text/plainText.ts'
import { close, doc, ids, node, open, paragraph } from './support.ts'

const sides = ['IDN', 'KHM']

describe('bracketMarks', () => {
  it('marks each bad bracket of the fixture where it stands in the text', () => {
    const text = readFileSync(new URL('../../fixtures/brackets-bad.en.txt', import.meta.url), 'utf8')
    const parsed = fromPlainText(text, { lang: 'en', newId: ids(), sides }).doc
    const { marks, offers } = bracketMarks(parsed, { sides })
    const marked = marks.map(
      ({ diagnosis, ranges }) =>
        `${diagnosis.kind} ${ranges.map(({ from, to }) => parsed.textBetween(from, to, '/')).join(' … ')}`,
    )
    expect(marked).toEqual([
      'unclosed [',
      'unopened ]',
      'crossed [ … ]',
      'unknownSide shall',
      'empty ',
      'doubtful [A]',
      'doubtful [1]',
      'doubtful [t]',
      'doubtful [sic]',
      'fullWidth ［shall (IDN)］',
      'curly {shall}',
    ])
    expect(offers).toEqual([])
  })
  it('offers to take a typed bracket for one', () => {
    const typed = doc(paragraph('x'), node('numberedParagraph', { number: '2' }, 'They [shall (IDN)] meet.'))
    const [offer] = bracketMarks(typed, { sides }).offers
    expect(offer?.span).toMatchObject({ sides: ['IDN'], state: 'open', kind: 'addition' })
    expect(typed.textBetween(offer?.range.from ?? 0, offer?.range.to ?? 0)).toBe('[shall (IDN)]')
    expect(typed.textBetween(offer?.words.from ?? 0, offer?.words.to ?? 0)).toBe('shall')
  })
  it('offers one that was typed inside a bracket of the schema, and not that one again', () => {
    const typed = doc(paragraph(open('b'), 'shall [soon] meet', close('b')))
    const { offers, marks } = bracketMarks(typed, { sides })
    expect(offers.map(({ range }) => typed.textBetween(range.from, range.to))).toEqual(['[soon]'])
    expect(marks).toEqual([])
  })
  it('has nothing to say of a clean text', () =>
    expect(bracketMarks(doc(paragraph('They meet.')), { sides })).toEqual({ marks: [], offers: [] }))
})
