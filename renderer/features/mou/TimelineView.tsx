import { useTranslation } from 'react-i18next'
import type { MouDossier, SigningTarget } from '../../../shared/mou/mou.ts'
import { type CalendarDate, inLanguage } from '../../../shared/values.ts'
import { today, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { useTargetWords } from '../mous/useTargetWords.ts'
import { type MarkKind, type Timeline, timelineOf } from './timeline.ts'
import styles from './TimelineView.module.css'

const height = 72
const axis = 50

/** Twelve months as a drawing; what it shows is heard as one sentence, and stands in the table below it. */
export function TimelineView({ dossier }: { readonly dossier: Pick<MouDossier, 'milestones' | 'mou'> }) {
  const { t } = useTranslation()
  const said = useTimelineSaid()
  const monthOf = useMonthName()
  const timeline = timelineOf(dossier, today())
  const { months, target, before, after } = timeline

  return (
    <figure className={styles.timeline}>
      <svg
        className={styles.drawing}
        width="100%"
        height={height}
        role="img"
        aria-label={said(timeline, dossier.mou.signingTarget)}
      >
        {months.map((month, index) => (
          <g key={month}>
            <line x1={share(index / 12)} x2={share(index / 12)} y1={0} y2={height} className={styles.grid} />
            <text x={share((index + 0.12) / 12)} y={14} className={styles.month}>
              {monthOf(month, false)}
            </text>
            {(index === 0 || month.slice(5, 7) === '01') && (
              <text x={share((index + 0.12) / 12)} y={28} className={styles.month}>
                {month.slice(0, 4)}
              </text>
            )}
          </g>
        ))}
        <TimelineMarks timeline={timeline} axis={axis} top={32} height={height} />
      </svg>
      {(before > 0 || after > 0) && (
        <p className={styles.beyond}>
          <span>{before > 0 && t('mou.timeline.before', { count: before })}</span>
          <span>{after > 0 && t('mou.timeline.after', { count: after })}</span>
        </p>
      )}
      <figcaption className={styles.legend} aria-hidden>
        <TimelineLegend isSigned={target?.isSigned ?? false} hasToday={timeline.today !== null} />
      </figcaption>
    </figure>
  )
}

/** The line with its marks, the span of the target and today, in a drawing as wide as the twelve months. */
export function TimelineMarks(props: {
  readonly timeline: Timeline
  /** Where the line is, and from where to where today is drawn, in pixels from the top. */
  readonly axis: number
  readonly top: number
  readonly height: number
}) {
  const language = useLanguage()
  const { timeline, axis, top, height } = props
  const { marks, target, line } = timeline
  return (
    <>
      {target && (
        <rect
          x={share(target.from)}
          width={share(Math.max(target.to - target.from, 0))}
          y={axis - 10}
          height={20}
          className={styles.span}
        />
      )}
      {line && line.past > line.from && (
        <line
          x1={share(line.from)}
          x2={share(Math.min(line.past, line.to))}
          y1={axis}
          y2={axis}
          className={styles.past}
        />
      )}
      {line && line.past < line.to && (
        <line
          x1={share(Math.max(line.past, line.from))}
          x2={share(line.to)}
          y1={axis}
          y2={axis}
          className={styles.future}
        />
      )}
      {timeline.today !== null && (
        <line
          x1={share(timeline.today)}
          x2={share(timeline.today)}
          y1={top}
          y2={height}
          className={styles.today}
        />
      )}
      {marks.map(({ kind, milestone, at }) => (
        <svg key={milestone.id} x={share(at)} y={axis} className={styles.mark}>
          <title>{inLanguage(milestone.title, language)}</title>
          <Mark kind={kind} />
        </svg>
      ))}
      {target && target.to < 1 && (
        <svg x={share(target.to)} y={axis} className={styles.mark}>
          <Flag isSigned={target.isSigned} />
        </svg>
      )}
    </>
  )
}

/** What the marks mean, one beside the other. */
export function TimelineLegend({
  isSigned,
  hasToday,
}: {
  readonly isSigned: boolean
  readonly hasToday: boolean
}) {
  const { t } = useTranslation()
  return (
    <>
      {(['done', 'planned', 'atRisk'] as const).map((kind) => (
        <span key={kind}>
          <svg width={16} height={16} viewBox="-8 -8 16 16">
            <Mark kind={kind} />
          </svg>
          {t(markWords[kind])}
        </span>
      ))}
      <span>
        <svg width={16} height={16} viewBox="-4 -12 16 16">
          <Flag isSigned={isSigned} />
        </svg>
        {isSigned ? t('mou.timeline.signed') : t('mou.columns.target')}
      </span>
      {hasToday && (
        <span>
          <svg width={8} height={16}>
            <line x1={4} x2={4} y1={0} y2={16} className={styles.today} />
          </svg>
          {t('mou.timeline.today')}
        </span>
      )}
    </>
  )
}

/** What a line of time shows, as one sentence. */
export function useTimelineSaid() {
  const { t } = useTranslation()
  const words = useTargetWords()
  const monthOf = useMonthName()
  return ({ months, marks }: Timeline, signingTarget: SigningTarget | null): string => {
    const count = (kind: MarkKind) => marks.filter((mark) => mark.kind === kind).length
    const [first = '', last = ''] = [months.at(0), months.at(-1)]
    return [
      t('mou.timeline.span', { from: monthOf(first, true), to: monthOf(last, true) }),
      t('mou.timeline.counts', { done: count('done'), planned: count('planned'), atRisk: count('atRisk') }),
      ...(signingTarget ? [t('mou.timeline.target', { span: words.span(signingTarget) })] : []),
    ].join('; ')
  }
}

/** "Mei", "Mei 2025". */
export function useMonthName() {
  const format = useFormat()
  return (date: CalendarDate, withYear: boolean): string => {
    const [, month = '', year = ''] = format.date(date, 'medium').split(' ')
    return withYear ? `${month} ${year}` : month
  }
}

export const markWords = {
  done: 'mou.mark.done',
  planned: 'mou.mark.planned',
  atRisk: 'mou.atRisk',
} as const satisfies Record<MarkKind, string>

/** Around 0,0: a filled diamond, a hollow one, a triangle with a mark of exclamation. */
export function Mark({ kind }: { readonly kind: MarkKind }) {
  if (kind === 'atRisk') {
    return (
      <g className={styles.atRisk}>
        <path d="M0 -6.5 L7 6 L-7 6 Z" />
        <path d="M0 -2 V2 M0 4 V4.4" />
      </g>
    )
  }
  return <path d="M0 -6 L6 0 L0 6 L-6 0 Z" className={kind === 'done' ? styles.done : styles.planned} />
}

/** Of the target, or filled: signed. */
export function Flag({ isSigned }: { readonly isSigned: boolean }) {
  return (
    <g className={isSigned ? styles.signed : styles.flag}>
      <path d="M0 3 V-12 L9 -8 L0 -4" />
    </g>
  )
}

/** A share of the width, 0 to 1, as SVG has it. */
export function share(of: number): string {
  return `${(of * 100).toFixed(3)}%`
}
