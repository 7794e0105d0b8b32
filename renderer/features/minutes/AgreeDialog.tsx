import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { holdsBack, keepsFromAgreeing } from '../../../shared/meeting/minutesDocument.ts'
import type { CalendarDate, ComposedLanguage } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { today } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import form from '../../ui/form.module.css'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { useMeeting } from '../meeting/MeetingContext.ts'
import { languageWords } from '../meeting/meetingWords.ts'
import { type Mend, Problems } from '../meeting/problems.tsx'
import { useMend } from '../meeting/useMend.ts'
import { usePaper } from '../meeting/usePaper.ts'
import styles from './MinutesPanel.module.css'
import { UnsavedWords, useSavedWords } from './UnsavedWords.tsx'
import { agreementOf, useMinutesLife } from './useMinutesLife.ts'

/** That a side agreed, and when; what stands in its way is listed first. */
export function AgreeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { sides, present, open } = useMinutesLife()
  const saved = useSavedWords()
  const mend = useMend(onClose)
  const first = sides.find((side) => !agreementOf(present.agreements, side))
  const [side, setSide] = useState(first ?? dossier.relationship.ownSide)
  const [agreedOn, setAgreedOn] = useState<CalendarDate | null>(today())
  const [tried, setTried] = useState(false)

  async function save() {
    setTried(true)
    if (agreedOn === null || !(await saved.ensure())) return 'incomplete'
    const reply = await write('minutes.agree', { meetingId: dossier.meeting.id, side, agreedOn })
    return reply.ok ? null : reply.fault
  }

  return (
    <FormDialog title={t('minutes.agreeTitle')} onClose={onClose} onSubmit={save} submit={t('minutes.agree')}>
      <p className={form.hint}>{t('minutes.agreeHint')}</p>
      <Segments
        label={t('minutes.agreeingSide')}
        value={side}
        onChange={setSide}
        choices={sides.map((value) => ({ value, label: countryOf(value).name[language] }))}
      />
      <DateField
        label={t('minutes.agreedOn')}
        value={agreedOn}
        onChange={setAgreedOn}
        error={tried && agreedOn === null ? t('shell.filledIn') : undefined}
      />
      {open.length > 0 && (
        <section aria-label={t('minutes.steps.corrections')}>
          <p role="status">{t('minutes.openFirst', { count: open.length })}</p>
          <ul className={styles.open}>
            {open.map(({ id, number, side, asked }) => (
              <li key={id} dir="auto">
                {t('minutes.correctionOf', { number, side: countryOf(side).name[language] })}: {asked}
              </li>
            ))}
          </ul>
        </section>
      )}
      {dossier.meeting.languages.map((one) => (
        <Missing key={one} language={one} onMend={(what) => mend(what, one)} />
      ))}
      <UnsavedWords isShown={saved.failed} />
    </FormDialog>
  )
}

/** What the minutes of one language lack to be agreed to. */
function Missing(props: { readonly language: ComposedLanguage; readonly onMend: (mend: Mend) => void }) {
  const { t } = useTranslation()
  const { dossier } = useMeeting()
  const { language, onMend } = props
  const { ownSide } = dossier.relationship
  const minutes = usePaper(dossier.meeting.id, language, ownSide, { kind: 'minutes', keptBy: ownSide })
  const found = minutes.state === 'ready' ? minutes.value.problems : []
  const first = found.filter(keepsFromAgreeing)
  const never = found.filter((problem) => !holdsBack(problem, true))
  const said = { language: t(languageWords[language]) }
  return (
    <>
      {first.length > 0 && (
        <section aria-label={t('meeting.problems')}>
          <p role="status">{t('minutes.missingFirst', { ...said, count: first.length })}</p>
          <Problems problems={first} dossier={dossier} onMend={onMend} />
        </section>
      )}
      {never.length > 0 && (
        <section aria-label={t('minutes.missingAlso')}>
          <p role="status">{t('minutes.missingForGood', { ...said, count: never.length })}</p>
          <Problems problems={never} dossier={dossier} onMend={onMend} />
        </section>
      )}
    </>
  )
}
