import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SeriesId } from '../../../shared/ids.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { isCalledOff } from '../../../shared/meeting/meetingStatus.ts'
import type { SearchHit } from '../../../shared/search/search.ts'
import { readQuery } from '../../../shared/search/searchQuery.ts'
import { CalendarDate, inLanguage, Side } from '../../../shared/values.ts'
import { useRead } from '../../api/useRead.ts'
import { useSettled } from '../../api/useSettled.ts'
import { languageName, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import type { SearchAddress } from '../../router.tsx'
import { SeriesFilter, SideFilter } from '../../shell/RecordFilters.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FaultNotice } from '../../ui/FaultNotice.tsx'
import { GreyLines } from '../../ui/Loaded.tsx'
import { LongList } from '../../ui/LongList.tsx'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import { statusWords } from '../meetings/meetingLabels.ts'
import { groupWords, kindIcons, kindsOfGroup, kindWords, searchGroups } from './searchGroups.ts'
import { hitTitle, openHit } from './searchPlaces.ts'
import styles from './SearchPage.module.css'
import { SnippetWords } from './SnippetWords.tsx'
import { type SearchPages, useSearchPages } from './useSearchPages.ts'

type Filters = Omit<SearchAddress, 'q' | 'order'>

/** Everything that the record says, by words; the address has the words and the filters. */
export function SearchPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const address = useSearch({ from: '/search' })
  const { q = '', order = 'best', ...filters } = address
  const query = useSettled(q, 120)
  const { terms, khmer, unbalanced } = readQuery(query)
  const asks = terms.length + khmer.length > 0
  const pages = useSearchPages(
    {
      query,
      kinds: filters.kind ? kindsOfGroup[filters.kind] : [],
      side: Side.safeParse(filters.side).data ?? null,
      seriesId: SeriesId.safeParse(filters.series).data ?? null,
      from: CalendarDate.safeParse(filters.from).data ?? null,
      to: CalendarDate.safeParse(filters.to).data ?? null,
      order,
    },
    asks,
  )
  const go = (search: SearchAddress) => void navigate({ to: '/search', search, replace: true })
  const words = { ...(q !== '' && { q }), ...(order !== 'best' && { order }) }
  return (
    <Page title={t('search.title')}>
      <div className={styles.bar}>
        <SearchField
          label={t('search.field')}
          value={q}
          autoFocus={q === ''} // who comes back to what was found comes to read
          onChange={(q) => go({ ...filters, ...words, q })}
          className={styles.field ?? ''}
        />
        <Segments
          label={t('search.order')}
          choices={[
            { value: 'best', label: t('search.best') },
            { value: 'newest', label: t('search.newest') },
          ]}
          value={order}
          onChange={(order) => go({ ...filters, ...words, order })}
        />
      </div>
      <FilterFields filters={filters} onChange={(filters) => go({ ...words, ...filters })} />
      {unbalanced && <p className={styles.said}>{t('search.unbalanced')}</p>}
      {asks ? (
        <Results pages={pages} filters={filters} onClear={() => go(words)} />
      ) : (
        <EmptyState>{t('search.begin')}</EmptyState>
      )}
    </Page>
  )
}

function FilterFields(props: { readonly filters: Filters; readonly onChange: (filters: Filters) => void }) {
  const { t } = useTranslation()
  const { filters, onChange } = props
  const { kind, side, series, from, to } = filters
  const set = (change: { readonly [Name in keyof Filters]: Filters[Name] | null }) =>
    onChange(
      Object.fromEntries(Object.entries({ ...filters, ...change }).filter(([, value]) => value !== null)),
    )
  return (
    <div className={styles.filters} role="group" aria-label={t('search.title')}>
      <Select
        label={t('search.kind')}
        choices={[
          { value: 'all', label: t('search.allKinds') },
          ...searchGroups.map((value) => ({ value, label: t(groupWords[value]) })),
        ]}
        value={kind ?? 'all'}
        onChange={(value) => set({ kind: value === 'all' ? null : value })}
      />
      <SideFilter value={Side.safeParse(side).data ?? null} onChange={(side) => set({ side })} />
      <SeriesFilter value={SeriesId.safeParse(series).data ?? null} onChange={(series) => set({ series })} />
      <DateField
        label={t('search.from')}
        value={CalendarDate.safeParse(from).data ?? null}
        onChange={(from) => set({ from })}
      />
      <DateField
        label={t('search.to')}
        value={CalendarDate.safeParse(to).data ?? null}
        onChange={(to) => set({ to })}
      />
    </div>
  )
}

