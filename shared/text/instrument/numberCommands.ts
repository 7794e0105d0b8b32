import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import type { Command, Transaction } from '@tiptap/pm/state'
import type { NumberingScheme } from '../../mou/numberingScheme.ts'
import type { LinkForm } from '../clauseNodes.ts'
import { clauseNames, linkWords } from './clauseLinks.ts'
import { renumber } from './renumber.ts'

/** A number as somebody may type it: '7 bis', '3.1', 'XII'. */
const NUMBER = /^[^\n\r]{1,24}$/u

/**
 * Keeps the number of a clause as typed, whatever the scheme counts: '7 bis', one that skips, one of the other side.
 * What follows counts on from it.
 */
export function fixNumber(blockId: string, number: string): Command {
  return onClause(blockId, (tr, pos) => {
    if (!NUMBER.test(number)) return false
    tr.setNodeAttribute(pos, 'numbered', 'asTyped').setNodeAttribute(pos, 'number', number)
    return true
  })
}

/** Has the scheme count a clause again. */
export function freeNumber(blockId: string): Command {
  return onClause(blockId, (tr, pos) => {
    tr.setNodeAttribute(pos, 'numbered', 'byScheme')
    return true
  })
}

/** Has the scheme count every clause of the text; of those whose number is kept on purpose the ids are given. */
export function numberAll(keeping: ReadonlySet<string> = new Set()): Command {
  return (state, dispatch) => {
    const { tr } = state
    state.doc.descendants((node, pos) => {
      if (node.attrs['numbered'] === 'asTyped' && !keeping.has(String(node.attrs['blockId'])))
        tr.setNodeAttribute(pos, 'numbered', 'byScheme')
      return !node.isTextblock
    })
    renumber(tr, state.doc)
    if (!tr.docChanged) return false
    dispatch?.(closeHistory(tr))
    return true
  }
}

/** Gives the text a numbering scheme of its own; null: the usual one of its language. */
export function setNumbering(scheme: NumberingScheme | null): Command {
  return (state, dispatch) => {
    const tr = renumber(state.tr.setDocAttribute('numbering', scheme), state.doc)
    dispatch?.(closeHistory(tr))
    return true
  }
}

/**
 * Puts a cross-reference to a clause where the cursor is, or makes one of the selected words: as written these stay,
 * in any other form the number of the clause stands for them. Refused where the clause has no label to show.
 */
export function insertCrossReference(target: string, form: LinkForm): Command {
  return (state, dispatch) => {
    const { schema, selection, doc } = state
    const { $from, $to, empty } = selection
    const name = clauseNames(doc).get(target)
    const type = schema.marks['clauseLink']
    if (!name || !type || !$from.parent.isTextblock || !$from.sameParent($to)) return false
    const mark = type.create({ target, form })
    const { tr } = state
    if (form === 'asWritten') {
      if (empty) return false
      tr.addMark($from.pos, $to.pos, mark)
    } else {
      if (!isWords($from.parent.cut($from.parentOffset, $to.parentOffset))) return false
      const marks = mark.addToSet(state.storedMarks ?? $from.marks())
      tr.replaceWith($from.pos, $to.pos, schema.text(linkWords(name, form), marks))
      tr.removeStoredMark(type)
    }
    dispatch?.(closeHistory(tr.scrollIntoView()))
    return true
  }
}

/** Nothing but text, so that no bracket loses its partner. */
function isWords(line: Node): boolean {
  return line.children.every(({ isText }) => isText)
}

function onClause(blockId: string, change: (tr: Transaction, pos: number) => boolean): Command {
  return (state, dispatch) => {
    const { tr } = state
    let isDone = false
    state.doc.descendants((node, pos) => {
      if (!isDone && node.attrs['blockId'] === blockId && node.attrs['numbered'] !== undefined)
        isDone = change(tr, pos)
      return !isDone && !node.isTextblock
    })
    if (!isDone) return false
    dispatch?.(closeHistory(renumber(tr, state.doc)))
    return true
  }
}
