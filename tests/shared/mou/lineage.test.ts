import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DraftId } from '../../../shared/ids.ts'
import { commonOrigin, kin, lineage, type LineageDraft, usualParent } from '../../../shared/mou/lineage.ts'

describe('the lineage of drafts', () => {
  it('puts each draft into the column of who tabled it, the newest first', () => {
    const { rows } = drawn(idn(1), khm(2, [1]), chair(3, [1, 2]))
    expect(rows.map(({ draftId, column }) => [number(draftId), column])).toEqual([
      [3, 'middle'],
      [2, 'other'],
      [1, 'own'],
    ])
  })
  it('leads from each draft to what it answers', () => {
    expect(ways(drawn(idn(1), khm(2, [1])))).toEqual(['2→1 row 0 lower', '2→1 row 1 upper'])
  })
  it('shows a counter-draft to an older draft as a branch past the newer one', () => {
    const drafts = [idn(1), idn(2, [1]), khm(3, [1])]
    const { rows, lanes } = drawn(...drafts)
    const past = rows[1]?.lines.filter(({ child, parent }) => number(child) === 3 && number(parent) === 1)
    expect(past?.map(({ from, to }) => [from, to])).toEqual([
      [lanes.other, lanes.other],
      [lanes.other, lanes.other],
    ])
    expect(rows[0]?.passedOver.map(number)).toEqual([2])
  })
  it('gives a line that cannot stay in a column a lane of its own', () => {
    const { rows, lanes } = drawn(idn(1), idn(2, [1]), khm(3, [2]), khm(4, [1]), khm(5, [3]))
    const lane = rows[2]?.lines.find(({ child }) => number(child) === 4)?.from ?? -1
    expect(Object.values(lanes)).not.toContain(lane)
  })
  it('is no branch where the newer draft is answered too', () =>
    expect(drawn(idn(1), idn(2, [1]), khm(3, [1, 2])).rows[0]?.passedOver).toEqual([]))
  it('is no branch where the newer draft is dated later', () => {
    const { rows } = drawn(idn(1), { ...idn(2, [1]), textDate: '2025-06-30' }, khm(3, [1]))
    expect(rows[0]?.passedOver).toEqual([])
  })
  it('knows two counter-drafts of one day', () => {
    const { rows } = drawn(idn(1), khm(2, [1]), { ...khm(3, [1]), textDate: '2025-05-02' })
    expect(rows.map(({ sameDay }) => sameDay.map(number))).toEqual([[2], [3], []])
  })
  it('says what answers a draft', () =>
    expect(drawn(idn(1), khm(2, [1]), khm(3, [1])).rows[2]?.answeredBy.map(number)).toEqual([2, 3]))
  it('goes on behind drafts that are filtered out', () => {
    const shown = lineage([idn(1), khm(2, [1]), idn(3, [2])], 'IDN', ({ tabledBy }) => tabledBy === 'IDN')
    expect(ways(shown)).toEqual(['3→1 row 0 lower', '3→1 row 1 upper'])
    expect(shown.rows.flatMap(({ lines }) => lines.map(({ isShortened }) => isShortened))).toEqual([
      true,
      true,
    ])
  })
  it('follows a draft to its origins and to all that came of it', () => {
    const drafts = [idn(1), khm(2, [1]), khm(3, [1]), idn(4, [2])]
    expect([...kin(drafts, id(2))].map(number).sort()).toEqual([1, 2, 4])
  })

  const edges = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 14 })
  const tablers = fc.array(fc.constantFrom('IDN', 'KHM', 'chair', 'both'), { minLength: 14, maxLength: 14 })
  it('draws each line whole from its draft to its parent, and no two of different drafts in one lane', () =>
    fc.assert(
      fc.property(edges, tablers, (parents, by) => {
        const drafts = parents.map((of, index) =>
          draft(
            index + 1,
            by[index] ?? 'IDN',
            index === 0 ? [] : [...new Set(of.map((n) => (n % index) + 1))],
          ),
        )
        const { rows } = lineage(drafts, 'IDN')
        for (const { id: child, parents } of drafts)
          for (const parent of parents) expectWhole(rows, child, parent)
        for (const { lines, lane, draftId } of rows)
          for (const { from, to, child, parent } of lines)
            if (from === lane || to === lane) expect([child, parent]).toContain(draftId)
      }),
    ))
})

describe('what two drafts both build on', () => {
  it('is the newest of their origins', () =>
    expect(commonOrigin([idn(1), khm(2, [1]), idn(3, [2]), khm(4, [2])], id(3), id(4))).toBe(id(2)))
  it('is one of them where the other answers it', () =>
    expect(commonOrigin([idn(1), khm(2, [1])], id(2), id(1))).toBe(id(1)))
  it('is nothing where they have none', () => expect(commonOrigin([idn(1), khm(2)], id(1), id(2))).toBeNull())
})

describe('what a new draft usually answers', () => {
  it('is the newest that another side tabled', () =>
    expect(usualParent([idn(1), khm(2, [1]), idn(3, [2])], 'KHM', 'en')).toBe(id(3)))
  it('is of its own language', () =>
    expect(usualParent([idn(1), { ...idn(2, [1]), language: 'id' }], 'KHM', 'en')).toBe(id(1)))
  it('is the newest of its own where nobody else tabled any', () =>
    expect(usualParent([idn(1), idn(2, [1])], 'IDN', 'en')).toBe(id(2)))
  it('is nothing where there is none', () => expect(usualParent([], 'KHM', 'en')).toBeNull())
})

function expectWhole(rows: ReturnType<typeof lineage>['rows'], child: DraftId, parent: DraftId): void {
  const from = rows.findIndex(({ draftId }) => draftId === child)
  const to = rows.findIndex(({ draftId }) => draftId === parent)
  let lane = rows[from]?.lane
  for (let row = from; row <= to; row++)
    for (const half of ['upper', 'lower'] as const) {
      if ((row === from && half === 'upper') || (row === to && half === 'lower')) continue
      const line = rows[row]?.lines.find(
        (one) => one.child === child && one.parent === parent && one.half === half,
      )
      expect(line?.from).toBe(lane)
      lane = line?.to
    }
  expect(lane).toBe(rows[to]?.lane)
}

const drawn = (...drafts: readonly LineageDraft[]) => lineage(drafts, 'IDN')
const ways = ({ rows }: ReturnType<typeof lineage>) =>
  rows.flatMap(({ lines }, row) =>
    lines.map(({ child, parent, half }) => `${number(child)}→${number(parent)} row ${row} ${half}`),
  )
const id = (number: number) => DraftId.parse(`01890000-0000-7000-8000-${String(number).padStart(12, '0')}`)
const number = (id: DraftId) => Number(id.slice(-12))

function draft(number: number, tabledBy: string, parents: readonly number[] = []): LineageDraft {
  const kind = tabledBy === 'IDN' ? 'ownDraft' : tabledBy === 'KHM' ? 'counterDraft' : 'consolidated'
  const textDate = `2025-05-${String(number).padStart(2, '0')}`
  return { id: id(number), number, kind, tabledBy, language: 'en', textDate, parents: parents.map(id) }
}
function idn(number: number, parents?: readonly number[]) {
  return draft(number, 'IDN', parents)
}
function khm(number: number, parents?: readonly number[]) {
  return draft(number, 'KHM', parents)
}
function chair(number: number, parents?: readonly number[]) {
  return draft(number, 'chair', parents)
}
