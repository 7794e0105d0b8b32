import { z } from 'zod'
import type { Fault } from '../fault.ts'
import { AgendaItemId, CirculationId, CorrectionId } from '../ids.ts'
import { DraftChannel } from '../mou/draft.ts'
import { fail, ok, type Result } from '../result.ts'
import { CalendarDate, filledLine, FilledWording, Instant, line, lines, Side, Wording } from '../values.ts'
import { isCalledOff, type MeetingStatus } from './meetingStatus.ts'

/** SHA-256 of what minutes say in all their languages, by which the very words are known again; hex. */
export const MinutesHash = z.string().regex(/^[0-9a-f]{64}$/)
export type MinutesHash = z.infer<typeof MinutesHash>

/** Versions of minutes count from 1; reopening begins the next. */
const version = z.int().min(1)

/** That minutes were sent round, and the words that were sent. */
export const Circulation = z.strictObject({
  id: CirculationId,
  version,
  sentOn: CalendarDate,
  /** To whom: "Department of Immigration, Phnom Penh". */
  recipients: filledLine(300),
  channel: DraftChannel,
  hash: MinutesHash,
})
export type Circulation = z.infer<typeof Circulation>

export const CorrectionState = z.enum(['open', 'taken', 'refused'])
export type CorrectionState = z.infer<typeof CorrectionState>

/** What a side asks to be changed in minutes that were circulated. */
export const Correction = z.strictObject({
  id: CorrectionId,
  version,
  /** From 1 in the meeting, also over versions: letters between the sides name it. */
  number: z.int().min(1),
  side: Side,
  /** The item it is about; null: the minutes as a whole. The item may be gone since. */
  itemId: AgendaItemId.nullable(),
  asked: lines(4_000).refine((text) => text.trim() !== '', { error: 'empty' }),
  state: CorrectionState,
  /** Why it was refused; of a taken one it may be empty. */
  reason: lines(1_000),
  /** Null exactly while it is open. */
  decidedOn: CalendarDate.nullable(),
})
export type Correction = z.infer<typeof Correction>

/** That a side agreed to the very words of `hash`. */
export const Agreement = z.strictObject({ version, side: Side, agreedOn: CalendarDate, hash: MinutesHash })
export type Agreement = z.infer<typeof Agreement>

/** That the head of a side signed; the sides may sign in different places and on different days. */
export const Signature = z.strictObject({
  version,
  side: Side,
  name: line(160),
  at: Wording,
  on: CalendarDate,
})
export type Signature = z.infer<typeof Signature>

/** That agreed minutes were opened again; `version` is the one that begins, `sealed` the words that were agreed before. */
export const Reopening = z.strictObject({
  version,
  reason: filledLine(400),
  at: Instant,
  by: line(160),
  sealed: MinutesHash,
})
export type Reopening = z.infer<typeof Reopening>

/** What a meeting changed in the minutes of the one before it when it confirmed them: each in words of its own. */
export const Amendments = z.array(FilledWording).max(100)
export type Amendments = z.infer<typeof Amendments>

/** What became of the minutes of a meeting, from draft to signature, in all versions; each list in order of entry. */
export const MinutesLife = z.strictObject({
  version,
  /** The words that both sides agreed; while there are some, nothing that would change them is written. */
  sealed: MinutesHash.nullable(),
  circulations: z.array(Circulation).readonly(),
  corrections: z.array(Correction).readonly(),
  agreements: z.array(Agreement).readonly(),
  signatures: z.array(Signature).readonly(),
  reopenings: z.array(Reopening).readonly(),
})
export type MinutesLife = z.infer<typeof MinutesLife>

/** Minutes to which nothing happened yet. */
export const newMinutes: MinutesLife = {
  version: 1,
  sealed: null,
  circulations: [],
  corrections: [],
  agreements: [],
  signatures: [],
  reopenings: [],
}

export const minutesStages = ['draft', 'circulated', 'inCorrection', 'agreed', 'signed'] as const
export type MinutesStage = (typeof minutesStages)[number]

/** How far the minutes are in their present version. */
export function minutesStage(life: MinutesLife): MinutesStage {
  const { agreements, signatures, corrections, circulations } = ofVersion(life)
  if (life.sealed !== null) {
    const hasSigned = ({ side }: Agreement) => signatures.some((one) => one.side === side)
    return agreements.every(hasSigned) ? 'signed' : 'agreed'
  }
  if (corrections.length > 0) return 'inCorrection'
  return circulations.length > 0 ? 'circulated' : 'draft'
}

type Facts = Pick<MinutesLife, 'circulations' | 'corrections' | 'agreements' | 'signatures'>

/** What happened to one version, the present one unless another is named. */
export function ofVersion(life: MinutesLife, version = life.version): Facts {
  const its = (one: { readonly version: number }) => one.version === version
  return {
    circulations: life.circulations.filter(its),
    corrections: life.corrections.filter(its),
    agreements: life.agreements.filter(its),
    signatures: life.signatures.filter(its),
  }
}

export function openCorrections(life: MinutesLife): readonly Correction[] {
  return ofVersion(life).corrections.filter(({ state }) => state === 'open')
}

/** The meeting as far as its minutes depend on it. */
type Around = { readonly status: MeetingStatus; readonly sides: readonly Side[] }

