import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Brackets, FileText, Lock, Pencil, Plus, Trash2, TriangleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MouId } from '../../../shared/ids.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import type { Milestone, MouRow } from '../../../shared/mou/mou.ts'
import { countsByStage } from '../../../shared/mou/stages.ts'
import { inLanguage } from '../../../shared/values.ts'
import { usePages } from '../../api/useRead.ts'
import { useSettled } from '../../api/useSettled.ts'
import { useWrite } from '../../api/useWrite.ts'
import { today, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import type { StageFilter } from '../../router.tsx'
import { useCommands } from '../../shell/commands.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { classes } from '../../ui/classes.ts'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { LongList } from '../../ui/LongList.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { ownEvents } from '../../ui/ownEvents.ts'
import { Card, Page } from '../../ui/Page.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Unseen } from '../../ui/Unseen.tsx'
import { classificationWords } from '../meetings/meetingLabels.ts'
import { MouDialog } from './MouDialog.tsx'
import line from '../../ui/row.module.css'
import styles from './MousPage.module.css'
import { StageSegments } from './StageSegments.tsx'
import { StageStrip } from './StageStrip.tsx'
import { timeLeft } from './target.ts'
import { useTargetWords } from './useTargetWords.ts'

/** Which instrument the dialog is about; `id` null: a new one. */
type Edited = { readonly id: MouId | null }

/** All instruments, by title when searched, by stage when filtered. */
export function MousPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { stage = null, q = '' } = useSearch({ from: '/mou' })
  const [edited, setEdited] = useState<Edited | null>(null)
  const query = useSettled(q.trim(), 150)
  const reading = usePages('mou.list', { query }, { whole: true })

  useCommands(
    useMemo(
      () => [
        {
          id: 'mou.new',
          label: t('mou.new'),
          icon: Plus,
          kind: 'create' as const,
          run: () => setEdited({ id: null }),
        },
      ],
      [t],
    ),
  )

  const go = (change: { readonly stage?: StageFilter | null; readonly q?: string }) => {
    const next = { stage, q, ...change }
    void navigate({
      to: '/mou',
      search: { ...(next.stage !== null && { stage: next.stage }), ...(next.q !== '' && { q: next.q }) },
      replace: true,
    })
  }

  return (
    <Page
      title={t('mou.title')}
      actions={
        <>
          <SearchField
            label={t('mou.search')}
            value={q}
            onChange={(q) => go({ q })}
            className={styles.search ?? ''}
          />
          <Button variant="primary" icon={Plus} onPress={() => setEdited({ id: null })}>
            {t('mou.new')}
          </Button>
        </>
      }
    >
      <Loaded reading={reading}>
        {({ rows }) => {
          if (rows.length === 0) {
            return query === '' ? (
              <EmptyState
                button={
                  <Button icon={Plus} onPress={() => setEdited({ id: null })}>
                    {t('mou.new')}
                  </Button>
                }
              >
                {t('mou.empty')}
              </EmptyState>
            ) : (
              <EmptyState button={<Button onPress={() => go({ q: '' })}>{t('mou.clear')}</Button>}>
                {t('mou.nothing')}
              </EmptyState>
            )
          }
          return (
            <>
              <StageSegments counts={countsByStage(rows)} value={stage} onChange={(stage) => go({ stage })} />
              <Mous
                rows={rows}
                stage={stage}
                onAll={() => go({ stage: null })}
                onEdit={(id) => setEdited({ id })}
              />
            </>
          )
        }}
      </Loaded>
      {edited && (
        <MouDialog
          mouId={edited.id}
          onClose={() => setEdited(null)}
          onSaved={({ id }) => {
            setEdited(null)
            if (edited.id === null) void navigate({ to: '/mou/$mouId', params: { mouId: id } })
          }}
        />
      )}
    </Page>
  )
}

