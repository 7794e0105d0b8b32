import { useNavigate, useSearch } from '@tanstack/react-router'
import { Lock, Pencil, Plus, Trash2, TriangleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type MeetingKind, type MeetingRow, MeetingStatus } from '../../../shared/meeting/meeting.ts'
import { type MeetingId, SeriesId } from '../../../shared/ids.ts'
import { isCalledOff } from '../../../shared/meeting/meetingStatus.ts'
import { hasPassed } from '../../../shared/meeting/meetingTimes.ts'
import { usePages } from '../../api/useRead.ts'
import { useSettled } from '../../api/useSettled.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useLanguage } from '../../i18n/words.ts'
import type { MeetingsAddress } from '../../router.tsx'
import { useCommands } from '../../shell/commands.ts'
import { notices } from '../../shell/notices.ts'
import { SeriesFilter } from '../../shell/RecordFilters.tsx'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { LongList } from '../../ui/LongList.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import line from '../../ui/row.module.css'
import { SearchField } from '../../ui/SearchField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { useNow } from '../../ui/useNow.ts'
import { CallOffDialog, type CallingOff } from './CallOffDialog.tsx'
import { KindSelect } from './KindSelect.tsx'
import { MeetingDialog } from './MeetingDialog.tsx'
import { classificationWords, statusSigns, statusWords } from './meetingLabels.ts'
import { MeetingLine } from './MeetingLine.tsx'
import styles from './MeetingsPage.module.css'
import { meetingTitle } from './meetingTitle.ts'
import { meetingGroups } from './meetingGroups.ts'
import { RelationshipDialog } from './RelationshipDialog.tsx'
import { SeriesDialog } from './SeriesDialog.tsx'
import { SeriesList } from './SeriesList.tsx'
import { usePassedEntries } from './usePassedEntries.ts'

/** What the dialog is about. */
type Edited =
  | { readonly what: 'meeting'; readonly id: MeetingId | null }
  | { readonly what: 'series' }
  | { readonly what: 'relationship' }
  | { readonly what: 'callOff'; readonly meeting: CallingOff }

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
            onCallOff={(meeting) => setEdited({ what: 'callOff', meeting })}
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
      {edited?.what === 'callOff' && <CallOffDialog {...edited.meeting} onClose={close} />}
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
  readonly onCallOff: (meeting: CallingOff) => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const language = useLanguage()
  const { q, status, kind, series: seriesId, onClear, onEdit, onCallOff } = props
  const query = useSettled(q.trim(), 150)
  const among = { query, ...(kind && { kind }), ...(seriesId && { seriesId }) }
  const reading = usePages('meeting.list', { ...among, ...(status && { status }) }, { whole: true })
  const planned = usePages('meeting.list', { ...among, status: 'planned' }, { whole: true })
  const rows = reading.state === 'ready' ? reading.value.rows : noRows
  const passed = usePassed(
    planned.state === 'ready' && (status ?? 'planned') === 'planned' ? planned.value.rows : noRows,
  )
  const groups = useMemo(
    () =>
      meetingGroups(rows, passed, {
        passed: t('meetings.passed.heading'),
        coming: t('meetings.upcoming'),
      }),
    [rows, passed, t],
  )
  const shown = useMemo(() => [language, passed], [language, passed])
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
                {(row) => (
                  <Row row={row} isPassed={passed.includes(row)} onEdit={onEdit} onCallOff={onCallOff} />
                )}
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

/** Those of the rows whose time is over; the same list as long as they are the same. */
function usePassed(planned: readonly MeetingRow[]): readonly MeetingRow[] {
  const now = useNow()
  const ids = planned.flatMap((row) => (hasPassed(row, now) ? [row.id] : [])).join(' ')
  return useMemo(() => (ids === '' ? noRows : planned.filter(({ id }) => ids.includes(id))), [planned, ids])
}

function Row(props: {
  readonly row: MeetingRow
  readonly isPassed: boolean
  readonly onEdit: (id: MeetingId) => void
  readonly onCallOff: (meeting: CallingOff) => void
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { row, isPassed, onEdit, onCallOff } = props
  const passedEntries = usePassedEntries(onCallOff)

  async function remove() {
    const reply = await write('meeting.remove', { meetingId: row.id })
    if (!reply.ok) notices.fault(reply.fault)
  }

  return (
    <div className={line.row}>
      <MeetingLine meeting={row} />
      <div className={styles.state}>
        {row.openActions > 0 && (
          <span className={styles.actions}>{t('meetings.openActions', { count: row.openActions })}</span>
        )}
        {row.classification !== 'open' && (
          <Chip icon={Lock}>{t(classificationWords[row.classification])}</Chip>
        )}
        {isPassed ? (
          <Chip icon={TriangleAlert} tone="attention">
            {t('meetings.passed.title')}
          </Chip>
        ) : (
          <Chip icon={statusSigns[row.status]} tone={toneOf(row.status)}>
            {t(statusWords[row.status])}
          </Chip>
        )}
      </div>
      <MoreMenu
        label={t('shell.more', { name: meetingTitle(row, language) })}
        entries={[
          ...(isPassed ? passedEntries(row.id) : []),
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
