import { describe, expect, it } from 'vitest'
import { Projection, projectedItem } from '../../../shared/meeting/projection.ts'
import { projectionOf } from '../../../shared/meeting/projectMinutes.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { canary, withCanaries } from '../../support/canaries.ts'
import { nusaDua, type RecordOfMeeting } from '../../support/nusaDua.ts'

describe('minutes on the wall', () => {
  it('hold nothing internal, whatever the internal fields hold', () => {
    for (const language of ['en', 'id'] as const) {
      const shown = JSON.stringify(projected(withNotedBrackets(withCanaries(nusaDua())), language))
      expect(shown).not.toContain(canary)
    }
  })
  it('are what the contract promises', () =>
    expect(Projection.safeParse(projected(nusaDua())).error).toBeUndefined())
  it('have every item of the agenda, breaks included, with what its minutes say', () => {
    const { items } = projected(nusaDua())
    expect(items).toHaveLength(nusaDua().dossier.agenda.length)
    expect(items.filter(({ number }) => number !== null).every(({ blocks }) => blocks.length > 0)).toBe(true)
    expect(items.filter(({ number }) => number === null).every(({ blocks }) => blocks.length === 0)).toBe(
      true,
    )
  })
  it('mark the places of decisions with their numbers and outcomes', () => {
    const records = projected(nusaDua()).items.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'paragraph' && block.record ? [block.record] : [])),
    )
    const { decisions } = nusaDua().dossier
    expect(records.filter(({ kind }) => kind === 'decision').map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining(decisions.map(({ outcome }) => outcome)),
    )
  })

  it('leave the heading of a group of items to what it stands above', () => {
    const record = nusaDua()
    const [first, ...rest] = record.dossier.agenda
    if (!first) throw new Error('no agenda')
    const id = '01900000-0000-7000-8000-00000000aaaa' as typeof first.id
    const heading = { ...first, id, part: 'section' as const, title: { en: 'Substance' } }
    const grouped = { ...record, dossier: { ...record.dossier, agenda: [first, heading, ...rest] } }
    const blocksOf = (of: RecordOfMeeting) =>
      projected(of).items.flatMap(({ id: itemId, blocks }) => (itemId === id ? [] : [blocks]))
    expect(blocksOf(grouped)).toEqual(blocksOf(record))
  })
})

describe('the item on the wall', () => {
  const projection = projected(nusaDua())
  const [first, second] = projection.items
  it('is the one that is worked on', () =>
    expect(projectedItem({ ...projection, shown: second?.id ?? null }, first?.starts ?? 0)).toBe(second))
  it('else the one that is planned for now', () =>
    expect(projectedItem(projection, second?.starts ?? 0)).toBe(second))
  it('else the first', () => {
    expect(projectedItem(projection, null)).toBe(first)
    expect(projectedItem(projection, 0)).toBe(first)
    expect(projectedItem({ ...projection, items: [] }, null)).toBeNull()
  })
  it('is none of another meeting', () => {
    const { dossier, docs } = nusaDua()
    const other = '01900000-0000-7000-8000-0000000fffff' as (typeof dossier.agenda)[number]['id']
    expect(projectionOf(dossier, docs, 'en', other).shown).toBeNull()
  })
})

function projected({ dossier, docs }: RecordOfMeeting, language: ComposedLanguage = 'en') {
  return projectionOf(dossier, docs, language, null)
}

/** What is said about a bracket is no wording, and stays in the house. */
function withNotedBrackets(record: RecordOfMeeting): RecordOfMeeting {
  const bracketed = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'bracketOpen', attrs: { bracketId: 'b', note: `${canary} note`, since: canary } },
          { type: 'text', text: 'promptly' },
          { type: 'bracketClose', attrs: { bracketId: 'b' } },
        ],
      },
    ],
  }
  return { ...record, docs: new Map([...record.docs.keys()].map((id) => [id, bracketed])) }
}
