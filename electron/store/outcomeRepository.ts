import type Database from 'better-sqlite3'
import type {
  ActionId,
  AgencyId,
  AgendaItemId,
  DecisionId,
  MeetingId,
  PersonId,
  SeriesId,
} from '../../shared/ids.ts'
import { type ActionFilter, ActionRow } from '../../shared/meeting/actionList.ts'
import {
  Action,
  type AgendaItem,
  Decision,
  type DueChange,
  type SeriesNumber,
} from '../../shared/meeting/meeting.ts'
import type { CalendarDate } from '../../shared/values.ts'
import { fromJson, parsed } from './rows.ts'

type NumberColumns = {
  readonly number_meeting: number
  readonly number_year: number
  readonly number_serial: number
}

type DecisionRow = NumberColumns & {
  readonly id: string
  readonly meeting_id: string
  readonly item_id: string | null
  readonly outcome: string
  readonly wording: string
}

const byNumber = 'number_meeting, number_year, number_serial'
const byNumberDown = 'number_meeting DESC, number_year DESC, number_serial DESC'

/** What meetings decided. */
export function createDecisionRepository(db: Database.Database) {
  const columns = `id, meeting_id, item_id, ${byNumber}, outcome, wording`
  const upsert = db.prepare<DecisionRow>(`
    INSERT INTO decision (${columns})
    VALUES (@id, @meeting_id, @item_id, @number_meeting, @number_year, @number_serial, @outcome, @wording)
    ON CONFLICT (id) DO UPDATE SET item_id = @item_id, outcome = @outcome, wording = @wording`)
  const selectOne = db.prepare<[string], DecisionRow>(`SELECT ${columns} FROM decision WHERE id = ?`)
  const selectOfMeeting = db.prepare<[string], DecisionRow>(`
    SELECT ${columns} FROM decision WHERE meeting_id = ? ORDER BY ${byNumber}`)
  const selectOfSeries = db.prepare<[string], DecisionRow>(`
    SELECT ${columns.replaceAll(/\b(id|meeting_id)\b/g, 'decision.$1')}
    FROM meeting CROSS JOIN decision ON decision.meeting_id = meeting.id
    WHERE series_id = ? ORDER BY held_on DESC, ${byNumberDown}`)
  const place = db.prepare<[string, string, string]>(
    'UPDATE decision SET item_id = ? WHERE id = ? AND meeting_id = ? AND item_id IS NULL',
  )
  const unplace = db.prepare<[string]>('UPDATE decision SET item_id = NULL WHERE item_id = ?')
  const remove = db.prepare<[string]>('DELETE FROM decision WHERE id = ?')
  const removeOfMeeting = db.prepare<[string]>('DELETE FROM decision WHERE meeting_id = ?')

  return {
    /** The number of a decision stays as it was first written. */
    put: (decision: Decision): void => void upsert.run(toDecisionRow(decision)),
    find: (id: DecisionId): Decision | null => {
      const row = selectOne.get(id)
      return row ? toDecision(row) : null
    },
    /** By number. */
    ofMeeting: (id: MeetingId): readonly Decision[] => selectOfMeeting.all(id).map(toDecision),
    /** The last meeting first. */
    /** The newest first. The reading must be ended before anything else is asked. */
    *ofSeries(id: SeriesId): Generator<Decision, void> {
      for (const row of selectOfSeries.iterate(id)) yield toDecision(row)
    },
    /** The decisions of an item become decisions of its meeting only. */
    unplace: (id: AgendaItemId): void => void unplace.run(id),
    /** A decision of the meeting alone becomes one of an item of it. */
    place: (id: DecisionId, item: Pick<AgendaItem, 'id' | 'meetingId'>): void =>
      void place.run(item.id, id, item.meetingId),
    remove: (id: DecisionId): void => void remove.run(id),
    removeOfMeeting: (id: MeetingId): void => void removeOfMeeting.run(id),
  }
}

type StoredActionRow = NumberColumns & {
  readonly id: string
  readonly meeting_id: string
  readonly item_id: string | null
  readonly side: string
  readonly what: string
  readonly agency_id: string | null
  readonly person_id: string | null
  readonly channel: string
  readonly due_on: string | null
  readonly state: string
  readonly closed_on: string | null
  readonly evidence: string
}

