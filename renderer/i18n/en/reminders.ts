import type { SameWords } from '../catalogue.ts'
import type { reminders as id } from '../id/reminders.ts'

export const reminders = {
  title: 'Reminders',
  count_one: '{{count}} reminder',
  count_other: '{{count}} reminders',
  nothing: 'There is nothing to remind of now.',
  later: 'Remind me later',
  dismiss: 'Do not remind me again',
  dueToday: 'Due today',
  moreDueToday_one: '{{number}} more is due today',
  moreDueToday_other: '{{number}} more are due today',
  never: 'No reminder',
  minutesBefore_one: '{{count}} minute before',
  minutesBefore_other: '{{count}} minutes before',
  hoursBefore_one: '{{count}} hour before',
  hoursBefore_other: '{{count}} hours before',
  daysBefore_one: '{{count}} day before',
  daysBefore_other: '{{count}} days before',
  ofMeetings: 'Reminder of meetings',
  hint: 'In the status bar, while the program runs and the record is open.',
  ofActions: 'Remind of action items that are due or overdue',
  ofMemoranda: 'Remind of memoranda that end soon',
} satisfies SameWords<typeof id>
