import type { Node } from '@tiptap/pm/model'
import type { BracketDiagnosis, BracketOptions, BracketSpan } from '../mou/brackets.ts'
import { findBrackets } from '../mou/brackets.ts'
import type { ClauseLabel } from '../mou/clauseLabel.ts'
import { clauseLabel } from '../mou/clauseLabel.ts'
import { lineEndOf } from '../mou/lineEnd.ts'
import type { ParagraphRole } from './extensions.ts'
import { textSchema } from './extensions.ts'
import type { Part } from './roles.ts'
import { endsClauses, isHeadingLike, roleOf, signatureColumns } from './roles.ts'

type ParsedText = {
  readonly doc: Node
  readonly diagnoses: readonly BracketDiagnosis[] // offsets in the text as given
}

type PlainTextOptions = BracketOptions & {
  readonly lang: string | null // of the whole text
  readonly newId: () => string // for blocks and brackets
}

/**
 * Reads a plain text, one paragraph a line, into the schema: articles, numbered paragraphs and letters in English,
 * Indonesian and Khmer, cover, title, recitals, testimonium, two columns of signatures, and the brackets that stand.
 *
 * No character is lost: `toPlainText` of the result is `text` again. Numbers are kept as typed, blank lines are
 * counted, and what is not recognised is a paragraph. Where every line ends in CR LF the text keeps that; where
 * line ends are mixed a carriage return is a character. A confirmed full-width bracket is written square after.
 */
export function fromPlainText(text: string, options: PlainTextOptions): ParsedText {
  const lineEnd = lineEndOf(text)
  const { diagnoses } = findBrackets(text, options)
  const bare = lineEnd === '\n' ? text : text.replaceAll('\r\n', '\n')
  const { spans } = findBrackets(bare, options)
  const words = bare.replace(/\n+$/, '')
  const content = readBlocks(newReading(bare, spans, options.newId), 0, words.length)
  const attrs = { lang: options.lang, lineEnd, finalLineEnds: bare.length - words.length }
  return { doc: textSchema.node('doc', attrs, content), diagnoses }
}

/**
 * Reads one line of which it is known that no clause begins in it, as in a cell of a table: its words, and its brackets
 * as pairs within the line. `line` must hold no line end. `toPlainText` of a paragraph of the result is `line` again.
 */
export function inlineFromPlainText(
  line: string,
  options: BracketOptions & Pick<PlainTextOptions, 'newId'>,
): { readonly content: readonly Node[]; readonly diagnoses: readonly BracketDiagnosis[] } {
  const { spans, diagnoses } = findBrackets(line, options)
  const within = spans.map((span) => ({ ...span, place: 'inline' as const }))
  return { content: readInline(newReading(line, within, options.newId), 0, line.length), diagnoses }
}

/** Wording of the record at a reference in a text. */
export type RecordWording = (reference: {
  readonly kind: 'decision' | 'action' | 'figure' | 'person'
  readonly recordId: string
}) => string

/**
 * The plain text of a text: the exact inverse of `fromPlainText`. Tables, lists and references, which no plain text
 * gives, come out readably: cells apart by two spaces, items by their bullet or number, references by `wording`
 * (nothing, if it is not given).
 */
export function toPlainText(doc: Node, wording: RecordWording = () => ''): string {
  const text = linesOf(doc, wording) + '\n'.repeat(Number(doc.attrs['finalLineEnds'] ?? 0))
  return doc.attrs['lineEnd'] === '\r\n' ? text.replaceAll('\n', '\r\n') : text
}

/** The line or lines of one node: its label, its words, its brackets as written. */
export function linesOf(node: Node, wording: RecordWording = () => ''): string {
  if (node.isText) return node.text ?? ''
  const { attrs } = node
  switch (node.type.name) {
    case 'hardBreak':
      return '\n'
    case 'bracketOpen':
      return `[${attrs['lead']}`
    case 'bracketClose':
      return `${attrs['tail']}]`
    case 'decisionRef':
    case 'actionRef':
    case 'figureRef':
    case 'personRef':
      return wording({ kind: referenceKind(node), recordId: attrs['recordId'] })
    case 'articleRef':
    case 'outcomeLink':
      return String(attrs['words'])
    case 'numberedParagraph':
    case 'letter':
    case 'division':
      return `${attrs['before']}${attrs['number']}${attrs['after']}${inlineText(node, wording)}`
    case 'article':
      return articleText(node, wording)
    case 'bracketBlock':
      return `[${attrs['lead']}${stacked(node, wording)}${attrs['tail']}]`
    case 'tableRow':
      return node.children.map((cell) => linesOf(cell, wording)).join('  ')
    case 'table':
      return node.children
        .map((row) =>
          row.children
            .map((cell) => linesOf(cell, wording))
            .join(attrs['role'] === 'signatures' ? ' | ' : '  '),
        )
        .join('\n')
    case 'bulletList':
      return node.children.map((item) => `- ${indented(linesOf(item, wording))}`).join('\n')
    case 'orderedList':
      return node.children
        .map((item, index) => `${Number(attrs['start']) + index}. ${indented(linesOf(item, wording))}`)
        .join('\n')
    default:
      return node.inlineContent ? inlineText(node, wording) : stacked(node, wording)
  }
}

