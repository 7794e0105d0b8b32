import { Gavel, ListChecks, MapPinOff, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import { type Action, type Decision, writtenNumber } from '../../../shared/meeting/meeting.ts'
import { type ComposedLanguage, inLanguage } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat, today } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { classes } from '../../ui/classes.ts'
import { MoreMenu } from '../../ui/Menu.tsx'
import { FiguresList } from './FiguresList.tsx'
import { useMeeting } from './MeetingContext.ts'
import { sideName } from './sideNames.ts'
import { actionStateWords, languageWords, outcomeWords } from './meetingWords.ts'
import styles from './panel.module.css'
import { usePlace, usePlacement, useUnplace } from './usePlacement.ts'

/** What the meeting decided and promised, and what became of the promises of the meeting before. */
export function OutcomesPanel() {
  const { t } = useTranslation()
  const { dossier, open } = useMeeting()
  const { decisions, actions, formerActions } = dossier
  const placement = usePlacement()
  return (
    <div className={styles.panel}>
      <div className={styles.group}>
        <h3>{t('meeting.decisions')}</h3>
        <Button
          variant="link"
          compact
          icon={Gavel}
          onPress={() => open({ kind: 'decision', decisionId: null, itemId: null })}
        >
          {t('meeting.addDecision')}
        </Button>
      </div>
      {decisions.length === 0 && <p className={styles.empty}>{t('meeting.noDecisions')}</p>}
      {decisions.map((decision) => (
        <DecisionCard key={decision.id} decision={decision} missing={placement.missing(decision.id)} />
      ))}
      <div className={styles.group}>
        <h3>{t('meeting.actions')}</h3>
        <Button
          variant="link"
          compact
          icon={ListChecks}
          onPress={() => open({ kind: 'action', actionId: null, itemId: null })}
        >
          {t('meeting.addAction')}
        </Button>
      </div>
      {actions.length === 0 && <p className={styles.empty}>{t('meeting.noActions')}</p>}
      {actions.map((action) => (
        <ActionCard key={action.id} action={action} missing={placement.missing(action.id)} isFormer={false} />
      ))}
      <FiguresList />
      {formerActions.length > 0 && (
        <div className={styles.group}>
          <h3>{t('meeting.formerActions')}</h3>
          <span className={styles.count}>
            {t('meeting.doneOf', {
              done: formerActions.filter(({ state }) => state === 'done').length,
              all: formerActions.length,
            })}
          </span>
        </div>
      )}
      {formerActions.map((action) => (
        <ActionCard key={action.id} action={action} missing={[]} isFormer />
      ))}
    </div>
  )
}

