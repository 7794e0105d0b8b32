import { strToU8, zipSync } from 'fflate'
import type { DocxRefusal } from '../../shared/docxReading.ts'
import { namespaces, p, r, wordFile, wordParts, zipped } from './wordFile.ts'

/** A file that somebody made to harm, or that an accident left: what it is, its bytes, and why it is refused. */
export type HostileFile = {
  readonly what: string
  readonly bytes: () => Uint8Array
  readonly why: DocxRefusal
}

const MiB = 1024 * 1024
const SIZE_IN_DIRECTORY = 24
const CRC_IN_DIRECTORY = 16

/** Every way of refusing a Word file, several of some. */
export const hostileFiles: readonly HostileFile[] = [
  { what: 'nothing', bytes: () => new Uint8Array(0), why: 'empty' },
  { what: 'one byte', bytes: () => Uint8Array.of(0x50), why: 'truncated' },
  { what: 'plain text', bytes: () => strToU8('Article 1\nScope'), why: 'notWord' },
  { what: 'a PDF', bytes: () => strToU8('%PDF-1.7\n…'), why: 'notWord' },
  { what: 'an OpenDocument text', bytes: openDocument, why: 'notWord' },
  { what: 'a spreadsheet', bytes: spreadsheet, why: 'notWord' },
  { what: 'a .doc', bytes: () => ole('WordDocument'), why: 'oldWord' },
  { what: 'a file with a password', bytes: () => ole('EncryptedPackage'), why: 'encrypted' },
  { what: 'an encrypted ZIP', bytes: () => patched(plain(), 8, (flags) => flags | 1), why: 'encrypted' },
  { what: 'a .docm', bytes: macroFile, why: 'macros' },
  {
    what: 'a .docx with macros',
    bytes: () => spoilt({ 'word/vbaProject.bin': Uint8Array.of(1) }),
    why: 'macros',
  },
  { what: 'half a file', bytes: () => plain().subarray(0, 700), why: 'truncated' },
  { what: 'a file without its last byte', bytes: () => plain().subarray(0, -1), why: 'truncated' },
  { what: 'a changed byte in a part', bytes: changedByte, why: 'damaged' },
  {
    what: 'a false checksum',
    bytes: () => patched(plain(), CRC_IN_DIRECTORY, (crc) => crc ^ 1),
    why: 'damaged',
  },
  {
    what: 'a bomb that says it is small',
    bytes: () => patched(bomb(20 * MiB), SIZE_IN_DIRECTORY, () => 10),
    why: 'damaged',
  },
  { what: 'two parts in the same bytes', bytes: overlapping, why: 'damaged' },
  {
    what: 'two parts of one name',
    bytes: () => spoilt({ 'WORD/DOCUMENT.XML': strToU8('<x/>') }),
    why: 'damaged',
  },
  {
    what: 'a part above the file',
    bytes: () => spoilt({ '../../etc/cron.d/x': strToU8('x') }),
    why: 'unsafePath',
  },
  { what: 'a part at the root', bytes: () => spoilt({ '/etc/passwd': strToU8('x') }), why: 'unsafePath' },
  { what: 'a part on a drive', bytes: () => spoilt({ 'C:\\x': strToU8('x') }), why: 'unsafePath' },
  { what: 'more than 50 MB', bytes: () => new Uint8Array(50 * MiB + 1), why: 'fileTooLarge' },
  { what: 'parts of 180 MB in all', bytes: () => sized(6, 29 * MiB), why: 'fileTooLarge' },
  { what: '65,000 parts', bytes: () => manyParts(65_000), why: 'tooManyParts' },
  { what: '2,001 parts', bytes: () => manyParts(2_001), why: 'tooManyParts' },
  {
    what: 'a bomb of 1 GiB',
    bytes: () => patched(bomb(20 * MiB), SIZE_IN_DIRECTORY, () => 1024 * MiB),
    why: 'partTooLarge',
  },
  {
    what: '50 MB of paragraphs',
    bytes: () => document(`<w:p/>${' '.repeat(50 * MiB)}`),
    why: 'partTooLarge',
  },
  { what: 'a bomb of 29 MB', bytes: () => bomb(29 * MiB), why: 'bomb' },
  {
    what: '2,000,000 paragraphs in a small file',
    bytes: () => document('<w:p/>'.repeat(2_000_000)),
    why: 'bomb',
  },
  { what: 'no main part', bytes: () => without('word/document.xml'), why: 'noText' },
  { what: 'no list of contents', bytes: () => without('[Content_Types].xml'), why: 'noText' },
  {
    what: 'no body',
    bytes: () => spoilt({ 'word/document.xml': strToU8(`<w:document ${namespaces}/>`) }),
    why: 'noText',
  },
  {
    what: 'an empty main part',
    bytes: () => spoilt({ 'word/document.xml': new Uint8Array(0) }),
    why: 'brokenXml',
  },
  { what: 'another main part by its type', bytes: wrongType, why: 'notWord' },
  {
    what: 'an external entity',
    bytes: () => doctype('<!ENTITY x SYSTEM "file:///etc/passwd">'),
    why: 'doctype',
  },
  { what: 'a billion laughs', bytes: () => doctype(laughs()), why: 'doctype' },
  {
    what: 'a quadratic blow-up',
    bytes: () => doctype(`<!ENTITY x "${'a'.repeat(50_000)}">`),
    why: 'doctype',
  },
  { what: 'a document type alone', bytes: () => doctype(''), why: 'doctype' },
  { what: 'a document type in the styles', bytes: stylesDoctype, why: 'doctype' },
  { what: 'XML that ends in the middle', bytes: () => xml('<w:p><w:r>'), why: 'brokenXml' },
  {
    what: 'XML with an unknown entity',
    bytes: () => document('<w:p><w:r><w:t>&x;</w:t></w:r></w:p>'),
    why: 'brokenXml',
  },
  { what: 'bytes that are no UTF-8', bytes: badUtf8, why: 'brokenXml' },
  { what: 'a prefix that nobody declared', bytes: () => document('<q:p/>'), why: 'brokenXml' },
  { what: 'an encoding that no DOCX has', bytes: latin1, why: 'brokenXml' },
  { what: '20,000 tables within each other', bytes: () => nested(20_000), why: 'tooDeep' },
  {
    what: '257 levels',
    bytes: () => document(`${'<w:sdt>'.repeat(255)}${'</w:sdt>'.repeat(255)}`),
    why: 'tooDeep',
  },
  { what: 'more than 2,000,000 characters', bytes: longText, why: 'tooMuch' },
  {
    what: 'a picture of 60,000 x 60,000 pixels',
    bytes: () => picture(60_000, 60_000),
    why: 'pictureTooLarge',
  },
]

