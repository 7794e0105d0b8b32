import type { Fault } from '../../shared/fault.ts'
import type { Result } from '../../shared/result.ts'

/** What a worker is started with: one job, then it ends. */
export type JobOrder = { readonly name: string; readonly input: unknown }

export type FromJob =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly result: Result<unknown, Fault> }
  /** A bug: the words are for the log only. */
  | { readonly kind: 'failed'; readonly message: string }