/** What can be done with minutes. */
export type MinutesAct =
  | { readonly kind: 'circulate'; readonly circulation: Omit<Circulation, 'version'> }
  | { readonly kind: 'ask'; readonly correction: AskedCorrection }
  | { readonly kind: 'decide'; readonly id: CorrectionId; readonly decision: Decision }
  | { readonly kind: 'agree'; readonly agreement: Omit<Agreement, 'version'> }
  | { readonly kind: 'sign'; readonly signature: Omit<Signature, 'version'> }
  | { readonly kind: 'reopen'; readonly reopening: Omit<Reopening, 'version' | 'sealed'> }

/** A new correction, or one that is open and is put in other words. */
export type AskedCorrection = Pick<Correction, 'id' | 'side' | 'itemId' | 'asked'>
type Decision = Pick<Correction, 'state' | 'reason' | 'decidedOn'>

/**
 * What becomes of minutes by an act, or why it is not its turn. Corrections are asked of what was circulated; a side
 * agrees when none is open; what both sides agreed, in the same words, is sealed; only that is signed or reopened.
 *
 * An agreement to other words than those of the last one stays listed and does not count.
 *
 * Faults: `MinutesOutOfTurn`, `CorrectionsOpen`, `ReasonNeeded`, and `NotFound` where there is no such correction.
 */
export function afterAct(life: MinutesLife, act: MinutesAct, around: Around): Result<MinutesLife, Fault> {
  const { version } = life
  if (isCalledOff(around.status) && act.kind !== 'reopen') return outOfTurn('calledOff')
  switch (act.kind) {
    case 'circulate':
      return ok({ ...life, circulations: [...life.circulations, { ...act.circulation, version }] })

    case 'ask': {
      if (life.sealed !== null) return outOfTurn('alreadyAgreed')
      if (ofVersion(life).circulations.length === 0) return outOfTurn('notCirculated')
      const former = life.corrections.find(({ id }) => id === act.correction.id)
      if (former && (former.version !== version || former.state !== 'open')) return outOfTurn('decided')
      const number = Math.max(0, ...life.corrections.map((one) => one.number)) + 1
      const fresh = { version, number, state: 'open', reason: '', decidedOn: null } as const
      return ok(withCorrection(life, { ...(former ?? fresh), ...act.correction }))
    }

    case 'decide': {
      if (life.sealed !== null) return outOfTurn('alreadyAgreed')
      const former = ofVersion(life).corrections.find(({ id }) => id === act.id)
      if (!former) return fail({ kind: 'NotFound', what: 'correction' })
      const { state, reason, decidedOn } = act.decision
      if (state === 'refused' && reason.trim() === '')
        return fail({ kind: 'ReasonNeeded', why: 'correctionRefused' })
      const decided = state === 'open' ? { reason: '', decidedOn: null } : { reason, decidedOn }
      return ok(withCorrection(life, { ...former, state, ...decided }))
    }

    case 'agree': {
      if (life.sealed !== null) return outOfTurn('alreadyAgreed')
      if (around.status === 'planned') return outOfTurn('notHeld')
      if (ofVersion(life).circulations.length === 0) return outOfTurn('notCirculated')
      const open = openCorrections(life)
      if (open.length > 0)
        return fail({
          kind: 'CorrectionsOpen',
          corrections: open.map(({ number, side, asked }) => ({ number, side, asked })),
        })
      const agreement = { ...act.agreement, version }
      const others = life.agreements.filter((one) => one.version !== version || one.side !== agreement.side)
      const agreements = [...others, agreement]
      const isSealed = around.sides.every((side) =>
        agreements.some((one) => one.version === version && one.side === side && one.hash === agreement.hash),
      )
      return ok({ ...life, agreements, sealed: isSealed ? agreement.hash : null })
    }

    case 'sign': {
      if (life.sealed === null) return outOfTurn('notAgreed')
      const signature = { ...act.signature, version }
      const others = life.signatures.filter((one) => one.version !== version || one.side !== signature.side)
      return ok({ ...life, signatures: [...others, signature] })
    }

    case 'reopen': {
      if (life.sealed === null) return outOfTurn('notAgreed')
      const reopening = { ...act.reopening, version: version + 1, sealed: life.sealed }
      return ok({
        ...life,
        version: version + 1,
        sealed: null,
        reopenings: [...life.reopenings, reopening],
      })
    }
  }
}

/** In the place of the correction with its id, or as the last. */
function withCorrection(life: MinutesLife, correction: Correction): MinutesLife {
  const isThere = life.corrections.some(({ id }) => id === correction.id)
  const corrections = isThere
    ? life.corrections.map((one) => (one.id === correction.id ? correction : one))
    : [...life.corrections, correction]
  return { ...life, corrections }
}

function outOfTurn(why: MinutesTurn): Result<never, Fault> {
  return fail({ kind: 'MinutesOutOfTurn', why })
}

/** Why an act on minutes has no place yet, or no more. */
export type MinutesTurn =
  | 'calledOff' // a meeting that was postponed or cancelled has none
  | 'notHeld'
  | 'notCirculated'
  | 'decided' // the correction was decided, or is of a former version
  | 'notAgreed'
  | 'alreadyAgreed'
