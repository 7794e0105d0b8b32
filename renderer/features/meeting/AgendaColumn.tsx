import { useQueryClient } from '@tanstack/react-query'
import {
  ArrowDown,
  ArrowUp,
  Check,
  GripVertical,
  Hourglass,
  Pencil,
  Plus,
  Trash2,
  TriangleAlert,
} from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { AgendaItemId } from '../../../shared/ids.ts'
import { agendaTimes, type ItemTimes } from '../../../shared/meeting/agendaTimes.ts'
import { isNumbered, itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import type { AgendaItem } from '../../../shared/meeting/meeting.ts'
import { daysAt } from '../../../shared/meeting/timeSpan.ts'
import { inLanguage } from '../../../shared/values.ts'
import { createTurns } from '../../api/turns.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MoreMenu } from '../../ui/Menu.tsx'
import { originWords } from '../backlog/originWords.ts'
import { useTopicName } from '../topics/topics.ts'
import styles from './AgendaColumn.module.css'
import { keepTimesOnMove, keepTimesOnRemove } from './keepTimes.ts'
import { useMeeting } from './MeetingContext.ts'
import { sideName } from './sideNames.ts'
import { endedWords } from './meetingWords.ts'
import { ShiftOrKeep, useAskShiftOrKeep } from './ShiftOrKeep.tsx'
import { useLocalNow } from './useLocalNow.ts'

/** The agenda as a list: times, durations, who leads, what came of each item. It is put in order here. */
export function AgendaColumn(props: {
  readonly selected: AgendaItemId | null
  readonly onSelect: (item: AgendaItemId) => void
  /** Null where it always stands beside the minutes; else it is a drawer. */
  readonly onClose: (() => void) | null
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const { dossier, open } = useMeeting()
  const { selected, onSelect, onClose } = props
  const { meeting, agenda } = dossier
  const times = useMemo(() => agendaTimes(meeting, agenda), [meeting, agenda])
  const numbers = useMemo(() => itemNumbers(agenda), [agenda])
  const acts = useAgendaActs()
  const list = useRef<HTMLDivElement>(null)

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': nameOf(String(key)) })),
    onReorder({ keys, target }) {
      const item = agenda.find(({ id }) => keys.has(id))
      const at = agenda.findIndex(({ id }) => id === target.key)
      if (!item || at === -1) return
      const place = target.dropPosition === 'before' ? at : at + 1
      acts.move(item.id, (from) => (from < place ? place - 1 : place))
    },
  })
  const language = useLanguage()
  const nameOf = (id: string) => {
    const item = agenda.find((item) => item.id === id)
    return item ? inLanguage(item.title, language) : ''
  }

  return (
    <section
      className={classes(styles.column, onClose !== null && styles.drawer)}
      aria-label={t('meeting.agenda')}
      data-pane=""
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose?.()
      }}
    >
      <header className={styles.head}>
        <h2>{t('meeting.agenda')}</h2>
        <span className={styles.span}>
          {agenda.length > 0 && format.times(meeting.from, times.ends, undefined, times.daysLater)}
        </span>
      </header>
      <div className={styles.scroll}>
        {times.overrun > 0 && (
          <p className={styles.overrun} role="status">
            <TriangleAlert size={14} aria-hidden />
            {t('meeting.overrun', { count: times.overrun, end: format.time(meeting.to) })}
          </p>
        )}
        {agenda.length === 0 ? (
          <EmptyState
            button={
              <Button icon={Plus} onPress={() => open({ kind: 'item', itemId: null })}>
                {t('meeting.addItem')}
              </Button>
            }
          >
            {t('meeting.noItems')}
          </EmptyState>
        ) : (
          <div
            ref={list}
            onKeyDownCapture={(event) => {
              if (!event.altKey || !event.shiftKey || event.ctrlKey) return
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
              const row = (event.target as Element).closest('[data-key]')
              const item = agenda.find(({ id }) => id === row?.getAttribute('data-key'))
              if (!item) return
              event.preventDefault()
              event.stopPropagation()
              acts.move(item.id, (from) => from + (event.key === 'ArrowUp' ? -1 : 1))
            }}
          >
            <GridList
              aria-label={t('meeting.agendaItems')}
              items={agenda.map((item, index) => ({ ...item, index }))}
              selectionMode="single"
              selectionBehavior="replace"
              selectedKeys={selected === null ? [] : [selected]}
              onSelectionChange={(keys) => {
                const id = keys === 'all' ? undefined : AgendaItemId.safeParse([...keys][0])
                if (id?.success) onSelect(id.data)
              }}
              dragAndDropHooks={dragAndDropHooks}
              dependencies={[dossier, times, language, acts]}
              className={styles.list ?? ''}
            >
              {(item) => (
                <Row
                  item={item}
                  number={numbers.get(item.id) ?? null}
                  times={times.items[item.index] ?? null}
                  index={item.index}
                  last={agenda.length - 1}
                  acts={acts}
                />
              )}
            </GridList>
          </div>
        )}
        {agenda.length > 0 && (
          <div className={styles.foot}>
            <Button variant="link" icon={Plus} onPress={() => open({ kind: 'item', itemId: null })}>
              {t('meeting.addItem')}
            </Button>
          </div>
        )}
        <WaitingList />
        <Adoption />
      </div>
      {acts.question !== null && <ShiftOrKeep question={acts.question} />}
    </section>
  )
}

