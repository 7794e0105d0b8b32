import type { TFunction } from 'i18next'
import type { NamedOutcome } from '../../../shared/meeting/namedOutcome.ts'
import { type ComposedLanguage, inLanguage } from '../../../shared/values.ts'
import type { RecordCard } from '../../editor/recordCards.ts'
import { outcomeKey, outcomesIn } from '../../editor/recordViews.ts'

/**
 * What became of the decisions and actions that texts name (`keys`, as `outcomeKey` makes them): what they say, that an
 * action was withdrawn, or that one is removed. `named`: those that are still there; `follow` leads to one.
 */
export function outcomeCards(
  keys: readonly string[],
  named: readonly NamedOutcome[],
  screen: ComposedLanguage,
  t: TFunction,
  follow: (outcome: NamedOutcome) => void,
): ReadonlyMap<string, RecordCard> {
  const known = new Map(named.map((one) => [outcomeKey(one.of, one.id), one]))
  const cards = new Map<string, RecordCard>()
  for (const of of ['decision', 'action'] as const)
    for (const id of outcomesIn(of, keys)) {
      const key = outcomeKey(of, id)
      const one = known.get(key)
      const common = { kind: 'outcome' as const, aside: '', language: null, edit: '' }
      if (!one) {
        const heading = t(of === 'decision' ? 'meeting.decision' : 'meeting.action')
        const warning = t(of === 'decision' ? 'meeting.decisionGone' : 'meeting.actionGone')
        cards.set(key, { ...common, heading, words: '', warning })
        continue
      }
      const { number, words, state } = one
      const name = t(of === 'decision' ? 'meeting.decisionNumber' : 'meeting.actionNumber', { number })
      cards.set(key, {
        ...common,
        heading: `${name}: ${inLanguage(words, screen)}`,
        words: number,
        follow: () => follow(one),
        ...(state === 'withdrawn' && { warning: t('meeting.actionWithdrawn') }),
      })
    }
  return cards
}
