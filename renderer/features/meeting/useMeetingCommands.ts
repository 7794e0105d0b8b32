import { useNavigate } from '@tanstack/react-router'
import {
  CalendarArrowDown,
  Download,
  CalendarCheck,
  Gavel,
  History,
  Hourglass,
  ListChecks,
  Pencil,
  Plus,
  Printer,
  Save,
  StickyNote,
  UserPlus,
} from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isOpen } from '../../../shared/meeting/meeting.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { useMeeting } from './MeetingContext.ts'
import { useCloseMeeting } from './useCloseMeeting.ts'

/** What can be done on the meeting page, for the palette, the keys and the list of keys. */
export function useMeetingCommands(): void {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { dossier, sessions, open } = useMeeting()
  const { meeting, relationship, texts } = dossier
  const close = useCloseMeeting()

  const commands = useMemo((): readonly Command[] => {
    const activeItem = () => {
      const session = sessions.active.get()
      return texts.find(({ textId }) => textId === session?.textId)?.itemId ?? null
    }
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
  }, [t, navigate, sessions, open, close, meeting, relationship.ownSide, texts])
  useCommands(commands)
}
