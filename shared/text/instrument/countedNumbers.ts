import type { Node } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { Transform } from '@tiptap/pm/transform'
import { labelChanges, numberingOf } from './clauseNumbering.ts'
import { numberAll } from './numberCommands.ts'

/**
 * Has the scheme count every clause of which the number is what the count comes to; '7 bis', numbers that skip and
 * those that look otherwise stay as typed. Not a letter of the text changes, only what happens to numbers from then on.
 */
export function countNumbers(): Command {
  return (state, dispatch) => {
    const { keeping, countable } = countableNumbers(state.doc)
    return countable > 0 && numberAll(keeping)(state, dispatch)
  }
}

type Countable = {
  /** The clauses whose number has to stay as typed, by their ids. */
  readonly keeping: ReadonlySet<string>
  readonly countable: number // clauses that are numbered as typed and could be counted
}

/** Which numbers of a text, typed as they are, the scheme would count to the same. */
export function countableNumbers(doc: Node): Countable {
  const typed = new Map<number, string>() // by the places of clauses
  doc.descendants((node, pos) => {
    const { numbered, blockId } = node.attrs
    if (numbered === 'asTyped' && typeof blockId === 'string') typed.set(pos, blockId)
    return !node.isTextblock
  })
  const keeping = new Set<string>()
  if (typed.size === 0) return { keeping, countable: 0 }
  const scheme = numberingOf(doc)
  const tr = new Transform(doc)
  for (const pos of typed.keys()) tr.setNodeAttribute(pos, 'numbered', 'byScheme')
  // The first that comes out otherwise is where the count goes wrong; those behind it count on from it.
  for (;;) {
    const wrong = labelChanges(tr.doc, scheme).find(({ pos }) => typed.has(pos))
    if (!wrong) break
    keeping.add(typed.get(wrong.pos) ?? '')
    typed.delete(wrong.pos)
    tr.setNodeAttribute(wrong.pos, 'numbered', 'asTyped')
  }
  return { keeping, countable: typed.size }
}
