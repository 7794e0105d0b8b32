import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { minutesText } from '../../../shared/meeting/minutesText.ts'
import { minutesStage } from '../../../shared/meeting/minutesLife.ts'
import { type TwoMeetings, twoHeldMeetings } from '../../support/agreedMinutes.ts'
import { meetingOf, type MeetingRecord, newMeetingRecord } from '../../support/meetingRecord.ts'

let record: MeetingRecord
let two: TwoMeetings
beforeEach(async () => {
  record = await newMeetingRecord()
  two = await twoHeldMeetings(record)
})
afterEach(() => record.close())

const lifeOf = async () => (await record.get('meeting.dossier', { meetingId: two.meetingId })).minutes
const ask = async (asked = '“21 days” to become “30 days”') => {
  const asking = { meetingId: two.meetingId, id: null, side: 'KHM', itemId: two.item.id, asked }
  const { value } = await record.get('minutes.askCorrection', asking)
  const correction = value.corrections.at(-1)
  if (!correction) throw new Error('There is no correction')
  return correction
}
const decide = (
  correctionId: Awaited<ReturnType<typeof ask>>['id'],
  state: 'taken' | 'refused',
  reason = '',
) => record.get('minutes.decideCorrection', { meetingId: two.meetingId, correctionId, state, reason })
const sign = (side: string, on: string) =>
  record.get('minutes.sign', { meetingId: two.meetingId, side, at: { en: 'Phnom Penh' }, on })

describe('minutes from draft to signature', () => {
  it('go round, are corrected, agreed by both and signed at different places and days', async () => {
    expect(minutesStage(await lifeOf())).toBe('draft')
    await two.circulate()
    const taken = await ask()
    const refused = await ask('Delete item 3')
    await decide(taken.id, 'taken')
    await decide(refused.id, 'refused', 'Both heads had agreed on item 3')
    await two.type('As corrected. ')
    await two.agree('IDN')
    expect(minutesStage(await lifeOf())).toBe('inCorrection')
    await two.agree('KHM')
    expect(minutesStage(await lifeOf())).toBe('agreed')
    record.time.pass(30 * 86_400_000)
    await sign('IDN', '2025-05-20')
    await sign('KHM', '2025-06-02')
    const { minutes, delegates } = await record.get('meeting.dossier', { meetingId: two.meetingId })
    expect(minutesStage(minutes)).toBe('signed')
    expect(minutes.corrections.map(({ state, number }) => [number, state])).toEqual([
      [1, 'taken'],
      [2, 'refused'],
    ])
    expect(delegates.filter(({ role }) => role === 'head').map(({ signedOn }) => signedOn)).toEqual([
      '2025-05-20',
      '2025-06-02',
    ])
  })

  it('count an agreement only to the words as they stand', async () => {
    await two.circulate()
    await two.agree('IDN')
    await two.type('Changed since. ')
    await two.agree('KHM')
    expect((await lifeOf()).sealed).toBeNull()
    await two.agree('IDN')
    expect((await lifeOf()).sealed).toBe(await two.hash())
  })

  it('are taken back act by act, and sealed again only by agreeing again', async () => {
    await two.circulate()
    const first = await two.agree('IDN')
    const second = await two.agree('KHM')
    expect(record.undo(first.undo)).toMatchObject({ kind: 'MinutesAgreed' })
    expect(record.undo(second.undo)).toBeNull()
    expect(minutesStage(await lifeOf())).toBe('circulated')
    const redone = record.store.history(null, 1)[0]?.undo ?? null
    await two.type('Changed meanwhile. ')
    expect(record.undo(redone)).toEqual({ kind: 'CannotUndo', why: 'changedSince' })
    expect(minutesStage(await lifeOf())).toBe('circulated')
    expect(record.undo(first.undo)).toBeNull()
    expect((await lifeOf()).agreements).toEqual([])
  })

  it('stay agreed once somebody signed, whatever is taken back', async () => {
    const agreed = await two.agreeBoth()
    const signed = await sign('IDN', '2025-05-19')
    expect(record.undo(agreed.undo)).toEqual({ kind: 'CannotUndo', why: 'changedSince' })
    expect(record.undo(signed.undo)).toBeNull()
    const { delegates } = await record.get('meeting.dossier', { meetingId: two.meetingId })
    expect(delegates.map(({ signedOn }) => signedOn)).toEqual([null, null, null])
    expect(record.undo(agreed.undo)).toBeNull()
  })
})

describe('agreed minutes in which something was left open', () => {
  it('leave as the sides agreed to them: without reopening it cannot be completed', async () => {
    const asked = { meetingId: two.meetingId, language: 'en' as const, keptBy: 'IDN', draft: false }
    const { meeting } = await record.get('meeting.dossier', { meetingId: two.meetingId })
    await record.get('meeting.put', { meeting: { ...meeting, next: null } })
    expect(await record.refused('minutes.exportDocx', asked)).toMatchObject({ kind: 'NotReadyToExport' })
    await two.agreeBoth()
    expect(await record.refused('minutes.exportDocx', asked)).toMatchObject({ kind: 'NotReadyToExport' })
    record.time.pass(30 * 86_400_000)
    await sign('IDN', '2025-05-20')
    await sign('KHM', '2025-06-02')
    for (const keptBy of ['IDN', 'KHM'])
      expect(await record.get('minutes.exportDocx', { ...asked, keptBy })).not.toBeNull()
  })
})

