import { strToU8, zipSync, type Zippable } from 'fflate'
import type { DocxReading } from '../../shared/docxReading.ts'
import { readDocx, type ReadDocxOptions } from '../../shared/docx/read/readDocx.ts'
import { toPlainText } from '../../shared/text/plainText.ts'
import { parseText } from '../../shared/text/validText.ts'
import type { TextDoc } from '../../shared/text/writtenText.ts'

export const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ')

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The XML of a Word file by what it is for; each is the content of its root element. */
export type WordFile = {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly comments?: string
  readonly commentsExtended?: string
  readonly footnotes?: string
  readonly endnotes?: string
  /** By relationship id, which a w:headerReference or w:footerReference names: 'header1' is word/header1.xml. */
  readonly frames?: Readonly<Record<string, string>>
  /** By relationship id: a part 'media/image1.png', or an address if `external`. */
  readonly links?: Readonly<
    Record<string, { readonly type: string; readonly target: string; readonly external?: boolean }>
  >
  readonly parts?: Readonly<Record<string, string | Uint8Array>>
}

/** The parts of a Word file, ready to be zipped or spoilt. */
export function wordParts(file: WordFile): Record<string, Uint8Array> {
  const links: string[] = []
  const overrides: string[] = []
  const parts: Record<string, Uint8Array> = {}
  const add = (id: string, type: string, name: string, root: string, content: string) => {
    links.push(`<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${name}.xml"/>`)
    overrides.push(`<Override PartName="/word/${name}.xml" ContentType="${TYPES}.${type}+xml"/>`)
    parts[`word/${name}.xml`] = strToU8(`<${root} ${namespaces}>${content}</${root}>`)
  }
  if (file.styles !== undefined) add('rStyles', 'styles', 'styles', 'w:styles', file.styles)
  if (file.numbering !== undefined) add('rNumbering', 'numbering', 'numbering', 'w:numbering', file.numbering)
  if (file.comments !== undefined) add('rComments', 'comments', 'comments', 'w:comments', file.comments)
  if (file.commentsExtended !== undefined)
    add('rExtended', 'commentsExtended', 'commentsExtended', 'w15:commentsEx', file.commentsExtended)
  if (file.footnotes !== undefined) add('rFootnotes', 'footnotes', 'footnotes', 'w:footnotes', file.footnotes)
  if (file.endnotes !== undefined) add('rEndnotes', 'endnotes', 'endnotes', 'w:endnotes', file.endnotes)
  for (const [id, content] of Object.entries(file.frames ?? {})) {
    const kind = id.startsWith('header') ? 'header' : 'footer'
    add(id, kind, id, kind === 'header' ? 'w:hdr' : 'w:ftr', content)
  }
  for (const [id, { type, target, external }] of Object.entries(file.links ?? {}))
    links.push(
      `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    )
  for (const [name, content] of Object.entries(file.parts ?? {}))
    parts[name] = typeof content === 'string' ? strToU8(content) : content
  return {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        `<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
        `<Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/>${overrides.join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
        `<Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document ${namespaces}><w:body>${file.body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
    ),
    ...parts,
  }
}

export function wordFile(file: WordFile): Uint8Array {
  return zipped(wordParts(file))
}

export function zipped(parts: Zippable): Uint8Array {
  return zipSync(parts, { level: 6 })
}

/** One paragraph of one run. */
export function p(text: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${r(text)}</w:p>`
}

export function r(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

export function ins(content: string, author = 'Dara', date = '2025-05-19T10:00:00Z'): string {
  return `<w:ins w:id="1" w:author="${author}" w:date="${date}">${content}</w:ins>`
}

export function del(text: string, author = 'Dara', date = '2025-05-19T10:00:00Z', properties = ''): string {
  return (
    `<w:del w:id="1" w:author="${author}" w:date="${date}"><w:r>${properties}` +
    `<w:delText xml:space="preserve">${escaped(text)}</w:delText></w:r></w:del>`
  )
}

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** Reads a file and fails the test where that is refused or gives a text that nobody could open. */
export function reading(bytes: Uint8Array, options: Partial<ReadDocxOptions> = {}): DocxReading<TextDoc> {
  let last = 0
  const read = readDocx(bytes, { name: 'draft.docx', newId: () => `i-${++last}`, ...options })
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  for (const doc of [read.value.asItWas, read.value.asProposed]) {
    const parsed = parseText(JSON.parse(JSON.stringify(doc.toJSON())))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault))
    if (!parsed.value.eq(doc)) throw new Error('the text does not come back from its JSON')
  }
  return read.value
}

/** Both views of a file as plain text. */
export function views(bytes: Uint8Array): { readonly asItWas: string; readonly asProposed: string } {
  const { asItWas, asProposed } = reading(bytes)
  return { asItWas: toPlainText(asItWas), asProposed: toPlainText(asProposed) }
}

/** The text of a file whose body is this, as proposed. */
export function textOf(body: string, more: Omit<WordFile, 'body'> = {}): string {
  return views(wordFile({ body, ...more })).asProposed
}
