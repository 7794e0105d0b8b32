import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../../../shared/fault.ts'
import { procedurePhases, StepCertainty, type TemplateStep } from '../../../shared/mou/procedure.ts'
import { longestTerm } from '../../../shared/mou/workingDays.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useLanguage } from '../../i18n/words.ts'
import { useOpenRecord } from '../../shell/openRecord.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { CountryField } from '../../ui/CountryField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { isWritten, WordingFields } from '../../ui/WordingFields.tsx'
import { both, FormDialog, Row } from '../../ui/FormDialog.tsx'
import { certaintyWords, phaseWords } from './procedureWords.ts'

const none = 'none'

/** What a step of a checklist is, by which rule, until when, and which paper proves it. `step` null: a new one. */
export function StepDialog(props: {
  readonly step: TemplateStep | null
  /** All steps of the list, from which a term can count. */
  readonly steps: readonly TemplateStep[]
  readonly onClose: () => void
  readonly onSave: (step: TemplateStep) => Promise<Fault | null>
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { ownSide } = useOpenRecord()
  const { steps, onClose, onSave } = props
  const [step, setStep] = useState<TemplateStep>(() => props.step ?? newStep())
  const [tried, setTried] = useState(false)
  const set = (changes: Partial<TemplateStep>) => setStep((before) => ({ ...before, ...changes }))
  const { term } = step

  async function save() {
    setTried(true)
    if (!isWritten(step.title) || step.source.trim() === '') return 'incomplete'
    return onSave({ ...step, evidence: step.evidence && isWritten(step.evidence) ? step.evidence : null })
  }

  return (
    <FormDialog
      title={props.step ? t('procedure.editStep') : t('procedure.addStep')}
      onClose={onClose}
      onSubmit={save}
      wide
    >
      <WordingFields
        label={t('procedure.step')}
        languages={both}
        lines={2}
        value={step.title}
        onChange={(title) => set({ title })}
        error={tried && !isWritten(step.title) ? t('shell.filledIn') : undefined}
      />
      <Row>
        <Select
          label={t('procedure.phase')}
          choices={procedurePhases.map((value) => ({ value, label: t(phaseWords[value]) }))}
          value={step.phase}
          onChange={(phase) => set({ phase })}
        />
        <Select
          label={t('procedure.certainty')}
          choices={StepCertainty.options.map((value) => ({ value, label: t(certaintyWords[value]) }))}
          value={step.certainty}
          onChange={(certainty) => set({ certainty })}
        />
      </Row>
      <Row>
        <TextField
          label={t('procedure.source')}
          value={step.source}
          onChange={(source) => set({ source })}
          maxLength={300}
          error={tried && step.source.trim() === '' ? t('shell.filledIn') : undefined}
        />
        <TextField
          label={t('procedure.sourceAddress')}
          value={step.sourceAddress}
          onChange={(sourceAddress) => set({ sourceAddress })}
          maxLength={300}
        />
      </Row>
      <Select
        label={t('procedure.termFrom')}
        choices={[
          { value: none, label: t('procedure.noTerm') },
          ...steps
            .filter(({ key }) => key !== step.key)
            .map(({ key, title }) => ({ value: key, label: inLanguage(title, language) })),
        ]}
        value={term?.after ?? none}
        onChange={(after) =>
          set({ term: after === none ? null : { workingDays: 3, side: ownSide, ...term, after } })
        }
      />
      {term && (
        <Row>
          <NumberField
            label={t('procedure.workingDays')}
            value={term.workingDays}
            onChange={(workingDays) => {
              if (!Number.isNaN(workingDays)) set({ term: { ...term, workingDays } })
            }}
            minValue={1}
            maxValue={longestTerm}
            wholeNumbers
          />
          <CountryField
            label={t('procedure.country')}
            value={term.side}
            onChange={(side) => {
              if (side !== null) set({ term: { ...term, side } })
            }}
          />
        </Row>
      )}
      <WordingFields
        label={t('procedure.evidence')}
        languages={both}
        hint={t('procedure.evidenceHint')}
        value={step.evidence ?? {}}
        onChange={(evidence) => set({ evidence })}
      />
      <Checkbox isSelected={step.restricted} onChange={(restricted) => set({ restricted })}>
        {t('procedure.restrictedStep')}
      </Checkbox>
    </FormDialog>
  )
}

/** Keys name steps within a list; nobody sees them. */
function newStep(): TemplateStep {
  return {
    key: crypto.randomUUID(),
    phase: 'beforehand',
    title: {},
    source: '',
    sourceAddress: '',
    certainty: 'rule',
    term: null,
    evidence: null,
    restricted: false,
  }
}
