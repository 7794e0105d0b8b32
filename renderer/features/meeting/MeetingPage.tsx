import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AgendaItemId, MouId } from '../../../shared/ids.ts'
import type { MeetingDossier } from '../../../shared/meeting/meeting.ts'
import { type ComposedLanguage, inLanguage } from '../../../shared/values.ts'
import { useApi } from '../../api/ApiProvider.tsx'
import { useRead } from '../../api/useRead.ts'
import { backToText } from '../../editor/backToText.ts'
import { NotSavedBar } from '../../editor/NotSavedBar.tsx'
import { mousIn } from '../../editor/recordViews.ts'
import type { TextsAtHand } from '../../editor/spelling/findUnknown.ts'
import { SpellingMenu } from '../../editor/spelling/SpellingMenu.tsx'
import { useSpellingCommands } from '../../editor/spelling/useSpellingCommands.ts'
import type { TextSession } from '../../editor/textSession.ts'
import { createTextSessions, type TextSessions } from '../../editor/textSessions.ts'
import { sayPasteRefused, useKeptSessions } from '../../editor/useKeptSessions.ts'
import { useLanguage, words } from '../../i18n/words.ts'
import type { MeetingPanel } from '../../router.tsx'
import { useRecentPlace } from '../../shell/recent.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { CaptureScreen } from '../capture/CaptureScreen.tsx'
import { AgendaColumn } from './AgendaColumn.tsx'
import { Inspector } from './Inspector.tsx'
import { Layers } from './Layers.tsx'
import { type Layer, MeetingContext, useMeeting } from './MeetingContext.ts'
import { MeetingHeader } from './MeetingHeader.tsx'
import styles from './MeetingPage.module.css'
import { meetingTitle } from '../meetings/meetingTitle.ts'
import { MinutesColumn } from './MinutesColumn.tsx'
import { useMinutesCommands } from '../minutes/useMinutesCommands.ts'
import { recordCardsOf } from './recordCardsOf.ts'
import { useMeetingCommands } from './useMeetingCommands.ts'
import { useLinkCards } from './useLinkCards.ts'
import { useRoom } from './useRoom.ts'
import { useTellShown } from './useTellShown.ts'
import { useOpenAllTexts, useUnplacedNotice } from './usePlacement.ts'

const route = getRouteApi('/meetings/$meetingId')

/** One meeting: its agenda, its minutes, and beside them who sat there and what came of it. */
export function MeetingPage() {
  const { meetingId } = route.useParams()
  const dossier = useRead('meeting.dossier', { meetingId })
  return (
    <div className={styles.page}>
      <Loaded reading={dossier} lines={10}>
        {(value) => <Screen key={meetingId} dossier={value} />}
      </Loaded>
    </div>
  )
}

function Screen({ dossier: given }: { readonly dossier: MeetingDossier }) {
  const screen = useLanguage()
  const dossier = useWithFigures(given)
  const savedFigures = useMemo(() => new Set<string>(given.figures.map(({ id }) => id)), [given])
  const { meeting, series } = dossier
  const [layer, setLayer] = useState<Layer | null>(null)
  const [chosen, setChosen] = useState<ComposedLanguage | null>(null)
  const language = chosen !== null && meeting.languages.includes(chosen) ? chosen : firstOf(meeting.languages)
  const navigate = route.useNavigate()
  const go = useNavigate()
  const openDraft = useCallback(
    (key: string) => {
      const [mouId] = mousIn([key])
      const parsed = MouId.safeParse(mouId)
      if (parsed.success) void go({ to: '/mou/$mouId/text', params: { mouId: parsed.data }, search: {} })
    },
    [go],
  )
  const sessions = useTextSessions(dossier, setLayer, openDraft)
  const { item, panel, mode } = route.useSearch()
  const isCapturing = mode === 'capture'
  const room = useRoom()
  const isWide = room === 'wide'
  const [agendaShown, setAgendaShown] = useState(false)
  useRecentPlace(meetingTitle({ ...meeting, seriesName: series.name, shortName: series.shortName }, screen))

  const setItem = useCallback(
    (item: AgendaItemId) => void navigate({ search: (before) => ({ ...before, item }), replace: true }),
    [navigate],
  )
  const setPanel = useCallback(
    (panel: MeetingPanel | undefined) =>
      void navigate({
        search: ({ panel: _, ...before }) => (panel === undefined ? before : { ...before, panel }),
        replace: true,
      }),
    [navigate],
  )
  const setCapturing = useCallback(
    (on: boolean) =>
      void navigate({ search: ({ mode: _, ...before }) => (on ? { ...before, mode: 'capture' } : before) }),
    [navigate],
  )
  const context = useMemo(
    () =>
      sessions === null
        ? null
        : {
            dossier,
            sessions,
            savedFigures,
            language,
            showLanguage: setChosen,
            open: setLayer,
            isCapturing,
            setCapturing,
          },
    [dossier, sessions, savedFigures, language, isCapturing, setCapturing],
  )
  const closeLayer = useCallback(() => {
    setLayer(null)
    const written = sessions?.active.get()?.opened.get()
    if (written?.state === 'open') backToText(written.editor.view)
  }, [sessions])
  if (context === null) return null
  const nameOf = ({ textId }: TextSession) => {
    const item = dossier.texts.find((text) => text.textId === textId)?.itemId
    const title = dossier.agenda.find(({ id }) => id === item)?.title
    return title ? inLanguage(title, screen) : ''
  }
  return (
    <MeetingContext value={context}>
      {!isCapturing && (
        <MeetingHeader
          agenda={
            room === 'small' ? { isOpen: agendaShown, toggle: () => setAgendaShown((shown) => !shown) } : null
          }
          drawer={
            isWide
              ? null
              : { isOpen: panel !== undefined, toggle: () => setPanel(panel ? undefined : 'people') }
          }
        />
      )}
      <NotSavedBar sessions={context.sessions} nameOf={nameOf} />
      {isCapturing ? (
        <CaptureScreen
          item={item ?? null}
          onItem={setItem}
          onLanguage={setChosen}
          onLeave={() => setCapturing(false)}
        />
      ) : (
        <div className={styles.columns}>
          {(room !== 'small' || agendaShown) && (
            <AgendaColumn
              selected={item ?? null}
              onSelect={(item) => {
                setItem(item)
                setAgendaShown(false)
              }}
              onClose={room === 'small' ? () => setAgendaShown(false) : null}
            />
          )}
          <MinutesColumn item={item ?? null} onLanguage={setChosen} />
          {(isWide || panel !== undefined) && (
            <Inspector
              panel={panel ?? 'people'}
              onPanel={setPanel}
              onClose={isWide ? null : () => setPanel(undefined)}
            />
          )}
        </div>
      )}
      <Behind item={item ?? null} />
      {layer !== null && <Layers layer={layer} onClose={closeLayer} />}
    </MeetingContext>
  )
}

