import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { AgendaItemId, MeetingId, MouId } from '../shared/ids.ts'
import { MeetingKind } from '../shared/meeting/meetingKind.ts'
import { MeetingStatus } from '../shared/meeting/meetingStatus.ts'
import { stages as mouStages } from '../shared/mou/mou.ts'
import type { CalendarView } from '../shared/meeting/calendar.ts'
import { CalendarDate, ComposedLanguage, Language, Side } from '../shared/values.ts'
import { type PaperKind, paperKinds } from './features/meeting/paperKinds.ts'
import { type SearchGroup, searchGroups } from './features/search/searchGroups.ts'
import { HomePage } from './features/home/HomePage.tsx'
import { HistoryPage } from './features/history/HistoryPage.tsx'
import { MeetingsPage } from './features/meetings/MeetingsPage.tsx'
import { MousPage } from './features/mous/MousPage.tsx'
import { PeoplePage } from './features/people/PeoplePage.tsx'
import { SettingsPage } from './features/settings/SettingsPage.tsx'
import { type SettingsTab, settingsTabs } from './features/settings/settingsTabs.ts'
import { ErrorPage } from './shell/ErrorPage.tsx'
import { Frame } from './shell/Frame.tsx'
import { NotFoundPage } from './shell/NotFoundPage.tsx'

export const meetingPanels = ['people', 'decisions', 'minutes', 'programme', 'notes', 'docs'] as const
export type MeetingPanel = (typeof meetingPanels)[number]
export const meetingModes = ['capture'] as const
export type MeetingMode = (typeof meetingModes)[number]
export const meetingsTabs = ['meetings', 'series'] as const
export type MeetingsTab = (typeof meetingsTabs)[number]
/** `series` is an id. */
export type MeetingsAddress = {
  readonly tab?: MeetingsTab | undefined
  readonly q?: string | undefined
  readonly status?: MeetingStatus | undefined
  readonly kind?: MeetingKind | undefined
  readonly series?: string | undefined
  /** The series whose backlog lies above the list of series. */
  readonly backlog?: string | undefined
}
export const compareViews = ['inline', 'side'] as const
export type CompareView = (typeof compareViews)[number]
export const besideFilters = ['all', 'check', 'alone'] as const
export type BesideFilter = (typeof besideFilters)[number]
/** `none`: nothing has begun. */
export const stageFilters = ['none', ...mouStages] as const
export type StageFilter = (typeof stageFilters)[number]
export const mouTabs = ['summary', 'drafts', 'procedure', 'links', 'papers'] as const
export type MouTab = (typeof mouTabs)[number]
export const peopleTabs = ['people', 'agencies'] as const
export type PeopleTab = (typeof peopleTabs)[number]
export const actionGroupings = ['due', 'person', 'source'] as const
export type ActionGrouping = (typeof actionGroupings)[number]
export type ActionsAddress = {
  readonly show?: 'open' | 'closed'
  readonly group?: ActionGrouping
  readonly side?: string
  readonly series?: string
  readonly q?: string
}
export const pipelineViews = ['timeline', 'table'] as const
export type PipelineView = (typeof pipelineViews)[number]
export type HomeAddress = {
  readonly pipeline?: PipelineView | undefined
  readonly stage?: StageFilter | undefined
}
export const calendarViews = ['month', 'week'] as const
export type CalendarAddress = {
  readonly view?: CalendarView | undefined
  readonly day?: CalendarDate | undefined
}
/** `from` and `to` are days, `series` an id. */
export type SearchAddress = {
  readonly q?: string
  readonly kind?: SearchGroup
  readonly side?: string
  readonly series?: string
  readonly from?: string
  readonly to?: string
  readonly order?: 'best' | 'newest'
}

const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search): HomeAddress => ({
    ...oneOf('pipeline', pipelineViews, search),
    ...oneOf('stage', stageFilters, search),
  }),
  component: HomePage,
})

/** `day` is the one that is chosen; the weeks around it are shown. */
const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  validateSearch: (search): CalendarAddress => ({
    ...oneOf('view', calendarViews, search),
    ...calendarDay(search['day']),
  }),
  component: lazyRouteComponent(() => import('./features/calendar/CalendarPage.tsx'), 'CalendarPage'),
})

