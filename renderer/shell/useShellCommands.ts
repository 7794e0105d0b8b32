import { useRouter } from '@tanstack/react-router'
import {
  HardDrive,
  Languages,
  Lock,
  LogOut,
  Palette as PaletteIcon,
  PanelLeft,
  Redo2,
  Search,
  Undo2,
} from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/ApiProvider.tsx'
import { useUndo } from '../api/useWrite.ts'
import { useLanguage } from '../i18n/words.ts'
import { type Command, useCommands } from './commands.ts'
import { closeRecord, lockNow } from './lock.ts'
import { notices } from './notices.ts'
import { sections } from './sections.ts'
import { useChangeSettings, useSettings } from './settings.ts'

const themes = ['system', 'light', 'dark'] as const
const themeWords = {
  system: 'settings.themes.system',
  light: 'settings.themes.light',
  dark: 'settings.themes.dark',
} as const

/** What can be done from every screen of the record. */
export function useShellCommands(deps: {
  readonly open: (layer: 'palette' | 'keys' | 'new') => void
  readonly toggleRail: () => void
}): void {
  const { open, toggleRail } = deps
  const { t } = useTranslation()
  const api = useApi()
  const router = useRouter()
  const language = useLanguage()
  const { theme } = useSettings()
  const change = useChangeSettings()
  const { undo, redo } = useUndo()

  const commands = useMemo((): readonly Command[] => {
    const nextTheme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system'
    const other = language === 'id' ? 'en' : 'id'
    const keyOnly = (id: string, label: string, keys: string, run?: () => void): Command => ({
      id,
      label,
      keys,
      kind: 'key',
      run: run ?? (() => undefined),
      ...(run === undefined && { keysElsewhere: true }),
    })
    return [
      {
        id: 'search',
        label: t('search.field'),
        icon: Search,
        keys: 'Ctrl+Shift+F',
        run: () =>
          void router
            .navigate({ to: '/search' }) // where it is open already, its field is only left
            .then(() => document.querySelector<HTMLElement>('main input[type="search"]')?.focus()),
      },
      ...sections.map(({ id, to, label, icon }, index) => ({
        id: `goTo.${id}`,
        label: t('shell.commands.goTo', { section: t(label) }),
        icon,
        keys: `Ctrl+${index + 1}`,
        run: () => void router.navigate({ to }),
      })),
      {
        id: 'sidebar',
        label: t('shell.sidebar'),
        icon: PanelLeft,
        keys: 'Ctrl+\\',
        run: toggleRail,
      },
      {
        id: 'theme',
        label: t('shell.commands.theme', { theme: t(themeWords[nextTheme]) }),
        icon: PaletteIcon,
        keys: 'Ctrl+Shift+D',
        run: () => void change({ theme: nextTheme }),
      },
      {
        id: 'language',
        label: t('shell.commands.language', {
          language: t(other === 'en' ? 'settings.english' : 'settings.indonesian'),
        }),
        icon: Languages,
        run: () => void change({ language: other }),
      },
      {
        id: 'backup',
        label: t('shell.backupNow'),
        icon: HardDrive,
        run: () =>
          void api
            .call('record.copyNow', {})
            .then((reply) =>
              reply.ok ? notices.say((t) => t('shell.backupMade'), null) : notices.fault(reply.fault),
            ),
      },
      {
        id: 'lock',
        label: t('shell.commands.lock'),
        icon: Lock,
        keys: 'Ctrl+Shift+L',
        run: () => void lockNow(api),
      },
      {
        id: 'close',
        label: t('shell.commands.closeRecord'),
        icon: LogOut,
        run: () => void closeRecord(api),
      },
      keyOnly('palette', t('shell.keys.palette'), 'Ctrl+K', () => open('palette')),
      keyOnly('new', t('shell.new'), 'Ctrl+N', () => open('new')),
      keyOnly('back', t('shell.back'), 'Alt+ArrowLeft'),
      keyOnly('forward', t('shell.forward'), 'Alt+ArrowRight'),
      keyOnly('nextPane', t('shell.keys.nextPane'), 'F6'),
      keyOnly('previousPane', t('shell.keys.previousPane'), 'Shift+F6'),
      keyOnly('keyList', t('shell.keys.keyList'), 'F1', () => open('keys')),
      keyOnly('keyListToo', t('shell.keys.keyList'), '?', () => open('keys')),
      keyOnly('zoom', t('shell.keys.zoom'), 'Ctrl+±/0'),
      keyOnly('escape', t('shell.keys.closeLayer'), 'Esc'),
      {
        id: 'undo',
        label: t('shell.undo'),
        icon: Undo2,
        keys: 'Ctrl+Z',
        keysElsewhere: true,
        run: () => void undo(),
      },
      {
        id: 'redo',
        label: t('shell.redo'),
        icon: Redo2,
        keys: 'Ctrl+Y',
        keysElsewhere: true,
        run: () => void redo(),
      },
    ]
  }, [t, api, router, language, theme, change, undo, redo, open, toggleRail])
  useCommands(commands, { everywhere: true })
}
