import type { Block, Run } from '../meeting/minutesDocument.ts'
import { writtenPieces } from '../meeting/writtenPieces.ts'
import type { Language } from '../values.ts'
import { blocksDocx, type WrittenDocx } from './blocksDocx.ts'

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
export function textDocx({ title, doc, language, recordWords }: CopiedText): Promise<WrittenDocx> {
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
  return blocksDocx({
    language,
    title,
    blocks: [{ kind: 'title', runs: [{ text: title }] }, ...blocks],
    annexName: String,
    header: ['', ''],
    pageOf: ' / ',
    watermark: null,
  })
}
