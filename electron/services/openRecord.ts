import type { HandlersOf } from '../../shared/api/dispatch.ts'
import type { Operation } from '../../shared/api/contract.ts'
import type { ComparedFile } from '../../shared/compare/comparedFile.ts'
import type { ChangeId, Comparison } from '../../shared/compare/comparison.ts'
import type { ShownChanges } from '../../shared/compare/shownChanges.ts'
import type { MergedDrafts } from '../../shared/compare/mergedDrafts.ts'
import type { DocxComment } from '../../shared/docxReading.ts'
import type { RedlineFront } from '../../shared/docx/draft/redlineFront.ts'
import type { AppEvent } from '../../shared/api/events.ts'
import type { Fault } from '../../shared/fault.ts'
import type { matchNames, Named, pairNames } from '../../shared/meeting/alikeNames.ts'
import type { LetterheadCheck, LetterheadLoss, LetterheadSheet } from '../../shared/letterhead.ts'
import type { Block, MinutesDocument } from '../../shared/meeting/minutesDocument.ts'
import type { PageFont } from '../../shared/meeting/minutesHtml.ts'
import type { DraftPaper } from '../../shared/mou/draftPaper.ts'
import type { SavedFile } from '../../shared/record.ts'
import type { RecoverySheet } from '../../shared/recoverySheetWords.ts'
import type { Result } from '../../shared/result.ts'
import type { LineChoice } from '../../shared/text/instrument/confirmLines.ts'
import type { Proposal } from '../../shared/text/instrument/recogniseClauses.ts'
import type { layTextsBeside, TextsBeside } from '../../shared/text/textsBeside.ts'
import type { Classification, ComposedLanguage, Language, Side } from '../../shared/values.ts'
import type { AuditHead } from '../store/audit.ts'
import type { KeptFile } from '../store/attachmentFiles.ts'
import type { Manifest } from '../store/copies.ts'
import type { DictionaryFiles } from '../store/dictionaryFiles.ts'
import type { ScryptCost } from '../store/keySlots.ts'
import type { Store } from '../store/store.ts'
import type { Verification } from '../store/verifyRecord.ts'
import type { Tries } from './passphraseTries.ts'
import type { Desktop } from './ports.ts'

/** What the services of an open record stand on. It lives from unlocking to locking and is never reused. */
export type OpenRecord = {
  readonly store: Store
  readonly ownSide: Side
  /** A sample record: what leaves it is marked as a sample. */
  readonly sample: boolean
  readonly desktop: Desktop
  readonly jobs: Jobs
  /** Tells one window, or every window (null). `recordChanged` after a write is sent by the thread itself. */
  readonly emit: (event: AppEvent, client: string | null) => void
  readonly saveFile: SaveFile
  readonly files: KeptFiles
  /** Checks words by one dictionary in a thread of its own, until it is ended. */
  readonly newSpeller: (source: DictionarySource) => Speller
  /** What deriving a key from a passphrase costs. */
  readonly cost: ScryptCost
  /** The wrong passphrases of a restricted paper, by its id: locking and unlocking forgets none. */
  readonly triesAt: (paperId: string) => Tries
  /** The fonts that a page for printing carries with it. */
  readonly pageFonts: () => readonly PageFont[]
}

/** The dictionary of the program, or files that are taken when they are needed. */
export type DictionarySource = 'english' | (() => Promise<Result<DictionaryFiles, Fault>>)

/** Faults: `JobStopped`, and those of taking the files. */
export type Speller = {
  /** Those of the words that are not known. */
  readonly check: (words: readonly string[]) => Promise<Result<readonly string[], Fault>>
  readonly suggest: (word: string) => Promise<Result<readonly string[], Fault>>
  /** For good. What waits is answered as cancelled. */
  readonly end: () => void
}

/**
 * Files of other programs, encrypted beside the record by their content; work for a job. Faults of keeping: `DiskFull`,
 * `NotWritable`; of taking: `AttachmentLost`.
 */
export type KeptFiles = {
  readonly keep: (bytes: Uint8Array) => Promise<Result<KeptFile, Fault>>
  readonly take: (kept: KeptFile) => Promise<Result<Uint8Array, Fault>>
}

