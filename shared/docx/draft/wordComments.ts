import { Paragraph } from 'docx'
import type { ICommentOptions } from 'docx'
import { wordRuns } from '../wordRuns.ts'
import { xmlText } from '../xmlText.ts'

/** What one person says in a comment. */
export type Said = {
  readonly author: string
  readonly date: string // instant in UTC, ISO 8601
  readonly text: string
}

export type SaidComment = Said & { readonly replies: readonly Said[] }

/**
 * Comments as Word has them, answers behind what they answer; the numbers of each comment and its answers, in the
 * order given; and the characters left out that XML cannot hold.
 */
export function wordComments(comments: readonly SaidComment[]): {
  readonly said: readonly ICommentOptions[]
  readonly numbers: readonly (readonly number[])[]
  readonly removedCharacters: number
} {
  const said: ICommentOptions[] = []
  let removedCharacters = 0
  const add = ({ author, date, text }: Said, parentId: number | null): number => {
    const id = said.length
    const clean = [author, ...text.split('\n')].map((line) => xmlText(line))
    for (const { removed } of clean) removedCharacters += removed
    const [by, ...lines] = clean.map((line) => line.text)
    said.push({
      id,
      author: by ?? '',
      date: new Date(date),
      children: lines.map((line) => new Paragraph({ children: wordRuns(line) })),
      ...(parentId !== null && { parentId }),
    })
    return id
  }
  const numbers = comments.map(({ replies, ...comment }) => {
    const first = add(comment, null)
    return [first, ...replies.map((reply) => add(reply, first))]
  })
  return { said, numbers, removedCharacters }
}
