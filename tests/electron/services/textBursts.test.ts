import { describe, expect, it } from 'vitest'
import { burstsOf } from '../../../electron/services/textBursts.ts'
import type { TextSave } from '../../../electron/store/textRepository.ts'

const save = (revision: number, time: string, officer = 'Ratna'): TextSave => ({
  revision,
  savedAt: `2025-05-19T${time}.000Z`,
  officer,
})

describe('what was saved of a text', () => {
  it('is one row a minute, with its last state', () =>
    expect(rows([save(3, '07:41:00'), save(2, '07:40:59'), save(1, '07:40:01')])).toEqual(['3 (1)', '2 (2)']))
  it('is told apart by who saved it', () =>
    expect(rows([save(2, '07:40:59', 'Sokha'), save(1, '07:40:01')])).toEqual(['2 (1)', '1 (1)']))
  it('goes on on the next page where a minute is whole', () => {
    const saves = [save(9, '07:41:00'), save(8, '07:40:59'), save(7, '07:40:58')]
    expect(burstsOf(saves, 3)).toMatchObject({ rows: [{ revision: 9 }], next: '9' })
  })
  it('cuts a minute that fills a page by itself', () =>
    expect(burstsOf([save(9, '07:41:02'), save(8, '07:41:01')], 2)).toMatchObject({
      rows: [{ revision: 9, saves: 2 }],
      next: '8',
    }))
  it('is nothing before the first save', () => expect(burstsOf([], 3)).toEqual({ rows: [], next: null }))
})

function rows(saves: readonly TextSave[]): readonly string[] {
  return burstsOf(saves, 100).rows.map(({ revision, saves }) => `${revision} (${saves})`)
}
