import type { CorrectionState, MinutesStage } from '../../../shared/meeting/minutesLife.ts'
import type { MessageKey } from '../../i18n/words.ts'

export const stageWords = {
  draft: 'minutes.stage.draft',
  circulated: 'minutes.stage.circulated',
  inCorrection: 'minutes.stage.inCorrection',
  agreed: 'minutes.stage.agreed',
  signed: 'minutes.stage.signed',
} satisfies Record<MinutesStage, MessageKey>

export const correctionWords = {
  open: 'minutes.state.open',
  taken: 'minutes.state.taken',
  refused: 'minutes.state.refused',
} satisfies Record<CorrectionState, MessageKey>
