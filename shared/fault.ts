import type { DocxRefusal } from './docxReading.ts'
import type { DraftId, MeetingId } from './ids.ts'
import type { LetterheadProblem } from './letterhead.ts'
import type { MinutesProblem } from './meeting/minutesDocument.ts'
import type { MinutesTurn } from './meeting/minutesLife.ts'
import type { OddDate } from './mou/draft.ts'
import type { OpenBracket } from './mou/mou.ts'
import type { DictionaryRefusal } from './spelling.ts'
import type { CalendarDate, Instant, Wording } from './values.ts'

/** The things of the record that a request may name and not find. */
export type Thing =
  | 'agency'
  | 'person'
  | 'officer'
  | 'relationship'
  | 'series'
  | 'meeting'
  | 'programmeEvent'
  | 'delegate'
  | 'agendaItem'
  | 'itemTakenOff'
  | 'decision'
  | 'action'
  | 'figure'
  | 'note'
  | 'correction'
  | 'minutesVersion'
  | 'text'
  | 'namedVersion'
  | 'act'
  | 'attachment'
  | 'file'
  | 'mou'
  | 'stageEntry'
  | 'milestone'
  | 'draft'
  | 'workingText'
  | 'thread'
  | 'comment'
  | 'holiday'
  | 'term'
  | 'topic'
  | 'backlogItem'
  | 'procedureStep'
  | 'guidelines'
  | 'clauseLink'
  | 'spellingWord'
  | 'dictionary'
  | 'letterhead'

/** What stands in the way of opening a file as a record. The bytes of the file are unchanged in every case. */
export type UnusableRecord =
  | 'empty' // no bytes, where a record is known to have been
  | 'truncated' // fewer bytes than its pages need
  | 'damaged' // pages that fail their seal, or an audit chain that does not hold
  | 'foreign' // opened with the key, but not a record of Sepaham
  | 'newer' // made by a newer Sepaham
  | 'keysMissing' // the key slots are not beside it, in neither copy
  | 'keysDamaged'
  | 'networkFolder' // on a network drive or in a cloud folder, where locks lie
  | 'readOnly'

/**
 * A failure that was to be expected, as data that a person can act on. It crosses IPC and HTTP unchanged;
 * its words are in the catalogues of the renderer, and a kind without words in both languages does not compile.
 */
