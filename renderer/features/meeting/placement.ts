import type { TextId } from '../../../shared/ids.ts'
import type { Figure, MeetingDossier } from '../../../shared/meeting/meeting.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'

/** The texts that are open, and for each the ids of what it refers to. */
export type OpenTexts = ReadonlyMap<TextId, ReadonlySet<string>>

/** What stands on an item of the agenda and is not said in the minutes of a language. */
export type Unsaid = {
  readonly kind: 'decision' | 'action'
  readonly id: string
  readonly itemId: string | null
}

export type Placement = {
  /** The languages in whose minutes a decision or an action is not said yet; empty while the texts are opening. */
  readonly missing: (recordId: string) => readonly ComposedLanguage[]
  /** Decisions, then actions, each by number. */
  readonly unsaid: (language: ComposedLanguage) => readonly Unsaid[]
}

type Placed = Pick<MeetingDossier, 'meeting' | 'agenda' | 'texts' | 'decisions' | 'actions'>

/**
 * Where decisions and actions stand. The table of actions that the record composes says every action; one that the
 * text of its item says too, in one language, is to be said there in the other as well.
 */
export function placementOf(dossier: Placed, open: OpenTexts): Placement {
  const { meeting, agenda, texts, decisions, actions } = dossier
  const table = agenda.find(({ part, composition }) => part === 'actions' && composition === 'composed')
  const inTable = new Map(table ? actions.map(({ id, itemId }) => [id as string, itemId] as const) : [])
  const byLanguage = meeting.languages.map((language) => {
    const sets = texts.filter((text) => text.language === language).map(({ textId }) => open.get(textId))
    return { language, sets, isKnown: sets.every((set) => set !== undefined) }
  })
  /** The languages in which the text of its item does not say an action, where that in another language does. */
  const unequal = (recordId: string, itemId: string | null): readonly ComposedLanguage[] => {
    const ofItem = texts.filter((text) => text.itemId === itemId && meeting.languages.includes(text.language))
    const says = ({ textId }: (typeof ofItem)[number]) => open.get(textId)?.has(recordId)
    if (itemId === table?.id || !ofItem.some(says)) return []
    return ofItem.filter((text) => says(text) === false).map(({ language }) => language)
  }
  const missing = (recordId: string): readonly ComposedLanguage[] => {
    const itemId = inTable.get(recordId)
    if (itemId !== undefined) return unequal(recordId, itemId)
    return byLanguage
      .filter(({ sets, isKnown }) => isKnown && !sets.some((set) => set?.has(recordId)))
      .map(({ language }) => language)
  }
  return {
    missing,
    unsaid: (language) =>
      [
        ...decisions.map(({ id, itemId }) => ({ kind: 'decision' as const, id, itemId })),
        ...actions.map(({ id, itemId }) => ({ kind: 'action' as const, id, itemId })),
      ].filter(({ id, itemId }) => itemId !== null && missing(id).includes(language)),
  }
}

/** What the minutes of one language alone say, though there are two. */
export type Difference = {
  readonly kind: 'decision' | 'action' | 'figure'
  readonly id: string
  readonly onlyIn: ComposedLanguage
}

/** What differs between the languages, as the panels show it: decisions, actions, figures. */
export function differencesOf(
  { meeting, decisions, actions }: Placed,
  { missing }: Placement,
  cited: readonly CitedFigure[],
): readonly Difference[] {
  const unequal = (kind: 'decision' | 'action', { id }: { readonly id: string }): readonly Difference[] => {
    const without = missing(id)
    const [onlyIn] = meeting.languages.filter((language) => !without.includes(language))
    return without.length === 0 || onlyIn === undefined ? [] : [{ kind, id, onlyIn }]
  }
  return [
    ...decisions.flatMap((one) => unequal('decision', one)),
    ...actions.flatMap((one) => unequal('action', one)),
    ...cited.flatMap(({ figure: { id }, onlyIn }) =>
      onlyIn === null ? [] : [{ kind: 'figure' as const, id, onlyIn }],
    ),
  ]
}

/** A figure that the minutes cite; `onlyIn`: the texts of one language alone, though there are two. */
export type CitedFigure = { readonly figure: Figure; readonly onlyIn: ComposedLanguage | null }

/**
 * The figures that texts of the meeting cite. While some are not open, those that `saved` names count as cited too,
 * and nothing is said of languages.
 */
export function citedFigures(
  { meeting, texts, figures }: Pick<MeetingDossier, 'meeting' | 'texts' | 'figures'>,
  open: OpenTexts,
  saved: ReadonlySet<string>,
): readonly CitedFigure[] {
  const { languages } = meeting
  const ofMinutes = texts.filter(({ language }) => languages.includes(language))
  const allOpen = ofMinutes.every(({ textId }) => open.has(textId))
  return figures.flatMap((figure): readonly CitedFigure[] => {
    const citing = languages.filter((language) =>
      ofMinutes.some((text) => text.language === language && open.get(text.textId)?.has(figure.id)),
    )
    if (citing.length === 0 && (allOpen || !saved.has(figure.id))) return []
    const [only = null] = citing
    return [{ figure, onlyIn: allOpen && citing.length < languages.length ? only : null }]
  })
}
