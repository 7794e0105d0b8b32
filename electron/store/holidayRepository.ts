import type Database from 'better-sqlite3'
import type { HolidayId } from '../../shared/ids.ts'
import { Holiday } from '../../shared/mou/holidays.ts'
import type { CalendarDate, Side } from '../../shared/values.ts'
import { parsed } from './rows.ts'

/** The holidays of every country whose working days count. */
export function createHolidayRepository(db: Database.Database) {
  const upsert = db.prepare<Holiday>(`
    INSERT INTO holiday (id, side, date, name) VALUES (@id, @side, @date, @name)
    ON CONFLICT (id) DO UPDATE SET side = @side, date = @date, name = @name`)
  const selectOne = db.prepare<[string], Holiday>('SELECT id, side, date, name FROM holiday WHERE id = ?')
  const selectOn = db.prepare<[string, string], Holiday>(`
    SELECT id, side, date, name FROM holiday WHERE date = ? AND side = ?`)
  const selectAll = db.prepare<[], Holiday>(`
    SELECT id, side, date, name FROM holiday WHERE date > '' ORDER BY date, side`)
  const remove = db.prepare<[string]>('DELETE FROM holiday WHERE id = ?')

  return {
    put: (holiday: Holiday): void => void upsert.run(holiday),
    find: (id: HolidayId): Holiday | null => toHoliday(selectOne.get(id)),
    on: (date: CalendarDate, side: Side): Holiday | null => toHoliday(selectOn.get(date, side)),
    /** In the order of their dates. */
    all: (): readonly Holiday[] => selectAll.all().map((row) => parsed('holiday', Holiday, row)),
    remove: (id: HolidayId): void => void remove.run(id),
  }
}

function toHoliday(row: Holiday | undefined): Holiday | null {
  return row ? parsed('holiday', Holiday, row) : null
}
