import { useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarArrowDown, ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CalendarView, movedDay, shownWeeks } from '../../../shared/meeting/calendar.ts'
import type { CalendarDate } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useFormat } from '../../i18n/format.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { useToday } from '../../ui/useNow.ts'
import { CalendarGrid } from './CalendarGrid.tsx'
import styles from './CalendarPage.module.css'
import { DayList } from './DayList.tsx'
import { entriesByDay } from './entries.ts'
import { IcsDialog } from './IcsDialog.tsx'

/** Meetings, what memoranda wait for, and what is due, by day. */
export function CalendarPage() {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const today = useToday()
  const address = useSearch({ from: '/calendar' })
  const { view = 'month', day = today } = address
  const [isExporting, setExporting] = useState(false)
  const days = shownWeeks(view, day).flat()
  const [from = day, to = day] = [days.at(0), days.at(-1)]
  const reading = useRead('calendar.read', { from, to }, { keep: true })
  const label = view === 'month' ? format.date(day, 'monthYear') : format.days(from, to)

  /** Another month or week is a step that Back takes back; another day of the same is none. */
  const go = (change: { readonly view?: CalendarView; readonly day?: CalendarDate }) => {
    const next = { view, day, ...change }
    const isSame = next.view === view && shownWeeks(view, next.day)[0]?.[0] === from
    void navigate({
      to: '/calendar',
      search: { ...(next.view !== 'month' && { view: next.view }), day: next.day },
      replace: isSame,
    })
  }
  const turn = (key: 'PageUp' | 'PageDown') => go({ day: movedDay(day, key, view) ?? day })

  useCommands(
    useMemo(
      (): readonly Command[] => [
        {
          id: 'calendar.export',
          label: t('calendar.export'),
          icon: CalendarArrowDown,
          keys: 'F12',
          run: () => setExporting(true),
        },
        ...(['ArrowLeft', 'PageDown', 'Enter'] as const).map((keys, at) => ({
          id: `calendar.${keys}`,
          label: [t('calendar.keys.day'), t('calendar.keys.page'), t('calendar.keys.open')][at] ?? '',
          keys,
          keysElsewhere: true,
          kind: 'key' as const,
          run: () => undefined,
        })),
      ],
      [t],
    ),
  )

  const list = useRef<HTMLDivElement>(null)
  const goToList = () => (list.current?.querySelector('a') ?? list.current)?.focus()
  const goToDay = () => document.querySelector<HTMLElement>(`[role="grid"] [data-day="${day}"]`)?.focus()

  return (
    <Page
      title={t('shell.calendar')}
      actions={
        <Button icon={CalendarArrowDown} onPress={() => setExporting(true)}>
          {t('calendar.export')}
        </Button>
      }
    >
      <div className={styles.tools}>
        <IconButton
          label={t(view === 'month' ? 'calendar.previousMonth' : 'calendar.previousWeek')}
          icon={ChevronLeft}
          bordered
          onPress={() => turn('PageUp')}
        />
        <IconButton
          label={t(view === 'month' ? 'calendar.nextMonth' : 'calendar.nextWeek')}
          icon={ChevronRight}
          bordered
          onPress={() => turn('PageDown')}
        />
        <Button onPress={() => go({ day: today })}>{t('calendar.today')}</Button>
        <h2 className={styles.period} aria-live="polite">
          {label}
        </h2>
        <Segments<CalendarView>
          label={t('calendar.view')}
          value={view}
          onChange={(view) => go({ view })}
          choices={[
            { value: 'month', label: t('calendar.month') },
            { value: 'week', label: t('calendar.week') },
          ]}
        />
      </div>
      <Loaded reading={reading} lines={10}>
        {(facts) => {
          const entries = entriesByDay(facts)
          return (
            <div className={classes(styles.desk, styles[view])}>
              <Card>
                <CalendarGrid
                  {...{ view, day, today, label, entries }}
                  holidays={facts.holidays}
                  onDay={(day) => go({ day })}
                  onList={goToList}
                />
              </Card>
              <DayList
                day={day}
                entries={entries.get(day) ?? []}
                holidays={facts.holidays.filter(({ date }) => date === day)}
                listRef={list}
                onBack={goToDay}
              />
              {isExporting && (
                <IcsDialog
                  what={{ kind: 'days', from, to, meetings: facts.meetings }}
                  onClose={() => setExporting(false)}
                />
              )}
            </div>
          )
        }}
      </Loaded>
    </Page>
  )
}
