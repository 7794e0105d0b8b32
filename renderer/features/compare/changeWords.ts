import type { TFunction } from 'i18next'
import type { LucideIcon } from 'lucide-react'
import { Diff, Hash, Merge, Minus, MoveVertical, Pilcrow, Plus, Split } from 'lucide-react'
import type { ChangeKind, ClauseAddress, Layer } from '../../../shared/compare/comparison.ts'
import type { ParagraphRole } from '../../../shared/text/extensions.ts'
import type { MessageKey } from '../../i18n/words.ts'

export const layerWords = {
  substance: 'compare.layers.substance',
  moved: 'compare.layers.moved',
  renumbering: 'compare.layers.renumbering',
  systematic: 'compare.layers.systematic',
  alternat: 'compare.layers.alternat',
  typographic: 'compare.layers.typographic',
  formatting: 'compare.layers.formatting',
  brackets: 'compare.layers.brackets',
  cover: 'compare.layers.cover',
} satisfies Record<Layer, MessageKey>

export const kindWords = {
  insertion: 'compare.kinds.insertion',
  deletion: 'compare.kinds.deletion',
  replacement: 'compare.kinds.replacement',
  move: 'compare.kinds.move',
  renumbering: 'compare.kinds.renumbering',
  attributes: 'compare.kinds.attributes',
  marks: 'compare.kinds.marks',
  split: 'compare.kinds.split',
  join: 'compare.kinds.join',
} satisfies Record<ChangeKind, MessageKey>

/** The sign of each kind, which says it without colour. */
export const kindIcons: Readonly<Record<ChangeKind, LucideIcon>> = {
  insertion: Plus,
  deletion: Minus,
  replacement: Diff,
  move: MoveVertical,
  renumbering: Hash,
  attributes: Pilcrow,
  marks: Pilcrow,
  split: Split,
  join: Merge,
}

export const roleWords = {
  body: 'compare.roles.body',
  cover: 'compare.roles.cover',
  title: 'compare.roles.title',
  opening: 'compare.roles.opening',
  recital: 'compare.roles.recital',
  agreed: 'compare.roles.agreed',
  heading: 'compare.roles.heading',
  definition: 'compare.roles.definition',
  testimonium: 'compare.roles.testimonium',
  signatures: 'compare.roles.signatures',
} satisfies Record<ParagraphRole, MessageKey>

/**
 * Where something stands, as people say it: "Article 3 (2)"; outside of clauses what kind of paragraph it is. In a table
 * its row too: several stand in one clause.
 */
export function placeWords(at: ClauseAddress | null, t: TFunction): string {
  if (at === null) return ''
  if (at.cell === null) return at.label || t(roleWords[at.role])
  return [at.label, t('compare.inTable', { row: at.cell.row })].filter(Boolean).join(' · ')
}
