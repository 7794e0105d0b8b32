import fc from 'fast-check'
import { isNumbered } from '../../shared/meeting/itemNumbers.ts'
import { ItemEnd, MeetingDossier, type ItemPart } from '../../shared/meeting/meeting.ts'
import type { Wording } from '../../shared/values.ts'
import { withCanaries } from './canaries.ts'
import { delegate, doc, ids, nusaDua, paragraph, type RecordOfMeeting, testId } from './nusaDua.ts'

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

/** Meetings of any agenda with canaries in all that is internal, and the wordings that their texts place. */
export const meetings = fc
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
      itemId: items.length > 0 && meetingId === ids.meeting ? testId(1_000 + (index % items.length)) : null,
      number: { meeting, year: 2025, serial: index + 1 },
      side: one.side,
      what: one.what,
      agencyId: testId(800),
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
        takenOff: items.map(({ title }, index) => ({ id: testId(900 + index), title, by: 'KHM' })),
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
                itemId: testId(1_000 + place),
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

/** A language, and the side whose original it is. */
export const original = fc.record({
  language: fc.constantFrom('en' as const, 'id' as const),
  keptBy: fc.constantFrom('IDN', 'KHM'),
})
