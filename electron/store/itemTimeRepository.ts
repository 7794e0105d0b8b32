import type Database from 'better-sqlite3'
import type { MeetingId } from '../../shared/ids.ts'
import { ItemTime } from '../../shared/meeting/itemTime.ts'
import { parsed } from './rows.ts'

/** How long items were worked on at the table. It is no act of anybody: undo leaves it alone. */
export function createItemTimeRepository(db: Database.Database) {
  const raise = db.prepare<[string, number]>(`
    INSERT INTO item_time (item_id, spent) VALUES (?, ?)
    ON CONFLICT (item_id) DO UPDATE SET spent = max(spent, excluded.spent)`)
  const selectOfMeeting = db.prepare<[string], { readonly itemId: string; readonly spent: number }>(`
    SELECT item_id AS itemId, spent FROM agenda_item CROSS JOIN item_time ON item_id = agenda_item.id
    WHERE meeting_id = ? ORDER BY item_id`)

  return {
    /** A time only grows: what another window has seen of the same item takes nothing away. */
    keep: ({ itemId, spent }: ItemTime): void => void raise.run(itemId, spent),
    /** Of the items that are on the agenda; none of one that was never worked on. */
    ofMeeting: (id: MeetingId): readonly ItemTime[] =>
      selectOfMeeting.all(id).map((row) => parsed('time of an item', ItemTime, row)),
  }
}
