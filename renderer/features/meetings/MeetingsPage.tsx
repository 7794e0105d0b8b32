import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarClock, CircleCheck, Lock, MapPin, Pencil, Play, Plus, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingRow, MeetingStatus } from '../../../shared/meeting/meeting.ts'
import type { MeetingId } from '../../../shared/ids.ts'
import { inLanguage } from '../../../shared/values.ts'
import { usePages } from '../../api/useRead.ts'
import { useSettled } from '../../api/useSettled.ts'
import { useWrite } from '../../api/useWrite.ts'
import { clockLabel, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { useCommands } from '../../shell/commands.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { MoreRows } from '../../ui/MoreRows.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { MeetingDialog } from './MeetingDialog.tsx'
import { classificationWords, statusWords } from './meetingLabels.ts'
import styles from './MeetingsPage.module.css'
import { meetingTitle } from './meetingTitle.ts'

/** All meetings, those to come first; by name, place or side when searched. */
export function MeetingsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { q = '' } = useSearch({ from: '/meetings' })
  const query = useSettled(q.trim(), 150)
  const reading = usePages('meeting.list', { query })
  /** What the dialog is about; `new` for a meeting that is not there yet. */
  const [edited, setEdited] = useState<MeetingId | 'new' | null>(null)

  useCommands(
    useMemo(
      () => [
        {
          id: 'meeting.new',
          label: t('meetings.new'),
          icon: Plus,
          kind: 'create' as const,
          run: () => setEdited('new'),
        },
      ],
      [t],
    ),
  )

  const search = (text: string) =>
    void navigate({ to: '/meetings', search: text === '' ? {} : { q: text }, replace: true })

  return (
    <Page
      title={t('meetings.title')}
      actions={
        <>
          <SearchField
            label={t('meetings.search')}
            value={q}
            onChange={search}
            className={styles.search ?? ''}
          />
          <Button variant="primary" icon={Plus} onPress={() => setEdited('new')}>
            {t('meetings.new')}
          </Button>
        </>
      }
    >
      <Loaded reading={reading}>
        {({ rows, more, loadingMore }) => {
          if (rows.length === 0) {
            return query === '' ? (
              <EmptyState
                button={
                  <Button icon={Plus} onPress={() => setEdited('new')}>
                    {t('meetings.new')}
                  </Button>
                }
              >
                {t('meetings.empty')}
              </EmptyState>
            ) : (
              <EmptyState button={<Button onPress={() => search('')}>{t('meetings.clear')}</Button>}>
                {t('meetings.nothing')}
              </EmptyState>
            )
          }
          const coming = rows.filter(({ status }) => status !== 'held')
          const held = rows.filter(({ status }) => status === 'held')
          return (
            <>
              <MeetingRows title={t('meetings.upcoming')} rows={coming} onEdit={setEdited} />
              <MeetingRows title={t('meetings.held')} rows={held} onEdit={setEdited} />
              <MoreRows more={more} loading={loadingMore} />
            </>
          )
        }}
      </Loaded>
      {edited !== null && (
        <MeetingDialog
          meetingId={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onSaved={({ id }) => {
            setEdited(null)
            if (edited === 'new') void navigate({ to: '/meetings/$meetingId', params: { meetingId: id } })
          }}
        />
      )}
    </Page>
  )
}

function MeetingRows(props: {
  readonly title: string
  readonly rows: readonly MeetingRow[]
  readonly onEdit: (id: MeetingId) => void
}) {
  const { title, rows, onEdit } = props
  if (rows.length === 0) return null
  return (
    <Card title={title}>
      <ul>
        {rows.map((row) => (
          <Row key={row.id} row={row} onEdit={onEdit} />
        ))}
      </ul>
    </Card>
  )
}

const statusSigns = { planned: CalendarClock, running: Play, held: CircleCheck } satisfies Record<
  MeetingStatus,
  unknown
>

function Row({ row, onEdit }: { readonly row: MeetingRow; readonly onEdit: (id: MeetingId) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const write = useWrite()
  const title = meetingTitle(row, language)
  const [day, month] = format.date(row.heldOn, 'dayMonth').split(' ')

  async function remove() {
    const reply = await write('meeting.remove', { meetingId: row.id })
    if (!reply.ok) notices.fault(reply.fault)
  }

  return (
    <li className={styles.row}>
      <span className={styles.date} aria-hidden>
        <strong>{day}</strong>
        {month}
      </span>
      <div className={styles.what}>
        <Link to="/meetings/$meetingId" params={{ meetingId: row.id }} className={styles.title} dir="auto">
          {title}
        </Link>
        <p className={styles.facts}>
          <CountryCode side={row.otherSide} />
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
        <Chip icon={statusSigns[row.status]} tone={row.status === 'running' ? 'ok' : 'plain'}>
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
    </li>
  )
}
