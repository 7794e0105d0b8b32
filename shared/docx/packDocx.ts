import { Packer } from 'docx'
import type { Document } from 'docx'
import { fonts } from './docxLook.ts'
import { wordPart, xmlDeclaration } from './wordPart.ts'
import { escapedXml } from './xmlText.ts'
import { withoutTimes } from './zipWithoutTimes.ts'

/** What a file says about itself: no person, no company, no time. `language` is a BCP 47 tag. */
export type DocxProperties = { readonly title: string; readonly language: string }

/** A part in place of the one that the docx package writes. */
export type OwnPart = { readonly path: string; readonly data: string }

/**
 * A document as the bytes of a DOCX file. The same document gives the same bytes: the properties name no time,
 * and every entry of the ZIP carries its earliest date.
 */
export async function packDocx(
  document: Document,
  properties: DocxProperties,
  own: readonly OwnPart[] = [],
): Promise<Uint8Array> {
  const bytes = await Packer.pack(document, 'uint8array', undefined, [
    { path: 'docProps/core.xml', data: coreProperties(properties) },
    { path: 'word/fontTable.xml', data: fontTable },
    ...own,
  ])
  return withoutTimes(bytes)
}

/** The properties of a file as a part. */
export function coreProperties({ title, language }: DocxProperties): string {
  return (
    `${xmlDeclaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapedXml(title)}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`
  )
}

/** Names the font that Word takes where the first one is not installed (ECMA-376-1, 17.8.3.1, altName). */
export const fontTable = wordPart(
  'fonts',
  `<w:font w:name="${fonts.khmer}"><w:altName w:val="${fonts.khmerInstead}"/><w:charset w:val="00"/>` +
    '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>' +
    `<w:font w:name="${fonts.latin}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`,
)
