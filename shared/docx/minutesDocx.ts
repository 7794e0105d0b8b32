import { Document } from 'docx'
import type { MinutesDocument } from '../meeting/minutesDocument.ts'
import { locales, minutesWords } from '../meeting/minutesWords.ts'
import { plain } from '../meeting/runs.ts'
import { createBlockWriter } from './docxBlocks.ts'
import { docxNumbering, docxStyles } from './docxLook.ts'
import { packDocx } from './packDocx.ts'
import { pageFrame } from './pageFrame.ts'
import { xmlText } from './xmlText.ts'

export type WrittenDocx = {
  readonly bytes: Uint8Array
  /** Characters that XML cannot hold and that were left out. */
  readonly removedCharacters: number
}

/**
 * Minutes as a DOCX on A4: real headings and automatic numbers, tables whose header rows repeat and whose rows stay
 * whole, the signatures in two columns on one page, each annex on a new one, the language on every run, the
 * classification on every page. `draft` puts a watermark behind the text. The same document gives the same bytes.
 */
export async function minutesDocx(
  minutes: MinutesDocument,
  { draft }: { readonly draft: boolean },
): Promise<WrittenDocx> {
  const { language, classification, sample } = minutes
  const words = minutesWords(language)
  const writer = createBlockWriter(language, words.annex)
  const children = writer.blocks(minutes.blocks)
  const marks = [draft ? words.draft : '', sample ? words.sample : ''].filter(Boolean).join(' · ')
  const document = new Document({
    styles: docxStyles(locales[language]),
    numbering: docxNumbering(),
    sections: [
      {
        ...pageFrame({
          language,
          header: [words.classification[classification].toUpperCase(), marks],
          pageOf: words.pageOf,
          watermark: draft ? words.draft : null,
        }),
        children,
      },
    ],
  })
  const bytes = await packDocx(document, { title: titleOf(minutes), language: locales[language] })
  return { bytes, removedCharacters: writer.removed() }
}

function titleOf({ blocks }: MinutesDocument): string {
  const lines = blocks.flatMap((block) => (block.kind === 'title' ? [plain(block.runs)] : []))
  return xmlText(lines.join(' ')).text
}
