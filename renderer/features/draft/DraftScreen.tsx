import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { Command } from '@tiptap/pm/state'
import { useTranslation } from 'react-i18next'
import type { MouId } from '../../../shared/ids.ts'
import { createStore, useStore } from '../../api/store.ts'
import { useCall } from '../../api/useCall.ts'
import { SpellingMenu } from '../../editor/spelling/SpellingMenu.tsx'
import { useSpellingCommands } from '../../editor/spelling/useSpellingCommands.ts'
import { TextEditor } from '../../editor/TextEditor.tsx'
import type { TextSession } from '../../editor/textSession.ts'
import { useFormat } from '../../i18n/format.ts'
import { notices } from '../../shell/notices.ts'
import type { CommentDesk, ShownThread } from '../comments/commentDesk.ts'
import { CommentsPanel } from '../comments/CommentsPanel.tsx'
import { useCommentCommands } from '../comments/useCommentCommands.ts'
import { useCommentDesk } from '../comments/useCommentDesk.ts'
import { useRoom } from '../meeting/useRoom.ts'
import {
  DraftContext,
  type DraftDesk,
  type DraftSides,
  type Layer,
  type SheetView,
  useDraft,
} from './DraftContext.ts'
import { DraftHeader } from './DraftHeader.tsx'
import styles from './DraftScreen.module.css'
import { DraftToolbar } from './DraftToolbar.tsx'
import { keepMarked } from './draftMarks.ts'
import { afterPaint } from '../../ui/afterPaint.ts'
import { GreyLines } from '../../ui/Loaded.tsx'
import { createChangesDesk } from './changesDesk.ts'
import { createFind } from './find.ts'
import { Layers } from './Layers.tsx'
import { OutlineColumn } from './OutlineColumn.tsx'
import { backToText } from '../../editor/backToText.ts'
import { settleSelection } from '../../editor/settleSelection.ts'
import { Sheet } from './Sheet.tsx'
import { type DraftPanel, SidePanel } from './SidePanel.tsx'
import { useDraftCommands } from './useDraftCommands.ts'
import { useOutlineShown } from './useOutlineShown.ts'
import { ViewBar } from './ViewBar.tsx'
import { watchFacts } from './watchFacts.ts'
import { useWordsInBar } from './useWordsInBar.ts'

/** One text of an instrument, open for writing: its outline, its sheet, and what is said about it. */
export function DraftScreen(props: {
  readonly mouId: MouId
  readonly session: TextSession
  /** At the head of the screen: its title, the languages. */
  readonly heading: ReactNode
  /** What the text is called aloud. */
  readonly label: string
  readonly sides: DraftSides
  /** Beside brackets, search and history. */
  readonly panels?: readonly DraftPanel[]
  /** What lies beside the text at first; null: what usually does. */
  readonly panel?: string | null
}) {
  const { mouId, session, heading, label, sides, panels = noPanels } = props
  const opened = useStore(session.opened)
  const editor = opened.state === 'open' ? opened.editor : null
  const editable = opened.state === 'open' && opened.editable
  const { own, other } = sides
  const [tools, setTools] = useState<Pick<DraftDesk, 'watch' | 'find' | 'changes'> | null>(null)
  const call = useCall()
  const { language, apply } = session

  useEffect(() => {
    if (editor === null) return
    const watch = watchFacts(editor, { sides: [own, other], language })
    const find = createFind(editor, watch, apply)
    const changes = createChangesDesk(editor, session, call)
    const leave = keepMarked(editor, watch)
    setTools({ watch, find, changes })
    return () => {
      leave()
      changes.stop()
      find.stop()
      watch.stop()
      setTools(null)
    }
  }, [editor, session, call, own, other, language, apply])

  const comments = useCommentDesk(session, editor)
  const [view, setView] = useState<SheetView>({ kind: 'marked' })
  const asked = props.panel ?? null
  const [panel, setPanel] = useState(asked)
  // A comment that was found while its text is open already.
  useEffect(() => {
    if (asked !== null) setPanel(asked)
  }, [asked])
  const [layer, setLayer] = useState<Layer | null>(null)
  const act = useCallback(
    (command: Command) => {
      if (editor) settleSelection(editor.view)
      const isDone = apply(command)
      if (!isDone) notices.say((t) => t('draft.cannot'), null)
      return isDone
    },
    [apply, editor],
  )
  const open = useCallback(
    (wanted: Layer) => {
      if (editor) settleSelection(editor.view)
      setLayer(wanted)
    },
    [editor],
  )
  const closeLayer = useCallback(() => {
    setLayer(null)
    if (editor) backToText(editor.view)
  }, [editor])
  const canWrite = editable && view.kind === 'marked'
  const desk = useMemo(
    (): DraftDesk | null =>
      editor === null || tools === null
        ? null
        : {
            ...{ mouId, session, editor, canWrite, language, sides: { own, other } },
            ...{ ...tools, view, setView, panel, setPanel, open, act },
          },
    [mouId, session, editor, tools, canWrite, language, own, other, view, panel, open, act],
  )
  if (desk === null) {
    return (
      <>
        <DraftHeader>{heading}</DraftHeader>
        <div className={styles.opening}>
          {/* Once it is open it is mounted on its sheet: to draw a long text twice takes as long again. */}
          {editor === null ? <TextEditor session={session} label={label} /> : <GreyLines lines={3} />}
        </div>
      </>
    )
  }
  return (
    <DraftContext value={desk}>
      <Desk heading={heading} label={label} panels={panels} comments={comments} />
      {layer !== null && <Layers layer={layer} onClose={closeLayer} />}
    </DraftContext>
  )
}

