import type { Fault } from '../fault.ts'
import { fail, ok, type Result } from '../result.ts'
import { contract, type Input, type Operation, type Reply } from './contract.ts'

/** Who asks: one window, named by its host. A text has one editor at a time, so services must tell windows apart. */
export type Caller = { readonly client: string }

/** One handler for each operation; a contract entry without a handler does not compile. */
export type Handlers = { readonly [Op in Operation]: Handler<Op> }
export type Handler<Op extends Operation> = (
  input: Input<Op>,
  caller: Caller,
) => Result<Reply<Op>, Fault> | Promise<Result<Reply<Op>, Fault>>

/** The handlers of some operations, to be put together with others. */
export type HandlersOf<Op extends Operation> = Pick<Handlers, Op>

type Dispatch = (operation: unknown, input: unknown, caller: Caller) => Promise<Result<unknown, Fault>>

/**
 * The only way in. Checks the input of every request once, so no handler needs to; turns what a handler throws,
 * which is a bug, into `Unexpected` with the reference that `report` gave it.
 */
export function createDispatch(
  handlers: Handlers,
  report: (error: unknown, operation: string) => string,
): Dispatch {
  return async (operation, input, caller) => {
    if (!isOperation(operation)) return invalid(['operation'])
    const checked = checkInput(operation, input)
    if (!checked.ok) return checked
    try {
      // The input was parsed by the schema of this very operation, which the type system cannot follow.
      const handler = handlers[operation] as Handler<Operation>
      return await handler(checked.value as never, caller)
    } catch (error) {
      return fail({ kind: 'Unexpected', reference: report(error, operation) })
    }
  }
}

/** The input of `operation` as the contract has it, or what is wrong with it; never a word of the input itself. */
export function checkInput<Op extends Operation>(operation: Op, input: unknown): Result<Input<Op>, Fault> {
  const parsed = contract[operation].input.safeParse(input)
  if (!parsed.success) return invalid(parsed.error.issues.slice(0, 20).map(problem))
  return ok(parsed.data as Input<Op>)
}

export function isOperation(name: unknown): name is Operation {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}

function invalid(problems: readonly string[]): Result<never, Fault> {
  return fail({ kind: 'InvalidInput', problems })
}

/** Where in the input, and what: "person.name: too_big". Never the value itself. */
function problem(issue: {
  readonly path: readonly PropertyKey[]
  readonly code?: string
  readonly message: string
}) {
  return `${issue.path.map(String).join('.').slice(0, 120)}: ${issue.code === 'custom' ? issue.message : issue.code}`
}
