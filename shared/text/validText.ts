import type { Node, NodeType } from '@tiptap/pm/model'
import { Fragment } from '@tiptap/pm/model'
import type { Result } from '../result.ts'
import { fail, ok } from '../result.ts'
import { textSchema } from './extensions.ts'
import type { TextProblem } from './problems.ts'

export const textLimits = {
  depth: 64, // levels of nodes, the document itself included
  characters: 5_000_000,
  nodes: 1_000_000,
} as const

/** Enough to say what is wrong; a hostile text could name a million. */
export const MOST_PROBLEMS = 100

/**
 * Reads a text from JSON that nobody vouches for: a paste, a bundle, a file, the store.
 *
 * Limits come first, without recursion; then every node, mark and attribute, the places of nodes, and the pairs
 * of brackets. Unknown things are refused and never dropped, since what is dropped is lost. Never throws.
 */
export function parseText(json: unknown): Result<Node, readonly TextProblem[]> {
  const problems = scanNode(json, 'doc')
  if (problems.length > 0) return fail(problems)
  try {
    const doc = joinText(textSchema.nodeFromJSON(json))
    const faults = problemsIn(doc)
    return faults.length > 0 ? fail(faults) : ok(doc)
  } catch (error) {
    if (error instanceof RangeError) return fail([{ kind: 'misplaced', path: [], name: 'doc' }])
    throw error
  }
}

/** Problems of a node whose type, attributes and marks hold already: what stands where, and bracket pairs. */
export function problemsIn(
  node: Node,
  path: readonly number[] = [],
  problems: TextProblem[] = [],
): readonly TextProblem[] {
  if (problems.length >= MOST_PROBLEMS) return problems
  problems.push(...ownProblems(node, path))
  if (!node.inlineContent) node.forEach((child, _, index) => problemsIn(child, [...path, index], problems))
  return problems
}

/** The same of one node without the blocks in it. */
export function ownProblems(node: Node, path: readonly number[]): readonly TextProblem[] {
  const problems: TextProblem[] = []
  if (!node.type.validContent(node.content)) problems.push({ kind: 'misplaced', path, name: node.type.name })
  if (!node.inlineContent) return problems
  for (let index = 0; index < node.childCount && problems.length < MOST_PROBLEMS; index++) {
    const child = node.child(index)
    const before = index > 0 ? node.child(index - 1) : null
    const isSplit = child.isText && before !== null && before.sameMarkup(child)
    if (isSplit || !holdsByItself(child))
      problems.push({ kind: 'misplaced', path: [...path, index], name: child.type.name })
  }
  for (const { index, bracketId } of unpairedBrackets(node).slice(0, MOST_PROBLEMS))
    problems.push({ kind: 'unpairedBracket', path: [...path, index], bracketId })
  return problems
}

function holdsByItself(node: Node): boolean {
  try {
    node.check()
    return true
  } catch {
    return false // ProseMirror has no other way to ask
  }
}

/**
 * The bracket atoms of one textblock that have no partner: an opening one needs exactly one closing one of its id
 * behind it, with the pairs between them whole. `index` is the child, `offset` its place in the textblock.
 */
export function unpairedBrackets(
  textblock: Node,
): readonly { readonly index: number; readonly offset: number; readonly bracketId: string }[] {
  const open: { index: number; offset: number; bracketId: string }[] = []
  const unpaired: typeof open = []
  const seen = new Set<string>()
  textblock.forEach((child, offset, index) => {
    const { name } = child.type
    if (name !== 'bracketOpen' && name !== 'bracketClose') return
    const bracket = { index, offset, bracketId: String(child.attrs['bracketId']) }
    if (name === 'bracketOpen') {
      if (seen.has(bracket.bracketId)) unpaired.push(bracket)
      else open.push(bracket)
      seen.add(bracket.bracketId)
      return
    }
    const partner = open.findLastIndex(({ bracketId }) => bracketId === bracket.bracketId)
    if (partner === -1) unpaired.push(bracket)
    else unpaired.push(...open.splice(partner).slice(1)) // opened inside and never closed there
  })
  return [...unpaired, ...open].sort((a, b) => a.index - b.index)
}

