import type { Node } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import type { ClauseName, FoundLink } from './clauseLinks.ts'
import { clauseNames, linksIn, linkWords } from './clauseLinks.ts'
import { labelChanges } from './clauseNumbering.ts'

/**
 * Puts the labels that the scheme counts in order, and then the words of cross-references. `tr` is changed.
 *
 * `before` is the text as it was ahead of an edit: a cross-reference that showed its clause rightly there follows it;
 * one whose words somebody has just changed keeps them and its link, as written. Without `before` every
 * cross-reference that is not as written shows its clause. A broken one keeps its words.
 */
export function renumber(tr: Transaction, before: Node | null = null): Transaction {
  for (const { pos, attrs } of labelChanges(tr.doc))
    for (const [name, value] of Object.entries(attrs)) tr.setNodeAttribute(pos, name, value)

  const links = linksIn(tr.doc).filter(({ form, broken }) => form !== 'asWritten' && !broken)
  if (links.length === 0) return tr
  const names = clauseNames(tr.doc)
  const former = before && clauseNames(before)
  for (const link of links.toReversed()) {
    const words = wordsBy(names, link)
    if (words === link.words) continue
    if (former && wordsBy(former, link) !== link.words) {
      const asWritten = link.mark.type.create({ ...link.mark.attrs, form: 'asWritten' })
      tr.removeMark(link.from, link.to, link.mark).addMark(link.from, link.to, asWritten)
    } else if (words !== null) {
      const marks = tr.doc.nodeAt(link.from)?.marks ?? []
      tr.replaceWith(link.from, link.to, tr.doc.type.schema.text(words, marks))
    }
  }
  return tr
}

function wordsBy(names: ReadonlyMap<string, ClauseName>, { target, form }: FoundLink): string | null {
  const name = names.get(target)
  return name && form !== 'asWritten' ? linkWords(name, form) : null
}

/**
 * Keeps numbers and cross-references in order while a text is written. What is undone comes back as it was: undoing
 * an edit takes back the numbers that it changed too.
 */
export function numberingPlugin(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, state) => {
      if (!transactions.some(({ docChanged }) => docChanged)) return null
      if (transactions.some((transaction) => transaction.getMeta('history$') !== undefined)) return null
      const tr = renumber(state.tr, before.doc)
      return tr.docChanged ? tr : null
    },
  })
}
