import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../api/store.ts'
import { useLanguage } from '../i18n/words.ts'
import { Button } from '../ui/Button.tsx'
import { FaultNotice } from '../ui/FaultNotice.tsx'
import { GreyLines } from '../ui/Loaded.tsx'
import styles from './TextEditor.module.css'
import type { TextSession } from './textSession.ts'

/** The editor of one text. React mounts it and then stays out of the typing. */
export function TextEditor(props: { readonly session: TextSession; readonly label: string }) {
  const { t } = useTranslation()
  const { session, label } = props
  const language = useLanguage()
  const opened = useStore(session.opened)
  const place = useRef<HTMLDivElement>(null)
  const editor = opened.state === 'open' ? opened.editor : null
  const editable = opened.state === 'open' && opened.editable

  useEffect(() => {
    if (editor === null || place.current === null) return
    editor.mount(place.current)
    return () => editor.unmount()
  }, [editor])

  useEffect(() => {
    if (editor === null) return
    const dom = editor.view.dom
    dom.setAttribute('aria-label', label)
    dom.setAttribute('aria-readonly', String(!editable))
    dom.tabIndex = 0
  }, [editor, label, editable])

  // What an empty text says is drawn with the text, so it is drawn anew when the screen speaks another language.
  useEffect(() => editor?.view.updateState(editor.state), [editor, language])

  if (opened.state === 'opening') return <GreyLines lines={3} />
  if (opened.state === 'failed')
    return (
      <FaultNotice
        fault={opened.fault}
        buttons={
          <Button compact onPress={() => void session.reopen()}>
            {t('shell.retry')}
          </Button>
        }
      />
    )
  return <div ref={place} className={styles.editor} />
}
