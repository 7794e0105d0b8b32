import { z } from 'zod'
import {
  ActionId,
  AgendaItemId,
  AttachmentId,
  DecisionId,
  FigureId,
  LetterheadId,
  MeetingId,
  NamedVersionId,
  NoteId,
  OfficerId,
  ProgrammeEventId,
  RelationshipId,
  SeriesId,
  TextId,
  UndoToken,
} from '../ids.ts'
import { Attachment, AttachmentName, AttachmentOwner, ChosenFile } from '../attachment.ts'
import { ComparedFile, FileId } from '../compare/comparedFile.ts'
import { ComparedText, RecordText, RecordTextFacts } from '../compare/comparedText.ts'
import type { Comparison } from '../compare/comparison.ts'
import { ShownBase } from '../compare/shownBase.ts'
import type { ShownChanges } from '../compare/shownChanges.ts'
import { ActionFilter, ActionRow } from '../meeting/actionList.ts'
import {
  Action,
  ActionParts,
  AgendaItem,
  closedAsStated,
  Decision,
  Figure,
  isClosedAsStated,
  Meeting,
  MeetingDossier,
  MeetingKind,
  MeetingRow,
  MeetingStatus,
  Note,
  ProgrammeEvent,
  Relationship,
  Series,
} from '../meeting/meeting.ts'
import { MinutesPreview } from '../meeting/minutesDocument.ts'
import {
  Act,
  CopyState,
  NamedVersion,
  Officer,
  OpenedText,
  Passphrase,
  RecordState,
  RecoveryKey,
  SavedFile,
  SavedText,
  Settings,
  TextBurst,
} from '../record.ts'
import { CalendarDate, ComposedLanguage, filledLine, line, Side } from '../values.ts'
import { agendaContract } from './agendaContract.ts'
import { bracketContract } from './bracketContract.ts'
import { calendarContract } from './calendarContract.ts'
import { commentContract } from './commentContract.ts'
import { draftContract } from './draftContract.ts'
import { languageContract } from './languageContract.ts'
import { guidelinesContract } from './guidelinesContract.ts'
import { minutesContract } from './minutesContract.ts'
import { mouContract } from './mouContract.ts'
import { outcomeContract } from './outcomeContract.ts'
import { act, ontoRevision, page, pageOf, Part, Query, read, withNewId, write } from './operation.ts'
import { peopleContract } from './peopleContract.ts'
import { paperContract } from './paperContract.ts'
import { projectionContract } from './projectionContract.ts'
import { procedureContract } from './procedureContract.ts'
import { referenceListContract } from './referenceListContract.ts'
import { spellingContract } from './spellingContract.ts'
import { searchContract } from './searchContract.ts'

/** Planned minutes of items of one agenda. */
const Lengths = z
  .array(z.strictObject({ itemId: AgendaItemId, plannedMinutes: AgendaItem.shape.plannedMinutes }))
  .max(1_000)

const SeriesCount = z.strictObject({ seriesId: SeriesId, meetings: z.int(), highestNumber: z.int() })

/**
 * Every request there is. A `read` may be repeated freely, a `write` changes the record and comes with an undo
 * token, an `act` does something outside the record, such as saving a file. Hosts rename nothing.
 */
