import { Document } from 'docx'
import type { Block } from '../meeting/minutesDocument.ts'
import { locales } from '../meeting/minutesWords.ts'
import { blocksXml } from './blocksXml.ts'
import { docxStyles } from './docxLook.ts'
import { packDocx } from './packDocx.ts'
import { pageFrame, type PageFrame } from './pageFrame.ts'
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

/** Blocks as a DOCX on A4: styles, header and footer by the docx package, the body by our own writer. */
export async function blocksDocx({ title, blocks, annexName, ...frame }: DocxContent): Promise<WrittenDocx> {
  const locale = locales[frame.language]
  const { removed, ...body } = blocksXml(blocks, frame.language, annexName)
  const document = new Document({
    styles: docxStyles(locale),
    sections: [{ ...pageFrame(frame), children: [] }],
  })
  const bytes = await packDocx(document, { title: xmlText(title).text, language: locale }, body)
  return { bytes, removedCharacters: removed }
}
