import {
  BookUser,
  Building2,
  FileText,
  FileType,
  Gavel,
  Handshake,
  Hash,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  NotebookPen,
  Paperclip,
  PenLine,
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
  meetings: ['meeting', 'agendaItem'],
  minutes: ['minutes'],
  outcomes: ['decision', 'action'],
  notes: ['note'],
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
  minutes: 'search.kinds.minutes',
  decision: 'search.kinds.decision',
  action: 'search.kinds.action',
  note: 'search.kinds.note',
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
  minutes: FileText,
  decision: Gavel,
  action: ListChecks,
  note: NotebookPen,
  figure: Hash,
  mou: Handshake,
  workingText: PenLine,
  draft: FileType,
  person: BookUser,
  agency: Building2,
  document: Paperclip,
}
