import { describe, expect, it } from 'vitest'
import { type Readiness, type ReadinessFact, readyIn } from '../../../shared/meeting/home.ts'

const prepared: Readiness = {
  delegations: [
    { side: 'IDN', delegates: 6, hasHead: true },
    { side: 'KHM', delegates: 5, hasHead: true },
  ],
  agenda: { items: 8, isAdopted: false, plannedMinutes: 180, minutes: 210 },
  followUp: { open: 3, overdue: 0 },
  papers: { documents: 1, memoranda: 1, withoutText: 0 },
}
const missing = (over: Partial<Readiness>) => {
  const ready = readyIn({ ...prepared, ...over })
  return (Object.keys(ready) as ReadinessFact[]).filter((fact) => !ready[fact])
}

describe('a meeting is prepared', () => {
  it('when nothing of the four is missing; an agenda may still be a proposal', () =>
    expect(missing({})).toEqual([]))
  it('not while a delegation has no head', () =>
    expect(
      missing({ delegations: prepared.delegations.map((one, at) => ({ ...one, hasHead: at === 0 })) }),
    ).toEqual(['delegations']))
  it('not while nobody is named for a side', () =>
    expect(
      missing({
        delegations: [...prepared.delegations.slice(0, 1), { side: 'KHM', delegates: 0, hasHead: false }],
      }),
    ).toEqual(['delegations']))
  it('not while its agenda is empty, or longer than its time', () => {
    expect(missing({ agenda: { ...prepared.agenda, items: 0 } })).toEqual(['agenda'])
    expect(missing({ agenda: { ...prepared.agenda, plannedMinutes: 211 } })).toEqual(['agenda'])
    expect(missing({ agenda: { ...prepared.agenda, plannedMinutes: 210 } })).toEqual([])
  })
  it('not while something promised will be overdue on its day', () =>
    expect(missing({ followUp: { open: 3, overdue: 1 } })).toEqual(['followUp']))
  it('not without a paper, nor with a memorandum that has no text', () => {
    expect(missing({ papers: { documents: 0, memoranda: 0, withoutText: 0 } })).toEqual(['papers'])
    expect(missing({ papers: { documents: 4, memoranda: 2, withoutText: 1 } })).toEqual(['papers'])
  })
})
