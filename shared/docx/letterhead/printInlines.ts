import { type Drawn, readDrawing, readOldPicture } from './printDrawing.ts'
import type { TextLook } from './printLook.ts'
import type { Printing } from './printPlace.ts'
import { childOf, elements, type XmlNode } from './xmlTree.ts'

/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text'; text: string; readonly look: TextLook }
  | { readonly kind: 'tab' | 'break' | 'pageNumber' }
  | { readonly kind: 'drawn'; readonly drawn: Drawn }

/**
 * What a paragraph has in it, in reading order. Numbers of pages are left out with the words that go with them: the
 * pages of a PDF have theirs.
 */
export function inlinesOf(
  paragraph: XmlNode,
  { looks, lose, said }: Pick<Printing, 'looks' | 'lose' | 'said'>,
): readonly Inline[] {
  const found: Inline[] = []
  const fields: { code: string; isResult: boolean }[] = []
  const told = () => fields.some(({ code, isResult }) => !isResult || isPageNumber(code))
  const enter = (code: string) => {
    if (isPageNumber(code)) found.push({ kind: 'pageNumber' })
    else if (/^\s*HYPERLINK\b/i.test(code)) lose('links')
    else lose('fields')
  }
  const visit = (node: XmlNode): void => {
    for (const child of elements(node)) {
      if (child.name === 'w:r') run(child)
      else if (child.name === 'w:fldSimple') {
        const code = child.attributes['w:instr'] ?? ''
        enter(code)
        if (!isPageNumber(code)) visit(child)
      } else if (child.name === 'w:hyperlink') {
        if (child.attributes['r:id'] !== undefined) lose('links')
        visit(child)
      } else if (!/^w:(?:pPr|sdtPr|sdtEndPr)$/.test(child.name)) visit(child)
    }
  }
  const run = (node: XmlNode): void => {
    const look = looks.run(node, paragraph)
    for (const child of elements(node)) {
      if (child.name === 'w:fldChar') {
        const type = child.attributes['w:fldCharType']
        const field = fields.at(-1)
        if (type === 'begin') fields.push({ code: '', isResult: false })
        if (field && type === 'separate') {
          field.isResult = true
          enter(field.code)
        }
        if (field && type === 'end') {
          fields.pop()
          if (!field.isResult) enter(field.code)
        }
      } else if (child.name === 'w:instrText') {
        const field = fields.at(-1)
        if (field) field.code += child.children.join('')
      } else if (!told() && !look.hidden) inline(child, look)
    }
  }
  const inline = (node: XmlNode, look: TextLook): void => {
    const say = (text: string) => void found.push({ kind: 'text', text, look })
    if (node.name === 'w:t') {
      say(node.children.join(''))
      said(node)
    } else if (node.name === 'w:noBreakHyphen') say('\u2011')
    else if (node.name === 'w:tab' || node.name === 'w:ptab') found.push({ kind: 'tab' })
    else if (node.name === 'w:br' || node.name === 'w:cr') found.push({ kind: 'break' })
    else if (node.name === 'mc:AlternateContent') {
      const chosen = childOf(node, 'mc:Choice') ?? childOf(node, 'mc:Fallback')
      for (const child of chosen ? elements(chosen) : []) inline(child, look)
    } else if (node.name === 'w:drawing' || node.name === 'w:pict') {
      const drawn = node.name === 'w:drawing' ? readDrawing(node) : readOldPicture(node)
      if (drawn) found.push({ kind: 'drawn', drawn })
      else lose('drawings')
    } else if (node.name === 'w:sym') lose('fields')
  }
  visit(paragraph)
  if (!found.some(({ kind }) => kind === 'pageNumber')) return found
  lose('pageNumbers')
  return withoutPageNumbers(found)
}

function isPageNumber(code: string): boolean {
  return /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b/i.test(code)
}

/** Takes out the numbers of pages with what stands around them: "Halaman 1 dari 3", " · 1", "1/3". */
function withoutPageNumbers(inlines: Inline[]): Inline[] {
  const sign = '\ufffc'
  const words = inlines
    .map((one) => (one.kind === 'text' ? one.text : one.kind === 'pageNumber' ? sign : '\n'))
    .join('')
  const gone = new Set<number>()
  const around = /[ \u00a0]*(?:[·|•/–—-][ \u00a0]*)?(?:\b(?:halaman|hal\.?|hlm\.?|page|p\.)[ \u00a0]*)?\ufffc(?:[ \u00a0]*(?:dari|of|\/)[ \u00a0]*\ufffc)?(?:[ \u00a0]*[·|•–—-](?=[ \u00a0]*$))?/gim // prettier-ignore
  for (const { index, 0: part } of words.matchAll(around))
    for (let at = index; at < index + part.length; at++) gone.add(at)
  let at = 0
  return inlines.flatMap((one): Inline[] => {
    if (one.kind !== 'text') {
      at++
      return one.kind === 'pageNumber' ? [] : [one]
    }
    const from = at
    at += one.text.length
    return [{ ...one, text: [...one.text.split('')].filter((_, index) => !gone.has(from + index)).join('') }]
  })
}
