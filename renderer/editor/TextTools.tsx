import type { ChainedCommands } from '@tiptap/core'
import type { TFunction } from 'i18next'
import { Bold, ChevronDown, Italic, Languages, Plus, Redo2, Table, Underline, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components'
import { Language } from '../../shared/values.ts'
import { classes } from '../ui/classes.ts'
import button from '../ui/Button.module.css'
import { Menu, type MenuEntry } from '../ui/Menu.tsx'
import { stepBelowBlock } from './commands.ts'
import { Act, Mark } from './toolButtons.tsx'

/** Does something to the text and gives the cursor back to it. */
export type RunInText = (act: (chain: ChainedCommands) => ChainedCommands) => void

type Tools = { readonly isDisabled: boolean; readonly run: RunInText }

/** Undo and redo of the text. */
export function HistoryTools({
  canUndo,
  canRedo,
  isDisabled,
  run,
}: Tools & { readonly canUndo: boolean; readonly canRedo: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <Act
        label={t('shell.undo')}
        keys="Ctrl+Z"
        icon={Undo2}
        isDisabled={isDisabled || !canUndo}
        onPress={() => run((chain) => chain.undo())}
      />
      <Act
        label={t('shell.redo')}
        keys="Ctrl+Y"
        icon={Redo2}
        isDisabled={isDisabled || !canRedo}
        onPress={() => run((chain) => chain.redo())}
      />
    </>
  )
}

/** Bold, italic and underlined. */
export function LookTools(
  props: Tools & {
    readonly flags: { readonly bold: boolean; readonly italic: boolean; readonly underline: boolean }
  },
) {
  const { t } = useTranslation()
  const { flags, isDisabled, run } = props
  return (
    <>
      <Mark
        label={t('editor.bold')}
        keys="Ctrl+B"
        icon={Bold}
        isSelected={flags.bold}
        isDisabled={isDisabled}
        onChange={() => run((chain) => chain.toggleBold())}
      />
      <Mark
        label={t('editor.italic')}
        keys="Ctrl+I"
        icon={Italic}
        isSelected={flags.italic}
        isDisabled={isDisabled}
        onChange={() => run((chain) => chain.toggleItalic())}
      />
      <Mark
        label={t('editor.underline')}
        keys="Ctrl+U"
        icon={Underline}
        isSelected={flags.underline}
        isDisabled={isDisabled}
        onChange={() => run((chain) => chain.toggleUnderline())}
      />
    </>
  )
}

/** The menu of what can be put into a text. */
export function InsertMenu(props: {
  readonly entries: readonly MenuEntry[]
  readonly className: string | undefined
}) {
  const { t } = useTranslation()
  const { entries, className } = props
  return (
    <Menu label={t('editor.insert')} entries={entries}>
      <AriaButton aria-label={t('editor.insert')} className={classes(button.icon, className)}>
        <Plus size={16} aria-hidden />
        <ChevronDown size={12} aria-hidden />
      </AriaButton>
    </Menu>
  )
}

/** A new table. It stands below the line of the cursor, and in no other table. */
export function newTable(t: TFunction, inTable: boolean, { isDisabled, run }: Tools): MenuEntry {
  return {
    id: 'table',
    label: t('editor.table'),
    icon: Table,
    isDisabled: isDisabled || inTable,
    run: () =>
      run((chain) =>
        chain
          .command(({ tr }) => stepBelowBlock(tr) || true)
          .insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
      ),
  }
}

/** What can be done to the table that holds the cursor. */
export function tableActs(t: TFunction, { isDisabled, run }: Tools): readonly MenuEntry[] {
  const acts = [
    ['editor.addRow', (chain: ChainedCommands) => chain.addRowAfter()],
    ['editor.addColumn', (chain: ChainedCommands) => chain.addColumnAfter()],
    ['editor.deleteRow', (chain: ChainedCommands) => chain.deleteRow()],
    ['editor.deleteColumn', (chain: ChainedCommands) => chain.deleteColumn()],
    ['editor.deleteTable', (chain: ChainedCommands) => chain.deleteTable()],
  ] as const
  return acts.map(([words, act]) => ({
    id: words,
    label: t(words),
    icon: Table,
    isDisabled,
    run: () => run(act),
  }))
}

/**
 * That the passage is in another language than the text around it, which is in `language`; `plain` says that it is in the
 * same.
 */
export function passageLanguages(
  language: Language,
  labelOf: (language: Language) => string,
  plain: string,
  { isDisabled, run }: Tools,
): readonly MenuEntry[] {
  const others = Language.options.filter((other) => other !== language)
  return [
    ...others.map((other) => ({
      id: `language-${other}`,
      label: labelOf(other),
      icon: Languages,
      isDisabled,
      run: () => run((chain) => chain.setMark('language', { lang: other })),
    })),
    {
      id: 'language-none',
      label: plain,
      icon: Languages,
      isDisabled,
      run: () => run((chain) => chain.unsetMark('language')),
    },
  ]
}
