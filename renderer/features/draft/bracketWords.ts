import type { TFunction } from 'i18next'
import type { BracketKind, BracketState } from '../../../shared/mou/attribution.ts'
import { bracketStates } from '../../../shared/mou/attribution.ts'
import type { BracketDiagnosis } from '../../../shared/mou/brackets.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { TextBracket } from '../../../shared/text/textBrackets.ts'
import { isOpen } from '../../../shared/text/textBrackets.ts'
import type { Language } from '../../../shared/values.ts'
import type { MessageKey } from '../../i18n/words.ts'

export const bracketKindWords = {
  alternative: 'editor.bracketKind.alternative',
  addition: 'editor.bracketKind.addition',
  deletion: 'editor.bracketKind.deletion',
  clause: 'editor.bracketKind.clause',
  placeholder: 'editor.bracketKind.placeholder',
  unclassified: 'editor.bracketKind.unclassified',
} satisfies Record<BracketKind, MessageKey>

export const bracketStateWords = {
  open: 'editor.bracketState.open',
  reserve: 'editor.bracketState.reserve',
  agreedAdReferendum: 'editor.bracketState.agreedAdReferendum',
  agreed: 'editor.bracketState.agreed',
  withdrawn: 'editor.bracketState.withdrawn',
} satisfies Record<BracketState, MessageKey>

export const bracketFilters = ['unsettled', ...bracketStates, 'all'] as const
/** Which brackets are listed; what is agreed ad referendum still has to be settled. */
export type BracketFilter = (typeof bracketFilters)[number]

export function passes(bracket: TextBracket, filter: BracketFilter): boolean {
  if (filter === 'all') return true
  return filter === 'unsettled' ? isOpen(bracket) : bracket.state === filter
}

export type BracketGroup = { readonly id: string; readonly brackets: readonly TextBracket[] }

/** By the article they stand in, in reading order; '' outside of any. */
export function byArticle(brackets: readonly TextBracket[]): readonly BracketGroup[] {
  return grouped(brackets, ({ address }) => [address.article ?? ''])
}

/** By who holds or proposes them, '' where nobody signed; a wording of two sides stands under both. */
export function bySide(brackets: readonly TextBracket[], first: readonly string[]): readonly BracketGroup[] {
  const groups = grouped(brackets, ({ sides }) => (sides.length > 0 ? sides : ['']))
  const place = (id: string) => {
    const at = [...first, 'chair'].indexOf(id)
    return at >= 0 ? at : id === '' ? 1_000 : 500
  }
  return groups.toSorted((one, other) => place(one.id) - place(other.id))
}

function grouped(
  brackets: readonly TextBracket[],
  idsOf: (bracket: TextBracket) => readonly string[],
): readonly BracketGroup[] {
  const groups = new Map<string, TextBracket[]>()
  for (const bracket of brackets)
    for (const id of idsOf(bracket)) {
      const group = groups.get(id)
      if (group) group.push(bracket)
      else groups.set(id, [bracket])
    }
  return [...groups].map(([id, brackets]) => ({ id, brackets }))
}

/** Whether a list says the same of both, wherever they stand by now. */
export function looksSame(one: TextBracket, other: TextBracket): boolean {
  return (
    one.id === other.id &&
    one.kind === other.kind &&
    one.state === other.state &&
    one.depth === other.depth &&
    one.note === other.note &&
    one.since === other.since &&
    one.wording === other.wording &&
    one.address.label === other.address.label &&
    one.sides.join() === other.sides.join()
  )
}

/** The unsettled bracket behind a place, or the first again behind the last. */
export function nextBracket(brackets: readonly TextBracket[], from: number): TextBracket | null {
  const open = brackets.filter(isOpen)
  return open.find((bracket) => bracket.range.from > from) ?? open[0] ?? null
}

export function sideWords(side: string, language: Language, t: TFunction<'words'>): string {
  if (side === '') return t('draft.nobody')
  return side === 'chair' ? t('editor.chair') : countryOf(side).name[language]
}

/** What is wrong with a bracket, and why. */
export function reasonWords(diagnosis: BracketDiagnosis, t: TFunction<'words'>): string {
  switch (diagnosis.kind) {
    case 'unclosed':
      return t('draft.problem.unclosed', { word: diagnosis.before })
    case 'unopened':
      return t('draft.problem.unopened', { word: diagnosis.after })
    case 'crossed':
      return t('draft.problem.crossed')
    case 'tooDeep':
      return t('draft.problem.tooDeep')
    case 'unknownSide':
      return t('draft.problem.unknownSide', { side: diagnosis.side })
    case 'empty':
      return t('draft.problem.empty')
    case 'doubtful':
      return t('draft.problem.doubtful', { words: diagnosis.words })
    case 'fullWidth':
      return t('draft.problem.fullWidth')
    case 'curly':
      return t('draft.problem.curly')
  }
}
