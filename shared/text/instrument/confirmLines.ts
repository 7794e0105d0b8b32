import type { Node } from '@tiptap/pm/model'
import { Fragment } from '@tiptap/pm/model'
import { clauseLabel } from '../../mou/clauseLabel.ts'
import type { ParagraphRole } from '../extensions.ts'
import { textSchema } from '../extensions.ts'
import { linesOf } from '../plainText.ts'
import type { Row } from './clauseRows.ts'
import { blocksOf, levels, rowOf, rowsOf, sameNodes } from './clauseRows.ts'
import { damagedLabel, divisionLabel } from './lineForms.ts'

/** What a line of an instrument is. */
export type LineKind =
  'article' | 'articleHeading' | 'numberedParagraph' | 'letter' | 'chapter' | 'annex' | ParagraphRole

/** What a line is to be read as; letters with their level, from 1. */
export type LineChoice = { readonly kind: LineKind; readonly level?: number }

/**
 * The text with its lines read as chosen, by the ids of their blocks (of the line with the label of an article that of
 * the article). Not a character of it changes: labels become words of the line and words become labels. A line
 * that has no label of its kind has an empty one. Lines below a new article belong to it, up to what ends articles.
 * Tables, lists and brackets around blocks stay; what stands in such a bracket is read as chosen too.
 */
export function confirmLines(doc: Node, choices: ReadonlyMap<string, LineChoice>, newId: () => string): Node {
  if (choices.size === 0) return doc
  return inContainer(doc, { choices, newId }, false)
}

type Confirming = { readonly choices: ReadonlyMap<string, LineChoice>; readonly newId: () => string }

/** Recurses as deep as brackets stand around blocks. */
function inContainer(container: Node, confirming: Confirming, inArticle: boolean): Node {
  const after: Row[] = []
  let isNew = false // the article that is open was none before
  for (const row of rowsOf(container)) {
    const lines = linesOfRow(row)
    const isChosen = lines.some(({ blockId }) => confirming.choices.has(blockId))
    const above = after.at(-1)
    const isOpen = above !== undefined && (above.article !== null || above.inArticle)
    if (!isChosen) {
      const node =
        row.node.type.name === 'bracketBlock'
          ? inContainer(row.node, confirming, inArticle || row.inArticle)
          : row.node
      const joins = isOpen && (row.inArticle || (isNew && isHeld(row)))
      if (row.article) isNew = false
      after.push(row.article ? row : { ...(node === row.node ? row : rowOf(node, false)), inArticle: joins })
      continue
    }
    for (const line of lines) {
      const choice = confirming.choices.get(line.blockId) ?? line.choice
      if (choice.kind === 'article' && line.choice.kind !== 'article') isNew = true
      addLine(after, line, { choice, newId: confirming.newId, mayBeArticle: !inArticle })
      if (line.below && after.at(-1)?.node.type.name !== 'division') {
        const heading = textSchema.node(
          'paragraph',
          { blockId: confirming.newId(), lang: line.lang },
          line.below,
        )
        after.push(rowOf(heading, after.at(-1)?.inArticle ?? false))
      }
    }
  }
  const blocks = blocksOf(after)
  return sameNodes(container.children, blocks) ? container : container.copy(Fragment.fromArray([...blocks]))
}

/** One line of the text as its characters, and what it is read as now. */
type Line = {
  readonly blockId: string
  readonly content: readonly Node[] // label included
  readonly label: string // how much of the content is a label now
  /** Of a numbered line its label in parts, which nobody need read again. */
  readonly parts: { readonly before: string; readonly number: string; readonly after: string } | null
  readonly below: readonly Node[] | null // of a chapter its heading on the next line
  readonly blankLinesBefore: number
  readonly lang: unknown
  readonly choice: LineChoice
  readonly isHeld: boolean // by an article, before
}

/** A row as lines: the heading of an article below its label is one of its own. Of what has no line of words none. */
export function linesOfRow({ node, article, inArticle }: Row): readonly Line[] {
  if (!node.isTextblock) return []
  const line = (block: Node, label: string, words: readonly Node[], choice: LineChoice): Line => ({
    blockId: String(block.attrs['blockId']),
    content: label === '' ? words : [textSchema.text(label), ...words],
    label,
    parts: null,
    below: null,
    blankLinesBefore: Number(block.attrs['blankLinesBefore'] ?? 0),
    lang: block.attrs['lang'],
    choice,
    isHeld: inArticle,
  })
  if (!article) {
    const { before, number, after } = node.attrs
    if (number === undefined) return [line(node, '', node.children, choiceOf(node))]
    if (node.type.name === 'division' && String(after).endsWith('\n')) {
      const label = `${before}${number}${after}`.slice(0, -1)
      return [{ ...line(node, label, [], choiceOf(node)), below: node.children }]
    }
    const own = line(node, `${before}${number}${after}`, node.children, choiceOf(node))
    return [node.type.name === 'division' ? own : { ...own, parts: { before, number, after } }]
  }
  const { word, gap, number, joint } = article.attrs
  const isEmpty = node.childCount === 0
  const isBelow = String(joint).endsWith('\n')
  const label = `${word}${gap}${number}${String(joint).replace(/\n$/, '')}`
  const own = line(article, label, isBelow ? [] : node.children, { kind: 'article' })
  return isEmpty || !isBelow ? [own] : [own, line(node, '', node.children, { kind: 'articleHeading' })]
}

