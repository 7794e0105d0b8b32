import { useTranslation } from 'react-i18next'
import type { PipelineRow } from '../../../shared/meeting/home.ts'
import type { CalendarDate } from '../../../shared/values.ts'
import { useFormat } from '../../i18n/format.ts'
import { Unseen } from '../../ui/Unseen.tsx'
import { commonStart, timelineOf } from '../mou/timeline.ts'
import { share, TimelineLegend, TimelineMarks, useMonthName, useTimelineSaid } from '../mou/TimelineView.tsx'
import styles from './Pipeline.module.css'

const height = 36
const axis = 20
const nothing = { milestones: [], mou: { signingTarget: null, force: null } }

/** The twelve months over all rows, with the day. The words are for the eye: each row says its own span. */
export function MonthHeads({ day }: { readonly day: CalendarDate }) {
  const { t } = useTranslation()
  const format = useFormat()
  const monthOf = useMonthName()
  const { months, today } = timelineOf(nothing, day, commonStart(day))
  return (
    <>
      <Unseen>{t('home.months')}</Unseen>
      <span className={styles.heads} aria-hidden>
        {months.map((month, index) => (
          <span key={month}>
            {monthOf(month, false)}
            {(index === 0 || month.slice(5, 7) === '01') && (
              <span className={styles.year}>{month.slice(0, 4)}</span>
            )}
          </span>
        ))}
        {today !== null && (
          <strong style={{ insetInlineStart: share(today) }}>{format.date(day, 'dayMonth')}</strong>
        )}
      </span>
    </>
  )
}

/** The way of one memorandum over the months that all of them share. */
export function PipelineLine({ row, day }: { readonly row: PipelineRow; readonly day: CalendarDate }) {
  const { t } = useTranslation()
  const said = useTimelineSaid()
  const timeline = timelineOf({ milestones: row.milestones, mou: row }, day, commonStart(day))
  const { before, after } = timeline
  return (
    <span className={styles.line}>
      <svg
        className={styles.drawing}
        width="100%"
        height={height}
        role="img"
        aria-label={said(timeline, row.signingTarget)}
      >
        {timeline.months.map((month, index) => (
          <line
            key={month}
            x1={share(index / 12)}
            x2={share(index / 12)}
            y1={-8}
            y2={height + 8}
            className={styles.grid}
          />
        ))}
        <TimelineMarks timeline={timeline} axis={axis} top={-8} height={height + 8} />
      </svg>
      {before > 0 && (
        <span className={styles.before} title={t('mou.timeline.before', { count: before })}>
          ◂ {before}
        </span>
      )}
      {after > 0 && (
        <span className={styles.after} title={t('mou.timeline.after', { count: after })}>
          {after} ▸
        </span>
      )}
    </span>
  )
}

/** What the marks mean. */
export function PipelineLegend() {
  return (
    <p className={styles.legend} aria-hidden>
      <TimelineLegend isSigned={false} hasToday={false} />
    </p>
  )
}
