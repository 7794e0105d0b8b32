import { CircleCheck, Diamond, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Milestone, MouDossier } from '../../../shared/mou/mou.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { today, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { MoreMenu } from '../../ui/Menu.tsx'
import { Card } from '../../ui/Page.tsx'
import table from '../../ui/table.module.css'
import { Unseen } from '../../ui/Unseen.tsx'
import type { OpenLayer } from './layer.ts'
import styles from './SummaryPanel.module.css'
import type { MarkKind } from './timeline.ts'
import { Mark, markWords, TimelineView } from './TimelineView.tsx'

/** The days on the way, as twelve months and as a table. */
export function MilestonesCard({
  dossier,
  open,
}: {
  readonly dossier: MouDossier
  readonly open: OpenLayer
}) {
  const { t } = useTranslation()
  const { milestones, mou } = dossier
  const hasDates = mou.signingTarget !== null || milestones.length > 0
  return (
    <Card
      title={t('mou.milestones.title')}
      actions={
        <Button
          variant="link"
          compact
          icon={Diamond}
          onPress={() => open({ kind: 'milestone', milestoneId: null })}
        >
          {t('mou.milestones.add')}
        </Button>
      }
    >
      {hasDates && <TimelineView dossier={dossier} />}
      {milestones.length === 0 ? (
        <div className={styles.body}>
          <p className={styles.empty}>{t('mou.milestones.none')}</p>
        </div>
      ) : (
        <table className={table.table} aria-label={t('mou.milestones.title')}>
          <thead>
            <tr>
              <th scope="col">{t('mou.milestones.state')}</th>
              <th scope="col">{t('mou.milestones.what')}</th>
              <th scope="col" className={styles.date}>
                {t('mou.milestones.planned')}
              </th>
              <th scope="col" className={styles.date}>
                {t('mou.milestones.done')}
              </th>
              <th scope="col" className={table.menu}>
                <Unseen>{t('mou.milestones.acts')}</Unseen>
              </th>
            </tr>
          </thead>
          <tbody>
            {milestones.map((milestone) => (
              <Row key={milestone.id} milestone={milestone} open={open} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}

function Row({ milestone, open }: { readonly milestone: Milestone; readonly open: OpenLayer }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const write = useWrite()
  const { id, title, plannedOn, doneOn, isAtRisk, note } = milestone
  const kind: MarkKind = doneOn !== null ? 'done' : isAtRisk ? 'atRisk' : 'planned'
  const isLate = doneOn === null && plannedOn !== null && plannedOn < today()
  const name = inLanguage(title, language)

  async function finish() {
    const reply = await write('milestone.put', { milestone: { ...milestone, doneOn: today() } })
    if (!reply.ok) notices.fault(reply.fault)
  }

  async function remove() {
    const reply = await write('milestone.remove', { milestoneId: id })
    if (!reply.ok) notices.fault(reply.fault)
  }

  return (
    <tr>
      <td>
        <span className={classes(styles.state, kind === 'atRisk' && styles.atRisk)}>
          <svg width={16} height={16} viewBox="-8 -8 16 16" aria-hidden>
            <Mark kind={kind} />
          </svg>
          {t(markWords[kind])}
        </span>
      </td>
      <th scope="row" className={styles.tableWords}>
        <span dir="auto">{name}</span>
        {note !== '' && (
          <p className={styles.note} dir="auto">
            {note}
          </p>
        )}
      </th>
      <td className={styles.date}>
        {plannedOn === null ? '–' : format.date(plannedOn, 'medium')}
        {isLate && <span className={styles.atRisk}> {t('mou.late')}</span>}
      </td>
      <td className={styles.date}>{doneOn === null ? '–' : format.date(doneOn, 'medium')}</td>
      <td className={table.menu}>
        <MoreMenu
          label={t('shell.more', { name })}
          entries={[
            {
              id: 'edit',
              label: t('shell.edit'),
              icon: Pencil,
              run: () => open({ kind: 'milestone', milestoneId: id }),
            },
            ...(doneOn === null
              ? [
                  {
                    id: 'finish',
                    label: t('mou.milestones.finish'),
                    icon: CircleCheck,
                    run: () => void finish(),
                  },
                ]
              : []),
            { id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => void remove() },
          ]}
        />
      </td>
    </tr>
  )
}
