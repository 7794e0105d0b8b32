import {
  Archive,
  ArrowLeftRight,
  ChevronDown,
  Download,
  FileText,
  FolderOpen,
  Undo2,
  Wand2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components'
import { useCall } from '../../api/useCall.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Menu, type MenuEntry } from '../../ui/Menu.tsx'
import { useRoom } from '../meeting/useRoom.ts'
import styles from './CompareHeader.module.css'
import type { Side, Slot } from './compareState.ts'
import { happened, useDesk } from './compareStore.ts'
import { factsOf, leftOutCount } from './FileFacts.tsx'
import { sideWords } from './sideWords.ts'
import { chooseFile } from './takeFiles.ts'

type Ready = Extract<Slot, { readonly state: 'ready' }>

/** What is compared with what; the base stands first, and each can be changed here. */
export function CompareHeader(props: {
  readonly base: Ready
  readonly target: Ready
  readonly onReport: (side: Side) => void
  readonly onKeep: () => void
  /** Null while there is nothing to export yet. */
  readonly onExport: (() => void) | null
}) {
  const { t } = useTranslation()
  const { base, target, onReport, onKeep, onExport } = props
  const isWide = useRoom() === 'wide'
  return (
    <header className={styles.header} data-pane="">
      <title>{`${t('compare.title')} · Sepaham`}</title>
      <h1>{t('compare.title')}</h1>
      <div className={styles.files}>
        <SideMenu side="base" slot={base} onReport={() => onReport('base')} onKeep={onKeep} />
        <IconButton
          label={t('compare.swap')}
          icon={ArrowLeftRight}
          onPress={() => happened({ kind: 'swapped' })}
        />
        <SideMenu side="target" slot={target} onReport={() => onReport('target')} onKeep={onKeep} />
        {isWide ? (
          <Button
            variant="primary"
            icon={Download}
            isDisabled={onExport === null}
            onPress={() => onExport?.()}
          >
            {t('compare.exportRedline')}
          </Button>
        ) : (
          <IconButton
            label={t('compare.exportRedline')}
            keys="F12"
            icon={Download}
            bordered
            isDisabled={onExport === null}
            onPress={() => onExport?.()}
          />
        )}
      </div>
    </header>
  )
}

function SideMenu(props: {
  readonly side: Side
  readonly slot: Ready
  readonly onReport: () => void
  readonly onKeep: () => void
}) {
  const { t } = useTranslation()
  const call = useCall()
  const screen = useLanguage()
  const isBusy = useDesk((state) => state[props.side].state === 'reading')
  const { side, slot, onReport, onKeep } = props
  const { file, view } = slot
  const leftOut = leftOutCount(file)
  const other = view === 'asItWas' ? 'asProposed' : 'asItWas'
  const entries: readonly MenuEntry[] = [
    ...(file.revisions > 0
      ? [
          {
            id: 'view',
            label: t(other === 'asItWas' ? 'compare.readAsItWas' : 'compare.readAsProposed'),
            icon: other === 'asItWas' ? Undo2 : Wand2,
            run: () => happened({ kind: 'fileView', side, view: other }),
          },
        ]
      : []),
    {
      id: 'report',
      label: leftOut > 0 ? t('compare.reportWith', { count: leftOut }) : t('compare.report'),
      icon: FileText,
      run: onReport,
    },
    {
      id: 'other',
      label: t('compare.chooseOther'),
      icon: FolderOpen,
      isDisabled: isBusy,
      run: () => void chooseFile(call, side),
    },
    { id: 'keep', label: t('attachments.keepBoth'), icon: Archive, run: onKeep },
  ]
  const facts = factsOf(file, view, t, screen).join(' · ')
  return (
    <Menu entries={entries} label={t(sideWords[side])}>
      <AriaButton className={styles.side ?? ''} data-drop={side}>
        <span className={styles.words}>
          <span className={styles.what}>{t(sideWords[side])}</span>
          <span className={styles.name} dir="auto">
            {file.name}
          </span>
          <span className={styles.facts}>{facts}</span>
        </span>
        <ChevronDown size={16} aria-hidden />
      </AriaButton>
    </Menu>
  )
}
