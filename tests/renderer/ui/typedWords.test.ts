import { describe, expect, it } from 'vitest'
import { createTypedWords } from '../../../renderer/ui/typedWords.ts'

describe('what was typed in a layer', () => {
  it('would be lost once a field holds other words than it had', () => {
    const { typed, field } = cameTo('Bali')
    field.value = 'Nusa Dua'
    expect(typed.wouldBeLost()).toBe(true)
  })
  it('is nothing where no field was changed, or was changed back', () => {
    const { typed, field } = cameTo('Bali')
    expect(typed.wouldBeLost()).toBe(false)
    field.value = 'Nusa Dua'
    typed.cameTo(field)
    field.value = 'Bali'
    expect(typed.wouldBeLost()).toBe(false)
  })
  it('is gone with a field that is not there any more', () => {
    const { typed, field } = cameTo('')
    field.value = 'Nusa Dua'
    field.isConnected = false
    expect(typed.wouldBeLost()).toBe(false)
  })
  it('takes buttons for no fields', () => {
    const typed = createTypedWords()
    const button = Object.assign(new EventTarget(), { value: 'a', isConnected: true })
    typed.cameTo(button)
    button.value = 'b'
    expect(typed.wouldBeLost()).toBe(false)
  })
})

function cameTo(value: string) {
  const typed = createTypedWords()
  const field = Object.assign(new EventTarget(), { value, isConnected: true, selectionStart: 0 })
  typed.cameTo(field)
  return { typed, field }
}
