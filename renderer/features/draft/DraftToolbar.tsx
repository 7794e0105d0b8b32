import {
  ArrowDown,
  ArrowUp,
  Bold,
  Brackets,
  ChevronDown,
  Hash,
  IndentDecrease,
  IndentIncrease,
  Italic,
  Languages,
  LibraryBig,
  Link2,
  ListOrdered,
  Merge,
  Pilcrow,
  Plus,
  Redo2,
  SpellCheck,
  Split,
  Table,
  Underline,
  Undo2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton, Separator, Toolbar } from 'react-aria-components'
import type { Command } from '@tiptap/pm/state'
import { demote, promote } from '../../../shared/text/instrument/levelCommands.ts'
import {
  joinClause,
  newClause,
  splitArticle,
  splitClause,
} from '../../../shared/text/instrument/lineCommands.ts'
import type { Language } from '../../../shared/values.ts'
import { backToText } from '../../editor/backToText.ts'
import { stepBelowBlock } from '../../editor/commands.ts'
import { Act, Mark } from '../../editor/toolButtons.tsx'
import { useChangeSettings, useSettings } from '../../shell/settings.ts'
import button from '../../ui/Button.module.css'
import { Menu, type MenuEntry } from '../../ui/Menu.tsx'
import { Select } from '../../ui/Select.tsx'
import { useDraft } from './DraftContext.ts'
import styles from './DraftToolbar.module.css'
import { moveHere } from './draftExtensions.ts'
import { toggleSigns } from './hiddenSigns.ts'
import { languageWords } from './languageWords.ts'
import { type LineChoiceKind, lineKinds, lineKindWords, makeLine } from './lineKinds.ts'
import { newId } from './newId.ts'
import { OutlineMenu } from './OutlineMenu.tsx'
import { useDraftFlags } from './useDraftFlags.ts'

