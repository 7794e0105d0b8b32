import { CircleHelp, Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TemplateStep } from '../../../shared/mou/procedure.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Chip } from '../../ui/Chip.tsx'
import styles from './lists.module.css'
import { certaintyWords } from './procedureWords.ts'

/** Where a step is laid down and how sure that is, its term, and the paper that proves it. */
export function StepFacts(props: {
  readonly step: TemplateStep
  readonly steps: readonly Pick<TemplateStep, 'key' | 'title'>[]
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { step, steps } = props
  const after = steps.find(({ key }) => key === step.term?.after)
  return (
    <div className={styles.facts}>
      <span>
        {step.source}
        {step.sourceAddress !== '' && ` (${step.sourceAddress})`}
      </span>
      {step.certainty !== 'rule' && (
        <Chip tone="attention" icon={CircleHelp}>
          {t(certaintyWords[step.certainty])}
        </Chip>
      )}
      {step.term && after && (
        <span>
          {t('procedure.termAfter', {
            count: step.term.workingDays,
            side: step.term.side,
            step: inLanguage(after.title, language),
          })}
        </span>
      )}
      {step.evidence && (
        <span>{t('procedure.evidenceNamed', { evidence: inLanguage(step.evidence, language) })}</span>
      )}
      {step.restricted && (
        <Chip icon={Lock} tone="plain">
          {t('procedure.restricted')}
        </Chip>
      )}
    </div>
  )
}
