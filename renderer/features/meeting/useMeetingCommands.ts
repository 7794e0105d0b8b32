import { useNavigate } from '@tanstack/react-router'
import {
  CalendarArrowDown,
  ChartNoAxesColumn,
  Download,
  CalendarCheck,
  Gavel,
  History,
  Hourglass,
  Languages,
  Link,
  ListChecks,
  Maximize,
  Pencil,
  Plus,
  Presentation,
  Printer,
  Quote,
  Save,
  Split,
  StickyNote,
  TextQuote,
  UserPlus,
} from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpen } from '../../../shared/meeting/meeting.ts'
import type { Command as TextCommand } from '@tiptap/pm/state'
import { useApi } from '../../api/ApiProvider.tsx'
import { openPositions, passageIn, stateFor } from '../../editor/commands.ts'
import { useLanguage } from '../../i18n/words.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { notices } from '../../shell/notices.ts'
import { openProjection } from '../projection/openProjection.ts'
import { useMeeting } from './MeetingContext.ts'
import { useCloseMeeting } from './useCloseMeeting.ts'
import { languageWords } from './meetingWords.ts'
import { sideName } from './sideNames.ts'

/** What can be done on the meeting page, for the palette, the keys and the list of keys. */
export function useMeetingCommands(): void {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const api = useApi()
  const screen = useLanguage()
  const { dossier, sessions, language: shown, open, isCapturing, setCapturing } = useMeeting()
  const { meeting, relationship, texts } = dossier
  const close = useCloseMeeting()

  const commands = useMemo((): readonly Command[] => {
    const activeItem = () => {
      const session = sessions.active.get()
      return texts.find(({ textId }) => textId === session?.textId)?.itemId ?? null
    }
    const write = (command: TextCommand) => {
      if (!sessions.active.get()?.apply(command)) notices.say((t) => t('meeting.noPlace'), null)
    }
    const { ownSide, otherSide } = relationship
    const passages = [
      ...(['en', 'id', 'km'] as const)
        .filter((lang) => lang !== shown)
        .map((lang) => ({ lang, label: t('editor.passageIn', { language: t(languageWords[lang]) }) })),
      { lang: null, label: t('editor.passagePlain') },
    ]
    return [
      {
        id: 'meeting.export',
        label: t('meeting.exportMinutes'),
        icon: Download,
        keys: 'F12',
        run: () => open({ kind: 'export' }),
      },
      {
        id: 'meeting.ics',
        label: t('calendar.exportMeeting'),
        icon: CalendarArrowDown,
        run: () => open({ kind: 'ics' }),
      },
      {
        id: 'meeting.print',
        label: t('meeting.printPreview'),
        icon: Printer,
        keys: 'Ctrl+P',
        run: () =>
          void navigate({ to: '/print/minutes/$meetingId', params: { meetingId: meeting.id }, search: {} }),
      },
      {
        id: 'meeting.decision',
        label: t('meeting.insertDecision'),
        icon: Gavel,
        keys: 'Ctrl+Alt+K',
        run: () => open({ kind: 'decision', decisionId: null, itemId: activeItem() }),
      },
      {
        id: 'meeting.action',
        label: t('meeting.insertAction'),
        icon: ListChecks,
        keys: 'Ctrl+Alt+T',
        run: () => open({ kind: 'action', actionId: null, itemId: activeItem() }),
      },
      {
        id: 'meeting.ownPosition',
        label: t('capture.position', { side: sideName(ownSide, screen, '') }),
        icon: Quote,
        keys: 'Ctrl+Alt+1',
        run: () => write(stateFor(ownSide)),
      },
      {
        id: 'meeting.otherPosition',
        label: t('capture.position', { side: sideName(otherSide, screen, '') }),
        icon: Quote,
        keys: 'Ctrl+Alt+2',
        run: () => write(stateFor(otherSide)),
      },
      {
        id: 'meeting.noPosition',
        label: t('capture.noPosition'),
        keys: 'Ctrl+Alt+3',
        run: () => write(stateFor(null)),
      },
      {
        id: 'meeting.viewsDiffer',
        label: t('capture.viewsDiffer'),
        icon: Split,
        keys: 'Ctrl+Alt+B',
        run: () => write(openPositions([ownSide, otherSide])),
      },
      {
        id: 'meeting.phrase',
        label: t('capture.phrase'),
        icon: TextQuote,
        keys: 'Ctrl+Alt+F',
        run: () => open({ kind: 'phrase' }),
      },
      {
        id: 'meeting.linkPerson',
        label: t('meeting.linkPerson'),
        icon: Link,
        run: () => open({ kind: 'link', to: 'person' }),
      },
      {
        id: 'meeting.linkArticle',
        label: t('meeting.linkArticle'),
        icon: Link,
        run: () => open({ kind: 'link', to: 'article' }),
      },
      {
        id: 'meeting.linkDecision',
        label: t('meeting.linkDecision'),
        icon: Link,
        run: () => open({ kind: 'link', to: 'decision' }),
      },
      {
        id: 'meeting.linkAction',
        label: t('meeting.linkAction'),
        icon: Link,
        run: () => open({ kind: 'link', to: 'action' }),
      },
      {
        id: 'meeting.citeFigure',
        label: t('meeting.citeFigure'),
        icon: ChartNoAxesColumn,
        run: () => open({ kind: 'figure', figureId: null }),
      },
      ...passages.map(({ lang, label }) => ({
        id: `meeting.passage.${lang ?? 'none'}`,
        label,
        icon: Languages,
        run: () => write(passageIn(lang)),
      })),
      ...(isCapturing
        ? []
        : [
            {
              id: 'meeting.capture',
              label: t('capture.enter'),
              icon: Maximize,
              keys: 'Ctrl+Alt+C',
              run: () => setCapturing(true),
            },
          ]),
      {
        id: 'meeting.project',
        label: t('capture.project'),
        icon: Presentation,
        keys: 'Ctrl+Alt+P',
        run: () => void openProjection(api, meeting.id),
      },
      {
        id: 'meeting.version',
        label: t('editor.nameVersion'),
        icon: Save,
        keys: 'Ctrl+S',
        run: () => open({ kind: 'nameVersion' }),
      },
      {
        id: 'meeting.versions',
        label: t('editor.versions'),
        icon: History,
        run: () => open({ kind: 'versions' }),
      },
      ...(isOpen(meeting)
        ? [
            {
              id: 'meeting.close',
              label: t('agenda.close'),
              icon: CalendarCheck,
              run: () => void close(),
            },
          ]
        : []),
      {
        id: 'meeting.backlog',
        label: t('agenda.backlog'),
        icon: Hourglass,
        run: () => open({ kind: 'backlog' }),
      },
      { id: 'meeting.edit', label: t('meeting.edit'), icon: Pencil, run: () => open({ kind: 'meeting' }) },
      {
        id: 'meeting.newItem',
        label: t('meeting.addItem'),
        icon: Plus,
        kind: 'create',
        run: () => open({ kind: 'item', itemId: null }),
      },
      {
        id: 'meeting.newDelegate',
        label: t('meeting.addDelegate'),
        icon: UserPlus,
        kind: 'create',
        run: () => open({ kind: 'addDelegate', side: relationship.ownSide }),
      },
      {
        id: 'meeting.newNote',
        label: t('meeting.addNote'),
        icon: StickyNote,
        kind: 'create',
        run: () => open({ kind: 'note', noteId: null }),
      },
      {
        id: 'meeting.moveKeys',
        label: t('meeting.moveKeys'),
        keys: 'Alt+Shift+ArrowUp',
        keysElsewhere: true,
        kind: 'key',
        run: () => undefined,
      },
    ]
  }, [
    t,
    navigate,
    api,
    screen,
    shown,
    sessions,
    open,
    close,
    isCapturing,
    setCapturing,
    meeting,
    relationship,
    texts,
  ])
  useCommands(commands)
}
