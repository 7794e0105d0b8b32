import { SaxesParser } from 'saxes'
import { docxLimits } from './limits.ts'
import { prefixOf } from './namespaces.ts'
import { Refusal } from './refusal.ts'

/** An element by the prefixes of namespaces.ts, whatever the file calls them: 'w:p', and attributes 'w:val'. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string // of the elements that hold words; else ''
}

/** How many elements all parts of one file may still have. */
export type Budget = { elements: number }

/** Where a parse gets its bytes: it gives them chunk by chunk. */
export type Chunks = (each: (chunk: Uint8Array) => void) => void

type Building = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  children: XmlElement[]
  text: string
}

/** Most elements have no children, so all of those share one list; it is never written to. */
const childless: XmlElement[] = []

type Plain = { readonly position: false; readonly xmlns: false }

const wordy = new Set(['w:t', 'w:delText', 'w:instrText', 'w:delInstrText', 'm:t'])

/**
 * Reads a part into elements. With `each`, every child of the root's child `each.of` is handed over when it ends and
 * kept no longer, so that a long text is never in memory whole.
 *
 * Any document type is refused before anything in it could matter. Nothing is fetched and no entity is expanded but
 * the five of XML. Source: XML 1.0, Namespaces in XML 1.0.
 */
export function readXml(
  part: string,
  chunks: Chunks,
  budget: Budget,
  each?: { readonly of: string; readonly take: (element: XmlElement) => void },
): XmlElement {
  const broken = () => new Refusal('brokenXml', part)
  const open: Building[] = []
  const names = createNames(broken)
  const isHandedOver = () => each !== undefined && open.length === 2 && open[1]?.name === each.of
  let root: Building | null = null
  const parser = new SaxesParser<Plain>({ position: false, xmlns: false })
  parser.on('error', () => {
    throw broken()
  })
  parser.on('doctype', () => {
    throw new Refusal('doctype', part)
  })
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(?:utf-?8|utf-?16(?:le|be)?|us-ascii)$/i.test(encoding)) throw broken()
  })
  parser.on('opentag', (tag) => {
    if (open.length >= docxLimits.depth) throw new Refusal('tooDeep', part)
    if (--budget.elements < 0) throw new Refusal('tooMuch', part)
    names.enter(tag.attributes)
    const element = {
      name: names.ofElement(tag.name),
      attributes: names.ofAttributes(tag.attributes),
      children: childless,
      text: '',
    }
    const parent = open.at(-1)
    if (!parent) root = element
    else if (!isHandedOver()) {
      if (parent.children === childless) parent.children = [element]
      else parent.children.push(element)
    }
    open.push(element)
  })
  parser.on('closetag', () => {
    names.leave()
    const element = open.pop()
    if (element && isHandedOver()) each?.take(element)
  })
  const text = (words: string) => {
    const element = open.at(-1)
    if (element && wordy.has(element.name)) element.text += words
  }
  parser.on('text', text)
  parser.on('cdata', text)

  const decoder = createDecoder(broken)
  chunks((chunk) => parser.write(decoder.decode(chunk)))
  parser.write(decoder.end())
  parser.close()
  if (!root) throw broken()
  return root
}

/** UTF-8, or UTF-16 by its byte order mark or by its first sign; malformed bytes are broken XML. */
function createDecoder(broken: () => Refusal) {
  let decoder: InstanceType<typeof TextDecoder> | null = null
  let first: Uint8Array = new Uint8Array(0)
  const decode = (bytes: Uint8Array, stream: boolean): string => {
    decoder ??= new TextDecoder(encodingOf(bytes), { fatal: true })
    try {
      return decoder.decode(bytes, { stream })
    } catch {
      throw broken()
    }
  }
  return {
    decode(chunk: Uint8Array): string {
      if (decoder) return decode(chunk, true)
      const bytes = new Uint8Array(first.length + chunk.length)
      bytes.set(first)
      bytes.set(chunk, first.length)
      first = bytes
      return bytes.length < 4 ? '' : decode(bytes, true)
    },
    end: () => decode(decoder ? new Uint8Array(0) : first, false),
  }
}

