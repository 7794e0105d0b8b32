import { ArrowDown, ArrowUp, Pencil, Trash2, TriangleAlert, UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Delegate } from '../../../shared/meeting/meeting.ts'
import { inLanguage, type Side } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { classes } from '../../ui/classes.ts'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { useMeeting } from './MeetingContext.ts'
import { roleWords } from './meetingWords.ts'
import styles from './panel.module.css'

/** The two delegations in the order of protocol. */
export function PeoplePanel() {
  const { dossier } = useMeeting()
  const { ownSide, otherSide } = dossier.relationship
  return (
    <div className={styles.panel}>
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
  const heads = delegates.filter(({ role }) => role === 'head').length
  const present = delegates.filter((delegate) => delegate.present).length
  const country = countryOf(side).name[language]
  return (
    <>
      <div className={styles.group}>
        <CountryCode side={side} />
        <h3>{country}</h3>
        <span className={styles.count}>{t('meeting.presentOf', { present, all: delegates.length })}</span>
      </div>
      {heads === 0 && (
        <p className={styles.warning}>
          <TriangleAlert size={13} aria-hidden />
          {t('meeting.noHead', { side: country })}
        </p>
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
    <li className={classes(styles.row, !delegate.present && styles.absent)}>
      <Checkbox isSelected={delegate.present} onChange={(present) => void change({ present })}>
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
