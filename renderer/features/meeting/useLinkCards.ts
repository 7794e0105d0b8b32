import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionId, DecisionId, MouId } from '../../../shared/ids.ts'
import type { MeetingDossier } from '../../../shared/meeting/meeting.ts'
import type { NamedOutcome } from '../../../shared/meeting/namedOutcome.ts'
import { createStore, useStore } from '../../api/store.ts'
import { useRead } from '../../api/useRead.ts'
import type { RecordCard } from '../../editor/recordCards.ts'
import { mousIn, outcomeKey, outcomesIn } from '../../editor/recordViews.ts'
import type { TextSessions } from '../../editor/textSessions.ts'
import { useLanguage } from '../../i18n/words.ts'
import { articleCards } from './articleCards.ts'
import type { Layer } from './MeetingContext.ts'
import { outcomeCards } from './outcomeCards.ts'

type Cards = ReadonlyMap<string, RecordCard>

/** What became of the articles, decisions and actions that the open texts name in the line. */
export function useLinkCards(
  sessions: TextSessions | null,
  dossier: MeetingDossier,
  open: (layer: Layer) => void,
): Cards {
  const articles = useArticleCards(sessions)
  const outcomes = useOutcomeCards(sessions, dossier, open)
  return useMemo(() => new Map([...articles, ...outcomes]), [articles, outcomes])
}

/** What the open texts refer to by keys that begin with `prefix`, parted by spaces; the same while they do. */
function useKeysReferredTo(sessions: TextSessions | null, prefix: string): string {
  useStore(sessions?.turn ?? noTurn)
  const keys = (sessions?.all() ?? []).flatMap((session) => [...(session.placed.get() ?? [])])
  return [...new Set(keys.filter((key) => key.startsWith(prefix)))].toSorted().join(' ')
}

/** What became of the decisions and actions that the open texts name; nothing until that was read. */
function useOutcomeCards(
  sessions: TextSessions | null,
  { actions, formerActions, decisions }: MeetingDossier,
  open: (layer: Layer) => void,
): Cards {
  const { t } = useTranslation()
  const screen = useLanguage()
  const go = useNavigate()
  const keys = useKeysReferredTo(sessions, 'outcome:')
  const asked = useMemo(() => {
    const all = keys.split(' ')
    return {
      decisions: outcomesIn('decision', all)
        .flatMap((id) => DecisionId.safeParse(id).data ?? [])
        .slice(0, 200),
      actions: outcomesIn('action', all)
        .flatMap((id) => ActionId.safeParse(id).data ?? [])
        .slice(0, 200),
    }
  }, [keys])
  const read = useRead('outcome.named', asked, { ask: keys !== '' })
  // Until it is said what became of a new one, the others stay as they were.
  const [shown, setShown] = useState<Cards>(noCards)
  const cards = useMemo(() => {
    if (read.state !== 'ready') return null
    const here = new Set<string>([...actions, ...formerActions, ...decisions].map(({ id }) => id))
    const follow = ({ of, id, meetingId, itemId }: NamedOutcome) => {
      if (!here.has(id))
        return void go({
          to: '/meetings/$meetingId',
          params: { meetingId },
          search: { panel: 'decisions', ...(itemId && { item: itemId }) },
        })
      if (of === 'decision') open({ kind: 'decision', decisionId: id, itemId: null })
      else open({ kind: 'action', actionId: id, itemId: null })
    }
    const askedKeys = [
      ...asked.decisions.map((id) => outcomeKey('decision', id)),
      ...asked.actions.map((id) => outcomeKey('action', id)),
    ]
    return outcomeCards(askedKeys, read.value, screen, t, follow)
  }, [asked, read, screen, t, go, open, actions, formerActions, decisions])
  if (cards !== null && cards !== shown) setShown(cards)
  return cards ?? shown
}

/** What became of the articles of memoranda that the open texts refer to; nothing until that was read. */
function useArticleCards(sessions: TextSessions | null): Cards {
  const { t } = useTranslation()
  const keys = useKeysReferredTo(sessions, 'article:')
  const mouIds = useMemo(
    () => [...mousIn(keys.split(' '))].flatMap((id) => MouId.safeParse(id).data ?? []).slice(0, 50),
    [keys],
  )
  const read = useRead('mou.articles', { mouIds }, { ask: mouIds.length > 0, keep: true })
  return useMemo(
    () => (read.state === 'ready' ? articleCards(keys.split(' '), read.value, t) : new Map()),
    [keys, read, t],
  )
}

const noTurn = createStore(0)
const noCards: Cards = new Map()