/** What kind of thing of the record a reference node stands for. */
export function referenceKind(node: Node): 'decision' | 'action' | 'figure' | 'person' {
  const kinds = {
    decisionRef: 'decision',
    actionRef: 'action',
    figureRef: 'figure',
    personRef: 'person',
  } as const
  const kind = kinds[node.type.name as keyof typeof kinds]
  if (!kind) throw new Error(`${node.type.name} refers to nothing`)
  return kind
}

/** What stands in the line of a text block, without the number or letter before it. */
export function inlineText(textblock: Node, wording: RecordWording = () => ''): string {
  return textblock.children.map((child) => linesOf(child, wording)).join('')
}

function stacked(parent: Node, wording: RecordWording): string {
  return parent.children.map((child) => spaced(child) + linesOf(child, wording)).join('\n')
}

function articleText(article: Node, wording: RecordWording): string {
  const { word, gap, number, joint } = article.attrs
  const [heading, ...rest] = article.children
  const words = heading ? linesOf(heading, wording) : ''
  const label = `${word}${gap}${number}${words === '' ? joint.replace(/\n$/, '') : joint}`
  const apart = heading && joint.endsWith('\n') ? spaced(heading) : ''
  const lines = rest.map((child) => spaced(child) + linesOf(child, wording))
  return [words === '' ? label : label + apart + words, ...lines].join('\n')
}

function spaced(node: Node): string {
  return '\n'.repeat(Number(node.attrs['blankLinesBefore'] ?? 0))
}

function indented(lines: string): string {
  return lines.replaceAll('\n', '\n  ')
}

type Reading = {
  readonly text: string
  readonly newId: () => string
  readonly blocks: ReadonlyMap<number, BracketSpan> // by where they open
  readonly inline: readonly BracketSpan[] // in the order in which they open
  nextInline: number // lines are read in order, so this only grows
  part: Part
}

type OpenArticle = { readonly attrs: object; readonly heading: Node; readonly content: Node[] }

function newReading(text: string, spans: readonly BracketSpan[], newId: () => string): Reading {
  return {
    text,
    newId,
    blocks: new Map(spans.filter(({ place }) => place === 'blocks').map((span) => [span.from, span])),
    inline: spans.filter(({ place }) => place === 'inline'),
    nextInline: 0,
    part: 'front',
  }
}

/** Reads whole lines. Recurses only into block brackets, which `deepestBlocks` limits. */
function readBlocks(reading: Reading, from: number, to: number): readonly Node[] {
  const { text, newId, blocks } = reading
  const children: Node[] = []
  let article: OpenArticle | null = null
  let group: ParagraphRole | null = null
  let blanks = 0

  const closeArticle = () => {
    if (article)
      children.push(textSchema.node('article', article.attrs, [article.heading, ...article.content]))
    article = null
  }
  const add = (node: Node) => (article ? article.content : children).push(node)
  const identity = () => {
    const attrs = { blockId: newId(), blankLinesBefore: blanks }
    blanks = 0
    return attrs
  }

  for (let at = from; at <= to;) {
    const span = blocks.get(at)
    if (span && span.to <= to) {
      const attrs = { ...identity(), ...bracketAttrs(span, newId()), tail: span.tail }
      const inside = readBlocks(reading, span.wordsFrom, span.wordsTo)
      if (inside.some(holdsArticle)) closeArticle()
      add(textSchema.node('bracketBlock', attrs, inside))
      group = null
      at = span.to + 1
      continue
    }

    const end = lineEndAt(text, at, to)
    const line = text.slice(at, end)
    if (line === '' && end < to) {
      blanks++
      group = null
      at = end + 1
      continue
    }

    const label = clauseLabel(line)
    if (label?.type === 'article' && isArticle(label, line)) {
      closeArticle()
      reading.part = 'clauses'
      const { word, gap, number, joint, length } = label
      const labelled = { ...identity(), word, gap, number }
      const onNext = line.length === length ? headingAhead(reading, end, to) : null
      const heading = onNext ?? { from: at + length, to: end, blankLinesBefore: 0 }
      article = {
        attrs: { ...labelled, joint: line.length === length ? `${joint}\n` : joint },
        heading: textSchema.node(
          'articleHeading',
          { blockId: newId(), blankLinesBefore: heading.blankLinesBefore },
          readInline(reading, heading.from, heading.to),
        ),
        content: [],
      }
      group = null
      at = heading.to + 1
      continue
    }
    if (label && label.type !== 'article') {
      if (reading.part === 'front') reading.part = 'clauses'
      const { type, before, number, after, length } = label
      const attrs = { ...identity(), before, number, after }
      add(textSchema.node(type, attrs, readInline(reading, at + length, end)))
      group = null
    } else {
      if (reading.part === 'clauses' && endsClauses(line)) {
        closeArticle()
        reading.part = 'end'
      }
      const columns = signatureColumns(line)
      if (columns && !isBracketedAcross(reading, at + columns.leftEnd, end)) {
        add(signatureTable(reading, identity(), at, end, columns))
        group = 'signatures'
      } else {
        const role: ParagraphRole = columns ? 'signatures' : roleOf(line, reading.part, group)
        add(textSchema.node('paragraph', { ...identity(), role }, readInline(reading, at, end)))
        group = role
      }
    }
    at = end + 1
  }
  closeArticle()
  return children
}

