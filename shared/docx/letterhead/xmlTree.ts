import { SaxesParser } from 'saxes'
import { docxLimits } from '../read/limits.ts'
import { Refusal } from '../read/refusal.ts'
import { escapedXml } from '../xmlText.ts'

/** An element as its file has it, so that it can be written again; names keep the prefixes of the file. */
export type XmlNode = {
  name: string
  attributes: Record<string, string>
  children: (XmlNode | string)[]
}

/**
 * Reads a part whole. What readXml refuses is refused here as well: a document type, broken XML or UTF-8, elements
 * beyond the limits.
 */
export function parseXml(part: string, bytes: Uint8Array | string): XmlNode {
  const broken = () => new Refusal('brokenXml', part)
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  const open: XmlNode[] = []
  let root: XmlNode | null = null
  let left: number = docxLimits.elements
  parser.on('error', () => {
    throw broken()
  })
  parser.on('doctype', () => {
    throw new Refusal('doctype', part)
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= docxLimits.depth) throw new Refusal('tooDeep', part)
    if (--left < 0) throw new Refusal('tooMuch', part)
    const node: XmlNode = { name, attributes: { ...attributes }, children: [] }
    const parent = open.at(-1)
    if (parent) parent.children.push(node)
    else root = node
    open.push(node)
  })
  parser.on('closetag', () => void open.pop())
  const text = (words: string) => void open.at(-1)?.children.push(words)
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(typeof bytes === 'string' ? bytes : decoded(bytes, broken))
  parser.close()
  if (!root) throw broken()
  return root
}

function decoded(bytes: Uint8Array, broken: () => Refusal): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw broken()
  }
}

/** An element as XML, without a declaration. */
export function writeXml({ name, attributes, children }: XmlNode): string {
  const given = Object.entries(attributes)
    .map(
      ([key, value]) =>
        ` ${key}="${escapedXml(value).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`,
    )
    .join('')
  if (children.length === 0) return `<${name}${given}/>`
  const inner = children.map((child) => (typeof child === 'string' ? escapedXml(child) : writeXml(child)))
  return `<${name}${given}>${inner.join('')}</${name}>`
}

export function elements(node: XmlNode): readonly XmlNode[] {
  return node.children.filter((child) => typeof child !== 'string')
}

export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node && elements(node).find((child) => child.name === name)
}

/** `w:val` of a child. */
export function valOf(node: XmlNode | undefined, name: string): string | undefined {
  return childOf(node, name)?.attributes['w:val']
}

/** The same in place of what is wrapped around them without a look of its own: content controls, custom XML. */
export function unwrapped(nodes: readonly XmlNode[]): readonly XmlNode[] {
  return nodes.flatMap((node) => {
    if (node.name === 'w:sdt') return unwrapped(elements(childOf(node, 'w:sdtContent') ?? node))
    return node.name === 'w:customXml' ? unwrapped(elements(node)) : [node]
  })
}

/** Every element of a tree, the root first, in reading order. */
export function* everyElement(node: XmlNode): Generator<XmlNode> {
  yield node
  for (const child of node.children) if (typeof child !== 'string') yield* everyElement(child)
}

export function element(
  name: string,
  attributes: Record<string, string> = {},
  children: (XmlNode | string)[] = [],
): XmlNode {
  return { name, attributes, children }
}
