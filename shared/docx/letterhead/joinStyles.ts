import { Document } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { docxStyles } from '../docxLook.ts'
import { packDocx } from '../packDocx.ts'
import { childOf, element, elements, parseXml, valOf, type XmlNode } from './xmlTree.ts'

export type JoinedStyles = {
  readonly styles: XmlNode
  /** The style that stands for one of ours, by its id. */
  readonly idOf: (own: string) => string
  /** Whether paragraphs of that style are numbered by the letterhead, unless they say otherwise. */
  readonly isNumbered: (own: string) => boolean
}

/**
 * The styles of a letterhead and those of ours that it has not. A style is the same by its name, as Word sees it: ids are
 * translated by some Words ("Judul1"), names are not. So the office's headings look as the office wants them.
 */
export async function joinStyles(
  letterhead: XmlNode | null,
  locale: string,
  used: ReadonlySet<string>,
): Promise<JoinedStyles> {
  const own = await ownStyles(locale)
  if (letterhead === null) return { styles: own, idOf: (id) => id, isNumbered: () => false }
  const theirs = elements(letterhead).filter(({ name }) => name === 'w:style')
  const ours = new Map(
    elements(own)
      .filter(({ name }) => name === 'w:style')
      .map((style) => [idIn(style), style] as const),
  )
  const byName = new Map(theirs.filter(isOfParagraphs).map((style) => [nameIn(style), idIn(style)]))
  const usual = theirs.find((style) => isOfParagraphs(style) && style.attributes['w:default'] === '1')
  const taken = new Set(theirs.map(idIn))
  const ids = new Map<string, string>()
  const added: XmlNode[] = []

  const take = (id: string): string => {
    const known = ids.get(id)
    if (known !== undefined) return known
    const style = ours.get(id)
    const there = id === 'Normal' && usual ? idIn(usual) : style && byName.get(nameIn(style))
    if (there !== undefined || !style) {
      ids.set(id, there ?? id)
      return there ?? id
    }
    const given = taken.has(id) ? `Sepaham${id}` : id
    ids.set(id, given)
    taken.add(given)
    added.push(copyOf(style, given))
    return given
  }

  function copyOf(style: XmlNode, id: string): XmlNode {
    const copy = structuredClone(style)
    copy.attributes['w:styleId'] = id
    delete copy.attributes['w:default']
    copy.children = copy.children.filter((child) => typeof child === 'string' || child.name !== 'w:link')
    for (const link of elements(copy))
      if (link.name === 'w:basedOn' || link.name === 'w:next')
        link.attributes['w:val'] = take(link.attributes['w:val'] ?? 'Normal')
    // Ours lean on what is usual in our own files, which is not usual here.
    if (valOf(style, 'w:basedOn') === 'Normal') withSpacing(copy)
    return copy
  }

  for (const id of used) take(id)
  const all = new Map([...theirs, ...added].map((style) => [idIn(style), style]))
  const numbered = (id: string | undefined, steps = 0): boolean => {
    const style = id === undefined ? undefined : all.get(id)
    if (!style || steps > 20) return false
    return (
      childOf(childOf(style, 'w:pPr'), 'w:numPr') !== undefined ||
      numbered(valOf(style, 'w:basedOn'), steps + 1)
    )
  }
  return {
    styles: { ...letterhead, children: [...letterhead.children, ...added] },
    idOf: (id) => ids.get(id) ?? id,
    isNumbered: (id) => numbered(ids.get(id)),
  }
}

/** Our master of styles, as the docx package writes it. */
async function ownStyles(locale: string): Promise<XmlNode> {
  const document = new Document({ styles: docxStyles(locale), sections: [{ children: [] }] })
  const bytes = await packDocx(document, { title: '', language: locale }, noFont)
  return parseXml('styles', strFromU8(unzipSync(bytes)['word/styles.xml'] ?? new Uint8Array()))
}

/** Styles have no words. */
function noFont(): never {
  throw new Error('A document without words asked for a font')
}

function withSpacing(style: XmlNode): void {
  const properties = childOf(style, 'w:pPr')
  if (!properties || childOf(properties, 'w:spacing')) return
  // In the order of the schema (wml.xsd, CT_PPrBase).
  const after = elements(properties).findIndex(({ name }) =>
    /^w:(?:ind|contextualSpacing|jc|outlineLvl)$/.test(name),
  )
  const spacing = element('w:spacing', { 'w:after': '120', 'w:line': '264', 'w:lineRule': 'auto' })
  properties.children = [...elements(properties)]
  properties.children.splice(after < 0 ? properties.children.length : after, 0, spacing)
}

function isOfParagraphs({ attributes }: XmlNode): boolean {
  return attributes['w:type'] === 'paragraph' || attributes['w:type'] === undefined
}

function idIn({ attributes }: XmlNode): string {
  return attributes['w:styleId'] ?? ''
}

function nameIn(style: XmlNode): string {
  return (valOf(style, 'w:name') ?? '').toLowerCase()
}
