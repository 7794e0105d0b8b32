import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CirculationId, CorrectionId } from '../../../shared/ids.ts'
import { type MeetingStatus, mayBecome } from '../../../shared/meeting/meetingStatus.ts'
import {
  afterAct,
  type MinutesAct,
  MinutesLife,
  minutesStage,
  newMinutes,
  ofVersion,
  openCorrections,
} from '../../../shared/meeting/minutesLife.ts'
import { isHeldBack, type MinutesProblem } from '../../../shared/meeting/minutesDocument.ts'
import { footnoteOf } from '../../../shared/meeting/minutesWords.ts'
import { minutesText } from '../../../shared/meeting/minutesText.ts'
import type { Wording } from '../../../shared/values.ts'
import { minutesOf } from '../../support/canaries.ts'
import { nusaDua, testId } from '../../support/nusaDua.ts'

const held = { status: 'held', sides: ['IDN', 'KHM'] } as const
const words = (letter: string) => letter.repeat(64)
const correctionId = (count: number) => CorrectionId.parse(testId(100 + count))

const circulate: MinutesAct = {
  kind: 'circulate',
  circulation: {
    id: CirculationId.parse(testId(50)),
    sentOn: '2025-05-20',
    recipients: 'Phnom Penh',
    channel: 'note',
    hash: words('a'),
  },
}
const ask = (count = 1): MinutesAct => ({
  kind: 'ask',
  correction: { id: correctionId(count), side: 'KHM', itemId: null, asked: '30 days' },
})
const decide = (
  state: 'open' | 'taken' | 'refused',
  count = 1,
  reason = 'agreed so at the table',
): MinutesAct => ({
  kind: 'decide',
  id: correctionId(count),
  decision: { state, reason, decidedOn: '2025-05-22' },
})
const agree = (side: string, hash = words('a')): MinutesAct => ({
  kind: 'agree',
  agreement: { side, agreedOn: '2025-05-23', hash },
})
const sign = (side: string): MinutesAct => ({
  kind: 'sign',
  signature: { side, name: 'A. WIRAWAN', at: { en: 'Nusa Dua' }, on: '2025-05-24' },
})
const reopen: MinutesAct = {
  kind: 'reopen',
  reopening: { reason: 'A figure was wrong', at: '2025-06-01T02:00:00.000Z', by: 'Dewi' },
}

/** The minutes after acts that each have their turn. */
function after(...acts: readonly MinutesAct[]): MinutesLife {
  return acts.reduce<MinutesLife>((life, act) => {
    const next = afterAct(life, act, held)
    if (!next.ok) throw new Error(JSON.stringify(next.fault))
    return next.value
  }, newMinutes)
}
const refusal = (life: MinutesLife, act: MinutesAct, status: MeetingStatus = 'held') => {
  const next = afterAct(life, act, { ...held, status })
  return next.ok ? null : next.fault
}
const agreed = [circulate, agree('IDN'), agree('KHM')]

describe('the stages of minutes', () => {
  it.each([
    ['draft', []],
    ['circulated', [circulate]],
    ['inCorrection', [circulate, ask()]],
    ['inCorrection', [circulate, ask(), decide('taken'), agree('IDN')]],
    ['circulated', [circulate, agree('IDN')]],
    ['agreed', agreed],
    ['agreed', [...agreed, sign('IDN')]],
    ['signed', [...agreed, sign('IDN'), sign('KHM')]],
    ['draft', [...agreed, sign('IDN'), sign('KHM'), reopen]],
  ] as const)('%s', (stage, acts) => expect(minutesStage(after(...acts))).toBe(stage))
})

