import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'

export type Search = {
  readonly words: string
  readonly matchCase: boolean
  readonly wholeWords: boolean // of scripts that write without spaces between words any stretch is whole
}

/** A place where the words stand. Positions are ProseMirror's; `to` is exclusive. */
export type Hit = {
  readonly from: number
  readonly to: number
  readonly blockId: string | null // of the paragraph
  readonly words: string // as they stand there
  readonly ahead: string // what stands around them, at most `contextLength` characters
  readonly behind: string
  /**
   * False where a bracket begins or ends within the words, or something of the record stands in them: what would
   * become of it nobody has said, so such a place is found and not replaced.
   */
  readonly replaceable: boolean
}

/** How much stands around a hit, in UTF-16 code units. */
export const contextLength = 40
const NO_TEXT = '\ufffc'

/**
 * Where words stand in a text, in reading order, none overlapping another. Numbers of clauses and attributions of
 * brackets are no words. Spaces, quotation marks, apostrophes and hyphens of any form are the same. Signs of brackets
 * are looked through: 'shall act' is found in '[shall (IDN)] act'. None for an empty search.
 */
export function findWords(doc: Node, search: Search): readonly Hit[] {
  if (search.words.trim() === '') return []
  const form = formOf(search)
  const hits: Hit[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const line = lineOf(node)
    for (const match of line.text.matchAll(form)) {
      const end = match.index + match[0].length
      const from = position + 1 + line.offset(match.index)
      const to = position + 1 + line.offset(end - 1) + 1
      hits.push({
        from,
        to,
        blockId: node.attrs['blockId'] ?? null,
        words: match[0].replaceAll(NO_TEXT, ''),
        ahead: line.text.slice(Math.max(0, match.index - contextLength), match.index).replaceAll(NO_TEXT, ''),
        behind: line.text.slice(end, end + contextLength).replaceAll(NO_TEXT, ''),
        replaceable: to - from === match[0].length && !match[0].includes(NO_TEXT),
      })
    }
    return false
  })
  return hits
}

/**
 * Replaces the hits that can be, in one undo; the words take the look of the first they replace. Refused where the
 * text has changed since they were found, and for a replacement that would be several lines.
 */
export function replaceHits(hits: readonly Hit[], replacement: string): Command {
  return (state, dispatch) => {
    const { doc, tr, schema } = state
    const replaced = hits.filter(({ replaceable }) => replaceable).toSorted((a, b) => b.from - a.from)
    if (replaced.length === 0 || /[\n\r]/.test(replacement)) return false
    for (const { from, to, words } of replaced) {
      if (to > doc.content.size || doc.textBetween(from, to, NO_TEXT, NO_TEXT) !== words) return false
      if (replacement === '') tr.delete(from, to)
      else tr.replaceWith(from, to, schema.text(replacement, doc.nodeAt(from)?.marks ?? []))
    }
    dispatch?.(closeHistory(tr))
    return true
  }
}

function formOf({ words, matchCase, wholeWords }: Search): RegExp {
  const source = [...words]
    .map((sign) => ALIKE.find(([like]) => like.test(sign))?.[1] ?? escaped(sign))
    .join('')
  // Khmer and other scripts without spaces have no edges of words that a sign could show.
  const letter = String.raw`[[\p{L}\p{M}\p{N}]--[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Han}]]`
  const edged = wholeWords ? `(?<!${letter})${source}(?!${letter})` : source
  return new RegExp(edged, matchCase ? 'gv' : 'giv')
}

const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[ \u00a0\u202f]/, String.raw`[ \u00a0\u202f]`],
  [/["“”„«»]/u, '["“”„«»]'],
  [/['‘’ʼ]/u, "['‘’ʼ]"],
  [/[-‐‑–]/u, String.raw`[\-‐‑–]`],
]

function escaped(sign: string): string {
  return sign.replace(/[\\^$.*+?()[\]{}|/&!#%,:;<=>@`~-]/, String.raw`\$&`)
}

/** The words of a paragraph without its brackets, and where in it each of their signs stands. */
function lineOf(textblock: Node) {
  const starts: { readonly at: number; readonly offset: number }[] = []
  let text = ''
  textblock.forEach((child, offset) => {
    if (child.attrs['bracketId'] !== undefined) return
    starts.push({ at: text.length, offset })
    text += child.isText ? child.text : NO_TEXT
  })
  return {
    text,
    offset: (at: number): number => {
      const start = starts.findLast((piece) => piece.at <= at)
      return start ? start.offset + at - start.at : at
    },
  }
}
