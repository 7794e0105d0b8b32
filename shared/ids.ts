import { z } from 'zod'

/** Every id is a UUIDv7, made by the record when the thing is first written. A brand keeps one kind from another. */
const id = <Brand extends string>() => z.uuidv7().brand<Brand>()

export const AgencyId = id<'Agency'>()
export const PersonId = id<'Person'>()
export const OfficerId = id<'Officer'>()
export const RelationshipId = id<'Relationship'>()
export const SeriesId = id<'Series'>()
export const MeetingId = id<'Meeting'>()
export const ProgrammeEventId = id<'ProgrammeEvent'>()
export const DelegateId = id<'Delegate'>()
export const AgendaItemId = id<'AgendaItem'>()
export const DecisionId = id<'Decision'>()
export const ActionId = id<'Action'>()
export const FigureId = id<'Figure'>()
export const NoteId = id<'Note'>()
export const CirculationId = id<'Circulation'>()
export const CorrectionId = id<'Correction'>()
export const TextId = id<'Text'>()
export const NamedVersionId = id<'NamedVersion'>()
export const AttachmentId = id<'Attachment'>()
export const MouId = id<'Mou'>()
export const StageEntryId = id<'StageEntry'>()
export const MilestoneId = id<'Milestone'>()
export const DraftId = id<'Draft'>()
export const ThreadId = id<'Thread'>()
export const CommentId = id<'Comment'>()
export const ClauseLinkId = id<'ClauseLink'>()
export const ProcedureStepId = id<'ProcedureStep'>()
export const RestrictedPaperId = id<'RestrictedPaper'>()
export const HolidayId = id<'Holiday'>()
export const TermId = id<'Term'>()
export const BacklogItemId = id<'BacklogItem'>()
export const TakenOffId = id<'TakenOff'>()
/** A topic that every record begins with goes by a word, such as `transnationalCrime.narcotics`; others by a UUIDv7. */
export const TopicId = z
  .union([z.uuidv7(), z.string().regex(/^[a-z][A-Za-z]{0,40}(\.[a-z][A-Za-z]{0,40})?$/)])
  .brand<'Topic'>()
export const LetterheadId = id<'Letterhead'>()
/** Names one act in the audit log; undoing asks for it. */
export const UndoToken = id<'Act'>()

export type AgencyId = z.infer<typeof AgencyId>
export type PersonId = z.infer<typeof PersonId>
export type OfficerId = z.infer<typeof OfficerId>
export type RelationshipId = z.infer<typeof RelationshipId>
export type SeriesId = z.infer<typeof SeriesId>
export type MeetingId = z.infer<typeof MeetingId>
export type ProgrammeEventId = z.infer<typeof ProgrammeEventId>
export type DelegateId = z.infer<typeof DelegateId>
export type AgendaItemId = z.infer<typeof AgendaItemId>
export type DecisionId = z.infer<typeof DecisionId>
export type ActionId = z.infer<typeof ActionId>
export type FigureId = z.infer<typeof FigureId>
export type NoteId = z.infer<typeof NoteId>
export type CirculationId = z.infer<typeof CirculationId>
export type CorrectionId = z.infer<typeof CorrectionId>
export type TextId = z.infer<typeof TextId>
export type NamedVersionId = z.infer<typeof NamedVersionId>
export type AttachmentId = z.infer<typeof AttachmentId>
export type MouId = z.infer<typeof MouId>
export type StageEntryId = z.infer<typeof StageEntryId>
export type MilestoneId = z.infer<typeof MilestoneId>
export type DraftId = z.infer<typeof DraftId>
export type ThreadId = z.infer<typeof ThreadId>
export type CommentId = z.infer<typeof CommentId>
export type ClauseLinkId = z.infer<typeof ClauseLinkId>
export type ProcedureStepId = z.infer<typeof ProcedureStepId>
export type RestrictedPaperId = z.infer<typeof RestrictedPaperId>
export type HolidayId = z.infer<typeof HolidayId>
export type TermId = z.infer<typeof TermId>
export type BacklogItemId = z.infer<typeof BacklogItemId>
export type TakenOffId = z.infer<typeof TakenOffId>
export type TopicId = z.infer<typeof TopicId>
export type LetterheadId = z.infer<typeof LetterheadId>
export type UndoToken = z.infer<typeof UndoToken>