describe('reopening agreed minutes', () => {
  it('keeps the former version whole, and the comparison shows the difference', async () => {
    await two.agreeBoth()
    const former = (await lifeOf()).sealed
    await sign('IDN', '2025-05-19')
    const { undo } = await record.get('minutes.reopen', {
      meetingId: two.meetingId,
      reason: 'A wrong figure',
    })
    expect(undo).toBeNull()
    const { minutes, delegates } = await record.get('meeting.dossier', { meetingId: two.meetingId })
    expect(minutes).toMatchObject({ version: 2, sealed: null, reopenings: [{ reason: 'A wrong figure' }] })
    expect(minutes.signatures).toMatchObject([{ version: 1, side: 'IDN', on: '2025-05-19' }])
    expect(delegates.every(({ signedOn }) => signedOn === null)).toBe(true)

    await two.type('Another sentence. ')
    const text = (hash: string | null) =>
      ({ kind: 'minutes', meetingId: two.meetingId, language: 'en', hash }) as const
    const [base, target] = [text(former), text(null)]
    expect(await record.get('compare.recordText', { text: base })).toMatchObject({
      minutes: { state: { kind: 'version', version: 1 } },
    })
    const comparison = await record.get('compare.texts', { base, target })
    expect(JSON.stringify(comparison)).toContain('Another sentence.')
    const same = await record.get('compare.texts', { base, target: base })
    expect(JSON.stringify(same)).not.toContain('Another sentence.')
    expect(await record.refused('compare.recordText', { text: text('f'.repeat(64)) })).toEqual({
      kind: 'NotFound',
      what: 'minutesVersion',
    })
  })

  it('leaves what happened to the former version as it was, whatever is taken back', async () => {
    await two.circulate()
    const { id } = await ask()
    const decided = await decide(id, 'taken')
    const first = await two.agree('IDN')
    const second = await two.agree('KHM')
    const signed = await sign('IDN', '2025-05-19')
    await record.get('minutes.reopen', { meetingId: two.meetingId, reason: 'A wrong figure' })
    const before = await lifeOf()
    for (const { undo } of [signed, second, first, decided])
      expect(record.undo(undo)).toEqual({ kind: 'CannotUndo', why: 'changedSince' })
    expect(await lifeOf()).toEqual(before)
  })

  it('lets the minutes be agreed as version 2, which the paper says', async () => {
    await two.agreeBoth()
    const asked = { meetingId: two.meetingId, language: 'en', keptBy: 'IDN' } as const
    expect((await record.get('minutes.preview', asked)).document.version).toBe(1)
    await record.get('minutes.reopen', { meetingId: two.meetingId, reason: 'A wrong figure' })
    expect((await record.get('minutes.preview', asked)).document.version).toBeNull()
    await two.agreeBoth()
    expect((await record.get('minutes.preview', asked)).document.version).toBe(2)
  })
})

describe('the minutes of the last meeting', () => {
  it('are confirmed as amended in the minutes of this one, and stay what they are', async () => {
    const asked = { meetingId: two.meetingId, language: 'en', keptBy: 'IDN' } as const
    const text = async () => minutesText((await record.get('minutes.preview', asked)).document)
    expect(await text()).toContain(
      '3.1 The minutes of the First Meeting were confirmed, as amended:\n(1) item 3: “ten days” is replaced by “two weeks”\n3.2 ',
    )
    const { undo } = await record.get('minutes.confirmPrevious', { meetingId: two.meetingId, amendments: [] })
    expect(await text()).toContain('3.1 The minutes of the First Meeting were confirmed.\n3.2 ')
    expect(record.undo(undo)).toBeNull()
    await record.get('minutes.confirmPrevious', { meetingId: two.meetingId, amendments: null })
    expect(await text()).not.toContain('confirmed')
  })

  it('are none at the first', async () => {
    const first = { meetingId: two.first.id, amendments: [] }
    expect(await record.refused('minutes.confirmPrevious', first)).toEqual({
      kind: 'NotFound',
      what: 'meeting',
    })
  })
})

