import {
  ArrowDown,
  ArrowUp,
  Brackets,
  Check,
  Eye,
  FileDiff,
  Hash,
  History,
  IndentDecrease,
  IndentIncrease,
  LibraryBig,
  Link2,
  ListOrdered,
  ListTree,
  Merge,
  Pilcrow,
  Plus,
  Save,
  Search,
  Split,
  SquareCheck,
} from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command as TextCommand } from '@tiptap/pm/state'
import { bracketMarks } from '../../../shared/text/bracketMarks.ts'
import { countNumbers } from '../../../shared/text/instrument/countedNumbers.ts'
import { demote, promote } from '../../../shared/text/instrument/levelCommands.ts'
import { joinClause, newClause, splitArticle } from '../../../shared/text/instrument/lineCommands.ts'
import { takeOffers } from '../../../shared/text/instrument/offerCommands.ts'
import { bracketAround } from '../../editor/commands.ts'
import { useStore } from '../../api/store.ts'
import { useLanguage } from '../../i18n/words.ts'
import { type Command, useCommands } from '../../shell/commands.ts'
import { notices } from '../../shell/notices.ts'
import { sideWords } from './bracketWords.ts'
import { useDraft } from './DraftContext.ts'
import { moveHere } from './draftExtensions.ts'
import { followLink } from './followLinks.ts'
import { toggleSigns } from './hiddenSigns.ts'
import { lineKinds, lineKindWords, makeLine } from './lineKinds.ts'
import { newId } from './newId.ts'
import { settleSelection } from '../../editor/settleSelection.ts'
import { useToggleChanges } from './useChangeBases.ts'
import { useGoToNextBracket } from './useGoToNextBracket.ts'

