import type { AgendaItemId } from '../ids.ts'
import type { Action, AgendaItem, Decision } from './meeting.ts'

type Discussed = {
  readonly agenda: readonly AgendaItem[]
  readonly decisions: readonly Pick<Decision, 'itemId'>[]
  readonly actions: readonly Pick<Action, 'itemId'>[]
}

/**
 * The items of discussion of which the record knows nothing: no words in any language, no decision, no action. Closing
 * a meeting asks for each of them what became of it. Items that the record composes itself (opening, adoption,
 * review, actions, next meeting, closing), breaks and sections are never asked about.
 */
export function undiscussed(
  { agenda, decisions, actions }: Discussed,
  hasWords: (itemId: AgendaItemId) => boolean,
): readonly AgendaItem[] {
  const withOutcome = new Set([...decisions, ...actions].map(({ itemId }) => itemId))
  return agenda.filter(({ id, part }) => part === 'discussion' && !withOutcome.has(id) && !hasWords(id))
}

/** Whether a text, as ProseMirror JSON, says anything: a letter, a sign, or something of the record. */
export function saysSomething(doc: unknown): boolean {
  if (typeof doc !== 'object' || doc === null) return false
  const { type, text, content } = doc as { type?: unknown; text?: unknown; content?: unknown }
  if (typeof text === 'string') return text.trim() !== ''
  if (typeof type === 'string' && type.endsWith('Ref')) return true
  return Array.isArray(content) && content.some(saysSomething)
}