export const contract = {
  ...peopleContract,
  ...mouContract,
  ...outcomeContract,
  ...draftContract,
  ...bracketContract,
  ...commentContract,
  ...languageContract,
  ...minutesContract,
  ...calendarContract,
  ...paperContract,

  'record.state': read({}, RecordState),
  'record.create': act(
    {
      name: filledLine(80),
      ownSide: Side,
      officerName: filledLine(160),
      passphrase: Passphrase,
    },
    z.strictObject({ recoveryKey: RecoveryKey }).nullable(), // null: the person chose no place
  ),
  'record.takeSample': act({}, RecordState),
  'record.chooseFile': act({}, RecordState.nullable()),
  'record.openRecent': act({ recentId: z.string().max(64) }, RecordState),
  'record.unlock': act({ officerName: line(160), passphrase: Passphrase }, RecordState),
  'record.unlockWithRecoveryKey': act(
    { recoveryKey: RecoveryKey, officerName: filledLine(160), newPassphrase: Passphrase },
    RecordState,
  ),
  'record.lock': act({}, RecordState),
  'record.close': act({}, RecordState),
  'record.renewRecoveryKey': act({}, z.strictObject({ recoveryKey: RecoveryKey })),
  'record.saveRecoverySheet': act(
    { recoveryKey: RecoveryKey, format: z.enum(['pdf', 'docx']), language: ComposedLanguage },
    SavedFile.nullable(),
  ),
  'record.confirmRecoveryKey': act({ part: line(40) }, RecordState),
  'record.copyNow': act({}, CopyState),
  /** The officer says that he put a copy in the record's place: from here on that is the record. */
  'record.confirmReplaced': act({}, RecordState),

  'settings.read': read({}, Settings),
  'settings.change': act({ settings: Settings }, Settings),

  'officer.list': read({}, z.array(Officer).readonly()),
  'officer.add': act({ name: filledLine(160), passphrase: Passphrase }, Officer),
  'officer.remove': act({ officerId: OfficerId }, z.null()),
  'officer.changePassphrase': act({ passphrase: Passphrase, newPassphrase: Passphrase }, z.null()),

  'history.list': read({ after: z.string().max(20).nullable() }, pageOf(Act)),
  'history.undo': write({ token: UndoToken }, z.strictObject({ operation: z.string() })),

  'relationship.list': read({}, z.array(Relationship).readonly()),
  'relationship.add': write({ otherSide: Side }, Relationship),
  'relationship.remove': write({ relationshipId: RelationshipId }, z.null()),
  'series.list': read({ relationshipId: RelationshipId.nullable() }, z.array(Series).readonly()),
  /** How many meetings each series has, and the highest number among them (0: it has none). */
  'series.meetingCounts': read({}, z.array(SeriesCount).readonly()),
  'series.put': write({ series: withNewId(Series) }, Series),
  'series.remove': write({ seriesId: SeriesId }, z.null()),

  'meeting.list': read(
    {
      ...page,
      status: MeetingStatus.optional(),
      kind: MeetingKind.optional(),
      seriesId: SeriesId.optional(),
    },
    pageOf(MeetingRow),
  ),
  'meeting.dossier': read({ meetingId: MeetingId }, MeetingDossier),
  /** A new meeting comes with the usual agenda and an empty text for each item and language. */
  'meeting.put': write({ meeting: withNewId(Meeting) }, Meeting),
  'meeting.remove': write({ meetingId: MeetingId }, z.null()),

  'programme.put': write({ event: withNewId(ProgrammeEvent) }, ProgrammeEvent),
  'programme.remove': write({ eventId: ProgrammeEventId }, z.null()),

  /** `lengths`: what other items get in the same act, so that the times of the agenda stay. */
  'agenda.put': write({ item: withNewId(AgendaItem), lengths: Lengths.optional() }, AgendaItem),
  'agenda.move': write(
    { itemId: AgendaItemId, position: z.int().min(0), lengths: Lengths.optional() },
    z.array(AgendaItem).readonly(),
  ),
  'agenda.remove': write({ itemId: AgendaItemId, lengths: Lengths.optional() }, z.null()),

  'decision.put': write({ decision: withNewId(Decision.omit({ number: true })) }, Decision),
  'decision.remove': write({ decisionId: DecisionId }, z.null()),
  /** Of all series: open ones by due date, those without one last; closed ones from the latest on. */
  'action.list': read({ filter: ActionFilter, after: z.string().max(80).nullable() }, pageOf(ActionRow)),
  'action.put': write(
    {
      action: withNewId(ActionParts.omit({ number: true, dueChanges: true })).refine(
        isClosedAsStated,
        closedAsStated,
      ),
    },
    Action,
  ),
  /** Moves the due date and keeps who moved it: the meeting at which it was agreed. */
  'action.moveDue': write(
    { actionId: ActionId, meetingId: MeetingId, dueOn: CalendarDate.nullable() },
    Action,
  ),
  'action.remove': write({ actionId: ActionId }, z.null()),
  'figure.list': read({ query: Query }, z.array(Figure).readonly()),
  'figure.put': write({ figure: withNewId(Figure) }, Figure),
  'figure.remove': write({ figureId: FigureId }, z.null()),
  'note.put': write({ note: withNewId(Note.omit({ madeAt: true, madeBy: true })) }, Note),
  'note.remove': write({ noteId: NoteId }, z.null()),

  ...agendaContract,
  ...searchContract,
  ...projectionContract,
  ...referenceListContract,
  ...procedureContract,
  ...guidelinesContract,
  ...spellingContract,

  'text.open': act({ textId: TextId }, OpenedText),
  'text.close': act({ textId: TextId }, z.null()),
  'text.save': act(ontoRevision, SavedText),
  /** For the bar "not saved": what is in the editor, written as a DOCX where the person chooses. */
  'text.saveCopyTo': act({ textId: TextId, name: filledLine(200), doc: z.unknown() }, SavedFile.nullable()),
  'text.nameVersion': write({ textId: TextId, name: filledLine(200) }, NamedVersion),
  'text.versions': read({ textId: TextId }, z.array(NamedVersion).readonly()),
  'text.version': read(
    { versionId: NamedVersionId },
    z.strictObject({ version: NamedVersion, doc: z.unknown() }),
  ),
  /** What was saved, by minute, newest first: each state of it can be had by its revision. */
  'text.revisions': read({ textId: TextId, after: z.string().max(20).nullable() }, pageOf(TextBurst)),
  'text.at': read({ textId: TextId, revision: z.int().min(0) }, z.strictObject({ doc: z.unknown() })),

  'minutes.preview': read({ meetingId: MeetingId, language: ComposedLanguage, keptBy: Side }, MinutesPreview),
  /** `keptBy` names the side whose original it is (alternat). `draft` puts a watermark and lets gaps pass. */
  'minutes.exportDocx': act(
    {
      ...{ meetingId: MeetingId, language: ComposedLanguage, keptBy: Side, draft: z.boolean() },
      letterheadId: LetterheadId.nullable().optional(),
    },
    SavedFile.nullable(),
  ),
  'minutes.exportPdf': act(
    {
      ...{ meetingId: MeetingId, language: ComposedLanguage, keptBy: Side, draft: z.boolean() },
      letterheadId: LetterheadId.nullable().optional(),
    },
    SavedFile.nullable(),
  ),

  /** Stops the export of a paper of a meeting that this window is waiting for; the file is not written then. */
  'minutes.stopExport': act({}, z.null()),

  /** Asks for a Word file or a plain text and reads it. Nothing of it gets into the record. */
  'compare.chooseFile': act({}, ComparedFile.nullable()),
  /** The next bytes of a file that was dropped on the window, in Base64; `addFile` then reads it. */
  'compare.sendPart': act({ uploadId: z.uuid(), name: filledLine(255), part: Part }, z.null()),
  'compare.addFile': act({ uploadId: z.uuid(), name: filledLine(255) }, ComparedFile),
  'compare.forgetFile': act({ fileId: FileId }, z.null()),
  /** What is shown of a text of the record that is to be compared. */
  'compare.recordText': read({ text: RecordText }, RecordTextFacts),
  'compare.texts': read({ base: ComparedText, target: ComparedText }, z.custom<Comparison>()),
  /** What changed in a text, as it is at a revision, since the base: as marks in its own positions. */
  'compare.shown': read(
    { textId: TextId, revision: z.int().nonnegative(), base: ShownBase },
    z.custom<ShownChanges>(),
  ),
  /**
   * The changes between both that the file of the second does not track (`unmarkedChanges`). Null where nobody tracked
   * changes in it, or it came in no Word file, or the file holds another text.
   */
  'compare.unmarked': read(
    { base: ComparedText, target: ComparedText },
    z.array(z.string()).readonly().nullable(),
  ),
  /**
   * What changed as tracked changes of Word, by `author` on `date`; with `front` a legend and a table of substance
   * ahead of the text, in `language`.
   */
  'compare.exportRedline': act(
    {
      base: ComparedText,
      target: ComparedText,
      author: Side,
      date: CalendarDate,
      language: ComposedLanguage,
      front: z.boolean(),
    },
    SavedFile.nullable(),
  ),
  /** Keeps the files themselves, as they came, as attachments. */
  'compare.keepFiles': write(
    { fileIds: z.array(FileId).min(1).max(2), owner: AttachmentOwner },
    z.array(Attachment).readonly(),
  ),
  /** Stops the reading and comparing that this window is waiting for. */
  'compare.stop': act({}, z.null()),

  'attachment.list': read({ owner: AttachmentOwner }, z.array(Attachment).readonly()),
  /** Asks for a file of any kind; `add` then keeps it. */
  'attachment.choose': act({}, ChosenFile.nullable()),
  /** The next bytes of a file that was dropped on the window, in Base64; `add` then keeps it. */
  'attachment.sendPart': act({ uploadId: z.uuid(), name: AttachmentName, part: Part }, z.null()),
  'attachment.add': write({ owner: AttachmentOwner, uploadId: z.uuid(), name: AttachmentName }, Attachment),
  'attachment.rename': write({ attachmentId: AttachmentId, name: AttachmentName }, Attachment),
  'attachment.remove': write({ attachmentId: AttachmentId }, z.null()),
  /** Writes it where the person chooses, as it was received. */
  'attachment.saveAs': act({ attachmentId: AttachmentId }, SavedFile.nullable()),

  /** On the loopback host a file dialog is part of the page: these list a folder and carry the answer. */
  'file.browse': act(
    { questionId: z.string().max(64), folder: line(4_096).nullable(), everyKind: z.boolean() },
    z.strictObject({
      folder: z.string(),
      parent: z.string().nullable(),
      folders: z.array(z.string()).readonly(),
      files: z.array(z.string()).readonly(),
    }),
  ),
  /** A file that is there is replaced only where `replace` says that the person wants it: else `AlreadyThere`. */
  'file.answer': act(
    {
      questionId: z.string().max(64),
      answer: z.strictObject({ folder: line(4_096), name: filledLine(255), replace: z.boolean() }).nullable(),
    },
    z.null(),
  ),
} as const

type Contract = typeof contract
export type Operation = keyof Contract
export type Kind = 'read' | 'write' | 'act'
type OperationOf<K extends Kind> = {
  [Op in Operation]: Contract[Op]['kind'] extends K ? Op : never
}[Operation]
export type ReadOperation = OperationOf<'read'>
export type WriteOperation = OperationOf<'write'>

export type Input<Op extends Operation> = z.output<Contract[Op]['input']>
export type Output<Op extends Operation> = z.output<Contract[Op]['output']>

/** What a write answers: the value, and the token that takes the act back (null: nothing was changed). */
export type Written<T> = { readonly value: T; readonly undo: UndoToken | null }
export type Reply<Op extends Operation> = Contract[Op]['kind'] extends 'write'
  ? Written<Output<Op>>
  : Output<Op>

export const operations = Object.keys(contract) as readonly Operation[]
