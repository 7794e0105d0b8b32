import type { TFunction } from 'i18next'
import type { DocxRefusal } from '../../shared/docxReading.ts'
import type { Fault, Thing, UnusableRecord } from '../../shared/fault.ts'
import type { MinutesTurn } from '../../shared/meeting/minutesLife.ts'
import type { DictionaryRefusal } from '../../shared/spelling.ts'
import { type ComposedLanguage, inLanguage } from '../../shared/values.ts'
import { formatDate, formatInstant, formatNumber, formatSize, languageName, today } from '../i18n/format.ts'
import type { MessageKey } from '../i18n/words.ts'

/** What happened; then what is safe and what to do; and what only whoever looks after Sepaham needs. */
export type FaultWords = { readonly what: string; readonly next: string; readonly code: string | null }

/** The words for a fault. A kind without words does not compile. */
export function faultWords(fault: Fault, t: TFunction, language: ComposedLanguage): FaultWords {
  const say = (what: string, next: string, code: string | null = null): FaultWords => ({ what, next, code })
  switch (fault.kind) {
    case 'InvalidInput':
      return say(t('faults.invalidInput'), t('faults.invalidInputNext'), fault.problems.join('\n'))
    case 'NotAllowed':
      return say(t('faults.notAllowed'), t('faults.notAllowedNext'))
    case 'Unreachable':
      return say(t('faults.unreachable'), t('faults.unreachableNext'))
    case 'Unexpected':
      return say(t('faults.unexpected'), t('faults.unexpectedNext'), fault.reference)
    case 'NotFound':
      // A file is of the disk, not of the record: it was not removed there, and no undo brings it back.
      if (fault.what === 'file') return say(t('faults.fileNotFound'), t('faults.fileNotFoundNext'))
      return say(t('faults.notFound', { thing: t(things[fault.what]) }), t('faults.notFoundNext'))
    case 'RecordClosed':
      return say(t('faults.recordClosed'), t('faults.recordClosedNext'))
    case 'RecordLocked':
      return say(t('faults.recordLocked'), t('faults.recordLockedNext'))
    case 'RecordUnusable':
      return say(
        t(unusable[fault.why].what, { name: fault.name }),
        t(unusable[fault.why].next),
        `RecordUnusable ${fault.why}`,
      )
    case 'RecordInUse':
      return say(
        t('faults.recordInUse', {
          officer: fault.officer,
          host: fault.host,
          since: formatInstant(fault.since, language, today()),
        }),
        t('faults.recordInUseNext'),
      )
    case 'RecordExists':
      return say(t('faults.recordExists', { name: fault.name }), t('faults.recordExistsNext'))
    case 'WrongPassphrase':
      return say(t('faults.wrongPassphrase'), orWait(t('faults.wrongPassphraseNext'), fault.waitSeconds, t))
    case 'WrongRecoveryKey':
      return say(t('faults.wrongRecoveryKey'), orWait(t('faults.wrongRecoveryKeyNext'), fault.waitSeconds, t))
    case 'WeakPassphrase':
      return say(t('faults.weakPassphrase'), t('faults.weakPassphraseNext', { atLeast: fault.atLeast }))
    case 'DiskFull':
      return say(t('faults.diskFull', { name: fault.name }), t('faults.diskFullNext'))
    case 'NotWritable':
      return say(t('faults.notWritable', { name: fault.name }), t('faults.notWritableNext'))
    case 'FileInUse':
      return say(
        t('faults.fileInUse', { name: fault.name }),
        fault.savedAs === null
          ? t('faults.fileInUseNext')
          : t('faults.fileInUseSaved', { savedAs: fault.savedAs }),
      )
    case 'StaleText':
      return say(t('faults.staleText'), t('faults.staleTextNext'))
    case 'TextHeldElsewhere':
      return say(t('faults.textHeldElsewhere'), t('faults.textHeldElsewhereNext'))
    case 'InvalidText':
      return say(t('faults.invalidText'), t('faults.invalidTextNext'), fault.problems.join('\n'))
    case 'TextTooLarge':
      return say(
        t('faults.textTooLarge', {
          characters: formatNumber(fault.characters, language),
          atMost: formatNumber(fault.atMost, language),
        }),
        t('faults.textTooLargeNext'),
      )
    case 'StillReferredTo':
      return say(t('faults.stillReferredTo'), t('faults.stillReferredToNext'))
    case 'AlreadyThere':
      return say(t('faults.alreadyThere', { thing: t(things[fault.what]) }), t('faults.alreadyThereNext'))
    case 'OnAnotherAgenda':
      return say(t('faults.onAnotherAgenda'), t('faults.onAnotherAgendaNext'))
    case 'SeatedTogether':
      return say(t('faults.seatedTogether'), t('faults.seatedTogetherNext'))
    case 'TimesOverlap':
      return say(t('faults.timesOverlap'), t('faults.timesOverlapNext'))
    case 'EndsBeforeItStarts':
      return say(t('faults.endsBeforeItStarts'), t('faults.endsBeforeItStartsNext'))
    case 'ItemsUndecided': {
      const items = fault.items
        .map(({ number, title }) => `${number}. ${inLanguage(title, language)}`)
        .join('; ')
      return say(
        t('faults.itemsUndecided', { count: fault.items.length, items }),
        t('faults.itemsUndecidedNext'),
      )
    }
    case 'LastOfficer':
      return say(t('faults.lastOfficer'), t('faults.lastOfficerNext'))
    case 'NoAccess':
      return say(t('faults.noAccess'), t('faults.noAccessNext'))
    case 'LastAccess':
      return say(t('faults.lastAccess'), t('faults.lastAccessNext'))
    case 'CannotUndo':
      return say(t('faults.cannotUndo'), t(cannotUndo[fault.why]))
    case 'DraftFixed':
      return say(t('faults.draftFixed'), t('faults.draftFixedNext'))
    case 'CommentPlaceGone':
      return say(t('faults.commentPlaceGone'), t('faults.commentPlaceGoneNext'))
    case 'BracketsOpen':
      return say(t('faults.bracketsOpen', { count: fault.count }), t('faults.bracketsOpenNext'))
    case 'ReasonNeeded':
      return say(t(reasonNeeded[fault.why]), t('faults.reasonNeededNext'))
    case 'FileRegistered':
      return say(t('faults.fileRegistered', { number: fault.number }), t('faults.fileRegisteredNext'))
    case 'NotReadyToExport':
      return say(
        t('faults.notReadyToExport', { count: fault.problems.length }),
        t('faults.notReadyToExportNext'),
      )
    case 'MinutesAgreed':
      return say(
        t('faults.minutesAgreed', {
          number: fault.number,
          date: formatDate(fault.heldOn, language, 'medium'),
        }),
        t('faults.minutesAgreedNext'),
      )
    case 'MinutesOutOfTurn':
      return say(t(outOfTurn[fault.why].what), t(outOfTurn[fault.why].next))
    case 'MinutesIncomplete':
      return say(
        t('faults.minutesIncomplete', { count: fault.problems.length }),
        t('faults.minutesIncompleteNext'),
      )
    case 'CorrectionsOpen':
      return say(
        t('faults.correctionsOpen', {
          count: fault.corrections.length,
          numbers: fault.corrections.map(({ number }) => number).join(', '),
        }),
        t('faults.correctionsOpenNext'),
      )
    case 'DayCannotBe':
      return say(
        t(fault.why === 'future' ? 'faults.dayFuture' : 'faults.dayBeforeMeeting'),
        t('faults.dayNext'),
      )
    case 'DocxRefused':
      return say(
        t(docxRefused[fault.why].what, { name: fault.name }),
        t(docxRefused[fault.why].next),
        `DocxRefused ${fault.why}${fault.part === null ? '' : ` ${fault.part}`}`,
      )
    case 'DictionaryRefused':
      return say(
        t(dictionaryRefused[fault.why].what, { name: fault.name }),
        t(dictionaryRefused[fault.why].next),
        `DictionaryRefused ${fault.why}${fault.encoding === null ? '' : ` ${fault.encoding}`}`,
      )
    case 'LetterheadUnfit':
      return say(
        t('faults.letterheadUnfit', { name: fault.name, count: fault.problems.length }),
        t('faults.letterheadUnfitNext'),
      )
    case 'FileUnreadable':
      return say(t('faults.fileUnreadable', { name: fault.name }), t('faults.fileUnreadableNext'))
    case 'FileTooLarge':
      return say(
        t('faults.fileTooLarge', { name: fault.name, atMost: formatSize(fault.atMost, language) }),
        t('faults.fileTooLargeNext'),
      )
    case 'AttachmentLost':
      return fault.why === 'missing'
        ? say(t('faults.attachmentMissing'), t('faults.attachmentMissingNext'))
        : say(t('faults.attachmentDamaged'), t('faults.attachmentDamagedNext'))
    case 'NotUtf8':
      return say(t('faults.notUtf8', { name: fault.name }), t('faults.notUtf8Next'))
    case 'DifferentLanguages':
      return say(
        t('faults.differentLanguages', {
          base: languageName(fault.base, language),
          target: languageName(fault.target, language),
        }),
        t('faults.differentLanguagesNext'),
      )
    case 'PrinterMissing':
      return say(t('faults.printerMissing'), t('faults.printerMissingNext'))
    case 'JobStopped':
      return say(t(jobStopped[fault.why]), t('faults.jobNext'))
  }
}

