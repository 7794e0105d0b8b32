import type { AppEvent } from '../../shared/api/events.ts'
import type { Fault } from '../../shared/fault.ts'
import type { Result } from '../../shared/result.ts'
import type { Desktop } from '../services/ports.ts'

/** What a host hands to the record thread when it starts it. */
export type RecordThreadOptions = {
  /** The folder of this computer's settings, list of recent records, sample and log. */
  readonly dataFolder: string
  /** The folder in which records and exports are offered to be saved. */
  readonly documentsFolder: string
  /** The bundle (or source file) of the jobs' worker. */
  readonly jobsEntry: string
  /** The files of the built page, where the fonts for printing are. */
  readonly pageFiles: string
}

export type ToRecord =
  | {
      readonly kind: 'request'
      readonly id: number
      readonly client: string
      readonly operation: unknown
      readonly input: unknown
    }
  /** A window has gone: the texts that it held are free again. */
  | { readonly kind: 'clientGone'; readonly client: string }
  | { readonly kind: 'desktopReply'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'desktopFailure'; readonly id: number; readonly message: string }
  /** Opens without a dialog, for `--record`, `--passphrase-file` and `--sample`: paths come from the command line. */
  | {
      readonly kind: 'openAtStart'
      readonly id: number
      readonly path: string | null
      readonly sample: boolean
      readonly passphrase: string | null
    }
  /** Saves, checkpoints, lets go of the lease and ends the thread. */
  | { readonly kind: 'quit' }

export type FromRecord =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reply'; readonly id: number; readonly result: Result<unknown, Fault> }
  /** The record that is locked or open now: a thread that takes this one's place opens it again, locked. */
  | { readonly kind: 'holds'; readonly path: string | null }
  /** To every window, or to one. */
  | { readonly kind: 'event'; readonly event: AppEvent; readonly client: string | null }
  | {
      readonly kind: 'desktop'
      readonly id: number
      readonly call: keyof Desktop
      readonly question: unknown
    }