function encodingOf([one, two]: Uint8Array): string {
  if (one === 0xfe || (one === 0 && two === 0x3c)) return 'utf-16be'
  return one === 0xff || (one === 0x3c && two === 0) ? 'utf-16le' : 'utf-8'
}

/** Word declares some forty; the list is copied wherever an element adds to it. */
const MOST_PREFIXES = 200

type Scope = {
  readonly prefixes: ReadonlyMap<string, string> // as written → as known here; '' is the default namespace
  readonly elements: Map<string, string>
  readonly attributes: Map<string, string>
}

/** Names as written to names as known, by the namespaces in scope; each name is looked up once in a scope. */
function createNames(broken: () => Refusal) {
  const scopes: (Scope | null)[] = [] // null: the element declares nothing
  let scope: Scope = { prefixes: new Map([['xml', 'xml']]), elements: new Map(), attributes: new Map() }
  const outer: Scope[] = []

  const known = (written: string, isElement: boolean): string => {
    const colon = written.indexOf(':')
    if (colon === -1 && !isElement) return written
    const prefix = scope.prefixes.get(colon === -1 ? '' : written.slice(0, colon))
    if (prefix === undefined && colon !== -1) throw broken()
    return prefix === undefined ? written : `${prefix}:${written.slice(colon + 1)}`
  }
  const lookUp = (names: Map<string, string>, written: string, isElement: boolean): string => {
    const found = names.get(written)
    if (found !== undefined) return found
    const name = known(written, isElement)
    names.set(written, name)
    return name
  }

  return {
    enter(attributes: Readonly<Record<string, string>>): void {
      let prefixes: Map<string, string> | null = null
      for (const name in attributes) {
        if (!name.startsWith('xmlns')) continue
        const written = name === 'xmlns' ? '' : name[5] === ':' ? name.slice(6) : null
        if (written === null) continue
        prefixes ??= new Map(scope.prefixes)
        prefixes.set(written, prefixOf(attributes[name] ?? '', written))
        if (prefixes.size > MOST_PREFIXES) throw broken()
      }
      scopes.push(prefixes ? scope : null)
      if (!prefixes) return
      outer.push(scope)
      scope = { prefixes, elements: new Map(), attributes: new Map() }
    },
    leave(): void {
      if (scopes.pop()) scope = outer.pop() ?? scope
    },
    ofElement: (written: string): string => lookUp(scope.elements, written, true),
    ofAttributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
      let isSame = true
      let isEmpty = true
      for (const written in attributes) {
        isEmpty = false
        if (written.startsWith('xmlns') || lookUp(scope.attributes, written, false) !== written)
          isSame = false
      }
      if (isEmpty) return none
      if (isSame) return attributes
      const result: Record<string, string> = {}
      for (const written in attributes)
        if (!written.startsWith('xmlns'))
          result[lookUp(scope.attributes, written, false)] = attributes[written] ?? ''
      return result
    },
  }
}

const none: Readonly<Record<string, string>> = {}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element) for (const one of element.children) if (one.name === name) return one
  return undefined
}

export function children(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((one) => one.name === name) ?? []
}

/** The attribute `w:val` of a child: how Word writes most properties. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val']
}

/** Whether a property that is on by standing there is on; undefined where it does not stand. */
export function isOn(element: XmlElement | undefined, name: string): boolean | undefined {
  const property = child(element, name)
  return property && isValueOn(property)
}

export function isValueOn({ attributes }: XmlElement): boolean {
  const value = attributes['w:val']
  return value === undefined || !/^(?:0|false|off|none)$/i.test(value)
}

/** A whole number within bounds, as written; otherwise undefined. */
export function wholeNumber(written: string | undefined, least: number, most: number): number | undefined {
  if (written === undefined || !/^-?\d{1,9}$/.test(written.trim())) return undefined
  return Math.min(most, Math.max(least, Number(written)))
}
