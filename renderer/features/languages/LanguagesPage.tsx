import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { CheckCheck } from 'lucide-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppEvent } from '../../../shared/api/events.ts'
import type { MouId } from '../../../shared/ids.ts'
import type { BesideRow, TextsBeside } from '../../../shared/text/textsBeside.ts'
import type { Language } from '../../../shared/values.ts'
import { useEvents } from '../../api/ApiProvider.tsx'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { languageName } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { type BesideFilter, besideFilters } from '../../router.tsx'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { BesideTable } from './BesideTable.tsx'
import { Findings } from './Findings.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import styles from './languages.module.css'

/** The working texts of a memorandum beside each other, clause by clause, and what does not fit between them. */
export function LanguagesPage() {
  const { t } = useTranslation()
  const { mouId } = useParams({ from: '/mou/$mouId/languages' })
  const dossier = useRead('mou.dossier', { mouId })
  const beside = useRead('languages.beside', { mouId })
  useTextsSaved(mouId)
  const name = dossier.state === 'ready' ? dossier.value.mou.shortTitle : ''
  return (
    <Page title={t('languages.title')} sub={<p className={styles.sub}>{name}</p>}>
      <Loaded reading={beside}>
        {(beside) =>
          beside.languages.length === 0 ? (
            <EmptyState>{t('languages.none')}</EmptyState>
          ) : (
            <Beside mouId={mouId} beside={beside} />
          )
        }
      </Loaded>
    </Page>
  )
}

function Beside({ mouId, beside }: { readonly mouId: MouId; readonly beside: TextsBeside }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const navigate = useNavigate()
  const search = useSearch({ from: '/mou/$mouId/languages' })
  const { filter = 'all' } = search
  const shown = useMemo(
    () => beside.languages.filter((one) => !(search.hide ?? '').split('.').includes(one)),
    [beside.languages, search.hide],
  )
  const [linking, setLinking] = useState<BesideRow | null>(null)
  const table = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => beside.rows.filter((row) => passes(row, filter)), [beside.rows, filter])
  const toConfirm = rows.filter(({ standing }) => standing === 'stale' || standing === 'neverConfirmed')
  const count = (of: BesideFilter) => beside.rows.filter((row) => passes(row, of)).length

  const go = (change: { readonly filter?: BesideFilter; readonly hide?: string }) => {
    const next = { ...search, ...change }
    void navigate({
      to: '/mou/$mouId/languages',
      params: { mouId },
      search: {
        ...(next.filter && next.filter !== 'all' && { filter: next.filter }),
        ...(next.hide && { hide: next.hide }),
      },
      replace: true,
    })
  }

  const confirm = useCallback(
    async (confirmed: readonly BesideRow[]) => {
      const confirmations = confirmed.map(({ key, hashes }) => ({ key, hashes }))
      const reply = await write('languages.confirm', { mouId, confirmations })
      if (!reply.ok) notices.fault(reply.fault)
    },
    [mouId, write],
  )

  async function unlink(row: BesideRow) {
    if (row.linkId === null) return
    const reply = await write('languages.unlink', { linkId: row.linkId })
    if (!reply.ok) notices.fault(reply.fault)
  }

  function toggle(one: Language, isShown: boolean) {
    const hidden = beside.languages.filter((other) => (other === one ? !isShown : !shown.includes(other)))
    if (hidden.length < beside.languages.length) go({ hide: hidden.join('.') })
  }

  /** Brings a row into sight, whatever the filter. */
  function show(key: string) {
    const find = () => table.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
    if (!find()) go({ filter: 'all' })
    requestAnimationFrame(() => {
      const row = find()
      row?.scrollIntoView({ block: 'center' })
      row?.focus()
    })
  }

  return (
    <div className={styles.layout}>
      <div className={styles.main}>
        <div className={styles.bar}>
          <Segments
            label={t('languages.filter')}
            choices={besideFilters.map((value) => ({
              value,
              label: `${t(filterWords[value])} (${count(value)})`,
            }))}
            value={filter}
            onChange={(filter) => go({ filter })}
          />
          <div role="group" aria-label={t('languages.shown')} className={styles.shown}>
            {beside.languages.map((one) => (
              <Checkbox key={one} isSelected={shown.includes(one)} onChange={(on) => toggle(one, on)}>
                {languageName(one, language)}
              </Checkbox>
            ))}
          </div>
          {toConfirm.length > 0 && (
            <Button icon={CheckCheck} onPress={() => void confirm(toConfirm)}>
              {t('languages.confirmAll', { count: toConfirm.length })}
            </Button>
          )}
        </div>
        <div ref={table}>
          {rows.length === 0 ? (
            <EmptyState>{t('languages.nothing')}</EmptyState>
          ) : (
            <BesideTable
              rows={rows}
              languages={shown}
              onConfirm={(row) => void confirm([row])}
              onLink={setLinking}
              onUnlink={(row) => void unlink(row)}
            />
          )}
        </div>
      </div>
      <Findings beside={beside} onShow={show} />
      {linking && <LinkDialog mouId={mouId} row={linking} beside={beside} onClose={() => setLinking(null)} />}
    </div>
  )
}

const filterWords = {
  all: 'languages.filters.all',
  check: 'languages.filters.check',
  alone: 'languages.filters.alone',
} as const

function passes({ standing }: BesideRow, filter: BesideFilter): boolean {
  if (filter === 'all') return true
  return filter === 'alone' ? standing === 'alone' : standing === 'stale' || standing === 'neverConfirmed'
}

/** Another window writes in one of the texts: they are laid beside each other anew. */
function useTextsSaved(mouId: MouId): void {
  const queries = useQueryClient()
  useEvents(
    useCallback(
      (event: AppEvent) => {
        if (event.kind === 'textSaved')
          void queries.invalidateQueries({ queryKey: ['languages.beside', { mouId }] })
      },
      [queries, mouId],
    ),
  )
}
