import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Act } from '../../../shared/record.ts'
import { useRead } from '../../api/useRead.ts'
import { useUndo } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { useOpenRecord } from '../../shell/openRecord.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { GreyLines } from '../../ui/Loaded.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import table from '../../ui/table.module.css'
import { wordsOfAct } from './actWords.ts'
import styles from './HistoryPage.module.css'

/** Every act in the record, the newest first, each with the way to take it back. */
export function HistoryPage() {
  const { t } = useTranslation()
  const first = useRead('history.list', { after: null })
  return (
    <Page title={t('history.title')} sub={<p className={styles.intro}>{t('history.intro')}</p>}>
      <Card>
        {first.state === 'ready' && first.value.length === 0 ? (
          <EmptyState>{t('history.empty')}</EmptyState>
        ) : (
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{t('history.when')}</th>
                <th scope="col">{t('history.what')}</th>
                <th scope="col">{t('history.about')}</th>
                <th scope="col">{t('history.who')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              <Acts after={null} />
            </tbody>
          </table>
        )}
      </Card>
    </Page>
  )
}

/** One page of the history, and those after it once they are asked for. */
function Acts({ after }: { readonly after: number | null }) {
  const { t } = useTranslation()
  const reading = useRead('history.list', { after })
  const [goesOn, setGoesOn] = useState(false)
  if (reading.state !== 'ready') {
    return (
      <tr>
        <td colSpan={5}>
          {reading.state === 'failed' ? <FaultNotice fault={reading.fault} /> : <GreyLines lines={4} />}
        </td>
      </tr>
    )
  }
  const last = reading.value.at(-1)
  return (
    <>
      {reading.value.map((act) => (
        <ActRow key={act.sequence} act={act} />
      ))}
      {last !== undefined &&
        last.sequence > 1 &&
        (goesOn ? (
          <Acts after={last.sequence} />
        ) : (
          <tr>
            <td colSpan={5} className={styles.more}>
              <Button onPress={() => setGoesOn(true)}>{t('shell.showMore')}</Button>
            </td>
          </tr>
        ))}
    </>
  )
}

function ActRow({ act }: { readonly act: Act }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { readOnly } = useOpenRecord()
  const { undo } = useUndo()
  const key = wordsOfAct(act.operation)
  const what = key === null ? t('history.acts.other', { operation: act.operation }) : t(key)
  const token = act.undo
  return (
    <tr>
      <td className={styles.when}>{format.instant(act.at)}</td>
      <th scope="row">{what}</th>
      <td dir="auto">{act.about}</td>
      <td dir="auto" className={styles.who}>
        {act.officer}
      </td>
      <td className={styles.undo}>
        {act.undone ? (
          <span className={styles.undone}>{t('history.wasUndone')}</span>
        ) : (
          token !== null &&
          !readOnly && (
            <Button
              compact
              icon={Undo2}
              aria-label={t('history.undoNamed', { what: `${what}, ${act.about}` })}
              onPress={() => void undo(token)}
            >
              {t('history.undo')}
            </Button>
          )
        )}
      </td>
    </tr>
  )
}