/**
 * Writes a file for a person so that the name never stands for half a file: beside it, synced, renamed, directory
 * synced. Faults: `DiskFull`, `NotWritable`, and `FileInUse` where another program holds the file; then the bytes
 * are under the second name that `savedAs` gives.
 */
export type SaveFile = (path: string, bytes: Uint8Array) => Promise<Result<SavedFile, Fault>>

/** A DOCX, and the characters that XML cannot hold and that were left out of it, by count. */
type WrittenDocx = { readonly bytes: Uint8Array; readonly removedCharacters: number }

/** A text as JSON of the schema, with the hash by which equal texts are known. */
export type PaperText = { readonly doc: unknown; readonly sha256: string }

/** The work that runs in a thread of its own, by name: what it takes and what it gives. */
export type JobTable = {
  /** DOCX of a paper of a meeting, on a letterhead or on plain paper (null). `draft` puts a watermark. */
  minutesDocx: {
    input: {
      readonly document: MinutesDocument
      readonly draft: boolean
      readonly letterhead: { readonly name: string; readonly bytes: Uint8Array } | null
    }
    output: WrittenDocx
  }
  /** The same on a letterhead as a page for printing. */
  letterheadPage: {
    input: {
      readonly document: MinutesDocument
      readonly draft: boolean
      readonly letterhead: { readonly name: string; readonly bytes: Uint8Array }
      readonly fonts: readonly PageFont[]
    }
    output: string
  }
  /** The same to look at. */
  letterheadPreview: {
    input: JobTable['letterheadPage']['input']
    output: { readonly sheet: LetterheadSheet; readonly blocks: readonly Block[] }
  }
  /** What such a page cannot show of a letterhead. */
  letterheadLosses: {
    input: { readonly name: string; readonly bytes: Uint8Array }
    output: readonly LetterheadLoss[]
  }
  /** What a Word file that is to be a letterhead has and lacks. */
  checkLetterhead: {
    input: { readonly name: string; readonly bytes: Uint8Array }
    output: LetterheadCheck
  }
  /** DOCX of one text. `recordWords` has the words of the records it refers to, by "decision <id>". */
  textDocx: {
    input: {
      readonly title: string
      readonly doc: unknown
      readonly language: ComposedLanguage
      readonly classification: Classification
      readonly sample: boolean
      readonly recordWords: Readonly<Record<string, string>>
    }
    output: WrittenDocx
  }
  /** A Word file or plain text that somebody else wrote; to be run with `readingDeadlineMs`. */
  readPaper: {
    input: { readonly name: string; readonly bytes: Uint8Array }
    output: {
      readonly file: Omit<ComparedFile, 'fileId'>
      readonly texts: { readonly asItWas: unknown; readonly asProposed: unknown }
      readonly comments: readonly DocxComment[]
    }
  }
  /** DOCX with what changed as tracked changes; `names` of both for the pages in front, null: none. */
  writeRedline: {
    input: {
      readonly base: PaperText
      readonly target: PaperText
      readonly language: ComposedLanguage
      readonly title: string
      readonly author: string
      readonly date: string
      readonly names: Pick<RedlineFront, 'base' | 'target' | 'views'> | null
    }
    output: WrittenDocx
  }
  /** How a text is made up, line by line; `choices` of a person read lines of it otherwise (null: propose). */
  recogniseText: {
    input: {
      readonly doc: unknown
      readonly language: Language
      readonly choices: readonly (readonly [string, LineChoice])[] | null
      readonly isPasted: boolean
    }
    output: Omit<Proposal, 'doc'> & { readonly doc: unknown; readonly language: Language | null }
  }
  /** The texts of one instrument beside each other, by clause. */
  layBeside: {
    input: {
      readonly texts: readonly { readonly language: Language; readonly doc: unknown }[]
      readonly agreed: Parameters<typeof layTextsBeside>[1]
    }
    output: TextsBeside
  }
  /** DOCX of a draft. `unplacedComments` are on what is not in this view, and stand at its end. */
  draftDocx: { input: DraftPaper; output: WrittenDocx & { readonly unplacedComments: number } }
  /** A draft as a page for the printer. */
  draftHtml: {
    input: { readonly paper: DraftPaper; readonly fonts: readonly PageFont[] }
    output: string
  }
  comparePapers: { input: { readonly base: PaperText; readonly target: PaperText }; output: Comparison }
  /** Both texts as JSON of the schema; the marks stand in the second. */
  showChanges: { input: { readonly base: unknown; readonly target: unknown }; output: ShownChanges }
  /** Which changes the file of the second text does not track; null: it holds another text. */
  findUnmarked: {
    input: {
      readonly base: PaperText
      readonly target: PaperText
      readonly own: { readonly asItWas: PaperText; readonly asProposed: PaperText }
    }
    output: readonly ChangeId[] | null
  }
  /** Two drafts in one text with brackets; `base` is what both answer, null: the first rolling text of both. */
  mergeDrafts: {
    input: {
      readonly base: unknown
      readonly ours: { readonly side: string; readonly doc: unknown }
      readonly theirs: { readonly side: string; readonly doc: unknown }
      readonly language: ComposedLanguage
    }
    output: MergedDrafts & { readonly doc: unknown }
  }
  /** Each two of a group of people who look alike. */
  pairNames: { input: readonly (readonly Named[])[]; output: ReturnType<typeof pairNames> }
  /** For each of the names asked about the people who may be meant. */
  matchNames: {
    input: { readonly people: readonly Named[]; readonly asked: readonly (readonly string[])[] }
    output: ReturnType<typeof matchNames>
  }
  /** Whether files can be used as a dictionary, within a deadline. */
  readDictionary: {
    input: DictionaryFiles
    output: { readonly words: number; readonly encoding: string }
  }
  /** DOCX of the sheet with the recovery key. */
  recoverySheetDocx: { input: RecoverySheet; output: Uint8Array }
  /** Encrypts bytes beside the record at `path`; `key` is zeroed in the worker. */
  keepFile: {
    input: { readonly path: string; readonly key: Uint8Array; readonly bytes: Uint8Array }
    output: KeptFile
  }
  takeFile: {
    input: { readonly path: string; readonly key: Uint8Array; readonly kept: KeptFile }
    output: Uint8Array
  }
  /** A verified copy of the record; `key` is zeroed in the worker. */
  copy: {
    input: { readonly path: string; readonly key: Uint8Array; readonly now: string }
    output: Manifest
  }
  /** Everything there is to check in the record. */
  verify: {
    input: { readonly path: string; readonly key: Uint8Array; readonly anchors: readonly AuditHead[] }
    output: Verification
  }
}

