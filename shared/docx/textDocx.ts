import type { Block, Run } from '../meeting/minutesDocument.ts'
import { minutesWords, pageMarks } from '../meeting/minutesWords.ts'
import { writtenPieces } from '../meeting/writtenPieces.ts'
import type { Classification, ComposedLanguage } from '../values.ts'
import { blocksDocx, type WrittenDocx } from './blocksDocx.ts'
import type { KhmerFont } from './khmerFont.ts'

export type CopiedText = {
  readonly title: string
  /** ProseMirror JSON of the text schema. */
  readonly doc: unknown
  readonly language: ComposedLanguage
  /** Of the meeting that the text is of: it stands on every page, as in the minutes. */
  readonly classification: Classification
  /** Out of a sample record: said on every page. */
  readonly sample: boolean
  /** The words of a record that the text refers to, null where it is not known. */
  readonly recordWords?: (kind: 'decision' | 'action' | 'figure' | 'person', id: string) => string | null
}

/**
 * One text as a plain DOCX, for a copy beside the record: its words, lists, tables and brackets, without numbers of
 * minutes, under the header that minutes have. Where the words of a record are not known, its kind and id stand in their place, so nothing goes unseen.
 */
export function textDocx(copied: CopiedText, khmerFont: KhmerFont): Promise<WrittenDocx> {
  const { title, doc, language, classification, sample, recordWords } = copied
  const words = minutesWords(language)
  const said = (kind: 'decision' | 'action' | 'figure' | 'person', id: string): readonly Run[] => [
    { text: recordWords?.(kind, id) ?? `⟨${kind} ${id}⟩` },
  ]
  const { pieces } = writtenPieces(doc, language, {
    figure: (id) => said('figure', id),
    person: (id) => said('person', id),
    decision: (id) => said('decision', id),
    action: (id) => said('action', id),
  })
  const blocks = pieces.map((piece): Block => {
    if (piece.kind === 'decision' || piece.kind === 'action')
      return { kind: 'paragraph', number: null, runs: said(piece.kind, piece.id) }
    return piece.kind === 'paragraph' ? { ...piece, number: null } : piece
  })
  return blocksDocx(
    {
      language,
      title,
      blocks: [{ kind: 'title', runs: [{ text: title }] }, ...blocks],
      annexName: words.annex,
      header: pageMarks({ language, classification, sample, draft: false }),
      pageOf: words.pageOf,
      watermark: null,
    },
    khmerFont,
  )
}
