import { docxLimits } from './limits.ts'
import { Refusal } from './refusal.ts'
import { unpack, unpackWhole } from './unpack.ts'
import { readXml, type Budget, type XmlElement } from './xml.ts'
import { zipEntries, type ZipEntry } from './zipEntries.ts'

/** What another part is to this one. `target` is the name of a part, or an address outside of the file. */
type Relationship = { readonly type: string; readonly target: string; readonly external: boolean }

/** The parts of a Word file; names begin without a stroke: 'word/document.xml'. */
export type WordPackage = {
  readonly main: string
  readonly names: readonly string[]
  readonly has: (part: string) => boolean
  readonly xml: (
    part: string,
    each?: { readonly of: string; readonly take: (element: XmlElement) => void },
  ) => XmlElement
  readonly bytes: (part: string) => Uint8Array
  readonly wasRead: (part: string) => boolean
  readonly mediaType: (part: string) => string
  /** By their ids; a part without relationships has none. */
  readonly relationships: (part: string) => ReadonlyMap<string, Relationship>
  /** The first part that this one names for a purpose: 'styles', 'numbering'. */
  readonly partFor: (part: string, purpose: string) => string | undefined
}

const OFFICE_DOCUMENT = /\/relationships\/officeDocument$/
const WORD_MAIN = /wordprocessingml\.(?:document|template)\.main\+xml$/
const MACRO_MAIN = /macroEnabled(?:Template)?\.main\+xml$/

/**
 * Opens a file as a Word document without reading its text. Refuses what zipEntries refuses, macros, and a main
 * part that is missing or none of Word's. Source: ECMA-376-2 (packages), ECMA-376-1, 11 (Word's parts).
 */
export function openWordPackage(bytes: Uint8Array): WordPackage {
  const entries = zipEntries(bytes)
  const budget: Budget = { elements: docxLimits.elements }
  const read = new Set<ZipEntry>()
  const entryOf = (part: string): ZipEntry => {
    const entry = entries.get(part.toLowerCase())
    if (!entry) throw new Refusal('noText', part)
    return entry
  }
  const opened = (part: string): ZipEntry => {
    const entry = entryOf(part)
    read.add(entry)
    return entry
  }
  const xml: WordPackage['xml'] = (part, each) =>
    readXml(part, (take) => unpack(bytes, opened(part), take), budget, each)
  const has = (part: string) => entries.has(part.toLowerCase())

  const known = new Map<string, ReadonlyMap<string, Relationship>>()
  const relationships = (part: string): ReadonlyMap<string, Relationship> => {
    let found = known.get(part)
    if (!found) known.set(part, (found = readRelationships(part, has, xml)))
    return found
  }

  if (!has('[Content_Types].xml')) throw new Refusal(isOtherOffice(has) ? 'notWord' : 'noText')
  const mediaType = mediaTypes(xml('[Content_Types].xml'))
  const root = [...relationships('').values()].find(({ type }) => OFFICE_DOCUMENT.test(type))
  const main = root?.target ?? 'word/document.xml'
  if (root?.external === true || !has(main)) throw new Refusal('noText')
  const type = mediaType(main)
  if (MACRO_MAIN.test(type) || [...entries.keys()].some((name) => name.endsWith('vbaproject.bin')))
    throw new Refusal('macros')
  if (!WORD_MAIN.test(type)) throw new Refusal('notWord', main)
  return {
    main: entryOf(main).name,
    names: [...entries.values()].map(({ name }) => name).filter((name) => !name.endsWith('/')),
    has,
    xml,
    bytes: (part) => unpackWhole(bytes, opened(part)),
    wasRead: (part) => read.has(entryOf(part)),
    mediaType,
    relationships,
    partFor(part, purpose) {
      for (const { type, target, external } of relationships(part).values())
        if (!external && type.endsWith(`/${purpose}`) && has(target)) return entryOf(target).name
      return undefined
    },
  }
}

/** An OpenDocument text says what it is in a part of its own. */
function isOtherOffice(has: (part: string) => boolean): boolean {
  return has('mimetype') || has('content.xml') || has('Index/Document.iwa')
}

function mediaTypes(types: XmlElement): (part: string) => string {
  const byPart = new Map<string, string>()
  const byEnding = new Map<string, string>()
  for (const { name, attributes } of types.children) {
    const type = attributes['ContentType'] ?? ''
    if (name === 'ct:Override')
      byPart.set((attributes['PartName'] ?? '').replace(/^\//, '').toLowerCase(), type)
    if (name === 'ct:Default') byEnding.set((attributes['Extension'] ?? '').toLowerCase(), type)
  }
  return (part) => {
    const name = part.toLowerCase()
    return byPart.get(name) ?? byEnding.get(name.slice(name.lastIndexOf('.') + 1)) ?? ''
  }
}

function readRelationships(
  part: string,
  has: WordPackage['has'],
  xml: WordPackage['xml'],
): ReadonlyMap<string, Relationship> {
  const stroke = part.lastIndexOf('/') + 1
  const path = `${part.slice(0, stroke)}_rels/${part.slice(stroke)}.rels`
  const found = new Map<string, Relationship>()
  if (!has(path)) return found
  for (const { name, attributes } of xml(path).children) {
    if (name !== 'rel:Relationship') continue
    const written = attributes['Target'] ?? ''
    const inside = attributes['TargetMode'] === 'External' ? null : resolve(part.slice(0, stroke), written)
    // What leads out of the file is outside of it, whatever it calls itself.
    found.set(attributes['Id'] ?? '', {
      type: attributes['Type'] ?? '',
      target: inside ?? written,
      external: inside === null,
    })
  }
  return found
}

/** The name of the part that a target means, or null where it leads out of the file. */
function resolve(folder: string, target: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.includes('\\')) return null
  const path: string[] = []
  for (const segment of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (segment === '..') {
      if (path.pop() === undefined) return null
    } else if (segment !== '' && segment !== '.') path.push(segment)
  }
  return path.join('/')
}
