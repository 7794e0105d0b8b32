import {
  ArrowDown,
  ArrowUp,
  Brackets,
  ChevronDown,
  Hash,
  IndentDecrease,
  IndentIncrease,
  LibraryBig,
  Link2,
  ListOrdered,
  Merge,
  Pilcrow,
  Plus,
  SpellCheck,
  Split,
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
import { backToText } from '../../editor/backToText.ts'
import {
  HistoryTools,
  InsertMenu,
  LookTools,
  newTable,
  passageLanguages,
  type RunInText,
  tableActs,
} from '../../editor/TextTools.tsx'
import { Act, Mark } from '../../editor/toolButtons.tsx'
import { useChangeSettings, useSettings } from '../../shell/settings.ts'
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
  const chain: RunInText = (act) => {
    act(editor.chain().focus()).run()
    backToText(editor.view)
  }
  const tools = { isDisabled: off, run: chain }

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
    newTable(t, flags.inTable, tools),
    ...passageLanguages(
      language,
      (other) => t('editor.passageIn', { language: t(languageWords[other]) }),
      t('draft.passagePlain'),
      tools,
    ),
    ...(flags.inTable ? tableActs(t, tools) : []),
  ]

  return (
    <Toolbar aria-label={t('editor.toolbar')} className={styles.bar ?? ''}>
      {!hasOutline && <OutlineMenu />}
      <HistoryTools {...tools} canUndo={flags.canUndo} canRedo={flags.canRedo} />
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
      <LookTools {...tools} flags={flags} />
      <Separator orientation="vertical" className={styles.separator ?? ''} />
      <Mark
        label={flags.bracketId === null ? t('editor.bracket') : t('editor.changeBracket')}
        keys="Ctrl+Alt+B"
        icon={Brackets}
        isSelected={flags.bracketId !== null}
        isDisabled={off}
        onChange={() => open({ kind: 'bracket', bracketId: flags.bracketId })}
      />
      <InsertMenu entries={insertions} className={styles.insert} />
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
