import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { phraseAfter } from '../../../shared/meeting/phrases.ts'
import { insertWords } from '../../editor/commands.ts'
import { notices } from '../../shell/notices.ts'
import { useSettings } from '../../shell/settings.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useMeeting } from '../meeting/MeetingContext.ts'
import styles from './PhraseDialog.module.css'

/** The usual wording of minutes: a digit or Enter puts one where the cursor is. */
export function PhraseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { sessions, language } = useMeeting()
  const phrases = useSettings().phrases[language]

  function put(phrase: string | undefined): void {
    if (phrase === undefined) return
    const isPut = sessions.active.get()?.apply((state, dispatch) => {
      const { $from } = state.selection
      const before = $from.parent.textBetween(0, $from.parentOffset, null, ' ')
      return insertWords(phraseAfter(before, phrase))(state, dispatch)
    })
    if (!isPut) notices.say((t) => t('meeting.noPlace'), null)
    onClose()
  }

  return (
    <Dialog
      title={t('capture.phrase')}
      isOpen
      onClose={onClose}
      buttons={
        <>
          <Button
            variant="quiet"
            onPress={() => {
              onClose()
              void navigate({ to: '/settings/$tab', params: { tab: 'phrases' } })
            }}
          >
            {t('capture.editPhrases')}
          </Button>
          <Button onPress={onClose}>{t('shell.cancel')}</Button>
        </>
      }
    >
      {phrases.length === 0 ? (
        <EmptyState>{t('capture.noPhrases')}</EmptyState>
      ) : (
        <div
          onKeyDownCapture={(event) => {
            if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return
            event.preventDefault()
            event.stopPropagation()
            put(phrases[Number(event.key) - 1])
          }}
        >
          <ListBox
            aria-label={t('capture.phrases')}
            autoFocus="first"
            className={styles.list ?? ''}
            onAction={(key) => put(phrases[Number(key)])}
          >
            {phrases.map((phrase, index) => (
              <ListBoxItem key={index} id={String(index)} textValue={phrase} className={styles.phrase ?? ''}>
                <kbd aria-hidden>{index < 9 ? index + 1 : ''}</kbd>
                <span lang={language}>{phrase}</span>
              </ListBoxItem>
            ))}
          </ListBox>
        </div>
      )}
    </Dialog>
  )
}
