import type Database from 'better-sqlite3'
import type { DelegateId, MeetingId, PersonId } from '../../shared/ids.ts'
import { Delegate } from '../../shared/meeting/meeting.ts'
import type { Side } from '../../shared/values.ts'
import { fromJson, parsed } from './rows.ts'

type Row = {
  readonly id: string
  readonly meeting_id: string
  readonly person_id: string
  readonly side: string
  readonly role: string
  readonly rank: number
  readonly presence: string
  readonly represented_by: string | null
  readonly represented_name: string | null
  readonly in_room: string
  readonly honorific: string
  readonly name: string
  readonly khmer_name: string
  readonly title: string
  readonly agency: string
  readonly signs_as: string
  readonly signed_at: string
  readonly signed_on: string | null
}

/** A delegate without the position, which is counted from the ranks of all on the side. */
export type UnplacedDelegate = Omit<Delegate, 'position'>
type RankedDelegate = { readonly delegate: UnplacedDelegate; readonly rank: number }

/** The delegations of meetings. */
export function createDelegateRepository(db: Database.Database) {
  const columns = `id, meeting_id, person_id, side, role, rank, presence, represented_by, represented_name, in_room,
    honorific, name, khmer_name, title, agency, signs_as, signed_at, signed_on`
  const upsert = db.prepare<Row>(`
    INSERT INTO delegate (${columns})
    VALUES (@id, @meeting_id, @person_id, @side, @role, @rank, @presence, @represented_by, @represented_name,
      @in_room, @honorific, @name, @khmer_name, @title, @agency, @signs_as, @signed_at, @signed_on)
    ON CONFLICT (id) DO UPDATE SET role = @role, rank = @rank, presence = @presence,
      represented_by = @represented_by, represented_name = @represented_name, in_room = @in_room,
      honorific = @honorific, name = @name, khmer_name = @khmer_name, title = @title, agency = @agency, signs_as = @signs_as,
      signed_at = @signed_at, signed_on = @signed_on`)
  const selectOne = db.prepare<[string], Row>(`SELECT ${columns} FROM delegate WHERE id = ?`)
  const selectOfMeeting = db.prepare<[string], Row>(`
    SELECT ${columns} FROM delegate WHERE meeting_id = ? ORDER BY side, rank, id`)
  const selectOfSide = db.prepare<[string, string], Row>(`
    SELECT ${columns} FROM delegate WHERE meeting_id = ? AND side = ? ORDER BY rank, id`)
  const selectOfPerson = db.prepare<[string], Row>(`
    SELECT ${columns} FROM delegate WHERE person_id = ? ORDER BY id`)
  const selectRepresented = db.prepare<[string], Row>(`
    SELECT ${columns} FROM delegate WHERE represented_by = ? ORDER BY id`)
  const updateRank = db.prepare<{ readonly id: string; readonly rank: number }>(
    'UPDATE delegate SET rank = @rank WHERE id = @id AND rank <> @rank',
  )
  const remove = db.prepare<[string]>('DELETE FROM delegate WHERE id = ?')
  const removeOfMeeting = db.prepare<[string]>('DELETE FROM delegate WHERE meeting_id = ?')

  return {
    put: (delegate: UnplacedDelegate, rank: number): void => void upsert.run(toRow(delegate, rank)),
    find: (id: DelegateId): RankedDelegate | null => {
      const row = selectOne.get(id)
      return row ? toRanked(row) : null
    },
    /** By side in the order of codes, then by protocol. */
    ofMeeting: (id: MeetingId): readonly Delegate[] => placed(selectOfMeeting.all(id).map(toRanked)),
    /** In the order of protocol. */
    ofSide: (id: MeetingId, side: Side): readonly RankedDelegate[] =>
      selectOfSide.all(id, side).map(toRanked),
    ofPerson: (id: PersonId): readonly UnplacedDelegate[] =>
      selectOfPerson.all(id).map((row) => toRanked(row).delegate),
    /** Whom the delegate sits for. */
    representedBy: (id: DelegateId): readonly UnplacedDelegate[] =>
      selectRepresented.all(id).map((row) => toRanked(row).delegate),
    rank: (id: DelegateId, rank: number): void => void updateRank.run({ id, rank }),
    remove: (id: DelegateId): void => void remove.run(id),
    removeOfMeeting: (id: MeetingId): void => void removeOfMeeting.run(id),
  }
}

function placed(ranked: readonly RankedDelegate[]): readonly Delegate[] {
  const seats = new Map<Side, number>()
  return ranked.map(({ delegate }) => {
    const position = seats.get(delegate.side) ?? 0
    seats.set(delegate.side, position + 1)
    return { ...delegate, position }
  })
}

function toRow(delegate: UnplacedDelegate, rank: number): Row {
  const { representedBy } = delegate
  return {
    id: delegate.id,
    meeting_id: delegate.meetingId,
    person_id: delegate.personId,
    side: delegate.side,
    role: delegate.role,
    rank,
    presence: delegate.presence,
    represented_by: representedBy && 'delegateId' in representedBy ? representedBy.delegateId : null,
    represented_name: representedBy && 'name' in representedBy ? representedBy.name : null,
    in_room: JSON.stringify(delegate.inRoom),
    honorific: delegate.honorific,
    name: delegate.name,
    khmer_name: delegate.khmerName,
    title: JSON.stringify(delegate.title),
    agency: JSON.stringify(delegate.agency),
    signs_as: delegate.signsAs,
    signed_at: JSON.stringify(delegate.signedAt),
    signed_on: delegate.signedOn,
  }
}

const StoredDelegate = Delegate.omit({ position: true })

function toRanked(row: Row): RankedDelegate {
  const delegate = parsed('delegate', StoredDelegate, {
    id: row.id,
    meetingId: row.meeting_id,
    personId: row.person_id,
    side: row.side,
    role: row.role,
    presence: row.presence,
    representedBy: toRepresentative(row),
    inRoom: fromJson(row.in_room),
    honorific: row.honorific,
    name: row.name,
    khmerName: row.khmer_name,
    title: fromJson(row.title),
    agency: fromJson(row.agency),
    signsAs: row.signs_as,
    signedAt: fromJson(row.signed_at),
    signedOn: row.signed_on,
  })
  return { delegate, rank: row.rank }
}

function toRepresentative({ represented_by, represented_name }: Row) {
  if (represented_by !== null) return { delegateId: represented_by }
  return represented_name === null ? null : { name: represented_name }
}