describe('an act on minutes', () => {
  it('asks for corrections only of what was circulated', () =>
    expect(refusal(newMinutes, ask())).toEqual({ kind: 'MinutesOutOfTurn', why: 'notCirculated' }))
  it('agrees to nothing while a correction is open, and says which', () =>
    expect(refusal(after(circulate, ask(), ask(2), decide('taken')), agree('IDN'))).toEqual({
      kind: 'CorrectionsOpen',
      corrections: [{ number: 2, side: 'KHM', asked: '30 days' }],
    }))
  it('refuses a correction only with a reason', () => {
    const life = after(circulate, ask())
    expect(refusal(life, decide('refused', 1, ' '))).toEqual({
      kind: 'ReasonNeeded',
      why: 'correctionRefused',
    })
    expect(refusal(life, decide('refused'))).toBeNull()
  })
  it('opens a decided correction again without its reason', () =>
    expect(after(circulate, ask(), decide('refused'), decide('open')).corrections).toMatchObject([
      { state: 'open', reason: '', decidedOn: null },
    ]))
  it('seals only what both sides agreed to in the same words', () => {
    const once = after(circulate, agree('IDN', words('a')), agree('KHM', words('b')))
    expect(once.sealed).toBeNull()
    expect(afterAct(once, agree('IDN', words('b')), held)).toMatchObject({ value: { sealed: words('b') } })
  })
  it('agrees to no minutes of a meeting that has not begun', () =>
    expect(refusal(after(circulate), agree('IDN'), 'planned')).toMatchObject({ why: 'notHeld' }))
  it.each(['postponed', 'cancelled'] as const)('has no place at a meeting that was %s', (status) => {
    for (const act of [circulate, ask(), agree('IDN')])
      expect(refusal(after(circulate), act, status)).toMatchObject({ why: 'calledOff' })
  })
  it('signs only what is agreed', () =>
    expect(refusal(after(circulate, agree('IDN')), sign('IDN'))).toMatchObject({ why: 'notAgreed' }))
  it('changes nothing of what is agreed', () => {
    const life = after(...agreed)
    for (const act of [ask(), decide('taken'), agree('IDN')])
      expect(refusal(life, act)).toMatchObject({ why: 'alreadyAgreed' })
  })
  it('reopens what is agreed as the next version and keeps the words of the former', () => {
    const life = after(...agreed, sign('IDN'), reopen)
    expect(life).toMatchObject({ version: 2, sealed: null })
    expect(life.reopenings).toMatchObject([{ version: 2, sealed: words('a') }])
    expect(ofVersion(life, 1)).toMatchObject({ agreements: { length: 2 }, signatures: { length: 1 } })
    expect(ofVersion(life)).toMatchObject({ agreements: [], signatures: [], circulations: [] })
  })
  it('gives no number of a correction twice, over versions too', () => {
    const life = after(
      circulate,
      ask(),
      decide('taken'),
      agree('IDN'),
      agree('KHM'),
      reopen,
      circulate,
      ask(2),
    )
    expect(life.corrections.map(({ number }) => number)).toEqual([1, 2])
  })
})

describe('minutes that confirm those of the meeting before', () => {
  const said = (language: 'en' | 'id', amendments: readonly Wording[]) => {
    const { dossier, docs } = nusaDua()
    const confirming = { ...dossier, confirmed: { number: 1, amendments } }
    return minutesText(minutesOf({ dossier: confirming, docs }, language))
  }
  it.each([
    ['en', 'The minutes of the First Meeting were confirmed.'],
    ['id', 'Risalah Pertemuan Pertama disahkan.'],
  ] as const)('say so (%s)', (language, sentence) => expect(said(language, [])).toContain(sentence))
  it.each([
    ['en', 'The minutes of the First Meeting were confirmed, as amended:\n(1) two weeks\n'],
    ['id', 'Risalah Pertemuan Pertama disahkan dengan perubahan:\n(1) dua minggu\n'],
  ] as const)('list what was amended (%s)', (language, sentences) =>
    expect(said(language, [{ en: 'two weeks', id: 'dua minggu' }])).toContain(sentences),
  )
})

