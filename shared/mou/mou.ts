import { z } from 'zod'
import {
  ActionId,
  AgencyId,
  AgendaItemId,
  FigureId,
  MeetingId,
  MilestoneId,
  MouId,
  PersonId,
  RelationshipId,
  StageEntryId,
  TopicId,
} from '../ids.ts'
import { Relationship } from '../meeting/meeting.ts'
import { Agency, Person } from '../meeting/people.ts'
import {
  CalendarDate,
  Classification,
  FilledWording,
  filledLine,
  Language,
  line,
  lines,
  Side,
  Wording,
} from '../values.ts'
import { Draft, WorkingText } from './draft.ts'
import { ForceTerms } from './expiry.ts'

/** What the paper is called. What it binds to is a question of its words, not of its name. */
export const InstrumentType = z.enum([
  'mou',
  'agreement',
  'arrangement',
  'letterOfIntent',
  'planOfAction',
  'recordOfDiscussion',
])
export type InstrumentType = z.infer<typeof InstrumentType>

/**
 * The way of an instrument. The first six follow one another; the last four end it or, as a renewal does, prolong it.
 *
 * Source: UU 24/2000 art. 6(1), in the words of design 1.
 */
export const stages = [
  'exploration', // penjajakan
  'drafting', // perumusan naskah
  'negotiation', // perundingan
  'textAgreed', // penerimaan
  'signing', // penandatanganan
  'inForce',
  'renewed',
  'expired',
  'terminated',
  'lapsed', // given up before it was in force
] as const
export const Stage = z.enum(stages)
export type Stage = z.infer<typeof Stage>

/**
 * When it is to be signed: on a day, or as people say it, "three to four months from 19 May 2025", with the span that
 * this comes to (`signingWindow`).
 */
export const SigningTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('date'), on: CalendarDate }),
  z
    .strictObject({
      kind: z.literal('window'),
      said: filledLine(200),
      after: CalendarDate,
      fromMonths: z.int().min(0).max(600),
      toMonths: z.int().min(0).max(600),
    })
    .refine(({ fromMonths, toMonths }) => fromMonths <= toMonths, { error: 'endsBeforeItStarts' }),
])
export type SigningTarget = z.infer<typeof SigningTarget>

/** Who concludes the instrument for a side, and who is to sign. */
export const MouParty = z.strictObject({
  side: Side,
  agencyId: AgencyId.nullable(),
  signatoryId: PersonId.nullable(),
})
export type MouParty = z.infer<typeof MouParty>

/** A memorandum of understanding, or an instrument of another name that is made in the same way. */
export const Mou = z.strictObject({
  id: MouId,
  relationshipId: RelationshipId,
  type: InstrumentType,
  title: FilledWording,
  /** For lists and headings. */
  shortTitle: filledLine(40),
  /** One for each side of the relationship, the record's own first. */
  parties: z.array(MouParty).length(2),
  topics: z.array(TopicId).max(20),
  /** What it covers, in a sentence or two. */
  scope: Wording,
  /** The languages that it is made in. */
  languages: z.array(Language).min(1).max(3),
  /** The language whose text prevails when they differ; null: none is agreed to. */
  prevailing: Language.nullable(),
  classification: Classification,
  /** Laws and earlier instruments it is made under, one on a line. */
  legalBasis: lines(8_000),
  signingTarget: SigningTarget.nullable(),
  /** From when it is in force and how long; null until the text says so. */
  force: ForceTerms.nullable(),
  /** Internal. */
  note: lines(8_000),
})
export type Mou = z.infer<typeof Mou>

/** That an instrument came to a stage. Stages may repeat. */
export const StageEntry = z.strictObject({
  id: StageEntryId,
  mouId: MouId,
  stage: Stage,
  enteredOn: CalendarDate,
  /** Asked for where the stage is out of its order or the date is odd. */
  reason: lines(2_000),
})
export type StageEntry = z.infer<typeof StageEntry>

/** A day on the way that somebody waits for. */
export const Milestone = z.strictObject({
  id: MilestoneId,
  mouId: MouId,
  title: FilledWording,
  plannedOn: CalendarDate.nullable(),
  doneOn: CalendarDate.nullable(),
  isAtRisk: z.boolean(),
  note: line(1_000),
})
export type Milestone = z.infer<typeof Milestone>

/** What of the meetings an instrument is about or comes from. */
export const MouLinkTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('meeting'), id: MeetingId }),
  z.strictObject({ kind: z.literal('agendaItem'), id: AgendaItemId }),
  z.strictObject({ kind: z.literal('action'), id: ActionId }),
  z.strictObject({ kind: z.literal('figure'), id: FigureId }),
])
export type MouLinkTarget = z.infer<typeof MouLinkTarget>

/** A link as it is shown: the words of its target, and the meeting it belongs to where there is one. */
export const MouLink = z.strictObject({
  target: MouLinkTarget,
  name: Wording,
  on: CalendarDate.nullable(),
  meetingId: MeetingId.nullable(),
})
export type MouLink = z.infer<typeof MouLink>

/** A bracket that stands in the way: where it is, and its first words. */
export const OpenBracket = z.strictObject({
  language: Language,
  /** The label of the clause, as "Article 5 (2)"; empty ahead of the first. */
  clause: z.string(),
  text: z.string(),
})
export type OpenBracket = z.infer<typeof OpenBracket>

/** One instrument in the list of all. */
export const MouRow = z.strictObject({
  id: MouId,
  type: InstrumentType,
  title: FilledWording,
  shortTitle: z.string(),
  otherSide: Side,
  classification: Classification,
  /** Null: nothing has begun. */
  stage: Stage.nullable(),
  /** Since when it is there. */
  since: CalendarDate.nullable(),
  signingTarget: SigningTarget.nullable(),
  /** In the working text that has most of them; null: there is none. */
  openBrackets: z.int().nullable(),
  drafts: z.int(),
  /** The next milestone that is not done. */
  next: Milestone.nullable(),
})
export type MouRow = z.infer<typeof MouRow>

/** A clause of a working text, as references call it. */
export const MouArticle = z.strictObject({
  mouId: MouId,
  shortTitle: z.string(),
  language: Language,
  /** The id of its block. */
  blockId: z.string(),
  /** "Pasal 3 ayat (2)", as its labels stand in the text now. */
  name: z.string(),
  /** How its heading or its wording begins. */
  words: z.string(),
})
export type MouArticle = z.infer<typeof MouArticle>

/** An instrument as something of a meeting names it. */
export const LinkedMou = z.strictObject({ id: MouId, shortTitle: z.string(), stage: Stage.nullable() })
export type LinkedMou = z.infer<typeof LinkedMou>

/** An instrument with all that its page shows. */
export const MouDossier = z.strictObject({
  mou: Mou,
  relationship: Relationship,
  /** In the order of `mou.parties`. */
  parties: z
    .array(z.strictObject({ side: Side, agency: Agency.nullable(), signatory: Person.nullable() }))
    .readonly(),
  /** In the order in which they were entered. */
  stages: z.array(StageEntry).readonly(),
  /** By their dates; those without one last. */
  milestones: z.array(Milestone).readonly(),
  links: z.array(MouLink).readonly(),
  /** By number. */
  drafts: z.array(Draft).readonly(),
  workingTexts: z.array(WorkingText).readonly(),
})
export type MouDossier = z.infer<typeof MouDossier>
