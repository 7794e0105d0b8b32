import { describe, expect, it } from 'vitest'
import type { AgendaItemId } from '../../../shared/ids.ts'
import { itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import { usualAgenda } from '../../../shared/meeting/usualAgenda.ts'

const day = 8 * 60
const reviewOf = (number: number) => usualAgenda(number, day).find(({ part }) => part === 'review')?.title

describe('usualAgenda', () => {
  it('opens and closes', () => {
    expect(usualAgenda(2, day).at(0)?.part).toBe('opening')
    expect(usualAgenda(2, day).at(-1)?.part).toBe('closing')
  })
  it('reviews nothing at the first meeting', () => expect(reviewOf(1)).toBeUndefined())
  it('reviews the meeting before, in both languages', () => {
    expect(reviewOf(2)).toEqual({
      en: 'Review of the follow-up of the First Meeting',
      id: 'Peninjauan tindak lanjut Pertemuan Pertama',
    })
    expect(reviewOf(22)).toEqual({
      en: 'Review of the follow-up of the Twenty-First Meeting',
      id: 'Peninjauan tindak lanjut Pertemuan Kedua Puluh Satu',
    })
  })
  it('fits a meeting of a morning, and plans no whole day for what nobody has named', () => {
    const planned = (minutes: number) =>
      usualAgenda(2, minutes).reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0)
    expect(planned(3 * 60)).toBe(3 * 60)
    expect(planned(day)).toBe(225)
    expect(planned(60)).toBe(165) // too short for what is usual: the agenda says by how much
  })
  it('has a title in both languages for every item', () => {
    for (const { title } of usualAgenda(3, day)) expect([title.en, title.id].every(Boolean)).toBe(true)
  })
})

describe('itemNumbers', () => {
  it('counts from 1, without the breaks', () => {
    const id = (name: string) => name as AgendaItemId
    const items = [
      { id: id('a'), part: 'opening' },
      { id: id('b'), part: 'break' },
      { id: id('c'), part: 'closing' },
    ] as const
    expect([...itemNumbers(items)]).toEqual([
      ['a', 1],
      ['c', 2],
    ])
  })
})
