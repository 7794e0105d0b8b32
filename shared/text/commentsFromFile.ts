import type { Node } from '@tiptap/pm/model'
import type { DocxComment, DocxView } from '../docxReading.ts'
import { type CommentAnchor, CommentWords, longestQuote } from '../mou/comment.ts'
import { Instant } from '../values.ts'
import { anchorAt, type TextRange, unitsBetween, wordingBlocks } from './commentAnchors.ts'

/** A thread that a Word file brought along; the author of each comment as the file has it. */
export type FileThread = {
  readonly anchor: CommentAnchor
  readonly resolved: boolean
  readonly said: readonly {
    readonly words: string
    readonly madeAt: Instant | null // null: the file does not say
    readonly madeBy: string
  }[] // the comment, then its answers
}

/** What a file says of its comments, in the text as it was read. */
export type CommentsInFile = {
  readonly read: Node
  readonly view: DocxView
  readonly comments: readonly DocxComment[]
}

/**
 * The comments of a Word file on the text that was made of it. Reading lines otherwise turns words into labels and
 * labels into words at the beginning of a line, never at its end: places are counted from there. A comment over several
 * lines is on the first; one without a place in the text has the words that the file names, and no place.
 */
export function commentsFromFile(
  text: Node,
  { read, view, comments }: CommentsInFile,
): readonly FileThread[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const answers = new Map<string, DocxComment[]>()
  for (const comment of comments) {
    const first = firstOf(comment, byId)
    if (first !== comment) answers.set(first.id, [...(answers.get(first.id) ?? []), comment])
  }
  const blocks = { read: linesById(read), text: linesById(text) }
  return comments
    .filter((comment) => firstOf(comment, byId) === comment)
    .map((comment): FileThread => {
      const all = [comment, ...(answers.get(comment.id) ?? [])]
      return {
        anchor: anchorOf(comment, view, { read, text, blocks }),
        resolved: comment.resolved,
        said: all.map(({ words, at, author }) => ({
          words: keepable(words),
          madeAt: instantOf(at),
          madeBy: author.replaceAll(controls, ' ').trim(),
        })),
      }
    })
}

type Blocks = ReadonlyMap<string, TextRange>
type Texts = {
  readonly read: Node
  readonly text: Node
  readonly blocks: { readonly read: Blocks; readonly text: Blocks }
}

function anchorOf(comment: DocxComment, view: DocxView, { read, text, blocks }: Texts): CommentAnchor {
  const place = comment.places?.[view] ?? null
  const nowhere: CommentAnchor = {
    ...{ revision: 0, blockId: 'none', from: 0, to: 1, before: '', after: '' },
    quote: comment.quoted.slice(0, longestQuote),
  }
  if (!place) return nowhere
  const was = blocks.read.get(place.from.blockId)
  const is = blocks.text.get(place.from.blockId)
  const id = is && blockIdAt(text, is.from)
  if (!is || id === undefined) return nowhere
  const all = anchorAt(text, { blockId: id, from: null, to: null }, 0) ?? nowhere
  if (!was) return all
  const length = was.to - was.from
  const from = Math.min(place.from.offset, length)
  const to = place.to.blockId === place.from.blockId ? Math.min(place.to.offset, length) : length
  if (from >= to || to - from === length) return all
  const words = unitsBetween(read, was.from + from, was.from + to)
  const start = is.to - is.from - (length - from)
  const standing = unitsBetween(text, is.from, is.to)
  const found = standing.startsWith(words, start) ? start : onlyIn(standing, words)
  if (found === null || found < 0) return all
  return anchorAt(text, { blockId: id, from: found, to: found + words.length }, 0) ?? all
}

function onlyIn(standing: string, words: string): number | null {
  const at = standing.indexOf(words)
  return at >= 0 && at === standing.lastIndexOf(words) ? at : null
}

/** The comment that began the thread. A file whose answers go round in a ring has none of them answer. */
function firstOf(comment: DocxComment, byId: ReadonlyMap<string, DocxComment>): DocxComment {
  const seen = new Set<DocxComment>()
  let first = comment
  while (first.answers !== null && !seen.has(first)) {
    seen.add(first)
    const next = byId.get(first.answers)
    if (!next) return first
    first = next
  }
  return seen.has(first) ? comment : first
}

/** The content of each line by the id of its block, and of the article whose number and heading it has. */
function linesById(doc: Node): Blocks {
  const lines = new Map(wordingBlocks(doc))
  doc.descendants((node) => {
    const heading = node.type.name === 'article' ? node.firstChild : null
    const line = heading && lines.get(String(heading.attrs['blockId']))
    if (line) lines.set(String(node.attrs['blockId']), line)
    return !node.isTextblock
  })
  return lines
}

function blockIdAt(doc: Node, position: number): string {
  return String(doc.resolve(position).parent.attrs['blockId'])
}

// oxlint-disable-next-line no-control-regex -- a file may hold what no comment of the record does
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/** Words as the record takes them; of a comment that only shows a picture, a dash. */
function keepable(words: string): string {
  const clean = words.replaceAll(/\r\n?/g, '\n').replaceAll(controls, '').slice(0, 8_000)
  return CommentWords.safeParse(clean).success ? clean : '–'
}

/** Word writes the local clock and calls it UTC; some programs write no time, or no date that there is. */
function instantOf(written: string | null): Instant | null {
  if (written === null) return null
  const at = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(written) ? written : `${written}Z`)
  if (Number.isNaN(at)) return null
  const instant = Instant.safeParse(new Date(at).toISOString())
  return instant.success ? instant.data : null
}