/** What can be done to the text where the cursor is. `hasOutline` is false where the outline is a menu of this bar. */
export function DraftToolbar({ hasOutline }: { readonly hasOutline: boolean }) {
  const { t } = useTranslation()
  const { editor, canWrite, language, open, act } = useDraft()
  const flags = useDraftFlags(editor)
  const settings = useSettings()
  const change = useChangeSettings()
  const off = !canWrite
  /** The toolbar leaves the cursor in the text, where its next word goes. */
  const run = (command: Command) => {
    const isDone = act(command)
    editor.view.focus()
    backToText(editor.view)
    return isDone
  }
  const chain = (make: (started: ReturnType<typeof editor.chain>) => { readonly run: () => boolean }) => {
    make(editor.chain().focus()).run()
    backToText(editor.view)
  }

  const clauses: readonly MenuEntry[] = [
    ...(['article', 'numberedParagraph', 'letter', 'chapter', 'annex'] as const).map((kind) => ({
      id: `new-${kind}`,
      label: t('draft.newClause', { kind: t(lineKindWords[kind]) }),
      icon: Plus,
      isDisabled: off,
      run: () => run(newClause(kind, newId)),
    })),
    {
      id: 'split',
      label: t('draft.split'),
      icon: Split,
      keys: 'Enter',
      isDisabled: off,
      run: () => run(splitClause(newId)),
    },
    {
      id: 'splitArticle',
      label: t('draft.splitArticle'),
      icon: Split,
      isDisabled: off,
      run: () => run(splitArticle(newId)),
    },
    { id: 'join', label: t('draft.join'), icon: Merge, isDisabled: off, run: () => run(joinClause()) },
    {
      id: 'number',
      label: t('draft.number.title'),
      icon: Hash,
      isDisabled: off,
      run: () => open({ kind: 'number' }),
    },
    {
      id: 'numbering',
      label: t('draft.numbering.title'),
      icon: ListOrdered,
      isDisabled: off,
      run: () => open({ kind: 'numbering' }),
    },
  ]

  const setLanguage = (lang: Language | null) =>
    chain((started) =>
      lang === null ? started.unsetMark('language') : started.setMark('language', { lang }),
    )
  const insertions: readonly MenuEntry[] = [
    {
      id: 'reference',
      label: t('draft.reference.title'),
      icon: Link2,
      isDisabled: off,
      run: () => open({ kind: 'reference' }),
    },
    {
      id: 'library',
      label: t('drafts.library.command'),
      icon: LibraryBig,
      keys: 'Ctrl+Alt+P',
      isDisabled: off,
      run: () => open({ kind: 'library' }),
    },
    {
      id: 'table',
      label: t('editor.table'),
      icon: Table,
      isDisabled: off || flags.inTable,
      run: () =>
        chain((started) =>
          started
            .command(({ tr }) => stepBelowBlock(tr) || true)
            .insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
        ),
    },
    ...(['en', 'id', 'km'] as const)
      .filter((lang) => lang !== language)
      .map((lang) => ({
        id: `language-${lang}`,
        label: t('editor.passageIn', { language: t(languageWords[lang]) }),
        icon: Languages,
        isDisabled: off,
        run: () => setLanguage(lang),
      })),
    {
      id: 'language-none',
      label: t('draft.passagePlain'),
      icon: Languages,
      isDisabled: off,
      run: () => setLanguage(null),
    },
    ...(flags.inTable
      ? (
          [
            ['addRow', () => chain((started) => started.addRowAfter())],
            ['addColumn', () => chain((started) => started.addColumnAfter())],
            ['deleteRow', () => chain((started) => started.deleteRow())],
            ['deleteColumn', () => chain((started) => started.deleteColumn())],
            ['deleteTable', () => chain((started) => started.deleteTable())],
          ] as const
        ).map(([id, run]) => ({ id, label: t(tableWords[id]), icon: Table, isDisabled: off, run }))
      : []),
  ]

  return (
    <Toolbar aria-label={t('editor.toolbar')} className={styles.bar ?? ''}>
      {!hasOutline && <OutlineMenu />}
      <Act
        label={t('shell.undo')}
        keys="Ctrl+Z"
        icon={Undo2}
        isDisabled={off || !flags.canUndo}
        onPress={() => chain((started) => started.undo())}
      />
      <Act
        label={t('shell.redo')}
        keys="Ctrl+Y"
        icon={Redo2}
        isDisabled={off || !flags.canRedo}
        onPress={() => chain((started) => started.redo())}
      />
      <Separator orientation="vertical" className={styles.separator ?? ''} />
      <Select<LineChoiceKind>
        label={t('draft.kindLabel')}
        hideLabel
        value={flags.kind}
        placeholder={t('draft.kindLabel')}
        isDisabled={off || flags.kind === null}
        onChange={(kind) => {
          if (kind !== flags.kind) run(makeLine(kind, newId))
        }}
        choices={lineKinds.map((value) => ({ value, label: t(lineKindWords[value]) }))}
        className={styles.kind ?? ''}
      />
      <Act
        label={t('draft.promote')}
        keys="Shift+Tab"
        icon={IndentDecrease}
        isDisabled={off}
        onPress={() => run(promote(newId))}
      />
      <Act
        label={t('draft.demote')}
        keys="Tab"
        icon={IndentIncrease}
        isDisabled={off}
        onPress={() => run(demote(newId))}
      />
      <Act
        label={t('draft.moveUp')}
        keys="Alt+Shift+ArrowUp"
        icon={ArrowUp}
        isDisabled={off}
        onPress={() => run(moveHere(-1))}
      />
      <Act
        label={t('draft.moveDown')}
        keys="Alt+Shift+ArrowDown"
        icon={ArrowDown}
        isDisabled={off}
        onPress={() => run(moveHere(1))}
      />
      <Menu label={t('draft.clause')} entries={clauses}>
        <AriaButton className={styles.menu ?? ''}>
          {t('draft.clause')}
          <ChevronDown size={14} aria-hidden />
        </AriaButton>
      </Menu>
      <Separator orientation="vertical" className={styles.separator ?? ''} />
      <Mark
        label={t('editor.bold')}
        keys="Ctrl+B"
        icon={Bold}
        isSelected={flags.bold}
        isDisabled={off}
        onChange={() => chain((started) => started.toggleBold())}
      />
      <Mark
        label={t('editor.italic')}
        keys="Ctrl+I"
        icon={Italic}
        isSelected={flags.italic}
        isDisabled={off}
        onChange={() => chain((started) => started.toggleItalic())}
      />
      <Mark
        label={t('editor.underline')}
        keys="Ctrl+U"
        icon={Underline}
        isSelected={flags.underline}
        isDisabled={off}
        onChange={() => chain((started) => started.toggleUnderline())}
      />
      <Separator orientation="vertical" className={styles.separator ?? ''} />
      <Mark
        label={flags.bracketId === null ? t('editor.bracket') : t('editor.changeBracket')}
        keys="Ctrl+Alt+B"
        icon={Brackets}
        isSelected={flags.bracketId !== null}
        isDisabled={off}
        onChange={() => open({ kind: 'bracket', bracketId: flags.bracketId })}
      />
      <Menu label={t('editor.insert')} entries={insertions}>
        <AriaButton aria-label={t('editor.insert')} className={`${button.icon} ${styles.insert}`}>
          <Plus size={16} aria-hidden />
          <ChevronDown size={12} aria-hidden />
        </AriaButton>
      </Menu>
      <Mark
        label={t('draft.signs')}
        keys="Ctrl+Shift+8"
        icon={Pilcrow}
        isSelected={flags.signs}
        isDisabled={false}
        onChange={() => toggleSigns(editor.view)}
      />
      <Mark
        label={t('spelling.check')}
        icon={SpellCheck}
        isSelected={settings.spelling}
        isDisabled={false}
        onChange={() => void change({ spelling: !settings.spelling })}
      />
    </Toolbar>
  )
}

const tableWords = {
  addRow: 'editor.addRow',
  addColumn: 'editor.addColumn',
  deleteRow: 'editor.deleteRow',
  deleteColumn: 'editor.deleteColumn',
  deleteTable: 'editor.deleteTable',
} as const
