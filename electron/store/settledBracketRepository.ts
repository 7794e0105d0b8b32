import type Database from 'better-sqlite3'
import type { TextId } from '../../shared/ids.ts'
import { SettledBracket } from '../../shared/mou/settledBracket.ts'
import { fromJson, parsed } from './rows.ts'

type Row = {
  readonly text_id: string
  readonly bracket_id: string
  readonly outcome: string
  readonly sides: string
  readonly clause: string
  readonly wording: string
  readonly became: string
  readonly meeting_id: string | null
  readonly item_id: string | null
  readonly settled_at: string
  readonly settled_by: string
}

/** What was noted of brackets that were settled. */
export function createSettledBracketRepository(db: Database.Database) {
  const columns = `text_id, bracket_id, outcome, sides, clause, wording, became, meeting_id, item_id, settled_at,
    settled_by`
  const upsert = db.prepare<Row>(`
    INSERT INTO settled_bracket (${columns})
    VALUES (@text_id, @bracket_id, @outcome, @sides, @clause, @wording, @became, @meeting_id, @item_id, @settled_at,
      @settled_by)
    ON CONFLICT (text_id, bracket_id) DO UPDATE SET outcome = @outcome, sides = @sides, clause = @clause,
      wording = @wording, became = @became, meeting_id = @meeting_id, item_id = @item_id, settled_at = @settled_at,
      settled_by = @settled_by`)
  const select = db.prepare<[string], Row>(
    `SELECT ${columns} FROM settled_bracket WHERE text_id = ? ORDER BY settled_at DESC, bracket_id`,
  )

  const remove = db.prepare<[string, string]>(
    'DELETE FROM settled_bracket WHERE text_id = ? AND bracket_id = ?',
  )

  return {
    remove: (textId: TextId, bracketId: string): void => void remove.run(textId, bracketId),
    /** In the place of what was noted of the bracket before. */
    put: (settled: SettledBracket): void =>
      void upsert.run({
        text_id: settled.textId,
        bracket_id: settled.bracketId,
        outcome: settled.outcome,
        sides: JSON.stringify(settled.sides),
        clause: settled.clause,
        wording: settled.wording,
        became: settled.became,
        meeting_id: settled.meetingId,
        item_id: settled.itemId,
        settled_at: settled.settledAt,
        settled_by: settled.settledBy,
      }),
    /** The newest first. */
    ofText: (id: TextId): readonly SettledBracket[] => select.all(id).map(toSettled),
  }
}

function toSettled(row: Row): SettledBracket {
  return parsed('settled bracket', SettledBracket, {
    textId: row.text_id,
    bracketId: row.bracket_id,
    outcome: row.outcome,
    sides: fromJson(row.sides),
    clause: row.clause,
    wording: row.wording,
    became: row.became,
    meetingId: row.meeting_id,
    itemId: row.item_id,
    settledAt: row.settled_at,
    settledBy: row.settled_by,
  })
}
