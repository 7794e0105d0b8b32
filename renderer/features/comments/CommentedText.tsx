import { type KeyboardEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextId } from '../../../shared/ids.ts'
import type { Language } from '../../../shared/values.ts'
import { useApi } from '../../api/ApiProvider.tsx'
import { useStore } from '../../api/store.ts'
import { TextEditor } from '../../editor/TextEditor.tsx'
import { createTextSession, type TextSession } from '../../editor/textSession.ts'
import { windowClock } from '../../editor/textSessions.ts'
import { pressed } from '../../shell/commands.ts'
import { GreyLines } from '../../ui/Loaded.tsx'
import { draftExtensions } from '../draft/draftExtensions.ts'
import { readingDeps } from '../draft/readingDeps.ts'
import { CommentsPanel } from './CommentsPanel.tsx'
import styles from './CommentedText.module.css'
import { useCommentDesk } from './useCommentDesk.ts'

type Shown = {
  readonly textId: TextId
  readonly language: Language
  readonly label: string
  /** Of the sheet that the text is on. */
  readonly className?: string
}

/** A draft on its sheet, which nobody changes, with its margin beside it. Its keys work in a layer too. */
export function CommentedText(props: Shown) {
  const client = useApi()
  const { textId, language } = props
  const [session, setSession] = useState<TextSession | null>(null)
  useEffect(() => {
    const opened = createTextSession(textId, language, {
      ...readingDeps(),
      ...{ client, clock: windowClock, onFocus: () => undefined, extensions: draftExtensions },
    })
    setSession(opened)
    return () => {
      setSession(null)
      void opened.close()
    }
  }, [client, textId, language])
  return session ? <Desk key={session.textId} {...props} session={session} /> : <GreyLines lines={12} />
}

function Desk({ session, textId, language, label, className }: Shown & { readonly session: TextSession }) {
  const { t } = useTranslation()
  const opened = useStore(session.opened)
  const desk = useCommentDesk(session, opened.state === 'open' ? opened.editor : null)

  function onKeyDown(event: KeyboardEvent): void {
    const { nativeEvent } = event
    const act = pressed('Ctrl+Alt+M', nativeEvent)
      ? () => desk?.begin()
      : pressed('Alt+PageDown', nativeEvent)
        ? () => desk?.step(1)
        : pressed('Alt+PageUp', nativeEvent)
          ? () => desk?.step(-1)
          : null
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    // Keys only add to what the buttons of the margin do.
    <div className={styles.columns} onKeyDown={onKeyDown} role="presentation">
      <div className={styles.scroll}>
        <div className={className}>
          <TextEditor session={session} label={label} />
        </div>
      </div>
      <aside className={styles.margin} aria-label={t('comments.title')}>
        {desk ? <CommentsPanel desk={desk} textId={textId} language={language} /> : <GreyLines lines={4} />}
      </aside>
    </div>
  )
}
