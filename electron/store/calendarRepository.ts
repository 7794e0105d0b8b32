import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { CalendarEvent } from '../../shared/meeting/calendar.ts'
import type { ActionCounts } from '../../shared/meeting/home.ts'
import type { Meeting } from '../../shared/meeting/meeting.ts'
import { ForceTerms } from '../../shared/mou/expiry.ts'
import { MouRow, StageEntry } from '../../shared/mou/mou.ts'
import type { CalendarDate } from '../../shared/values.ts'
import { type ProgrammeEventRow, toProgrammeEvent } from './programmeRepository.ts'
import { fromJson, parsed, StoredZone } from './rows.ts'

type Days = { readonly from: CalendarDate; readonly to: CalendarDate }

type EventRow = ProgrammeEventRow & {
  readonly other_side: string
  readonly zone: string
  readonly counterpart_zone: string
}

type MouDatesRow = {
  readonly id: string
  readonly short_title: string
  readonly other_side: string
  readonly stage: string | null
  readonly signing_target: string | null
  readonly force: string | null
}

const StoredEvent = CalendarEvent.extend({ zone: StoredZone, counterpartZone: StoredZone })

/** What a memorandum says of days to come. */
const MouDates = MouRow.pick({
  id: true,
  shortTitle: true,
  otherSide: true,
  stage: true,
  signingTarget: true,
}).extend({ force: ForceTerms.nullable() })
export type MouDates = z.infer<typeof MouDates>

