import type { Input, Output } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import type { MeetingId, MilestoneId } from '../../shared/ids.ts'
import { type ActionRow, dueGroup, type DueGroup, dueGroups } from '../../shared/meeting/actionList.ts'
import { type CalendarEvent, type MouDay, mostCalendarDays, weekOf } from '../../shared/meeting/calendar.ts'
import { pipelineLength, type PipelineRow, type Readiness } from '../../shared/meeting/home.ts'
import type { MeetingRow } from '../../shared/meeting/meeting.ts'
import { isMeetingItself } from '../../shared/meeting/meetingIcs.ts'
import { hasPassed, instantsOf } from '../../shared/meeting/meetingTimes.ts'
import { minutesFor } from '../../shared/meeting/timeSpan.ts'
import { expiryOf } from '../../shared/mou/expiry.ts'
import { countsByStage, isBehindSigning, signingWindow } from '../../shared/mou/stages.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { CalendarDate } from '../../shared/values.ts'
import type { MouDates } from '../store/calendarRepository.ts'
import { invalid, type ServiceDeps } from './serviceDeps.ts'

type Days = { readonly from: CalendarDate; readonly to: CalendarDate }

/** How many rows of each kind a screen of many kinds gets; what is behind them is counted. */
const firstMeetings = 6
const firstPassed = 3
const firstActions = 5
const mostDueRows = 200
const remindedMeetings = 20
/** Days for which a meeting that has begun is looked for. */
const longestMeeting = 14

