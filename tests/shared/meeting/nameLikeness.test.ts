import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../../shared/fold.ts'
import { createLikenessIndex, likenessOf, splitAddress } from '../../../shared/meeting/nameLikeness.ts'

const name = fc
  .array(fc.string({ unit: fc.constantFrom(...'abdekorsuÉĐ-.'), minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(' '))
const hasLetters = (written: string) => /\p{L}/u.test(written)

describe('two names', () => {
  it.each([
    ['Sok Dara', 'SOK-DARA'],
    ['Sok Dara', 'Sokdara'],
    ['Sok Dara', 'Dara Sok'],
    ['H.E. General Sok Dara', 'Sok Dara'],
    ['Ratna Lestari, S.H., M.H.', 'Dr. Ratna Lestari'],
    ['Đặng Thị Hồng', 'Dang Thi Hong'],
    ['ឯកឧត្តម សុខ ដារ៉ា', 'សុខ ដារ៉ា'],
  ])('are the same however they are written: %s, %s', (one, other) =>
    expect(likenessOf(one, other)).toBe('same'),
  )
  it.each([
    ['Chan Sophea', 'Chan Sophia'],
    ['Bagus Prasetya', 'Bagus Prasetyo'],
    ['Lim Rithy', 'Lim Rity'],
    ['Keo Vannak', 'Keo Vanank'],
    ['Santo', 'Santos'],
  ])('are near with one letter between them: %s, %s', (one, other) =>
    expect(likenessOf(one, other)).toBe('near'),
  )
  it.each([
    ['Budi', 'Rudi'],
    ['Sok Dara', 'Sok Darith'],
    ['Pol Sarin', 'Sarin'], // a name, not a rank
    ['A. Wirawan', 'B. Wirawan, Jakarta'],
    ['Peserta 1', 'Peserta 2'], // counted, not misspelt
    ['—', '-'],
  ])('are not alike: %s, %s', (one, other) => expect(likenessOf(one, other)).toBeNull())
  it('are alike whichever is asked about', () =>
    fc.assert(fc.property(name, name, (one, other) => likenessOf(one, other) === likenessOf(other, one))))
  it('are the same where they are equal after folding', () =>
    fc.assert(
      fc.property(name.filter(hasLetters), (one) => {
        expect(likenessOf(one, fold(one))).toBe('same')
        expect(likenessOf(one, one.toUpperCase())).toBe('same')
      }),
    ))
  it('are near after one letter was typed wrongly', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abdekorsu'), minLength: 6, maxLength: 12 }),
        fc.nat(),
        (one, place) => {
          const at = place % one.length
          expect(likenessOf(one, `${one.slice(0, at)}x${one.slice(at + 1)}`)).not.toBeNull()
          expect(likenessOf(one, `${one.slice(0, at)}x${one.slice(at)}`)).not.toBeNull()
        },
      ),
    ))
})

describe('the index', () => {
  it('finds just those that are alike', () =>
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), name, (names, asked) => {
        const found = createLikenessIndex(names, (one) => [one]).like(asked)
        const alike = names.filter((one) => likenessOf(asked, one) !== null)
        expect(found.map(({ thing }) => thing).toSorted()).toEqual(alike.toSorted())
        for (const { thing, likeness } of found) expect(likenessOf(thing, asked)).toBe(likeness)
      }),
    ))
})

describe('a form of address', () => {
  it.each([
    ['H.E. General Sok Dara', 'H.E. General', 'Sok Dara'],
    ['Mr. A. Wirawan', 'Mr.', 'A. Wirawan'],
    ['Santoso', '', 'Santoso'],
    ['Dr.', '', 'Dr.'],
  ])('is parted from the name: %s', (written, honorific, name) =>
    expect(splitAddress(written)).toEqual({ honorific, name }),
  )
})
