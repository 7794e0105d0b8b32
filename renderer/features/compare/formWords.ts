import type { TFunction } from 'i18next'
import type { ChangeId, ComparedNode, Comparison, NodeForm } from '../../../shared/compare/comparison.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { formatNumber, languageName } from '../../i18n/format.ts'
import type { MessageKey } from '../../i18n/words.ts'
import { roleWords } from './changeWords.ts'

/** What of a block is another, in words: 'Blank lines ahead', '0', '1'. */
export type FormChange = { readonly what: string; readonly before: string; readonly after: string }

type Found = { readonly names: readonly string[]; readonly before: NodeForm; readonly after: NodeForm }

const known = new WeakMap<Comparison, ReadonlyMap<ChangeId, Found>>()

/** What a change of form consists of. Empty of what has no words here: brackets and the signs around numbers. */
export function formChanges(
  comparison: Comparison,
  change: ChangeId,
  t: TFunction,
  screen: ComposedLanguage,
): readonly FormChange[] {
  const found = foundIn(comparison).get(change)
  if (!found) return []
  const { names, before, after } = found
  return names.flatMap((name): readonly FormChange[] => {
    const what = attributeWords[name as keyof typeof attributeWords] as MessageKey | undefined
    if (what === undefined) return []
    return [
      { what: t(what), before: valueOf(name, before, t, screen), after: valueOf(name, after, t, screen) },
    ]
  })
}

/** The first place of each change of form; only lists ask for it, and mostly for few. */
function foundIn(comparison: Comparison): ReadonlyMap<ChangeId, Found> {
  const before = known.get(comparison)
  if (before) return before
  const found = new Map<ChangeId, Found>()
  const look = (node: ComparedNode): void => {
    if (node.kind === 'movedAway' || node.kind === 'regrouped') return
    const { before, after } = node
    if (before && after)
      for (const { change, names } of node.attributes)
        if (!found.has(change)) found.set(change, { names, before, after })
    if (node.kind === 'block') for (const child of node.content) look(child)
  }
  look(comparison.root)
  known.set(comparison, found)
  return found
}

function valueOf(name: string, { type, attrs }: NodeForm, t: TFunction, screen: ComposedLanguage): string {
  const value: unknown = name === 'type' ? type : attrs[name]
  if (name === 'type') return t(typeWords[type as keyof typeof typeWords] ?? 'compare.roles.body')
  if (name === 'role' && value === 'data') return t('compare.form.dataTable')
  if (name === 'role') return t(roleWords[value as keyof typeof roleWords] ?? 'compare.roles.body')
  if (name === 'lang' && typeof value === 'string') return languageName(value, screen)
  if (typeof value === 'number') return formatNumber(value, screen)
  if (value === '\n') return 'LF'
  if (value === '\r\n') return 'CR LF'
  return typeof value === 'string' && value !== '' ? value : '–'
}

const attributeWords = {
  type: 'compare.form.type',
  role: 'compare.form.role',
  lang: 'compare.form.lang',
  blankLinesBefore: 'compare.form.blankLinesBefore',
  level: 'compare.form.level',
  start: 'compare.form.start',
  align: 'compare.form.align',
  colspan: 'compare.form.colspan',
  rowspan: 'compare.form.rowspan',
  lineEnd: 'compare.form.lineEnd',
  finalLineEnds: 'compare.form.finalLineEnds',
} satisfies Record<string, MessageKey>

const typeWords = {
  paragraph: 'compare.roles.body',
  article: 'compare.form.article',
  articleHeading: 'compare.roles.heading',
  division: 'compare.roles.heading',
  numberedParagraph: 'compare.form.numberedParagraph',
  letter: 'compare.form.letter',
  bulletList: 'compare.form.bulletList',
  orderedList: 'compare.form.orderedList',
  tableCell: 'compare.form.tableCell',
  tableHeader: 'compare.form.tableHeader',
} satisfies Record<string, MessageKey>
