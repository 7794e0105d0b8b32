import type { Fault } from '../../shared/fault.ts'
import type { Result } from '../../shared/result.ts'

/**
 * What a worker is started with: the name of the one job that it is for. It loads the code and waits for the order;
 * one that `stays` for the next, and ends when it is told to.
 */
export type JobName = { readonly name: string; readonly stays?: true }

/** The order itself. */
export type JobOrder = { readonly input: unknown }

export type FromJob =
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly result: Result<unknown, Fault> }
  /** A bug: the words are for the log only. */
  | { readonly kind: 'failed'; readonly message: string }