/** What several aggregates say of days: for the first screen, the calendar and reminders. */
export function createCalendarRepository(db: Database.Database) {
  // An event stands near its meeting: looked for through meetings, which have an index by day.
  const selectEvents = db.prepare<Days & { readonly margin: string; readonly end: string }, EventRow>(`
    SELECT programme_event.id, meeting_id, programme_event.kind, programme_event.title, programme_event.place,
      programme_event.held_on, programme_event.starts, programme_event.ends, visibility, other_side, zone,
      counterpart_zone
    FROM meeting
      CROSS JOIN programme_event ON meeting_id = meeting.id
      CROSS JOIN series ON series.id = series_id
      CROSS JOIN relationship ON relationship.id = relationship_id
    WHERE meeting.held_on BETWEEN @margin AND @end AND programme_event.held_on BETWEEN @from AND @to
    ORDER BY programme_event.held_on, programme_event.starts, programme_event.id`)
  const countDue = (condition: string) =>
    db
      .prepare<{ readonly today: CalendarDate; readonly sunday: CalendarDate }, number>(
        `SELECT count(*) FROM action WHERE state = 'open' AND ${condition}`,
      )
      .pluck()
  const counts = {
    overdue: countDue(`coalesce(due_on, '~') < @today`),
    thisWeek: countDue(`coalesce(due_on, '~') BETWEEN @today AND @sunday`),
    later: countDue(`coalesce(due_on, '~') > @sunday AND coalesce(due_on, '~') < '~'`),
    undated: countDue(`coalesce(due_on, '~') = '~'`),
  }
  const selectDueCounts = db.prepare<Days, { readonly on: string; readonly count: number }>(`
    SELECT coalesce(due_on, '~') AS "on", count(*) AS count FROM action
    WHERE state = 'open' AND coalesce(due_on, '~') BETWEEN @from AND @to
    GROUP BY coalesce(due_on, '~')`)
  const selectLatestOverdue = db
    .prepare<[CalendarDate], string | null>(
      `SELECT max(coalesce(due_on, '~')) FROM action WHERE state = 'open' AND coalesce(due_on, '~') < ?`,
    )
    .pluck()
  const selectFormer = db.prepare<
    Pick<Meeting, 'seriesId' | 'number' | 'heldOn'>,
    { readonly open: number; readonly overdue: number }
  >(`
    SELECT count(*) AS open, count(CASE WHEN due_on < @heldOn THEN 1 END) AS overdue
    FROM meeting CROSS JOIN action ON meeting_id = meeting.id
    WHERE series_id = @seriesId AND number < @number AND state = 'open'`)
  const selectMous = db.prepare<[], MouDatesRow>(`
    SELECT mou.id, short_title, other_side, signing_target, force,
      (SELECT stage FROM mou_stage WHERE mou_id = mou.id ORDER BY id DESC LIMIT 1) AS stage
    FROM mou CROSS JOIN relationship ON relationship.id = relationship_id
    WHERE mou.id > '' ORDER BY mou.id`)
  const selectStages = db.prepare<
    Days,
    { readonly id: string; readonly mou_id: string; readonly stage: string; readonly entered_on: string }
  >(`
    SELECT mou_stage.id, mou_id, stage, entered_on FROM mou CROSS JOIN mou_stage ON mou_id = mou.id
    WHERE mou.id > '' AND entered_on BETWEEN @from AND @to ORDER BY mou.id, mou_stage.id`)
  const selectMilestones = db
    .prepare<Days, string>(
      `SELECT milestone.id FROM mou CROSS JOIN milestone ON mou_id = mou.id
    WHERE mou.id > '' AND coalesce(done_on, planned_on) BETWEEN @from AND @to
    ORDER BY mou.id, milestone.id`,
    )
    .pluck()

  return {
    /** Side events of these days, by time, of the programmes of meetings held at most two months from them. */
    events: ({ from, to }: Days): readonly CalendarEvent[] => {
      const moved = (date: CalendarDate, days: number) =>
        Temporal.PlainDate.from(date).add({ days }).toString()
      return selectEvents.all({ from, to, margin: moved(from, -60), end: moved(to, 60) }).map(toEvent)
    },
    /** How many actions are open, by how pressing they are on a day; its week ends on `sunday`. */
    openActions: (today: CalendarDate, sunday: CalendarDate): ActionCounts => {
      const count = (statement: (typeof counts)['overdue']) => statement.get({ today, sunday }) ?? 0
      return {
        overdue: count(counts.overdue),
        thisWeek: count(counts.thisWeek),
        later: count(counts.later),
        undated: count(counts.undated),
      }
    },
    overdueActions: (today: CalendarDate): number => counts.overdue.get({ today, sunday: today }) ?? 0,
    /** How many open actions are due on each of these days; days without one are left out. */
    dueCounts: (days: Days): readonly { readonly on: CalendarDate; readonly count: number }[] =>
      selectDueCounts.all(days),
    /** The last due date before `today` that an open action has. */
    latestOverdue: (today: CalendarDate): CalendarDate | null => selectLatestOverdue.get(today) ?? null,
    /** What earlier meetings of the series agreed on and is open: how much, and how much is due before the meeting. */
    formerOpen: ({
      seriesId,
      number,
      heldOn,
    }: Meeting): { readonly open: number; readonly overdue: number } =>
      selectFormer.get({ seriesId, number, heldOn }) ?? { open: 0, overdue: 0 },
    /** Every memorandum, the oldest first. */
    memoranda: (): readonly MouDates[] => selectMous.all().map(toMouDates),
    /** The stages that began on these days. */
    stages: (days: Days): readonly Omit<StageEntry, 'reason'>[] =>
      selectStages.all(days).map(({ id, mou_id, stage, entered_on }) =>
        parsed('stage', StageEntry.omit({ reason: true }), {
          id,
          mouId: mou_id,
          stage,
          enteredOn: entered_on,
        }),
      ),
    /** The ids of the milestones that were done on these days, or are planned for them. */
    milestones: (days: Days): readonly string[] => selectMilestones.all(days),
  }
}

function toEvent(row: EventRow): CalendarEvent {
  return parsed('programme event', StoredEvent, {
    event: toProgrammeEvent(row),
    meetingId: row.meeting_id,
    otherSide: row.other_side,
    zone: row.zone,
    counterpartZone: row.counterpart_zone,
  })
}

function toMouDates(row: MouDatesRow): MouDates {
  return parsed('memorandum', MouDates, {
    id: row.id,
    shortTitle: row.short_title,
    otherSide: row.other_side,
    stage: row.stage,
    signingTarget: row.signing_target === null ? null : fromJson(row.signing_target),
    force: row.force === null ? null : fromJson(row.force),
  })
}