type DueChangeRow = {
  readonly id: string
  readonly action_id: string
  readonly meeting_id: string
  readonly due_from: string | null
  readonly due_to: string | null
}

/** An action without the history of its due date, which has rows of its own. */
export type BareAction = Omit<Action, 'dueChanges'>

type ListPlace = {
  /** The due date of the last one seen, or the day on which it was closed; "~" comes after every date. */
  readonly day: string
  readonly id: string
  readonly side: string | null
  readonly seriesId: string | null
  readonly limit: number
}

type ListedRow = StoredActionRow & {
  readonly number: number
  readonly title: string
  readonly held_on: string
  readonly series_id: string
  readonly series_name: string
  readonly short_name: string
  readonly other_side: string
  readonly agency: string | null
  readonly person_honorific: string | null
  readonly person_name: string | null
}

type MoveRow = DueChangeRow & { readonly number: number; readonly held_on: string }

type LeftOpen = { readonly seriesId: SeriesId; readonly number: number; readonly day: CalendarDate }

/** What sides promised to do, with the history of due dates. */
export function createActionRepository(db: Database.Database) {
  const columns = `id, meeting_id, item_id, ${byNumber}, side, what, agency_id, person_id, channel, due_on, state,
    closed_on, evidence`
  const upsert = db.prepare<StoredActionRow>(`
    INSERT INTO action (${columns})
    VALUES (@id, @meeting_id, @item_id, @number_meeting, @number_year, @number_serial, @side, @what, @agency_id,
      @person_id, @channel, @due_on, @state, @closed_on, @evidence)
    ON CONFLICT (id) DO UPDATE SET item_id = @item_id, side = @side, what = @what, agency_id = @agency_id,
      person_id = @person_id, channel = @channel, due_on = @due_on, state = @state, closed_on = @closed_on, evidence = @evidence`)
  const selectOne = db.prepare<[string], StoredActionRow>(`SELECT ${columns} FROM action WHERE id = ?`)
  const selectOfMeeting = db.prepare<[string], StoredActionRow>(`
    SELECT ${columns} FROM action WHERE meeting_id = ? ORDER BY ${byNumber}`)
  /** Of each meeting before, along the index of when they were closed: most were closed long ago, and are not read. */
  const leftOpenWhere = (closing: string) => `
    SELECT ${columns.replaceAll(/\b(id|meeting_id|number_\w+)\b/g, 'action.$1')}
    FROM meeting CROSS JOIN action INDEXED BY action_by_closing ON action.meeting_id = meeting.id
    WHERE series_id = @seriesId AND number < @number AND ${closing}`
  const selectLeftOpen = db.prepare<LeftOpen, StoredActionRow>(`
    ${leftOpenWhere('closed_on IS NULL')} UNION ALL ${leftOpenWhere('closed_on > @day')}
    ORDER BY ${byNumber}`)
  const selectListed = (condition: string, order: string) =>
    db.prepare<ListPlace, ListedRow>(`
    SELECT ${columns.replaceAll(/\b(id|meeting_id|side|agency_id|number_\w+)\b/g, 'action.$1')}, meeting.number,
      meeting.title, held_on, series.id AS series_id, series.name AS series_name, short_name, other_side,
      agency.name AS agency, person.honorific AS person_honorific, person.name AS person_name
    FROM action
      CROSS JOIN meeting ON meeting.id = action.meeting_id     -- CROSS keeps the order of the index on action
      CROSS JOIN series ON series.id = series_id
      CROSS JOIN relationship ON relationship.id = relationship_id
      LEFT JOIN agency ON agency.id = action.agency_id
      LEFT JOIN person ON person.id = person_id
    WHERE ${condition} AND (@side IS NULL OR action.side IN (@side, 'both'))
      AND (@seriesId IS NULL OR series.id = @seriesId)
    ORDER BY ${order} LIMIT @limit`)
  const selectOpen = selectListed(
    // The day alone leads into the index; a pair with an expression in it does not.
    `state = 'open' AND coalesce(due_on, '~') >= @day AND (coalesce(due_on, '~'), action.id) > (@day, @id)`,
    `coalesce(due_on, '~'), action.id`,
  )
  const selectClosed = selectListed(
    `state <> 'open' AND (closed_on, action.id) < (@day, @id)`,
    'closed_on DESC, action.id DESC',
  )
  const selectOfSeries = db.prepare<[string], StoredActionRow>(`
    SELECT ${columns.replaceAll(/\b(id|meeting_id|number_\w+)\b/g, 'action.$1')}
    FROM meeting CROSS JOIN action ON action.meeting_id = meeting.id
    WHERE series_id = ? ORDER BY held_on DESC, ${byNumberDown}`)
  const selectOfPerson = db.prepare<[string], StoredActionRow>(`
    SELECT ${columns} FROM action WHERE person_id = ? ORDER BY ${byNumber}`)
  const selectMoves = db.prepare<[string], MoveRow>(`
    SELECT due_change.id, action_id, meeting_id, due_from, due_to, number, held_on
    FROM due_change CROSS JOIN meeting ON meeting.id = meeting_id WHERE action_id = ? ORDER BY due_change.id`)
  const selectOfAgency = db.prepare<[string], StoredActionRow>(`
    SELECT ${columns} FROM action WHERE agency_id = ? ORDER BY ${byNumber}`)
  const selectChangesOfOne = db.prepare<[string], DueChangeRow>(`
    SELECT id, action_id, meeting_id, due_from, due_to FROM due_change WHERE action_id = ? ORDER BY id`)
  const selectChangesOfMeeting = db.prepare<[string], DueChangeRow>(`
    SELECT due_change.id, action_id, due_change.meeting_id, due_from, due_to
    FROM action CROSS JOIN due_change ON action_id = action.id
    WHERE action.meeting_id = ? ORDER BY due_change.id`)
  const selectMovedBy = db.prepare<{ readonly id: string }, StoredActionRow>(`
    SELECT ${columns.replaceAll(/\b(id|meeting_id)\b/g, 'action.$1')}
    FROM due_change CROSS JOIN action ON action.id = action_id
    WHERE due_change.meeting_id = @id AND action.meeting_id <> @id GROUP BY action.id ORDER BY ${byNumber}`)
  const insertChange = db.prepare<DueChangeRow>(`
    INSERT INTO due_change (id, action_id, meeting_id, due_from, due_to)
    VALUES (@id, @action_id, @meeting_id, @due_from, @due_to)`)
  const removeChanges = db.prepare<[string]>('DELETE FROM due_change WHERE action_id = ?')
  const place = db.prepare<[string, string, string]>(
    'UPDATE action SET item_id = ? WHERE id = ? AND meeting_id = ? AND item_id IS NULL',
  )
  const unplace = db.prepare<[string]>('UPDATE action SET item_id = NULL WHERE item_id = ?')
  const remove = db.prepare<[string]>('DELETE FROM action WHERE id = ?')

  const removeWithChanges = (id: string): void => {
    removeChanges.run(id)
    remove.run(id)
  }

  return {
    /** The number of an action stays as it was first written. */
    put: (action: BareAction): void => void upsert.run(toActionRow(action)),
    find: (id: ActionId): Action | null => {
      const row = selectOne.get(id)
      return row ? toAction(row, selectChangesOfOne.all(id)) : null
    },
    /** By number. */
    ofMeeting: (id: MeetingId): readonly Action[] => {
      const changes = selectChangesOfMeeting.all(id)
      return selectOfMeeting.all(id).map((row) =>
        toAction(
          row,
          changes.filter((change) => change.action_id === row.id),
        ),
      )
    },
    /** Agreed on by the meetings of the series before `number`, and still open at the end of `day`; by number. */
    leftOpen: (question: LeftOpen): readonly Action[] =>
      selectLeftOpen.all(question).map((row) => toAction(row, selectChangesOfOne.all(row.id))),
    /** At most `limit` of all series behind `place`: open ones by due date, closed ones from the latest on. */
    listed: (
      { show, side, seriesId }: ActionFilter,
      place: Pick<ListPlace, 'day' | 'id'>,
      limit: number,
    ): readonly ActionRow[] =>
      (show === 'open' ? selectOpen : selectClosed)
        .all({ ...place, side, seriesId, limit })
        .map((row) => toListed(row, selectMoves.all(row.id))),
    /** Without the history of due dates; the last meeting first. */
    /** The newest first, without what was moved. The reading must be ended before anything else is asked. */
    *ofSeries(id: SeriesId): Generator<Action, void> {
      for (const row of selectOfSeries.iterate(id)) yield toAction(row, [])
    },
    ofPerson: (id: PersonId): readonly Action[] => selectOfPerson.all(id).map((row) => toAction(row, [])),
    ofAgency: (id: AgencyId): readonly Action[] => selectOfAgency.all(id).map((row) => toAction(row, [])),
    /** Actions of other meetings whose due date this meeting moved, without their history. */
    movedBy: (id: MeetingId): readonly Action[] => selectMovedBy.all({ id }).map((row) => toAction(row, [])),
    addDueChange: (id: string, actionId: ActionId, change: DueChange): void =>
      void insertChange.run({
        id,
        action_id: actionId,
        meeting_id: change.meetingId,
        due_from: change.from,
        due_to: change.to,
      }),
    /** The actions of an item become actions of its meeting only. */
    unplace: (id: AgendaItemId): void => void unplace.run(id),
    /** An action of the meeting alone becomes one of an item of it. */
    place: (id: ActionId, item: Pick<AgendaItem, 'id' | 'meetingId'>): void =>
      void place.run(item.id, id, item.meetingId),
    remove: removeWithChanges,
    removeOfMeeting: (id: MeetingId): void => {
      for (const row of selectOfMeeting.all(id)) removeWithChanges(row.id)
    },
  }
}

