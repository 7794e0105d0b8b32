import {
  BookUser,
  CalendarDays,
  GitCompareArrows,
  Handshake,
  History,
  House,
  ListChecks,
  type LucideIcon,
  Settings,
  Users,
} from 'lucide-react'
import type { MessageKey } from '../i18n/words.ts'

export type Section = {
  readonly id: string
  readonly to: string
  /** What an address of the section starts with. */
  readonly under: string
  readonly label: MessageKey
  readonly icon: LucideIcon
}

/** The main sections, in the order of Ctrl+1 and on. Only what works is listed. */
export const sections: readonly Section[] = [
  { id: 'home', to: '/', under: '/', label: 'home.title', icon: House },
  { id: 'mous', to: '/mou', under: '/mou', label: 'shell.mous', icon: Handshake },
  { id: 'meetings', to: '/meetings', under: '/meetings', label: 'shell.meetings', icon: Users },
  { id: 'actions', to: '/actions', under: '/actions', label: 'actions.title', icon: ListChecks },
  { id: 'calendar', to: '/calendar', under: '/calendar', label: 'shell.calendar', icon: CalendarDays },
  { id: 'people', to: '/people', under: '/people', label: 'shell.people', icon: BookUser },
  { id: 'compare', to: '/compare', under: '/compare', label: 'compare.nav', icon: GitCompareArrows },
  { id: 'history', to: '/history', under: '/history', label: 'shell.history', icon: History },
  { id: 'settings', to: '/settings/general', under: '/settings', label: 'shell.settings', icon: Settings },
]