function Results(props: {
  readonly pages: SearchPages
  readonly filters: Filters
  readonly onClear: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const router = useRouter()
  const language = useLanguage()
  const { pages, filters, onClear } = props
  const inForce = useFilterWords(filters)
  if (pages.state === 'failed') return <FaultNotice fault={pages.fault} />
  if (pages.state === 'loading') return <GreyLines lines={6} />
  const { hits, due, more, loadingMore } = pages
  return (
    <>
      {due > 0 && (
        <p className={styles.said} role="status">
          {t('search.indexing', { count: due, number: format.number(due) })}
        </p>
      )}
      {hits.length === 0 ? (
        inForce === '' ? (
          <EmptyState>{t('search.nothing')}</EmptyState>
        ) : (
          <EmptyState button={<Button onPress={onClear}>{t('search.clear')}</Button>}>
            {t('search.nothingFiltered', { filters: inForce })}
          </EmptyState>
        )
      ) : (
        <>
          <p className={styles.said} role="status">
            {more || loadingMore
              ? t('search.foundMore', { number: format.number(hits.length) })
              : t('search.found', { count: hits.length, number: format.number(hits.length) })}
          </p>
          <Card>
            <LongList<Row>
              label={t('search.title')}
              groups={[{ id: 'all', heading: null, rows: hits.map((hit) => ({ id: String(hit.id), hit })) }]}
              nameOf={({ hit }) => hitTitle(hit, language)}
              onOpen={({ hit }) => openHit(router, hit)}
              shown={[language, t]}
              rowHeight={72}
            >
              {({ hit }) => <HitRow hit={hit} />}
            </LongList>
            <MoreRows more={more} loading={loadingMore} />
          </Card>
        </>
      )}
    </>
  )
}

type Row = { readonly id: string; readonly hit: SearchHit }

function HitRow({ hit }: { readonly hit: SearchHit }) {
  const { t } = useTranslation()
  const format = useFormat()
  const language = useLanguage()
  const { kind, on, place, meeting, snippet, language: spoken } = hit
  const Icon = kindIcons[kind]
  return (
    <div className={styles.hit}>
      <Icon size={16} aria-hidden />
      <div className={styles.words}>
        <span className={styles.title} dir="auto">
          {hitTitle(hit, language)}
        </span>
        <SnippetWords snippet={snippet} language={spoken} />
        <span className={styles.facts}>
          {[
            t(kindWords[kind]),
            place.at === 'draft' && t('search.draftNumber', { number: place.number }),
            spoken && languageName(spoken, language),
            on && format.date(on, 'medium'),
            meeting && (kind === 'meeting' || isCalledOff(meeting.status)) && t(statusWords[meeting.status]),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
    </div>
  )
}

/** The filters in force, in words; empty where there are none. */
function useFilterWords({ kind, side, series, from, to }: Filters): string {
  const { t } = useTranslation()
  const format = useFormat()
  const language = useLanguage()
  const all = useRead('series.list', { relationshipId: null })
  const name = all.state === 'ready' ? all.value.find(({ id }) => id === series)?.name : undefined
  const code = Side.safeParse(side).data
  const day = (date: string | undefined) => {
    const known = CalendarDate.safeParse(date).data
    return known && format.date(known, 'medium')
  }
  return [
    kind && t(groupWords[kind]),
    code && countryOf(code).name[language],
    name && inLanguage(name, language),
    day(from) && `${t('search.from')} ${day(from)}`,
    day(to) && `${t('search.to')} ${day(to)}`,
  ]
    .filter(Boolean)
    .join(', ')
}
