import { useEffect, useRef } from 'react'
import { writtenNumber } from '../../../shared/meeting/meeting.ts'
import type { ComposedLanguage } from '../../../shared/values.ts'
import { useStore } from '../../api/store.ts'
import { appendReference, insertReference, removeReferences } from '../../editor/commands.ts'
import { notices } from '../../shell/notices.ts'
import { useMeeting } from './MeetingContext.ts'
import {
  type CitedFigure,
  citedFigures,
  type Difference,
  differencesOf,
  type OpenTexts,
  type Placement,
  placementOf,
} from './placement.ts'
import type { TextSessions } from '../../editor/textSessions.ts'

/** Where decisions and actions stand in the texts, as far as the texts are open. */
export function usePlacement(): Placement {
  const { dossier, sessions } = useMeeting()
  useStore(sessions.turn)
  return placementOf(dossier, openTexts(sessions))
}

/** The figures that the texts of the meeting cite: as they stand in the editors, and until those are open as saved. */
export function useCitedFigures(): readonly CitedFigure[] {
  const { dossier, sessions, savedFigures } = useMeeting()
  useStore(sessions.turn)
  return citedFigures(dossier, openTexts(sessions), savedFigures)
}

/** What the texts of one language alone say; nothing is known of texts that are not open. */
export function useDifferences(): readonly Difference[] {
  const { dossier } = useMeeting()
  return differencesOf(dossier, usePlacement(), useCitedFigures())
}

function openTexts(sessions: TextSessions): OpenTexts {
  return new Map(
    sessions.all().flatMap(({ textId, placed }) => {
      const now = placed.get()
      return now ? [[textId, now] as const] : []
    }),
  )
}

/**
 * Puts a decision or an action into the text of its item: at the cursor if it is there and `where` does not say
 * otherwise, else at the end.
 */
export function usePlace() {
  const { dossier, sessions, language: shown } = useMeeting()

  return function place(
    kind: 'decision' | 'action',
    recordId: string,
    itemId: string | null,
    language: ComposedLanguage = shown,
    where: 'cursor' | 'end' = 'cursor',
  ): boolean {
    const type = kind === 'decision' ? 'decisionRef' : 'actionRef'
    const active = sessions.active.get()
    const ofItem = dossier.texts.find((text) => text.itemId === itemId && text.language === language)
    const isHere =
      where === 'cursor' &&
      active?.language === language &&
      (ofItem === undefined || ofItem.textId === active.textId)
    const session = isHere ? active : ofItem && sessions.of(ofItem.textId, language)
    if (!session) {
      notices.say((t) => t('meeting.noPlace'), null)
      return false
    }
    const command = isHere ? insertReference(type, recordId) : appendReference(type, recordId)
    const done = session.apply(command)
    if (!done) notices.say((t) => t('meeting.cannotPlace'), null)
    return done
  }
}

/** Takes a decision, an action or a figure out of all texts that are open, as before it is removed from the record. */
export function useUnplace() {
  const { sessions } = useMeeting()
  return async function unplace(recordId: string): Promise<boolean> {
    for (const session of sessions.all()) session.apply(removeReferences(recordId))
    return await sessions.flush()
  }
}

/** Says when a decision or an action was taken out of the text: it stays in the record, without a place. */
export function useUnplacedNotice(): void {
  const { dossier, sessions } = useMeeting()
  useStore(sessions.turn)
  const before = useRef<ReadonlySet<string>>(new Set())
  const now = new Set<string>()
  for (const session of sessions.all())
    for (const id of session.placed.get() ?? []) now.add(`${session.language}:${id}`)
  const key = [...now].join(' ')

  useEffect(() => {
    const gone = [...before.current].filter((one) => !key.includes(one))
    before.current = new Set(key === '' ? [] : key.split(' '))
    const id = gone[0]?.slice(3)
    const decision = dossier.decisions.find((one) => one.id === id)
    const action = dossier.actions.find((one) => one.id === id)
    const record = decision ?? action
    if (!record) return
    const number = writtenNumber(record.number)
    notices.say((t) => {
      const name = decision ? t('meeting.decisionNumber', { number }) : t('meeting.actionNumber', { number })
      return t('meeting.unplacedNow', { name })
    }, null)
  }, [key, dossier])
}

/** Opens the texts that nobody looks at, one after the other when nothing else is to do. */
export function useOpenAllTexts(): void {
  const { dossier, sessions } = useMeeting()
  const { texts, meeting } = dossier
  useEffect(() => {
    let idle = 0
    const waiting = texts.filter(({ language }) => meeting.languages.includes(language))
    const openNext = () => {
      const next = waiting.shift()
      if (!next) return
      sessions.of(next.textId, next.language)
      idle = requestIdleCallback(openNext, { timeout: 2_000 })
    }
    const timer = setTimeout(openNext, 2_000)
    return () => {
      clearTimeout(timer)
      cancelIdleCallback(idle)
    }
  }, [texts, meeting.languages, sessions])
}
