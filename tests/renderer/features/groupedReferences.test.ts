import { describe, expect, it } from 'vitest'
import type { Reference } from '../../../shared/fault.ts'
import { groupedReferences } from '../../../renderer/ui/groupedReferences.ts'

const meetings = (count: number): readonly Reference[] =>
  Array.from({ length: count }, (_, at) => ({ what: 'meeting', name: `${at + 1}. Rapat`, on: '2025-05-19' }))

describe('what still refers to a thing', () => {
  it('is counted by kind, each kind where its first stands', () =>
    expect(
      groupedReferences([
        { what: 'text', name: 'Penutup', on: null },
        ...meetings(2),
        { what: 'text', name: 'Pembukaan', on: null },
      ]).map(({ what, count }) => [what, count]),
    ).toEqual([
      ['text', 2],
      ['meeting', 2],
    ]))
  it.each([
    [1, 1, 0],
    [5, 5, 0],
    [6, 6, 0], // one alone is not left unnamed
    [7, 5, 2],
    [999, 5, 994],
  ])('of %i names %i and counts %i more', (count, named, more) => {
    const [group] = groupedReferences(meetings(count))
    expect([group?.count, group?.named.length, group?.more]).toEqual([count, named, more])
  })
})
