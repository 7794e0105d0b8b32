import {
  BookUser,
  Building2,
  FileText,
  FileType,
  Gavel,
  Handshake,
  Hash,
  Hourglass,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  MessageSquare,
  NotebookPen,
  Paperclip,
  PenLine,
  SpellCheck2,
  SquarePen,
  Users,
} from 'lucide-react'
import type { SearchKind } from '../../../shared/search/search.ts'
import type { MessageKey } from '../../i18n/words.ts'

/** What can be looked for alone. */
export const searchGroups = [
  'meetings',
  'minutes',
  'outcomes',
  'notes',
  'figures',
  'mous',
  'drafts',
  'people',
  'documents',
] as const
export type SearchGroup = (typeof searchGroups)[number]

export const kindsOfGroup: Readonly<Record<SearchGroup, readonly SearchKind[]>> = {
  meetings: ['meeting', 'agendaItem', 'backlogItem'],
  minutes: ['minutes', 'correction', 'amendment'],
  outcomes: ['decision', 'action'],
  notes: ['note', 'comment'],
  figures: ['figure'],
  mous: ['mou'],
  drafts: ['workingText', 'draft'],
  people: ['person', 'agency'],
  documents: ['document'],
}

export const groupWords: Readonly<Record<SearchGroup, MessageKey>> = {
  meetings: 'search.groups.meetings',
  minutes: 'search.groups.minutes',
  outcomes: 'search.groups.outcomes',
  notes: 'search.groups.notes',
  figures: 'search.groups.figures',
  mous: 'search.groups.mous',
  drafts: 'search.groups.drafts',
  people: 'search.groups.people',
  documents: 'search.groups.documents',
}

export const kindWords: Readonly<Record<SearchKind, MessageKey>> = {
  meeting: 'search.kinds.meeting',
  agendaItem: 'search.kinds.agendaItem',
  backlogItem: 'search.kinds.backlogItem',
  minutes: 'search.kinds.minutes',
  correction: 'search.kinds.correction',
  amendment: 'search.kinds.amendment',
  decision: 'search.kinds.decision',
  action: 'search.kinds.action',
  note: 'search.kinds.note',
  comment: 'search.kinds.comment',
  figure: 'search.kinds.figure',
  mou: 'search.kinds.mou',
  workingText: 'search.kinds.workingText',
  draft: 'search.kinds.draft',
  person: 'search.kinds.person',
  agency: 'search.kinds.agency',
  document: 'search.kinds.document',
}

export const kindIcons: Readonly<Record<SearchKind, LucideIcon>> = {
  meeting: Users,
  agendaItem: ListOrdered,
  backlogItem: Hourglass,
  minutes: FileText,
  correction: SpellCheck2,
  amendment: SquarePen,
  decision: Gavel,
  action: ListChecks,
  note: NotebookPen,
  comment: MessageSquare,
  figure: Hash,
  mou: Handshake,
  workingText: PenLine,
  draft: FileType,
  person: BookUser,
  agency: Building2,
  document: Paperclip,
}
