import { z } from 'zod'
import { NamedVersionId, OfficerId, TextId, UndoToken } from './ids.ts'
import { Phrases, usualPhrases } from './meeting/phrases.ts'
import { ComposedLanguage, Instant, Language, line, lines, Side } from './values.ts'

/** Someone who uses the record. Each opens it with a passphrase of his own; his acts carry his name. */
export const Officer = z.strictObject({ id: OfficerId, name: line(160), addedAt: Instant })
export type Officer = z.infer<typeof Officer>

/** A file that was opened before, by an opaque id: paths stay with the host. */
export const RecentRecord = z.strictObject({ id: z.string().max(64), name: z.string(), openedAt: Instant })
export type RecentRecord = z.infer<typeof RecentRecord>

/** Why a copy could not be made, and when it was tried. It is tried again without being asked. */
export const CopyFailure = z.strictObject({
  why: z.enum(['diskFull', 'notWritable', 'damaged', 'unexpected']),
  at: Instant,
})
export type CopyFailure = z.infer<typeof CopyFailure>

/** The newest verified copy of the record, or none yet. */
export const CopyState = z.strictObject({
  madeAt: Instant.nullable(),
  verified: z.boolean(),
  /** Set while a copy is being made. */
  running: z.boolean(),
  /** Null once a copy was made. */
  failure: CopyFailure.nullable(),
})
export type CopyState = z.infer<typeof CopyState>

/** How far the checks of an opened record have come. `unchecked`: one was stopped or failed; it is made again. */
export const Health = z.enum(['checking', 'sound', 'unsound', 'unchecked'])
export type Health = z.infer<typeof Health>

/** Where the life of the record stands. `locked` has a file and no key; `open` has both. */
export const RecordState = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('closed'), recent: z.array(RecentRecord).readonly() }),
  z.strictObject({
    status: z.literal('locked'),
    name: z.string(),
    officers: z.array(z.string()).readonly(),
    /** The passphrase of a sample is no secret; null for every other record. */
    samplePassphrase: z.string().nullable(),
  }),
  z.strictObject({
    status: z.literal('open'),
    name: z.string(),
    ownSide: Side,
    sample: z.boolean(),
    officer: Officer,
    /** False until somebody has typed back a part of the printed recovery key. */
    recoveryConfirmed: z.boolean(),
    /** Someone else's lease could not be had: the record is shown and nothing can be changed. */
    readOnly: z.boolean(),
    copy: CopyState,
    health: Health,
    /**
     * Set where a copy was put in the record's place: when this computer last saw the one that was there, and when
     * the last entry of this one was made.
     */
    replaced: z.strictObject({ seenAt: Instant, lastAt: Instant.nullable() }).nullable(),
    /** Little of the disk is free: what is written may soon fail. */
    diskLow: z.boolean(),
    /** The latest moment that the record knows, where the computer's clock shows an earlier one. */
    clockBehind: Instant.nullable(),
  }),
])
export type RecordState = z.infer<typeof RecordState>

/** The key for the unit's safe, as printed: groups of base32 with a checksum. */
export const RecoveryKey = z.string().max(120)

export const Theme = z.enum(['system', 'light', 'dark'])
export type Theme = z.infer<typeof Theme>

/** What a person wants to be reminded of while the program runs. */
export const ReminderSettings = z.strictObject({
  /** Minutes before a meeting begins; null: not of meetings. */
  beforeMeetings: z.int().min(0).max(20_160).nullable(),
  /** Of actions that are due or overdue. */
  actions: z.boolean(),
  /** Of memoranda that end soon. */
  memoranda: z.boolean(),
})
export type ReminderSettings = z.infer<typeof ReminderSettings>

/** A reminder that was put away, by its key: until an instant, or for good (null). It names things by their ids alone. */
export const PutAway = z.strictObject({ key: z.string().max(120), until: Instant.nullable() })
export type PutAway = z.infer<typeof PutAway>