const mous = createRoute({
  getParentRoute: () => root,
  path: '/mou',
  validateSearch: (search): { stage?: StageFilter; q?: string } => ({
    ...oneOf('stage', stageFilters, search),
    ...text('q', search),
  }),
  component: MousPage,
})

export const mouRoute = createRoute({
  getParentRoute: () => root,
  path: '/mou/$mouId',
  params: { parse: ({ mouId }) => ({ mouId: MouId.parse(mouId) }) },
  validateSearch: (search): { tab?: MouTab } => oneOf('tab', mouTabs, search),
  component: lazyRouteComponent(() => import('./features/mou/MouPage.tsx'), 'MouPage'),
})

const meetings = createRoute({
  getParentRoute: () => root,
  path: '/meetings',
  validateSearch: (search): MeetingsAddress => ({
    ...oneOf('tab', meetingsTabs, search),
    ...text('q', search),
    ...oneOf('status', MeetingStatus.options, search),
    ...oneOf('kind', MeetingKind.options, search),
    ...text('series', search),
    ...text('backlog', search),
  }),
  component: MeetingsPage,
})

/**
 * `item` is the agenda item in sight, `panel` what the inspector shows, `at` what is shown in it: the id of a correction,
 * or "previous" for what was amended in the minutes before; `mode` takes minutes at the table.
 */
export const meetingRoute = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$meetingId',
  params: { parse: ({ meetingId }) => ({ meetingId: MeetingId.parse(meetingId) }) },
  validateSearch: (
    search,
  ): { item?: AgendaItemId; panel?: MeetingPanel; at?: string; mode?: MeetingMode } => ({
    ...item(search['item']),
    ...oneOf('panel', meetingPanels, search),
    ...text('at', search),
    ...oneOf('mode', meetingModes, search),
  }),
  component: lazyRouteComponent(() => import('./features/meeting/MeetingPage.tsx'), 'MeetingPage'),
})

/** The minutes on the wall: a window of its own, without the shell. */
const project = createRoute({
  getParentRoute: () => root,
  path: '/project/$meetingId',
  params: { parse: ({ meetingId }) => ({ meetingId: MeetingId.parse(meetingId) }) },
  component: lazyRouteComponent(() => import('./features/projection/ProjectionPage.tsx'), 'ProjectionPage'),
})

/** Minutes as they are on paper, `keptBy` names the side whose original it is; or another paper, an excerpt of `item`. */
const printMinutes = createRoute({
  getParentRoute: () => root,
  path: '/print/minutes/$meetingId',
  params: { parse: ({ meetingId }) => ({ meetingId: MeetingId.parse(meetingId) }) },
  validateSearch: (
    search,
  ): {
    lang?: ComposedLanguage
    keptBy?: Side
    paper?: PaperKind
    item?: AgendaItemId
    letterhead?: string
  } => ({
    ...oneOf('lang', ComposedLanguage.options, search),
    ...oneOf('paper', paperKinds, search),
    ...item(search['item']),
    ...side(search['keptBy']),
    ...text('letterhead', search),
  }),
  component: lazyRouteComponent(() => import('./features/meeting/PrintPage.tsx'), 'PrintPage'),
})

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: (search): { tab?: PeopleTab; side?: string; q?: string } => ({
    ...oneOf('tab', peopleTabs, search),
    ...text('side', search),
    ...text('q', search),
  }),
  component: PeoplePage,
})

/** `base` and `target` name texts of the record (`writtenRecordText`); files are chosen on the screen. `change` is the number of an item. */
const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  validateSearch: (search): { view?: CompareView; change?: number; base?: string; target?: string } => ({
    ...text('base', search),
    ...text('target', search),
    ...oneOf('view', compareViews, search),
    ...count('change', search),
  }),
  component: lazyRouteComponent(() => import('./features/compare/ComparePage.tsx'), 'ComparePage'),
})

