import { Link } from '@tanstack/react-router'
import { Bell } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { type Reminder, remindAgainAt, remindersOf } from '../../../shared/meeting/reminders.ts'
import { mostPutAway } from '../../../shared/record.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { clockLabel, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { useChangeSettings, useSettings } from '../../shell/settings.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Unseen } from '../../ui/Unseen.tsx'
import { useNow, useToday } from '../../ui/useNow.ts'
import { meetingTitle } from '../meetings/meetingTitle.ts'
import styles from './Reminders.module.css'

/** In the status bar: how many things there are to be reminded of, and the list of them. It asks for nothing. */
export function Reminders() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const panel = useRef<HTMLElement>(null)
  const now = useNow()
  const today = useToday()
  const { reminders: settings, putAway } = useSettings()
  const change = useChangeSettings()
  const reading = useRead('reminder.read', { today }, { keep: true })
  if (reading.state !== 'ready') return null
  const all = remindersOf(reading.value, settings, putAway, { now, today })

  function put({ key }: Reminder, until: string | null) {
    const others = putAway.filter((one) => one.key !== key && (one.until === null || one.until > now))
    // The button goes with its row: the panel keeps the focus, and with it Esc its meaning.
    panel.current?.focus()
    void change({ putAway: [...others, { key, until }].slice(-mostPutAway) })
  }

  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton className={classes(styles.bell, all.length > 0 && styles.some)}>
        <Bell size={14} aria-hidden />
        {all.length > 0 ? t('reminders.count', { count: all.length }) : t('reminders.title')}
      </AriaButton>
      <Popover placement="top end" className={styles.panel ?? ''}>
        <Dialog ref={panel} aria-label={t('reminders.title')} className={styles.dialog ?? ''}>
          <h2>{t('reminders.title')}</h2>
          {all.length === 0 && <p className={styles.nothing}>{t('reminders.nothing')}</p>}
          <ul className={styles.rows}>
            {all.map((reminder) => (
              <li key={reminder.key} className={styles.row}>
                <Words reminder={reminder} onFollow={() => setOpen(false)} />
                <span className={styles.acts}>
                  <Button compact variant="quiet" onPress={() => put(reminder, remindAgainAt(reminder, now))}>
                    {t('reminders.later')}
                  </Button>
                  <Button compact variant="quiet" onPress={() => put(reminder, null)}>
                    {t('reminders.dismiss')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

const mouWords = {
  renewalNear: 'mou.force.renewalNear',
  noticePassed: 'mou.force.noticePassed',
  expired: 'mou.force.expired',
} as const

/** What it is about, as a link to it, and when. */
function Words({ reminder, onFollow }: { readonly reminder: Reminder; readonly onFollow: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  switch (reminder.kind) {
    case 'meeting': {
      const { meeting } = reminder
      return (
        <span className={styles.words}>
          <Link to="/meetings/$meetingId" params={{ meetingId: meeting.id }} onClick={onFollow} dir="auto">
            {meetingTitle(meeting, language)}
          </Link>
          <span className={styles.when}>
            {format.date(meeting.heldOn, 'full')},{' '}
            {format.times(meeting.from, meeting.to, clockLabel(meeting.zone, meeting.heldOn))}
          </span>
        </span>
      )
    }
    case 'dueToday': {
      const { action, meeting } = reminder.row
      return (
        <span className={styles.words}>
          <Link
            to="/meetings/$meetingId"
            params={{ meetingId: meeting.id }}
            search={{ panel: 'decisions' }}
            onClick={onFollow}
            dir="auto"
          >
            {inLanguage(action.what, language)}
          </Link>
          <span className={styles.when}>
            {t('reminders.dueToday')} <Unseen>{meetingTitle(meeting, language)}</Unseen>
          </span>
        </span>
      )
    }
    case 'moreDueToday':
    case 'overdue':
      return (
        <span className={styles.words}>
          <Link to="/actions" onClick={onFollow}>
            {t(reminder.kind === 'overdue' ? 'home.overdue' : 'reminders.moreDueToday', {
              count: reminder.count,
              number: format.number(reminder.count),
            })}
          </Link>
        </span>
      )
    case 'renewalNear':
    case 'noticePassed':
    case 'expired':
      return (
        <span className={styles.words}>
          <Link to="/mou/$mouId" params={{ mouId: reminder.mouId }} onClick={onFollow} dir="auto">
            {reminder.shortTitle}
          </Link>
          <span className={styles.when}>
            {t(mouWords[reminder.kind])}, {format.date(reminder.on, 'medium')}
          </span>
        </span>
      )
  }
}
