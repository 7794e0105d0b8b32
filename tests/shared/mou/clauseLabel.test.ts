import { describe, expect, it } from 'vitest'
import { clauseLabel } from '../../../shared/mou/clauseLabel.ts'

describe('clauseLabel', () => {
  it('knows an article in English', () => expectArticle('Article 3', 'Article', '3'))
  it('keeps a number as typed', () => expectArticle('Article 7 bis', 'Article', '7 bis'))
  it('knows one in Indonesian', () => expectArticle('Pasal 3', 'Pasal', '3'))
  it('knows one in Khmer, digits too', () => expectArticle('មាត្រា ១០', 'មាត្រា', '១០'))
  it('knows one in Khmer without a space', () => expectArticle('មាត្រា១', 'មាត្រា', '១'))
  it('knows the paragraphs of a memorandum between participants', () =>
    expectArticle('PARAGRAPH 2', 'PARAGRAPH', '2'))
  it('knows Roman numerals', () => expectArticle('ARTICLE IV', 'ARTICLE', 'IV'))
  it('knows a heading on the same line', () =>
    expect(clauseLabel('Pasal 4: Pendanaan')).toMatchObject({ number: '4', joint: ': ' }))
  it('reads the colon of Khmer ahead of a heading', () =>
    expect(clauseLabel('មាត្រា ១ ៖ គោលបំណង')).toMatchObject({ number: '១', joint: ' ៖ ' }))
  it('does not take a sentence for an article', () =>
    expect(clauseLabel('Article 5 shall apply.')).toBeNull())

  it('knows a numbered paragraph', () => expectLabel('1. The Parties', '', '1', '. '))
  it('knows one in round brackets', () => expectLabel('(2) The Parties', '(', '2', ') '))
  it('knows one of the second level', () => expectLabel('3.1 The Meeting', '', '3.1', ' '))
  it('knows one in Khmer digits', () => expectLabel('១. ភាគី', '', '១', '. '))
  it('knows a letter', () => expectLabel('(a) prevention', '(', 'a', ') '))
  it('knows a letter as Indonesian instruments write it', () => expectLabel('a. pencegahan', '', 'a', '. '))
  it('knows small Roman numerals', () => expectLabel('(iv) joint training', '(', 'iv', ') '))
  it('keeps the tab behind a number', () => expectLabel('1.\tThe Parties', '', '1', '.\t'))
  it('takes no date for a number', () => expect(clauseLabel('19 May 2025')).toBeNull())
  it('takes no amount for a number', () => expect(clauseLabel('1.5 million people')).toBeNull())
  it('takes no time for a number', () => expect(clauseLabel('09.15 hrs')).toBeNull())
  it('takes no abbreviation for a letter', () => expect(clauseLabel('cf. Annex 2')).toBeNull())
  it('wants a bracket that opens to close', () => expect(clauseLabel('(1. The Parties')).toBeNull())
})

function expectArticle(line: string, word: string, number: string) {
  expect(clauseLabel(line)).toMatchObject({ type: 'article', word, number, length: line.length })
}

function expectLabel(line: string, before: string, number: string, after: string) {
  expect(clauseLabel(line)).toMatchObject({ before, number, after })
}