function toListed(row: ListedRow, changes: readonly MoveRow[]): ActionRow {
  return parsed('listed action', ActionRow, {
    action: toAction(row, changes),
    meeting: {
      id: row.meeting_id,
      number: row.number,
      title: fromJson(row.title),
      seriesName: fromJson(row.series_name),
      shortName: fromJson(row.short_name),
      otherSide: row.other_side,
      heldOn: row.held_on,
    },
    seriesId: row.series_id,
    agency: row.agency === null ? null : fromJson(row.agency),
    person:
      row.person_name === null ? null : [row.person_honorific, row.person_name].filter(Boolean).join(' '),
    movedBy: changes.map(({ meeting_id, number, held_on }) => ({ id: meeting_id, number, heldOn: held_on })),
  })
}

function toDecisionRow(decision: Decision): DecisionRow {
  return {
    id: decision.id,
    meeting_id: decision.meetingId,
    item_id: decision.itemId,
    ...toNumberColumns(decision.number),
    outcome: decision.outcome,
    wording: JSON.stringify(decision.wording),
  }
}

function toDecision(row: DecisionRow): Decision {
  return parsed('decision', Decision, {
    id: row.id,
    meetingId: row.meeting_id,
    itemId: row.item_id,
    number: toNumber(row),
    outcome: row.outcome,
    wording: fromJson(row.wording),
  })
}