function orWait(next: string, seconds: number, t: TFunction): string {
  return seconds === 0 ? next : `${next} ${t('faults.wait', { count: seconds })}`
}

/** What the things of the record are called. */
export const things = {
  agency: 'faults.things.agency',
  person: 'faults.things.person',
  officer: 'faults.things.officer',
  relationship: 'faults.things.relationship',
  series: 'faults.things.series',
  meeting: 'faults.things.meeting',
  programmeEvent: 'faults.things.programmeEvent',
  delegate: 'faults.things.delegate',
  agendaItem: 'faults.things.agendaItem',
  itemTakenOff: 'faults.things.itemTakenOff',
  decision: 'faults.things.decision',
  action: 'faults.things.action',
  figure: 'faults.things.figure',
  note: 'faults.things.note',
  correction: 'faults.things.correction',
  minutesVersion: 'faults.things.minutesVersion',
  text: 'faults.things.text',
  namedVersion: 'faults.things.namedVersion',
  act: 'faults.things.act',
  attachment: 'faults.things.attachment',
  file: 'faults.things.file',
  mou: 'faults.things.mou',
  stageEntry: 'faults.things.stageEntry',
  milestone: 'faults.things.milestone',
  draft: 'faults.things.draft',
  workingText: 'faults.things.workingText',
  thread: 'faults.things.thread',
  comment: 'faults.things.comment',
  holiday: 'faults.things.holiday',
  term: 'faults.things.term',
  topic: 'faults.things.topic',
  backlogItem: 'faults.things.backlogItem',
  procedureStep: 'faults.things.procedureStep',
  guidelines: 'faults.things.guidelines',
  clauseLink: 'faults.things.clauseLink',
  spellingWord: 'faults.things.spellingWord',
  dictionary: 'faults.things.dictionary',
  letterhead: 'faults.things.letterhead',
} satisfies Record<Thing, MessageKey>

