import './withoutCode.ts'
import type { Fault } from '../fault.ts'
import { fail, type Result } from '../result.ts'
import type { Input, Operation, Reply } from './contract.ts'
import { AppEvent } from './events.ts'

/** What a host gives a window: a way to ask, and a way to be told. */
export type Bridge = {
  /** Resolves with what `dispatch` answered; rejects only when the request never arrived. */
  readonly invoke: (operation: string, input: unknown) => Promise<unknown>
  /** Calls `listener` for every event until the returned function is called. */
  readonly listen: (listener: (event: unknown) => void) => () => void
  /** Before the window closes the host calls `save` and waits for it, at most three seconds. The last one counts. */
  readonly beforeClose?: (save: () => Promise<void>) => void
}

export type Client = {
  readonly call: <Op extends Operation>(operation: Op, input: Input<Op>) => Promise<Result<Reply<Op>, Fault>>
  readonly listen: (listener: (event: AppEvent) => void) => () => void
  /** `save` writes what has not been saved yet; the host waits for it before the window closes. */
  readonly beforeClose: (save: () => Promise<void>) => void
}

/** The contract's types over a bridge. A reply that never came is a fault like any other. */
export function createClient(bridge: Bridge): Client {
  return {
    async call<Op extends Operation>(operation: Op, input: Input<Op>) {
      try {
        // The other end answers with the output of this very operation: contract.ts is shared by both.
        return (await bridge.invoke(operation, input)) as Result<Reply<Op>, Fault>
      } catch {
        return fail({ kind: 'Unreachable' })
      }
    },
    listen: (listener) =>
      bridge.listen((event) => {
        const parsed = AppEvent.safeParse(event)
        if (parsed.success) listener(parsed.data)
      }),
    beforeClose: (save) => bridge.beforeClose?.(save),
  }
}
