import type { Result } from '../result.ts'
import { fail, ok } from '../result.ts'
import { assignBlockIds } from '../text/blockIds.ts'
import { textSchema } from '../text/extensions.ts'
import type { TextDoc } from '../text/writtenText.ts'
import type {
  AttributeChange,
  ChangeId,
  ComparedMark,
  ComparedNode,
  Comparison,
  DecisionProblem,
  NodeForm,
  Piece,
} from './comparison.ts'

/**
 * The document that comes out when the changes given are accepted and all others rejected: with all of them the
 * target, with none the base, ids aside. Refused if a change is not one of the comparison, or if it needs another one
 * that is not accepted (`withNeeded` adds those). Blocks of both texts keep the ids of the base.
 */
export function applyDecisions(
  comparison: Comparison,
  accepted: Iterable<ChangeId>,
): Result<TextDoc, DecisionProblem> {
  const chosen = new Set(accepted)
  const known = new Map(comparison.changes.map((change) => [change.id, change]))
  for (const id of chosen) {
    const change = known.get(id)
    if (!change) return fail({ kind: 'unknownChange', change: id })
    const needs = change.dependsOn.filter((needed) => !chosen.has(needed))
    if (needs.length > 0) return fail({ kind: 'needsOthers', change: id, needs })
  }
  const applying: Applying = { accepted: chosen, moved: movedNodes(comparison) }
  const [doc] = nodesOf(comparison.root, applying)
  if (!doc) throw new Error('A document is in both texts')
  return ok(assignBlockIds(doc, newIds(doc)))
}

/** The changes with all that they need. */
export function withNeeded(comparison: Comparison, accepted: Iterable<ChangeId>): ReadonlySet<ChangeId> {
  const known = new Map(comparison.changes.map((change) => [change.id, change]))
  const all = new Set<ChangeId>()
  const waiting = [...accepted]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (all.has(id)) continue
    all.add(id)
    waiting.push(...(known.get(id)?.dependsOn ?? []))
  }
  return all
}

/** The nodes that moved, at their new place, by the change. What a `movedAway` said is there. */
export function movedNodes(comparison: Comparison): ReadonlyMap<ChangeId, ComparedNode> {
  const moved = new Map<ChangeId, ComparedNode>()
  const visit = (node: ComparedNode) => {
    if (
      node.kind !== 'movedAway' &&
      node.kind !== 'regrouped' &&
      node.change !== null &&
      node.before &&
      node.after
    )
      moved.set(node.change, node)
    if (node.kind === 'block') node.content.forEach(visit)
  }
  visit(comparison.root)
  return moved
}

type Applying = {
  readonly accepted: ReadonlySet<ChangeId>
  readonly moved: ReadonlyMap<ChangeId, ComparedNode>
}

/** None, one, or the nodes in a block bracket that is not there. */
function nodesOf(node: ComparedNode, applying: Applying): readonly TextDoc[] {
  const { accepted } = applying
  if (node.kind === 'movedAway') {
    if (accepted.has(node.change)) return []
    const moved = applying.moved.get(node.change)
    return moved ? built(moved, applying) : []
  }
  if (node.kind === 'regrouped') return cut(node, accepted)
  if (isThere(node, accepted)) return built(node, applying)
  if (node.before && node.after) return [] // it moved here, and the move is rejected
  const type = (node.before ?? node.after)?.type
  return node.kind === 'block' && type === 'bracketBlock'
    ? node.content.flatMap((child) => nodesOf(child, applying))
    : []
}

function built(node: ComparedNode, applying: Applying): readonly TextDoc[] {
  if (node.kind === 'movedAway' || node.kind === 'regrouped') throw new Error('Neither has a form of its own')
  const { accepted } = applying
  const form = formAfter(node.before, node.after, node.attributes, accepted)
  if (node.kind === 'reference') return [create(form, [])]
  if (node.kind === 'textblock') return [create(form, inlineOf(node.pieces, accepted))]
  return [
    create(
      form,
      node.content.flatMap((child) => nodesOf(child, applying)),
    ),
  ]
}

function cut(
  { change, before, after, pieces }: Extract<ComparedNode, { readonly kind: 'regrouped' }>,
  accepted: ReadonlySet<ChangeId>,
): readonly TextDoc[] {
  const isDone = accepted.has(change)
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece.kind !== 'boundary') lines.at(-1)?.push(piece)
    else if (piece.in === (isDone ? 'target' : 'base')) lines.push([])
  }
  return (isDone ? after : before).map((form, index) => create(form, inlineOf(lines[index] ?? [], accepted)))
}

function isThere(
  { in: place, change }: { readonly in: 'both' | 'base' | 'target'; readonly change: ChangeId | null },
  accepted: ReadonlySet<ChangeId>,
): boolean {
  return place === 'both' || accepted.has(change ?? '') === (place === 'target')
}

/** The form of the base, with those attributes of the target whose change is accepted. */
function formAfter(
  before: NodeForm | null,
  after: NodeForm | null,
  attributes: readonly AttributeChange[],
  accepted: ReadonlySet<ChangeId>,
): NodeForm {
  if (!before || !after) {
    const only = before ?? after
    if (!only) throw new Error('A node has a form in one text at least')
    return only
  }
  const taken = attributes.filter(({ change }) => accepted.has(change)).flatMap(({ names }) => names)
  if (taken.length === 0) return before
  if (taken.includes('type')) return { type: after.type, attrs: { ...after.attrs, ...idsOf(before.attrs) } }
  return {
    type: before.type,
    attrs: { ...before.attrs, ...Object.fromEntries(taken.map((name) => [name, after.attrs[name]])) },
  }
}

function idsOf({ blockId }: NodeForm['attrs']): NodeForm['attrs'] {
  return blockId === undefined ? {} : { blockId }
}

function inlineOf(pieces: readonly Piece[], accepted: ReadonlySet<ChangeId>): readonly TextDoc[] {
  return pieces.flatMap((piece): readonly TextDoc[] => {
    if (piece.kind === 'boundary' || !isThere(piece, accepted)) return []
    const { marked } = piece
    const marks = marksOf(marked && accepted.has(marked.change) ? marked.marks : piece.marks)
    if (piece.kind === 'text') return [textSchema.text(piece.text, marks)]
    const form = formAfter(piece.before, piece.after, piece.attributes, accepted)
    return [create(form, [], marks)]
  })
}

function marksOf(marks: readonly ComparedMark[]) {
  return marks.map(({ type, attrs }) => textSchema.mark(type, attrs))
}

function create(
  { type, attrs }: NodeForm,
  content: readonly TextDoc[],
  marks: readonly TextDoc['marks'][number][] = [],
) {
  return textSchema.node(type, attrs, [...content], marks)
}

/** Ids that the document does not use, made of their order. */
function newIds(doc: TextDoc): () => string {
  const used = new Set<string>()
  doc.descendants(({ attrs }) => {
    for (const id of [attrs['blockId'], attrs['bracketId']]) if (typeof id === 'string') used.add(id)
  })
  let last = 0
  return () => {
    for (;;) {
      const id = `n${++last}`
      if (!used.has(id)) return id
    }
  }
}