const unusable = {
  empty: { what: 'faults.unusable.empty', next: 'faults.unusable.emptyNext' },
  truncated: { what: 'faults.unusable.truncated', next: 'faults.unusable.truncatedNext' },
  damaged: { what: 'faults.unusable.damaged', next: 'faults.unusable.damagedNext' },
  foreign: { what: 'faults.unusable.foreign', next: 'faults.unusable.foreignNext' },
  newer: { what: 'faults.unusable.newer', next: 'faults.unusable.newerNext' },
  keysMissing: { what: 'faults.unusable.keysMissing', next: 'faults.unusable.keysMissingNext' },
  keysDamaged: { what: 'faults.unusable.keysDamaged', next: 'faults.unusable.keysDamagedNext' },
  networkFolder: { what: 'faults.unusable.networkFolder', next: 'faults.unusable.networkFolderNext' },
  readOnly: { what: 'faults.unusable.readOnly', next: 'faults.unusable.readOnlyNext' },
} satisfies Record<UnusableRecord, { readonly what: MessageKey; readonly next: MessageKey }>

/** Why a file was not read as a Word document: what happened, and what is safe and what to do. */
const docxRefused = {
  empty: { what: 'faults.docxRefused.empty', next: 'faults.docxRefused.emptyNext' },
  notWord: { what: 'faults.docxRefused.notWord', next: 'faults.docxRefused.notWordNext' },
  oldWord: { what: 'faults.docxRefused.oldWord', next: 'faults.docxRefused.oldWordNext' },
  encrypted: { what: 'faults.docxRefused.encrypted', next: 'faults.docxRefused.encryptedNext' },
  macros: { what: 'faults.docxRefused.macros', next: 'faults.docxRefused.macrosNext' },
  truncated: { what: 'faults.docxRefused.truncated', next: 'faults.docxRefused.truncatedNext' },
  damaged: { what: 'faults.docxRefused.damaged', next: 'faults.docxRefused.damagedNext' },
  unsafePath: { what: 'faults.docxRefused.unsafePath', next: 'faults.docxRefused.unsafePathNext' },
  fileTooLarge: { what: 'faults.docxRefused.fileTooLarge', next: 'faults.docxRefused.fileTooLargeNext' },
  tooManyParts: { what: 'faults.docxRefused.tooManyParts', next: 'faults.docxRefused.tooManyPartsNext' },
  partTooLarge: { what: 'faults.docxRefused.partTooLarge', next: 'faults.docxRefused.partTooLargeNext' },
  bomb: { what: 'faults.docxRefused.bomb', next: 'faults.docxRefused.bombNext' },
  noText: { what: 'faults.docxRefused.noText', next: 'faults.docxRefused.noTextNext' },
  doctype: { what: 'faults.docxRefused.doctype', next: 'faults.docxRefused.doctypeNext' },
  brokenXml: { what: 'faults.docxRefused.brokenXml', next: 'faults.docxRefused.brokenXmlNext' },
  tooDeep: { what: 'faults.docxRefused.tooDeep', next: 'faults.docxRefused.tooDeepNext' },
  tooMuch: { what: 'faults.docxRefused.tooMuch', next: 'faults.docxRefused.tooMuchNext' },
  pictureTooLarge: {
    what: 'faults.docxRefused.pictureTooLarge',
    next: 'faults.docxRefused.pictureTooLargeNext',
  },
} satisfies Record<DocxRefusal, { readonly what: MessageKey; readonly next: MessageKey }>

