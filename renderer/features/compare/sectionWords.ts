import type { TFunction } from 'i18next'
import type { Section } from './rows.ts'

/** What a section is called beside its number: its heading, or its place. */
export function sectionName({ kind, heading, label }: Section, t: TFunction): string {
  if (kind === 'opening') return t('compare.opening')
  if (kind === 'closing') return t('compare.closing')
  return heading || label
}

/** The number of an article or a heading alone: 'Article 7 bis' as '7 bis', '2.' as '2'. */
export function sectionSign({ kind, label }: Section): string {
  if (kind === 'heading' && label !== '') return label
  return kind === 'article' ? (/[\d\u17e0-\u17e9].*$/u.exec(label)?.[0] ?? label) : '§'
}
