import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Lock, MapPin, Pencil, Plus, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type MeetingKind, type MeetingRow, MeetingStatus } from '../../../shared/meeting/meeting.ts'
import { type MeetingId, SeriesId } from '../../../shared/ids.ts'
import { isCalledOff } from '../../../shared/meeting/meetingStatus.ts'
import { inLanguage } from '../../../shared/values.ts'
import { usePages } from '../../api/useRead.ts'
import { useSettled } from '../../api/useSettled.ts'
import { useWrite } from '../../api/useWrite.ts'
import { clockLabel, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import type { MeetingsAddress } from '../../router.tsx'
import { useCommands } from '../../shell/commands.ts'
import { notices } from '../../shell/notices.ts'
import { SeriesFilter } from '../../shell/RecordFilters.tsx'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { DateBlock } from '../../ui/DateBlock.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { LongList } from '../../ui/LongList.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { ownEvents } from '../../ui/ownEvents.ts'
import { Card, Page } from '../../ui/Page.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { KindSelect } from './KindSelect.tsx'
import { MeetingDialog } from './MeetingDialog.tsx'
import { classificationWords, kindWords, statusSigns, statusWords } from './meetingLabels.ts'
import styles from './MeetingsPage.module.css'
import { meetingTitle } from './meetingTitle.ts'
import { meetingGroups } from './meetingGroups.ts'
import { RelationshipDialog } from './RelationshipDialog.tsx'
import { SeriesDialog } from './SeriesDialog.tsx'
import { SeriesList } from './SeriesList.tsx'

/** What the dialog is about. */
type Edited =
  | { readonly what: 'meeting'; readonly id: MeetingId | null }
  | { readonly what: 'series' }
  | { readonly what: 'relationship' }

/** All meetings, those to come first, by name, place or side when searched; or the series that they stand in. */
export function MeetingsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { tab = 'meetings', q = '', status, kind, series, backlog } = useSearch({ from: '/meetings' })
  const seriesId = SeriesId.safeParse(series).data
  const [edited, setEdited] = useState<Edited | null>(null)
  const close = () => setEdited(null)

  useCommands(
    useMemo(
      () => [
        {
          id: 'meeting.new',
          label: t('meetings.new'),
          icon: Plus,
          kind: 'create' as const,
          run: () => setEdited({ what: 'meeting', id: null }),
        },
        {
          id: 'series.new',
          label: t('meetings.series.new'),
          icon: Plus,
          kind: 'create' as const,
          run: () => setEdited({ what: 'series' }),
        },
        {
          id: 'relationship.new',
          label: t('meetings.series.newRelationship'),
          icon: Plus,
          kind: 'create' as const,
          run: () => setEdited({ what: 'relationship' }),
        },
      ],
      [t],
    ),
  )

  const go = (change: MeetingsAddress) => {
    const { tab: nextTab, ...rest } = { tab, q, status, kind, series, ...change }
    const filters: MeetingsAddress = nextTab === 'meetings' ? rest : {}
    void navigate({
      to: '/meetings',
      search: {
        ...(nextTab !== 'meetings' && { tab: nextTab }),
        ...(filters.q && { q: filters.q }),
        ...(filters.status && { status: filters.status }),
        ...(filters.kind && { kind: filters.kind }),
        ...(filters.series && { series: filters.series }),
      },
      replace: true,
    })
  }

  return (
    <Page
      title={t('meetings.title')}
      actions={
        tab === 'meetings' ? (
          <>
            <SearchField
              label={t('meetings.search')}
              value={q}
              onChange={(q) => go({ q })}
              className={styles.search ?? ''}
            />
            <Button variant="primary" icon={Plus} onPress={() => setEdited({ what: 'meeting', id: null })}>
              {t('meetings.new')}
            </Button>
          </>
        ) : (
          <>
            <Button icon={Plus} onPress={() => setEdited({ what: 'relationship' })}>
              {t('meetings.series.newRelationship')}
            </Button>
            <Button variant="primary" icon={Plus} onPress={() => setEdited({ what: 'series' })}>
              {t('meetings.series.new')}
            </Button>
          </>
        )
      }
    >
      <Segments
        label={t('meetings.title')}
        choices={[
          { value: 'meetings', label: t('meetings.title') },
          { value: 'series', label: t('meetings.series.title') },
        ]}
        value={tab}
        onChange={(tab) => go({ tab })}
        className={styles.tabs ?? ''}
      />
      {tab === 'meetings' ? (
        <>
          <div className={styles.filters}>
            <Segments<StatusFilter>
              label={t('meetings.statusFilter')}
              choices={[
                { value: 'all', label: t('meetings.anyStatus') },
                ...MeetingStatus.options.map((value) => ({
                  value,
                  label: t(statusWords[value]),
                  icon: statusSigns[value],
                })),
              ]}
              value={status ?? 'all'}
              onChange={(chosen) => go({ status: chosen === 'all' ? undefined : chosen })}
            />
            <div className={styles.selects}>
              <KindSelect
                none={t('meetings.anyKind')}
                value={kind ?? null}
                onChange={(chosen) => go({ kind: chosen ?? undefined })}
                hideLabel
              />
              <SeriesFilter
                value={seriesId ?? null}
                onChange={(chosen) => go({ series: chosen ?? undefined })}
                hideLabel
              />
            </div>
          </div>
          <Meetings
            q={q}
            status={status}
            kind={kind}
            series={seriesId}
            onClear={() => go({ q: '', status: undefined, kind: undefined, series: undefined })}
            onEdit={(id) => setEdited({ what: 'meeting', id })}
          />
        </>
      ) : (
        <SeriesList
          onNew={() => setEdited({ what: 'relationship' })}
          backlogOf={backlog ?? null}
          onBacklog={(backlog) =>
            void navigate({
              to: '/meetings',
              search: { tab: 'series', ...(backlog !== null && { backlog }) },
              replace: true,
            })
          }
        />
      )}
      {edited?.what === 'meeting' && (
        <MeetingDialog
          meetingId={edited.id}
          onClose={close}
          onSaved={({ id }) => {
            close()
            if (edited.id === null) void navigate({ to: '/meetings/$meetingId', params: { meetingId: id } })
          }}
        />
      )}
      {edited?.what === 'series' && (
        <SeriesDialog series={null} relationshipId={null} meetings={0} onClose={close} />
      )}
      {edited?.what === 'relationship' && <RelationshipDialog onClose={close} />}
    </Page>
  )
}

