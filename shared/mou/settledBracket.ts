import { z } from 'zod'
import { AgendaItemId, MeetingId, TextId } from '../ids.ts'
import { CalendarDate, Instant, Wording } from '../values.ts'
import { BlockId } from './comment.ts'

/** What came of a bracket; of the last two it stays in the text, as what it is by then. */
export const settledOutcomes = [
  'kept',
  'dropped',
  'taken', // another of the wordings for its place
  'newWording',
  'agreedAdReferendum',
  'withdrawn',
] as const
export type SettledOutcome = (typeof settledOutcomes)[number]

/** How much of a wording is kept, in UTF-16 units. */
export const longestSettled = 400

/**
 * How a bracket was settled, and at which item of which meeting; kept in one write with the words. It counts while the
 * text is as that left it: undoing it in the text takes it out, and where the bracket comes back by another way, what
 * is noted here says nothing (`isSettled`).
 */
export const SettledBracket = z.strictObject({
  textId: TextId,
  bracketId: BlockId,
  outcome: z.enum(settledOutcomes),
  sides: z.array(z.string().max(8)).max(16).readonly(),
  clause: z.string().max(200), // its label, 'Article 7 (2)'
  wording: z.string().max(longestSettled),
  became: z.string().max(longestSettled), // the other or new wording, else ''
  meetingId: MeetingId.nullable(), // null: outside of a meeting
  itemId: AgendaItemId.nullable(),
  settledAt: Instant,
  settledBy: z.string(), // name
})
export type SettledBracket = z.infer<typeof SettledBracket>

/** What is noted of a bracket in the same write as the steps that settle it. */
export const Settling = SettledBracket.omit({ textId: true, settledAt: true, settledBy: true })
export type Settling = z.infer<typeof Settling>

/** A meeting at which an instrument was talked about, with its items. */
export const TalkedAt = z.strictObject({
  meetingId: MeetingId,
  name: Wording,
  on: CalendarDate,
  items: z.array(z.strictObject({ id: AgendaItemId, title: Wording })).readonly(),
})
export type TalkedAt = z.infer<typeof TalkedAt>

/** Whether a bracket that was noted as gone from the text stands in it again: undone, and perhaps to be done again. */
export function standsAgain(
  { bracketId, outcome }: Pick<SettledBracket, 'bracketId' | 'outcome'>,
  brackets: readonly { readonly id: string }[],
): boolean {
  const stays = outcome === 'agreedAdReferendum' || outcome === 'withdrawn'
  return !stays && brackets.some(({ id }) => id === bracketId)
}

/** Whether what was noted of a bracket holds in a text with these brackets. */
export function isSettled(
  { bracketId, outcome }: Pick<SettledBracket, 'bracketId' | 'outcome'>,
  brackets: readonly { readonly id: string; readonly state: string }[],
): boolean {
  const there = brackets.find(({ id }) => id === bracketId)
  const stays = outcome === 'agreedAdReferendum' || outcome === 'withdrawn'
  return stays ? there?.state === outcome : there === undefined
}
