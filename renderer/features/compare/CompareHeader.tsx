import type { TFunction } from 'i18next'
import {
  Archive,
  ArrowLeftRight,
  ChevronDown,
  Download,
  Files,
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
import type { Laid, Side } from './compareState.ts'
import { happened, useDesk } from './compareStore.ts'
import { factsOf, leftOutCount } from './FileFacts.tsx'
import { recordTextFacts, recordTextName } from './recordTexts.ts'
import { sideWords } from './sideWords.ts'
import { chooseFile } from './takeFiles.ts'

/** What is compared with what; the base stands first, and each can be changed here. */
export function CompareHeader(props: {
  readonly base: Laid
  readonly target: Laid
  readonly onReport: (side: Side) => void
  readonly onKeep: () => void
  /** Asks for a draft or a working text. */
  readonly onRecord: (side: Side) => void
  /** Null while there is nothing to export yet. */
  readonly onExport: (() => void) | null
}) {
  const { t } = useTranslation()
  const { base, target, onReport, onKeep, onRecord, onExport } = props
  const isWide = useRoom() === 'wide'
  return (
    <header className={styles.header} data-pane="">
      <title>{`${t('compare.title')} · Sepaham`}</title>
      <h1>{t('compare.title')}</h1>
      <div className={styles.files}>
        <SideMenu
          side="base"
          slot={base}
          onReport={() => onReport('base')}
          onKeep={onKeep}
          onRecord={() => onRecord('base')}
        />
        <IconButton
          label={t('compare.swap')}
          icon={ArrowLeftRight}
          onPress={() => happened({ kind: 'swapped' })}
        />
        <SideMenu
          side="target"
          slot={target}
          onReport={() => onReport('target')}
          onKeep={onKeep}
          onRecord={() => onRecord('target')}
        />
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
  readonly slot: Laid
  readonly onReport: () => void
  readonly onKeep: () => void
  readonly onRecord: () => void
}) {
  const { t } = useTranslation()
  const call = useCall()
  const screen = useLanguage()
  const isBusy = useDesk((state) => state[props.side].state === 'reading')
  const { side, slot, onReport, onKeep, onRecord } = props
  const entries: readonly MenuEntry[] = [
    ...(slot.state === 'ready' ? entriesOfFile(slot, side, t, onReport) : []),
    { id: 'record', label: t('compare.chooseRecordText'), icon: Files, run: onRecord },
    {
      id: 'other',
      label: t('compare.chooseOther'),
      icon: FolderOpen,
      isDisabled: isBusy,
      run: () => void chooseFile(call, side),
    },
    ...(slot.state === 'ready'
      ? [{ id: 'keep', label: t('attachments.keepBoth'), icon: Archive, run: onKeep }]
      : []),
  ]
  const name = slot.state === 'ready' ? slot.file.name : recordTextName(slot.text, t, screen)
  const facts =
    slot.state === 'ready'
      ? factsOf(slot.file, slot.view, t, screen).join(' · ')
      : recordTextFacts(slot.text, t, screen)
  return (
    <Menu entries={entries} label={t(sideWords[side])}>
      <AriaButton className={styles.side ?? ''} data-drop={side}>
        <span className={styles.words}>
          <span className={styles.what}>{t(sideWords[side])}</span>
          <span className={styles.name} dir="auto">
            {name}
          </span>
          <span className={styles.facts}>{facts}</span>
        </span>
        <ChevronDown size={16} aria-hidden />
      </AriaButton>
    </Menu>
  )
}

function entriesOfFile(
  { file, view }: Extract<Laid, { readonly state: 'ready' }>,
  side: Side,
  t: TFunction,
  onReport: () => void,
): readonly MenuEntry[] {
  const leftOut = leftOutCount(file)
  const other = view === 'asItWas' ? 'asProposed' : 'asItWas'
  return [
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
  ]
}
