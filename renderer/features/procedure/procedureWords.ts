import type { ProcedurePhase, StepCertainty } from '../../../shared/mou/procedure.ts'
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