function Mous(props: {
  readonly rows: readonly MouRow[]
  readonly stage: StageFilter | null
  readonly onAll: () => void
  readonly onEdit: (id: MouId) => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const language = useLanguage()
  const { rows, stage, onAll, onEdit } = props
  const shown = useMemo(() => [language], [language])
  const found = useMemo(
    () => (stage === null ? rows : rows.filter((row) => (row.stage ?? 'none') === stage)),
    [rows, stage],
  )
  if (found.length === 0)
    return (
      <EmptyState button={<Button onPress={onAll}>{t('mou.showAll')}</Button>}>{t('mou.noneAt')}</EmptyState>
    )
  return (
    <Card>
      <div className={classes(styles.columns, styles.heads)} aria-hidden>
        <span className={styles.whole}>{t('mou.columns.mou')}</span>
        <span>{t('mou.columns.stage')}</span>
        <span className={styles.next}>{t('mou.columns.next')}</span>
        <span className={styles.target}>{t('mou.columns.target')}</span>
        <span />
      </div>
      <LongList
        label={t('mou.title')}
        groups={[{ id: 'all', heading: null, rows: found }]}
        nameOf={({ shortTitle }) => shortTitle}
        onOpen={({ id }) => void navigate({ to: '/mou/$mouId', params: { mouId: id } })}
        shown={shown}
        rowHeight={78}
      >
        {(row) => <Row row={row} onEdit={onEdit} />}
      </LongList>
    </Card>
  )
}

function Row({ row, onEdit }: { readonly row: MouRow; readonly onEdit: (id: MouId) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()

  async function remove() {
    const reply = await write('mou.remove', { mouId: row.id })
    if (!reply.ok) notices.fault(reply.fault)
  }

  return (
    <div className={styles.columns}>
      <CountryCode side={row.otherSide} />
      <div className={line.what}>
        <Link to="/mou/$mouId" params={{ mouId: row.id }} className={line.title} dir="auto" {...ownEvents}>
          {row.shortTitle}
        </Link>
        <p className={styles.full} dir="auto">
          {inLanguage(row.title, language)}
        </p>
        <p className={classes(line.facts, line.small)}>
          <span>{countryOf(row.otherSide).name[language]}</span>
          {row.openBrackets !== null && row.openBrackets > 0 && (
            <span className={styles.brackets}>
              <Brackets size={13} aria-hidden /> {t('mou.inBrackets', { count: row.openBrackets })}
            </span>
          )}
          {row.drafts > 0 && (
            <span className={line.fact}>
              <FileText size={13} aria-hidden /> {t('mou.draftCount', { count: row.drafts })}
            </span>
          )}
          {row.classification !== 'open' && (
            <Chip icon={Lock}>{t(classificationWords[row.classification])}</Chip>
          )}
        </p>
      </div>
      <StageStrip stage={row.stage} />
      <div className={styles.next}>{row.next && <Next milestone={row.next} />}</div>
      <div className={styles.target}>
        <Target row={row} />
      </div>
      <MoreMenu
        label={t('shell.more', { name: row.shortTitle })}
        entries={[
          { id: 'edit', label: t('shell.edit'), icon: Pencil, run: () => onEdit(row.id) },
          { id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => void remove() },
        ]}
      />
    </div>
  )
}

/** What is waited for next; that it is in danger, or late, stands there in words. */
function Next({ milestone }: { readonly milestone: Milestone }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const { title, plannedOn, isAtRisk } = milestone
  const isLate = plannedOn !== null && plannedOn < today()
  return (
    <>
      <Unseen>{t('mou.columns.next')}: </Unseen>
      <span className={styles.milestone} dir="auto">
        {inLanguage(title, language)}
      </span>
      <span className={classes(line.facts, line.small)}>
        {plannedOn !== null && <span>{format.date(plannedOn, 'medium')}</span>}
        {isAtRisk ? (
          <span className={styles.alert}>
            <TriangleAlert size={13} aria-hidden /> {t('mou.atRisk')}
          </span>
        ) : (
          isLate && (
            <span className={styles.alert}>
              <TriangleAlert size={13} aria-hidden /> {t('mou.late')}
            </span>
          )
        )}
      </span>
    </>
  )
}

function Target({ row: { signingTarget, stage } }: { readonly row: MouRow }) {
  const { t } = useTranslation()
  const words = useTargetWords()
  if (signingTarget === null) return null
  const left = timeLeft(signingTarget, stage, today())
  return (
    <>
      <Unseen>{t('mou.columns.target')}: </Unseen>
      <span className={styles.day}>{words.span(signingTarget)}</span>
      {left && (
        <span className={left.kind === 'over' ? styles.alert : styles.left}>
          {left.kind === 'over' && <TriangleAlert size={13} aria-hidden />} {words.left(left)}
        </span>
      )}
    </>
  )
}
