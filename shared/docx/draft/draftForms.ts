import type { NodeForm } from '../../compare/comparison.ts'
import { listStyles } from '../../meeting/listMarkers.ts'
import type { ParagraphRole } from '../../text/extensions.ts'
import type { DraftLabel, DraftList, DraftStyle } from './draftLines.ts'

/** The id that a text gives its block; null: none. */
export function idOf({ attrs }: NodeForm): string | null {
  const id: unknown = attrs['blockId']
  return typeof id === 'string' ? id : null
}

/** The label of a clause, if it is the same wherever its line stands. */
export function labelIn(before: NodeForm | null, after: NodeForm | null): DraftLabel | null {
  const form = after ?? before
  if (!form || (before && after && labelOf(before) !== labelOf(after))) return null
  const text = (name: string) => String(form.attrs[name] ?? '')
  const number = text('number')
  switch (form.type) {
    case 'article':
      return { kind: 'article', before: text('word') + text('gap'), number, after: '' }
    case 'numberedParagraph':
    case 'letter': {
      const kind = form.type === 'letter' ? 'letter' : 'paragraph'
      return { kind, before: text('before').trimStart(), number, after: text('after').trimEnd() }
    }
    default:
      return null
  }
}

/** The label as it stands in its line, with the tab behind it; '' of what has none. */
export function labelOf({ type, attrs }: NodeForm): string {
  const text = (name: string) => String(attrs[name] ?? '')
  if (type === 'article') return `${text('word')}${text('gap')}${text('number')}`
  if (type === 'division') return `${text('before')}${text('number')}${text('after')}`
  if (type !== 'numberedParagraph' && type !== 'letter') return ''
  return `${`${text('before')}${text('number')}${text('after')}`.trim()}\t`
}

const stylesOfRoles: Readonly<Record<ParagraphRole, DraftStyle>> = {
  body: 'text',
  cover: 'cover',
  title: 'title',
  opening: 'text',
  recital: 'text',
  agreed: 'agreed',
  heading: 'heading',
  definition: 'text',
  testimonium: 'text',
  signatures: 'signatures',
}

/** The style of the paragraph in a word processor. */
export function styleOf({ type, attrs }: NodeForm): DraftStyle {
  if (type === 'article') return 'articleNumber'
  if (type === 'articleHeading') return 'articleHeading'
  if (type === 'numberedParagraph') return 'paragraph'
  if (type === 'letter') return 'letter'
  if (type === 'division') return 'heading'
  return stylesOfRoles[attrs['role'] as ParagraphRole] ?? 'text'
}

/** How deep a letter stands among letters, from 1; 0 of anything else. */
export function levelOf({ type, attrs }: NodeForm): number {
  return type === 'letter' ? Number(attrs['level'] ?? 1) : 0
}

/** How a list counts; what says nothing counts in figures from 1. */
export function listOf({ type, attrs }: NodeForm): DraftList {
  if (type === 'bulletList') return { style: 'bullet', start: 1 }
  return {
    style: listStyles.find((style) => style === attrs['type']) ?? '1',
    start: Number(attrs['start'] ?? 1),
  }
}

/** Whether two lists count alike. */
export function areSameLists(one: NodeForm, other: NodeForm): boolean {
  const [a, b] = [listOf(one), listOf(other)]
  return a.style === b.style && a.start === b.start
}
