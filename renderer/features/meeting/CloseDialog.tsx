import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/api/contract.ts'
import type { AgendaItemId, MeetingId } from '../../../shared/ids.ts'
import { itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import { ItemEnd } from '../../../shared/meeting/meeting.ts'
import { ordinal } from '../../../shared/meeting/numberWords.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useApi } from '../../api/ApiProvider.tsx'
import type { Reading } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import type { TextSessions } from '../../editor/textSessions.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Choices } from '../../ui/Choices.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import field from '../../ui/field.module.css'
import { FormDialog } from './FormDialog.tsx'
import styles from './form.module.css'
import { useMeeting } from './MeetingContext.ts'
import { endWords } from './meetingWords.ts'

type Answers = ReadonlyMap<AgendaItemId, ItemEnd>

/** Ends the meeting. What was not taken up is asked about, each item by itself, and nothing is decided beforehand. */
export function CloseDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const write = useWrite()
  const { dossier, sessions } = useMeeting()
  const meetingId = dossier.meeting.id
  const question = useQuestion(meetingId, sessions)
  const [answers, setAnswers] = useState<Answers>(new Map())
  const [tried, setTried] = useState(false)

  async function close() {
    setTried(true)
    if (question.state !== 'ready') return 'incomplete'
    const asked = question.value.undiscussed.map(({ id, endedAs }) => ({
      itemId: id,
      endedAs: answers.get(id) ?? endedAs,
    }))
    const given = asked.flatMap(({ itemId, endedAs }) => (endedAs === null ? [] : [{ itemId, endedAs }]))
    if (given.length < asked.length) return 'incomplete'
    const reply = await write('meeting.close', { meetingId, answers: given })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog title={t('agenda.close')} onClose={onClose} onSubmit={close} submit={t('agenda.close')} wide>
      <Loaded reading={question} lines={4}>
        {(value) => (
          <Question
            question={value}
            answers={answers}
            onAnswer={(itemId, endedAs) => setAnswers(new Map(answers).set(itemId, endedAs))}
            tried={tried}
          />
        )}
      </Loaded>
    </FormDialog>
  )
}

/** What is asked, read once. Words that are still being typed are saved first: they count. */
function useQuestion(meetingId: MeetingId, sessions: TextSessions): Reading<Output<'meeting.closing'>> {
  const client = useApi()
  const [question, setQuestion] = useState<Reading<Output<'meeting.closing'>>>({ state: 'loading' })
  useEffect(() => {
    let isShown = true
    async function ask() {
      await sessions.flush()
      const reply = await client.call('meeting.closing', { meetingId })
      if (!isShown) return
      setQuestion(reply.ok ? { state: 'ready', value: reply.value } : { state: 'failed', fault: reply.fault })
    }
    void ask()
    return () => {
      isShown = false
    }
  }, [client, meetingId, sessions])
  return question
}

function Question(props: {
  readonly question: Output<'meeting.closing'>
  readonly answers: Answers
  readonly onAnswer: (item: AgendaItemId, end: ItemEnd) => void
  readonly tried: boolean
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const language = useLanguage()
  const { dossier } = useMeeting()
  const { question, answers, onAnswer, tried } = props
  const { undiscussed, next } = question
  const numbers = itemNumbers(dossier.agenda)
  const isDeferred = dossier.decisions.some(({ outcome }) => outcome === 'deferred')
  const isMissing = undiscussed.some(({ id, endedAs }) => endedAs === null && !answers.has(id))
  return (
    <>
      <p>{t(undiscussed.length === 0 ? 'agenda.closeNothing' : 'agenda.closeHint')}</p>
      {undiscussed.map(({ id, title, endedAs }) => (
        <Choices
          key={id}
          inRow
          label={t('agenda.endOf', { number: numbers.get(id) ?? '', title: inLanguage(title, language) })}
          value={answers.get(id) ?? endedAs}
          onChange={(end) => onAnswer(id, end)}
          choices={ItemEnd.options.map((value) => ({ value, label: t(endWords[value]) }))}
        />
      ))}
      {tried && isMissing && (
        <p className={field.error} role="alert">
          {t('agenda.decideEach')}
        </p>
      )}
      {(undiscussed.length > 0 || isDeferred) && (
        <p className={styles.hint}>
          {next === null
            ? t('agenda.carriedToList')
            : t('agenda.carriedToMeeting', {
                meeting: ordinal(next.number, language),
                date: format.date(next.heldOn, 'medium'),
              })}
        </p>
      )}
    </>
  )
}
