import { khmerFont } from '../../../../electron/jobs/khmerFont.ts'
import { draftDocx } from '../../../../shared/docx/draft/draftDocx.ts'
import { readDocx } from '../../../../shared/docx/read/readDocx.ts'
import type { DraftPaper, MarginComment } from '../../../../shared/mou/draftPaper.ts'
import { draftPaper } from '../../../../shared/mou/draftPaper.ts'
import { toPlainText } from '../../../../shared/text/plainText.ts'
import type { TextDoc } from '../../../../shared/text/writtenText.ts'
import type { Language } from '../../../../shared/values.ts'
import type { ReadBlock } from '../../../support/libreOffice.ts'
import { ids } from '../../text/support.ts'

export type PaperOptions = Partial<Omit<DraftPaper, 'texts' | 'comments'>> & {
  readonly comments?: readonly MarginComment[]
}

/** A working text as it goes out, and its translations. */
export function paperOf(
  texts: readonly (readonly [Language, TextDoc])[],
  { comments = [], ...more }: PaperOptions = {},
): DraftPaper {
  return draftPaper({
    texts: texts.map(([language, doc]) => ({ language, doc: doc.toJSON() as unknown })),
    links: [],
    front: {
      title: 'Memorandum of Understanding',
      draftNumber: '3',
      kind: 'Working text',
      date: '2025-05-19',
      classification: 'restricted',
      sample: false,
    },
    view: { kind: 'attributed' },
    lineNumbers: false,
    language: 'en',
    recordWords: {},
    comments,
    ...more,
  })
}

/** An English text as the bytes of its DOCX. */
export async function docxOf(doc: TextDoc, more: PaperOptions = {}): Promise<Uint8Array> {
  return (await draftDocx(paperOf([['en', doc]], more), khmerFont)).bytes
}

/** The lines of a text as they stand on the screen, with their numbers, and without blank ones. */
export function screenLines(doc: TextDoc): readonly string[] {
  return toPlainText(doc).split('\n').map(spaced).filter(Boolean)
}

/** The lines that LibreOffice shows, the cells of signatures as plain text has them. */
export function paperLines(blocks: readonly ReadBlock[]): readonly string[] {
  return blocks
    .flatMap((block) =>
      block.kind === 'paragraph'
        ? shown(block)
        : block.rows.map((row) => row.map((cell) => cell.flatMap(shown).join('\n')).join(' | ')),
    )
    .flatMap((lines) => lines.split('\n'))
    .map(spaced)
    .filter(Boolean)
}

export function shown({ label, text }: { readonly label: string; readonly text: string }): string {
  return label === '' ? text : `${label} ${text}`
}

export function spaced(line: string): string {
  return line.replace(/[ \t]+/g, ' ').trim()
}

export function readBack(docx: Uint8Array) {
  const result = readDocx(docx, { name: 'draft.docx', newId: ids('r') })
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value
}
