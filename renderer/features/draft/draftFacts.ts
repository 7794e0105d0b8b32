import type { Node } from '@tiptap/pm/model'
import { type BracketMark, bracketMarks, type BracketOffer } from '../../../shared/text/bracketMarks.ts'
import { countableNumbers } from '../../../shared/text/instrument/countedNumbers.ts'
import { linksIn } from '../../../shared/text/instrument/clauseLinks.ts'
import { type OutlineEntry, outlineOf } from '../../../shared/text/instrument/outline.ts'
import { wordCount } from '../../../shared/text/instrument/wordCount.ts'
import { bracketsIn, countBrackets, type TextBracket } from '../../../shared/text/textBrackets.ts'
import type { Language } from '../../../shared/values.ts'
import { looksSame } from './bracketWords.ts'

/** A row of the outline. The same object as before where nothing of it changed, so that it is not drawn anew. */
export type OutlineRow = Omit<OutlineEntry, 'pos'> & {
  readonly id: string
  readonly paragraphs: number // numbered ones of an article
}

/** Something a person should look at. Positions are those of `doc` of the same facts. */
export type DraftProblem =
  | { readonly kind: 'bracket'; readonly mark: BracketMark }
  | { readonly kind: 'brokenLink'; readonly from: number; readonly to: number; readonly words: string }

/** What the outline shows; it is worked out first. */
export type Structure = {
  readonly doc: Node
  readonly outline: readonly OutlineRow[]
  readonly brackets: readonly TextBracket[]
  /** The same brackets as a list shows them; the same objects as before where it would say the same, wherever they are now. */
  readonly listed: readonly TextBracket[]
  readonly openBrackets: number
}

/** What can wait a little longer. */
export type Remarks = {
  readonly doc: Node
  readonly problems: readonly DraftProblem[]
  readonly offers: readonly BracketOffer[]
}

/** What is counted in a text. */
export type Counts = {
  readonly doc: Node
  readonly words: number
  /** Numbers that are kept as typed, though the scheme would count them to the same. */
  readonly countable: number
}

export type FactOptions = { readonly sides: readonly string[]; readonly language: Language }

/** The structure of a text; what is shown of `before` and is the same is the same object. */
export function structureOf(doc: Node, before: Structure | null): Structure {
  const brackets = bracketsIn(doc)
  return {
    doc,
    outline: kept(
      before?.outline ?? [],
      outlineOf(doc).map((entry) => rowOf(entry, doc)),
      sameRow,
    ),
    brackets,
    listed: kept(before?.listed ?? [], brackets, looksSame),
    openBrackets: countBrackets(brackets).brackets,
  }
}

export function remarksOf(doc: Node, { sides }: Pick<FactOptions, 'sides'>): Remarks {
  const { marks, offers } = bracketMarks(doc, { sides })
  const broken = linksIn(doc).filter((link) => link.broken)
  return {
    doc,
    problems: [
      ...marks.map((mark): DraftProblem => ({ kind: 'bracket', mark })),
      ...broken.map(({ from, to, words }): DraftProblem => ({ kind: 'brokenLink', from, to, words })),
    ],
    offers,
  }
}

export function countsOf(doc: Node, { language }: Pick<FactOptions, 'language'>): Counts {
  return { doc, words: wordCount(doc, language), countable: countableNumbers(doc).countable }
}

export type Totals = { readonly chapters: number; readonly articles: number; readonly paragraphs: number }

export function totalsOf(outline: readonly OutlineRow[]): Totals {
  const articles = outline.filter(({ kind }) => kind === 'article')
  return {
    chapters: outline.filter(({ kind }) => kind === 'chapter').length,
    articles: articles.length,
    paragraphs: articles.reduce((sum, { paragraphs }) => sum + paragraphs, 0),
  }
}

/** What stands among the clauses and can be moved there; formulas stay where they are. */
export function isMovable({ kind }: Pick<OutlineRow, 'kind'>): boolean {
  return kind === 'article' || kind === 'chapter' || kind === 'annex'
}

/** The row that a row changes places with: the next of its kind, articles past chapters too. Null at the ends. */
export function neighbourOf(outline: readonly OutlineRow[], id: string, by: -1 | 1): OutlineRow | null {
  const at = outline.findIndex((row) => row.id === id)
  const own = outline[at]
  if (!own || !isMovable(own)) return null
  for (let next = at + by; next >= 0 && next < outline.length; next += by) {
    const row = outline[next]
    if (row && isMovable(row) && (row.kind === own.kind || own.kind === 'article')) return row
  }
  return null
}

function rowOf({ pos, ...entry }: OutlineEntry, doc: Node): OutlineRow {
  const node = doc.nodeAt(pos)
  return {
    ...entry,
    id: entry.blockId,
    paragraphs: node && entry.kind === 'article' ? paragraphsIn(node) : 0,
  }
}

const counted = new WeakMap<Node, number>()

function paragraphsIn(block: Node): number {
  const known = counted.get(block)
  if (known !== undefined) return known
  let paragraphs = 0
  block.forEach((child) => {
    if (child.type.name === 'numberedParagraph') paragraphs++
    else if (child.type.name === 'bracketBlock') paragraphs += paragraphsIn(child)
  })
  counted.set(block, paragraphs)
  return paragraphs
}

function kept<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
  isSame: (one: T, other: T) => boolean,
): readonly T[] {
  const known = new Map(before.map((row) => [row.id, row]))
  const rows = after.map((row) => {
    const former = known.get(row.id)
    return former && isSame(former, row) ? former : row
  })
  const isUnchanged = rows.length === before.length && rows.every((row, index) => row === before[index])
  return isUnchanged ? before : rows
}

function sameRow(one: OutlineRow, other: OutlineRow): boolean {
  return (
    one.kind === other.kind &&
    one.depth === other.depth &&
    one.label === other.label &&
    one.words === other.words &&
    one.openBrackets === other.openBrackets &&
    one.bracketed === other.bracketed &&
    one.paragraphs === other.paragraphs
  )
}