function lineEndAt(text: string, from: number, to: number): number {
  const end = text.indexOf('\n', from)
  return end === -1 || end > to ? to : end
}

/** 'Article 5. The Parties shall …' is a sentence; 'Article 5. Funding' an article with its heading. */
function isArticle(label: ClauseLabel & { readonly type: 'article' }, line: string): boolean {
  return line.length === label.length || isHeadingLike(line.slice(label.length))
}

/** The line behind the label of an article, if it is its heading and more follows. */
function headingAhead(reading: Reading, labelEnd: number, to: number) {
  const { text, blocks } = reading
  let from = labelEnd + 1
  while (from < to && text[from] === '\n') from++
  if (from >= to || blocks.has(from)) return null
  const end = lineEndAt(text, from, to)
  const line = text.slice(from, end)
  if (end >= to || !isHeadingLike(line) || clauseLabel(line)) return null
  return { from, to: end, blankLinesBefore: from - labelEnd - 1 }
}

function signatureTable(
  reading: Reading,
  identity: object,
  from: number,
  to: number,
  columns: { readonly leftEnd: number; readonly rightStart: number },
): Node {
  const cell = (start: number, end: number) => {
    const blockId = reading.newId()
    const attrs = { blockId: reading.newId(), role: 'signatures' }
    return textSchema.node('tableCell', { blockId }, [
      textSchema.node('paragraph', attrs, readInline(reading, start, end)),
    ])
  }
  const row = textSchema.node('tableRow', { blockId: reading.newId() }, [
    cell(from, from + columns.leftEnd),
    cell(from + columns.rightStart, to),
  ])
  return textSchema.node('table', { ...identity, role: 'signatures' }, [row])
}

/** Whether a bracket that opens in the line up to `to` lies on both sides of the place. */
function isBracketedAcross(reading: Reading, place: number, to: number): boolean {
  for (let index = reading.nextInline; index < reading.inline.length; index++) {
    const span = reading.inline[index]
    if (!span || span.from >= to) return false
    if (span.from < place + 3 && span.to > place) return true
  }
  return false
}

/** The words of one line with its brackets as atoms. Brackets may nest without limit, so no recursion. */
function readInline(reading: Reading, from: number, to: number): readonly Node[] {
  const content: Node[] = []
  const open: { readonly span: BracketSpan; readonly bracketId: string }[] = []
  const addText = (end: number) => {
    if (end > from) content.push(textSchema.text(reading.text.slice(from, end)))
  }
  for (;;) {
    const next = reading.inline[reading.nextInline]
    const last = open.at(-1)
    if (last && (!next || next.from >= last.span.wordsTo)) {
      addText(last.span.wordsTo)
      const { bracketId, span } = last
      content.push(textSchema.node('bracketClose', { bracketId, tail: span.tail }))
      from = span.to
      open.pop()
    } else if (next && next.from < to) {
      addText(next.from)
      const bracketId = reading.newId()
      content.push(textSchema.node('bracketOpen', bracketAttrs(next, bracketId)))
      from = next.wordsFrom
      open.push({ span: next, bracketId })
      reading.nextInline++
    } else {
      addText(to)
      return content
    }
  }
}

function bracketAttrs(span: BracketSpan, bracketId: string) {
  const { kind, state, sides, reservedBy, opposedBy, lead } = span
  return { bracketId, kind, state, sides, reservedBy, opposedBy, lead }
}

function holdsArticle(node: Node): boolean {
  return (
    node.type.name === 'article' || (node.type.name === 'bracketBlock' && node.children.some(holdsArticle))
  )
}
