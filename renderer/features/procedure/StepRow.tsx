import { ArrowDown, ArrowUp, Paperclip, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { StepView } from '../../../shared/mou/procedure.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import styles from './lists.module.css'
import { StepFacts } from './StepFacts.tsx'
import { StepStanding } from './StepStanding.tsx'
import { StepWarnings } from './StepWarnings.tsx'
import { standingWords } from './procedureWords.ts'

type Step = StepView['step']

/** One step of the procedure: how it stands, since when, by when, and what is still missing. */
export function StepRow(props: {
  readonly view: StepView
  readonly steps: readonly Step[]
  readonly onState: () => void
  readonly onPapers: () => void
  readonly onEdit: () => void
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: () => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { view, steps, onState, onPapers, onEdit, onMove, onRemove } = props
  const { step, standing, papers, warnings } = view
  const title = inLanguage(step.title, language)
  const isAsked = step.evidence !== null && standing !== 'notApplicable'
  const takesPapers = !step.restricted && (isAsked || papers > 0)
  const index = steps.indexOf(step)
  return (
    <li>
      <div>
        <p dir="auto">{title}</p>
        <StepFacts step={step} steps={steps} />
        <div className={styles.facts}>
          <StepStanding standing={standing}>{t(standingWords[standing])}</StepStanding>
          <StepDates view={view} />
          {takesPapers && (
            <Button
              variant="link"
              icon={Paperclip}
              aria-label={t('procedure.papersOfCount', { count: papers, step: title })}
              onPress={onPapers}
            >
              {t('procedure.papers', { count: papers })}
            </Button>
          )}
        </div>
        {step.state.kind === 'notApplicable' && (
          <p className={styles.said} dir="auto">
            {step.state.reason}
          </p>
        )}
        {step.note !== '' && (
          <p className={styles.said} dir="auto">
            {step.note}
          </p>
        )}
        <StepWarnings warnings={warnings} steps={steps} />
      </div>
      <Button compact aria-label={t('procedure.stateOf', { step: title })} onPress={onState}>
        {t('procedure.setState')}
      </Button>
      <MoreMenu
        label={t('shell.more', { name: title })}
        entries={[
          { id: 'edit', label: t('shell.edit'), icon: Pencil, run: onEdit },
          {
            id: 'up',
            label: t('procedure.moveUp'),
            icon: ArrowUp,
            isDisabled: index === 0,
            run: () => onMove(-1),
          },
          {
            id: 'down',
            label: t('procedure.moveDown'),
            icon: ArrowDown,
            isDisabled: index === steps.length - 1,
            run: () => onMove(1),
          },
          { id: 'remove', label: t('shell.remove'), icon: Trash2, run: onRemove },
        ]}
      />
    </li>
  )
}

/** The day on which a step was done or is planned, by when it is due, and what was not known when that was counted. */
function StepDates({ view: { step, due } }: { readonly view: StepView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { state, term } = step
  const years = due?.end?.yearsWithoutHolidays ?? []
  return (
    <>
      {state.kind === 'done' && <span>{t('procedure.facts.done', { date: format.date(state.on) })}</span>}
      {state.kind === 'planned' && state.on !== null && (
        <span>{t('procedure.facts.planned', { date: format.date(state.on) })}</span>
      )}
      {state.kind === 'planned' && due?.end && (
        <span>{t('procedure.facts.due', { date: format.date(due.end.on) })}</span>
      )}
      {state.kind === 'planned' && years.length > 0 && (
        <span>{t('procedure.unknownHolidays', { side: term?.side, years: years.join(', ') })}</span>
      )}
    </>
  )
}
