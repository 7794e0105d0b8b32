import { Document } from 'docx'
import type { Block, Run } from '../meeting/minutesDocument.ts'
import { locales } from '../meeting/minutesWords.ts'
import { writtenPieces } from '../meeting/writtenPieces.ts'
import type { Language } from '../values.ts'
import { createBlockWriter } from './docxBlocks.ts'
import { docxNumbering, docxStyles } from './docxLook.ts'
import type { WrittenDocx } from './minutesDocx.ts'
import { packDocx } from './packDocx.ts'
import { pageFrame } from './pageFrame.ts'
import { xmlText } from './xmlText.ts'

export type CopiedText = {
  readonly title: string
  /** ProseMirror JSON of the text schema. */
  readonly doc: unknown
  readonly language: Language
  /** The words of a record that the text refers to, null where it is not known. */
  readonly recordWords?: (kind: 'decision' | 'action' | 'figure' | 'person', id: string) => string | null
}

/**
 * One text as a plain DOCX, for a copy beside the record: its words, lists, tables and brackets, without numbers of
 * minutes. Where the words of a record are not known, its kind and id stand in their place, so nothing goes unseen.
 */
export async function textDocx({ title, doc, language, recordWords }: CopiedText): Promise<WrittenDocx> {
  const said = (kind: 'decision' | 'action' | 'figure' | 'person', id: string): readonly Run[] => [
    { text: recordWords?.(kind, id) ?? `⟨${kind} ${id}⟩` },
  ]
  const { pieces } = writtenPieces(doc, language, {
    figure: (id) => said('figure', id),
    person: (id) => said('person', id),
  })
  const blocks = pieces.map((piece): Block => {
    if (piece.kind === 'decision' || piece.kind === 'action')
      return { kind: 'paragraph', number: null, runs: said(piece.kind, piece.id) }
    return piece.kind === 'paragraph' ? { ...piece, number: null } : piece
  })
  const writer = createBlockWriter(language, String)
  const children = writer.blocks([{ kind: 'title', runs: [{ text: title }] }, ...blocks])
  const document = new Document({
    styles: docxStyles(locales[language]),
    numbering: docxNumbering(),
    sections: [
      {
        ...pageFrame({ language, header: ['', ''], pageOf: ' / ', watermark: null }),
        children,
      },
    ],
  })
  const bytes = await packDocx(document, { title: xmlText(title).text, language: locales[language] })
  return { bytes, removedCharacters: writer.removed() }
}
