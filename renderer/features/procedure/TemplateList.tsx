import { ArrowDown, ArrowUp, Pencil, Plus, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moved } from '../../../shared/meeting/order.ts'
import type { TemplateStep } from '../../../shared/mou/procedure.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import styles from './lists.module.css'
import { phaseWords } from './procedureWords.ts'
import { StepDialog } from './StepDialog.tsx'
import { StepFacts } from './StepFacts.tsx'

/** The checklist that memoranda begin with. It is the law's until an administrator changes it, since rules change. */
export function TemplateList() {
  const { t } = useTranslation()
  const write = useWrite()
  const reading = useRead('procedure.template', {})

  async function reset() {
    const reply = await write('procedure.resetTemplate', {})
    notices.fault(reply.ok ? null : reply.fault)
  }

  return (
    <Loaded reading={reading} lines={6}>
      {({ isShipped, steps }) => (
        <>
          <div className={styles.bar}>
            <p className={styles.hint}>
              {isShipped ? t('procedure.templateShipped') : t('procedure.templateChanged')}
            </p>
            {!isShipped && (
              <Button icon={RotateCcw} onPress={() => void reset()}>
                {t('procedure.resetTemplate')}
              </Button>
            )}
          </div>
          <TemplateSteps steps={steps} />
        </>
      )}
    </Loaded>
  )
}

function TemplateSteps({ steps }: { readonly steps: readonly TemplateStep[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const [edited, setEdited] = useState<{ readonly step: TemplateStep | null } | null>(null)

  async function keep(changed: readonly TemplateStep[]) {
    const reply = await write('procedure.setTemplate', { steps: [...changed] })
    return reply.ok ? null : reply.fault
  }
  const change = async (changed: readonly TemplateStep[]) => notices.fault(await keep(changed))
  const put = (step: TemplateStep) =>
    keep(
      steps.some(({ key }) => key === step.key)
        ? steps.map((one) => (one.key === step.key ? step : one))
        : [...steps, step],
    )

  return (
    <>
      <ol className={styles.steps} aria-label={t('procedure.lists.checklist')}>
        {steps.map((step, index) => {
          const title = inLanguage(step.title, language)
          return (
            <li key={step.key}>
              <div>
                <span className={styles.phase}>{t(phaseWords[step.phase])}</span>
                <p dir="auto">{title}</p>
                <StepFacts step={step} steps={steps} />
              </div>
              <MoreMenu
                label={t('shell.more', { name: title })}
                entries={[
                  { id: 'edit', label: t('shell.edit'), icon: Pencil, run: () => setEdited({ step }) },
                  {
                    id: 'up',
                    label: t('procedure.moveUp'),
                    icon: ArrowUp,
                    isDisabled: index === 0,
                    run: () => void change(moved(steps, index, index - 1)),
                  },
                  {
                    id: 'down',
                    label: t('procedure.moveDown'),
                    icon: ArrowDown,
                    isDisabled: index === steps.length - 1,
                    run: () => void change(moved(steps, index, index + 1)),
                  },
                  {
                    id: 'remove',
                    label: t('shell.remove'),
                    icon: Trash2,
                    isDisabled: steps.length === 1,
                    run: () => void change(steps.filter((one) => one !== step)),
                  },
                ]}
              />
            </li>
          )
        })}
      </ol>
      <Button icon={Plus} onPress={() => setEdited({ step: null })}>
        {t('procedure.addStep')}
      </Button>
      {edited && <StepDialog step={edited.step} steps={steps} onClose={() => setEdited(null)} onSave={put} />}
    </>
  )
}
