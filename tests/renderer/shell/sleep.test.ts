import { describe, expect, it } from 'vitest'
import { hasSlept } from '../../../renderer/shell/sleep.ts'

const seconds = (wall: number, steady: number) => ({ wall: wall * 1_000, steady: steady * 1_000 })
const start = seconds(0, 0)

describe('a computer', () => {
  it('has not slept where both clocks went on alike', () =>
    expect(hasSlept(start, seconds(5, 5), true)).toBe(false))
  it('has slept where the steady clock stood still', () =>
    expect(hasSlept(start, seconds(600, 5), false)).toBe(true))
  it('has slept where the timer of a page that is shown came much too late', () =>
    expect(hasSlept(start, seconds(600, 600), true)).toBe(true))
  it('has not slept where a browser held back the timer of a hidden page', () =>
    expect(hasSlept(start, seconds(600, 600), false)).toBe(false))
  it('has not slept where a time service set the clock, forward or back', () => {
    expect(hasSlept(start, seconds(20, 5), true)).toBe(false)
    expect(hasSlept(start, seconds(-3_600, 5), true)).toBe(false)
  })
})
