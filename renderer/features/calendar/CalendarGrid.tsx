import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type CalendarView, movedDay, shownWeeks, weekOf } from '../../../shared/meeting/calendar.ts'
import type { Holiday } from '../../../shared/mou/holidays.ts'
import type { CalendarDate } from '../../../shared/values.ts'
import { useFormat } from '../../i18n/format.ts'
import { classes } from '../../ui/classes.ts'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { Unseen } from '../../ui/Unseen.tsx'
import styles from './CalendarGrid.module.css'
import { EntryLink, placeOf } from './EntryLink.tsx'
import { countOf, type Entry } from './entries.ts'

/** How many entries the cell of a month shows; the list of the day has all. */
const inCell = 3

/**
 * The days of a month or week. One of them is chosen and has the focus; arrows and PageUp, PageDown move it, Enter opens
 * the one thing that is on it, or goes to the list of the day where there are more.
 */
export function CalendarGrid(props: {
  readonly view: CalendarView
  readonly day: CalendarDate
  readonly today: CalendarDate
  readonly label: string
  readonly entries: ReadonlyMap<CalendarDate, readonly Entry[]>
  readonly holidays: readonly Holiday[]
  readonly onDay: (day: CalendarDate) => void
  /** Goes to the list of the chosen day. */
  readonly onList: () => void
}) {
  const format = useFormat()
  const router = useRouter()
  const { view, day, today, label, entries, holidays, onDay, onList } = props
  const grid = useRef<HTMLTableElement>(null)
  /** Where the focus is to be: the day may still have to be drawn, and drawing other weeks may take the focus away. */
  const wanted = useRef<CalendarDate | null>(null)

  const goTo = (date: CalendarDate) =>
    grid.current?.querySelector<HTMLElement>(`[data-day="${date}"]`)?.focus()

  useEffect(() => {
    if (wanted.current !== null) goTo(wanted.current)
    if (wanted.current === day) wanted.current = null
  }, [day])

  function choose(next: CalendarDate) {
    goTo(next)
    if (next === day) return
    wanted.current = next
    onDay(next)
  }

  /** From the day that has the focus: a key that is held down is faster than the address. */
  function pressed(event: KeyboardEvent<HTMLElement>, date: CalendarDate) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.target !== event.currentTarget) return
    const next = movedDay(date, event.key, view)
    if (next !== null) {
      event.preventDefault()
      choose(next)
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      const there = entries.get(date) ?? []
      const [only] = there
      if (only && there.length === 1) void router.navigate(placeOf(only))
      else onList()
    }
  }

  return (
    <table role="grid" aria-label={label} ref={grid} className={classes(styles.grid, styles[view])}>
      <thead>
        <tr>
          {weekOf(day).map((date) => (
            <th key={date} scope="col">
              {format.weekday(date)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shownWeeks(view, day).map((week) => (
          <tr key={week[0]}>
            {week.map((date) => (
              <Day
                key={date}
                date={date}
                view={view}
                isChosen={date === day}
                isToday={date === today}
                isOutside={view === 'month' && date.slice(0, 7) !== day.slice(0, 7)}
                entries={entries.get(date) ?? none}
                holidays={holidays.filter((holiday) => holiday.date === date)}
                onKeyDown={(event) => pressed(event, date)}
                onChoose={() => choose(date)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const none: readonly Entry[] = []

function Day(props: {
  readonly date: CalendarDate
  readonly view: CalendarView
  readonly isChosen: boolean
  readonly isToday: boolean
  readonly isOutside: boolean
  readonly entries: readonly Entry[]
  readonly holidays: readonly Holiday[]
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onChoose: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { date, view, isChosen, isToday, isOutside, entries, holidays, onKeyDown, onChoose } = props
  const shown = view === 'month' ? entries.slice(0, inCell) : entries
  const rest = countOf(entries) - countOf(shown)
  return (
    <td
      role="gridcell"
      data-day={date}
      tabIndex={isChosen ? 0 : -1}
      aria-selected={isChosen}
      {...(isToday && { 'aria-current': 'date' as const })}
      className={classes(
        styles.day,
        isChosen && styles.chosen,
        isToday && styles.today,
        isOutside && styles.outside,
        holidays.length > 0 && styles.holiday,
      )}
      onKeyDown={onKeyDown}
      onClick={onChoose}
    >
      <Unseen>
        {format.date(date, 'full')}, {t('calendar.count', { count: countOf(entries) })}
      </Unseen>
      <span className={styles.number} aria-hidden>
        <strong>{Number(date.slice(8))}</strong>
        {(view === 'week' || date.endsWith('-01')) && (
          <span className={styles.monthName}>{format.date(date, 'dayMonth').split(' ')[1]}</span>
        )}
      </span>
      {holidays.map(({ id, side, name }) => (
        <span key={id} className={styles.closed} dir="auto">
          <CountryCode side={side} /> <span>{name}</span>
        </span>
      ))}
      <span className={styles.entries}>
        {shown.map((entry) => (
          <EntryLink key={entry.id} entry={entry} size={view === 'month' ? 'brief' : 'cell'} />
        ))}
        {rest > 0 && (
          <span className={styles.rest}>{t('calendar.more', { number: format.number(rest) })}</span>
        )}
      </span>
    </td>
  )
}