type StatusFilter = MeetingStatus | 'all'

function Meetings(props: {
  readonly q: string
  readonly status: MeetingStatus | undefined
  readonly kind: MeetingKind | undefined
  readonly series: SeriesId | undefined
  readonly onClear: () => void
  readonly onEdit: (id: MeetingId | null) => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const language = useLanguage()
  const { q, status, kind, series: seriesId, onClear, onEdit } = props
  const query = useSettled(q.trim(), 150)
  const reading = usePages(
    'meeting.list',
    { query, ...(status && { status }), ...(kind && { kind }), ...(seriesId && { seriesId }) },
    { whole: true },
  )
  const rows = reading.state === 'ready' ? reading.value.rows : noRows
  const groups = useMemo(() => meetingGroups(rows, t('meetings.upcoming')), [rows, t])
  const shown = useMemo(() => [language], [language])
  return (
    <Loaded reading={reading}>
      {({ rows }) => {
        if (rows.length > 0) {
          return (
            <Card>
              <LongList
                label={t('meetings.title')}
                groups={groups}
                nameOf={(row) => meetingTitle(row, language)}
                onOpen={({ id }) => void navigate({ to: '/meetings/$meetingId', params: { meetingId: id } })}
                shown={shown}
                rowHeight={62}
              >
                {(row) => <Row row={row} onEdit={onEdit} />}
              </LongList>
            </Card>
          )
        }
        return query === '' && !status && !kind && !seriesId ? (
          <EmptyState
            button={
              <Button icon={Plus} onPress={() => onEdit(null)}>
                {t('meetings.new')}
              </Button>
            }
          >
            {t('meetings.empty')}
          </EmptyState>
        ) : (
          <EmptyState button={<Button onPress={onClear}>{t('meetings.clear')}</Button>}>
            {t('meetings.nothing')}
          </EmptyState>
        )
      }}
    </Loaded>
  )
}

const noRows: readonly MeetingRow[] = []

function Row({ row, onEdit }: { readonly row: MeetingRow; readonly onEdit: (id: MeetingId) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const write = useWrite()
  const title = meetingTitle(row, language)

  async function remove() {
    const reply = await write('meeting.remove', { meetingId: row.id })
    if (!reply.ok) notices.fault(reply.fault)
  }

  return (
    <div className={styles.row}>
      <DateBlock date={row.heldOn} />
      <div className={styles.what}>
        <Link
          to="/meetings/$meetingId"
          params={{ meetingId: row.id }}
          className={styles.title}
          dir="auto"
          {...ownEvents}
        >
          {title}
        </Link>
        <p className={styles.facts}>
          <CountryCode side={row.otherSide} />
          {row.kind && <span>{t(kindWords[row.kind])}</span>}
          <span>{format.date(row.heldOn, 'full')}</span>
          <span>{format.times(row.from, row.to, clockLabel(row.zone, row.heldOn))}</span>
          <span className={styles.place}>
            <MapPin size={13} aria-hidden /> {inLanguage(row.place, language)}
          </span>
        </p>
      </div>
      <div className={styles.state}>
        {row.openActions > 0 && (
          <span className={styles.actions}>{t('meetings.openActions', { count: row.openActions })}</span>
        )}
        {row.classification !== 'open' && (
          <Chip icon={Lock}>{t(classificationWords[row.classification])}</Chip>
        )}
        <Chip icon={statusSigns[row.status]} tone={toneOf(row.status)}>
          {t(statusWords[row.status])}
        </Chip>
      </div>
      <MoreMenu
        label={t('shell.more', { name: title })}
        entries={[
          { id: 'edit', label: t('shell.edit'), icon: Pencil, run: () => onEdit(row.id) },
          { id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => void remove() },
        ]}
      />
    </div>
  )
}

function toneOf(status: MeetingStatus) {
  if (status === 'running') return 'ok'
  return isCalledOff(status) ? 'attention' : 'plain'
}
