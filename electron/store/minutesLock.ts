import type Database from 'better-sqlite3'
import type { Fault } from '../../shared/fault.ts'
import type { MeetingId } from '../../shared/ids.ts'
import { codeOf } from './storeFault.ts'

type Row = 'OLD' | 'NEW'

/**
 * What of a table may change though the minutes of its meeting are agreed, since no paper has it. Everything else of
 * every table with a `meeting_id` is held, also columns and tables that come later: what is not named here is locked.
 */
const free: Readonly<Record<string, readonly string[] | 'all'>> = {
  note: 'all',
  settled_bracket: 'all',
  minutes: 'all', // held by rules of its own below
  minutes_circulation: 'all',
  minutes_signature: 'all',
  minutes_reopening: 'all',
  minutes_text: 'all',
  agenda_item: ['topic', 'proposed_by'],
  delegate: ['person_id', 'signed_at', 'signed_on'], // a seat has words of its own; signing comes later
  action: ['agency_id', 'person_id', 'channel', 'evidence', 'state', 'closed_on', 'due_on'], // the last three: below
}

/** Of a meeting itself: its kind, the title of its own, the venue and the clock of the screen are on no paper. */
const freeOfMeeting = ['kind', 'title', 'venue', 'counterpart_zone', 'words']

const message = 'minutes agreed: '
const isSealed = 'minutes.sealed IS NOT NULL'

/**
 * Keeps agreed minutes as they are: no write of any kind changes what they say, not even taking an act back. It is held
 * here for all of the program, by temporary triggers on the tables that minutes are composed of (as undo.ts has them):
 * a service that forgot to ask could not get past it. What a later act may do is what `free` and the rules below let
 * through; the test of the law composes the minutes after every write of the contract.
 */
