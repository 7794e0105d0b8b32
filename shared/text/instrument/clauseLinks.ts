import type { Mark, Node } from '@tiptap/pm/model'
import type { NumberingScheme } from '../../mou/numberingScheme.ts'
import type { LinkForm } from '../clauseNodes.ts'
import { numberingOf } from './clauseNumbering.ts'

/** What a clause is called, as its labels stand in the text now. */
export type ClauseName = {
  readonly blockId: string
  readonly type: 'division' | 'article' | 'numberedParagraph' | 'letter'
  readonly whole: string // 'Pasal 3 ayat (2) huruf b'
  readonly own: string // 'huruf b'
  readonly number: string // 'b'
  readonly line: Node | null // the textblock with its heading or its own words
}

/** All that a cross-reference can point at, by the id of its block, in reading order. Clauses without a label are not. */
export function clauseNames(doc: Node): ReadonlyMap<string, ClauseName> {
  const names = new Map<string, ClauseName>()
  nameIn(doc, noClause, numberingOf(doc).reference, names)
  return names
}

type Around = { readonly article: string; readonly paragraph: string; readonly letters: readonly string[] }

const noClause: Around = { article: '', paragraph: '', letters: [] }

function nameIn(
  parent: Node,
  before: Around,
  reference: NumberingScheme['reference'],
  names: Map<string, ClauseName>,
): Around {
  let around = before
  const add = (node: Node, type: ClauseName['type'], whole: string, own: string, line: Node | null) => {
    const { blockId, number } = node.attrs
    if (typeof blockId === 'string' && own !== '')
      names.set(blockId, { blockId, type, whole, own, number, line })
  }
  parent.forEach((node) => {
    const number = String(node.attrs['number'] ?? '')
    switch (node.type.name) {
      case 'division': {
        const own = `${node.attrs['before']}${number}`.trim()
        add(node, 'division', own, own, node)
        around = noClause
        break
      }
      case 'article': {
        const article = `${node.attrs['word']}${node.attrs['gap']}${number}`.trim()
        add(node, 'article', article, article, node.firstChild)
        nameIn(node, { ...noClause, article }, reference, names)
        around = noClause
        break
      }
      case 'numberedParagraph': {
        const paragraph = around.article === '' ? '' : put(reference.paragraph, number)
        around = { ...around, paragraph, letters: [] }
        const own = put(reference.ownParagraph, number)
        add(node, 'numberedParagraph', `${around.article}${paragraph}` || own, own, node)
        break
      }
      case 'letter': {
        const letters = around.letters.slice(0, Number(node.attrs['level']) - 1)
        letters.push(put(reference.letter, number))
        around = { ...around, letters }
        const own = put(reference.ownLetter, number)
        const outer = `${around.article}${around.paragraph}`
        add(node, 'letter', outer === '' ? own : `${outer}${letters.join('')}`, own, node)
        break
      }
      case 'bracketBlock':
        around = nameIn(node, around, reference, names)
        break
      default:
    }
  })
  return around
}

function put(around: { readonly before: string; readonly after: string }, number: string): string {
  return number === '' ? '' : `${around.before}${number}${around.after}`
}

/** What a link of a form shows of a clause. */
export function linkWords(name: ClauseName, form: Exclude<LinkForm, 'asWritten'>): string {
  return name[form]
}

/** A cross-reference where it stands. Positions are ProseMirror's; `to` is exclusive. */
export type FoundLink = {
  readonly from: number
  readonly to: number
  readonly target: string
  readonly form: LinkForm
  readonly words: string
  readonly mark: Mark
  /** Its target is no clause of this text any more. */
  readonly broken: boolean
}

/** The cross-references of a text, in reading order. */
export function linksIn(doc: Node): readonly FoundLink[] {
  const found: Omit<FoundLink, 'broken'>[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    if (!hasLinks(node)) return false
    node.forEach((child, offset) => {
      const mark = child.isText ? linkOf(child) : undefined
      if (!mark) return
      const from = position + 1 + offset
      const to = from + child.nodeSize
      const last = found.at(-1)
      const words = child.text ?? ''
      if (last?.to === from && last.mark.eq(mark)) {
        found[found.length - 1] = { ...last, to, words: last.words + words }
        return
      }
      const { target, form } = mark.attrs
      found.push({ from, to, target, form, words, mark })
    })
    return false
  })
  if (found.length === 0) return []
  const names = clauseNames(doc)
  return found.map((link) => ({ ...link, broken: !names.has(link.target) }))
}

const known = new WeakMap<Node, boolean>()

/** Asked at each key that is typed, of all paragraphs; those that did not change are known. */
function hasLinks(textblock: Node): boolean {
  const before = known.get(textblock)
  if (before !== undefined) return before
  const has = textblock.children.some((child) => linkOf(child) !== undefined)
  known.set(textblock, has)
  return has
}

function linkOf({ marks }: Node): Mark | undefined {
  return marks.find(({ type }) => type.name === 'clauseLink')
}
