import { Document } from 'docx'
import { locales } from '../../meeting/minutesWords.ts'
import type { ChangeId, Comparison } from '../../compare/comparison.ts'
import type { ComposedLanguage } from '../../values.ts'
import type { WrittenDocx } from '../blocksDocx.ts'
import { docxStyles } from '../docxLook.ts'
import type { KhmerFont } from '../khmerFont.ts'
import { packDocx } from '../packDocx.ts'
import { pageFrame, sectionXml, type PageFrame } from '../pageFrame.ts'
import { wordPart } from '../wordPart.ts'
import { xmlText } from '../xmlText.ts'
import { draftXml } from './draftXml.ts'
import type { RecordWords } from './draftRuns.ts'
import { layOutDraft } from './layOutDraft.ts'
import { frontOf, type RedlineFront } from './redlineFront.ts'
import { type SaidComment, wordComments } from './wordComments.ts'

/** A comment on a change, by whoever says it, and what others answered. */
export type ChangeComment = SaidComment & { readonly change: ChangeId }

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
export async function redlineDocx(redline: Redline, khmerFont: KhmerFont): Promise<WrittenDocx> {
  const { title, comparison, author, date, comments, front, recordWords, ...frame } = redline
  const { said, numbers, removedCharacters } = wordComments(comments)
  const lines = layOutDraft(comparison.root, frame.language, recordWords)
  const ahead = front ? frontOf(comparison, front, frame.language) : { xml: '', removedCharacters: 0 }
  const written = draftXml(lines, frame.language, {
    author: xmlText(author).text,
    date: toTheSecond(date),
    comments: byChange(comments, numbers),
  })
  const language = locales[frame.language]
  const document = new Document({
    styles: docxStyles(language),
    sections: [{ ...pageFrame(frame), children: [] }],
    ...(comments.length > 0 && { comments: { children: said } }),
  })
  const bytes = await packDocx(document, { title: xmlText(title).text, language }, khmerFont, [
    {
      path: 'word/document.xml',
      data: wordPart('document', `<w:body>${ahead.xml}${written.body}${sectionXml(document)}</w:body>`),
    },
    { path: 'word/numbering.xml', data: wordPart('numbering', written.numbering) },
  ])
  return { bytes, removedCharacters: written.removedCharacters + ahead.removedCharacters + removedCharacters }
}

function byChange(
  comments: readonly ChangeComment[],
  numbers: readonly (readonly number[])[],
): ReadonlyMap<ChangeId, readonly number[]> {
  const all = new Map<ChangeId, readonly number[]>()
  comments.forEach(({ change }, index) =>
    all.set(change, [...(all.get(change) ?? []), ...(numbers[index] ?? [])]),
  )
  return all
}

function toTheSecond(date: string): string {
  return date.replace(/\.\d+Z$/, 'Z')
}