/** A harmless file in which everything stands that is left out and said. */
export function fileWithOutsideThings(): Uint8Array {
  return wordFile({
    body:
      `<w:p><w:hyperlink r:id="script">${r('click')}</w:hyperlink><w:hyperlink r:id="page">${r(' here')}</w:hyperlink>` +
      `<w:r><w:drawing><a:blip r:link="far"/></w:drawing></w:r><w:r><w:drawing><a:blip r:embed="above"/></w:drawing></w:r>` +
      `<w:r><w:object><o:OLEObject ProgID="Excel.Sheet"/></w:object></w:r></w:p><w:altChunk r:id="chunk"/>`,
    links: {
      script: { type: 'hyperlink', target: 'javascript:alert(1)', external: true },
      page: { type: 'hyperlink', target: 'https://example.org/', external: true },
      far: { type: 'image', target: 'http://example.org/track.png', external: true },
      above: { type: 'image', target: '../../../../etc/passwd' },
      template: { type: 'attachedTemplate', target: 'file://server/evil.dotm', external: true },
    },
  })
}

export function pngOf(width: number, height: number): Uint8Array {
  const png = new Uint8Array(33)
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(png.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return png
}

/** A file that shows one picture. */
export function picture(width: number, height: number): Uint8Array {
  return wordFile({
    body: `<w:p>${r('See ')}<w:r><w:drawing><wp:docPr name="Map" descr="The border"/><a:blip r:embed="map"/></w:drawing></w:r></w:p>`,
    links: { map: { type: 'image', target: 'media/image1.png' } },
    parts: { 'word/media/image1.png': pngOf(width, height) },
  })
}

function plain(): Uint8Array {
  return wordFile({ body: p('The Parties cooperate.') })
}

function document(body: string): Uint8Array {
  return wordFile({ body })
}

function spoilt(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipped({ ...wordParts({ body: p('x') }), ...parts })
}

function without(part: string): Uint8Array {
  const { [part]: _, ...others } = wordParts({ body: p('x') })
  return zipped(others)
}

function xml(body: string): Uint8Array {
  return spoilt({ 'word/document.xml': strToU8(`<w:document ${namespaces}><w:body>${body}`) })
}

function doctype(inside: string): Uint8Array {
  const main = `<!DOCTYPE w:document [${inside}]><w:document ${namespaces}><w:body>${p('x')}</w:body></w:document>`
  return spoilt({ 'word/document.xml': strToU8(main) })
}

function stylesDoctype(): Uint8Array {
  const parts = wordParts({ body: p('x'), styles: '' })
  return zipped({ ...parts, 'word/styles.xml': strToU8(`<!DOCTYPE x><w:styles ${namespaces}/>`) })
}

function laughs(): string {
  const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`)
  return `<!ENTITY l0 "lol">${entities.join('')}`
}

function badUtf8(): Uint8Array {
  const parts = wordParts({ body: p('The Parties cooperate.') })
  const main = parts['word/document.xml'] ?? new Uint8Array(0)
  main[main.indexOf('c'.charCodeAt(0), main.length - 60)] = 0xff
  return zipped(parts)
}

function latin1(): Uint8Array {
  const main = `<?xml version="1.0" encoding="ISO-8859-1"?><w:document ${namespaces}><w:body>${p('x')}</w:body></w:document>`
  return spoilt({ 'word/document.xml': strToU8(main) })
}

function wrongType(): Uint8Array {
  return retyped('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml')
}

function macroFile(): Uint8Array {
  return retyped('application/vnd.ms-word.document.macroEnabled.main+xml')
}

function retyped(type: string): Uint8Array {
  const parts = wordParts({ body: p('x') })
  const types = new TextDecoder().decode(parts['[Content_Types].xml'])
  const retyped = types.replace(/application\/[^"]*document\.main\+xml/, type)
  return zipped({ ...parts, '[Content_Types].xml': strToU8(retyped) })
}

function openDocument(): Uint8Array {
  return zipped({
    mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    'content.xml': strToU8('<x/>'),
  })
}

function spreadsheet(): Uint8Array {
  const parts = wordParts({ body: '' })
  const text = (part: string) => new TextDecoder().decode(parts[part])
  return zipped({
    '[Content_Types].xml': strToU8(
      text('[Content_Types].xml').replace(
        /<Override.*\/>/,
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>',
      ),
    ),
    '_rels/.rels': strToU8(text('_rels/.rels').replace('word/document.xml', 'xl/workbook.xml')),
    'xl/workbook.xml': strToU8('<workbook/>'),
  })
}

/** The header of an OLE file, and the name of a stream as its directory has it. */
function ole(stream: string): Uint8Array {
  const bytes = new Uint8Array(4_096)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  bytes.set(
    [...stream].flatMap((sign) => [sign.charCodeAt(0), 0]),
    1_024,
  )
  return bytes
}

/** Text that is all alike. */
function bomb(size: number): Uint8Array {
  return document(`<w:p><w:r><w:t>${'a'.repeat(size)}</w:t></w:r></w:p>`)
}

/** Many parts that claim a size. */
function sized(count: number, size: number): Uint8Array {
  const parts = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`word/media/${at}.bin`, strToU8('x')]),
  )
  let zip = spoilt(parts)
  for (let at = 0; at < count; at++) zip = patched(zip, SIZE_IN_DIRECTORY, () => size, `word/media/${at}.bin`)
  return zip
}

function manyParts(count: number): Uint8Array {
  const many = Object.fromEntries(Array.from({ length: count }, (_, at) => [`x/${at}`, new Uint8Array(0)]))
  return zipSync({ ...wordParts({ body: p('x') }), ...many }, { level: 0 })
}

function nested(depth: number): Uint8Array {
  return document(`${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${p('x')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`)
}

function longText(): Uint8Array {
  let seed = 1
  const word = () => ((seed = (seed * 48_271) % 0x7fffffff) % 1_679_616).toString(36).padStart(4, '0')
  const paragraph = () => p(Array.from({ length: 200 }, word).join(' '))
  return document(Array.from({ length: 2_003 }, paragraph).join(''))
}

function changedByte(): Uint8Array {
  const zip = zipSync(wordParts({ body: p('The Parties cooperate.') }), { level: 0 })
  const at = new TextDecoder('latin1').decode(zip).indexOf('The Parties')
  return zip.with(at, 'W'.charCodeAt(0))
}

/** Changes a 32-bit value (16 bits at 8) of the main part in the directory. */
function patched(
  zip: Uint8Array,
  field: number,
  change: (value: number) => number,
  part = 'word/document.xml',
): Uint8Array {
  const bytes = zip.slice()
  const view = new DataView(bytes.buffer)
  const at = directoryEntry(bytes, view, part)
  if (field === 8) view.setUint16(at + field, change(view.getUint16(at + field, true)), true)
  else view.setUint32(at + field, change(view.getUint32(at + field, true)) >>> 0, true)
  return bytes
}

function directoryEntry(bytes: Uint8Array, view: DataView, part: string): number {
  for (let at = view.getUint32(bytes.length - 22 + 16, true); view.getUint32(at, true) === 0x02014b50;) {
    const length = view.getUint16(at + 28, true)
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) === part) return at
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  throw new Error(`${part} is not in the directory`)
}

/** The main part and a second one that is unpacked from the same bytes. */
function overlapping(): Uint8Array {
  const zip = spoilt({ 'word/other.xml': strToU8('<x/>') })
  const view = new DataView(zip.buffer)
  const [one, other] = ['word/document.xml', 'word/other.xml'].map((part) => directoryEntry(zip, view, part))
  // The second claims as many packed bytes as reach into the directory.
  const packed = view.getUint32((other ?? 0) + 20, true)
  view.setUint32((other ?? 0) + 20, packed + 40, true)
  view.setUint32((one ?? 0) + 20, view.getUint32((one ?? 0) + 20, true) + 40, true)
  return zip
}
