import type { Input } from '../../shared/api/contract.ts'
import { HolidayId } from '../../shared/ids.ts'
import type { Holiday } from '../../shared/mou/holidays.ts'
import { fail, ok } from '../../shared/result.ts'
import { notFound, type ServiceDeps, type Writing } from './serviceDeps.ts'

/** The days on which offices are closed, by country. */
export function createHolidayService({ store, records: { holidays } }: ServiceDeps) {
  const named = ({ date, side, name }: Omit<Holiday, 'id'>) => `${side} ${date} ${name}`

  return {
    list: (): readonly Holiday[] => holidays.all(),

    /** A country has one holiday on a day at most. */
    put({ holiday: { id, ...rest } }: Input<'holiday.put'>): Writing<Holiday> {
      if (id !== null && !holidays.find(id)) return notFound('holiday')
      const there = holidays.on(rest.date, rest.side)
      if (there && there.id !== id) return fail({ kind: 'AlreadyThere', what: 'holiday' })
      const holiday: Holiday = { ...rest, id: id ?? HolidayId.parse(store.newId()) }
      return store.change({ operation: 'holiday.put', about: named(holiday) }, () => {
        holidays.put(holiday)
        return ok(holiday)
      })
    },

    /** Takes over a table of one country. A day that is there already gets the name of the table. Answers all of it. */
    putAll({ side, days }: Input<'holiday.putAll'>): Writing<readonly Holiday[]> {
      return store.change({ operation: 'holiday.putAll', about: `${side} ${days.length}` }, () => {
        const all = days.map(({ date, name }) => {
          const id = holidays.on(date, side)?.id ?? HolidayId.parse(store.newId())
          const holiday: Holiday = { id, side, date, name }
          holidays.put(holiday)
          return holiday
        })
        return ok(all)
      })
    },

    remove({ holidayId }: Input<'holiday.remove'>): Writing<null> {
      const holiday = holidays.find(holidayId)
      if (!holiday) return notFound('holiday')
      return store.change({ operation: 'holiday.remove', about: named(holiday) }, () => {
        holidays.remove(holidayId)
        return ok(null)
      })
    },
  }
}
