import { Packer } from 'docx'
import type { Document } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { hasKhmer } from '../hasKhmer.ts'
import { embeddedFaces, fontTable, type KhmerFont } from './khmerFont.ts'
import { xmlDeclaration } from './wordPart.ts'
import { escapedXml } from './xmlText.ts'
import { withoutTimes } from './zipWithoutTimes.ts'

/** What a file says about itself: no person, no company, no time. `language` is a BCP 47 tag. */
export type DocxProperties = { readonly title: string; readonly language: string }

/** A part in place of the one that the docx package writes. */
export type OwnPart = { readonly path: string; readonly data: string }

/**
 * A document as the bytes of a DOCX file. The same document gives the same bytes: the properties name no time,
 * and every entry of the ZIP carries its earliest date. A file with Khmer words carries the font for them.
 */
export async function packDocx(
  document: Document,
  properties: DocxProperties,
  khmerFont: KhmerFont,
  own: readonly OwnPart[] = [],
): Promise<Uint8Array> {
  const bytes = await Packer.pack(document, 'uint8array', undefined, [
    { path: 'docProps/core.xml', data: coreProperties(properties) },
    { path: 'word/fontTable.xml', data: fontTable() },
    ...own,
  ])
  const inKhmer = own.some(({ data }) => hasKhmer(data)) || hasKhmerAround(bytes)
  return withoutTimes(inKhmer ? withFont(bytes, khmerFont) : bytes)
}

/** Whether Khmer stands where the docx package writes the words: in headers, footers, comments and texts without own parts. */
function hasKhmerAround(docx: Uint8Array): boolean {
  const said = unzipSync(docx, {
    filter: ({ name }) => /^word\/(?:header|footer|comments|document)\d*\.xml$/.test(name),
  })
  return Object.values(said).some((part) => hasKhmer(strFromU8(part)))
}

/** The file with the font in it, whole, so that whoever goes on writing has every letter. */
function withFont(docx: Uint8Array, khmerFont: KhmerFont): Uint8Array {
  const parts = unzipSync(docx)
  const faces = embeddedFaces(khmerFont).map((face, index) => ({ face, id: `rId${index + 1}` }))
  const settings = strFromU8(parts['word/settings.xml'] ?? new Uint8Array())
  return zipSync({
    ...parts,
    'word/fontTable.xml': strToU8(fontTable(faces)),
    'word/_rels/fontTable.xml.rels': strToU8(
      `${xmlDeclaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
        faces
          .map(
            ({ face, id }) =>
              `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"` +
              ` Target="${face.path.replace('word/', '')}"/>`,
          )
          .join('') +
        '</Relationships>',
    ),
    // In the order of the schema (wml.xsd, CT_Settings). The type of the files is in every package of docx.
    'word/settings.xml': strToU8(
      settings.replace('<w:displayBackgroundShape/>', '$&<w:embedTrueTypeFonts/>'),
    ),
    ...Object.fromEntries(faces.map(({ face: { path, bytes } }) => [path, bytes])),
  })
}

/** The properties of a file as a part. */
export function coreProperties({ title, language }: DocxProperties): string {
  return (
    `${xmlDeclaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapedXml(title)}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`
  )
}
