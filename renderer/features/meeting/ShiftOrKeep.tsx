import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingStatus } from '../../../shared/meeting/meeting.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'

export type ShiftOrKeepAnswer = 'shift' | 'keep' | null

export type ShiftOrKeepQuestion = {
  readonly about: string
  readonly answer: (answer: ShiftOrKeepAnswer) => void
}

/** Asks what becomes of the times, once the meeting has started; before that they simply follow. */
export function useAskShiftOrKeep(status: MeetingStatus) {
  const [question, setQuestion] = useState<ShiftOrKeepQuestion | null>(null)
  const ask = useCallback(
    (about: string): Promise<ShiftOrKeepAnswer> => {
      if (status === 'planned') return Promise.resolve('shift')
      return new Promise((resolve) => {
        setQuestion({
          about,
          answer(answer) {
            setQuestion(null)
            resolve(answer)
          },
        })
      })
    },
    [status],
  )
  return { question, ask }
}

export function ShiftOrKeep({ question }: { readonly question: ShiftOrKeepQuestion }) {
  const { t } = useTranslation()
  return (
    <Dialog
      title={t('meeting.shiftOrKeep')}
      isOpen
      onClose={() => question.answer(null)}
      buttons={
        <>
          <Button variant="quiet" onPress={() => question.answer(null)}>
            {t('shell.cancel')}
          </Button>
          <Button onPress={() => question.answer('keep')}>{t('meeting.keepTimes')}</Button>
          <Button variant="primary" onPress={() => question.answer('shift')}>
            {t('meeting.shiftTimes')}
          </Button>
        </>
      }
    >
      <p>{question.about}</p>
      <p>{t('meeting.shiftOrKeepHint')}</p>
    </Dialog>
  )
}
