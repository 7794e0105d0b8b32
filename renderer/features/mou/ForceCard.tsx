import { Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { MouDossier } from '../../../shared/mou/mou.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Page.tsx'
import { ForceFacts } from './ForceFacts.tsx'
import type { OpenLayer } from './layer.ts'
import styles from './SummaryPanel.module.css'
import { useForceWords } from './useForceWords.ts'

/** From when the instrument is in force and how long, and what that comes to. */
export function ForceCard({ dossier, open }: { readonly dossier: MouDossier; readonly open: OpenLayer }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const words = useForceWords()
  const { force } = dossier.mou
  const given =
    force?.entry.by === 'signature'
      ? force.signatures
      : force?.entry.by === 'notification'
        ? force.notifications
        : []
  return (
    <Card
      title={t('mou.force.title')}
      actions={
        <Button variant="link" compact icon={Pencil} onPress={() => open({ kind: 'force' })}>
          {force === null ? t('mou.force.set') : t('shell.edit')}
        </Button>
      }
    >
      <div className={styles.body}>
        {force === null ? (
          <p className={styles.empty}>{t('mou.force.none')}</p>
        ) : (
          <>
            <p className={styles.reason}>{words.entry(force.entry)}</p>
            {given.length > 0 && (
              <ul className={styles.note}>
                {given.map(({ side, on }) => (
                  <li key={side}>
                    {t(force.entry.by === 'signature' ? 'mou.force.signedOn' : 'mou.force.notifiedOn', {
                      side: countryOf(side).name[language],
                      date: format.date(on),
                    })}
                  </li>
                ))}
              </ul>
            )}
            <ForceFacts terms={force} />
          </>
        )}
      </div>
    </Card>
  )
}