/** What can be done to a draft, for the palette, the keys and the list of keys. */
export function useDraftCommands(toggleOutline: () => void): void {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { editor, act, open, find, changes, setPanel, setView, canWrite, watch, sides } = useDraft()
  const toggleChanges = useToggleChanges()
  const areChangesShown = useStore(changes.shown) !== null
  const next = useGoToNextBracket()
  const { own, other } = sides

  const commands = useMemo((): readonly Command[] => {
    const run = (command: TextCommand) => () => {
      act(command)
      editor.view.focus()
    }
    const bracketHere = () => {
      settleSelection(editor.view)
      return (bracketAround(editor.state)?.node.attrs['bracketId'] as string | undefined) ?? null
    }
    const show = (panel: string) => () => setPanel(panel)
    const key = (id: string, label: string, keys: string): Command => ({
      ...{ id: `draft.${id}`, label, keys, keysElsewhere: true, kind: 'key' },
      run: () => undefined,
    })
    const writing: readonly Command[] = [
      {
        id: 'draft.bracket',
        label: t('editor.bracket'),
        icon: Brackets,
        keys: 'Ctrl+Alt+B',
        run: () => open({ kind: 'bracket', bracketId: bracketHere() }),
      },
      {
        id: 'draft.resolve',
        label: t('draft.resolve.title'),
        icon: Check,
        keys: 'Ctrl+Alt+R',
        run() {
          const bracketId = bracketHere()
          if (bracketId === null) notices.say((t) => t('draft.brackets.notHere'), null)
          else open({ kind: 'resolve', bracketId })
        },
      },
      {
        id: 'draft.takeOffers',
        label: t('draft.offers.takeAll'),
        icon: Brackets,
        run() {
          const { offers } = bracketMarks(editor.state.doc, { sides: [own, other] })
          if (act(takeOffers(offers, newId))) watch.now()
        },
      },
      {
        id: 'draft.number',
        label: t('draft.number.title'),
        icon: Hash,
        keys: 'Ctrl+Alt+N',
        run: () => open({ kind: 'number' }),
      },
      {
        id: 'draft.count',
        label: t('draft.number.count'),
        icon: ListOrdered,
        run: run(countNumbers()),
      },
      {
        id: 'draft.numbering',
        label: t('draft.numbering.title'),
        icon: ListOrdered,
        run: () => open({ kind: 'numbering' }),
      },
      {
        id: 'draft.reference',
        label: t('draft.reference.title'),
        icon: Link2,
        keys: 'Ctrl+Alt+L',
        run: () => open({ kind: 'reference' }),
      },
      {
        id: 'draft.library',
        label: t('drafts.library.command'),
        icon: LibraryBig,
        keys: 'Ctrl+Alt+P',
        run: () => open({ kind: 'library' }),
      },
      {
        id: 'draft.promote',
        label: t('draft.promote'),
        icon: IndentDecrease,
        keys: 'Alt+Shift+ArrowLeft',
        keysElsewhere: true,
        run: run(promote(newId)),
      },
      {
        id: 'draft.demote',
        label: t('draft.demote'),
        icon: IndentIncrease,
        keys: 'Alt+Shift+ArrowRight',
        keysElsewhere: true,
        run: run(demote(newId)),
      },
      {
        id: 'draft.moveUp',
        label: t('draft.moveUp'),
        icon: ArrowUp,
        keys: 'Alt+Shift+ArrowUp',
        keysElsewhere: true,
        run: run(moveHere(-1)),
      },
      {
        id: 'draft.moveDown',
        label: t('draft.moveDown'),
        icon: ArrowDown,
        keys: 'Alt+Shift+ArrowDown',
        keysElsewhere: true,
        run: run(moveHere(1)),
      },
      {
        id: 'draft.splitArticle',
        label: t('draft.splitArticle'),
        icon: Split,
        run: run(splitArticle(newId)),
      },
      { id: 'draft.join', label: t('draft.join'), icon: Merge, run: run(joinClause()) },
      ...(['article', 'numberedParagraph', 'letter', 'chapter', 'annex'] as const).map((kind): Command => ({
        id: `draft.new.${kind}`,
        label: t('draft.newClause', { kind: t(lineKindWords[kind]) }),
        icon: Plus,
        kind: 'create',
        run: run(newClause(kind, newId)),
      })),
      ...lineKinds.map((kind): Command => ({
        id: `draft.make.${kind}`,
        label: t('draft.makeLine', { kind: t(lineKindWords[kind]) }),
        icon: SquareCheck,
        run: run(makeLine(kind, newId)),
      })),
      {
        id: 'draft.version',
        label: t('editor.nameVersion'),
        icon: Save,
        keys: 'Ctrl+S',
        run: () => open({ kind: 'nameVersion' }),
      },
      key('enter', t('draft.keys.enter'), 'Enter'),
      key('tab', t('draft.keys.tab'), 'Tab'),
      key('shiftTab', t('draft.keys.shiftTab'), 'Shift+Tab'),
    ]
    return [
      {
        id: 'draft.find',
        label: t('draft.find.title'),
        icon: Search,
        keys: 'Ctrl+F',
        run() {
          setPanel('find')
          find.ask()
        },
      },
      {
        id: 'draft.nextBracket',
        label: t('draft.brackets.next'),
        icon: Brackets,
        keys: 'Ctrl+Shift+B',
        run: next,
      },
      {
        id: 'draft.follow',
        label: t('draft.reference.follow'),
        icon: Link2,
        run() {
          if (!followLink(editor, editor.state.selection.from))
            notices.say((t) => t('draft.reference.notHere'), null)
        },
      },
      {
        id: 'draft.changes',
        label: t('draft.changes.command'),
        icon: FileDiff,
        keys: 'Ctrl+Shift+E',
        run: toggleChanges,
      },
      ...(areChangesShown
        ? (
            [
              {
                id: 'draft.changes.next',
                label: t('compare.next'),
                icon: ArrowDown,
                keys: 'Alt+ArrowDown',
                by: 1,
              },
              {
                id: 'draft.changes.previous',
                label: t('compare.previous'),
                icon: ArrowUp,
                keys: 'Alt+ArrowUp',
                by: -1,
              },
            ] as const
          ).map(({ by, ...command }): Command => ({ ...command, run: () => changes.step(by) }))
        : []),
      { id: 'draft.brackets', label: t('draft.brackets.title'), icon: Brackets, run: show('brackets') },
      { id: 'draft.history', label: t('draft.history.title'), icon: History, run: show('history') },
      { id: 'draft.outline', label: t('draft.outline.toggle'), icon: ListTree, run: toggleOutline },
      {
        id: 'draft.signs',
        label: t('draft.signs'),
        icon: Pilcrow,
        keys: 'Ctrl+Shift+8',
        run: () => toggleSigns(editor.view),
      },
      {
        id: 'draft.view.marked',
        label: t('draft.view.marked'),
        icon: Eye,
        run: () => setView({ kind: 'marked' }),
      },
      ...[own, other].map((side): Command => ({
        id: `draft.view.${side}`,
        label: t('draft.view.side', { side: sideWords(side, screen, t) }),
        icon: Eye,
        run: () => setView({ kind: 'side', side }),
      })),
      {
        id: 'draft.view.clean',
        label: t('draft.view.clean'),
        icon: Eye,
        run: () => setView({ kind: 'clean' }),
      },
      ...(canWrite ? writing : []),
    ]
  }, [
    t,
    screen,
    editor,
    act,
    open,
    find,
    changes,
    areChangesShown,
    toggleChanges,
    setPanel,
    setView,
    canWrite,
    watch,
    own,
    other,
    next,
    toggleOutline,
  ])
  useCommands(commands)
}
