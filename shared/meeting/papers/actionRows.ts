import type { CalendarDate, ComposedLanguage } from '../../values.ts'
import { type Action, dueAsLeftBy, type MeetingDossier, standingOn, writtenNumber } from '../meeting.ts'
import type { Run } from '../minutesDocument.ts'
import { minutesWords } from '../minutesWords.ts'
import { saidIn } from '../runs.ts'
import { paperWords } from './paperWords.ts'

/** An action as the counterpart may see it, and as it stood on the day of the meeting. */
export type SharedActionRow = {
  readonly number: string // 2/2025/3
  readonly side: string
  readonly what: Run
  readonly due: CalendarDate | null
  readonly state: string
}

/** The rows of the table of actions, in Word and in Excel: those of this meeting, and what its review looked at. */
export function actionRows(
  { meeting, actions, formerActions }: MeetingDossier,
  language: ComposedLanguage,
): { readonly here: readonly SharedActionRow[]; readonly before: readonly SharedActionRow[] } {
  const row = (action: Action): SharedActionRow => ({
    number: writtenNumber(action.number),
    side: minutesWords(language).side(action.side),
    what: saidIn(action.what, language),
    due: dueAsLeftBy(meeting.id, action),
    state: paperWords(language).state[standingOn(action, meeting.heldOn)],
  })
  return { here: actions.map(row), before: formerActions.map(row) }
}
