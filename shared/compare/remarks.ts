import type { DocxComment } from '../docxReading.ts'
import { CalendarDate } from '../values.ts'
import type { ComparedFile } from './comparedFile.ts'

/** So many comments of a file are shown, and so much of each, in characters; all of it stays in the file. */
const shownAtMost = 200
const longest = 500

/** The comments of a Word file for reading: in the order of the file, each answer behind what it answers. */
export function remarksOf(comments: readonly DocxComment[]): ComparedFile['remarks'] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]))
  const threads = new Map<DocxComment, DocxComment[]>()
  for (const comment of comments) {
    const first = firstOf(comment, byId)
    const thread = threads.get(first)
    if (thread) thread.push(comment)
    else threads.set(first, [comment])
  }
  return [...threads]
    .flatMap(([first, thread]) => [first, ...thread.filter((comment) => comment !== first)])
    .slice(0, shownAtMost)
    .map((comment) => {
      const isAnswer = !threads.has(comment)
      return {
        author: comment.author,
        writtenOn: CalendarDate.safeParse(comment.at?.slice(0, 10)).data ?? null,
        quoted: isAnswer ? '' : comment.quoted.slice(0, longest),
        words: comment.words.slice(0, longest),
        isAnswer,
        isResolved: comment.resolved,
      }
    })
}

/** What a comment answers in the end; itself where it answers none, or where answers answer each other. */
function firstOf(comment: DocxComment, byId: ReadonlyMap<string, DocxComment>): DocxComment {
  const seen = new Set<DocxComment>()
  let at = comment
  while (!seen.has(at)) {
    seen.add(at)
    const answered = at.answers === null ? undefined : byId.get(at.answers)
    if (answered === undefined) return at
    at = answered
  }
  return comment
}
