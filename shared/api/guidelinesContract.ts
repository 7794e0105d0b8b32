import { z } from 'zod'
import { MouId, OfficerId } from '../ids.ts'
import { Guidelines, GuidelinesRevision, GuidelinesWords } from '../mou/guidelines.ts'
import { Passphrase } from '../record.ts'
import { Instant } from '../values.ts'
import { act, read, write } from './operation.ts'

/**
 * The guidelines of the delegation for one memorandum: a restricted paper. What is not marked otherwise asks for them to
 * be open in the window that asks, and answers `NoAccess` where they are not.
 */
export const guidelinesContract = {
  /** Null: there are none. Needs no passphrase, and gives no word of them. */
  'guidelines.ofMou': read({ mouId: MouId }, Guidelines.nullable()),
  /** Begins them, empty and open in this window, for the officer who asks. */
  'guidelines.make': write({ mouId: MouId, passphrase: Passphrase }, Guidelines),
  /** With the officer's own passphrase for them. Each opening is kept in the log. Faults: `NoAccess`, `WrongPassphrase`. */
  'guidelines.open': act(
    { mouId: MouId, passphrase: Passphrase },
    z.strictObject({ revision: GuidelinesRevision, words: GuidelinesWords }),
  ),
  /** Their key leaves the memory. */
  'guidelines.close': act({ mouId: MouId }, z.null()),
  /** On top of `revision`. Fault: `StaleText`. */
  'guidelines.save': write(
    { mouId: MouId, revision: GuidelinesRevision, words: GuidelinesWords },
    z.strictObject({ revision: GuidelinesRevision, savedAt: Instant }),
  ),
  /**
   * Gives an officer access by a passphrase that he types himself; or another one to who has forgotten his. As with all
   * that changes access, there is no undo token: it cannot be taken back by who has none.
   */
  'guidelines.giveAccess': write({ mouId: MouId, officerId: OfficerId, passphrase: Passphrase }, Guidelines),
  /** Fault: `LastAccess`. */
  'guidelines.takeAccess': write({ mouId: MouId, officerId: OfficerId }, Guidelines),
  /** The officer's own; they need not be open. */
  'guidelines.changePassphrase': write(
    { mouId: MouId, passphrase: Passphrase, newPassphrase: Passphrase },
    z.null(),
  ),
  /** They need not be open where no officer of the record has access any more. */
  'guidelines.remove': write({ mouId: MouId }, z.null()),
} as const
