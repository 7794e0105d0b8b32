import { describe, expect, it } from 'vitest'
import { typable } from '../../../renderer/ui/typable.ts'
import { filledLine, lines } from '../../../shared/values.ts'

describe('typable', () => {
  it('leaves out the control characters that other programs put on the clipboard', () =>
    expect(typable('Silmy\u0007\u0000 Karim\u009f', false)).toBe('Silmy Karim'))
  it('makes one line of cells of a spreadsheet', () =>
    expect(typable('Sok\tDara\r\n', false)).toBe('Sok Dara '))
  it('keeps lines and tabs where there are lines', () =>
    expect(typable('a\tb\nc\u000b', true)).toBe('a\tb\nc'))
  it('keeps the zero-width space of Khmer and emoji', () => {
    for (const text of ['សុខ\u200bដារ៉ា', '👨‍👩‍👧 ok']) expect(typable(text, false)).toBe(text)
  })
  it('leaves nothing that the record refuses', () => {
    const all = 'a' + Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).join('')
    expect(filledLine(500).safeParse(typable(all, false)).success).toBe(true)
    expect(lines(500).safeParse(typable(all, true)).success).toBe(true)
  })
})
