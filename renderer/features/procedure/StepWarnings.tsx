import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { StepKey, StepWarning, TemplateStep } from '../../../shared/mou/procedure.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import styles from './lists.module.css'

/** What is odd about a step. Nothing is refused for it: a date may be as it is. */
export function StepWarnings(props: {
  readonly warnings: readonly StepWarning[]
  readonly steps: readonly Pick<TemplateStep, 'key' | 'title'>[]
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const { warnings, steps } = props
  if (warnings.length === 0) return null

  const named = (key: StepKey) => inLanguage(steps.find((step) => step.key === key)?.title ?? {}, language)
  function said(warning: StepWarning): string {
    switch (warning.kind) {
      case 'beforeEarlierStep':
        return t('procedure.warnings.beforeEarlierStep', {
          step: named(warning.earlier),
          date: format.date(warning.on),
        })
      case 'inTheFuture':
        return t('procedure.warnings.inTheFuture')
      case 'late':
        return t('procedure.warnings.late', { date: format.date(warning.by) })
      case 'earlierStepOpen':
        return t('procedure.warnings.earlierStepOpen', { step: named(warning.earlier) })
    }
  }

  return (
    <ul className={styles.warnings}>
      {warnings.map((warning) => (
        <li key={warning.kind}>
          <TriangleAlert size={14} aria-hidden />
          <span>{said(warning)}</span>
        </li>
      ))}
    </ul>
  )
}