function choiceOf(node: Node): LineChoice {
  const { name } = node.type
  if (name === 'letter') return { kind: 'letter', level: Number(node.attrs['level']) }
  if (name === 'division') return { kind: node.attrs['kind'] as 'chapter' | 'annex' }
  return { kind: name === 'paragraph' ? (node.attrs['role'] as ParagraphRole) : (name as LineKind) }
}

/** What belongs to an article if it stands below one. */
function isHeld({ node, level, article }: Row): boolean {
  if (article || level < levels.numberedParagraph) return false
  return !endsArticle(node.attrs['role'])
}

function endsArticle(role: unknown): boolean {
  return (
    role === 'heading' ||
    role === 'testimonium' ||
    role === 'signatures' ||
    role === 'title' ||
    role === 'cover'
  )
}

type Adding = { readonly choice: LineChoice; readonly newId: () => string; readonly mayBeArticle: boolean }

function addLine(after: Row[], line: Line, { choice, newId, mayBeArticle }: Adding): void {
  const above = after.at(-1)
  const isOpen = above !== undefined && (above.article !== null || above.inArticle)
  const { blockId, blankLinesBefore, lang, content } = line
  const id = { blockId, blankLinesBefore }
  const text = content[0]?.text ?? ''
  const add = (type: string, attrs: object, words: readonly Node[]) => {
    const role: unknown = 'role' in attrs ? attrs.role : null
    const inArticle = isOpen && type !== 'division' && !endsArticle(role)
    after.push(rowOf(textSchema.node(type, { ...id, lang, ...attrs }, words), inArticle))
  }
  const kind = choice.kind === 'article' && !mayBeArticle ? 'body' : choice.kind
  switch (kind) {
    case 'article': {
      const label = articleLabel(text)
      const words = without(content, label.length)
      const isAlone = words.length === 0
      const heading = textSchema.node('articleHeading', { blockId: newId(), lang }, words)
      const joint = isAlone ? `${label.joint}\n` : label.joint
      const { word, gap, number } = label
      const article = textSchema.node('article', { ...id, lang, word, gap, number, joint }, [heading])
      after.push({ node: heading, article, inArticle: false, level: levels.article })
      return
    }
    case 'articleHeading': {
      if (!above?.article || above.node.childCount > 0 || content.length === 0)
        return add('paragraph', { role: 'body' }, content)
      const heading = textSchema.node('articleHeading', { ...id, lang }, content)
      const joint = String(above.article.attrs['joint'])
      const attrs = { ...above.article.attrs, joint: joint.endsWith('\n') ? joint : `${joint}\n` }
      const article = above.article.type.create(attrs, [heading])
      after[after.length - 1] = { ...above, node: heading, article }
      return
    }
    case 'numberedParagraph':
    case 'letter': {
      const level = kind === 'letter' ? { level: choice.level ?? 1 } : {}
      if (line.parts) return add(kind, { ...line.parts, ...level }, without(content, line.label.length))
      const label = clauseLabel(text)
      if (!label || label.type === 'article')
        return add(kind, { before: '', number: '', after: '', ...level }, content)
      const parts = { before: label.before, number: label.number, after: label.after }
      return add(kind, { ...parts, ...level }, without(content, label.length))
    }
    case 'chapter':
    case 'annex': {
      const label = content.length === 1 ? divisionLabel(text) : null
      const attrs = label ? { before: label.before, number: label.number } : {}
      const isBelow = line.below !== null && label !== null
      const words = isBelow ? line.below : without(content, label?.length ?? 0)
      return add('division', { kind, ...attrs, after: isBelow ? '\n' : '' }, words)
    }
    default:
      return add('paragraph', { role: kind }, content)
  }
}

type ArticleLabel = {
  readonly word: string
  readonly gap: string
  readonly number: string
  readonly joint: string
  readonly length: number
}

/** The label of an article at the start of its line; a damaged one as it stands; an empty one where there is none. */
function articleLabel(text: string): ArticleLabel {
  const label = clauseLabel(text)
  if (label?.type === 'article') return label
  const damaged = damagedLabel(text)
  if (!damaged) return { word: '', gap: '', number: '', joint: '', length: 0 }
  const { word, gap, number } = damaged
  const isPlainGap = /^[ \t\u00a0]*$/u.test(gap)
  const read = { word: isPlainGap ? word : word + gap, gap: isPlainGap ? gap : '', number }
  return { ...read, joint: text.slice(word.length + gap.length + number.length), length: text.length }
}

function without(content: readonly Node[], length: number): readonly Node[] {
  const [first, ...rest] = content
  if (!first || length === 0) return content
  return first.nodeSize > length ? [first.cut(length), ...rest] : rest
}

/** The characters of a line. */
export function wordsOfLine({ content }: Line): string {
  return content.map((node) => linesOf(node)).join('')
}
