import { Link, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { Check, CircleAlert, ExternalLink, RotateCcw, Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { fold, foldedWords } from '../../../shared/fold.ts'
import { SeriesId } from '../../../shared/ids.ts'
import { type ActionRow, dueGroup, dueGroups } from '../../../shared/meeting/actionList.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { type ActionState, writtenNumber } from '../../../shared/meeting/meeting.ts'
import { ordinal } from '../../../shared/meeting/numberWords.ts'
import { inLanguage, Side } from '../../../shared/values.ts'
import { usePages } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { today, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import type { ActionGrouping, ActionsAddress } from '../../router.tsx'
import { notices } from '../../shell/notices.ts'
import { SeriesFilter, SideFilter } from '../../shell/RecordFilters.tsx'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { LongList, type RowGroup } from '../../ui/LongList.tsx'
import { type MenuEntry, MoreMenu } from '../../ui/Menu.tsx'
import { ownEvents } from '../../ui/ownEvents.ts'
import { Card, Page } from '../../ui/Page.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { meetingTitle } from '../meetings/meetingTitle.ts'
import styles from './ActionsPage.module.css'

export const groupWords = {
  overdue: 'actions.groups.overdue',
  thisWeek: 'actions.groups.thisWeek',
  later: 'actions.groups.later',
  undated: 'actions.groups.undated',
} as const

/** Who promised what, since when and until when, over all series. */
export function ActionsPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const address = useSearch({ from: '/actions' })
  const { show = 'open', group = 'due', q = '' } = address
  const side = Side.safeParse(address.side).data ?? null
  const seriesId = SeriesId.safeParse(address.series).data ?? null
  const reading = usePages('action.list', { filter: { show, side, seriesId } }, { whole: true })
  const go = (change: { readonly [Name in keyof ActionsAddress]: ActionsAddress[Name] | null }) =>
    void navigate({
      to: '/actions',
      search: Object.fromEntries(
        Object.entries({ ...address, ...change }).filter(([, value]) => value !== null && value !== ''),
      ),
      replace: true,
    })
  return (
    <Page
      title={t('actions.title')}
      actions={
        <SearchField
          label={t('actions.search')}
          value={q}
          onChange={(q) => go({ q })}
          className={styles.search ?? ''}
        />
      }
    >
      <div className={styles.filters}>
        <Segments
          label={t('actions.show')}
          choices={[
            { value: 'open', label: t('actions.open') },
            { value: 'closed', label: t('actions.closed') },
          ]}
          value={show}
          onChange={(show) => go({ show: show === 'open' ? null : show })}
        />
        <Segments<ActionGrouping>
          label={t('actions.group')}
          choices={[
            { value: 'due', label: t('actions.byDue') },
            { value: 'person', label: t('actions.byPerson') },
            { value: 'source', label: t('actions.bySource') },
          ]}
          value={group}
          onChange={(group) => go({ group: group === 'due' ? null : group })}
        />
        <span className={styles.rest} />
        <SideFilter hideLabel value={side} onChange={(side) => go({ side })} />
        <SeriesFilter hideLabel value={seriesId} onChange={(series) => go({ series })} />
      </div>
      <Loaded reading={reading}>
        {({ rows }) => (
          <Actions
            rows={rows}
            query={q}
            show={show}
            group={group}
            isFiltered={side !== null || seriesId !== null || q !== ''}
            onClear={() => go({ side: null, series: null, q: null })}
          />
        )}
      </Loaded>
    </Page>
  )
}

type Row = ActionRow & { readonly id: string }

function Actions(props: {
  readonly rows: readonly ActionRow[]
  readonly query: string
  readonly show: 'open' | 'closed'
  readonly group: ActionGrouping
  readonly isFiltered: boolean
  readonly onClear: () => void
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const router = useRouter()
  const language = useLanguage()
  const { rows, query, show, group, isFiltered, onClear } = props
  const day = today()
  const words = useMemo(() => foldedWords(query, 6), [query])
  const listed = useMemo(
    () =>
      rows.flatMap((row): readonly Row[] => {
        const said = fold(
          [
            writtenNumber(row.action.number),
            ...Object.values(row.action.what),
            ...Object.values(row.agency ?? {}),
            row.person ?? '',
            row.action.channel,
          ].join(' '),
        )
        return words.every((word) => said.includes(word)) ? [{ ...row, id: row.action.id }] : []
      }),
    [rows, words],
  )
  const groups = useMemo((): readonly RowGroup<Row>[] => {
    const nameOf = ({ action, meeting, person }: Row): readonly [string, string] => {
      if (group === 'person') {
        const side = action.side === 'both' ? t('meeting.both') : countryOf(action.side).name[language]
        return person === null
          ? [action.side, t('actions.nobodyOf', { side })]
          : [`${action.personId} ${action.side}`, `${person} · ${side}`]
      }
      if (group === 'source')
        return [
          meeting.id,
          [
            meetingTitle(meeting, language),
            countryOf(meeting.otherSide).name[language],
            format.date(meeting.heldOn, 'medium'),
          ].join(' · '),
        ]
      const due = show === 'open' ? dueGroup(action.dueOn, day) : action.state
      return due === 'done' || due === 'withdrawn' || due === 'open'
        ? [due, t(due === 'done' ? 'meeting.actionState.done' : 'meeting.actionState.withdrawn')]
        : [due, t(groupWords[due])]
    }
    const all = new Map<string, { heading: string; rows: Row[] }>()
    for (const row of listed) {
      const [id, heading] = nameOf(row)
      const known = all.get(id) ?? { heading, rows: [] }
      known.rows.push(row)
      all.set(id, known)
    }
    const order = (id: string) => (dueGroups as readonly string[]).indexOf(id)
    return [...all]
      .map(([id, { heading, rows }]) => ({ id, heading: `${heading} · ${format.number(rows.length)}`, rows }))
      .toSorted((one, other) => order(one.id) - order(other.id))
  }, [listed, group, show, day, t, language, format])

  if (listed.length === 0) {
    return isFiltered ? (
      <EmptyState button={<Button onPress={onClear}>{t('actions.clear')}</Button>}>
        {t('actions.nothing')}
      </EmptyState>
    ) : (
      <EmptyState>{t(show === 'open' ? 'actions.none' : 'actions.noneClosed')}</EmptyState>
    )
  }
  const overdue = listed.filter(
    ({ action }) => action.state === 'open' && dueGroup(action.dueOn, day) === 'overdue',
  )
  return (
    <>
      {overdue.length > 0 && (
        <p className={styles.overdue} role="status">
          <CircleAlert size={15} aria-hidden />
          {t('actions.overdueCount', { count: overdue.length, number: format.number(overdue.length) })}
        </p>
      )}
      <Card>
        <LongList<Row>
          label={t('actions.title')}
          groups={groups}
          nameOf={({ action }) => inLanguage(action.what, language)}
          onOpen={({ meeting }) =>
            void router.navigate({
              to: '/meetings/$meetingId',
              params: { meetingId: meeting.id },
              search: { panel: 'decisions' },
            })
          }
          shown={[language, t, day]}
          rowHeight={62}
        >
          {(row) => <ActionLine row={row} day={day} />}
        </LongList>
      </Card>
    </>
  )
}

/** An action with what can be done with it; `day` is the one its due date is measured by. */
export function ActionLine({ row, day }: { readonly row: Row; readonly day: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const router = useRouter()
  const language = useLanguage()
  const write = useWrite()
  const { action, meeting, agency, person } = row
  const what = inLanguage(action.what, language)
  const dayOf = (date: string | null) => (date === null ? t('actions.noDate') : format.date(date, 'medium'))

  async function put(state: ActionState): Promise<void> {
    const { number: _, dueChanges: __, ...rest } = action
    const closedOn = state === 'open' ? null : today()
    const reply = await write('action.put', { action: { ...rest, state, closedOn } })
    if (!reply.ok) notices.fault(reply.fault)
  }

  const openMeeting: MenuEntry = {
    id: 'meeting',
    label: t('actions.openMeeting'),
    icon: ExternalLink,
    run: () =>
      void router.navigate({
        to: '/meetings/$meetingId',
        params: { meetingId: meeting.id },
        search: { panel: 'decisions', ...(action.itemId && { item: action.itemId }) },
      }),
  }
  const entries: readonly MenuEntry[] =
    action.state === 'open'
      ? [
          { id: 'done', label: t('actions.markDone'), icon: Check, run: () => void put('done') },
          { id: 'withdraw', label: t('actions.withdraw'), icon: Undo2, run: () => void put('withdrawn') },
          openMeeting,
        ]
      : [
          { id: 'reopen', label: t('actions.reopen'), icon: RotateCcw, run: () => void put('open') },
          openMeeting,
        ]
  return (
    <div className={styles.row}>
      <span className={styles.number}>{writtenNumber(action.number)}</span>
      <div className={styles.what}>
        <p className={styles.words} dir="auto">
          {what}
        </p>
        <p className={styles.facts}>
          {action.side === 'both' ? <span>{t('meeting.both')}</span> : <CountryCode side={action.side} />}
          {person !== null && <span>{person}</span>}
          {agency && <span>{inLanguage(agency, language)}</span>}
          {action.channel !== '' && <span>{action.channel}</span>}
          <Link
            to="/meetings/$meetingId"
            params={{ meetingId: meeting.id }}
            search={{ panel: 'decisions' }}
            className={styles.since}
            {...ownEvents}
          >
            {t('actions.since', {
              meeting: meetingTitle(meeting, language),
              date: format.date(meeting.heldOn, 'medium'),
            })}
          </Link>
        </p>
        {action.dueChanges.length > 0 && (
          <p className={styles.facts}>
            {action.dueChanges.map(({ from, to }, index) => (
              <span key={index}>
                {t('actions.movedBy', {
                  from: dayOf(from),
                  to: dayOf(to),
                  meeting: ordinal(row.movedBy[index]?.number ?? meeting.number, language),
                })}
              </span>
            ))}
          </p>
        )}
      </div>
      <Due action={action} day={day} />
      <MoreMenu label={t('shell.more', { name: what })} entries={entries} />
    </div>
  )
}

function Due({ action, day }: { readonly action: ActionRow['action']; readonly day: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { state, closedOn, dueOn } = action
  if (closedOn !== null) {
    const date = format.date(closedOn, 'medium')
    return <Chip>{t(state === 'done' ? 'actions.doneOn' : 'actions.withdrawnOn', { date })}</Chip>
  }
  if (dueOn === null) return null
  const date = format.date(dueOn, 'medium')
  return dueGroup(dueOn, day) === 'overdue' ? (
    <Chip icon={CircleAlert} tone="danger">
      {t('meeting.overdueSince', { date })}
    </Chip>
  ) : (
    <Chip>{t('actions.due', { date })}</Chip>
  )
}
