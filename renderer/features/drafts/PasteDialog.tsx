import { Editor, Extension } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { textExtensions } from '../../../shared/text/extensions.ts'
import { withPlainGaps } from '../../../shared/text/instrument/pasteReading.ts'
import { pageNonce } from '../../api/pageNonce.ts'
import { keepInOrder } from '../../editor/keepInOrder.ts'
import { mostPasted, pasteLimits } from '../../editor/pasteLimits.ts'
import editorStyles from '../../editor/TextEditor.module.css'
import { useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './PasteDialog.module.css'

/** A box for a text that was copied elsewhere, from Word or as plain words. */
export function PasteDialog(props: {
  readonly onClose: () => void
  /** The text as JSON of the schema. */
  readonly onText: (doc: unknown) => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { onClose, onText } = props
  const place = useRef<HTMLDivElement>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [tooLong, setTooLong] = useState<number | null>(null)
  const [isEmpty, setEmpty] = useState(true)
  const [isTried, setTried] = useState(false)
  useEffect(() => {
    if (place.current === null) return
    const made = new Editor({
      element: place.current,
      injectNonce: pageNonce(),
      enableCoreExtensions: { delete: false },
      extensions: [
        ...textExtensions,
        keepInOrder(() => crypto.randomUUID()),
        pasteLimits(setTooLong),
        linesAsTheyAre,
      ],
      editorProps: {
        attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': t('drafts.pasteBox') },
      },
      onUpdate: ({ editor }) => {
        setTooLong(null)
        setEmpty(editor.state.doc.textContent.trim() === '')
      },
    })
    made.commands.focus()
    setEditor(made)
    return () => made.destroy()
  }, [t])

  function read(): void {
    setTried(true)
    if (editor !== null && !isEmpty) onText(editor.getJSON())
  }

  return (
    <Dialog
      title={t('drafts.pasteTitle')}
      isOpen
      wide
      onClose={onClose}
      buttons={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button variant="primary" onPress={read}>
            {t('drafts.pasteRead')}
          </Button>
        </>
      }
    >
      <p>{t('drafts.pasteAbout')}</p>
      <div ref={place} className={classes(editorStyles.editor, styles.box)} />
      {tooLong !== null && (
        <p className={styles.error} role="alert">
          {t('editor.pasteTooLarge', {
            characters: format.number(tooLong),
            atMost: format.number(mostPasted),
          })}
        </p>
      )}
      {isTried && isEmpty && (
        <p className={styles.error} role="alert">
          {t('drafts.pasteEmpty')}
        </p>
      )}
    </Dialog>
  )
}

/** Plain words come in line by line, blank lines too: nothing of them is lost before they are read. */
const linesAsTheyAre = Extension.create({
  name: 'linesAsTheyAre',
  addProseMirrorPlugins() {
    const { schema } = this.editor
    return [
      new Plugin({
        props: {
          transformPasted: (slice) => new Slice(withPlainGaps(slice.content), slice.openStart, slice.openEnd),
          clipboardTextParser(text) {
            let blankLinesBefore = 0
            const blocks = text.split(/\r\n?|\n/).flatMap((line) => {
              if (line === '') {
                blankLinesBefore++
                return []
              }
              const block = schema.node('paragraph', { blankLinesBefore }, schema.text(line))
              blankLinesBefore = 0
              return [block]
            })
            return new Slice(Fragment.fromArray(blocks), 0, 0)
          },
        },
      }),
    ]
  },
})
