import type { CounterpartComment } from '../../mou/draftPaper.ts'
import type { TextDoc } from '../../text/writtenText.ts'
import type { CommentAnchor, DraftLine, DraftParagraph, DraftRun } from './draftLines.ts'

export type PlacedComment = Pick<CounterpartComment, 'blockId' | 'quote' | 'near'> & {
  /** The numbers of the comment and its answers in the file. */
  readonly numbers: readonly number[]
}

type Range = { readonly first: DraftParagraph; readonly last: DraftParagraph }

/**
 * Lines of `doc` with the comments on them: on the words quoted, or on all lines of the block where none are quoted or
 * they are not in this view; `wholeArticles: false` takes number and heading for an article. What is on a block that is
 * not there is returned as `left`.
 */
export function placedComments(
  lines: readonly DraftLine[],
  doc: TextDoc,
  comments: readonly PlacedComment[],
  { wholeArticles }: { readonly wholeArticles: boolean },
): { readonly lines: readonly DraftLine[]; readonly left: readonly PlacedComment[] } {
  if (comments.length === 0) return { lines, left: [] }
  const paragraphs = paragraphsIn(lines)
  const around = blocksAround(doc)
  const anchors = new Map<DraftParagraph, Anchored[]>()
  const put = (paragraph: DraftParagraph, anchored: Anchored) =>
    anchors.set(paragraph, [...(anchors.get(paragraph) ?? []), anchored])

  const left = comments.filter(({ blockId, quote, near = 0, numbers }) => {
    const own = paragraphs.filter((line) => line.blockId !== null && isOf(line.blockId, blockId, around))
    const words = quote === null ? null : quoted(own, quote, near)
    const start: CommentAnchor = { kind: 'start', comments: numbers }
    const end: CommentAnchor = { kind: 'end', comments: numbers }
    if (words) {
      put(words.line, { at: words.from, anchor: start })
      put(words.line, { at: words.to, anchor: end })
      return false
    }
    const range = rangeOf(own, blockId, wholeArticles)
    if (!range) return true
    put(range.first, { at: 0, anchor: start })
    put(range.last, { at: lengthOf(range.last.runs), anchor: end })
    return false
  })
  return { lines: rewritten(lines, anchors), left }
}

/** Where in the runs of a line an anchor stands, in UTF-16 units of their text. */
type Anchored = { readonly at: number; readonly anchor: CommentAnchor }

function paragraphsIn(lines: readonly DraftLine[]): readonly DraftParagraph[] {
  return lines.flatMap((line): readonly DraftParagraph[] => {
    if (line.kind === 'paragraph') return [line]
    if (line.kind !== 'table') return []
    return line.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsIn(cell.lines)))
  })
}

/** By the id of each block, the ids of those that it stands in. */
function blocksAround(doc: TextDoc): ReadonlyMap<string, readonly string[]> {
  const around = new Map<string, readonly string[]>()
  const walk = (parent: TextDoc, outer: readonly string[]) =>
    parent.forEach((child) => {
      if (child.isInline) return
      const id = String(child.attrs['blockId'])
      around.set(id, outer)
      walk(child, [...outer, id])
    })
  walk(doc, [])
  return around
}

function isOf(line: string, blockId: string, around: ReadonlyMap<string, readonly string[]>): boolean {
  return line === blockId || (around.get(line)?.includes(blockId) ?? false)
}

/** The quoted words, where they stand nearest to `near` in the words of a line. */
function quoted(lines: readonly DraftParagraph[], quote: string, near: number) {
  if (quote === '') return null
  for (const line of lines) {
    const text = line.runs.map((run) => run.text).join('')
    const label = line.label ? (line.runs[0]?.text.length ?? 0) : 0
    let best: number | null = null
    for (let at = text.indexOf(quote, label); at >= 0; at = text.indexOf(quote, at + 1)) {
      if (best === null || Math.abs(at - label - near) < Math.abs(best - label - near)) best = at
    }
    if (best !== null) return { line, from: best, to: best + quote.length }
  }
  return null
}

function rangeOf(own: readonly DraftParagraph[], blockId: string, wholeArticles: boolean): Range | null {
  const [first] = own
  if (!first) return null
  const heading = own[1]?.shape.style === 'articleHeading' ? own[1] : first
  const isArticle = first.blockId === blockId && first.shape.style === 'articleNumber'
  return { first, last: isArticle && !wholeArticles ? heading : (own.at(-1) ?? first) }
}

function rewritten(
  lines: readonly DraftLine[],
  anchors: ReadonlyMap<DraftParagraph, readonly Anchored[]>,
): readonly DraftLine[] {
  return lines.map((line): DraftLine => {
    if (line.kind === 'table') {
      const rows = line.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, lines: rewritten(cell.lines, anchors) })),
      }))
      return { ...line, rows }
    }
    const own = line.kind === 'paragraph' ? anchors.get(line) : undefined
    if (line.kind !== 'paragraph' || !own) return line
    return { ...line, runs: withAnchors(line.runs, own) }
  })
}

/** Runs cut where anchors stand. */
function withAnchors(runs: readonly DraftRun[], anchors: readonly Anchored[]): readonly DraftRun[] {
  const waiting = anchors.toSorted((one, other) => one.at - other.at)
  const all: DraftRun[] = []
  let at = 0
  const release = (until: number) => {
    for (let next = waiting[0]; next && next.at <= until; next = waiting[0]) {
      waiting.shift()
      all.push({ ...empty, anchor: next.anchor })
    }
  }
  for (const run of runs) {
    let rest = run
    for (;;) {
      release(at)
      const next = waiting[0]
      if (!next || next.at >= at + rest.text.length) break
      const cut = next.at - at
      all.push({ ...rest, text: rest.text.slice(0, cut) })
      rest = { ...rest, text: rest.text.slice(cut) }
      at = next.at
    }
    all.push(rest)
    at += rest.text.length
  }
  release(Infinity)
  return all
}

const empty: DraftRun = { text: '', fate: 'stays', look: {}, lookBefore: null, change: null }

function lengthOf(runs: readonly DraftRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0)
}
