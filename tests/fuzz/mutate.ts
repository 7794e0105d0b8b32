import { strFromU8, strToU8, zipSync } from 'fflate'
import type { Chance } from './random.ts'
import { allNodes, parseXml, writeXml, type XmlNode } from './xmlTree.ts'

/** The parts of a Word file by name. */
export type Parts = Readonly<Record<string, Uint8Array>>

const values = [
  ...[
    '',
    '0',
    '1',
    '-1',
    '2',
    '63',
    '64',
    '8',
    '9',
    '255',
    '256',
    '32768',
    '2147483648',
    '-2147483649',
    '1e9',
    'NaN',
  ],
  ...[
    '99999999999999999999',
    '0x10',
    'true',
    'false',
    'on',
    'off',
    'none',
    '%1',
    '%9.%9.%9',
    'restart',
    'continue',
  ],
  ...[
    'begin',
    'separate',
    'end',
    'bullet',
    'custom',
    'preserve',
    '__proto__',
    'constructor',
    'toString',
    '../../x',
  ],
  ...[
    '2025-05-19T10:00:00Z',
    'not a date',
    'km-KH',
    'x-none',
    'zz',
    '[',
    ']',
    '[IDN: ',
    ' (KHM)]',
    '&#10;',
    '&#x10FFFF;',
  ],
  ...['A'.repeat(300), 'ក'.repeat(100)],
]

const names = [
  ...[
    'w:p',
    'w:r',
    'w:t',
    'w:delText',
    'w:tbl',
    'w:tr',
    'w:tc',
    'w:ins',
    'w:del',
    'w:moveFrom',
    'w:moveTo',
    'w:sdt',
  ],
  ...[
    'w:sdtContent',
    'w:pPr',
    'w:rPr',
    'w:numPr',
    'w:numId',
    'w:ilvl',
    'w:gridSpan',
    'w:vMerge',
    'w:hMerge',
    'w:br',
  ],
  ...[
    'w:fldChar',
    'w:instrText',
    'w:hyperlink',
    'w:pPrChange',
    'w:rPrChange',
    'w:sectPr',
    'w:txbxContent',
    'w:pict',
  ],
  ...[
    'w:drawing',
    'mc:AlternateContent',
    'mc:Choice',
    'mc:Fallback',
    'w:footnoteReference',
    'w:commentRangeStart',
  ],
  ...[
    'w:commentRangeEnd',
    'w:moveFromRangeStart',
    'w:abstractNum',
    'w:num',
    'w:lvl',
    'w:style',
    'w:basedOn',
    'w:body',
  ],
  ...[
    'w:sym',
    'm:oMath',
    'm:t',
    'w:ruby',
    'w:altChunk',
    'w:cellIns',
    'w:cellDel',
    'w:cellMerge',
    'w:trPr',
    'w:tcPr',
  ],
]

const texts = [
  '[',
  ']',
  '[[',
  '] (IDN)]',
  'Article 1',
  'Pasal 2',
  'មាត្រា ១',
  '1. ',
  '(a) ',
  'FOR A | FOR B',
  '\u200b',
  ' ',
]

/** What can happen to the elements of one part. Each changes the tree in place. */
const ofTree: readonly ((root: XmlNode, chance: Chance) => void)[] = [
  (root, chance) => {
    const { node, parent } = chance.one(allNodes(root))
    parent.children = parent.children.filter((child) => child !== node)
  },
  (root, chance) => {
    const { node, parent } = chance.one(allNodes(root))
    parent.children = parent.children.flatMap((child) => (child === node ? node.children : [child]))
  },
  (root, chance) => {
    const { node, parent } = chance.one(allNodes(root))
    const times = chance.one([1, 2, 50])
    parent.children.splice(
      parent.children.indexOf(node),
      0,
      ...Array.from({ length: times }, () => structuredClone(node)),
    )
  },
  (root, chance) => {
    const nodes = allNodes(root)
    const copy = structuredClone(chance.one(nodes).node)
    const { node } = chance.one(nodes)
    node.children.splice(chance.whole(node.children.length + 1), 0, copy)
  },
  (root, chance) => {
    const { node, parent } = chance.one(allNodes(root))
    const depth = chance.one([1, 3, 20, 120, 300])
    let wrapped: XmlNode = node
    const name = chance.isLucky(0.5) ? node.name : chance.one(names)
    for (let level = 0; level < depth; level++) wrapped = { name, attributes: [], children: [wrapped] }
    parent.children = parent.children.map((child) => (child === node ? wrapped : child))
  },
  (root, chance) => {
    const { node } = chance.one(allNodes(root))
    node.name = chance.one(names)
  },
  (root, chance) => {
    const { node } = chance.one(allNodes(root).filter(({ node }) => node.attributes.length > 0))
    const attribute = chance.one(node.attributes)
    attribute[1] = chance.one(values)
  },
  (root, chance) => {
    const { node } = chance.one(allNodes(root).filter(({ node }) => node.attributes.length > 0))
    node.attributes.splice(chance.whole(node.attributes.length), 1)
  },
  (root, chance) => {
    const { node } = chance.one(allNodes(root))
    node.attributes.push([
      chance.one(['w:val', 'w:id', 'w:type', 'w:name', 'xml:space', 'r:id', 'r:embed']),
      chance.one(values),
    ])
    node.attributes = [...new Map(node.attributes)]
  },
  (root, chance) => {
    const words = allNodes(root).filter(({ node }) =>
      node.children.some((child) => typeof child === 'string'),
    )
    if (words.length === 0) return
    const { node } = chance.one(words)
    node.children = [
      chance
        .one(texts)
        .replace(/[&<]/g, '')
        .repeat(chance.one([1, 1, 40])),
    ]
  },
  (root, chance) => {
    const { node } = chance.one(allNodes(root))
    node.children.reverse()
  },
]

