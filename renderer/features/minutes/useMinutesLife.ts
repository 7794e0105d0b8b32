import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { writtenRecordText } from '../../../shared/compare/comparedText.ts'
import { isCalledOff } from '../../../shared/meeting/meetingStatus.ts'
import {
  type Agreement,
  type MinutesHash,
  type MinutesLife,
  minutesStage,
  ofVersion,
  openCorrections,
} from '../../../shared/meeting/minutesLife.ts'
import type { Side } from '../../../shared/values.ts'
import { useMeeting } from '../meeting/MeetingContext.ts'

/** How far the minutes of the meeting are, and what can be done with them now. */
export function useMinutesLife() {
  const { dossier } = useMeeting()
  const { meeting, relationship, minutes, lastMeetingId } = dossier
  return useMemo(() => {
    const sides = [relationship.ownSide, relationship.otherSide]
    const present = ofVersion(minutes)
    const isLocked = minutes.sealed !== null
    const calledOff = isCalledOff(meeting.status)
    const wasSent = present.circulations.length > 0
    return {
      life: minutes,
      stage: minutesStage(minutes),
      sides,
      present,
      open: openCorrections(minutes),
      isLocked,
      calledOff,
      can: {
        circulate: !calledOff,
        correct: !calledOff && !isLocked && wasSent,
        agree: !calledOff && !isLocked && wasSent && meeting.status !== 'planned',
        sign: isLocked && sides.some((side) => !present.signatures.some((one) => one.side === side)),
        reopen: isLocked,
        confirm: !calledOff && !isLocked && lastMeetingId !== null,
      },
    }
  }, [meeting.status, relationship, minutes, lastMeetingId])
}

/** The day on which the last side agreed to what is sealed; null while nothing is. */
export function agreedOn({ sealed, agreements }: Pick<MinutesLife, 'sealed' | 'agreements'>): string | null {
  const days = agreements.filter(({ hash }) => hash === sealed).map((one) => one.agreedOn)
  return days.toSorted().at(-1) ?? null
}

export function agreementOf(agreements: readonly Agreement[], side: Side): Agreement | null {
  return agreements.find((one) => one.side === side) ?? null
}

/** Opens the comparison of words that were kept with the minutes as they stand, in the language in sight. */
export function useCompareMinutes(): (hash: MinutesHash, target?: MinutesHash) => void {
  const navigate = useNavigate()
  const { dossier, language } = useMeeting()
  const meetingId = dossier.meeting.id
  return (hash, target) => {
    const written = (hash: MinutesHash | null) =>
      writtenRecordText({ kind: 'minutes', meetingId, language, hash })
    void navigate({
      to: '/compare',
      search: { base: written(hash), target: written(target ?? null) },
    })
  }
}
