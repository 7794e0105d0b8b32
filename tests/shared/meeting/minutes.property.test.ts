import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeMinutes } from '../../../shared/meeting/composeMinutes.ts'
import { isNumbered } from '../../../shared/meeting/itemNumbers.ts'
import { ItemEnd, MeetingDossier, type ItemPart } from '../../../shared/meeting/meeting.ts'
import { MinutesPreview } from '../../../shared/meeting/minutesDocument.ts'
import { minutesHtml } from '../../../shared/meeting/minutesHtml.ts'
import { minutesText } from '../../../shared/meeting/minutesText.ts'
import type { Wording } from '../../../shared/values.ts'
import { canary, withCanaries } from '../../support/canaries.ts'
import {
  delegate,
  doc,
  ids,
  nusaDua,
  paragraph,
  type RecordOfMeeting,
  testId,
} from '../../support/nusaDua.ts'

describe('minutes of any meeting', () => {
  it('say every decision that a text places, and nothing internal', () =>
    fc.assert(
      fc.property(meetings, original, ({ record, decided }, { language, keptBy }) => {
        const preview = composeMinutes({ ...record, language, keptBy, sample: false, auditHead: null })
        const text = minutesText(preview.document)
        for (const wording of decided)
          expect(text).toContain((wording[language] || wording.en || wording.id || wording.km)?.trim())
        expect(text).not.toContain(canary)
        expect(JSON.stringify(preview.document)).not.toContain(canary)
        expect(minutesHtml(preview.document, { draft: true, fonts: [] })).not.toContain(canary)
      }),
    ))
  it('are whole blocks, and the same for the same record', () =>
    fc.assert(
      fc.property(meetings, original, ({ record }, how) => {
        const preview = composeMinutes({ ...record, ...how, sample: true, auditHead: null })
        expect(MinutesPreview.parse(preview)).toEqual(preview)
        expect(composeMinutes({ ...record, ...how, sample: true, auditHead: null })).toEqual(preview)
      }),
    ))
  it('number sections from 1, and their paragraphs where there are two or more', () =>
    fc.assert(
      fc.property(meetings, original, ({ record }, how) => {
        const { blocks } = composeMinutes({ ...record, ...how, sample: true, auditHead: null }).document
        const end = blocks.findIndex(({ kind }) => kind === 'signatures')
        let section = 0
        let numbers: (string | null)[] = []
        const close = () =>
          expect(numbers).toEqual(
            numbers.length === 1 ? [null] : numbers.map((_, index) => `${section}.${index + 1}`),
          )
        for (const block of blocks.slice(0, end)) {
          if (block.kind === 'paragraph') numbers.push(block.number)
          if (block.kind !== 'heading') continue
          close()
          numbers = []
          expect(block.number).toBe(++section)
        }
        close()
      }),
    ))
  it('differ between both originals in their order only', () =>
    fc.assert(
      fc.property(meetings, ({ record }) => {
        const blocks = (keptBy: string) =>
          composeMinutes({ ...record, language: 'en', keptBy, sample: true, auditHead: null })
            .document.blocks.map((block) =>
              JSON.stringify(block)
                .match(/[\p{L}\p{M}\p{N}]+/gu)
                ?.toSorted()
                .join(' '),
            )
            .toSorted()
        expect(blocks('KHM')).toEqual(blocks('IDN'))
      }),
    ))
})

const words = fc
  .string({ unit: fc.constantFrom(...'abcdefg ABC 123 [](),;:&<>"\'éក្រមសេ១'), minLength: 1, maxLength: 40 })
  .map((text) => text.trim() || 'words')
const wording: fc.Arbitrary<Wording> = fc
  .record({ en: words, id: words, km: words }, { requiredKeys: [] })
  .map((some) => (Object.keys(some).length > 0 ? some : { en: 'words' }))
const date = fc
  .integer({ min: 0, max: 3_000 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10))
const parts: readonly ItemPart[] = [
  ...(['opening', 'adoption', 'review', 'discussion', 'actions', 'nextMeeting', 'closing', 'break'] as const),
  'section',
]
const item = fc.record({
  part: fc.constantFrom(...parts),
  title: wording,
  plannedMinutes: fc.integer({ min: 0, max: 300 }),
  addedBy: fc.constantFrom(null, 'IDN', 'KHM'),
  movedBy: fc.constantFrom(null, 'IDN', 'KHM'),
  endedAs: fc.constantFrom(null, ...ItemEnd.options),
  isCarried: fc.boolean(),
  lead: fc.constantFrom(null, 'IDN', 'KHM', 'both'),
  composition: fc.constantFrom('composed' as const, 'written' as const),
  written: fc.array(words, { maxLength: 3 }),
  decisions: fc.array(wording, { maxLength: 2 }),
})
const action = fc.record({
  what: wording,
  side: fc.constantFrom('IDN', 'KHM', 'both'),
  dueOn: fc.option(date),
  state: fc.constantFrom('open' as const, 'done' as const, 'withdrawn' as const),
  closedOn: date,
  moved: fc.boolean(),
})

