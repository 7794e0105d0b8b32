import type { ProcedurePhase, StepCertainty, StepStanding, StepState } from '../../../shared/mou/procedure.ts'
import type { MessageKey } from '../../i18n/words.ts'

export const phaseWords = {
  beforehand: 'procedure.phases.beforehand',
  exploration: 'procedure.phases.exploration',
  negotiation: 'procedure.phases.negotiation',
  drafting: 'procedure.phases.drafting',
  acceptance: 'procedure.phases.acceptance',
  signature: 'procedure.phases.signature',
  deposit: 'procedure.phases.deposit',
  force: 'procedure.phases.force',
} satisfies Record<ProcedurePhase, MessageKey>

export const certaintyWords = {
  rule: 'procedure.certainties.rule',
  usage: 'procedure.certainties.usage',
  toConfirm: 'procedure.certainties.toConfirm',
} satisfies Record<StepCertainty, MessageKey>

export const standingWords = {
  planned: 'procedure.standings.planned',
  overdue: 'procedure.standings.overdue',
  done: 'procedure.standings.done',
  evidenceMissing: 'procedure.standings.evidenceMissing',
  notApplicable: 'procedure.standings.notApplicable',
} satisfies Record<StepStanding, MessageKey>

export const stateWords = {
  planned: 'procedure.states.planned',
  done: 'procedure.states.done',
  notApplicable: 'procedure.states.notApplicable',
} satisfies Record<StepState['kind'], MessageKey>
