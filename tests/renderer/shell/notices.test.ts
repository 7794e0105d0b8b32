import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startWords, words } from '../../../renderer/i18n/words.ts'
import { notices } from '../../../renderer/shell/notices.ts'

beforeEach(() => {
  vi.useFakeTimers()
  startWords('id')
})
afterEach(() => {
  notices.hide()
  notices.spoken.set('')
  vi.useRealTimers()
})

const shown = () => notices.shown.get()?.said(words.t)

describe('a notice', () => {
  it('follows the language of the screen', async () => {
    notices.say((t) => t('history.acts.personPut'), null)
    const indonesian = shown()
    await words.changeLanguage('en')
    expect([indonesian, shown()]).toEqual(['Orang disimpan', 'Person saved'])
  })
  it('is spoken once, in the language in which it was said', async () => {
    notices.say((t) => t('history.acts.personPut'), null)
    await words.changeLanguage('en')
    expect(notices.spoken.get()).toBe('Orang disimpan')
  })
  it('is gone after ten seconds', () => {
    notices.say((t) => t('shell.backupMade'), null)
    vi.advanceTimersByTime(9_999)
    expect(notices.shown.get()).not.toBeNull()
    vi.advanceTimersByTime(1)
    expect(notices.shown.get()).toBeNull()
  })
})