const meetings = fc
  .record({
    number: fc.integer({ min: 1, max: 998 }),
    items: fc.array(item, { maxLength: 8 }),
    actions: fc.array(action, { maxLength: 4 }),
    formerActions: fc.array(action, { maxLength: 4 }),
    delegates: fc.array(fc.record({ name: words, head: fc.boolean(), title: wording }), { maxLength: 5 }),
  })
  .map(({ number, items, actions, formerActions, delegates }) => {
    const { dossier } = nusaDua()
    const decided = items.flatMap(({ part, decisions }) => (isNumbered({ part }) ? decisions : []))
    const decisionId = (place: number, index: number) => testId(2_000 + place * 10 + index)
    const made = (
      one: (typeof actions)[number],
      index: number,
      base: number,
      meeting: number,
      meetingId = ids.meeting,
    ) => ({
      id: testId(base + index),
      meetingId,
      itemId: null,
      number: { meeting, year: 2025, serial: index + 1 },
      side: one.side,
      what: one.what,
      agencyId: null,
      personId: null,
      channel: '',
      dueOn: one.dueOn,
      dueChanges: one.moved ? [{ meetingId: ids.meeting, from: null, to: one.dueOn }] : [],
      state: one.state,
      closedOn: one.state === 'open' ? null : one.closedOn,
      evidence: '',
    })
    const plain: RecordOfMeeting = {
      dossier: MeetingDossier.parse({
        ...dossier,
        meeting: { ...dossier.meeting, number },
        takenOff: items.map(({ title }) => ({ title, by: 'KHM' })),
        carried: items.flatMap(({ isCarried, title }, position) =>
          isCarried ? [{ itemId: testId(1_000 + position), stood: [formerPlace(title, number)] }] : [],
        ),
        agenda: items.map(({ isCarried: _, written: __, decisions: ___, ...rest }, position) => ({
          ...{
            id: testId(1_000 + position),
            meetingId: ids.meeting,
            position,
            topic: null,
            proposedBy: null,
          },
          ...rest,
        })),
        texts: items.flatMap((_, position) =>
          (['en', 'id'] as const).map((language) => ({
            itemId: testId(1_000 + position),
            language,
            textId: testId(3_000 + position),
          })),
        ),
        decisions: items.flatMap(({ part, decisions }, place) =>
          isNumbered({ part })
            ? decisions.map((wording, index) => ({
                id: decisionId(place, index),
                meetingId: ids.meeting,
                itemId: null,
                number: { meeting: number, year: 2025, serial: place * 10 + index + 1 },
                outcome: 'agreed',
                wording,
              }))
            : [],
        ),
        actions: actions.map((one, index) => made(one, index, 5_000, number)),
        formerActions: formerActions.map((one, index) =>
          made(one, index, 6_000, Math.max(1, number - 1), ids.lastMeeting),
        ),
        delegates: delegates.map(({ name, head, title }, index) =>
          delegate(
            7_000 + index,
            index % 2 ? 'KHM' : 'IDN',
            head ? 'head' : 'member',
            index,
            '',
            name,
            '',
            title,
          ),
        ),
      }),
      docs: new Map(
        items.map(({ written, decisions }, place) => [
          testId(3_000 + place),
          doc([
            ...written.map((line) => paragraph(line)),
            ...decisions.map((_, index) => ({
              type: 'decisionRef',
              attrs: { recordId: decisionId(place, index) },
            })),
          ]),
        ]),
      ),
    }
    return { record: withCanaries(plain), decided }
  })

function formerPlace(title: Wording, number: number) {
  return {
    ...{ meetingId: ids.lastMeeting, meeting: Math.max(1, number - 1), heldOn: '2024-02-20', title },
    ...{ item: number % 2 ? 3 : null, deferredBy: number % 3 ? { meeting: 1, year: 2024, serial: 1 } : null },
  }
}

const original = fc.record({
  language: fc.constantFrom('en' as const, 'id' as const),
  keptBy: fc.constantFrom('IDN', 'KHM'),
})