export function createMinutesLock(db: Database.Database) {
  const has = db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'minutes'`).get()
  if (has === undefined) return { faultOf: () => null, sealed: () => 0 } // a schema from before
  for (const [table, columns] of tablesOfMeetings(db)) {
    const unlocked = free[table] ?? []
    if (unlocked === 'all') continue
    const held = columns.filter((column) => !unlocked.includes(column))
    // Internal events are on no paper.
    const shown = (row: Row) => (table === 'programme_event' ? `${row}.visibility = 'shared'` : 'TRUE')
    hold(db, table, 'INSERT', shown('NEW'), ofMeeting('NEW'))
    hold(db, table, 'DELETE', shown('OLD'), ofMeeting('OLD'))
    const when = `(${changed(held)}) AND (${shown('OLD')} OR ${shown('NEW')})`
    hold(db, table, 'UPDATE', when, `${ofMeeting('OLD')} UNION ${ofMeeting('NEW')}`)
  }
  holdActions(db)
  holdMeetings(db)
  holdTexts(db)
  holdLife(db)

  const meeting = db.prepare<[string], { number: number; heldOn: string }>(
    'SELECT number, held_on AS heldOn FROM meeting WHERE id = ?',
  )
  const count = db.prepare(`SELECT count(*) FROM minutes WHERE ${isSealed}`).pluck()
  return {
    /** The fault that an error stands for; null where it has nothing to do with agreed minutes. */
    faultOf(error: unknown): Fault | null {
      const meetingId = agreedMinutesIn(error)
      const of = meetingId && meeting.get(meetingId)
      return of ? { kind: 'MinutesAgreed', meetingId, ...of } : null
    },
    /** How many meetings have agreed minutes. */
    sealed: (): number => count.get() as number,
  }
}
export type MinutesLock = ReturnType<typeof createMinutesLock>

/** The meeting whose agreed minutes an error speaks of, if it does. */
export function agreedMinutesIn(error: unknown): MeetingId | null {
  if (codeOf(error) !== 'SQLITE_CONSTRAINT_TRIGGER' || !(error instanceof Error)) return null
  return error.message.startsWith(message) ? (error.message.slice(message.length) as MeetingId) : null
}

/** An action is also on the paper of every later meeting that looked back at it. */
function holdActions(db: Database.Database): void {
  const reviewedBy = (row: Row) => `
    SELECT later.id FROM meeting AS own
      CROSS JOIN meeting AS later ON later.series_id = own.series_id AND later.number > own.number
      CROSS JOIN minutes ON minutes.meeting_id = later.id AND ${isSealed}
      LEFT JOIN meeting AS last ON last.id = ${lastBefore('later')}
    WHERE own.id = ${row}.meeting_id
      AND (${row}.closed_on IS NULL OR last.id = own.id OR ${row}.closed_on > last.held_on)`
  const both = `${reviewedBy('OLD')} UNION ${reviewedBy('NEW')}`
  hold(db, 'action', 'INSERT', 'TRUE', reviewedBy('NEW'), 'reviewed')
  hold(db, 'action', 'DELETE', 'TRUE', reviewedBy('OLD'), 'reviewed')
  const held = columnsOf(db, 'action').filter((column) => !free['action']?.includes(column))
  hold(db, 'action', 'UPDATE', changed(held), both, 'reviewed')

  // A due date moves by a later meeting, which keeps what it was before; mending it outright changes old paper.
  const lastMove = '(SELECT meeting_id FROM due_change WHERE action_id = NEW.id ORDER BY id DESC LIMIT 1)'
  hold(
    db,
    'action',
    'UPDATE',
    changed(['due_on']),
    `SELECT id FROM (SELECT NEW.meeting_id AS id UNION ${both}) WHERE ${lastMove} IS NULL
       OR ${lastMove} IN (id, NEW.meeting_id)`,
    'due',
  )
  // Minutes say how an action stood on the day of their meeting, and name what was open when the last was over.
  hold(
    db,
    'action',
    'UPDATE',
    changed(['state', 'closed_on']),
    `SELECT later.id FROM meeting AS own
       CROSS JOIN meeting AS later ON later.series_id = own.series_id AND later.number > own.number
       LEFT JOIN meeting AS last ON last.id = ${lastBefore('later')}
     WHERE own.id = NEW.meeting_id
       AND min(coalesce(OLD.closed_on, '~'), coalesce(NEW.closed_on, '~'))
         <= max(later.held_on, coalesce(last.held_on, ''))`,
    'standing',
  )
}

/** A meeting, its series, and the one before it: minutes look back at that. */
function holdMeetings(db: Database.Database): void {
  const held = columnsOf(db, 'meeting').filter((column) => !freeOfMeeting.includes(column))
  hold(db, 'meeting', 'UPDATE', changed(held), 'SELECT NEW.id')
  hold(db, 'meeting', 'DELETE', 'TRUE', 'SELECT OLD.id')
  const lookingBack = (row: Row) => `
    SELECT later.id FROM meeting AS later
    WHERE later.series_id = ${row}.series_id AND later.number > ${row}.number AND later.id <> ${row}.id
      AND (EXISTS (SELECT 1 FROM confirmed_minutes WHERE confirmed_minutes.meeting_id = later.id)
        OR EXISTS (SELECT 1 FROM action WHERE action.meeting_id = ${row}.id)
        OR EXISTS (SELECT 1 FROM meeting AS former CROSS JOIN action ON action.meeting_id = former.id
                   WHERE former.series_id = later.series_id AND former.number < later.number)
        OR EXISTS (SELECT 1 FROM agenda_item AS item
                     LEFT JOIN agenda_item AS origin ON origin.id = item.origin_item_id
                     LEFT JOIN decision AS deferral ON deferral.id = item.origin_decision_id
                   WHERE item.meeting_id = later.id AND ${row}.id IN (origin.meeting_id, deferral.meeting_id)))`
  hold(db, 'meeting', 'INSERT', 'TRUE', lookingBack('NEW'), 'before')
  hold(db, 'meeting', 'DELETE', 'TRUE', lookingBack('OLD'), 'before')
  const both = `${lookingBack('OLD')} UNION ${lookingBack('NEW')}`
  hold(db, 'meeting', 'UPDATE', changed(['series_id', 'number', 'called_off']), both, 'before')
  const isLast = `SELECT later.id FROM meeting AS later
    WHERE later.series_id = NEW.series_id AND ${lastBefore('later')} = NEW.id`
  hold(db, 'meeting', 'UPDATE', changed(['held_on']), isLast, 'day')
  const ofSeries = 'SELECT id FROM meeting WHERE series_id = NEW.id'
  hold(db, 'series', 'UPDATE', changed(['name', 'short_name', 'relationship_id']), ofSeries)
}

/** The texts of the items, also the typing path, and the figures that they cite. */
function holdTexts(db: Database.Database): void {
  const ofItem = (row: Row) =>
    `SELECT meeting_id AS id FROM agenda_item WHERE agenda_item.id = ${row}.item_id`
  hold(db, 'item_text', 'INSERT', 'TRUE', ofItem('NEW'))
  hold(db, 'item_text', 'DELETE', 'TRUE', ofItem('OLD'))
  const ofText = (text: string) => `
    SELECT agenda_item.meeting_id AS id FROM item_text
      CROSS JOIN agenda_item ON agenda_item.id = item_text.item_id WHERE item_text.text_id = ${text}`
  hold(db, 'text_step', 'INSERT', 'TRUE', ofText('NEW.text_id'))
  const citing = `
    SELECT agenda_item.meeting_id AS id FROM text_ref
      CROSS JOIN item_text ON item_text.text_id = text_ref.text_id
      CROSS JOIN agenda_item ON agenda_item.id = item_text.item_id
    WHERE text_ref.record_id = OLD.id AND text_ref.kind = 'figure'`
  const held = columnsOf(db, 'figure').filter((column) => column !== 'words')
  hold(db, 'figure', 'UPDATE', changed(held), citing)
  hold(db, 'figure', 'DELETE', 'TRUE', citing)
}

/** The seal itself goes by taking back only while nobody has signed; what happened to former versions stays. */
function holdLife(db: Database.Database): void {
  db.exec(`
    CREATE TEMP TRIGGER "minutes_kept" AFTER DELETE ON main.minutes WHEN OLD.sealed IS NOT NULL BEGIN
      SELECT RAISE(ABORT, '${message}' || OLD.meeting_id);
    END;
    CREATE TEMP TRIGGER "minutes_signed" AFTER UPDATE ON main.minutes
    WHEN OLD.sealed IS NOT NULL AND NEW.sealed IS NOT OLD.sealed AND NEW.version = OLD.version
      AND EXISTS (SELECT 1 FROM minutes_signature WHERE meeting_id = OLD.meeting_id AND version = OLD.version)
    BEGIN
      SELECT RAISE(ABORT, 'signed minutes stay agreed');
    END;`)
  const present = (row: Row) => `(SELECT version FROM minutes WHERE meeting_id = ${row}.meeting_id)`
  for (const table of ['minutes_circulation', 'minutes_correction', 'minutes_agreement', 'minutes_signature'])
    for (const [event, row] of [
      ['INSERT', 'NEW'],
      ['UPDATE', 'OLD'],
      ['DELETE', 'OLD'],
    ] as const)
      db.exec(`
        CREATE TEMP TRIGGER "former_${table}_${event}" AFTER ${event} ON main."${table}"
        WHEN ${row}.version < ${present(row)} BEGIN
          SELECT RAISE(ABORT, 'former versions stay as they were');
        END;`)
}

/** Refuses what happens to a row while one of `meetings` (a select of ids) has agreed minutes. */
function hold(
  db: Database.Database,
  table: string,
  event: 'INSERT' | 'UPDATE' | 'DELETE',
  when: string,
  meetings: string,
  why = 'own',
): void {
  db.exec(`
    CREATE TEMP TRIGGER "agreed_${table}_${event}_${why}" AFTER ${event} ON main."${table}" WHEN ${when} BEGIN
      SELECT RAISE(ABORT, '${message}' || minutes.meeting_id) FROM minutes
      WHERE ${isSealed} AND minutes.meeting_id IN (${meetings});
    END;`)
}

function ofMeeting(row: Row): string {
  return `SELECT ${row}.meeting_id`
}

function changed(columns: readonly string[]): string {
  return columns.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ')
}

/** The meeting that the one called `of` looks back at; as `lastBefore` in meetingRepository.ts. */
function lastBefore(of: string): string {
  return `(SELECT id FROM meeting AS nearest WHERE nearest.series_id = ${of}.series_id
    AND nearest.number < ${of}.number AND nearest.called_off IS NULL ORDER BY nearest.number DESC LIMIT 1)`
}

function columnsOf(db: Database.Database, table: string): readonly string[] {
  return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
}

/** The tables whose rows belong to a meeting, each with its columns. */
function tablesOfMeetings(db: Database.Database): ReadonlyMap<string, readonly string[]> {
  const names = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*'`,
    )
    .pluck()
    .all()
  return new Map(
    names
      .map((name) => [name, columnsOf(db, name)] as const)
      .filter(([, columns]) => columns.includes('meeting_id')),
  )
}
