import type { TabledBy } from '../../../shared/mou/draft.ts'
import type { InstrumentType, MouLinkTarget, Stage } from '../../../shared/mou/mou.ts'
import type { AgencyLevel } from '../../../shared/meeting/people.ts'
import type { MessageKey } from '../../i18n/words.ts'

/** What the values of an instrument are called on the screen. A value without words does not compile. */
export const stageWords = {
  exploration: 'mou.stage.exploration',
  drafting: 'mou.stage.drafting',
  negotiation: 'mou.stage.negotiation',
  textAgreed: 'mou.stage.textAgreed',
  signing: 'mou.stage.signing',
  inForce: 'mou.stage.inForce',
  renewed: 'mou.stage.renewed',
  expired: 'mou.stage.expired',
  terminated: 'mou.stage.terminated',
  lapsed: 'mou.stage.lapsed',
} satisfies Record<Stage, MessageKey>

/** The words of UU 24/2000 art. 6(1), where they are not those of the screen. */
export const lawWords: Partial<Record<Stage, MessageKey>> = {
  drafting: 'mou.law.drafting',
  textAgreed: 'mou.law.textAgreed',
}

export const typeWords = {
  mou: 'mou.type.mou',
  agreement: 'mou.type.agreement',
  arrangement: 'mou.type.arrangement',
  letterOfIntent: 'mou.type.letterOfIntent',
  planOfAction: 'mou.type.planOfAction',
  recordOfDiscussion: 'mou.type.recordOfDiscussion',
} satisfies Record<InstrumentType, MessageKey>

/** At what level an instrument is that an agency concludes: it decides who may sign. */
export const levelOfWords = {
  ministry: 'mou.level.ministry',
  directorateGeneral: 'mou.level.directorateGeneral',
  directorate: 'mou.level.directorate',
  police: 'mou.level.police',
  embassy: 'mou.level.embassy',
  agency: 'mou.level.agency',
} satisfies Record<AgencyLevel, MessageKey>

/** Who tabled a draft, where it was not one of the sides. */
export const tabledByWords: Partial<Record<TabledBy, MessageKey>> = {
  chair: 'mou.byChair',
  both: 'meeting.both',
}

export const linkKindWords = {
  meeting: 'mou.links.meeting',
  agendaItem: 'mou.links.agendaItem',
  action: 'mou.links.action',
  figure: 'mou.links.figure',
} satisfies Record<MouLinkTarget['kind'], MessageKey>