type Acts = ReturnType<typeof useAgendaActs>

function Row(props: {
  readonly item: AgendaItem
  readonly number: number | null
  readonly times: ItemTimes | null
  readonly index: number
  readonly last: number
  readonly acts: Acts
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const { dossier, open } = useMeeting()
  const { item, number, times, index, last, acts } = props
  const now = useLocalNow(dossier.meeting)
  const title = inLanguage(item.title, language)
  const decisions = dossier.decisions.filter(({ itemId }) => itemId === item.id).length
  const actions = dossier.actions.filter(({ itemId }) => itemId === item.id).length
  const isOver = now !== null && times !== null && times.ends <= now
  const isRunning = now !== null && times !== null && times.starts <= now && now < times.ends
  const days = times === null ? 0 : daysAt(times.starts)
  const isSection = item.part === 'section'
  const topicName = useTopicName()
  const from = dossier.carried.find(({ itemId }) => itemId === item.id)?.stood[0]
  return (
    <GridListItem
      id={item.id}
      textValue={title}
      className={classes(
        styles.item,
        isSection && styles.section,
        isRunning && styles.running,
        isOver && styles.over,
      )}
    >
      <AriaButton slot="drag" className={styles.handle ?? ''} aria-label={t('meeting.moveItem', { title })}>
        <GripVertical size={14} aria-hidden />
      </AriaButton>
      {!isSection && (
        <span className={styles.times}>
          <span>
            {format.time(times?.from ?? dossier.meeting.from)}
            {days > 0 && <span className={styles.later}>{t('shell.daysLater', { count: days })}</span>}
          </span>
          <span className={styles.minutes}>
            {t('meeting.minutesShort', { count: item.plannedMinutes })}
            {isOver && <Check size={13} aria-label={t('meeting.itemOver')} />}
          </span>
        </span>
      )}
      <span className={styles.words}>
        <span className={classes(styles.title, item.part === 'break' && styles.break)} dir="auto">
          {number !== null && <span className={styles.number}>{number}. </span>}
          {title}
        </span>
        {isNumbered(item) && (
          <span className={styles.sub}>
            <span>
              {[
                sideName(item.lead ?? 'both', language, t('meeting.bothChairs')),
                item.topic !== null && item.part === 'discussion' && topicName(item.topic),
                item.proposedBy !== null &&
                  t('agenda.proposal', {
                    side: sideName(item.proposedBy, language, t('meeting.both').toLowerCase()),
                  }),
                item.addedBy !== null && t('meeting.addedBy', { side: sideName(item.addedBy, language, '') }),
                item.movedBy !== null && t('agenda.movedBy', { side: sideName(item.movedBy, language, '') }),
                from && originWords(from, t, language),
                item.endedAs !== null && t(endedWords[item.endedAs]),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {decisions > 0 && (
              <abbr className={styles.chip} title={t('meeting.decisionCount', { count: decisions })}>
                {t('meeting.decisionsShort', { count: decisions })}
              </abbr>
            )}
            {actions > 0 && (
              <abbr className={styles.chip} title={t('meeting.actionCount', { count: actions })}>
                {t('meeting.actionsShort', { count: actions })}
              </abbr>
            )}
          </span>
        )}
      </span>
      <span className={styles.more}>
        <MoreMenu
          label={t('shell.more', { name: title })}
          entries={[
            {
              id: 'edit',
              label: t('shell.edit'),
              icon: Pencil,
              run: () => open({ kind: 'item', itemId: item.id }),
            },
            {
              id: 'up',
              label: t('meeting.moveUp'),
              icon: ArrowUp,
              keys: 'Alt+Shift+ArrowUp',
              isDisabled: index === 0,
              run: () => acts.move(item.id, (from) => from - 1),
            },
            {
              id: 'down',
              label: t('meeting.moveDown'),
              icon: ArrowDown,
              keys: 'Alt+Shift+ArrowDown',
              isDisabled: index === last,
              run: () => acts.move(item.id, (from) => from + 1),
            },
            { id: 'remove', label: t('shell.remove'), icon: Trash2, run: () => acts.remove(item.id) },
          ]}
        />
      </span>
    </GridListItem>
  )
}

/** The way to what waits in the series for an agenda. */
function WaitingList() {
  const { t } = useTranslation()
  const format = useFormat()
  const { dossier, open } = useMeeting()
  const reading = useRead('backlog.list', { seriesId: dossier.series.id })
  const count = reading.state === 'ready' ? reading.value.length : 0
  return (
    <div className={styles.waiting}>
      <Button variant="link" icon={Hourglass} onPress={() => open({ kind: 'backlog' })}>
        {count === 0
          ? t('agenda.backlog')
          : t('agenda.backlogCount', { count, number: format.number(count) })}
      </Button>
    </div>
  )
}

/** Whether the agenda is a proposal or was adopted, and the way to the other. */
function Adoption() {
  const { t } = useTranslation()
  const format = useFormat()
  const write = useWrite()
  const { dossier, open } = useMeeting()
  const { meeting } = dossier
  const off = dossier.takenOff.length
  if (dossier.agenda.length === 0 && off === 0) return null
  async function unadopt() {
    const reply = await write('meeting.put', { meeting: { ...meeting, agendaAdoptedOn: null } })
    if (!reply.ok) notices.fault(reply.fault)
  }
  return (
    <div className={styles.adoption}>
      {off > 0 && <p>{t('agenda.offCount', { count: off })}</p>}
      {meeting.agendaAdoptedOn === null ? (
        <>
          <p>{t('meeting.agendaProposed')}</p>
          <Button compact icon={Check} onPress={() => open({ kind: 'adopt' })}>
            {t('meeting.adoptAgenda')}
          </Button>
        </>
      ) : (
        <>
          <p>{t('meeting.agendaAdopted', { date: format.date(meeting.agendaAdoptedOn, 'medium') })}</p>
          <Button variant="link" compact onPress={() => open({ kind: 'adopt' })}>
            {t('agenda.changes')}
          </Button>
          <Button variant="link" compact onPress={() => void unadopt()}>
            {t('meeting.unadoptAgenda')}
          </Button>
        </>
      )}
    </div>
  )
}

/** Moving and removing items; once the meeting runs, what happens to the times is asked first. Each is one act. */
function useAgendaActs() {
  const { t } = useTranslation()
  const language = useLanguage()
  const write = useWrite()
  const { dossier } = useMeeting()
  const { meeting, agenda } = dossier
  const { question, ask } = useAskShiftOrKeep(meeting.status)
  const [turns] = useState(createTurns)
  const order = useRef(agenda)
  const queries = useQueryClient()
  useEffect(() => {
    // What is drawn now may have been read before the last act: what is being read anew comes after it.
    const isNewest = turns.waiting() === 0 && queries.isFetching({ queryKey: ['meeting.dossier'] }) === 0
    if (isNewest) order.current = agenda
  }, [turns, queries, agenda])

  /** `place` is told the item's place on the agenda as it is by then, and says where it goes. */
  async function move(itemId: AgendaItemId, place: (from: number) => number): Promise<void> {
    const agenda = order.current
    const from = agenda.findIndex(({ id }) => id === itemId)
    const to = place(from)
    const item = agenda[from]
    if (!item || to < 0 || to >= agenda.length || from === to) return
    const [first, last] = [Math.min(from, to), Math.max(from, to)]
    const isSame = agenda
      .slice(first, last + 1)
      .every(({ plannedMinutes }) => plannedMinutes === item.plannedMinutes)
    const answer = isSame ? 'shift' : await ask(t('meeting.askMove'))
    if (answer === null) return
    const lengths = answer === 'keep' ? [...keepTimesOnMove(agenda, from, to)] : []
    const reply = await write('agenda.move', { itemId, position: to, lengths })
    if (!reply.ok) return notices.fault(reply.fault)
    order.current = reply.value.value
    notices.speak(
      t('meeting.movedTo', { title: inLanguage(item.title, language), place: to + 1, of: agenda.length }),
    )
  }

  async function remove(itemId: AgendaItemId): Promise<void> {
    const agenda = order.current
    const index = agenda.findIndex(({ id }) => id === itemId)
    const item = agenda[index]
    if (!item) return
    const isFree = item.plannedMinutes === 0 || index === agenda.length - 1
    const answer = isFree ? 'shift' : await ask(t('meeting.askRemove'))
    if (answer === null) return
    const lengths = answer === 'keep' ? [...keepTimesOnRemove(agenda, index)] : []
    const reply = await write('agenda.remove', { itemId, lengths })
    if (!reply.ok) return notices.fault(reply.fault)
    order.current = agenda.filter(({ id }) => id !== itemId)
  }

  /** Where a question may come first, nothing that was pressed before it was seen may follow it. */
  const isHeard = () => meeting.status === 'planned' || turns.waiting() === 0

  return {
    question,
    move(itemId: AgendaItemId, place: (from: number) => number): void {
      if (isHeard()) void turns.inTurn(() => move(itemId, place))
    },
    remove(itemId: AgendaItemId): void {
      if (isHeard()) void turns.inTurn(() => remove(itemId))
    },
  }
}
