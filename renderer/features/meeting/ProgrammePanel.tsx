import { CalendarPlus, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ProgrammeEvent } from '../../../shared/meeting/meeting.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { clockLabel, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { CounterpartTimes } from './CounterpartTimes.tsx'
import { useMeeting } from './MeetingContext.ts'
import { eventKindWords, visibilityWords } from './meetingWords.ts'
import styles from './panel.module.css'

/** The meeting itself and what goes with it: study visits, courtesy calls, meals. */
export function ProgrammePanel() {
  const { t } = useTranslation()
  const { dossier, open } = useMeeting()
  const events = dossier.programme.toSorted((one, other) =>
    `${one.heldOn}${one.from}` < `${other.heldOn}${other.from}` ? -1 : 1,
  )
  return (
    <div className={styles.panel}>
      {events.length === 0 && <p className={styles.empty}>{t('meeting.noProgramme')}</p>}
      {events.map((event) => (
        <EventCard key={event.id} event={event} />
      ))}
      <div className={styles.add}>
        <Button variant="link" icon={CalendarPlus} onPress={() => open({ kind: 'event', eventId: null })}>
          {t('meeting.addEvent')}
        </Button>
      </div>
    </div>
  )
}

function EventCard({ event }: { readonly event: ProgrammeEvent }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const write = useWrite()
  const { dossier, open } = useMeeting()
  const { meeting } = dossier
  const title = inLanguage(event.title, language)
  async function remove() {
    const reply = await write('programme.remove', { eventId: event.id })
    if (!reply.ok) notices.fault(reply.fault)
  }
  return (
    <article className={styles.card} aria-label={title}>
      <header className={styles.cardHead}>
        <strong dir="auto">{title}</strong>
        <MoreMenu
          label={t('shell.more', { name: title })}
          entries={[
            {
              id: 'edit',
              label: t('shell.edit'),
              icon: Pencil,
              run: () => open({ kind: 'event', eventId: event.id }),
            },
            { id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => void remove() },
          ]}
        />
      </header>
      <p className={styles.words}>
        {format.date(event.heldOn, 'medium')},{' '}
        {format.times(event.from, event.to, clockLabel(meeting.zone, event.heldOn))}
        {event.place !== '' && ` · ${event.place}`}
      </p>
      {meeting.counterpartZone !== meeting.zone && (
        <p className={styles.facts} title={t('meeting.counterpartClock')}>
          <CounterpartTimes span={event} meeting={meeting} />
        </p>
      )}
      <p className={styles.facts}>
        <span>{t(eventKindWords[event.kind])}</span>
        <Chip tone={event.visibility === 'internal' ? 'attention' : 'plain'}>
          {t(visibilityWords[event.visibility])}
        </Chip>
      </p>
    </article>
  )
}
