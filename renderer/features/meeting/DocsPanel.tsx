import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../api/useRead.ts'
import { AttachmentList } from '../attachments/AttachmentList.tsx'
import { stageWords } from '../mous/mouWords.ts'
import { useMeeting } from './MeetingContext.ts'
import panel from './panel.module.css'

/** The instruments that the meeting is linked to, and its documents. */
export function DocsPanel() {
  const { t } = useTranslation()
  const { dossier } = useMeeting()
  const meetingId = dossier.meeting.id
  const reading = useRead('mou.ofMeeting', { meetingId })
  const linked = reading.state === 'ready' ? reading.value : []
  return (
    <>
      {linked.length > 0 && (
        <section className={panel.linked} aria-label={t('mou.links.ofMeeting')}>
          <h3>{t('mou.links.ofMeeting')}</h3>
          <ul>
            {linked.map(({ id, shortTitle, stage }) => (
              <li key={id}>
                <Link to="/mou/$mouId" params={{ mouId: id }} dir="auto">
                  {shortTitle}
                </Link>
                <span className={panel.sub}>{stage === null ? t('mou.noStage') : t(stageWords[stage])}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <AttachmentList owner={{ kind: 'meeting', id: meetingId }} />
    </>
  )
}
