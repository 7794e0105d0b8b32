import { Milestone as Sign, TriangleAlert, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import { stageWarnings } from '../../../shared/mou/stages.ts'
import { useWrite } from '../../api/useWrite.ts'
import { today, useFormat } from '../../i18n/format.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { Card } from '../../ui/Page.tsx'
import { lawWords, stageWords } from '../mous/mouWords.ts'
import type { OpenLayer } from './layer.ts'
import styles from './SummaryPanel.module.css'

/** The stages in the order in which they were entered, the last of which may be taken back. */
export function StagesCard({ dossier, open }: { readonly dossier: MouDossier; readonly open: OpenLayer }) {
  const { t } = useTranslation()
  const format = useFormat()
  const write = useWrite()
  const { stages } = dossier

  async function takeBack() {
    const last = stages.at(-1)
    if (!last) return
    const reply = await write('stage.remove', { entryId: last.id })
    if (!reply.ok) notices.fault(reply.fault)
  }

  return (
    <Card
      title={t('mou.stages.title')}
      actions={
        <Button variant="link" compact icon={Sign} onPress={() => open({ kind: 'stage' })}>
          {t('mou.stages.enter')}
        </Button>
      }
    >
      <div className={styles.body}>
        {stages.length === 0 ? (
          <p className={styles.empty}>{t('mou.stages.none')}</p>
        ) : (
          <ol className={styles.entries}>
            {stages.map((entry, index) => {
              const law = lawWords[entry.stage]
              const odd = stageWarnings(entry, stages[index - 1] ?? null, today())
              return (
                <li key={entry.id} className={styles.entry}>
                  <div>
                    <p className={styles.entryName}>
                      {t(stageWords[entry.stage])}
                      {law && <span className={styles.law}> ({t(law)})</span>}
                    </p>
                    <p className={styles.entryDate}>{format.date(entry.enteredOn)}</p>
                    {entry.reason !== '' && (
                      <p className={styles.reason} dir="auto">
                        {entry.reason}
                      </p>
                    )}
                    {odd.map(({ kind }) => (
                      <Chip key={kind} tone="attention" icon={TriangleAlert}>
                        {t(kind === 'inTheFuture' ? 'mou.stages.inTheFuture' : 'mou.stages.beforeEarlier')}
                      </Chip>
                    ))}
                  </div>
                  {index === stages.length - 1 && (
                    <MoreMenu
                      label={t('shell.more', { name: t(stageWords[entry.stage]) })}
                      entries={[
                        {
                          id: 'takeBack',
                          label: t('mou.stages.takeBack'),
                          icon: Undo2,
                          run: () => void takeBack(),
                        },
                      ]}
                    />
                  )}
                </li>
              )
            })}
          </ol>
        )}
      </div>
    </Card>
  )
}
