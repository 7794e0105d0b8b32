import type { Input, Output } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import { CirculationId, CorrectionId, type MeetingId } from '../../shared/ids.ts'
import type { MeetingDossier } from '../../shared/meeting/meeting.ts'
import { keepsFromAgreeing } from '../../shared/meeting/minutesDocument.ts'
import { afterAct, type MinutesAct, type MinutesLife, ofVersion } from '../../shared/meeting/minutesLife.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type CalendarDate, Instant, type Side } from '../../shared/values.ts'
import type { MeetingService } from './meetingService.ts'
import type { MinutesTexts } from './minutesTexts.ts'
import { called, invalid, notFound, type ServiceDeps, today, type Writing } from './serviceDeps.ts'
import type { TextService } from './textService.ts'

/** What becomes of minutes after the meeting. What may follow on what is said in `afterAct`; here it is written down. */
export function createMinutesLifeService(
  { store, records }: ServiceDeps,
  meetings: Pick<MeetingService, 'dossierOf'>,
  texts: Pick<TextService, 'settleText'>,
  words: MinutesTexts,
) {
  const { minutes, delegates } = records

  return {
    words({ meetingId }: Input<'minutes.words'>): Result<Output<'minutes.words'>, Fault> {
      const dossier = meetings.dossierOf(meetingId)
      return dossier ? ok({ hash: words.asTheyStand(dossier).hash }) : notFound('meeting')
    },

    /** Keeps the words that were sent, so that later ones can be compared with them. */
    circulate({ meetingId, ...sent }: Input<'minutes.circulate'>): Writing<MinutesLife> {
      const dossier = settled(meetingId)
      if (!dossier) return notFound('meeting')
      const refused = refusedDay(sent.sentOn, null)
      if (refused) return refused
      const standing = words.asTheyStand(dossier)
      const circulation = { ...sent, id: CirculationId.parse(store.newId()), hash: standing.hash }
      return act('minutes.circulate', dossier, { kind: 'circulate', circulation }, () =>
        words.keep(meetingId, standing),
      )
    },

    askCorrection({ meetingId, id, ...asked }: Input<'minutes.askCorrection'>): Writing<MinutesLife> {
      const dossier = meetings.dossierOf(meetingId)
      if (!dossier) return notFound('meeting')
      if (!sidesOf(dossier).includes(asked.side)) return invalid('side: otherSide')
      if (id !== null && !dossier.minutes.corrections.some((one) => one.id === id))
        return notFound('correction')
      const former = dossier.minutes.corrections.find((one) => one.id === id)
      const isKnown = asked.itemId === null || asked.itemId === former?.itemId
      if (!isKnown && !dossier.agenda.some((item) => item.id === asked.itemId)) return notFound('agendaItem')
      const correction = { ...asked, id: id ?? CorrectionId.parse(store.newId()) }
      return act('minutes.askCorrection', dossier, { kind: 'ask', correction })
    },

    decideCorrection({
      meetingId,
      correctionId,
      state,
      reason,
    }: Input<'minutes.decideCorrection'>): Writing<MinutesLife> {
      const dossier = meetings.dossierOf(meetingId)
      if (!dossier) return notFound('meeting')
      const decision = { state, reason, decidedOn: today(store) }
      return act('minutes.decideCorrection', dossier, { kind: 'decide', id: correctionId, decision })
    },

    /** Nobody agrees to minutes in which something is missing, in any of their languages. */
    agree({ meetingId, side, agreedOn }: Input<'minutes.agree'>): Writing<MinutesLife> {
      const dossier = settled(meetingId)
      if (!dossier) return notFound('meeting')
      if (!sidesOf(dossier).includes(side)) return invalid('side: otherSide')
      const refused = refusedDay(agreedOn, dossier)
      if (refused) return refused
      const standing = words.asTheyStand(dossier)
      const agreement = { side, agreedOn, hash: standing.hash }
      const agreed = afterAct(dossier.minutes, { kind: 'agree', agreement }, aroundOf(dossier))
      if (!agreed.ok) return agreed
      const problems = standing.problems.filter(keepsFromAgreeing)
      if (problems.length > 0) return fail({ kind: 'MinutesIncomplete', problems })
      return act('minutes.agree', dossier, { kind: 'agree', agreement }, () =>
        words.keep(meetingId, standing),
      )
    },

    sign({ meetingId, side, at, on }: Input<'minutes.sign'>): Writing<MinutesLife> {
      const dossier = meetings.dossierOf(meetingId)
      if (!dossier) return notFound('meeting')
      if (!sidesOf(dossier).includes(side)) return invalid('side: otherSide')
      const refused = refusedDay(on, dossier)
      if (refused) return refused
      const head = headOf(meetingId, side)
      if (!head) return notFound('delegate')
      const { delegate, rank } = head
      const name = delegate.signsAs || delegate.name.toUpperCase()
      return act('minutes.sign', dossier, { kind: 'sign', signature: { side, name, at, on } }, () =>
        delegates.put({ ...delegate, signedAt: at, signedOn: on }, rank),
      )
    },

    confirmPrevious({ meetingId, amendments }: Input<'minutes.confirmPrevious'>): Writing<null> {
      const dossier = meetings.dossierOf(meetingId)
      if (!dossier || dossier.lastMeetingId === null) return notFound('meeting')
      return store.change({ operation: 'minutes.confirmPrevious', about: nameOf(dossier) }, () => {
        minutes.confirm(meetingId, amendments)
        return ok(null)
      })
    },

    /**
     * The new version is signed anew: places and days of signatures that were given go from the heads, and stay with
     * the version that was signed.
     */
    reopen({ meetingId, reason }: Input<'minutes.reopen'>): Writing<MinutesLife> {
      const dossier = meetings.dossierOf(meetingId)
      if (!dossier) return notFound('meeting')
      const reopening = { reason, at: Instant.parse(store.now()), by: store.officer.name }
      const { signatures } = ofVersion(dossier.minutes)
      return act('minutes.reopen', dossier, { kind: 'reopen', reopening }, () => {
        for (const { side } of signatures) {
          const head = headOf(meetingId, side)
          if (head) delegates.put({ ...head.delegate, signedAt: {}, signedOn: null }, head.rank)
        }
      })
    },
  }

  function act(
    operation: `minutes.${string}`,
    dossier: MeetingDossier,
    done: MinutesAct,
    also: () => void = () => undefined,
  ): Writing<MinutesLife> {
    const { meeting, minutes: former } = dossier
    const next = afterAct(former, done, aroundOf(dossier))
    if (!next.ok) return next
    const about = nameOf(dossier)
    const detail = { meetingId: meeting.id, version: next.value.version, sealed: next.value.sealed }
    const stays = done.kind === 'reopen' ? { stays: true as const } : {}
    return store.change({ operation, about, detail, ...stays }, () => {
      minutes.save(meeting.id, former, next.value)
      also()
      return ok(next.value)
    })
  }

  /** The meeting, with every burst of editing in its texts ended: what is sealed is in the log before. */
  function settled(meetingId: MeetingId): MeetingDossier | null {
    const dossier = meetings.dossierOf(meetingId)
    for (const { textId } of dossier?.texts ?? []) texts.settleText(textId)
    return dossier
  }

  function headOf(meetingId: MeetingId, side: Side) {
    return delegates.ofSide(meetingId, side).find(({ delegate }) => delegate.role === 'head') ?? null
  }

  /** A day that has come nowhere on Earth yet, or, of what follows the meeting, one before it. */
  function refusedDay(day: CalendarDate, after: MeetingDossier | null): Result<never, Fault> | null {
    const latest = Temporal.Instant.from(store.now()).toZonedDateTimeISO('Pacific/Kiritimati').toPlainDate()
    if (day > latest.toString()) return fail({ kind: 'DayCannotBe', why: 'future' })
    if (after && day < after.meeting.heldOn) return fail({ kind: 'DayCannotBe', why: 'beforeMeeting' })
    return null
  }
}

function nameOf({ meeting, series }: MeetingDossier): string {
  return called(meeting.title) || `${meeting.number}. ${called(series.name)}`
}

function sidesOf({ relationship }: MeetingDossier): readonly Side[] {
  return [relationship.ownSide, relationship.otherSide]
}

function aroundOf(dossier: MeetingDossier) {
  return { status: dossier.meeting.status, sides: sidesOf(dossier) }
}
