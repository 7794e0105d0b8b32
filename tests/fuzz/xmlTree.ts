/** XML as a fuzzer wants it: a tree that may be cut and joined anywhere, and written whatever has become of it. */
export type XmlNode = { name: string; attributes: [string, string][]; children: (XmlNode | string)[] }

/** Reads well-formed XML as the seeds have it: no comments, no document types. */
export function parseXml(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: [], children: [] }
  const open = [root]
  for (const [, closing, name, attributes = '', selfClosing, text] of xml.matchAll(
    /<(?:\?[^>]*\?>|(\/)?([\w:.-]+)((?:\s+[\w:.-]+="[^"]*")*)\s*(\/)?>)|([^<]+)/g,
  )) {
    const top = open.at(-1) ?? root
    if (text !== undefined) top.children.push(text)
    else if (closing !== undefined) open.pop()
    else if (name !== undefined) {
      const pairs = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)]
      const node: XmlNode = {
        name,
        attributes: pairs.map(([, key = '', value = '']) => [key, value]),
        children: [],
      }
      top.children.push(node)
      if (selfClosing === undefined) open.push(node)
    }
  }
  return root
}

export function writeXml(node: XmlNode | string): string {
  if (typeof node === 'string') return node
  const inside = node.children.map(writeXml).join('')
  if (node.name === '') return inside
  const attributes = node.attributes.map(([name, value]) => ` ${name}="${value}"`).join('')
  return inside === ''
    ? `<${node.name}${attributes}/>`
    : `<${node.name}${attributes}>${inside}</${node.name}>`
}

/** All nodes with their parents, in reading order. */
export function allNodes(root: XmlNode): readonly { readonly node: XmlNode; readonly parent: XmlNode }[] {
  const found: { node: XmlNode; parent: XmlNode }[] = []
  const look = (parent: XmlNode) => {
    for (const child of parent.children) {
      if (typeof child === 'string') continue
      found.push({ node: child, parent })
      look(child)
    }
  }
  look(root)
  return found
}