/** What the record says of days: the first screen, the calendar, and what there is to be reminded of. */
export function createCalendarService({ store, records, ownSide }: ServiceDeps) {
  const { calendar, meetings, actions, mous, holidays } = records

  return {
    home({ today }: Input<'home.read'>): Output<'home.read'> {
      const toCome = comingMeetings(today, firstMeetings + 1)
      const [next] = toCome
      const passed = passedMeetings(today, firstPassed + 1)
      const memoranda = calendar.memoranda()
      return {
        isEmpty: memoranda.length === 0 && toCome.length === 0 && !isAnyMeeting(),
        next: next ? { meeting: next, readiness: readinessOf(next) } : null,
        upcoming: toCome.slice(0, firstMeetings),
        hasMore: toCome.length > firstMeetings,
        passed: passed.slice(0, firstPassed),
        hasMorePassed: passed.length > firstPassed,
        actions: {
          counts: calendar.openActions(today, sundayOf(today)),
          rows: dueGroups.flatMap((group) => firstOf(group, today)),
        },
        memoranda: { byStage: countsByStage(memoranda), rows: pipelineOf(memoranda) },
      }
    },

    days({ from, to }: Input<'calendar.read'>): Result<Output<'calendar.read'>, Fault> {
      if (!isSpanOfDays({ from, to })) return invalid('to: not a span')
      const rows = dueRows({ from, to }, mostDueRows)
      const isWhole = rows.length < mostDueRows
      return ok({
        meetings: meetings.between(from, to),
        events: eventsBeside({ from, to }),
        actions: rows,
        dueCounts: isWhole ? [] : calendar.dueCounts({ from, to }),
        memoranda: mouDays({ from, to }),
        holidays: holidays.all().filter(({ date }) => date >= from && date <= to),
      })
    },

    reminders({ today }: Input<'reminder.read'>): Output<'reminder.read'> {
      const [due] = calendar.dueCounts({ from: today, to: today })
      return {
        meetings: comingMeetings(today, remindedMeetings),
        dueToday: { count: due?.count ?? 0, rows: dueRows({ from: today, to: today }, firstActions) },
        overdue: { count: calendar.overdueActions(today), latest: calendar.latestOverdue(today) },
        memoranda: calendar
          .memoranda()
          .flatMap(({ id, shortTitle, stage, force }) => (force ? [{ id, shortTitle, stage, force }] : [])),
      }
    },
  }

  /**
   * Those that are not over, from the day before on: one may last past midnight. Ahead of them those that were begun and
   * not ended: a meeting may go on over days, and its end may be forgotten.
   */
  function comingMeetings(today: CalendarDate, limit: number): readonly MeetingRow[] {
    const day = Temporal.PlainDate.from(today)
    const yesterday = day.subtract({ days: 1 }).toString()
    const now = store.now()
    const lately = meetings.between(day.subtract({ days: longestMeeting }).toString(), today)
    const begun = lately.filter(({ status }) => status === 'running')
    // Of yesterday and today some may be over: read as many more as those days have.
    const over = lately.filter(
      (meeting) => meeting.heldOn >= yesterday && instantsOf(meeting, meeting.zone).to <= now,
    ).length
    const toCome = meetings
      .toCome(yesterday, limit + over + begun.length)
      .filter((meeting) => instantsOf(meeting, meeting.zone).to > now)
      .filter(({ id }) => !begun.some((one) => one.id === id))
    return [...begun, ...toCome].slice(0, limit)
  }

  /** Those that are over and still planned, the latest first; however long ago, since nobody has said what became of them. */
  function passedMeetings(today: CalendarDate, limit: number): readonly MeetingRow[] {
    const now = store.now()
    const day = Temporal.PlainDate.from(today)
    const aroundToday = meetings.between(
      day.subtract({ days: 1 }).toString(),
      day.add({ days: 1 }).toString(),
    )
    const planned = aroundToday.filter(({ status }) => status === 'planned')
    // Behind the days around today every planned one is over, whatever the clock at its place says.
    const behind = { heldOn: day.add({ days: 2 }).toString(), from: '', id: '' }
    return meetings
      .page([], behind, limit + planned.length, { status: 'planned' })
      .filter((meeting) => hasPassed(meeting, now))
      .slice(0, limit)
  }

  /** Side events: without the sessions that are the meetings themselves. */
  function eventsBeside(days: Days): readonly CalendarEvent[] {
    const held = new Map(meetings.between(days.from, days.to).map((meeting) => [meeting.id, meeting]))
    return calendar.events(days).filter(({ event, meetingId }) => {
      const meeting = held.get(meetingId)
      return !meeting || !isMeetingItself(event, meeting)
    })
  }

  function isAnyMeeting(): boolean {
    return meetings.page([], { heldOn: '\u{10ffff}', from: '', id: '' }, 1).length > 0
  }

  function readinessOf(meeting: MeetingRow): Readiness {
    const seats = records.delegates.ofMeeting(meeting.id)
    const items = records.agenda.ofMeeting(meeting.id).map(({ item }) => item)
    const whole = meetings.find(meeting.id)
    return {
      delegations: [ownSide, meeting.otherSide].map((side) => {
        const ofSide = seats.filter((seat) => seat.side === side)
        return { side, delegates: ofSide.length, hasHead: ofSide.some(({ role }) => role === 'head') }
      }),
      agenda: {
        items: items.filter(({ part }) => part !== 'break').length,
        isAdopted: whole !== null && whole.agendaAdoptedOn !== null,
        plannedMinutes: items.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0),
        minutes: minutesFor(meeting),
      },
      followUp: whole ? calendar.formerOpen(whole) : { open: 0, overdue: 0 },
      papers: papersOf(meeting.id),
    }
  }

  function papersOf(id: MeetingId): Readiness['papers'] {
    const linked = mous.ofMeeting(id)
    return {
      documents: records.attachments.of({ kind: 'meeting', id }).length,
      memoranda: linked.length,
      withoutText: linked.filter((mou) => records.drafts.workingTexts(mou.id).length === 0).length,
    }
  }

  /** The first few open actions of a group, by due date. */
  function firstOf(group: DueGroup, today: CalendarDate): readonly ActionRow[] {
    const place = {
      overdue: { day: '', id: '' },
      thisWeek: { day: today, id: '' },
      later: { day: sundayOf(today), id: '~' },
      undated: { day: '~', id: '' },
    }[group]
    return actions
      .listed(everyOpenOne, place, firstActions)
      .filter(({ action }) => dueGroup(action.dueOn, today) === group)
  }

  /** At most `limit` open actions that are due on these days, by due date. */
  function dueRows({ from, to }: Days, limit: number): readonly ActionRow[] {
    return actions
      .listed(everyOpenOne, { day: from, id: '' }, limit)
      .filter(({ action }) => action.dueOn !== null && action.dueOn <= to)
  }

  /** The newest memoranda, those to be signed first ahead of those without a target, what is behind signing last. */
  function pipelineOf(memoranda: readonly MouDates[]): readonly PipelineRow[] {
    const forces = new Map(memoranda.map(({ id, force }) => [id, force]))
    const order = ({ stage, signingTarget }: PipelineRow) =>
      stage !== null && isBehindSigning(stage) ? '~~' : signingTarget ? signingWindow(signingTarget).to : '~'
    return mous
      .page([], '~', pipelineLength)
      .map((row) => ({ ...row, force: forces.get(row.id) ?? null, milestones: mous.milestones(row.id) }))
      .toSorted((one, other) => (order(one) < order(other) ? -1 : order(one) > order(other) ? 1 : 0))
  }

  function mouDays({ from, to }: Days): readonly MouDay[] {
    const isShown = (on: CalendarDate) => on >= from && on <= to
    const all = new Map(calendar.memoranda().map((mou) => [mou.id, mou]))
    const dayOf = (mou: MouDates, on: CalendarDate, kind: MouDay['kind']): MouDay => ({
      ...{ on, kind, mouId: mou.id, shortTitle: mou.shortTitle, otherSide: mou.otherSide },
      ...{ title: null, stage: null, isAtRisk: false },
    })
    const days: MouDay[] = []
    for (const id of calendar.milestones({ from, to })) {
      const milestone = mous.findMilestone(id as MilestoneId)
      const mou = milestone && all.get(milestone.mouId)
      const on = milestone?.doneOn ?? milestone?.plannedOn
      if (!mou || !on) continue
      const kind = milestone.doneOn === null ? 'milestone' : 'milestoneDone'
      days.push({ ...dayOf(mou, on, kind), title: milestone.title, isAtRisk: milestone.isAtRisk })
    }
    for (const { mouId, stage, enteredOn } of calendar.stages({ from, to })) {
      const mou = all.get(mouId)
      if (mou) days.push({ ...dayOf(mou, enteredOn, 'stage'), stage })
    }
    for (const mou of all.values()) {
      const { stage, signingTarget, force } = mou
      const isToSign = stage === null || !isBehindSigning(stage)
      if (signingTarget && isToSign && isShown(signingWindow(signingTarget).to))
        days.push(dayOf(mou, signingWindow(signingTarget).to, 'signingTarget'))
      const expiry = force && expiryOf(force, to)
      if (!expiry || !('expiresOn' in expiry)) continue
      if (isShown(expiry.expiresOn)) days.push(dayOf(mou, expiry.expiresOn, 'expires'))
      if (expiry.lastNotice && isShown(expiry.lastNotice))
        days.push(dayOf(mou, expiry.lastNotice, 'noticeEnds'))
    }
    return days.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
  }
}

/** Whether days can be asked for: the first is not after the last, and there are not too many. */
export function isSpanOfDays({ from, to }: Days): boolean {
  const days = Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days
  return days >= 0 && days < mostCalendarDays
}

const everyOpenOne = { show: 'open', side: null, seriesId: null } as const

function sundayOf(day: CalendarDate): CalendarDate {
  return weekOf(day).at(-1) ?? day
}
