import { z } from 'zod'
import { ForceTerms } from '../mou/expiry.ts'
import { Milestone, MouRow, Stage } from '../mou/mou.ts'
import { Side } from '../values.ts'
import { ActionRow } from './actionList.ts'
import { MeetingRow } from './meeting.ts'

/** What the record says of how far a meeting is prepared. */
export const Readiness = z.strictObject({
  /** The record's own side first. */
  delegations: z
    .array(z.strictObject({ side: Side, delegates: z.int().min(0), hasHead: z.boolean() }))
    .readonly(),
  agenda: z.strictObject({
    /** Items that are no breaks. */
    items: z.int().min(0),
    isAdopted: z.boolean(),
    /** Of all items, breaks included; and how long the meeting lasts. */
    plannedMinutes: z.int().min(0),
    minutes: z.int().min(0),
  }),
  /** What earlier meetings of the series agreed on and what is open: how much, and how much of it will be overdue then. */
  followUp: z.strictObject({ open: z.int().min(0), overdue: z.int().min(0) }),
  /** Documents at the meeting; memoranda that it is about, and those among them that have no working text. */
  papers: z.strictObject({
    documents: z.int().min(0),
    memoranda: z.int().min(0),
    withoutText: z.int().min(0),
  }),
})
export type Readiness = z.infer<typeof Readiness>

export const readinessFacts = ['delegations', 'agenda', 'followUp', 'papers'] as const
export type ReadinessFact = (typeof readinessFacts)[number]

/**
 * Whether each of the four is as it should be on the day: both sides are there with a head each; the agenda has items and
 * fits into the time; nothing promised before will be overdue; there is a paper to talk about, and a text of every
 * memorandum on the table.
 */
export function readyIn(readiness: Readiness): Readonly<Record<ReadinessFact, boolean>> {
  const { delegations, agenda, followUp, papers } = readiness
  return {
    delegations: delegations.every(({ delegates, hasHead }) => delegates > 0 && hasHead),
    agenda: agenda.items > 0 && agenda.plannedMinutes <= agenda.minutes,
    followUp: followUp.overdue === 0,
    papers: papers.documents + papers.memoranda > 0 && papers.withoutText === 0,
  }
}

/** A memorandum in the pipeline: what its row and its line of time are drawn of. */
export const PipelineRow = MouRow.extend({
  force: ForceTerms.nullable(),
  /** By their dates; those without one last. */
  milestones: z.array(Milestone).readonly(),
})
export type PipelineRow = z.infer<typeof PipelineRow>

const Count = z.int().min(0)

/** How many open actions there are, by how pressing they are. */
export const ActionCounts = z.strictObject({
  overdue: Count,
  thisWeek: Count,
  later: Count,
  undated: Count,
})
export type ActionCounts = z.infer<typeof ActionCounts>

/** Everything the first screen shows, in one read. */
export const Home = z.strictObject({
  /** Nothing was entered yet: no meeting, no memorandum. */
  isEmpty: z.boolean(),
  /** The first meeting that is not over; null where none is planned. */
  next: z.strictObject({ meeting: MeetingRow, readiness: Readiness }).nullable(),
  /** That one and those after it, in the order of time; the first few. */
  upcoming: z.array(MeetingRow).readonly(),
  /** There are more than `upcoming` has. */
  hasMore: z.boolean(),
  /** Those whose time is over and that are still planned (`hasPassed`), the latest first; the first few. */
  passed: z.array(MeetingRow).readonly(),
  hasMorePassed: z.boolean(),
  actions: z.strictObject({
    counts: ActionCounts,
    /** The first few of each group, in the order of the groups. */
    rows: z.array(ActionRow).readonly(),
  }),
  memoranda: z.strictObject({
    /** Null: nothing has begun. Only stages at which something stands. */
    byStage: z.array(z.strictObject({ stage: Stage.nullable(), count: Count })).readonly(),
    /** The newest, at most `pipelineLength`. */
    rows: z.array(PipelineRow).readonly(),
  }),
})
export type Home = z.infer<typeof Home>

/** How many memoranda the first screen shows at most; the rest are in their list. */
export const pipelineLength = 40
