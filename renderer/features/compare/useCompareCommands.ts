import {
  Archive,
  ArrowDown,
  ArrowLeftRight,
  ArrowUp,
  Columns2,
  Download,
  FolderOpen,
  Rows2,
} from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../api/useCall.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { happened, useDesk } from './compareStore.ts'
import { chooseFile } from './takeFiles.ts'

/** What can be done while two files are compared, for the palette, the keys and the list of keys. */
export function useCompareCommands(onExport: () => void, onKeep: () => void): void {
  const { t } = useTranslation()
  const call = useCall()
  const isReady = useDesk((state) => state.outcome.state === 'ready')
  const commands = useMemo((): readonly Command[] => {
    const always: readonly Command[] = [
      {
        id: 'compare.base',
        label: t('compare.chooseBase'),
        icon: FolderOpen,
        run: () => void chooseFile(call, 'base'),
      },
      {
        id: 'compare.target',
        label: t('compare.chooseTarget'),
        icon: FolderOpen,
        run: () => void chooseFile(call, 'target'),
      },
      {
        id: 'compare.swap',
        label: t('compare.swap'),
        icon: ArrowLeftRight,
        run: () => happened({ kind: 'swapped' }),
      },
    ]
    if (!isReady) return always
    return [
      ...always,
      {
        id: 'compare.export',
        label: t('compare.exportRedline'),
        icon: Download,
        keys: 'F12',
        run: onExport,
      },
      { id: 'compare.keep', label: t('attachments.keepBoth'), icon: Archive, run: onKeep },
      {
        id: 'compare.next',
        label: t('compare.next'),
        icon: ArrowDown,
        keys: 'Alt+ArrowDown',
        run: () => happened({ kind: 'stepped', by: 1 }),
      },
      {
        id: 'compare.previous',
        label: t('compare.previous'),
        icon: ArrowUp,
        keys: 'Alt+ArrowUp',
        run: () => happened({ kind: 'stepped', by: -1 }),
      },
      {
        id: 'compare.inline',
        label: t('compare.inline'),
        icon: Rows2,
        run: () => happened({ kind: 'view', view: 'inline' }),
      },
      {
        id: 'compare.side',
        label: t('compare.side'),
        icon: Columns2,
        run: () => happened({ kind: 'view', view: 'side' }),
      },
    ]
  }, [t, call, isReady, onExport, onKeep])
  useCommands(commands)
}