function toActionRow(action: BareAction): StoredActionRow {
  return {
    id: action.id,
    meeting_id: action.meetingId,
    item_id: action.itemId,
    ...toNumberColumns(action.number),
    side: action.side,
    what: JSON.stringify(action.what),
    agency_id: action.agencyId,
    person_id: action.personId,
    channel: action.channel,
    due_on: action.dueOn,
    state: action.state,
    closed_on: action.closedOn,
    evidence: action.evidence,
  }
}

function toAction(row: StoredActionRow, changes: readonly DueChangeRow[]): Action {
  return parsed('action', Action, {
    id: row.id,
    meetingId: row.meeting_id,
    itemId: row.item_id,
    number: toNumber(row),
    side: row.side,
    what: fromJson(row.what),
    agencyId: row.agency_id,
    personId: row.person_id,
    channel: row.channel,
    dueOn: row.due_on,
    dueChanges: changes.map((change) => ({
      meetingId: change.meeting_id,
      from: change.due_from,
      to: change.due_to,
    })),
    state: row.state,
    closedOn: row.closed_on,
    evidence: row.evidence,
  })
}

function toNumberColumns({ meeting, year, serial }: SeriesNumber): NumberColumns {
  return { number_meeting: meeting, number_year: year, number_serial: serial }
}

function toNumber(row: NumberColumns) {
  return { meeting: row.number_meeting, year: row.number_year, serial: row.number_serial }
}
