import { useTranslation } from 'react-i18next'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import { inLanguage } from '../../../shared/values.ts'
import { today, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { useTargetWords } from '../mous/useTargetWords.ts'
import { type MarkKind, timelineOf } from './timeline.ts'
import styles from './TimelineView.module.css'

const height = 72
const axis = 50

/** Twelve months as a drawing; what it shows is heard as one sentence, and stands in the table below it. */
export function TimelineView({ dossier }: { readonly dossier: Pick<MouDossier, 'milestones' | 'mou'> }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const words = useTargetWords()
  const timeline = timelineOf(dossier, today())
  const { months, marks, target, line, before, after } = timeline
  const count = (kind: MarkKind) => marks.filter((mark) => mark.kind === kind).length
  const [first = '', last = ''] = [months.at(0), months.at(-1)]
  const said = [
    t('mou.timeline.span', { from: monthOf(first, true), to: monthOf(last, true) }),
    t('mou.timeline.counts', { done: count('done'), planned: count('planned'), atRisk: count('atRisk') }),
    ...(dossier.mou.signingTarget
      ? [t('mou.timeline.target', { span: words.span(dossier.mou.signingTarget) })]
      : []),
  ].join('; ')

  function monthOf(date: string, withYear: boolean): string {
    const [, month = '', year = ''] = format.date(date, 'medium').split(' ')
    return withYear ? `${month} ${year}` : month
  }

  return (
    <figure className={styles.timeline}>
      <svg className={styles.drawing} width="100%" height={height} role="img" aria-label={said}>
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
            y1={32}
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
      </svg>
      {(before > 0 || after > 0) && (
        <p className={styles.beyond}>
          <span>{before > 0 && t('mou.timeline.before', { count: before })}</span>
          <span>{after > 0 && t('mou.timeline.after', { count: after })}</span>
        </p>
      )}
      <figcaption className={styles.legend} aria-hidden>
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
            <Flag isSigned={target?.isSigned ?? false} />
          </svg>
          {target?.isSigned ? t('mou.timeline.signed') : t('mou.columns.target')}
        </span>
        {timeline.today !== null && (
          <span>
            <svg width={8} height={16}>
              <line x1={4} x2={4} y1={0} y2={16} className={styles.today} />
            </svg>
            {t('mou.timeline.today')}
          </span>
        )}
      </figcaption>
    </figure>
  )
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

function Flag({ isSigned }: { readonly isSigned: boolean }) {
  return (
    <g className={isSigned ? styles.signed : styles.flag}>
      <path d="M0 3 V-12 L9 -8 L0 -4" />
    </g>
  )
}

function share(of: number): string {
  return `${(of * 100).toFixed(3)}%`
}
