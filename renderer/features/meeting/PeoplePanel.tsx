import { ArrowDown, ArrowUp, Copy, Pencil, Trash2, TriangleAlert, UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Delegate } from '../../../shared/meeting/meeting.ts'
import { inLanguage, type Side } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { classes } from '../../ui/classes.ts'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { useMeeting } from './MeetingContext.ts'
import { presenceWords, roleWords } from './meetingWords.ts'
import styles from './panel.module.css'

/** The two delegations in the order of protocol. */
export function PeoplePanel() {
  const { t } = useTranslation()
  const { dossier, open } = useMeeting()
  const { ownSide, otherSide } = dossier.relationship
  return (
    <div className={styles.panel}>
      {dossier.lastMeetingId !== null && (
        <div>
          <Button variant="link" icon={Copy} onPress={() => open({ kind: 'copyDelegation' })}>
            {t('meeting.copyDelegation')}
          </Button>
        </div>
      )}
      <Delegation side={ownSide} />
      <Delegation side={otherSide} />
    </div>
  )
}

function Delegation({ side }: { readonly side: Side }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { dossier, open } = useMeeting()
  const delegates = dossier.delegates.filter((delegate) => delegate.side === side)
  const heads = delegates.filter(({ role }) => role === 'head')
  const present = delegates.filter(({ presence }) => presence === 'present').length
  const country = countryOf(side).name[language]
  return (
    <>
      <div className={styles.group}>
        <CountryCode side={side} />
        <h3>{country}</h3>
        <span className={styles.count}>{t('meeting.presentOf', { present, all: delegates.length })}</span>
      </div>
      {heads.length === 0 && <Warning>{t('meeting.noHead', { side: country })}</Warning>}
      {heads.length > 1 && <Warning>{t('meeting.twoHeads', { side: country })}</Warning>}
      {heads[0] && (heads[0].presence === 'excused' || heads[0].presence === 'absent') && (
        <Warning>{t('meeting.headAbsent', { side: country })}</Warning>
      )}
      <ul className={styles.rows} aria-label={t('meeting.delegationOf', { side: country })}>
        {delegates.map((delegate, index) => (
          <Row key={delegate.id} delegate={delegate} index={index} all={delegates} />
        ))}
      </ul>
      <div className={styles.add}>
        <Button
          variant="link"
          icon={UserPlus}
          onPress={() => open({ kind: 'addDelegate', side })}
          aria-label={t('meeting.addDelegateOf', { side: country })}
        >
          {t('meeting.addDelegate')}
        </Button>
      </div>
    </>
  )
}

function Warning({ children }: { readonly children: string }) {
  return (
    <p className={styles.warning}>
      <TriangleAlert size={13} aria-hidden />
      {children}
    </p>
  )
}

function Row(props: {
  readonly delegate: Delegate
  readonly index: number
  readonly all: readonly Delegate[]
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { open } = useMeeting()
  const { delegate, index, all } = props
  const title = inLanguage(delegate.title, language)
  const agency = inLanguage(delegate.agency, language)
  const role = delegate.role === 'member' && title !== '' ? '' : t(roleWords[delegate.role])
  const presence = usePresence(delegate, all)

  async function change(changes: Partial<Delegate>) {
    const reply = await write('delegate.change', { delegate: { ...delegate, ...changes } })
    if (!reply.ok) notices.fault(reply.fault)
  }
  async function remove() {
    const reply = await write('delegate.remove', { delegateId: delegate.id })
    if (!reply.ok) notices.fault(reply.fault)
  }
  const to = (by: number) => void change({ position: index + by })

  return (
    <li className={classes(styles.row, delegate.presence !== 'present' && styles.absent)}>
      <Checkbox
        isSelected={delegate.presence === 'present'}
        onChange={(present) => void change({ presence: present ? 'present' : 'absent' })}
      >
        <span>
          <span className={styles.name} dir="auto">
            {delegate.name}
          </span>
          {delegate.khmerName !== '' && (
            <span className={styles.khmer} lang="km">
              {delegate.khmerName}
            </span>
          )}
          <span className={styles.sub} dir="auto">
            {[...new Set([role, title, agency])].filter(Boolean).join(' · ')}
          </span>
          {presence !== '' && <span className={styles.presence}>{presence}</span>}
        </span>
      </Checkbox>
      <MoreMenu
        label={t('shell.more', { name: delegate.name })}
        entries={[
          {
            id: 'edit',
            label: t('shell.edit'),
            icon: Pencil,
            run: () => open({ kind: 'delegate', delegateId: delegate.id }),
          },
          {
            id: 'up',
            label: t('meeting.moveUp'),
            icon: ArrowUp,
            isDisabled: index === 0,
            run: () => to(-1),
          },
          {
            id: 'down',
            label: t('meeting.moveDown'),
            icon: ArrowDown,
            isDisabled: index === all.length - 1,
            run: () => to(1),
          },
          { id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => void remove() },
        ]}
      />
    </li>
  )
}

/** Why somebody does not sit there, or when he was in the room; empty for who was there all the time. */
function usePresence({ presence, representedBy, inRoom }: Delegate, all: readonly Delegate[]): string {
  const { t } = useTranslation()
  const format = useFormat()
  const { dossier } = useMeeting()
  if (representedBy !== null) {
    const name =
      'name' in representedBy
        ? representedBy.name
        : (all.find(({ id }) => id === representedBy.delegateId)?.name ?? '')
    return t('meeting.representedBySaid', { name })
  }
  if (presence !== 'present') return t(presenceWords[presence])
  return inRoom.map(({ from, to }) => format.times(from, to ?? dossier.meeting.to)).join(', ')
}