/** The texts of the language that is shown, in the order of the agenda. */
function useTextsAtHand(): () => TextsAtHand {
  const { dossier, sessions, language } = useMeeting()
  return useCallback(() => {
    const open = new Map(sessions.all().map((session) => [session.textId, session]))
    const ids = dossier.agenda.flatMap(({ id }) =>
      dossier.texts.filter((text) => text.itemId === id && text.language === language),
    )
    return { all: ids.flatMap(({ textId }) => open.get(textId) ?? []), active: sessions.active.get() }
  }, [dossier, sessions, language])
}

/** What the page does beside its columns. */
function Behind({ item }: { readonly item: AgendaItemId | null }) {
  useSpellingCommands(useTextsAtHand())
  useMeetingCommands()
  useMinutesCommands()
  useLockedTexts()
  useUnplacedNotice()
  useTellShown(item)
  useOpenAllTexts()
  return <SpellingMenu />
}

/** Texts that were agreed become read-only here too, and writable when they are reopened. */
function useLockedTexts(): void {
  const { dossier, sessions } = useMeeting()
  const isLocked = dossier.minutes.sealed !== null
  const known = useRef(isLocked)
  useEffect(() => {
    if (known.current === isLocked) return
    known.current = isLocked
    for (const session of sessions.all()) {
      // Words that are not saved yet stay in sight: saving them is refused, and the section says so.
      if (session.savedRevision() === null) void session.flush()
      else void session.reopen()
    }
  }, [isLocked, sessions])
}

/** The meeting with all figures of the record: one that was put into a text just now is not cited in a saved text yet. */
function useWithFigures(dossier: MeetingDossier): MeetingDossier {
  const listed = useRead('figure.list', { query: '' })
  return useMemo(() => {
    if (listed.state !== 'ready') return dossier
    const cited = new Set(dossier.figures.map(({ id }) => id))
    return { ...dossier, figures: [...dossier.figures, ...listed.value.filter(({ id }) => !cited.has(id))] }
  }, [dossier, listed])
}

/** The texts of the meeting, saved before anything takes them away. */
function useTextSessions(
  dossier: MeetingDossier,
  open: (layer: Layer) => void,
  openDraft: (key: string) => void,
): TextSessions | null {
  const { t } = useTranslation()
  const client = useApi()
  const screen = useLanguage()
  const make = useCallback(() => {
    const made = createTextSessions({
      client,
      goneWords: () => words.t('editor.gone'),
      emptyWords: () => words.t('editor.empty'),
      onPasteRefused: sayPasteRefused,
      onEdit: (recordId) => {
        const card = made.cards('en').get().get(recordId)
        card?.follow?.()
        if (card?.kind === 'decision') open({ kind: 'decision', decisionId: recordId, itemId: null })
        if (card?.kind === 'action') open({ kind: 'action', actionId: recordId, itemId: null })
        if (card?.kind === 'figure') open({ kind: 'figure', figureId: recordId })
        if (card?.kind === 'article') openDraft(recordId)
      },
    })
    return made
  }, [client, open, openDraft])
  const sessions = useKeptSessions(dossier.meeting.id, make)

  const links = useLinkCards(sessions, dossier, open)
  useEffect(() => {
    for (const language of ['en', 'id'] as const)
      sessions?.cards(language).set(new Map([...recordCardsOf(dossier, language, screen, t), ...links]))
  }, [sessions, dossier, screen, t, links])
  return sessions
}

function firstOf(languages: readonly ComposedLanguage[]): ComposedLanguage {
  return languages[0] ?? 'en'
}
