import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Act } from '../../../shared/record.ts'
import { usePages } from '../../api/useRead.ts'
import { useUndo } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { useOpenRecord } from '../../shell/openRecord.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import table from '../../ui/table.module.css'
import { wordsOfAct } from './actWords.ts'
import styles from './HistoryPage.module.css'

/** Every act in the record, the newest first, each with the way to take it back. */
export function HistoryPage() {
  const { t } = useTranslation()
  const reading = usePages('history.list', {})
  return (
    <Page title={t('history.title')} sub={<p className={styles.intro}>{t('history.intro')}</p>}>
      <Card>
        <Loaded reading={reading}>
          {({ rows, more, loadingMore }) =>
            rows.length === 0 ? (
              <EmptyState>{t('history.empty')}</EmptyState>
            ) : (
              <>
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
                    {rows.map((act) => (
                      <ActRow key={act.sequence} act={act} />
                    ))}
                  </tbody>
                </table>
                <MoreRows more={more} loading={loadingMore} />
              </>
            )
          }
        </Loaded>
      </Card>
    </Page>
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
              variant="quiet"
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
