import { describe, expect, it } from 'vitest'
import { dueGroup } from '../../../shared/meeting/actionList.ts'

describe('how pressing a due date is', () => {
  const monday = '2025-06-02'
  it.each([
    [null, 'undated'],
    ['2025-06-01', 'overdue'],
    ['2025-06-02', 'thisWeek'],
    ['2025-06-08', 'thisWeek'],
    ['2025-06-09', 'later'],
  ])('%s on a Monday: %s', (due, group) => expect(dueGroup(due, monday)).toBe(group))
  it('has a week that ends on Sunday', () => {
    expect(dueGroup('2025-06-08', '2025-06-08')).toBe('thisWeek')
    expect(dueGroup('2025-06-09', '2025-06-08')).toBe('later')
  })
})