/** How many are remembered: the oldest are forgotten, whose days have passed. */
export const mostPutAway = 300

const usualReminders: ReminderSettings = { beforeMeetings: 24 * 60, actions: true, memoranda: true }

/** What belongs to this computer and not to the record. */
export const Settings = z.strictObject({
  language: ComposedLanguage,
  theme: Theme,
  density: z.enum(['comfortable', 'compact']),
  /** The sidebar as a rail of icons. */
  rail: z.boolean(),
  /** Minutes without a key or a click until the record locks itself; 0: never. */
  lockAfterMinutes: z.int().min(0).max(240),
  /** Keep the window out of screen sharing and screenshots (Windows, macOS). */
  contentProtection: z.boolean(),
  /** Mark words that no dictionary knows. Files of settings from before there was a check do not name it. */
  spelling: z.boolean().default(true),
  // Nor do those of before there were reminders name these.
  reminders: ReminderSettings.default(usualReminders),
  putAway: z.array(PutAway).max(mostPutAway).readonly().default([]),
  /** Usual wording of minutes; files from before there was any do not name it. */
  phrases: Phrases.default(usualPhrases),
})
export type Settings = z.infer<typeof Settings>

export const defaultSettings: Settings = {
  language: 'id',
  theme: 'system',
  density: 'comfortable',
  rail: false,
  lockAfterMinutes: 10,
  contentProtection: false,
  spelling: true,
  reminders: usualReminders,
  putAway: [],
  phrases: usualPhrases,
}

/** One act in the history, newest first in lists. `undo` is null where there is nothing to undo. */
export const Act = z.strictObject({
  sequence: z.int(),
  at: Instant,
  officer: z.string(),
  operation: z.string(),
  /** The name of what it was about, as far as the record still knows it. */
  about: z.string(),
  undo: UndoToken.nullable(),
  undone: z.boolean(),
})
export type Act = z.infer<typeof Act>

/** A text as an editor opens it. `doc` is ProseMirror JSON of the text schema. */
export const OpenedText = z.strictObject({
  textId: TextId,
  language: Language,
  revision: z.int(),
  doc: z.unknown(),
  /** False while another window holds the text (follow, read-only), and of a draft, which is never changed. */
  editable: z.boolean(),
  savedAt: Instant.nullable(),
})
export type OpenedText = z.infer<typeof OpenedText>

/** What came of a save. It is said only after the commit. */
export const SavedText = z.strictObject({
  revision: z.int(),
  savedAt: Instant,
  /** Set when the save shrank the text by more than nine tenths: the former was kept under this version. */
  kept: NamedVersionId.nullable(),
})
export type SavedText = z.infer<typeof SavedText>

/** A saved state of a text that was not tabled. */
export const NamedVersion = z.strictObject({
  id: NamedVersionId,
  textId: TextId,
  revision: z.int(),
  name: line(200),
  savedAt: Instant,
  officer: z.string(),
})
export type NamedVersion = z.infer<typeof NamedVersion>

/** What one officer saved of a text within one minute. */
export const TextBurst = z.strictObject({
  /** The last of them: the text as it was when the minute was over. */
  revision: z.int(),
  saves: z.int(),
  savedAt: Instant,
  officer: z.string(),
})
export type TextBurst = z.infer<typeof TextBurst>

/** A file that was written for a person. The folder is shown, never used as an input. */
export const SavedFile = z.strictObject({
  name: z.string(),
  folder: z.string(),
  bytes: z.int(),
  /** Characters that XML cannot hold and that were left out, by count. */
  removedCharacters: z.int(),
})
export type SavedFile = z.infer<typeof SavedFile>

/** A draft that was written as a file. `unplacedComments` are on what is not in its view, and stand at its end. */
export const SavedDraft = SavedFile.extend({ unplacedComments: z.int() })
export type SavedDraft = z.infer<typeof SavedDraft>

export const Passphrase = lines(1_024)
