import type {
  AttributeChange,
  ChangeId,
  ComparedNode,
  MovedAway,
  NodeForm,
  Piece,
} from '../../../shared/compare/comparison.ts'
import type { Side } from './pieces.ts'
import type { Fate, Row, RowLabel, TableLine } from './rows.ts'

/** How a node as a whole came to be there; null where it is in both texts. */
export function fateOf(node: Exclude<ComparedNode, { kind: 'movedAway' | 'regrouped' }>): Fate | null {
  if (node.in === 'both') return null
  if (node.in === 'base') return 'gone'
  return node.before === null ? 'new' : 'arrived'
}

/** What stands in a bracket that came or went may have stood there all along. */
export function inside(fate: Fate): Fate {
  return fate === 'new' || fate === 'gone' ? 'both' : fate
}

/** The changes of some wording; null among them stands for none. */
export function idsIn(pieces: readonly Piece[]): readonly (ChangeId | null)[] {
  return pieces.flatMap((piece) => {
    if (piece.kind === 'boundary') return []
    const attributes = piece.kind === 'atom' ? piece.attributes.map(({ change }) => change) : []
    return [piece.change, piece.marked?.change ?? null, ...attributes]
  })
}

export function idsInLine({ change, cells }: TableLine): readonly (ChangeId | null)[] {
  return [
    change,
    ...cells.flatMap((cell) => [
      cell.change,
      ...cell.rows.flatMap(({ change, label, looks, content }) => [
        change,
        label?.change ?? null,
        ...looks,
        ...(content.kind === 'wording' ? idsIn(content.pieces) : []),
      ]),
    ]),
  ]
}

export function lengthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + (piece.kind === 'text' ? piece.text.length : 2), 0)
}

/** What changed of a row beyond its label. */
export function looksOf(attributes: readonly AttributeChange[], label: RowLabel | null): readonly ChangeId[] {
  const ids = attributes.filter(({ change }) => change !== label?.change).map(({ change }) => change)
  return [...new Set(ids)]
}

const labelNames = new Set(['number', 'word', 'gap', 'before', 'after', 'type'])

/** The label of a row in each text; of a line in a list its marker. */
export function labelsOf(
  node: MovedAway | Extract<ComparedNode, { kind: 'block' | 'textblock' }>,
  marker: RowLabel | null,
): RowLabel | null {
  const base = labelOf(node.before)
  const after = 'after' in node ? node.after : null
  const target = labelOf(after)
  if (base === null && target === null) {
    if (!marker || !('in' in node)) return null
    return {
      base: node.in === 'target' ? null : marker.base,
      target: node.in === 'base' ? null : marker.target,
      change: null,
    }
  }
  const attributes = 'attributes' in node ? node.attributes : []
  const change = attributes.find(({ names }) => names.some((name) => labelNames.has(name)))?.change ?? null
  return { base: node.before ? base : null, target: after ? target : null, change }
}

const labelled = new Set(['numberedParagraph', 'letter', 'division'])

/** The label of a clause as it is written: 'Article 4', '2.', '(b)'; null of what has none. */
export function labelOf(form: NodeForm | null): string | null {
  if (!form) return null
  const { word, gap, number, before, after } = form.attrs
  if (form.type === 'article') return `${word}${gap}${number}`
  if (labelled.has(form.type)) return `${before}${number}${after}`.trim()
  return null
}

/** The words of a heading as they are compared. */
export function headingOf(node: ComparedNode): string {
  const isGone = node.kind !== 'regrouped' && node.in === 'base'
  const pieces =
    node.kind === 'textblock'
      ? node.pieces
      : node.kind === 'block' && node.content[0]?.kind === 'textblock'
        ? node.content[0].pieces
        : []
  return pieces
    .map((piece) => (piece.kind === 'text' && (piece.in !== 'base' || isGone) ? piece.text : ''))
    .join('')
    .trim()
}

export function formOfNode(node: ComparedNode): NodeForm | null {
  if (node.kind === 'movedAway') return null
  if (node.kind === 'regrouped') return node.after[0] ?? null
  return node.after ?? node.before
}

export function isHeading(node: ComparedNode): boolean {
  const form = node.kind === 'textblock' ? formOfNode(node) : null
  return form?.type === 'division' || form?.attrs['role'] === 'heading'
}

/** Whether a node is an article of either text, or a bracket around some. */
export function holdsArticle(node: ComparedNode): boolean {
  const form = node.kind === 'movedAway' ? node.before : formOfNode(node)
  if (form?.type === 'article') return true
  return node.kind === 'block' && form?.type === 'bracketBlock' && node.content.some(holdsArticle)
}

/** What an outline names where a text has no articles: a heading, or a number with a few words that are no sentence. */
export function isSectionTitle(node: ComparedNode): boolean {
  if (isHeading(node)) return true
  const form = node.kind === 'textblock' ? formOfNode(node) : null
  if (form?.type !== 'numberedParagraph' || !/^\d+$/.test(String(form.attrs['number']))) return false
  const words = headingOf(node)
  return words !== '' && words.split(/\s+/u).length <= 8 && !/[.;:,]$/u.test(words)
}

/** The number of a clause alone, without the signs around it; '' of what has none. */
export function numberOf(node: ComparedNode): string {
  return String(formOfNode(node)?.attrs['number'] ?? '')
}

export function lookOf(form: NodeForm | null, node: { readonly kind: string }): string {
  if (!form) return 'body'
  if (form.type === 'paragraph') return String(form.attrs['role'] ?? 'body')
  if (form.type === 'division') return 'heading'
  return node.kind === 'textblock' || form.type === 'article' ? form.type : 'body'
}

export function langOf(node: ComparedNode): string | null {
  const lang = formOfNode(node)?.attrs['lang']
  return typeof lang === 'string' ? lang : null
}

/** Whether a row stands in one of the texts, at this place. */
export function isThere({ fate }: Row, side: Side): boolean {
  if (fate === 'both') return true
  return side === 'base' ? fate === 'gone' || fate === 'left' : fate === 'new' || fate === 'arrived'
}
