import { useQueryClient } from '@tanstack/react-query'
import { redoDepth } from '@tiptap/pm/history'
import { useEffect, useMemo, useRef } from 'react'
import type { MouId } from '../../../shared/ids.ts'
import {
  isSettled,
  type SettledBracket,
  standsAgain,
  type TalkedAt,
} from '../../../shared/mou/settledBracket.ts'
import { inLanguage } from '../../../shared/values.ts'
import { recordChanged, useApi } from '../../api/ApiProvider.tsx'
import { useStorePart } from '../../api/store.ts'
import { useRead } from '../../api/useRead.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { useDraft } from './DraftContext.ts'

/** Where something was talked about; both null: outside of a meeting. */
export type TalkPlace = Pick<SettledBracket, 'meetingId' | 'itemId'>

/** What was said last of each memorandum: one sitting is mostly about one item. */
const lastPlaces = new Map<MouId, TalkPlace>()

export function lastPlace(mouId: MouId): TalkPlace {
  return lastPlaces.get(mouId) ?? { meetingId: null, itemId: null }
}

export function rememberPlace(mouId: MouId, place: TalkPlace): void {
  lastPlaces.set(mouId, place)
}

/** The meetings that the memorandum is linked to; none while they are not known. */
export function useTalkedAt(): readonly TalkedAt[] {
  const { mouId } = useDraft()
  const reading = useRead('bracket.meetings', { mouId })
  return reading.state === 'ready' ? reading.value : nowhere
}

const nowhere: readonly TalkedAt[] = []

/** Says a place in words: "3. Pertemuan Tahunan, 12 Mei 2025, Pendanaan"; '' outside of a meeting or where it is unknown. */
export function useTalkWords(): (place: TalkPlace) => string {
  const screen = useLanguage()
  const format = useFormat()
  const meetings = useTalkedAt()
  return useMemo(
    () =>
      ({ meetingId, itemId }) => {
        const meeting = meetings.find((one) => one.meetingId === meetingId)
        if (!meeting) return ''
        const item = meeting.items.find(({ id }) => id === itemId)
        return [
          inLanguage(meeting.name, screen),
          format.date(meeting.on, 'medium'),
          item && inLanguage(item.title, screen),
        ]
          .filter(Boolean)
          .join(', ')
      },
    [meetings, screen, format],
  )
}

/** A meeting or item that is linked no more is no place that something can be noted at. */
export function standingPlace({ meetingId, itemId }: TalkPlace, meetings: readonly TalkedAt[]): TalkPlace {
  const meeting = meetings.find((one) => one.meetingId === meetingId)
  const item = meeting?.items.find(({ id }) => id === itemId)
  return { meetingId: meeting?.meetingId ?? null, itemId: item?.id ?? null }
}

/**
 * Takes out notes of brackets that stand again by another way than undo, which does that itself, such as a version that
 * was brought back: otherwise a note would hold again as soon as the bracket goes in another way.
 */
function useVoided(settled: readonly SettledBracket[]): void {
  const { session, editor, canWrite, watch } = useDraft()
  const api = useApi()
  const queries = useQueryClient()
  useEffect(() => {
    const look = (): void => {
      const brackets = watch.structure.get()?.brackets ?? nothing
      if (!canWrite || editor.isDestroyed || redoDepth(editor.state) > 0) return
      for (const one of settled.filter((noted) => standsAgain(noted, brackets)))
        void api
          .call('bracket.unsettle', { textId: session.textId, bracketId: one.bracketId })
          .then((reply) => (reply.ok ? recordChanged(queries) : undefined))
    }
    look()
    return watch.structure.subscribe(look)
  }, [settled, watch, canWrite, editor, session, api, queries])
}

const nothing: readonly never[] = []

/** What was noted of brackets and holds in the text as it is now, the newest first. */
export function useSettledBrackets(): readonly SettledBracket[] {
  const { session, watch } = useDraft()
  const reading = useRead('bracket.settled', { textId: session.textId })
  const noted = reading.state === 'ready' ? reading.value : nothing
  useVoided(noted)
  const former = useRef<readonly SettledBracket[]>(nothing)
  return useStorePart(watch.structure, (structure) => {
    const now = structure ? noted.filter((one) => isSettled(one, structure.brackets)) : nothing
    // The same list stays the same while a text is written, so that what shows it is not drawn anew.
    const isSame =
      now.length === former.current.length && now.every((one, index) => one === former.current[index])
    if (!isSame) former.current = now
    return former.current
  })
}
