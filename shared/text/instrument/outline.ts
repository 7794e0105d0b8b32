import type { Node } from '@tiptap/pm/model'
import type { ParagraphRole } from '../extensions.ts'
import { openBracketsIn } from '../openBrackets.ts'
import { linesOf } from '../plainText.ts'
import { isOpen } from '../textBrackets.ts'

/** A part of an instrument, as an outline lists it. */
export type OutlineEntry = {
  readonly blockId: string
  readonly kind:
    'chapter' | 'annex' | 'article' | Exclude<ParagraphRole, 'body' | 'definition' | 'recital' | 'cover'>
  readonly depth: number // 0, or 1 below a chapter or an annex
  readonly label: string // as written: 'Article 3', 'BAB II'; '' of what has none
  readonly words: string // of its heading or first line, the first `longestEntry` characters
  readonly openBrackets: number // in all that belongs to an article or paragraph, and around it
  readonly bracketed: boolean // stands in a bracket around blocks
  readonly pos: number // of the block, as ProseMirror counts
}

export const longestEntry = 160

const partsOf = new Set<unknown>(['title', 'opening', 'agreed', 'heading', 'testimonium', 'signatures'])

/**
 * The outline of a text: where its title, opening and closing formulas begin, its chapters, articles and annexes, in
 * reading order. Of several lines of one formula the first stands for all.
 */
export function outlineOf(doc: Node): readonly OutlineEntry[] {
  const entries: OutlineEntry[] = []
  listIn(doc, 0, { entries, depth: 0, role: null }, false, 0)
  return entries
}

type Listing = { readonly entries: OutlineEntry[]; depth: number; role: unknown }

function listIn(parent: Node, start: number, listing: Listing, bracketed: boolean, around: number): void {
  parent.forEach((node, offset) => {
    const pos = start + offset
    const { role } = node.attrs
    const name = node.type.name
    const entry = (kind: OutlineEntry['kind'], depth: number, label: string, line: Node | null) =>
      listing.entries.push({
        blockId: String(node.attrs['blockId']),
        kind,
        depth,
        label: label.trim(),
        words: line ? wordsOf(line) : '',
        openBrackets: openBracketsIn(node) + around,
        bracketed,
        pos,
      })
    if (name === 'bracketBlock') {
      const own = isOpen(node.attrs as { readonly state: 'open' }) ? 1 : 0
      listIn(node, pos + 1, listing, true, own)
    } else if (name === 'article') {
      const { word, gap, number } = node.attrs
      entry('article', listing.depth, `${word}${gap}${number}`, node.firstChild)
    } else if (name === 'division') {
      entry(node.attrs['kind'], 0, `${node.attrs['before']}${node.attrs['number']}`, node)
      listing.depth = 1
    } else if (partsOf.has(role) && role !== listing.role) {
      if (role === 'testimonium' || role === 'signatures' || role === 'heading') listing.depth = 0
      entry(role, 0, '', name === 'table' ? null : node)
    }
    listing.role = role
  })
}

function wordsOf(line: Node): string {
  let words = ''
  for (const child of line.children) {
    words += linesOf(child)
    if (words.length > longestEntry) break
  }
  return words.replaceAll('\n', ' ').slice(0, longestEntry)
}
