import { describe, expect, it } from 'vitest'
import { compareReducer, emptyDesk, shownItems } from '../../../../renderer/features/compare/compareState.ts'
import { numberItems } from '../../../../renderer/features/compare/numberedItems.ts'
import { compare, fixture } from '../../../shared/compare/support.ts'

const comparison = compare(fixture('mou-v1-idn-draft.en.txt'), fixture('mou-v2-khm-counterdraft.en.txt'))
const { items } = numberItems(comparison)
const silent = items.at(-3)

describe('what the other side did not mark', () => {
  it('is numbered first, whatever its layer, and the rest keeps its order', () => {
    const first = numberItems(comparison, silent?.changes.slice(0, 1) ?? []).items
    expect(first[0]?.id).toBe(silent?.id)
    expect(first.slice(1).map(({ id }) => id)).toEqual(
      items.filter(({ id }) => id !== silent?.id).map(({ id }) => id),
    )
    expect(first.map(({ unmarked }) => unmarked).slice(0, 2)).toEqual([1, 0])
  })
  it('is shown alone where that is asked for, until there are other texts', () => {
    const compared = compareReducer(emptyDesk, {
      ...{ kind: 'compared', comparison, unmarked: silent?.changes ?? [] },
    })
    const only = compareReducer(compared, { kind: 'onlyUnmarked', only: true })
    expect(shownItems(only)).toEqual([0])
    expect(compareReducer(only, { kind: 'swapped' }).filter.onlyUnmarked).toBe(false)
  })
  it('is not spoken of where nobody tracked changes', () => {
    expect(numberItems(comparison, null).isTracked).toBe(false)
    expect(numberItems(comparison, []).isTracked).toBe(true)
  })
})
