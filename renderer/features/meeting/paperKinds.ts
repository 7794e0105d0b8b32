import type { AgendaItemId } from '../../../shared/ids.ts'
import type { Paper } from '../../../shared/meeting/papers/paper.ts'
import type { Side } from '../../../shared/values.ts'
import type { MessageKey } from '../../i18n/words.ts'

/** What leaves a meeting, in the order in which it is offered: the minutes, and what goes beside them. */
export const paperKinds = ['minutes', 'agenda', 'excerpt', 'actions', 'internalReport'] as const
export type PaperKind = (typeof paperKinds)[number]

/** A paper that was chosen; minutes in the original that a side keeps. */
export type ChosenPaper = { readonly kind: 'minutes'; readonly keptBy: Side } | Paper

export const paperWords = {
  minutes: { name: 'papers.kinds.minutes', hint: 'papers.hints.minutes' },
  agenda: { name: 'papers.kinds.agenda', hint: 'papers.hints.agenda' },
  excerpt: { name: 'papers.kinds.excerpt', hint: 'papers.hints.excerpt' },
  actions: { name: 'papers.kinds.actions', hint: 'papers.hints.actions' },
  internalReport: { name: 'papers.kinds.internalReport', hint: 'papers.hints.internalReport' },
} satisfies Record<PaperKind, { readonly name: MessageKey; readonly hint: MessageKey }>

/** The paper of a kind; null: an excerpt of an item that is still to be chosen. */
export function chosenPaper(kind: PaperKind, keptBy: Side, itemId: AgendaItemId | null): ChosenPaper | null {
  if (kind === 'minutes') return { kind, keptBy }
  if (kind !== 'excerpt') return { kind }
  return itemId === null ? null : { kind, itemId }
}
