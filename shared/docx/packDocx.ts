import { Packer } from 'docx'
import type { Document } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate'
import { escapedXml } from './xmlText.ts'
import { fonts } from './docxLook.ts'

/** What a file says about itself: no person, no company, no time. `language` is a BCP 47 tag. */
export type DocxProperties = { readonly title: string; readonly language: string }

/** What was written beside the package: XML that w:body holds before its section, and that w:numbering holds. */
export type WrittenBody = { readonly body: string; readonly numbering: string }

/**
 * A document as the bytes of a DOCX file, with the body put into it that was written beside it, if any. The same
 * document gives the same bytes: the properties name no time, and every entry of the ZIP carries its earliest date.
 */
export async function packDocx(
  document: Document,
  properties: DocxProperties,
  written?: WrittenBody,
): Promise<Uint8Array> {
  const parts = unzipSync(
    await Packer.pack(document, 'uint8array', undefined, [
      { path: 'docProps/core.xml', data: coreProperties(properties) },
      { path: 'word/fontTable.xml', data: fontTable },
      ...(written ? [{ path: 'word/numbering.xml', data: numbering(written) }] : []),
    ]),
  )
  return zipSync(written ? withBody(parts, written) : parts, { mtime: earliest })
}

/** The body goes before the section, which says where header and footer of the package are. */
function withBody(parts: Unzipped, { body }: WrittenBody): Unzipped {
  const path = 'word/document.xml'
  const frame = strFromU8(parts[path] ?? new Uint8Array())
  const section = frame.indexOf('<w:sectPr')
  if (section < 0) throw new Error('The package has no section to write before')
  return { ...parts, [path]: strToU8(frame.slice(0, section) + body + frame.slice(section)) }
}

function numbering({ numbering }: WrittenBody): string {
  return `${declaration}<w:numbering ${wordNamespace}>${numbering}</w:numbering>`
}

function coreProperties({ title, language }: DocxProperties): string {
  return (
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
    `<dc:title>${escapedXml(title)}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`
  )
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** Names the font that Word takes where the first one is not installed (ECMA-376-1, 17.8.3.1, altName). */
const fontTable =
  `${declaration}<w:fonts ${wordNamespace}>` +
  `<w:font w:name="${fonts.khmer}"><w:altName w:val="${fonts.khmerInstead}"/><w:charset w:val="00"/>` +
  '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>' +
  `<w:font w:name="${fonts.latin}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>` +
  '</w:fonts>'

/** The first time that a ZIP can name, as local time: the same in every zone (APPNOTE 4.4.6, MS-DOS format). */
const earliest = '1980-01-01T00:00:00'
