import { ChevronDown, ChevronUp, Play } from 'lucide-react'
import { useCallback, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItemId } from '../../../shared/ids.ts'
import { agendaTimes } from '../../../shared/meeting/agendaTimes.ts'
import { itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import type { AgendaItem } from '../../../shared/meeting/meeting.ts'
import { type ComposedLanguage, inLanguage } from '../../../shared/values.ts'
import { useWrite } from '../../api/useWrite.ts'
import { goToEnd } from '../../editor/commands.ts'
import type { TextSession } from '../../editor/textSession.ts'
import { useLanguage } from '../../i18n/words.ts'
import { type Command, useCommands, writtenKeys } from '../../shell/commands.ts'
import { isInLayer, isTyping } from '../../shell/useKeys.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Clocks } from '../meeting/Clocks.tsx'
import { ItemSection } from '../meeting/ItemSection.tsx'
import { useMeeting } from '../meeting/MeetingContext.ts'
import { languageWords } from '../meeting/meetingWords.ts'
import { useComposed } from '../meeting/useComposed.ts'
import { useLocalNow } from '../meeting/useLocalNow.ts'
import { meetingTitle } from '../meetings/meetingTitle.ts'
import { CaptureKeys } from './CaptureKeys.tsx'
import styles from './CaptureScreen.module.css'
import { ItemTimer } from './ItemTimer.tsx'
import { useKeptTimes } from './useItemTimes.ts'

const nextKeys = 'Alt+PageDown'
const previousKeys = 'Alt+PageUp'

/** Minutes taken at the table: one item with all the attention, both clocks, and keys for all that is done there. */
export function CaptureScreen(props: {
  readonly item: AgendaItemId | null
  readonly onItem: (item: AgendaItemId) => void
  readonly onLanguage: (language: ComposedLanguage) => void
  readonly onLeave: () => void
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { dossier, language } = useMeeting()
  const { onItem, onLanguage, onLeave } = props
  const { meeting, series, agenda } = dossier
  const numbers = useMemo(() => itemNumbers(agenda), [agenda])
  const times = useMemo(() => agendaTimes(meeting, agenda).items, [meeting, agenda])
  const items = useMemo(() => agenda.filter(({ id }) => numbers.has(id)), [agenda, numbers])
  const composed = useComposed(language)
  const now = useLocalNow(meeting)
  const planned = times.find(({ starts, ends }) => now !== null && starts <= now && now < ends)
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === (props.item ?? planned?.itemId)),
  )
  const item = items[at]
  useCursorInText(item)
  useKeptTimes(meeting.id)
  useCaptureCommands({ items, at, onItem, onLanguage, onLeave })

  const number = item && numbers.get(item.id)
  const time = times.find(({ itemId }) => itemId === item?.id)
  return (
    <section className={styles.capture} aria-label={t('capture.title')} data-pane="">
      <header className={styles.head}>
        <div className={styles.meeting}>
          <h1 dir="auto">
            {meetingTitle({ ...meeting, seriesName: series.name, shortName: series.shortName }, screen)}
          </h1>
          <p className={styles.place}>{t('capture.itemOf', { number: at + 1, of: items.length })}</p>
        </div>
        {item && <ItemTimer key={item.id} item={item} isRunning={meeting.status === 'running'} />}
        {meeting.status === 'planned' && <StartButton />}
        <Clocks meeting={meeting} />
        {meeting.languages.length > 1 && (
          <Segments
            label={t('meeting.minutesLanguage')}
            value={language}
            onChange={onLanguage}
            choices={meeting.languages.map((value) => ({ value, label: t(languageWords[value]) }))}
          />
        )}
      </header>
      <div className={styles.scroll}>
        <div className={styles.sheet}>
          {item && number !== undefined && time ? (
            <ItemSection
              key={item.id}
              item={item}
              number={number}
              times={time}
              isChosen={false}
              composed={composed.get(number) ?? []}
            />
          ) : (
            <EmptyState>{t('meeting.noMinutes')}</EmptyState>
          )}
        </div>
      </div>
      <nav className={styles.around} aria-label={t('meeting.agendaItems')}>
        <Neighbour item={items[at - 1]} isNext={false} onItem={onItem} />
        <Neighbour item={items[at + 1]} isNext onItem={onItem} />
      </nav>
      <CaptureKeys />
    </section>
  )
}

