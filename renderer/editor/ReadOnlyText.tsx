import { Editor, type Extensions } from '@tiptap/core'
import { useEffect, useRef } from 'react'
import type { Language } from '../../shared/values.ts'
import { pageNonce } from '../api/pageNonce.ts'
import { words } from '../i18n/words.ts'
import { classes } from '../ui/classes.ts'
import { editorExtensions } from './editorExtensions.ts'
import type { RecordCards } from './recordCards.ts'
import styles from './TextEditor.module.css'

/** A text to be read, drawn as it is where it is written. */
export function ReadOnlyText(props: {
  readonly doc: unknown
  readonly label: string
  readonly language: Language
  /** How it is drawn; must be stable while it is the same. */
  readonly extensions: () => Extensions
  readonly className?: string | undefined
}) {
  const { doc, label, language, extensions, className } = props
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (place.current === null) return
    const editor = new Editor({
      element: place.current,
      content: doc as object,
      editable: false,
      injectNonce: pageNonce(),
      enableCoreExtensions: { delete: false },
      extensions: extensions(),
      editorProps: {
        attributes: {
          role: 'textbox',
          lang: language,
          'aria-label': label,
          'aria-multiline': 'true',
          'aria-readonly': 'true',
          tabindex: '0',
        },
      },
    })
    return () => editor.destroy()
  }, [doc, label, language, extensions])
  return <div ref={place} className={classes(styles.editor, className)} />
}

/** How minutes are drawn that nobody writes in: with the wording of the record as it is. */
export function readingExtensions(cards: RecordCards, emptyWords: string, language: Language): Extensions {
  return editorExtensions({
    cards,
    language,
    newId: () => crypto.randomUUID(),
    onEdit: () => undefined,
    onPasteRefused: () => undefined,
    emptyWords: () => emptyWords,
    goneWords: () => words.t('editor.gone'),
  })
}
