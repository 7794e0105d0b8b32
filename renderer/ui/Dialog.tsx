import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button, IconButton } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './Dialog.module.css'
import { focusFirstInvalid } from './focusFirstInvalid.ts'
import { createTypedWords } from './typedWords.ts'

/** A layer that asks for something. Esc closes it, and the focus goes back to where it was. */
export function Dialog(props: {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Stands at the foot, to the right: the act and the way out. */
  readonly buttons?: ReactNode
  readonly wide?: boolean
  /** As large as the window lets it be: two columns of work. */
  readonly full?: boolean
  /** For an act that cannot be undone: the one kind that is asked about. */
  readonly alert?: boolean
  /** There is nothing in it to focus: it scrolls by keys itself. */
  readonly reading?: boolean
  /** Closing by Esc or the cross is not possible: an answer is needed. */
  readonly stays?: boolean
  /** Words are typed in it: Esc and the cross ask before they are lost. */
  readonly keepsWords?: boolean
  /** Whether words in it are not saved yet, for one that saves without closing: it knows that better. */
  readonly unsaved?: boolean
}) {
  const { t } = useTranslation()
  const {
    title,
    isOpen,
    onClose,
    children,
    buttons,
    wide,
    full,
    alert,
    reading,
    stays,
    keepsWords,
    unsaved,
  } = props
  const [typed] = useState(createTypedWords)
  const body = useRef<HTMLDivElement>(null)
  const lastField = useRef<HTMLElement>(null)
  const question = useRef<HTMLElement>(null)
  const [asking, setAsking] = useState(false)

  useEffect(() => {
    if (asking) question.current?.querySelector<HTMLElement>('button:last-child')?.focus()
  }, [asking])

  function leave() {
    if (!(unsaved ?? (keepsWords && typed.wouldBeLost()))) onClose()
    else if (asking) goOn()
    else setAsking(true)
  }

  function goOn() {
    setAsking(false)
    lastField.current?.focus()
  }

  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) leave()
      }}
      isKeyboardDismissDisabled={stays === true}
      className={classes(styles.veil, full && styles.high)}
    >
      <Modal className={classes(styles.modal, wide && styles.wide, full && styles.full)}>
        <AriaDialog {...(alert && { role: 'alertdialog' as const })} className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {!stays && <IconButton label={t('shell.close')} icon={X} onPress={leave} />}
          </header>
          <div
            ref={body}
            className={styles.body}
            {...(reading && { role: 'group', 'aria-label': title, tabIndex: 0 })}
            onFocus={({ target }) => {
              lastField.current = target
              typed.cameTo(target)
            }}
            onSubmit={({ currentTarget }) => focusFirstInvalid(currentTarget)}
            onKeyDownCapture={sendByKeys}
          >
            {children}
            {keepsWords && <StartAtFirstField of={body} />}
          </div>
          {asking ? (
            <footer key="question" ref={question} className={styles.footer} role="alert">
              <p className={styles.question}>{t('shell.notSavedYet')}</p>
              <Button variant="quiet" onPress={onClose}>
                {t('shell.discard')}
              </Button>
              <Button variant="primary" onPress={goOn}>
                {t('shell.goOnFilling')}
              </Button>
            </footer>
          ) : (
            buttons !== undefined && <footer className={styles.footer}>{buttons}</footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/**
 * Ctrl+Enter sends a form from any of its fields: in one of several lines Enter begins the next line. It is heard before
 * the fields are, since a closed list keeps every Enter for itself; an open one keeps it rightly.
 */
function sendByKeys(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  const { currentTarget: body, target } = event
  if (!(target instanceof Element) || !body.contains(target)) return // of a layer above this one
  const form = body.querySelector('form')
  if (form === null || target.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  event.stopPropagation()
  if (target instanceof HTMLInputElement) {
    flushSync(() => target.blur()) // a number is taken over when its field is left
    target.focus()
  }
  form.requestSubmit()
}

/** Who opens a layer to type in it can type at once, unless the layer itself says where the words go first. */
function StartAtFirstField({ of }: { readonly of: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    const body = of.current
    const layer = body?.closest('section')
    if (!body || !layer || body.contains(document.activeElement)) return
    if (focusFirstField(body)) return
    // Fields that wait for something to be read come later; who went elsewhere meanwhile is left there.
    const coming = new MutationObserver(() => {
      const isElsewhere = document.activeElement !== layer && layer.contains(document.activeElement)
      if (isElsewhere || focusFirstField(body)) coming.disconnect()
    })
    coming.observe(body, { childList: true, subtree: true })
    return () => coming.disconnect()
  }, [of])
  return null
}

/** False where there is no field yet. */
function focusFirstField(body: HTMLElement): boolean {
  const fields = body.querySelectorAll<HTMLElement>('input, textarea, [role="spinbutton"], button')
  const first = [...fields].find(
    (it) => it.tabIndex >= 0 && !it.matches(':disabled, [hidden] *, [aria-hidden="true"] *'),
  )
  first?.focus()
  return first !== undefined
}