/** The item before or after, by its name. */
function Neighbour(props: {
  readonly item: AgendaItem | undefined
  readonly isNext: boolean
  readonly onItem: (item: AgendaItemId) => void
}) {
  const { t } = useTranslation()
  const screen = useLanguage()
  const { item, isNext, onItem } = props
  if (!item) return <span />
  const title = inLanguage(item.title, screen)
  return (
    <Button variant="quiet" compact icon={isNext ? ChevronDown : ChevronUp} onPress={() => onItem(item.id)}>
      {`${writtenKeys(isNext ? nextKeys : previousKeys)} · ${t(isNext ? 'capture.nextIs' : 'capture.previousIs', { title })}`}
    </Button>
  )
}

function StartButton() {
  const { t } = useTranslation()
  const start = useStart()
  return (
    <Button compact variant="primary" icon={Play} onPress={start}>
      {t('capture.start')}
    </Button>
  )
}

/** Starts the meeting: from then on its clock and those of its items run. */
function useStart(): () => void {
  const write = useWrite()
  const { dossier } = useMeeting()
  const { meeting } = dossier
  return useCallback(() => {
    if (meeting.status !== 'planned') return
    void write('meeting.put', { meeting: { ...meeting, status: 'running' } }).then((reply) => {
      if (!reply.ok) notices.fault(reply.fault)
    })
  }, [write, meeting])
}

function useCaptureCommands(deps: {
  readonly items: readonly AgendaItem[]
  readonly at: number
  readonly onItem: (item: AgendaItemId) => void
  readonly onLanguage: (language: ComposedLanguage) => void
  readonly onLeave: () => void
}): void {
  const { t } = useTranslation()
  const { dossier, language } = useMeeting()
  const start = useStart()
  const { items, at, onItem, onLanguage, onLeave } = deps
  const { languages, status } = dossier.meeting
  const commands = useMemo((): readonly Command[] => {
    const go = (by: -1 | 1) => () => {
      const item = items[at + by]
      if (item) onItem(item.id)
      else notices.speak(t(by > 0 ? 'capture.isLast' : 'capture.isFirst'))
    }
    const other = languages.find((one) => one !== language)
    return [
      { id: 'capture.next', label: t('capture.next'), keys: nextKeys, run: go(1) },
      { id: 'capture.previous', label: t('capture.previous'), keys: previousKeys, run: go(-1) },
      ...(status === 'planned'
        ? [{ id: 'capture.start', label: t('capture.start'), keys: 'Ctrl+Alt+S', run: start }]
        : []),
      ...(other === undefined
        ? []
        : [
            {
              id: 'capture.language',
              label: t('capture.otherLanguage', { language: t(languageWords[other]) }),
              keys: 'Ctrl+Alt+L',
              run: () => onLanguage(other),
            },
          ]),
      { id: 'capture.leave', label: t('capture.leave'), keys: 'Escape', keysElsewhere: true, run: onLeave },
    ]
  }, [t, items, at, onItem, onLanguage, onLeave, languages, language, status, start])
  useCommands(commands)

  useEffect(() => {
    // An editor keeps Esc to itself and does nothing with it, so the shell's keys do not hear of it.
    const onKey = ({ key, target, isComposing, defaultPrevented }: KeyboardEvent) => {
      const isFree = !defaultPrevented || isTyping(target)
      if (key === 'Escape' && isFree && !isComposing && !isInLayer(target)) onLeave()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onLeave])
}

/** Puts the cursor behind the last word of the item that a key led to, once its text is open. */
function useCursorInText(item: AgendaItem | undefined): void {
  const { dossier, sessions, language } = useMeeting()
  const textId = dossier.texts.find((text) => text.itemId === item?.id && text.language === language)?.textId
  useEffect(() => {
    if (textId === undefined) return
    const session = sessions.of(textId, language)
    let frame = 0
    const look = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => showCursor(session, look))
    }
    const leave = session.opened.subscribe(look)
    look()
    return () => {
      leave()
      cancelAnimationFrame(frame)
    }
  }, [sessions, textId, language])
}

/** A text that is open but not on the screen yet is looked for again in the next frame. */
function showCursor(session: TextSession, again: () => void): void {
  const opened = session.opened.get()
  if (opened.state !== 'open') return
  const { editor } = opened
  if (editor.isDestroyed || !editor.view.dom.isConnected) return again()
  if (editor.isFocused || document.querySelector('[role="dialog"]') !== null) return
  session.apply(goToEnd) // first, so that the page has no cursor elsewhere in between
  editor.view.focus()
}
