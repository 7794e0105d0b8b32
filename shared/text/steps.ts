import type { Node } from '@tiptap/pm/model'
import { Step } from '@tiptap/pm/transform'
import type { Result } from '../result.ts'
import { fail, ok } from '../result.ts'
import { textSchema } from './extensions.ts'
import type { TextProblem } from './problems.ts'
import { MOST_PROBLEMS, ownProblems, problemsIn, scanNode, textLimits } from './validText.ts'

/**
 * Applies the steps of one save, as JSON that nobody vouches for, and checks what they changed.
 *
 * Brackets must be paired after the last step, not between. Only nodes that the steps touched are looked at: nodes
 * that are the same objects as in `doc` held before and hold still. On failure nothing has happened. Never throws.
 */
export function applySteps(doc: Node, stepsJson: readonly unknown[]): Result<Node, readonly TextProblem[]> {
  let after = doc
  for (const [index, json] of stepsJson.entries()) {
    const problems = stepProblems(json, index)
    if (problems.length > 0) return fail(problems)
    const applied = applyOne(after, json, index)
    if (!applied.ok) return applied
    after = applied.value
  }
  const problems = changeProblems(doc, after, [])
  // Content size counts characters and more than one for each block, so most texts need no counting.
  if (after.content.size > textLimits.characters) {
    const characters = textSize(after)
    if (characters > textLimits.characters)
      problems.push({ kind: 'tooLong', characters, atMost: textLimits.characters })
  }
  return problems.length > 0 ? fail(problems) : ok(after)
}

/** The characters of a text, in UTF-16 code units; clause numbers, brackets and references do not count. */
export function textSize(doc: Node): number {
  let size = 0
  doc.descendants((node) => {
    if (node.isText) size += node.nodeSize
  })
  return size
}

function applyOne(doc: Node, json: unknown, index: number): Result<Node, readonly TextProblem[]> {
  let step: Step
  try {
    step = Step.fromJSON(textSchema, json)
  } catch {
    return fail([{ kind: 'malformedStep', step: index }]) // ProseMirror throws RangeErrors with words of the text
  }
  try {
    const { doc: after } = step.apply(doc)
    return after ? ok(after) : fail([{ kind: 'unfitStep', step: index }])
  } catch {
    return fail([{ kind: 'unfitStep', step: index }])
  }
}

/** What a step brings along must be within the limits before ProseMirror, which recurses, sees it. */
function stepProblems(json: unknown, index: number): readonly TextProblem[] {
  const malformed = [{ kind: 'malformedStep', step: index }] as const
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return malformed
  const { stepType, slice, mark } = json as Readonly<Record<string, unknown>>
  if (typeof stepType !== 'string') return malformed
  if (mark !== undefined) {
    const problems = scanNode({ type: 'text', text: ' ', marks: [mark] })
    if (problems.length > 0) return problems
  }
  if (slice === undefined || slice === null) return []
  if (typeof slice !== 'object' || Array.isArray(slice)) return malformed
  const { content } = slice as Readonly<Record<string, unknown>>
  if (content === undefined || content === null) return []
  return Array.isArray(content) ? scanNode({ type: 'doc', content }) : malformed
}

function changeProblems(before: Node, after: Node, path: readonly number[]): TextProblem[] {
  if (before === after) return []
  const problems = [...ownProblems(after, path)]
  if (after.inlineContent) return problems
  let first = 0
  while (first < Math.min(before.childCount, after.childCount) && before.child(first) === after.child(first))
    first++
  let behind = 0
  while (
    behind < Math.min(before.childCount, after.childCount) - first &&
    before.child(before.childCount - 1 - behind) === after.child(after.childCount - 1 - behind)
  )
    behind++
  const end = after.childCount - behind
  const likely = before.childCount === after.childCount
  for (let index = first; index < end && problems.length < MOST_PROBLEMS; index++) {
    const child = after.child(index)
    const counterpart = likely ? before.child(index) : null
    const here = [...path, index]
    if (counterpart?.type === child.type) problems.push(...changeProblems(counterpart, child, here))
    else if (levels(child) + here.length > textLimits.depth)
      problems.push({ kind: 'tooDeep', atMost: textLimits.depth })
    else problems.push(...problemsIn(child, here))
  }
  return problems
}

/** Levels of nodes from this one down to its deepest. */
function levels(node: Node): number {
  let deepest = 0
  node.forEach((child) => {
    deepest = Math.max(deepest, levels(child))
  })
  return deepest + 1
}
