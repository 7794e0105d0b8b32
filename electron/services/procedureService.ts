import type { Input } from '../../shared/api/contract.ts'
import type { Fault, Reference } from '../../shared/fault.ts'
import { type MouId, ProcedureStepId } from '../../shared/ids.ts'
import { evenRanks } from '../../shared/meeting/order.ts'
import { calendarOf } from '../../shared/mou/holidays.ts'
import {
  type Procedure,
  type ProcedureStep,
  StepKey,
  summarise,
  type TemplateStep,
  viewProcedure,
} from '../../shared/mou/procedure.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type ProcedureTemplateService, refusedSteps } from './procedureTemplateService.ts'
import { rankAt } from './ranking.ts'
import {
  called,
  notFound,
  reference,
  refusedFor,
  type ServiceDeps,
  today,
  type Writing,
} from './serviceDeps.ts'

/** The procedure of each memorandum: which steps it has, how they stand, and by what they are proved. */
export function createProcedureService({ store, records }: ServiceDeps, template: ProcedureTemplateService) {
  const { mous, procedure, attachments, holidays } = records

  const stepsOf = (mouId: MouId): readonly ProcedureStep[] => procedure.ofMou(mouId).map(({ step }) => step)

  /** Copies the checklist as it is now into a memorandum: within a change. */
  function copyTemplate(mouId: MouId): readonly ProcedureStep[] {
    const { steps } = template.read()
    const ranks = evenRanks(steps.length)
    return steps.map((words, index) => {
      const step = newStep(mouId, words)
      procedure.put(step, ranks[index] ?? index)
      return step
    })
  }

  function newStep(mouId: MouId, words: TemplateStep): ProcedureStep {
    const id = ProcedureStepId.parse(store.newId())
    return { ...words, id, mouId, state: { kind: 'planned', on: null }, note: '' }
  }

  return {
    copyTemplate,

    /** Takes off all steps of a memorandum with their papers: within a change. */
    removeOfMou(mouId: MouId): void {
      for (const { id } of stepsOf(mouId)) {
        attachments.removeOf({ kind: 'step', id })
        procedure.remove(id)
      }
    },

    ofMou({ mouId }: Input<'procedure.ofMou'>): Result<Procedure, Fault> {
      if (!mous.find(mouId)) return notFound('mou')
      const steps = stepsOf(mouId)
      const days = holidays.all()
      const views = viewProcedure(steps, {
        papers: new Map(steps.map(({ id }) => [id, attachments.of({ kind: 'step', id }).length])),
        calendarOf: (side) => calendarOf(side, days),
        today: today(store),
      })
      return ok({ steps: views, summary: summarise(views) })
    },

    begin({ mouId }: Input<'procedure.begin'>): Writing<readonly ProcedureStep[]> {
      const mou = mous.find(mouId)
      if (!mou) return notFound('mou')
      if (procedure.ofMou(mouId).length > 0) return fail({ kind: 'AlreadyThere', what: 'procedureStep' })
      return store.change({ operation: 'procedure.begin', about: mou.shortTitle }, () =>
        ok(copyTemplate(mouId)),
      )
    },

    set({ stepId, state, note }: Input<'procedure.setStep'>): Writing<ProcedureStep> {
      const former = procedure.find(stepId)
      if (!former) return notFound('procedureStep')
      const step: ProcedureStep = { ...former.step, state, note }
      const on = 'on' in state ? state.on : null
      const act = {
        operation: 'procedure.setStep',
        about: called(step.title),
        detail: { state: state.kind, on },
      }
      return store.change(act, () => {
        procedure.put(step, former.rank)
        return ok(step)
      })
    },

    add({ mouId, step: words }: Input<'procedure.addStep'>): Writing<ProcedureStep> {
      if (!mous.find(mouId)) return notFound('mou')
      const step = newStep(mouId, { ...words, key: StepKey.parse(store.newId()) })
      const ranked = procedure.ofMou(mouId)
      const wrong = refusedSteps([...ranked.map((one) => one.step), step])
      if (wrong) return wrong
      return store.change({ operation: 'procedure.addStep', about: called(step.title) }, () => {
        procedure.put(step, rankFor(step, ranked.length))
        return ok(step)
      })
    },

    /** Files of a step that becomes restricted have to go first: such a paper never lies here. */
    change({ stepId, step: words }: Input<'procedure.changeStep'>): Writing<ProcedureStep> {
      const former = procedure.find(stepId)
      if (!former) return notFound('procedureStep')
      const step: ProcedureStep = { ...former.step, ...words }
      const wrong =
        refusedSteps(stepsOf(step.mouId).map((one) => (one.id === stepId ? step : one))) ??
        refusedFor(step.restricted ? papersOf(stepId) : [])
      if (wrong) return wrong
      return store.change({ operation: 'procedure.changeStep', about: called(step.title) }, () => {
        procedure.put(step, former.rank)
        return ok(step)
      })
    },

    remove({ stepId }: Input<'procedure.removeStep'>): Writing<null> {
      const former = procedure.find(stepId)
      if (!former) return notFound('procedureStep')
      const { key, title, mouId } = former.step
      const waiting = stepsOf(mouId).filter(({ term }) => term?.after === key)
      const wrong = refusedFor(waiting.map((one) => reference('procedureStep', called(one.title))))
      if (wrong) return wrong
      return store.change({ operation: 'procedure.removeStep', about: called(title) }, () => {
        attachments.removeOf({ kind: 'step', id: stepId })
        procedure.remove(stepId)
        return ok(null)
      })
    },

    move({ stepId, position }: Input<'procedure.moveStep'>): Writing<readonly ProcedureStep[]> {
      const step = procedure.find(stepId)?.step
      if (!step) return notFound('procedureStep')
      return store.change({ operation: 'procedure.moveStep', about: called(step.title) }, () => {
        procedure.rank(stepId, rankFor(step, position))
        return ok(stepsOf(step.mouId))
      })
    },
  }

  function papersOf(id: ProcedureStepId): readonly Reference[] {
    return attachments.of({ kind: 'step', id }).map(({ name }) => reference('attachment', name))
  }

  function rankFor({ id, mouId }: ProcedureStep, position: number): number {
    const ranked = procedure.ofMou(mouId).map(({ step, rank }) => ({ id: step.id, rank }))
    return rankAt(ranked, id, position, procedure.rank)
  }
}
export type ProcedureService = ReturnType<typeof createProcedureService>
