import { Document, Paragraph, TextRun } from 'docx'
import type { ICommentOptions } from 'docx'
import { locales } from '../../meeting/minutesWords.ts'
import type { ChangeId, Comparison } from '../../compare/comparison.ts'
import type { ComposedLanguage } from '../../values.ts'
import type { WrittenDocx } from '../blocksDocx.ts'
import { docxStyles } from '../docxLook.ts'
import { packDocx } from '../packDocx.ts'
import { pageFrame, sectionXml, type PageFrame } from '../pageFrame.ts'
import { wordPart } from '../wordPart.ts'
import { xmlText } from '../xmlText.ts'
import { draftXml } from './draftXml.ts'
import type { RecordWords } from './layOutDraft.ts'
import { layOutDraft } from './layOutDraft.ts'
import { frontOf, type RedlineFront } from './redlineFront.ts'

type Said = {
  readonly author: string
  readonly date: string // instant in UTC, ISO 8601
  readonly text: string
}

/** A comment on a change, by whoever says it, and what others answered. */
export type ChangeComment = Said & { readonly change: ChangeId; readonly replies: readonly Said[] }

export type Redline = PageFrame & {
  readonly language: ComposedLanguage
  readonly title: string
  readonly comparison: Comparison
  /** The side whose changes these are, and the date of its draft. */
  readonly author: string
  readonly date: string // instant in UTC, ISO 8601
  readonly comments: readonly ChangeComment[]
  /** Ahead of the text: what the marks mean, and a table of what changed in substance. Null: neither. */
  readonly front: RedlineFront | null
  readonly recordWords: RecordWords
}

/**
 * A comparison as a DOCX whose changes are tracked changes of Word: accepting all gives the target, rejecting all
 * the base. The same comparison gives the same bytes.
 *
 * Source: ECMA-376-1, 17.13.5 (revisions), 17.13.4 (comments).
 */
export async function redlineDocx(redline: Redline): Promise<WrittenDocx> {
  const { title, comparison, author, date, comments, front, recordWords, ...frame } = redline
  const { said, numbers } = numbered(comments)
  const lines = layOutDraft(comparison.root, frame.language, recordWords)
  const ahead = front ? frontOf(comparison, front, frame.language) : { xml: '', removedCharacters: 0 }
  const written = draftXml(lines, frame.language, {
    author: xmlText(author).text,
    date: toTheSecond(date),
    comments: numbers,
  })
  const language = locales[frame.language]
  const document = new Document({
    styles: docxStyles(language),
    sections: [{ ...pageFrame(frame), children: [] }],
    ...(comments.length > 0 && { comments: { children: said } }),
  })
  const bytes = await packDocx(document, { title: xmlText(title).text, language }, [
    {
      path: 'word/document.xml',
      data: wordPart('document', `<w:body>${ahead.xml}${written.body}${sectionXml(document)}</w:body>`),
    },
    { path: 'word/numbering.xml', data: wordPart('numbering', written.numbering) },
  ])
  return { bytes, removedCharacters: written.removedCharacters + ahead.removedCharacters }
}

/** The comments as Word has them, answers behind what they answer; and the numbers of those on each change. */
function numbered(comments: readonly ChangeComment[]) {
  const said: ICommentOptions[] = []
  const numbers = new Map<ChangeId, readonly number[]>()
  for (const { change, replies, ...comment } of comments) {
    const first = said.length
    said.push(commentOf(comment, first))
    for (const reply of replies) said.push({ ...commentOf(reply, said.length), parentId: first })
    const own = said.slice(first).map(({ id }) => id)
    numbers.set(change, [...(numbers.get(change) ?? []), ...own])
  }
  return { said, numbers }
}

function commentOf({ author, date, text }: Said, id: number): ICommentOptions {
  return {
    id,
    author: xmlText(author).text,
    date: new Date(date),
    children: text.split('\n').map((line) => new Paragraph({ children: [new TextRun(xmlText(line).text)] })),
  }
}

function toTheSecond(date: string): string {
  return date.replace(/\.\d+Z$/, 'Z')
}