describe('what has no place', () => {
  it('is refused, and the record is as it was', async () => {
    const before = await record.get('meeting.dossier', { meetingId: two.meetingId })
    const { meetingId } = two
    const circulation = { meetingId, recipients: 'Phnom Penh', channel: 'email' } as const
    expect(await record.refused('minutes.circulate', { ...circulation, sentOn: '2025-06-19' })).toEqual({
      kind: 'DayCannotBe',
      why: 'future',
    })
    expect(await record.refused('minutes.agree', { meetingId, side: 'IDN', agreedOn: '2025-05-18' })).toEqual(
      {
        kind: 'DayCannotBe',
        why: 'beforeMeeting',
      },
    )
    expect(await record.refused('minutes.agree', { meetingId, side: 'IDN', agreedOn: '2025-05-19' })).toEqual(
      {
        kind: 'MinutesOutOfTurn',
        why: 'notCirculated',
      },
    )
    expect(await record.refused('minutes.reopen', { meetingId, reason: 'No reason' })).toMatchObject({
      why: 'notAgreed',
    })
    expect(await record.refused('minutes.agree', { meetingId, side: 'VNM', agreedOn: '2025-05-19' })).toEqual(
      {
        kind: 'InvalidInput',
        problems: ['side: otherSide'],
      },
    )
    expect(await record.get('meeting.dossier', { meetingId })).toEqual(before)
  })

  it('is agreeing while a correction is open, or while something is missing', async () => {
    await two.circulate()
    const { id } = await ask()
    const agree = { meetingId: two.meetingId, side: 'IDN', agreedOn: '2025-05-19' }
    expect(await record.refused('minutes.agree', agree)).toMatchObject({
      kind: 'CorrectionsOpen',
      corrections: [{ number: 1, side: 'KHM' }],
    })
    await decide(id, 'taken')
    const dossier = await record.get('meeting.dossier', { meetingId: two.meetingId })
    const head = dossier.delegates.find(({ side, role }) => side === 'KHM' && role === 'head')
    if (!head) throw new Error('There is no head')
    await record.get('delegate.change', { delegate: { ...head, role: 'member' } })
    expect(await record.refused('minutes.agree', agree)).toEqual({
      kind: 'MinutesIncomplete',
      problems: [{ kind: 'headMissing', side: 'KHM' }],
    })
    expect((await lifeOf()).agreements).toEqual([])
  })

  it('is an export to sign with an open correction, or of a meeting that was called off', async () => {
    await two.circulate()
    await ask()
    const asked = { meetingId: two.meetingId, language: 'en', keptBy: 'IDN', draft: false } as const
    expect(await record.refused('minutes.exportDocx', asked)).toMatchObject({
      problems: expect.arrayContaining([{ kind: 'correctionOpen', number: 1, side: 'KHM' }]),
    })
    await record.get('meeting.put', {
      meeting: { ...two.third, status: 'cancelled', statusReason: 'The minister was called away' },
    })
    expect(await record.refused('minutes.exportDocx', { ...asked, meetingId: two.third.id })).toMatchObject({
      problems: expect.arrayContaining([{ kind: 'meetingCalledOff' }]),
    })
    expect(record.saved).toEqual([])
  })
})

describe('a meeting that is called off', () => {
  const cancelled = () => ({ ...two.third, status: 'cancelled' as const, statusReason: 'No quorum' })

  it('needs a reason, keeps its number, and comes back without it', async () => {
    expect(await record.refused('meeting.put', { meeting: { ...two.third, status: 'postponed' } })).toEqual({
      kind: 'ReasonNeeded',
      why: 'calledOff',
    })
    const { undo } = await record.get('meeting.put', { meeting: cancelled() })
    const read = async () => (await record.get('meeting.dossier', { meetingId: two.third.id })).meeting
    expect(await read()).toMatchObject({ status: 'cancelled', statusReason: 'No quorum', number: 3 })
    const again = meetingOf(two.series.id, { number: 3 })
    expect(await record.refused('meeting.put', { meeting: again })).toEqual({
      kind: 'AlreadyThere',
      what: 'meeting',
    })
    await record.get('meeting.put', { meeting: { ...cancelled(), status: 'planned' } })
    expect(await read()).toEqual(two.third)
    await record.get('meeting.put', { meeting: cancelled() })
    expect(undo).not.toBeNull()
  })

  it('is none that was held', async () => {
    const fault = await record.refused('meeting.put', {
      meeting: { ...two.first, status: 'cancelled', statusReason: 'Too late' },
    })
    expect(fault).toEqual({ kind: 'InvalidInput', problems: ['meeting.status: held'] })
  })

  it('is not what the next one looks back at', async () => {
    const fourth = await record.get('meeting.put', {
      meeting: meetingOf(two.series.id, { number: 4, heldOn: '2026-10-01' }),
    })
    const last = async () =>
      (await record.get('meeting.dossier', { meetingId: fourth.value.id })).lastMeetingId
    expect(await last()).toBe(two.third.id)
    await record.get('meeting.put', { meeting: cancelled() })
    expect(await last()).toBe(two.second.id)
  })

  it('is found in the list by its status and its series', async () => {
    await record.get('meeting.put', { meeting: cancelled() })
    const found = async (filter: object) =>
      (await record.get('meeting.list', { query: '', after: null, ...filter })).rows.map(
        ({ number }) => number,
      )
    expect(await found({ status: 'cancelled' })).toEqual([3])
    expect(await found({ status: 'planned' })).toEqual([])
    expect(await found({ status: 'held', seriesId: two.series.id })).toEqual([2, 1])
    expect(await found({ seriesId: two.series.id })).toEqual([3, 2, 1])
    expect(await found({ seriesId: two.third.id })).toEqual([])
  })
})