describe('the footer of minutes', () => {
  it.each([
    ['en', 2, 'Version 2, as agreed · Audit log 0f1e'],
    ['id', 1, 'Versi 1, disepakati · Log audit 0f1e'],
    ['en', null, 'Audit log 0f1e'],
  ] as const)('says the version that was agreed (%s, %s)', (language, version, said) =>
    expect(footnoteOf({ language, version, auditHead: '0f1e' })).toBe(said),
  )
})

describe('minutes leave as more than a draft', () => {
  const missing: MinutesProblem = { kind: 'wordingMissing', what: 'Kasubdit', language: 'en' }
  const open: MinutesProblem = { kind: 'correctionOpen', number: 1, side: 'KHM' }
  const isHeld = (version: number | null, problems: readonly MinutesProblem[]) =>
    isHeldBack({ document: { ...minutesOf(nusaDua()), version }, problems })
  it('only when nothing is missing, until they are agreed', () => {
    expect(isHeld(null, [])).toBe(false)
    expect(isHeld(null, [missing])).toBe(true)
  })
  it('once agreed also with what agreed words lack, but not before what an act still mends', () => {
    expect(isHeld(1, [missing])).toBe(false)
    expect(isHeld(1, [missing, open])).toBe(true)
  })
})

describe('the status of a meeting', () => {
  it('goes any way and back, but what was held is not called off', () => {
    expect(mayBecome('planned', 'postponed')).toBe(true)
    expect(mayBecome('cancelled', 'planned')).toBe(true)
    expect(mayBecome('held', 'running')).toBe(true)
    expect(mayBecome('held', 'cancelled')).toBe(false)
  })
})

const anyAct: fc.Arbitrary<MinutesAct> = fc.oneof(
  fc.constant(circulate),
  fc.integer({ min: 1, max: 4 }).map((count) => ask(count)),
  fc
    .tuple(
      fc.constantFrom('open', 'taken', 'refused'),
      fc.integer({ min: 1, max: 4 }),
      fc.constantFrom('', 'so'),
    )
    .map(([state, count, reason]) => decide(state as 'open', count, reason)),
  fc
    .tuple(fc.constantFrom('IDN', 'KHM'), fc.constantFrom('a', 'b'))
    .map(([side, letter]) => agree(side, words(letter))),
  fc.constantFrom('IDN', 'KHM').map(sign),
  fc.constant(reopen),
)
const anyStatus = fc.constantFrom<MeetingStatus>('planned', 'running', 'held', 'postponed', 'cancelled')

describe('by no sequence of acts', () => {
  const law = (holds: (life: MinutesLife, before: MinutesLife) => void) =>
    fc.assert(
      fc.property(fc.array(fc.tuple(anyAct, anyStatus), { maxLength: 40 }), (acts) => {
        let life = newMinutes
        for (const [act, status] of acts) {
          const next = afterAct(life, act, { ...held, status })
          if (!next.ok) continue
          expect(MinutesLife.parse(next.value)).toEqual(next.value)
          holds(next.value, life)
          life = next.value
        }
      }),
      { numRuns: Number(process.env['LAW_RUNS'] ?? 300) },
    )
  it('are minutes agreed or signed with an open correction', () =>
    law((life) => {
      if (['agreed', 'signed'].includes(minutesStage(life))) expect(openCorrections(life)).toEqual([])
    }))
  it('are minutes sealed in words that a side did not agree to', () =>
    law((life) => {
      if (life.sealed === null) return
      const { agreements } = ofVersion(life)
      expect(held.sides.map((side) => agreements.find((one) => one.side === side)?.hash)).toEqual([
        life.sealed,
        life.sealed,
      ])
    }))
  it('do agreed words change without a new version, or does a version lose what happened to it', () =>
    law((life, before) => {
      if (before.sealed !== null && life.version === before.version) expect(life.sealed).toBe(before.sealed)
      expect(life.version - before.version).toBeOneOf([0, 1])
      for (let version = 1; version < before.version; version++)
        expect(ofVersion(life, version)).toEqual(ofVersion(before, version))
      expect(life.reopenings.slice(0, before.reopenings.length)).toEqual(before.reopenings)
    }))
})
