import { posix, win32 } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeFileName, safeFileName } from '../../shared/fileName.ts'

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom('.', ' ', '/', '\\', ':', 'a', '\u202e', '\u200b', '\ud800', 'é', 'ស', '\0'),
  }),
  fc.constantFrom('CON', 'con.txt', 'COM¹', 'lpt9.', '..', '.', ' ', '_CON', 'NUL .docx', 'x'.repeat(400)),
)

describe('safeFileName', () => {
  it('keeps a usual name', () =>
    expect(safeFileName('Notula Nusa Dua', '.docx')).toBe('Notula Nusa Dua.docx'))
  it('keeps Khmer', () => expect(safeFileName('កំណត់ហេតុ', '.docx')).toBe('កំណត់ហេតុ.docx'))
  it('names what has no name', () => expect(safeFileName(' .. ', '.pdf')).toBe('tanpa-judul.pdf'))
  it('hides no direction', () => expect(safeFileName('gnp\u202excod', '.docx')).toBe('gnpxcod.docx'))
  it('escapes device names', () => expect(safeFileName('com1', '.docx')).toBe('_com1.docx'))
  it('leads into no folder', () => expect(safeFileName('../../etc/passwd', '')).not.toContain('/'))

  it('is safe on every system, whatever was written (property, 20,000 names)', () =>
    fc.assert(
      fc.property(anything, fc.constantFrom('', '.docx', '.sepaham'), (words, extension) => {
        const name = safeFileName(words, extension)
        expect(name).toBe(name.normalize('NFC'))
        expect(name).not.toMatch(
          /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/,
        )
        expect(name).not.toMatch(/^[. ]|[. ]$/)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(150)
        expect(name.length).toBeGreaterThan(extension.length)
        expect(name.endsWith(extension)).toBe(true)
        expect(posix.basename(name)).toBe(name)
        expect(win32.basename(name)).toBe(name)
        expect(safeFileName(name, extension)).toBe(name)
      }),
      { numRuns: 20_000 },
    ))
})

describe('freeFileName', () => {
  it('takes the name itself where it is free', () =>
    expect(freeFileName('a.docx', () => false)).toBe('a.docx'))
  it('counts up from two', () =>
    expect(freeFileName('a.docx', (name) => ['a.docx', 'a (2).docx'].includes(name))).toBe('a (3).docx'))
})