const noPanels: readonly DraftPanel[] = []
const noComments: CommentDesk['shown'] = createStore<readonly ShownThread[] | null>(null)

function Desk(props: {
  readonly heading: ReactNode
  readonly label: string
  readonly panels: readonly DraftPanel[]
  readonly comments: CommentDesk | null
}) {
  const { heading, label, panels, comments } = props
  const { t } = useTranslation()
  const format = useFormat()
  const isWide = useRoom() === 'wide'
  const { session, canWrite, panel, setPanel, view, language } = useDraft()
  const outline = useOutlineShown()
  const hasOutline = isWide && outline.isShown
  const [isTextPainted, setTextPainted] = useState(false)
  useEffect(() => afterPaint(() => setTextPainted(true)), [])
  const showComments = useCallback(() => setPanel('comments'), [setPanel])
  useCommentCommands(comments, view.kind === 'marked', showComments)
  const shown = useStore(comments?.shown ?? noComments)
  const open = shown?.filter(({ thread }) => thread.resolvedAt === null).length
  const all: readonly DraftPanel[] = comments
    ? [
        {
          value: 'comments',
          label: t('comments.title'),
          ...(open !== undefined && { count: format.number(open) }),
          content: <CommentsPanel desk={comments} textId={session.textId} language={language} />,
        },
        ...panels,
      ]
    : panels
  useDraftCommands(outline.toggle)
  useSpellingCommands(
    useCallback(() => ({ all: canWrite ? [session] : [], active: session }), [canWrite, session]),
  )
  useWordsInBar()
  return (
    <>
      <DraftHeader>
        {heading}
        <ViewBar
          outline={isWide && !outline.isShown ? outline.toggle : null}
          drawer={
            isWide ? null : { isOpen: panel !== null, toggle: () => setPanel(panel ? null : 'brackets') }
          }
        />
      </DraftHeader>
      <DraftToolbar hasOutline={hasOutline || isWide} />
      <div className={styles.columns} data-outline={hasOutline}>
        {hasOutline && (isTextPainted ? <OutlineColumn onHide={outline.toggle} /> : <div />)}
        <Sheet label={label} />
        {isTextPainted && (isWide || panel !== null) && (
          <SidePanel more={all} onClose={isWide ? null : () => setPanel(null)} />
        )}
      </div>
      <SpellingMenu />
    </>
  )
}