/** What can happen to the characters of one part. */
const ofText: readonly ((xml: string, chance: Chance) => string)[] = [
  (xml, chance) => xml.slice(0, chance.whole(xml.length)),
  (xml, chance) => {
    const at = chance.whole(xml.length)
    return (
      xml.slice(0, at) +
      chance.one(['<', '>', '&', '"', '\0', '<!DOCTYPE x>', ']]>', '<![CDATA[x]]>', '<?x?>', '\ufffe']) +
      xml.slice(at)
    )
  },
  (xml, chance) => {
    const at = chance.whole(xml.length)
    return xml.slice(0, at) + xml.slice(at + chance.one([1, 10, 100]))
  },
  (xml, chance) =>
    xml.replace(
      /http:\/\/[^"]*/,
      chance.one(['urn:x', '', 'http://purl.oclc.org/ooxml/wordprocessingml/main']),
    ),
  (xml, chance) => xml.replaceAll('w:', chance.one(['v:', 'ns0:', ':'])),
  (xml) => `<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`,
  (xml) => `\ufeff${xml}`,
]

/** What can happen to the parts. */
const ofParts: readonly ((parts: Parts, chance: Chance) => Parts)[] = [
  (parts, chance) => {
    const { [chance.one(Object.keys(parts))]: _, ...others } = parts
    return others
  },
  (parts, chance) => {
    const [one, other] = [chance.one(Object.keys(parts)), chance.one(Object.keys(parts))]
    return { ...parts, [one]: parts[other] ?? new Uint8Array(0) }
  },
  (parts, chance) => ({ ...parts, [chance.one(Object.keys(parts))]: new Uint8Array(0) }),
  (parts, chance) => {
    const name = chance.one(Object.keys(parts))
    const bytes = (parts[name] ?? new Uint8Array(0)).slice()
    for (let times = chance.one([1, 5, 50]); times > 0 && bytes.length > 0; times--)
      bytes[chance.whole(bytes.length)] = chance.whole(256)
    return { ...parts, [name]: bytes }
  },
  (parts, chance) => ({
    ...parts,
    [chance.one(['word/vbaProject.bin', '../x', 'word/../x', 'WORD/DOCUMENT.XML'])]: strToU8('x'),
  }),
]

/** What can happen to the bytes of the ZIP. */
const ofZip: readonly ((zip: Uint8Array, chance: Chance) => Uint8Array)[] = [
  (zip, chance) => zip.slice(0, chance.whole(zip.length)),
  (zip, chance) => {
    const bytes = zip.slice()
    for (let times = chance.one([1, 3, 20]); times > 0; times--)
      bytes[chance.whole(bytes.length)] = chance.whole(256)
    return bytes
  },
  (zip, chance) => {
    // In the directory at the end, where names, sizes and places are.
    const bytes = zip.slice()
    const from = Math.max(0, bytes.length - chance.one([22, 200, 1_000]))
    const at = from + chance.whole(bytes.length - from)
    bytes[at] = chance.one([0, 1, 0x7f, 0x80, 0xff])
    return bytes
  },
  (zip, chance) => {
    const at = chance.whole(zip.length)
    const copied = zip.slice(at, at + chance.one([1, 30, 500]))
    const to = chance.whole(zip.length)
    const bytes = new Uint8Array(zip.length + copied.length)
    bytes.set(zip.subarray(0, to))
    bytes.set(copied, to)
    bytes.set(zip.subarray(to), to + copied.length)
    return bytes
  },
]

/** A spoilt Word file, the same for the same chance: mostly whole XML that says something else than it should. */
export function mutate(seeds: readonly Parts[], chance: Chance): Uint8Array {
  let parts = chance.one(seeds)
  for (let times = chance.one([1, 1, 2, 4, 8]); times > 0; times--) {
    if (chance.isLucky(0.08)) parts = chance.one(ofParts)(parts, chance)
    else parts = withXml(parts, chance)
  }
  const level = chance.isLucky(0.1) ? 6 : 0 // storing is faster, and deflating seldom matters
  const zip = zipSync(parts, { level })
  return chance.isLucky(0.1) ? chance.one(ofZip)(zip, chance) : zip
}

function withXml(parts: Parts, chance: Chance): Parts {
  const all = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name))
  const main = 'word/document.xml'
  const name = chance.isLucky(0.6) && all.includes(main) ? main : all.length > 0 ? chance.one(all) : ''
  const bytes = parts[name]
  if (!bytes) return parts
  const xml = strFromU8(bytes)
  if (chance.isLucky(0.1)) return { ...parts, [name]: strToU8(chance.one(ofText)(xml, chance)) }
  const tree = parseXml(xml)
  if (allNodes(tree).every(({ node }) => node.attributes.length === 0)) return parts
  chance.one(ofTree)(tree, chance)
  return { ...parts, [name]: strToU8(writeXml(tree)) }
}
