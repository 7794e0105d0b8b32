import { z } from 'zod'
import { MeetingId } from '../ids.ts'
import { CalendarFacts } from '../meeting/calendar.ts'
import { Home } from '../meeting/home.ts'
import { ReminderFacts } from '../meeting/reminders.ts'
import { SavedFile } from '../record.ts'
import { CalendarDate, Classification, ComposedLanguage } from '../values.ts'
import { act, read } from './operation.ts'

/** What the record says of days: today, a month, what is to come. `today` is the day where the person is. */
export const calendarContract = {
  'home.read': read({ today: CalendarDate }, Home),
  /** Both days included; at most `mostCalendarDays`. */
  'calendar.read': read({ from: CalendarDate, to: CalendarDate }, CalendarFacts),
  'reminder.read': read({ today: CalendarDate }, ReminderFacts),
  /**
   * Meetings with the shared events of their programme and the days on which their actions are due, as a file for other
   * calendars. Of some days, those of meetings that are classified above `upTo` are left out.
   */
  'calendar.exportIcs': act(
    {
      what: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('meeting'), meetingId: MeetingId }),
        z.strictObject({
          kind: z.literal('days'),
          from: CalendarDate,
          to: CalendarDate,
          upTo: Classification,
        }),
      ]),
      language: ComposedLanguage,
      dueDays: z.boolean(),
      /** Minutes before a meeting at which a calendar is to remind; null: not at all. */
      alarm: z.int().min(0).max(20_160).nullable(),
    },
    SavedFile.nullable(),
  ),
} as const
