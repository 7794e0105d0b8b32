import { Link } from '@tanstack/react-router'
import { Brackets, ChartGantt, Plus, Table2, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Home, PipelineRow } from '../../../shared/meeting/home.ts'
import { type CalendarDate, inLanguage } from '../../../shared/values.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import type { PipelineView, StageFilter } from '../../router.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Card } from '../../ui/Page.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { StageSegments } from '../mous/StageSegments.tsx'
import { StageStrip } from '../mous/StageStrip.tsx'
import { timeLeft } from '../mous/target.ts'
import { useTargetWords } from '../mous/useTargetWords.ts'
import { MonthHeads, PipelineLegend, PipelineLine } from './PipelineLine.tsx'
import styles from './Pipeline.module.css'

/** Where every memorandum stands, and when it is to be signed: along the months, or in columns. */
export function Pipeline(props: {
  readonly memoranda: Home['memoranda']
  readonly day: CalendarDate
  readonly view: PipelineView
  readonly stage: StageFilter | null
  readonly onView: (view: PipelineView) => void
  readonly onStage: (stage: StageFilter | null) => void
  readonly onNew: () => void
}) {
  const { t } = useTranslation()
  const { memoranda, day, view, stage, onView, onStage, onNew } = props
  const rows = memoranda.rows.filter((row) => stage === null || (row.stage ?? 'none') === stage)
  const counted = memoranda.byStage
    .filter((one) => stage === null || (one.stage ?? 'none') === stage)
    .reduce((sum, { count }) => sum + count, 0)
  if (memoranda.byStage.length === 0)
    return (
      <Card title={t('home.pipeline')}>
        <EmptyState
          button={
            <Button icon={Plus} onPress={onNew}>
              {t('mou.new')}
            </Button>
          }
        >
          {t('home.noMous')}
        </EmptyState>
      </Card>
    )
  return (
    <Card
      title={t('home.pipeline')}
      actions={
        <div className={styles.tools}>
          <StageSegments counts={memoranda.byStage} value={stage} onChange={onStage} />
          <Segments<PipelineView>
            label={t('home.pipelineView')}
            value={view}
            onChange={onView}
            choices={[
              { value: 'timeline', label: t('home.timeline'), icon: ChartGantt },
              { value: 'table', label: t('home.table'), icon: Table2 },
            ]}
          />
        </div>
      }
    >
      {rows.length === 0 ? (
        <EmptyState button={<Button onPress={() => onStage(null)}>{t('mou.showAll')}</Button>}>
          {t('mou.noneAt')}
        </EmptyState>
      ) : (
        <>
          <table className={classes(styles.table, view === 'timeline' ? styles.along : styles.columns)}>
            <thead>{view === 'timeline' ? <TimelineHeads day={day} /> : <TableHeads />}</thead>
            <tbody>
              {rows.map((row) =>
                view === 'timeline' ? (
                  <TimelineRow key={row.id} row={row} day={day} />
                ) : (
                  <TableRow key={row.id} row={row} day={day} />
                ),
              )}
            </tbody>
          </table>
          {view === 'timeline' && <PipelineLegend />}
        </>
      )}
      {rows.length < counted && (
        <p className={styles.rest}>
          <Link to="/mou" search={stage === null ? {} : { stage }}>
            {t('home.moreMous', { count: counted - rows.length })}
          </Link>
        </p>
      )}
    </Card>
  )
}

function TimelineHeads({ day }: { readonly day: CalendarDate }) {
  const { t } = useTranslation()
  return (
    <tr>
      <th scope="col">{t('mou.columns.mou')}</th>
      <th scope="col">{t('mou.columns.stage')}</th>
      <th scope="col" className={styles.months}>
        <MonthHeads day={day} />
      </th>
      <th scope="col" className={styles.end}>
        {t('mou.columns.target')}
      </th>
    </tr>
  )
}

function TimelineRow({ row, day }: { readonly row: PipelineRow; readonly day: CalendarDate }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { openBrackets } = row
  return (
    <tr>
      <th scope="row">
        <span className={styles.mou}>
          <CountryCode side={row.otherSide} />
          <span className={styles.words}>
            <Name row={row} />
            <span className={styles.facts}>
              <span>{countryOf(row.otherSide).name[language]}</span>
              {openBrackets !== null && openBrackets > 0 && (
                <span className={styles.brackets}>
                  <Brackets size={13} aria-hidden /> {t('mou.inBrackets', { count: openBrackets })}
                </span>
              )}
            </span>
          </span>
        </span>
      </th>
      <td>
        <StageStrip stage={row.stage} />
      </td>
      <td className={styles.months}>
        <PipelineLine row={row} day={day} />
      </td>
      <td className={styles.end}>
        <Target row={row} />
        <Left row={row} day={day} />
      </td>
    </tr>
  )
}

function TableHeads() {
  const { t } = useTranslation()
  return (
    <tr>
      <th scope="col">{t('mou.columns.mou')}</th>
      <th scope="col">{t('home.partner')}</th>
      <th scope="col">{t('mou.columns.stage')}</th>
      <th scope="col" className={styles.end}>
        {t('mou.brackets.title')}
      </th>
      <th scope="col">{t('mou.columns.next')}</th>
      <th scope="col" className={styles.end}>
        {t('mou.columns.target')}
      </th>
      <th scope="col" className={styles.end}>
        {t('home.left')}
      </th>
    </tr>
  )
}

function TableRow({ row, day }: { readonly row: PipelineRow; readonly day: CalendarDate }) {
  const language = useLanguage()
  const format = useFormat()
  const { next } = row
  return (
    <tr>
      <th scope="row">
        <Name row={row} />
      </th>
      <td>{countryOf(row.otherSide).name[language]}</td>
      <td>
        <StageStrip stage={row.stage} />
      </td>
      <td className={styles.end}>{row.openBrackets === null ? '–' : format.number(row.openBrackets)}</td>
      <td dir="auto">
        {next ? inLanguage(next.title, language) : '–'}
        {next?.plannedOn && <span className={styles.left}> {format.date(next.plannedOn, 'medium')}</span>}
      </td>
      <td className={styles.end}>
        <Target row={row} />
      </td>
      <td className={styles.end}>
        <Left row={row} day={day} />
      </td>
    </tr>
  )
}

function Name({ row }: { readonly row: PipelineRow }) {
  return (
    <Link to="/mou/$mouId" params={{ mouId: row.id }} className={styles.name} dir="auto">
      {row.shortTitle}
    </Link>
  )
}

function Target({ row: { signingTarget } }: { readonly row: PipelineRow }) {
  const words = useTargetWords()
  return <span className={styles.day}>{signingTarget ? words.span(signingTarget) : '–'}</span>
}

function Left({ row, day }: { readonly row: PipelineRow; readonly day: CalendarDate }) {
  const words = useTargetWords()
  const left = row.signingTarget && timeLeft(row.signingTarget, row.stage, day)
  if (!left) return null
  return (
    <span className={left.kind === 'over' ? styles.late : styles.left}>
      {left.kind === 'over' && <TriangleAlert size={13} aria-hidden />} {words.left(left)}
    </span>
  )
}
