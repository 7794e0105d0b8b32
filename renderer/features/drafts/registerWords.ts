import type { DraftChannel, DraftKind } from '../../../shared/mou/draft.ts'
import type { MessageKey } from '../../i18n/words.ts'

/** What kinds of draft and their ways are called. A value without words does not compile. */
export const draftKindWords = {
  ownDraft: 'mou.draftKind.ownDraft',
  counterDraft: 'mou.draftKind.counterDraft',
  consolidated: 'mou.draftKind.consolidated',
  clean: 'mou.draftKind.clean',
  initialled: 'mou.draftKind.initialled',
  signed: 'mou.draftKind.signed',
} satisfies Record<DraftKind, MessageKey>

export const channelWords = {
  note: 'mou.channel.note',
  email: 'mou.channel.email',
  atTable: 'mou.channel.atTable',
  courier: 'mou.channel.courier',
  other: 'mou.channel.other',
} satisfies Record<DraftChannel, MessageKey>
