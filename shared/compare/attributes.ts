import type { TextDoc } from '../text/writtenText.ts'
import type { ChangeKind, Layer } from './comparison.ts'

/** Attributes that go over together. */
export type AttributeDifference = {
  readonly names: readonly string[]
  readonly layer: Layer
  readonly item: string | null
  readonly kind: ChangeKind
}

/** Ids, and how numbers came to be: what a reader sees is the number. */
const UNSEEN = new Set(['blockId', 'bracketId', 'numbered', 'numbering', 'said', 'mouId'])
const LABEL = new Set(['number', 'start'])
const LABEL_SIGNS = new Set(['before', 'after', 'gap', 'joint'])
/** Whose position a paragraph states, and which article is meant. */
const MEANING = new Set(['side', 'target', 'words'])
const BRACKET = new Set([
  'kind',
  'state',
  'sides',
  'reservedBy',
  'opposedBy',
  'note',
  'since',
  'lead',
  'tail',
])

/** In what attributes two nodes of one kind differ, ids aside, by layer. Of a node whose type changed all go together. */
export function attributeDifferences(before: TextDoc, after: TextDoc): readonly AttributeDifference[] {
  if (before.type !== after.type) {
    const item = `type ${before.type.name} ${after.type.name}`
    return [{ names: ['type'], layer: 'formatting', item, kind: 'attributes' }]
  }
  const names = differing(before, after)
  if (names.length === 0) return NONE
  const labels = names.filter((name) => LABEL.has(name))
  const signs = names.filter((name) => LABEL_SIGNS.has(name))
  const brackets = before.attrs['bracketId'] === undefined ? [] : names.filter((name) => BRACKET.has(name))
  const words = names.filter((name) => name === 'word')
  const meaning = names.filter((name) => MEANING.has(name))
  const looks = names.filter(
    (name) => ![labels, signs, brackets, words, meaning].some((list) => list.includes(name)),
  )
  const differences: AttributeDifference[] = []
  if (labels.length > 0)
    differences.push({ names: [...labels, ...signs], layer: 'renumbering', item: null, kind: 'renumbering' })
  else if (signs.length > 0)
    differences.push({ names: signs, layer: 'typographic', item: 'labels', kind: 'attributes' })
  if (brackets.length > 0)
    differences.push({ names: brackets, layer: 'brackets', item: null, kind: 'attributes' })
  if (words.length > 0) {
    // 'Article' → 'Paragraph': what clauses are called, mostly throughout.
    const item = `word ${String(before.attrs['word'])} ${String(after.attrs['word'])}`
    differences.push({ names: words, layer: 'systematic', item, kind: 'replacement' })
  }
  if (meaning.length > 0)
    differences.push({ names: meaning, layer: 'substance', item: null, kind: 'replacement' })
  if (looks.length > 0)
    differences.push({ names: looks, layer: 'formatting', item: looks.join(' '), kind: 'attributes' })
  return differences
}

/** What the attributes say, for a list of changes: the label of a clause, the attribution of a bracket, else values. */
export function attributeWords(node: TextDoc, names: readonly string[]): string {
  const { attrs } = node
  if (names.includes('type')) return node.type.name
  if (names.includes('number') || names.includes('word')) {
    return node.type.name === 'article'
      ? `${attrs['word']}${attrs['gap']}${attrs['number']}`
      : `${attrs['before']}${attrs['number']}${attrs['after']}`.trim()
  }
  return names.map((name) => plain(attrs[name])).join(', ')
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value.trim() : JSON.stringify(value)
}

function differing(before: TextDoc, after: TextDoc): readonly string[] {
  let names: string[] | null = null
  for (const name of namesOf(before)) {
    const one: unknown = before.attrs[name]
    const other: unknown = after.attrs[name]
    if (one === other || isEqual(one, other)) continue
    names ??= []
    names.push(name)
  }
  return names ?? NO_NAMES
}

const NONE: readonly AttributeDifference[] = []
const NO_NAMES: readonly string[] = []
const known = new Map<TextDoc['type'], readonly string[]>()

/** The attributes that count, those that nobody sees aside; the same for all nodes of a type. */
function namesOf({ type, attrs }: TextDoc): readonly string[] {
  const before = known.get(type)
  if (before) return before
  const names = Object.keys(attrs).filter((name) => !UNSEEN.has(name))
  known.set(type, names)
  return names
}

/** Values are scalars or lists of scalars. */
function isEqual(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => value === other[index])
  return one === other
}
