import { Document } from 'docx'
import type { Block } from '../meeting/minutesDocument.ts'
import { locales } from '../meeting/minutesWords.ts'
import { blocksXml } from './blocksXml.ts'
import { docxStyles } from './docxLook.ts'
import type { KhmerFont } from './khmerFont.ts'
import { packDocx } from './packDocx.ts'
import { pageFrame, sectionXml, type PageFrame } from './pageFrame.ts'
import { wordPart } from './wordPart.ts'
import { xmlText } from './xmlText.ts'

export type WrittenDocx = {
  readonly bytes: Uint8Array
  /** Characters that XML cannot hold and that were left out. */
  readonly removedCharacters: number
}

export type DocxContent = PageFrame & {
  readonly title: string
  readonly blocks: readonly Block[]
  /** What stands above the title of an annex. */
  readonly annexName: (number: number) => string
}

/** Blocks as a DOCX on A4: the docx package makes styles, header, footer and package, the body is written beside it. */
export async function blocksDocx(
  { title, blocks, annexName, ...frame }: DocxContent,
  khmerFont: KhmerFont,
): Promise<WrittenDocx> {
  const language = locales[frame.language]
  const { body, numbering, removedCharacters } = blocksXml(blocks, frame.language, annexName)
  const document = new Document({
    styles: docxStyles(language),
    sections: [{ ...pageFrame(frame), children: [] }],
  })
  const bytes = await packDocx(document, { title: xmlText(title).text, language }, khmerFont, [
    {
      path: 'word/document.xml',
      data: wordPart('document', `<w:body>${body}${sectionXml(document)}</w:body>`),
    },
    { path: 'word/numbering.xml', data: wordPart('numbering', numbering) },
  ])
  return { bytes, removedCharacters }
}
