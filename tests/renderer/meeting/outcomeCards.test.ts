import { describe, expect, it } from 'vitest'
import { outcomeCards } from '../../../renderer/features/meeting/outcomeCards.ts'
import { startWords, words } from '../../../renderer/i18n/words.ts'
import { AgendaItemId, MeetingId } from '../../../shared/ids.ts'
import type { NamedOutcome } from '../../../shared/meeting/namedOutcome.ts'

startWords('id')
const t = words.getFixedT('en')
const id = '01900000-0000-7000-8000-000000000001'
const action: NamedOutcome = {
  ...{ of: 'action', id, number: '2/2025/3', words: { en: 'send the list' }, state: 'open' },
  ...{ meetingId: MeetingId.parse(id), itemId: AgendaItemId.parse(id) },
}
const key = `outcome:action:${id}`
const cardOf = (named: readonly NamedOutcome[]) =>
  outcomeCards([key], named, 'en', t, () => undefined).get(key)

describe('an action that is named in a text', () => {
  it('says what it is, by its number', () =>
    expect(cardOf([action])).toMatchObject({ heading: 'Action 2/2025/3: send the list', words: '2/2025/3' }))
  it('is not flagged while it is open or done', () =>
    expect([action, { ...action, state: 'done' as const }].map((one) => cardOf([one])?.warning)).toEqual([
      undefined,
      undefined,
    ]))
  it('is flagged when it is withdrawn, and leads to it still', () => {
    const card = cardOf([{ ...action, state: 'withdrawn' }])
    expect(card?.warning).toBe('This action is withdrawn.')
    expect(card?.follow).toBeDefined()
  })
  it('is flagged when it is removed, or a decision has its id', () => {
    for (const named of [[], [{ ...action, of: 'decision' as const }]]) {
      expect(cardOf(named)).toMatchObject({ warning: 'This action is removed.', words: '' })
      expect(cardOf(named)?.follow).toBeUndefined()
    }
  })
})