/**
 * Runs a job in a worker with a limit of memory and a deadline. Faults: `JobStopped`, and those the job answers
 * with. A job that takes over a second tells the windows how far it is. `makeReady` has a worker load the code of a job
 * while a person is still asked where its file shall go.
 */
export type Jobs = {
  readonly makeReady: (name: keyof JobTable) => void
  readonly run: <Name extends keyof JobTable>(
    name: Name,
    input: JobTable[Name]['input'],
    options?: { readonly signal?: AbortSignal; readonly deadlineMs?: number },
  ) => Promise<Result<JobTable[Name]['output'], Fault>>
}

/** The operations that the life of the record itself answers; `file.*` and `window.*` belong to the host. */
export type LifeOperation = Extract<
  Operation,
  `record.${string}` | `settings.${string}` | `officer.${string}` | `history.${string}`
>
export type HostOperation = Extract<Operation, `file.${string}` | `window.${string}`>
/** Everything else is about what the record holds, meetings, memoranda and texts, and needs it open. */
export type ContentOperation = Exclude<Operation, LifeOperation | HostOperation>

/** What `createContentHandlers(record: OpenRecord)` gives. */
export type ContentHandlers = {
  readonly handlers: HandlersOf<ContentOperation>
  /** A window has gone: the texts that it held are free again. */
  readonly clientGone: (client: string) => void
  /**
   * Called before the record is locked or closed, and every half minute with `idleOnly`: ends bursts of editing, so
   * that each has its entry in the audit log. With `idleOnly`, only bursts in which nothing was typed lately.
   */
  readonly settle: (idleOnly: boolean) => void
}
export type CreateContentHandlers = (record: OpenRecord) => ContentHandlers

/** Fills a new, empty record with the sample. Each thing goes in through the same services a person uses. */
export type FillSample = (record: OpenRecord) => Promise<Result<null, Fault>>
