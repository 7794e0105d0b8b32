import type {
  ActionState,
  DelegateRole,
  ItemEnd,
  ItemPart,
  Outcome,
  Presence,
  ProgrammeEvent,
} from '../../../shared/meeting/meeting.ts'
import type { ItemPresence } from '../../../shared/meeting/presence.ts'
import type { Language, Visibility } from '../../../shared/values.ts'
import type { MessageKey } from '../../i18n/words.ts'

/** What the values of the field are called on the screen. A value without words does not compile. */
export const roleWords = {
  head: 'meeting.role.head',
  alternate: 'meeting.role.alternate',
  member: 'meeting.role.member',
  adviser: 'meeting.role.adviser',
  interpreter: 'meeting.role.interpreter',
  secretary: 'meeting.role.secretary',
} satisfies Record<DelegateRole, MessageKey>

export const presenceWords = {
  present: 'meeting.presence.present',
  excused: 'meeting.presence.excused',
  absent: 'meeting.presence.absent',
  represented: 'meeting.presence.represented',
} satisfies Record<Presence, MessageKey>

export const itemPresenceWords = {
  whole: 'meeting.presenceAt.whole',
  part: 'meeting.presenceAt.part',
  none: 'meeting.presenceAt.none',
} satisfies Record<ItemPresence, MessageKey>

export const partWords = {
  opening: 'meeting.part.opening',
  adoption: 'meeting.part.adoption',
  review: 'meeting.part.review',
  discussion: 'meeting.part.discussion',
  actions: 'meeting.part.actions',
  nextMeeting: 'meeting.part.nextMeeting',
  closing: 'meeting.part.closing',
  break: 'meeting.part.break',
  section: 'meeting.part.section',
} satisfies Record<ItemPart, MessageKey>

export const outcomeWords = {
  agreed: 'meeting.outcome.agreed',
  agreedAdReferendum: 'meeting.outcome.agreedAdReferendum',
  noted: 'meeting.outcome.noted',
  deferred: 'meeting.outcome.deferred',
  viewsDiffer: 'meeting.outcome.viewsDiffer',
} satisfies Record<Outcome, MessageKey>

export const actionStateWords = {
  open: 'meeting.actionState.open',
  done: 'meeting.actionState.done',
  withdrawn: 'meeting.actionState.withdrawn',
} satisfies Record<ActionState, MessageKey>

export const eventKindWords = {
  session: 'meeting.eventKind.session',
  studyVisit: 'meeting.eventKind.studyVisit',
  courtesyCall: 'meeting.eventKind.courtesyCall',
  meal: 'meeting.eventKind.meal',
  other: 'meeting.eventKind.other',
} satisfies Record<ProgrammeEvent['kind'], MessageKey>

export const visibilityWords = {
  internal: 'meeting.visibility.internal',
  shared: 'meeting.visibility.shared',
} satisfies Record<Visibility, MessageKey>

export const languageWords = {
  en: 'meeting.language.en',
  id: 'meeting.language.id',
  km: 'meeting.language.km',
} satisfies Record<Language, MessageKey>

/** What can become of an item that was not taken up, as it is asked … */
export const endWords = {
  carriedOver: 'agenda.end.carriedOver',
  withdrawn: 'agenda.end.withdrawn',
  discussed: 'agenda.end.discussed',
} satisfies Record<ItemEnd, MessageKey>

/** … and as it stands afterwards. */
export const endedWords = {
  carriedOver: 'agenda.ended.carriedOver',
  withdrawn: 'agenda.ended.withdrawn',
  discussed: 'agenda.ended.discussed',
} satisfies Record<ItemEnd, MessageKey>
