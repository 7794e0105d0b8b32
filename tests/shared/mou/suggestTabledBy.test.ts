import { describe, expect, it } from 'vitest'
import { suggestTabledBy } from '../../../shared/mou/suggestTabledBy.ts'

const sides = [
  { side: 'IDN', names: ['Direktorat Jenderal Imigrasi', 'Ratna Widyastuti'] },
  { side: 'KHM', names: ['Ministry of Interior', 'Sok Dara'] },
]
const suggested = (...authors: readonly string[]) => suggestTabledBy(authors, sides)

describe('whose text a file is', () => {
  it('shows by the country of an author', () => expect(suggested('MoI Cambodia')).toBe('KHM'))
  it('shows by its code', () => expect(suggested('KHM')).toBe('KHM'))
  it('shows by its name in Indonesian', () => expect(suggested('Delegasi Kamboja')).toBe('KHM'))
  it('shows by a person, in any order and case', () => expect(suggested('SOK, DARA')).toBe('KHM'))
  it('shows by an agency', () => expect(suggested('Ministry of Interior – GDI')).toBe('KHM'))
  it('is open where nobody is known', () => expect(suggested('Author', '', 'User 1')).toBeNull())
  it('is open where authors of both worked in it', () =>
    expect(suggested('Sok Dara', 'Ratna Widyastuti')).toBeNull())
})
