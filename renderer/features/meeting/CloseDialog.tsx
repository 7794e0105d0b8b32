import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/api/contract.ts'
import type { AgendaItemId } from '../../../shared/ids.ts'
import { itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import { ItemEnd } from '../../../shared/meeting/meeting.ts'
import { ordinal } from '../../../shared/meeting/numberWords.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Choices } from '../../ui/Choices.tsx'
import field from '../../ui/field.module.css'
import { FormDialog } from '../../ui/FormDialog.tsx'
import styles from '../../ui/form.module.css'
import { useMeeting } from './MeetingContext.ts'
import { endWords } from './meetingWords.ts'

/** Ends the meeting. What was not taken up is asked about, each item by itself, and nothing is decided beforehand. */
export function CloseDialog(props: {
  readonly question: Output<'meeting.closing'>
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const language = useLanguage()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { question, onClose } = props
  const { undiscussed, next } = question
  const [answers, setAnswers] = useState<ReadonlyMap<AgendaItemId, ItemEnd>>(
    () => new Map(undiscussed.flatMap(({ id, endedAs }) => (endedAs === null ? [] : [[id, endedAs]]))),
  )
  const [tried, setTried] = useState(false)
  const numbers = itemNumbers(dossier.agenda)
  const isMissing = undiscussed.some(({ id }) => !answers.has(id))

  async function close() {
    setTried(true)
    if (isMissing) return 'incomplete'
    const reply = await write('meeting.close', {
      meetingId: dossier.meeting.id,
      answers: [...answers].map(([itemId, endedAs]) => ({ itemId, endedAs })),
    })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog title={t('agenda.close')} onClose={onClose} onSubmit={close} submit={t('agenda.close')} wide>
      <p>{t('agenda.closeHint')}</p>
      {undiscussed.map(({ id, title }) => (
        <Choices
          key={id}
          layout="row"
          label={t('meeting.itemNumber', {
            number: numbers.get(id) ?? '',
            title: inLanguage(title, language),
          })}
          value={answers.get(id) ?? null}
          onChange={(end) => setAnswers(new Map(answers).set(id, end))}
          choices={ItemEnd.options.map((value) => ({ value, label: t(endWords[value]) }))}
        />
      ))}
      {tried && isMissing && (
        <p className={field.error} role="alert">
          {t('agenda.decideEach')}
        </p>
      )}
      <p className={styles.hint}>
        {next === null
          ? t('agenda.carriedToList')
          : t('agenda.carriedToMeeting', {
              meeting: ordinal(next.number, language),
              date: format.date(next.heldOn, 'medium'),
            })}
      </p>
    </FormDialog>
  )
}
