import { BookPlus, EyeOff, SkipForward } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components'
import { useApi } from '../../api/ApiProvider.tsx'
import { useStore } from '../../api/store.ts'
import { useWrite } from '../../api/useWrite.ts'
import { replaceHits } from '../../../shared/text/instrument/findReplace.ts'
import { pressed, writtenKeys } from '../../shell/commands.ts'
import { notices } from '../../shell/notices.ts'
import field from '../../ui/field.module.css'
import { type AskedSpelling, askedSpelling, goToUnknown } from './askedSpelling.ts'
import { spellingDeskOf } from './spellingDesk.ts'
import { showAsked } from './spellingMarks.ts'
import styles from './SpellingMenu.module.css'

/** What can be done about a word that is not known, below the word. */
export function SpellingMenu() {
  const asked = useStore(askedSpelling)
  useEffect(() => () => askedSpelling.set(null), []) // a menu does not outlive its screen
  return asked === null ? null : <OpenMenu asked={asked} />
}

function OpenMenu({ asked }: { readonly asked: AskedSpelling }) {
  const { t } = useTranslation()
  const write = useWrite()
  const desk = spellingDeskOf(useApi())
  const place = useRef<HTMLSpanElement>(null)
  const { session, word, written, suggestions } = asked
  const opened = session.opened.get()
  const editor = opened.state === 'open' ? opened.editor : null

  function close(): void {
    askedSpelling.set(null)
    editor?.view.focus()
  }

  useEffect(() => {
    const leave = () => askedSpelling.set(null)
    const onKey = (event: KeyboardEvent) => {
      const by = pressed('F7', event) ? 1 : pressed('Shift+F7', event) ? -1 : null
      if (by === null) return
      event.preventDefault()
      event.stopPropagation()
      leave()
      void goToUnknown(desk, by)
    }
    const onTransaction = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }) => {
      if (transaction.docChanged) leave()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    editor?.on('transaction', onTransaction)
    if (editor) showAsked(editor.view, word)
    return () => {
      if (editor && !editor.isDestroyed) showAsked(editor.view, null)
      window.removeEventListener('keydown', onKey, { capture: true })
      editor?.off('transaction', onTransaction)
    }
  }, [desk, editor, word])

  async function addWord(): Promise<void> {
    const reply = await write('spelling.addWord', { word: word.spelled.word })
    if (!reply.ok) notices.fault(reply.fault)
  }

  function take(suggestion: string): void {
    const { from, to } = word
    const words = written.includes('\u2019') ? suggestion.replaceAll("'", '\u2019') : suggestion
    const hit = { from, to, words: written, blockId: null, ahead: '', behind: '', replaceable: true }
    if (!session.apply(replaceHits([hit], words))) notices.say((t) => t('draft.cannot'), null)
  }

  function act(id: string): void {
    close()
    if (id === 'add') void addWord()
    else if (id === 'ignore') desk.ignore(word.spelled.word)
    else if (id === 'next') void goToUnknown(desk, 1)
    else take(suggestions[Number(id)] ?? written)
  }

  const { left, top, bottom } = asked.place
  return (
    <>
      <span
        ref={place}
        aria-hidden
        className={styles.place}
        style={{ insetInlineStart: left, insetBlockStart: top, blockSize: bottom - top }}
      />
      <Popover
        triggerRef={place}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) close()
        }}
        aria-label={t('spelling.of', { word: written })}
        className={field.popover ?? ''}
        placement="bottom start"
      >
        <Menu
          aria-label={t('spelling.of', { word: written })}
          autoFocus="first"
          className={field.list ?? ''}
          onAction={(id) => act(String(id))}
          onClose={close}
        >
          <MenuSection aria-label={t('spelling.of', { word: written })}>
            {suggestions.length === 0 ? (
              <MenuItem id="none" isDisabled className={field.option ?? ''}>
                {t('spelling.noSuggestion')}
              </MenuItem>
            ) : (
              suggestions.map((suggestion, index) => (
                <MenuItem
                  key={suggestion}
                  id={String(index)}
                  textValue={suggestion}
                  className={`${field.option} ${styles.suggestion}`}
                >
                  <span lang={word.spelled.language}>{suggestion}</span>
                </MenuItem>
              ))
            )}
          </MenuSection>
          <Separator className={styles.separator ?? ''} />
          <MenuSection aria-label={t('spelling.title')}>
            <Entry id="add" label={t('spelling.addWord')} icon={BookPlus} />
            <Entry id="ignore" label={t('spelling.ignore')} icon={EyeOff} />
            <Entry id="next" label={t('spelling.next')} icon={SkipForward} keys="F7" />
          </MenuSection>
        </Menu>
      </Popover>
    </>
  )
}

function Entry(props: {
  readonly id: string
  readonly label: string
  readonly icon: typeof BookPlus
  readonly keys?: string
}) {
  const { id, label, icon: Icon, keys } = props
  return (
    <MenuItem id={id} textValue={label} className={field.option ?? ''}>
      <Icon size={16} aria-hidden />
      <span className={field.optionText}>{label}</span>
      {keys !== undefined && <kbd>{writtenKeys(keys)}</kbd>}
    </MenuItem>
  )
}
