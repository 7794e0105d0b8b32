import { describe, expect, it } from 'vitest'
import type { Change, Item } from '../../../shared/compare/comparison.ts'
import { fixture, compare, itemsIn, placeOf } from './support.ts'

// The oracle is tests/fixtures/expected-changes-v1-v2.md; C1 to S6 are its items.
const draft = fixture('mou-v1-idn-draft.en.txt')
const counterDraft = fixture('mou-v2-khm-counterdraft.en.txt')
const comparison = compare(draft, counterDraft)
const changeOf = new Map(comparison.changes.map((change) => [change.id, change]))
const changesOf = (item: Item) =>
  item.changes.map((id) => changeOf.get(id)).filter((change) => change !== undefined)
const places = (item: Item) => changesOf(item).map(placeOf)
const words = ({ wordsBefore, wordsAfter }: Change) => [wordsBefore.trim(), wordsAfter.trim()]

/** What a reviewer reads of an item that is one change. */
const single = (item: Item) => {
  const [change, ...more] = changesOf(item)
  if (!change || more.length > 0) throw new Error('The item is not one change')
  const [before, after] = words(change)
  return [change.kind, placeOf(change), before, after]
}

describe('draft of Indonesia against counter-draft of Cambodia', () => {
  it('is exactly fifteen items', () =>
    expect(comparison.items.map(({ layer }) => layer)).toEqual([
      ...['substance', 'substance', 'substance', 'substance', 'substance', 'substance'],
      ...['moved', 'renumbering', 'renumbering', 'systematic', 'systematic', 'systematic'],
      ...['alternat', 'typographic', 'cover'],
    ]))

  it('is compared by clause and says so', () => expect(comparison.by).toBe('clause'))

  it('has six items of substance: C1, C2, C3, C5, C7, C9', () =>
    expect(itemsIn(comparison, 'substance').map(single)).toEqual([
      ['insertion', 'Article 2 (b)', '', 'illegal'],
      ['replacement', 'Article 3 (2)', 'fourteen (14)', 'thirty (30)'],
      [
        'deletion',
        'Article 3 (3) → –',
        '3. The Parties shall facilitate the posting of an Immigration Attaché at the Embassy of the Republic of ' +
          'Indonesia in Phnom Penh.',
        '',
      ],
      ['insertion', 'Article 5 → Article 6', '', 'endeavour to'],
      [
        'insertion',
        '– → Article 8',
        '',
        'Article 8\nProtection of Personal Data\nPersonal data will be processed only for the purposes of this ' +
          'Memorandum of Understanding and in accordance with the laws of the receiving Participant.',
      ],
      ['replacement', 'Article 10 (2) → Article 11 (2)', 'five (5)', 'three (3)'],
    ]))

  it('moves Confidentiality and nothing else; inside are only S1 and S2: C4', () => {
    const moved = itemsIn(comparison, 'moved')
    expect(moved.map(places)).toEqual([['Article 7 → Article 5']])
    const inside = comparison.changes.filter(({ insideMove }) => insideMove === moved[0]?.changes[0])
    expect(inside.map((change) => [change.layer, ...words(change)].join(' '))).toEqual([
      'systematic Party Participant',
      'systematic shall will',
      'systematic Party Participant',
      'systematic shall will',
      'systematic Party Participant',
      'systematic shall will',
    ])
  })

  it('renumbers Repatriation and Funding for the move, the last three for the new article: C6, C8', () =>
    expect(itemsIn(comparison, 'renumbering').map(places)).toEqual([
      ['Article 5 → Article 6', 'Article 6 → Article 7'],
      ['Article 8 → Article 9', 'Article 9 → Article 10', 'Article 10 → Article 11'],
    ]))

  it('replaces Party by Participant, shall by will, force by effect throughout: S1, S2, S5', () => {
    expect(itemsIn(comparison, 'systematic').map(({ forms, exceptions }) => ({ forms, exceptions }))).toEqual(
      [
        {
          forms: [
            { before: 'Party', after: 'Participant', count: 9 },
            { before: 'Parties', after: 'Participants', count: 8 },
          ],
          exceptions: [],
        },
        { forms: [{ before: 'shall', after: 'will', count: 15 }], exceptions: [] },
        {
          forms: [
            { before: 'force', after: 'effect', count: 2 },
            { before: 'Force', after: 'Effect', count: 1 },
            { before: 'enter', after: 'come', count: 1 },
          ],
          exceptions: [],
        },
      ],
    )
    const [parties, binding, effect] = itemsIn(comparison, 'systematic')
    expect(parties && places(parties)).toEqual([
      'opening',
      'opening',
      'Article 1',
      ...[
        'Article 2',
        'Article 2 (c)',
        'Article 2 (e)',
        'Article 3 (1) (b)',
        'Article 3 (2)',
        'Article 4 (1)',
      ],
      ...['Article 7 (1) → Article 5 (1)', 'Article 7 (1) → Article 5 (1)', 'Article 7 (2) → Article 5 (2)'],
      ...[
        'Article 5 → Article 6',
        'Article 6 → Article 7',
        'Article 8 → Article 9',
        'Article 9 → Article 10',
      ],
      'Article 10 (3) → Article 11 (3)',
    ])
    expect(binding && places(binding)).toEqual([
      ...['Article 2', 'Article 3 (1)', 'Article 3 (2)', 'Article 4 (1)', 'Article 4 (2)'],
      ...['Article 7 (1) → Article 5 (1)', 'Article 7 (2) → Article 5 (2)', 'Article 7 (3) → Article 5 (3)'],
      ...['Article 5 → Article 6', 'Article 6 → Article 7', 'Article 8 → Article 9'],
      ...[
        'Article 10 (1) → Article 11 (1)',
        'Article 10 (2) → Article 11 (2)',
        'Article 10 (4) → Article 11 (4)',
      ],
      'testimonium',
    ])
    expect(effect && places(effect)).toEqual([
      'Article 10 → Article 11',
      ...[
        'Article 10 (1) → Article 11 (1)',
        'Article 10 (1) → Article 11 (1)',
        'Article 10 (2) → Article 11 (2)',
      ],
    ])
  })

  it('reverses the order of the two countries in five places: S3', () =>
    expect(itemsIn(comparison, 'alternat').map(places)).toEqual([
      ['title', 'opening', 'Article 4 (2)', 'testimonium', 'signatures'],
    ]))

  it('curls the quotes: S4', () =>
    expect(itemsIn(comparison, 'typographic').map(({ forms }) => forms)).toEqual([
      [
        { before: '"', after: '“', count: 2 },
        { before: '"', after: '”', count: 2 },
      ],
    ]))

  it('says on the cover whose draft it is and as of when: S6', () =>
    expect(itemsIn(comparison, 'cover').map((item) => changesOf(item).map(words))).toEqual([
      [
        ['DRAFT OF INDONESIA', 'COUNTER-DRAFT OF CAMBODIA'],
        ['10 March', '28 April'],
      ],
    ]))

  it('counts what it lists', () =>
    expect(comparison.counts).toMatchObject({
      substance: { items: 6, changes: 6 },
      moved: { items: 1, changes: 1 },
      renumbering: { items: 2, changes: 5 },
      systematic: { items: 3, changes: 36 },
      alternat: { items: 1, changes: 5 },
      typographic: { items: 1, changes: 4 },
      formatting: { items: 0, changes: 0 },
      brackets: { items: 0, changes: 0 },
      cover: { items: 1, changes: 2 },
    }))

  it('says what became of each article', () =>
    expect(
      comparison.clauses
        .filter(({ type }) => type === 'article')
        .map(
          ({ status, isRenumbered, heading }) => `${heading}: ${status}${isRenumbered ? ', renumbered' : ''}`,
        ),
    ).toEqual(
      [
        'Objective: changed',
        'Scope of Cooperation: changed',
        'Forms of Cooperation: changed',
        'Joint Working Group: changed',
        'Confidentiality: movedAndChanged',
        'Repatriation of Victims: changed, renumbered',
        'Funding: changed, renumbered',
        'Confidentiality: moved',
        'Protection of Personal Data: new',
        'Settlement of Disputes: changed, renumbered',
        'Amendment: changed, renumbered',
        'Entry into Effect, Duration and Termination: changed, renumbered',
      ].filter((line) => line !== 'Confidentiality: moved'),
    ))
})
