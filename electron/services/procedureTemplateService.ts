import type { Input, Output } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import type { TemplateStep } from '../../shared/mou/procedure.ts'
import { indonesianProcedure } from '../../shared/mou/procedureTemplate.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { called, invalid, reference, refusedFor, type ServiceDeps, type Writing } from './serviceDeps.ts'

type Template = Output<'procedure.template'>

/** The checklist that memoranda are given when they begin. */
export function createProcedureTemplateService({ store, records: { procedureTemplate } }: ServiceDeps) {
  /** The list as an administrator keeps it, or else the one that the program brings along. */
  const read = (): Template => {
    const kept = procedureTemplate.all()
    return { isShipped: kept.length === 0, steps: kept.length === 0 ? indonesianProcedure : kept }
  }

  return {
    read,

    /** Keeps another checklist for memoranda that begin from now on; those that have begun keep theirs. */
    set({ steps }: Input<'procedure.setTemplate'>): Writing<Template> {
      const wrong = refusedSteps(steps)
      if (wrong) return wrong
      return store.change({ operation: 'procedure.setTemplate', about: '' }, () => {
        procedureTemplate.replace(steps)
        return ok(read())
      })
    },

    /** Goes back to the checklist that the program brings along. */
    reset(): Writing<Template> {
      return store.change({ operation: 'procedure.resetTemplate', about: '' }, () => {
        procedureTemplate.replace([])
        return ok(read())
      })
    },
  }
}

export type ProcedureTemplateService = ReturnType<typeof createProcedureTemplateService>

/** Refuses a list in which a key comes twice, or a term counts from a step that is not there; null: all is in order. */
export function refusedSteps(
  steps: readonly Pick<TemplateStep, 'key' | 'term' | 'title'>[],
): Result<never, Fault> | null {
  const keys = new Set<string>()
  for (const { key, term } of steps) {
    if (keys.has(key)) return fail({ kind: 'AlreadyThere', what: 'procedureStep' })
    if (term?.after === key) return invalid(`${key}.term.after: itself`)
    keys.add(key)
  }
  const waiting = steps.filter(({ term }) => term !== null && !keys.has(term.after))
  return refusedFor(waiting.map(({ title }) => reference('procedureStep', called(title))))
}
