import { describe, expect, it } from 'vitest'
import { saysSomething, undiscussed } from '../../../shared/meeting/closing.ts'
import { nusaDua } from '../../support/nusaDua.ts'

const { agenda } = nusaDua().dossier
const discussed = agenda.filter(({ part }) => part === 'discussion').map(({ id }) => id)
const [mou, repatriation] = discussed
const none = { agenda, decisions: [], actions: [] }
const idsOf = (items: ReturnType<typeof undiscussed>) => items.map(({ id }) => id)

describe('what closing a meeting asks about', () => {
  it('is every item of discussion without words, decision or action, and nothing that the record composes', () =>
    expect(idsOf(undiscussed(none, () => false))).toEqual(discussed))
  it('is no item in which somebody wrote', () =>
    expect(idsOf(undiscussed(none, (id) => id === mou))).toEqual([repatriation]))
  it('is no item with a decision or an action', () => {
    const itemId = mou ?? null
    expect(idsOf(undiscussed({ ...none, decisions: [{ itemId }] }, () => false))).toEqual([repatriation])
    expect(idsOf(undiscussed({ ...none, actions: [{ itemId }] }, () => false))).toEqual([repatriation])
  })
  it('is not less for what belongs to the meeting alone', () =>
    expect(idsOf(undiscussed({ ...none, decisions: [{ itemId: null }] }, () => false))).toEqual(discussed))
})

describe('a text', () => {
  const text = (...content: readonly unknown[]) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content }],
  })
  it.each([
    [false, 'where nothing was written', { type: 'doc', content: [{ type: 'paragraph' }] }],
    [false, 'of spaces alone', text({ type: 'text', text: ' \u00a0' })],
    [true, 'with a letter', text({ type: 'text', text: 'a' })],
    [true, 'that names a person only', text({ type: 'personRef', attrs: { recordId: 'x' } })],
    [false, 'that is not there', null],
  ])('says something: %s, %s', (says, _, doc) => expect(saysSomething(doc)).toBe(says))
})