/** Why a file was not taken as a dictionary. */
const dictionaryRefused = {
  noAffixes: { what: 'faults.dictionaryRefused.noAffixes', next: 'faults.dictionaryRefused.noAffixesNext' },
  noWords: { what: 'faults.dictionaryRefused.noWords', next: 'faults.dictionaryRefused.noWordsNext' },
  notDictionary: {
    what: 'faults.dictionaryRefused.notDictionary',
    next: 'faults.dictionaryRefused.notDictionaryNext',
  },
  encoding: { what: 'faults.dictionaryRefused.encoding', next: 'faults.dictionaryRefused.encodingNext' },
  tooLarge: { what: 'faults.dictionaryRefused.tooLarge', next: 'faults.dictionaryRefused.tooLargeNext' },
  tooHeavy: { what: 'faults.dictionaryRefused.tooHeavy', next: 'faults.dictionaryRefused.tooHeavyNext' },
} satisfies Record<DictionaryRefusal, { readonly what: MessageKey; readonly next: MessageKey }>

type Why<Kind extends Fault['kind']> = Extract<Fault, { readonly kind: Kind; readonly why: string }>['why']

const cannotUndo = {
  changedSince: 'faults.cannotUndoChangedSince',
  neededSince: 'faults.cannotUndoNeededSince',
  alreadyUndone: 'faults.cannotUndoAlreadyUndone',
  tooOld: 'faults.cannotUndoTooOld',
} satisfies Record<Why<'CannotUndo'>, MessageKey>

const reasonNeeded = {
  stageOutOfOrder: 'faults.reasonStageOutOfOrder',
  stageEnds: 'faults.reasonStageEnds',
  beforeEarlierStage: 'faults.reasonBeforeEarlierStage',
  calledOff: 'faults.reasonCalledOff',
  correctionRefused: 'faults.reasonCorrectionRefused',
  inTheFuture: 'faults.reasonInTheFuture',
  beforeParent: 'faults.reasonBeforeParent',
  receivedBeforeWritten: 'faults.reasonReceivedBeforeWritten',
} satisfies Record<Why<'ReasonNeeded'>, MessageKey>

/** Why an act on minutes has no place: what stands in its way, and what to do. */
const outOfTurn = {
  calledOff: { what: 'faults.minutesCalledOff', next: 'faults.minutesCalledOffNext' },
  notHeld: { what: 'faults.minutesNotHeld', next: 'faults.minutesNotHeldNext' },
  notCirculated: { what: 'faults.minutesNotCirculated', next: 'faults.minutesNotCirculatedNext' },
  decided: { what: 'faults.correctionDecided', next: 'faults.correctionDecidedNext' },
  notAgreed: { what: 'faults.minutesNotAgreed', next: 'faults.minutesNotAgreedNext' },
  alreadyAgreed: { what: 'faults.minutesAlreadyAgreed', next: 'faults.minutesAlreadyAgreedNext' },
} satisfies Record<MinutesTurn, { readonly what: MessageKey; readonly next: MessageKey }>

const jobStopped = {
  cancelled: 'faults.jobCancelled',
  tooLong: 'faults.jobTooLong',
  tooLarge: 'faults.jobTooLarge',
} satisfies Record<Why<'JobStopped'>, MessageKey>
