import { Plus, X } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { agendaTimes } from '../../../shared/meeting/agendaTimes.ts'
import { itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import { type Delegate, Presence, type TimeInRoom } from '../../../shared/meeting/meeting.ts'
import { presenceAt } from '../../../shared/meeting/presence.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { TimeField } from '../../ui/DateField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Fields, Row } from '../../ui/FormDialog.tsx'
import { useMeeting } from './MeetingContext.ts'
import { itemPresenceWords, presenceWords } from './meetingWords.ts'
import styles from './PresenceFields.module.css'

const somebodyElse = 'else'

/** Whether the presence of a delegate lacks the name of who sits for him. A time without a beginning is never kept. */
export function presenceMissing({ presence, representedBy: by }: Delegate): boolean {
  return presence === 'represented' && (by === null || ('name' in by && by.name.trim() === ''))
}

/** Whether somebody was there, who sat for him, from when to when, and so at which items. */
export function PresenceFields(props: {
  readonly delegate: Delegate
  readonly onChange: (changes: Partial<Delegate>) => void
  readonly tried: boolean
}) {
  const { t } = useTranslation()
  const { dossier } = useMeeting()
  const { delegate, onChange, tried } = props
  const { presence, representedBy: by, inRoom } = delegate
  const others = dossier.delegates.filter(({ side, id }) => side === delegate.side && id !== delegate.id)
  const setTime = (at: number, change: Partial<TimeInRoom>) =>
    onChange({ inRoom: inRoom.map((time, index) => (index === at ? { ...time, ...change } : time)) })

  return (
    <>
      <Row>
        <Select
          label={t('meeting.presenceLabel')}
          value={presence}
          onChange={(next) =>
            onChange({
              presence: next,
              representedBy: next === 'represented' ? { name: '' } : null,
              inRoom: next === 'present' ? inRoom : [],
            })
          }
          choices={Presence.options.map((value) => ({ value, label: t(presenceWords[value]) }))}
        />
        {by !== null && (
          <Select
            label={t('meeting.representedBy')}
            value={'delegateId' in by ? (by.delegateId as string) : somebodyElse}
            onChange={(value) => {
              const seat = others.find(({ id }) => id === value)
              onChange({ representedBy: seat ? { delegateId: seat.id } : { name: '' } })
            }}
            choices={[
              ...others.map(({ id, name }) => ({ value: id as string, label: name })),
              { value: somebodyElse, label: t('meeting.representedElse') },
            ]}
          />
        )}
        {by !== null && 'name' in by && (
          <TextField
            label={t('meeting.representedName')}
            value={by.name}
            onChange={(name) => onChange({ representedBy: { name } })}
            maxLength={160}
            error={tried && by.name.trim() === '' ? t('shell.filledIn') : undefined}
          />
        )}
      </Row>
      {presence === 'present' && (
        <Fields legend={t('meeting.inRoom')}>
          {inRoom.length === 0 && <p className={styles.hint}>{t('meeting.wholeTime')}</p>}
          {inRoom.map(({ from, to }, at) => (
            <div key={at} className={styles.time}>
              <TimeField
                label={t('meeting.cameAt', { number: at + 1 })}
                value={from}
                onChange={(time) => time !== null && setTime(at, { from: time })}
              />
              <TimeField
                label={t('meeting.leftAt', { number: at + 1 })}
                value={to}
                onChange={(time) => setTime(at, { to: time })}
                hint={t('meeting.leftAtHint')}
              />
              <IconButton
                label={t('meeting.removeTime', { number: at + 1 })}
                icon={X}
                onPress={() => onChange({ inRoom: inRoom.filter((_, index) => index !== at) })}
              />
            </div>
          ))}
          <div>
            <Button
              variant="link"
              icon={Plus}
              isDisabled={inRoom.length >= 20}
              onPress={() =>
                onChange({
                  inRoom: [...inRoom, { from: inRoom.at(-1)?.to ?? dossier.meeting.from, to: null }],
                })
              }
            >
              {t(inRoom.length === 0 ? 'meeting.addFirstTime' : 'meeting.addTime')}
            </Button>
          </div>
        </Fields>
      )}
      {inRoom.length > 0 && <PerItem delegate={delegate} />}
    </>
  )
}

/** At which items he was in the room, by the planned times. */
function PerItem({ delegate }: { readonly delegate: Delegate }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const headingId = useId()
  const { dossier } = useMeeting()
  const { meeting, agenda } = dossier
  const numbers = itemNumbers(agenda)
  const times = agendaTimes(meeting, agenda).items
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.heading}>
        {t('meeting.presencePerItem')}
      </h3>
      <ul className={styles.items}>
        {agenda.map((item, at) => {
          const number = numbers.get(item.id)
          const time = times[at]
          if (number === undefined || time === undefined) return null
          return (
            <li key={item.id}>
              <span dir="auto">
                {t('meeting.itemNumber', { number, title: inLanguage(item.title, language) })}
              </span>
              <span>{t(itemPresenceWords[presenceAt(delegate, meeting, time)])}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
