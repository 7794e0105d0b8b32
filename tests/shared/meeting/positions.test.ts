import { describe, expect, it } from 'vitest'
import { plain } from '../../../shared/meeting/runs.ts'
import { positionLead } from '../../../shared/meeting/positions.ts'
import { writtenPieces } from '../../../shared/meeting/writtenPieces.ts'
import { doc, paragraph } from '../../support/nusaDua.ts'

describe('a position', () => {
  it('says whose it is', () => {
    expect(positionLead('IDN', null, 'Repatriation takes too long.', 'en')).toBe('The Indonesian side: ')
    expect(positionLead('KHM', null, 'Pemulangan memakan waktu.', 'id')).toBe('Pihak Kamboja: ')
    expect(positionLead('chair', null, 'Sidang ditunda.', 'id')).toBe('Ketua Bersama: ')
    expect(positionLead('XYZ', null, 'Yes.', 'en')).toBe('The XYZ side: ')
  })
  it('says it once for paragraphs that follow each other', () =>
    expect(positionLead('IDN', 'IDN', 'And it costs too much.', 'en')).toBe(''))
  it('does not say what the paragraph says itself', () => {
    expect(positionLead('IDN', null, 'Pihak Indonesia menyampaikan bahwa …', 'id')).toBe('')
    expect(positionLead('KHM', null, 'The Cambodian delegation stated that …', 'en')).toBe('')
  })
  it('of nobody, and of no words, needs none', () => {
    expect(positionLead(null, 'IDN', 'Both agreed.', 'en')).toBe('')
    expect(positionLead('IDN', null, ' ', 'en')).toBe('')
  })
})

describe('positions on paper', () => {
  it('begin with the side, again after another side and after a decision', () => {
    const read = writtenPieces(
      doc([
        of('IDN', 'It takes long.'),
        of('IDN', 'It costs much.'),
        of('KHM', 'It does not.'),
        { type: 'decisionRef', attrs: { recordId: 'd' } },
        of('KHM', 'It is noted.'),
        paragraph('The matter was closed.'),
        of('KHM', 'Cambodia thanked all.'),
      ]),
      'en',
      { figure: () => [], person: () => [], decision: () => [], action: () => [] },
    ).pieces
    expect(read.map((piece) => ('runs' in piece ? plain(piece.runs) : piece.kind))).toEqual([
      'The Indonesian side: It takes long.',
      'It costs much.',
      'The Cambodian side: It does not.',
      'decision',
      'The Cambodian side: It is noted.',
      'The matter was closed.',
      'Cambodia thanked all.',
    ])
  })
  it('name the article that a draft had when it was written', () => {
    const article = { type: 'articleRef', attrs: { mouId: 'm', target: 'b', words: 'Article 4 (2)' } }
    const [piece] = writtenPieces(doc([paragraph('As in ', article, '.')]), 'en', {
      figure: () => [],
      person: () => [],
      decision: () => [],
      action: () => [],
    }).pieces
    expect(piece).toEqual({ kind: 'paragraph', runs: [{ text: 'As in Article 4 (2).' }] })
  })
})

function of(side: string, words: string) {
  return { ...(paragraph(words) as object), attrs: { side } }
}
