import type { ChangeId, ComparedNode, NodeForm, Presence, Regrouped } from '../../compare/comparison.ts'
import { Language } from '../../values.ts'
import { type DraftShape, type Fate, isInBase, isInTarget } from './draftLines.ts'

/** From where the tree is looked at: both texts as one, a move at its old or new place, or one text alone. */
export type View = 'merged' | 'leaving' | 'arriving' | 'base' | 'target'

/**
 * What a node or piece is in a view, by the texts that it is in; null: it is not there. What moved leaves whole, with the
 * words that go out of it, as Word itself marks it: LibreOffice 7.4 takes back marks of two kinds one by one, and the
 * paragraph behind them would get the look of the first.
 */
export const fates: Readonly<Record<View, Readonly<Record<Presence, Fate | null>>>> = {
  merged: { both: 'stays', base: 'goes', target: 'comes' },
  leaving: { both: 'leaves', base: 'leaves', target: null },
  arriving: { both: 'arrives', base: null, target: 'comes' },
  base: { both: 'goes', base: 'goes', target: null },
  target: { both: 'comes', base: null, target: 'comes' },
}

/** What is around a node on the way down the tree. */
export type Around = {
  readonly view: View
  readonly depth: number // of lists
  readonly language: Language
  readonly align: DraftShape['align']
  readonly change: ChangeId | null // the move that it is part of
}

/** A node that can have moved. */
export type Moved = Exclude<ComparedNode, Regrouped | { readonly kind: 'movedAway' }>

/** How a node is in each of the texts; null: it is not there. */
export type Forms = { readonly before: NodeForm | null; readonly after: NodeForm | null }

/** Whether this is the new place of something that moved. */
export function isMoved(node: Moved): boolean {
  return node.change !== null && node.before !== null && node.after !== null
}

/** The fate of a node that is there: one that moved has arrived, or is leaving. */
export function fateOf(node: Moved, { view }: Around): Fate {
  const fate = fates[view][isMoved(node) ? 'both' : node.in]
  if (fate === null) throw new Error('What is not in the view has no fate')
  return fate
}

/** Of both forms those whose text a line of that fate stands in. */
export function sidesIn({ before, after }: Forms, fate: Fate): Forms {
  return { before: isInBase(fate) ? before : null, after: isInTarget(fate) ? after : null }
}

/** The form of a node in a view; of two forms that of the target, unless only the base is looked at. */
export function formIn({ before, after }: Forms, view: View): NodeForm {
  const form = view === 'base' || view === 'leaving' ? (before ?? after) : (after ?? before)
  if (!form) throw new Error('A node stands in one of the texts')
  return form
}

/** The language of a node: its own, else that around it. */
export function spokenIn(node: Forms, { view, language }: Around): Language {
  return languageOf(formIn(node, view).attrs['lang']) ?? language
}

/** The language of the record that a tag names; null: none of them. */
export function languageOf(tag: unknown): Language | null {
  const primary = typeof tag === 'string' ? tag.split('-')[0] : undefined
  return Language.safeParse(primary).data ?? null
}
