import type { Meeting, MeetingStatus } from '../../../shared/meeting/meeting.ts'
import type { MessageKey } from '../../i18n/words.ts'

export const statusWords = {
  planned: 'meetings.status.planned',
  running: 'meetings.status.running',
  held: 'meetings.status.held',
} satisfies Record<MeetingStatus, MessageKey>

export const classificationWords = {
  open: 'meetings.classification.open',
  restricted: 'meetings.classification.restricted',
  secret: 'meetings.classification.secret',
} satisfies Record<Meeting['classification'], MessageKey>