function DecisionCard(props: { readonly decision: Decision; readonly missing: readonly ComposedLanguage[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const unplace = useUnplace()
  const { open } = useMeeting()
  const { decision, missing } = props
  const number = writtenNumber(decision.number)

  async function remove() {
    if (!(await unplace(decision.id))) return
    const reply = await write('decision.remove', { decisionId: decision.id })
    if (!reply.ok) notices.fault(reply.fault)
  }

  return (
    <article
      className={classes(styles.card, styles.decision)}
      aria-label={t('meeting.decisionNumber', { number })}
    >
      <header className={styles.cardHead}>
        <strong>{number}</strong>
        <span>{t(outcomeWords[decision.outcome])}</span>
        <MoreMenu
          label={t('shell.more', { name: t('meeting.decisionNumber', { number }) })}
          entries={[
            {
              id: 'edit',
              label: t('shell.edit'),
              icon: Pencil,
              run: () => open({ kind: 'decision', decisionId: decision.id, itemId: null }),
            },
            { id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => void remove() },
          ]}
        />
      </header>
      <p className={styles.words} dir="auto">
        {inLanguage(decision.wording, language)}
      </p>
      <Item itemId={decision.itemId} />
      <Missing kind="decision" id={decision.id} itemId={decision.itemId} missing={missing} />
    </article>
  )
}

function ActionCard(props: {
  readonly action: Action
  readonly missing: readonly ComposedLanguage[]
  readonly isFormer: boolean
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const write = useWrite()
  const unplace = useUnplace()
  const { dossier, open } = useMeeting()
  const { action, missing, isFormer } = props
  const number = writtenNumber(action.number)
  const isOverdue = action.state === 'open' && action.dueOn !== null && action.dueOn < today()
  const responsible = dossier.responsible.find(({ id }) => id === action.personId)
  const movedHere = action.dueChanges.findLast(({ meetingId }) => meetingId === dossier.meeting.id)

  async function remove() {
    if (!(await unplace(action.id))) return
    const reply = await write('action.remove', { actionId: action.id })
    if (!reply.ok) notices.fault(reply.fault)
  }

  return (
    <article
      className={classes(styles.card, styles.action)}
      aria-label={t('meeting.actionNumber', { number })}
    >
      <header className={styles.cardHead}>
        <strong>{number}</strong>
        <span>{sideName(action.side, language, t('meeting.both'))}</span>
        <MoreMenu
          label={t('shell.more', { name: t('meeting.actionNumber', { number }) })}
          entries={[
            {
              id: 'edit',
              label: t('shell.edit'),
              icon: Pencil,
              run: () => open({ kind: 'action', actionId: action.id, itemId: null }),
            },
            ...(isFormer
              ? []
              : [{ id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => void remove() }]),
          ]}
        />
      </header>
      <p className={styles.words} dir="auto">
        {inLanguage(action.what, language)}
      </p>
      <p className={styles.facts}>
        <Chip tone={action.state === 'done' ? 'ok' : 'plain'}>{t(actionStateWords[action.state])}</Chip>
        {action.dueOn !== null && (
          <span className={isOverdue ? styles.overdue : undefined}>
            {t(isOverdue ? 'meeting.overdueSince' : 'meeting.dueOn', {
              date: format.date(action.dueOn, 'medium'),
            })}
          </span>
        )}
        {action.closedOn !== null && (
          <span>
            {t(action.state === 'withdrawn' ? 'meeting.withdrawnOn' : 'meeting.doneOn', {
              date: format.date(action.closedOn, 'medium'),
            })}
          </span>
        )}
        {movedHere && (
          <span>
            {movedHere.from === null
              ? t('meeting.dueSetHere')
              : t('meeting.dueMovedHere', { date: format.date(movedHere.from, 'medium') })}
          </span>
        )}
      </p>
      {responsible && (
        <p className={styles.internal}>
          <strong>{t('meeting.visibility.internal')}</strong>{' '}
          {[responsible.name, action.channel].filter(Boolean).join(' · ')}
        </p>
      )}
      {action.evidence !== '' && (
        <p className={styles.internal}>
          <strong>{t('meeting.visibility.internal')}</strong> {action.evidence}
        </p>
      )}
      {!isFormer && <Item itemId={action.itemId} />}
      <Missing kind="action" id={action.id} itemId={action.itemId} missing={missing} />
    </article>
  )
}

/** On which item it came up. */
function Item({ itemId }: { readonly itemId: string | null }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { dossier } = useMeeting()
  const item = dossier.agenda.find(({ id }) => id === itemId)
  if (!item) return null
  const number = itemNumbers(dossier.agenda).get(item.id)
  const title = inLanguage(item.title, language)
  return (
    <p className={styles.facts} dir="auto">
      {number === undefined ? title : t('meeting.itemNumber', { number, title })}
    </p>
  )
}

function Missing(props: {
  readonly kind: 'decision' | 'action'
  readonly id: string
  readonly itemId: string | null
  readonly missing: readonly ComposedLanguage[]
}) {
  const { t } = useTranslation()
  const place = usePlace()
  const { kind, id, itemId, missing } = props
  return missing.map((language) => (
    <p key={language} className={styles.facts}>
      <Chip tone="attention" icon={MapPinOff}>
        {t('meeting.notPlaced', { language: t(languageWords[language]) })}
      </Chip>
      <Button variant="link" compact onPress={() => void place(kind, id, itemId, language)}>
        {t('meeting.putInText')}
      </Button>
    </p>
  ))
}
