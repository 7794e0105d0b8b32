import type { Command } from '@tiptap/pm/state'
import type { ParagraphRole } from '../../../shared/text/extensions.ts'
import type { ClauseKind } from '../../../shared/text/instrument/clauseKinds.ts'
import { makeClause } from '../../../shared/text/instrument/levelCommands.ts'
import { makeParagraph } from '../../../shared/text/instrument/roleCommands.ts'
import type { MessageKey } from '../../i18n/words.ts'

/** What a line of an instrument can be, as it is chosen in the bar. */
export const lineKinds = [
  'article',
  'numberedParagraph',
  'letter',
  'body',
  'definition',
  'chapter',
  'annex',
  'cover',
  'title',
  'opening',
  'recital',
  'agreed',
  'heading',
  'testimonium',
  'signatures',
] as const satisfies readonly (ClauseKind | ParagraphRole)[]
export type LineChoiceKind = (typeof lineKinds)[number]

export const lineKindWords = {
  article: 'draft.kind.article',
  numberedParagraph: 'draft.kind.numberedParagraph',
  letter: 'draft.kind.letter',
  body: 'draft.kind.body',
  definition: 'draft.kind.definition',
  chapter: 'draft.kind.chapter',
  annex: 'draft.kind.annex',
  cover: 'draft.kind.cover',
  title: 'draft.kind.title',
  opening: 'draft.kind.opening',
  recital: 'draft.kind.recital',
  agreed: 'draft.kind.agreed',
  heading: 'draft.kind.heading',
  testimonium: 'draft.kind.testimonium',
  signatures: 'draft.kind.signatures',
} satisfies Record<LineChoiceKind, MessageKey>

const clauses: ReadonlySet<LineChoiceKind> = new Set<LineChoiceKind>([
  'article',
  'numberedParagraph',
  'letter',
  'chapter',
  'annex',
])

export function isClauseKind(kind: LineChoiceKind): kind is Exclude<ClauseKind, 'body'> {
  return clauses.has(kind)
}

/** Makes the selected lines into a kind. */
export function makeLine(kind: LineChoiceKind, newId: () => string): Command {
  return isClauseKind(kind) ? makeClause(kind, newId) : makeParagraph(kind, newId)
}