/** The working text of an instrument; `lang` is the language that is written, `panel` what lies beside it first. */
const draftText = createRoute({
  getParentRoute: () => root,
  path: '/mou/$mouId/text',
  params: { parse: ({ mouId }) => ({ mouId: MouId.parse(mouId) }) },
  validateSearch: (search): { lang?: Language; panel?: 'comments' } => ({
    ...oneOf('lang', Language.options, search),
    ...oneOf('panel', ['comments'] as const, search),
  }),
  component: lazyRouteComponent(() => import('./features/draft/DraftPage.tsx'), 'DraftPage'),
})

/** The working texts of a memorandum beside each other; `hide` names languages that are not shown, parted by dots. */
const languages = createRoute({
  getParentRoute: () => root,
  path: '/mou/$mouId/languages',
  params: { parse: ({ mouId }) => ({ mouId: MouId.parse(mouId) }) },
  validateSearch: (search): { filter?: BesideFilter; hide?: string } => ({
    ...oneOf('filter', besideFilters, search),
    ...text('hide', search),
  }),
  component: lazyRouteComponent(() => import('./features/languages/LanguagesPage.tsx'), 'LanguagesPage'),
})

const actions = createRoute({
  getParentRoute: () => root,
  path: '/actions',
  validateSearch: (search): ActionsAddress => ({
    ...oneOf('show', ['open', 'closed'] as const, search),
    ...oneOf('group', actionGroupings, search),
    ...text('side', search),
    ...text('series', search),
    ...text('q', search),
  }),
  component: lazyRouteComponent(() => import('./features/actions/ActionsPage.tsx'), 'ActionsPage'),
})

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: (search): SearchAddress => ({
    ...text('q', search),
    ...oneOf('kind', searchGroups, search),
    ...text('side', search),
    ...text('series', search),
    ...text('from', search),
    ...text('to', search),
    ...oneOf('order', ['best', 'newest'] as const, search),
  }),
  component: lazyRouteComponent(() => import('./features/search/SearchPage.tsx'), 'SearchPage'),
})

const history = createRoute({ getParentRoute: () => root, path: '/history', component: HistoryPage })

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings/$tab',
  params: {
    parse: ({ tab }): { tab: SettingsTab } => ({
      tab: settingsTabs.find((known) => known === tab) ?? 'general',
    }),
  },
  component: SettingsPage,
})

const routeTree = root.addChildren([
  home,
  mous,
  mouRoute,
  meetings,
  meetingRoute,
  printMinutes,
  project,
  people,
  compare,
  draftText,
  languages,
  actions,
  calendar,
  search,
  history,
  settings,
])

/**
 * The screens of an open record. Addresses live in the fragment: both hosts serve one page, and every state of a
 * screen is a link of its own. Made when a record is first open, after the host has read its own fragment.
 */
export function createScreens() {
  if (!location.hash.startsWith('#/')) window.history.replaceState(null, '', '#/')
  return createRouter({
    routeTree,
    history: createHashHistory(),
    defaultPreload: false,
    defaultErrorComponent: ErrorPage,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createScreens>
  }
}

type Search = Readonly<Record<string, unknown>>

function text<Name extends string>(name: Name, search: Search): { [N in Name]?: string } {
  const value = search[name]
  return typeof value === 'string' && value !== '' ? ({ [name]: value } as { [N in Name]: string }) : {}
}

function count<Name extends string>(name: Name, search: Search): { [N in Name]?: number } {
  const value = search[name]
  return Number.isSafeInteger(value) && Number(value) > 0
    ? ({ [name]: value } as { [N in Name]: number })
    : {}
}

function oneOf<Name extends string, Value extends string>(
  name: Name,
  values: readonly Value[],
  search: Search,
): { [N in Name]?: Value } {
  const value = values.find((value) => value === search[name])
  return value === undefined ? {} : ({ [name]: value } as { [N in Name]: Value })
}

function item(value: unknown): { item?: AgendaItemId } {
  const id = AgendaItemId.safeParse(value)
  return id.success ? { item: id.data } : {}
}

function side(value: unknown): { keptBy?: Side } {
  const side = Side.safeParse(value)
  return side.success ? { keptBy: side.data } : {}
}

function calendarDay(value: unknown): { day?: CalendarDate } {
  const day = CalendarDate.safeParse(value)
  return day.success ? { day: day.data } : {}
}
