import { ListChecks, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MouId } from '../../../shared/ids.ts'
import {
  type Procedure,
  type ProcedureStep,
  type StepStanding as Standing,
  type StepView,
  type TemplateStep,
  wordsOf,
} from '../../../shared/mou/procedure.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { AttachmentList } from '../attachments/AttachmentList.tsx'
import { GuidelinesCard } from './GuidelinesCard.tsx'
import styles from './lists.module.css'
import { StepDialog } from './StepDialog.tsx'
import { StepRow } from './StepRow.tsx'
import { StepStanding } from './StepStanding.tsx'
import { StepStateDialog } from './StepStateDialog.tsx'
import { phaseWords, standingWords } from './procedureWords.ts'

/** In the order of what asks for somebody: what is late and what is missing before what is done. */
const standings = ['overdue', 'evidenceMissing', 'planned', 'done', 'notApplicable'] as const

type Layer =
  { readonly ask: 'state' | 'papers' | 'edit'; readonly step: ProcedureStep } | { readonly ask: 'add' }

/** The procedure of one memorandum: its steps in their order, with their terms, papers and warnings. */
export function ProcedurePanel({ mouId }: { readonly mouId: MouId }) {
  const { t } = useTranslation()
  const write = useWrite()
  const reading = useRead('procedure.ofMou', { mouId })

  async function begin() {
    const reply = await write('procedure.begin', { mouId })
    notices.fault(reply.ok ? null : reply.fault)
  }

  return (
    <div className={styles.panel}>
      <GuidelinesCard mouId={mouId} />
      <Loaded reading={reading} lines={8}>
        {(procedure) =>
          procedure.steps.length === 0 ? (
            <EmptyState
              button={
                <Button icon={ListChecks} onPress={() => void begin()}>
                  {t('procedure.begin')}
                </Button>
              }
            >
              {t('procedure.nothingYet')}
            </EmptyState>
          ) : (
            <Steps mouId={mouId} procedure={procedure} />
          )
        }
      </Loaded>
    </div>
  )
}

function Steps(props: { readonly mouId: MouId; readonly procedure: Procedure }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const [layer, setLayer] = useState<Layer | null>(null)
  const { mouId, procedure } = props
  const steps = procedure.steps.map(({ step }) => step)
  const close = () => setLayer(null)

  async function move(step: ProcedureStep, by: 1 | -1) {
    const position = steps.indexOf(step) + by
    const reply = await write('procedure.moveStep', { stepId: step.id, position })
    notices.fault(reply.ok ? null : reply.fault)
  }
  async function remove({ id }: ProcedureStep) {
    const reply = await write('procedure.removeStep', { stepId: id })
    notices.fault(reply.ok ? null : reply.fault)
  }
  async function add(step: TemplateStep) {
    const reply = await write('procedure.addStep', { mouId, step: wordsOf(step) })
    return reply.ok ? null : reply.fault
  }
  async function change({ id }: ProcedureStep, step: TemplateStep) {
    const reply = await write('procedure.changeStep', { stepId: id, step: wordsOf(step) })
    return reply.ok ? null : reply.fault
  }

  return (
    <>
      <Summary summary={procedure.summary} />
      <div className={styles.bar}>
        <p className={styles.hint}>{t('procedure.ofMouHint')}</p>
        <Button icon={Plus} onPress={() => setLayer({ ask: 'add' })}>
          {t('procedure.addStep')}
        </Button>
      </div>
      {phasesOf(procedure.steps).map(({ phase, views, first }) => (
        <section key={first} className={styles.part}>
          <h2>{t(phaseWords[phase])}</h2>
          <ol className={styles.steps} start={first + 1}>
            {views.map((view) => (
              <StepRow
                key={view.step.id}
                view={view}
                steps={steps}
                onState={() => setLayer({ ask: 'state', step: view.step })}
                onPapers={() => setLayer({ ask: 'papers', step: view.step })}
                onEdit={() => setLayer({ ask: 'edit', step: view.step })}
                onMove={(by) => void move(view.step, by)}
                onRemove={() => void remove(view.step)}
              />
            ))}
          </ol>
        </section>
      ))}
      {layer?.ask === 'state' && <StepStateDialog step={layer.step} steps={steps} onClose={close} />}
      {layer?.ask === 'papers' && (
        <Dialog
          isOpen
          title={t('procedure.papersOf', { step: inLanguage(layer.step.title, language) })}
          onClose={close}
        >
          <AttachmentList owner={{ kind: 'step', id: layer.step.id }} />
        </Dialog>
      )}
      {layer?.ask === 'add' && <StepDialog step={null} steps={steps} onClose={close} onSave={add} />}
      {layer?.ask === 'edit' && (
        <StepDialog
          step={layer.step}
          steps={steps}
          onClose={close}
          onSave={(step) => change(layer.step, step)}
        />
      )}
    </>
  )
}

/** How many steps stand how; what none stands at is left out. */
function Summary({ summary }: Pick<Procedure, 'summary'>) {
  const { t } = useTranslation()
  const said = (standing: Standing) =>
    t('procedure.counted', { standing: t(standingWords[standing]), count: summary[standing] })
  return (
    <ul className={styles.summary} aria-label={t('procedure.summary')}>
      {standings
        .filter((standing) => summary[standing] > 0)
        .map((standing) => (
          <li key={standing}>
            <StepStanding standing={standing}>{said(standing)}</StepStanding>
          </li>
        ))}
    </ul>
  )
}

/** Steps that follow one another in one phase; a phase comes again where the officer has put a step elsewhere. */
function phasesOf(views: readonly StepView[]) {
  const parts: { phase: ProcedureStep['phase']; first: number; views: StepView[] }[] = []
  views.forEach((view, index) => {
    const last = parts.at(-1)
    if (last?.phase === view.step.phase) last.views.push(view)
    else parts.push({ phase: view.step.phase, first: index, views: [view] })
  })
  return parts
}
