import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/DateField.tsx'
import form from '../../ui/form.module.css'
import { NumberField } from '../../ui/NumberField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type EnteredTarget, targetOf, targetProblems, type TargetProblems } from './enteredTarget.ts'
import styles from './MouDialog.module.css'
import { useTargetWords } from './useTargetWords.ts'

/** When it is to be signed: on a day, or as people say it, with the span that this comes to as soon as it is known. */
export function SigningTargetFields(props: {
  readonly value: EnteredTarget
  readonly onChange: (value: EnteredTarget) => void
  /** Whether what is missing is said. */
  readonly tried: boolean
}) {
  const { t } = useTranslation()
  const words = useTargetWords()
  const { value, onChange, tried } = props
  const set = (changes: Partial<EnteredTarget>) => onChange({ ...value, ...changes })
  const problems = targetProblems(value)
  const target = targetOf(value)
  const error = (field: keyof TargetProblems) => {
    if (problems[field] === 'endsFirst') return t('mou.form.monthsEndFirst')
    return tried && problems[field] ? t('shell.filledIn') : undefined
  }
  return (
    <fieldset className={form.group}>
      <legend className={form.legend}>{t('mou.form.target')}</legend>
      <Segments
        label={t('mou.form.target')}
        value={value.kind}
        onChange={(kind) => set({ kind })}
        choices={[
          { value: 'none', label: t('mou.form.targetNone') },
          { value: 'date', label: t('mou.form.targetDate') },
          { value: 'window', label: t('mou.form.targetWindow') },
        ]}
      />
      {value.kind === 'date' && (
        <DateField
          label={t('mou.form.targetOn')}
          value={value.on}
          onChange={(on) => set({ on })}
          error={error('on')}
          className={styles.date ?? ''}
        />
      )}
      {value.kind === 'window' && (
        <>
          <TextField
            label={t('mou.form.said')}
            hint={t('mou.form.saidHint')}
            maxLength={200}
            value={value.said}
            onChange={(said) => set({ said })}
            error={error('said')}
          />
          <div className={form.row}>
            <DateField
              label={t('mou.form.after')}
              value={value.after}
              onChange={(after) => set({ after })}
              error={error('after')}
            />
            <NumberField
              label={t('mou.form.fromMonths')}
              wholeNumbers
              minValue={0}
              maxValue={600}
              value={value.fromMonths}
              onChange={(fromMonths) => set({ fromMonths })}
              error={error('fromMonths')}
            />
            <NumberField
              label={t('mou.form.toMonths')}
              wholeNumbers
              minValue={0}
              maxValue={600}
              value={value.toMonths}
              onChange={(toMonths) => set({ toMonths })}
              error={error('toMonths')}
            />
          </div>
          <p className={styles.computed} role="status">
            {target === null ? t('mou.form.spanUnknown') : t('mou.form.spanIs', { span: words.span(target) })}
          </p>
        </>
      )}
    </fieldset>
  )
}
