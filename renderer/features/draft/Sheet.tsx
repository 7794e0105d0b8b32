import { ArrowLeft } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { cleanText, textAsSeenBy } from '../../../shared/text/bracketViews.ts'
import { Following } from '../../editor/Following.tsx'
import { ReadOnlyText } from '../../editor/ReadOnlyText.tsx'
import { TextEditor } from '../../editor/TextEditor.tsx'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { sideWords } from './bracketWords.ts'
import { ChangesBar } from './ChangesBar.tsx'
import { useDraft } from './DraftContext.ts'
import { draftReading } from './draftExtensions.ts'
import { OfferBar } from './OfferBar.tsx'
import { PastView } from './PastView.tsx'
import { readingDeps } from './readingDeps.ts'
import styles from './Sheet.module.css'

/** The text on its sheet. While a view of it is read, the text itself waits behind it with its cursor and its undo. */
export function Sheet({ label }: { readonly label: string }) {
  const { t } = useTranslation()
  const { session, view } = useDraft()
  const isMarked = view.kind === 'marked'

  return (
    <section className={styles.column} aria-label={t('draft.sheet')} data-pane="">
      {isMarked && <ChangesBar />}
      <div className={styles.scroll}>
        <div className={styles.sheet}>
          {!isMarked && (view.kind === 'past' ? <PastView {...view} /> : <Computed />)}
          <div hidden={!isMarked} className={styles.text}>
            <Following session={session} name={label} />
            <TextEditor session={session} label={label} />
          </div>
        </div>
      </div>
      {isMarked && <OfferBar />}
    </section>
  )
}

/** The text as one side would have it, or as far as all agree. It is worked out, and only read. */
function Computed() {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { editor, view, setView, language } = useDraft()
  const doc = useMemo((): unknown => {
    const { doc } = editor.state
    return (view.kind === 'side' ? textAsSeenBy(doc, view.side) : cleanText(doc)).toJSON()
  }, [editor, view])
  const extensions = useCallback(() => draftReading(readingDeps()), [])
  const name =
    view.kind === 'side'
      ? t('draft.view.side', { side: sideWords(view.side, screen, t) })
      : t('draft.view.clean')
  return (
    <>
      <div className={styles.past} role="status">
        <p>{view.kind === 'side' ? t('draft.view.sideHint', { view: name }) : t('draft.view.cleanHint')}</p>
        <Button compact icon={ArrowLeft} onPress={() => setView({ kind: 'marked' })}>
          {t('draft.view.back')}
        </Button>
      </div>
      <div className={styles.text}>
        <ReadOnlyText doc={doc} label={name} language={language} extensions={extensions} />
      </div>
    </>
  )
}
