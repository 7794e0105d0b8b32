import { useQueryClient } from '@tanstack/react-query'
import { Save } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextBurst } from '../../../shared/record.ts'
import { useStore } from '../../api/store.ts'
import { usePages, useRead } from '../../api/useRead.ts'
import { dateOf, timeOf, useFormat } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { useDraft } from './DraftContext.ts'
import styles from './panel.module.css'
import { SettledList } from './SettledList.tsx'

/** What the text was before: the versions that have a name, and each minute in which something was saved. */
export function HistoryPanel() {
  const { t } = useTranslation()
  const { session, open, canWrite } = useDraft()
  const { textId } = session
  const saving = useStore(session.saving)
  const queries = useQueryClient()
  // Saving a text is no write, so what was saved is read anew.
  useEffect(() => {
    if (saving.state === 'saved' || saving.state === 'opened')
      void queries.invalidateQueries({ queryKey: ['text.revisions'] })
  }, [queries, saving])
  const versions = useRead('text.versions', { textId })
  const bursts = usePages('text.revisions', { textId })

  return (
    <>
      <section aria-label={t('editor.versions')}>
        <div className={styles.top}>
          <div className={styles.line}>
            <h3 className={styles.grow}>{t('editor.versions')}</h3>
            {canWrite && (
              <Button compact icon={Save} onPress={() => open({ kind: 'nameVersion' })}>
                {t('editor.nameVersion')}
              </Button>
            )}
          </div>
        </div>
        <Loaded reading={versions} lines={2}>
          {(list) =>
            list.length === 0 ? (
              <p className={styles.empty}>{t('editor.noVersions')}</p>
            ) : (
              list.map(({ id, revision, name, savedAt, officer }) => (
                <PastRow key={id} revision={revision} name={name} facts={{ savedAt, officer }} />
              ))
            )
          }
        </Loaded>
      </section>
      <SettledList />
      <section aria-label={t('draft.history.minutes')}>
        <h3 className={styles.group}>{t('draft.history.minutes')}</h3>
        <Loaded reading={bursts} lines={4}>
          {({ rows, more, loadingMore }) =>
            rows.length === 0 ? (
              <p className={styles.empty}>{t('draft.history.none')}</p>
            ) : (
              <>
                <Minutes rows={rows} />
                <MoreRows more={more} loading={loadingMore} />
                {more === null && !loadingMore && (
                  <PastRow
                    revision={0}
                    name={t('draft.history.beginning')}
                    called={t('draft.history.theBeginning')}
                    facts={{ officer: '' }}
                  />
                )}
              </>
            )
          }
        </Loaded>
      </section>
    </>
  )
}

function Minutes({ rows }: { readonly rows: readonly TextBurst[] }) {
  const format = useFormat()
  const days = new Map<string, TextBurst[]>()
  for (const row of rows) {
    const day = dateOf(row.savedAt)
    days.set(day, [...(days.get(day) ?? []), row])
  }
  return [...days].map(([day, bursts]) => (
    <div key={day}>
      <h4 className={styles.group}>{format.date(day, 'medium')}</h4>
      {bursts.map(({ revision, savedAt, officer, saves }) => (
        <PastRow
          key={revision}
          revision={revision}
          name={format.time(timeOf(savedAt))}
          facts={{ officer, saves }}
        />
      ))}
    </div>
  ))
}

function PastRow(props: {
  readonly revision: number
  readonly name: string
  /** In a sentence, where that is another. */
  readonly called?: string
  readonly facts: { readonly officer: string; readonly savedAt?: string; readonly saves?: number }
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { view, setView } = useDraft()
  const { revision, name, called = name, facts } = props
  const isShown = view.kind === 'past' && view.revision === revision
  const said = facts.savedAt === undefined ? name : format.instant(facts.savedAt)
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={isShown}
      onClick={() => setView(isShown ? { kind: 'marked' } : { kind: 'past', revision, name: called })}
    >
      <span className={styles.grow} dir="auto">
        {name}
      </span>
      <span className={styles.place}>
        {[
          facts.savedAt !== undefined && said,
          facts.saves !== undefined && t('draft.history.saves', { count: facts.saves }),
          facts.officer,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </button>
  )
}
