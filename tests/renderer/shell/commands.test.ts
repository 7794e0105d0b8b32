import { describe, expect, it } from 'vitest'
import { type KeyPress, pressed, writtenKeys } from '../../../renderer/shell/commands.ts'

const press = (key: string, held = '', code = ''): KeyPress => ({
  key,
  code,
  ctrlKey: held.includes('Ctrl'),
  metaKey: held.includes('Meta'),
  altKey: held.includes('Alt'),
  shiftKey: held.includes('Shift'),
})

describe('keys', () => {
  it('are those that were named, with what is held', () => {
    expect(pressed('Ctrl+K', press('k', 'Ctrl'))).toBe(true)
    expect(pressed('Ctrl+K', press('k'))).toBe(false)
    expect(pressed('Ctrl+K', press('K', 'Ctrl Shift'))).toBe(false)
    expect(pressed('Ctrl+Shift+L', press('L', 'Ctrl Shift'))).toBe(true)
    expect(pressed('F12', press('F12', 'Shift'))).toBe(false)
  })
  it('may be Cmd for Ctrl', () => expect(pressed('Ctrl+K', press('k', 'Meta'))).toBe(true))
  it('know a sign by itself, whatever makes it on this keyboard', () => {
    expect(pressed('?', press('?', 'Shift'))).toBe(true)
    expect(pressed('Ctrl+\\', press('\\', 'Ctrl'))).toBe(true)
  })
  it('know a letter by its place where the layout is Khmer', () =>
    expect(pressed('Ctrl+K', press('ក', 'Ctrl', 'KeyK'))).toBe(true))
  it('are written as they stand on the keyboard', () =>
    expect(writtenKeys('Alt+Shift+ArrowUp')).toBe('Alt Shift ↑'))
})
