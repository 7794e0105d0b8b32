import type { Node } from '@tiptap/pm/model'
import type { Step } from '@tiptap/pm/transform'
import type { Result } from '../result.ts'
import { fail, ok } from '../result.ts'
import type { BracketFate } from './rewriteBrackets.ts'
import { rewriteBrackets } from './rewriteBrackets.ts'
import { stepsBetween } from './stepsBetween.ts'
import type { TextBracket } from './textBrackets.ts'
import { bracketsIn } from './textBrackets.ts'
import { problemsIn } from './validText.ts'

/**
 * The text as far as the delegations agree: every bracket is taken out, with its wording where that is open or
 * withdrawn, without it where it is agreed, ad referendum included. A placeholder leaves '…', since what is missing
 * there is a date or a name and nobody's consent. Ids stay.
 */
export function cleanText(doc: Node): Node {
  return view(doc, (group) =>
    group.map(({ kind, state }) => {
      if (isAgreed(state) || state === 'withdrawn') return settled({ kind, state })
      return kind === 'placeholder' ? 'blank' : 'remove'
    }),
  )
}

/**
 * The text as one side would have it: its own wording, nothing of what others propose and it has not accepted, and
 * what others want deleted. A placeholder leaves '…'. Brackets that nobody signed stand as they are, since nobody
 * can say whose they are: `bracketsIn` of the result lists them. Ids stay.
 */
export function textAsSeenBy(doc: Node, side: string): Node {
  return view(doc, (group) => fatesFor(group, side))
}

/** The outcome of a negotiation about one bracketed wording. */
export type BracketOutcome =
  | { readonly kind: 'keep' } // this wording, and so none of its alternatives
  | { readonly kind: 'drop' } // not this wording; its alternatives stay
  /** Another one in place of this wording and its alternatives: inline nodes, or blocks where it holds whole ones. */
  | { readonly kind: 'newWording'; readonly content: readonly Node[] }

export type ResolveProblem = { readonly kind: 'unknownBracket' } | { readonly kind: 'unfitWording' } // blocks in a line, lines where blocks stand, brackets without a partner

export type Resolved = {
  readonly doc: Node
  /** Lead from the text as it was to `doc`; for a transaction of the editor, one undo. */
  readonly steps: readonly Step[]
}

/** Ends one bracket, the first with this id. Brackets in a wording that is kept stand. Ids of blocks stay. */
export function resolveBracket(
  doc: Node,
  bracketId: string,
  outcome: BracketOutcome,
): Result<Resolved, ResolveProblem> {
  const brackets = bracketsIn(doc)
  const index = brackets.findIndex(({ id }) => id === bracketId)
  const bracket = brackets[index]
  if (!bracket) return fail({ kind: 'unknownBracket' })
  const fates = new Map<number, BracketFate>()
  if (outcome.kind !== 'drop') {
    brackets.forEach(({ group }, other) => {
      if (group === bracket.group) fates.set(other, 'remove')
    })
  }
  fates.set(
    index,
    outcome.kind === 'keep' ? 'unwrap' : outcome.kind === 'drop' ? 'remove' : { content: outcome.content },
  )
  const isInline = bracket.place === 'inline'
  if (outcome.kind === 'newWording' && !outcome.content.every((node) => node.isInline === isInline))
    return fail({ kind: 'unfitWording' })
  const after = rewriteBrackets(doc, brackets, fates)
  if (outcome.kind === 'newWording' && problemsIn(after).length > 0) return fail({ kind: 'unfitWording' })
  return ok({ doc: after, steps: stepsBetween(doc, after) })
}

type FateOfGroup = (group: readonly TextBracket[]) => readonly (BracketFate | null)[]

function view(doc: Node, fateOf: FateOfGroup): Node {
  const brackets = bracketsIn(doc)
  const groups = new Map<number, number[]>()
  brackets.forEach(({ group }, index) => {
    const members = groups.get(group)
    if (members) members.push(index)
    else groups.set(group, [index])
  })
  const fates = new Map<number, BracketFate>()
  for (const members of groups.values()) {
    const group = members.flatMap((index) => brackets[index] ?? [])
    fateOf(group).forEach((fate, member) => {
      const index = members[member]
      if (fate !== null && index !== undefined) fates.set(index, fate)
    })
  }
  return rewriteBrackets(doc, brackets, fates)
}

/** The wording of a side among alternatives ends the others; without one, those that nobody signed stand. */
function fatesFor(group: readonly TextBracket[], side: string): readonly (BracketFate | null)[] {
  const own = group.find((bracket) => bracket.sides.includes(side) && bracket.state !== 'withdrawn')
  const agreed = group.find(({ state }) => isAgreed(state))
  const taken = agreed ?? own
  return group.map((bracket) => {
    if (group.length > 1 && taken) return bracket === taken ? 'unwrap' : 'remove'
    return fateFor(bracket, side)
  })
}

function fateFor(bracket: TextBracket, side: string): BracketFate | null {
  const { kind, state, sides, opposedBy, reservedBy } = bracket
  if (isAgreed(state) || state === 'withdrawn') return settled(bracket)
  if (kind === 'placeholder') return 'blank'
  if (kind === 'deletion') {
    if (sides.length === 0) return null
    return sides.includes(side) ? 'remove' : 'unwrap'
  }
  if (sides.length > 0) return sides.includes(side) ? 'unwrap' : 'remove'
  if (opposedBy.length > 0) return opposedBy.includes(side) ? 'remove' : 'unwrap'
  return reservedBy.length > 0 ? 'unwrap' : null // a reservation proposes no other wording
}

function isAgreed(state: TextBracket['state']): boolean {
  return state === 'agreed' || state === 'agreedAdReferendum'
}

/** A deletion that is agreed takes its wording away; one that is withdrawn leaves it. */
function settled({ kind, state }: Pick<TextBracket, 'kind' | 'state'>): BracketFate {
  return (kind === 'deletion') === isAgreed(state) ? 'remove' : 'unwrap'
}