export type Fault =
  | { readonly kind: 'InvalidInput'; readonly problems: readonly string[] }
  | { readonly kind: 'NotAllowed' } // the caller is not a window of this program
  | { readonly kind: 'Unreachable' } // the request never arrived, or no reply came back
  | { readonly kind: 'Unexpected'; readonly reference: string } // the log has the details under this
  | { readonly kind: 'NotFound'; readonly what: Thing }
  | { readonly kind: 'RecordClosed' }
  | { readonly kind: 'RecordLocked' }
  | { readonly kind: 'RecordUnusable'; readonly why: UnusableRecord; readonly name: string }
  | { readonly kind: 'RecordInUse'; readonly host: string; readonly officer: string; readonly since: Instant }
  | { readonly kind: 'RecordExists'; readonly name: string }
  | { readonly kind: 'WrongPassphrase'; readonly waitSeconds: number }
  | { readonly kind: 'WrongRecoveryKey'; readonly waitSeconds: number }
  | { readonly kind: 'WeakPassphrase'; readonly atLeast: number }
  | { readonly kind: 'DiskFull'; readonly name: string }
  | { readonly kind: 'NotWritable'; readonly name: string }
  | { readonly kind: 'FileInUse'; readonly name: string; readonly savedAs: string | null }
  | { readonly kind: 'StaleText'; readonly revision: number }
  | { readonly kind: 'TextHeldElsewhere' }
  | { readonly kind: 'DraftFixed' } // what was tabled is not changed
  | { readonly kind: 'InvalidText'; readonly problems: readonly string[] }
  | { readonly kind: 'TextTooLarge'; readonly characters: number; readonly atMost: number }
  | { readonly kind: 'StillReferredTo'; readonly by: readonly Reference[] }
  | { readonly kind: 'AlreadyThere'; readonly what: Thing }
  /** A matter of an earlier meeting is to come onto an agenda, and another one has it by now. */
  | { readonly kind: 'OnAnotherAgenda'; readonly by: readonly Reference[] }
  /** Two people are to become one, and both sat at these meetings. */
  | { readonly kind: 'SeatedTogether'; readonly by: readonly Reference[] }
  | { readonly kind: 'TimesOverlap' } // of one person in a room
  | { readonly kind: 'EndsBeforeItStarts' }
  /** A meeting is closed only when it is said of each item that was not taken up what becomes of it. */
  | { readonly kind: 'ItemsUndecided'; readonly items: readonly UndecidedItem[] }
  | { readonly kind: 'LastOfficer' }
  | { readonly kind: 'NoAccess' } // a restricted paper that is not this officer's, or not open in this window
  | { readonly kind: 'LastAccess' } // nobody could open the restricted paper any more
  | { readonly kind: 'CannotUndo'; readonly why: 'changedSince' | 'neededSince' | 'alreadyUndone' | 'tooOld' }
  /** An agreed text has none; the first of them, in reading order, and how many there are. */
  | { readonly kind: 'BracketsOpen'; readonly brackets: readonly OpenBracket[]; readonly count: number }
  /** A stage out of its order, or an odd date, is kept only with the reason for it. */
  | {
      readonly kind: 'ReasonNeeded'
      readonly why:
        'stageOutOfOrder' | 'stageEnds' | 'beforeEarlierStage' | 'calledOff' | 'correctionRefused' | OddDate
    }
  /** The very file was registered already. */
  | { readonly kind: 'FileRegistered'; readonly draftId: DraftId; readonly number: number }
  /** The text has other words at the place that was to be commented: it was changed meanwhile. */
  | { readonly kind: 'CommentPlaceGone' }
  | { readonly kind: 'NotReadyToExport'; readonly problems: readonly MinutesProblem[] }
  /** Both sides agreed the minutes of this meeting: nothing that would change what they say is written. */
  | {
      readonly kind: 'MinutesAgreed'
      readonly meetingId: MeetingId
      readonly number: number
      readonly heldOn: CalendarDate
    }
  | { readonly kind: 'MinutesOutOfTurn'; readonly why: MinutesTurn }
  /** Nobody agrees to minutes of which this is missing. */
  | { readonly kind: 'MinutesIncomplete'; readonly problems: readonly MinutesProblem[] }
  | {
      readonly kind: 'CorrectionsOpen'
      readonly corrections: readonly {
        readonly number: number
        readonly side: string
        readonly asked: string
      }[]
    }
  /** A day of the minutes' life before the meeting, or one that has come nowhere yet. */
  | { readonly kind: 'DayCannotBe'; readonly why: 'future' | 'beforeMeeting' }
  | {
      readonly kind: 'DocxRefused'
      readonly why: DocxRefusal
      readonly name: string
      readonly part: string | null // of the file, where it is one part that is wrong
    }
  | {
      readonly kind: 'DictionaryRefused'
      readonly why: DictionaryRefusal
      readonly name: string
      readonly encoding: string | null // that the file names, where it is the encoding that is wrong
    }
  /** A Word file that cannot be used as a letterhead as it is. */
  | {
      readonly kind: 'LetterheadUnfit'
      readonly name: string
      readonly problems: readonly LetterheadProblem[]
    }
  | { readonly kind: 'FileUnreadable'; readonly name: string } // gone, moved, or not ours to read
  | { readonly kind: 'FileTooLarge'; readonly name: string; readonly atMost: number } // bytes
  /** A file that is kept beside the record: not there, or not as it was kept. */
  | { readonly kind: 'AttachmentLost'; readonly why: 'missing' | 'damaged' }
  | { readonly kind: 'NotUtf8'; readonly name: string } // a plain text in another encoding
  /** Primary subtags, BCP 47: 'en', 'id', 'km'. */
  | { readonly kind: 'DifferentLanguages'; readonly base: string; readonly target: string }
  | { readonly kind: 'PrinterMissing' } // no browser that could make a PDF
  | { readonly kind: 'JobStopped'; readonly why: 'cancelled' | 'tooLong' | 'tooLarge' }

/** An item of an agenda, by its number on paper. */
export type UndecidedItem = { readonly number: number; readonly title: Wording }

/** A thing that still refers to another, by the words an officer knows it by. */
export type Reference = {
  readonly what: Thing
  readonly name: string
  readonly on: CalendarDate | null
}