/** Checks JSON of a node, or of the list of nodes in a slice, against limits and schema, without recursion. */
export function scanNode(json: unknown, expected?: string): readonly TextProblem[] {
  const problems: TextProblem[] = []
  const waiting: { readonly json: unknown; readonly path: readonly number[] }[] = [{ json, path: [] }]
  let nodes = 0
  let characters = 0
  for (let next = waiting.pop(); next && problems.length < MOST_PROBLEMS; next = waiting.pop()) {
    const { json, path } = next
    if (++nodes > textLimits.nodes) return [{ kind: 'tooManyNodes', atMost: textLimits.nodes }]
    if (path.length >= textLimits.depth) return [{ kind: 'tooDeep', atMost: textLimits.depth }]
    if (!isRecord(json) || typeof json['type'] !== 'string') {
      problems.push({ kind: 'malformed', path })
      continue
    }
    const type = textSchema.nodes[json['type']]
    if (!type || (path.length === 0 && expected !== undefined && type.name !== expected)) {
      problems.push({ kind: 'unknownNode', path, name: shortened(json['type']) })
      continue
    }
    if (!hasShape(json, type)) {
      problems.push({ kind: 'malformed', path })
      continue
    }
    if (typeof json['text'] === 'string') characters += json['text'].length
    problems.push(...attributeProblems(json['attrs'], type, path))
    for (const mark of (json['marks'] ?? []) as readonly unknown[]) problems.push(...markProblems(mark, path))
    const content = (json['content'] ?? []) as readonly unknown[]
    if (nodes + waiting.length + content.length > textLimits.nodes)
      return [{ kind: 'tooManyNodes', atMost: textLimits.nodes }]
    for (let index = content.length - 1; index >= 0; index--)
      waiting.push({ json: content[index], path: [...path, index] })
  }
  if (characters > textLimits.characters)
    problems.push({ kind: 'tooLong', characters, atMost: textLimits.characters })
  return problems
}

const MOST_ATTRIBUTES = 64 // several times as many as any node has

const NODE_KEYS = new Set(['type', 'attrs', 'content', 'marks', 'text'])

function hasShape(json: Readonly<Record<string, unknown>>, type: NodeType): boolean {
  const { attrs, content, marks, text } = json
  return (
    Object.keys(json).every((key) => NODE_KEYS.has(key)) &&
    (attrs === undefined || (isRecord(attrs) && Object.keys(attrs).length <= MOST_ATTRIBUTES)) &&
    (marks === undefined || (type.isInline && Array.isArray(marks) && marks.length <= 16)) &&
    (type.isText
      ? typeof text === 'string' && text !== '' && content === undefined
      : text === undefined && (content === undefined || Array.isArray(content)))
  )
}

function markProblems(json: unknown, path: readonly number[]): readonly TextProblem[] {
  if (!isRecord(json) || typeof json['type'] !== 'string') return [{ kind: 'malformed', path }]
  const type = textSchema.marks[json['type']]
  if (!type) return [{ kind: 'unknownMark', path, name: shortened(json['type']) }]
  const { attrs, ...others } = json
  if (
    Object.keys(others).length > 1 ||
    (attrs !== undefined && (!isRecord(attrs) || Object.keys(attrs).length > MOST_ATTRIBUTES))
  )
    return [{ kind: 'malformed', path }]
  return attributeProblems(attrs, type, path)
}

function attributeProblems(
  given: unknown,
  type: { readonly spec: { readonly attrs?: unknown } },
  path: readonly number[],
): readonly TextProblem[] {
  const problems: TextProblem[] = []
  const values = isRecord(given) ? given : {}
  const known = isRecord(type.spec.attrs) ? type.spec.attrs : {}
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(known, name)) problems.push({ kind: 'unknownAttribute', path, name: shortened(name) })
  }
  for (const [name, spec] of Object.entries(known)) {
    const value = values[name]
    if (!isRecord(spec) || !holds(spec, value)) problems.push({ kind: 'invalidAttribute', path, name })
  }
  return problems
}

function holds(spec: Readonly<Record<string, unknown>>, value: unknown): boolean {
  if (value === undefined) return 'default' in spec
  if (typeof spec['validate'] !== 'function') return false
  try {
    spec['validate'](value)
    return true
  } catch {
    return false
  }
}

/** Neighbouring texts of the same marks become one, as the editor keeps them: equal texts are then equal nodes. */
function joinText(node: Node): Node {
  if (node.isLeaf) return node
  const children: Node[] = []
  let changed = false
  node.forEach((child, _, index) => {
    const joined = joinText(child)
    const before = index > 0 ? node.child(index - 1) : null
    changed ||= joined !== child || (child.isText && before !== null && before.sameMarkup(child))
    children.push(joined)
  })
  return changed ? node.copy(Fragment.fromArray(children)) : node
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shortened(name: string): string {
  return name.slice(0, 40)
}
