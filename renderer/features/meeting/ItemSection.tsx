import { PenLine } from 'lucide-react'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemTimes } from '../../../shared/meeting/agendaTimes.ts'
import type { AgendaItem } from '../../../shared/meeting/meeting.ts'
import type { Block } from '../../../shared/meeting/minutesDocument.ts'
import { daysAt } from '../../../shared/meeting/timeSpan.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useApi } from '../../api/ApiProvider.tsx'
import { useWrite } from '../../api/useWrite.ts'
import { Following } from '../../editor/Following.tsx'
import { TextEditor } from '../../editor/TextEditor.tsx'
import type { TextSession } from '../../editor/textSession.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { GreyLines } from '../../ui/Loaded.tsx'
import { originWords } from '../backlog/originWords.ts'
import { ItemAbsences } from './ItemAbsences.tsx'
import styles from './ItemSection.module.css'
import { useMeeting } from './MeetingContext.ts'
import { languageWords } from './meetingWords.ts'
import { MinutesBlocks } from './MinutesBlocks.tsx'
import { NotSaid } from './NotSaid.tsx'
import { takeOver } from './takeOver.ts'
import { useLocalNow } from './useLocalNow.ts'

/** One section of the minutes: its heading, what the record says by itself, and what a person writes. */
export function ItemSection(props: {
  readonly item: AgendaItem
  readonly number: number
  readonly times: ItemTimes
  readonly isChosen: boolean
  readonly composed: readonly Block[]
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const screen = useLanguage()
  const { dossier, sessions, language } = useMeeting()
  const { item, number, times, isChosen, composed } = props
  const now = useLocalNow(dossier.meeting)
  const place = useRef<HTMLElement>(null)
  const isNear = useIsNear(place)
  const isRunning = now !== null && times.starts <= now && now < times.ends
  const title = inLanguage(item.title, language)
  const titleLanguage = item.title[language] ? language : undefined
  const textId = dossier.texts.find((text) => text.itemId === item.id && text.language === language)?.textId

  const isLocked = dossier.minutes.sealed !== null
  const from = dossier.carried.find(({ itemId }) => itemId === item.id)?.stood[0]
  const hasOutcomes = [...dossier.decisions, ...dossier.actions].some(({ itemId }) => itemId === item.id)

  const [session, setSession] = useState<TextSession | null>(null)
  useEffect(() => {
    if (!isNear || textId === undefined) return
    setSession(sessions.of(textId, language))
  }, [isNear, sessions, textId, language])
  const current = session?.textId === textId ? session : null

  return (
    <section
      ref={place}
      id={`item-${item.id}`}
      aria-labelledby={`title-${item.id}`}
      className={classes(styles.section, isChosen && styles.chosen, isRunning && styles.running)}
    >
      <header className={styles.head}>
        <h2 id={`title-${item.id}`}>
          <span className={styles.number}>{number}</span>{' '}
          <span dir="auto" {...(titleLanguage && { lang: titleLanguage })}>
            {title}
          </span>
        </h2>
        <span className={styles.time}>
          {format.times(times.from, times.to, undefined, daysAt(times.ends))}
        </span>
      </header>
      {from && <p className={styles.origin}>{originWords(from, t, screen)}</p>}
      <ItemAbsences times={times} />
      {composed.length > 0 && <Composed item={item} blocks={composed} />}
      {!isLocked && item.composition === 'written' && hasComposition(item) && <ComposeAgain item={item} />}
      {current ? (
        <>
          <Following session={current} name={title} isLocked={isLocked} />
          <TextEditor
            key={current.textId}
            session={current}
            label={t('meeting.textOf', {
              number,
              title: inLanguage(item.title, screen),
              language: t(languageWords[language]),
            })}
          />
          {hasOutcomes && <NotSaid item={item} />}
        </>
      ) : (
        textId !== undefined && <GreyLines lines={3} />
      )}
    </section>
  )
}

/** What the record says by itself; taking it over turns it into written words. */
function Composed({ item, blocks }: { readonly item: AgendaItem; readonly blocks: readonly Block[] }) {
  const { t } = useTranslation()
  const write = useWrite()
  const client = useApi()
  const { dossier, sessions, language } = useMeeting()
  const [busy, setBusy] = useState(false)

  async function takeItOver() {
    if (busy) return
    setBusy(true)
    const fault = await takeOver({ client, write, dossier, item, sessions })
    setBusy(false)
    if (fault) notices.fault(fault)
  }

  return (
    <div className={styles.composed} role="group" aria-label={t('meeting.composed')}>
      <div className={styles.composedHead}>
        <span>{t('meeting.composed')}</span>
        {dossier.minutes.sealed === null && (
          <Button variant="link" compact icon={PenLine} onPress={() => void takeItOver()}>
            {t('meeting.writeYourself')}
          </Button>
        )}
      </div>
      <div className={styles.composedText} lang={language}>
        <MinutesBlocks blocks={blocks} language={language} />
      </div>
    </div>
  )
}

function ComposeAgain({ item }: { readonly item: AgendaItem }) {
  const { t } = useTranslation()
  const write = useWrite()
  async function compose() {
    const reply = await write('agenda.put', { item: { ...item, composition: 'composed' } })
    if (!reply.ok) notices.fault(reply.fault)
  }
  return (
    <p className={styles.again}>
      {t('meeting.writtenByYou')}
      <Button variant="link" compact onPress={() => void compose()}>
        {t('meeting.composeAgain')}
      </Button>
    </p>
  )
}

function hasComposition({ part, endedAs }: AgendaItem): boolean {
  return (part !== 'discussion' && part !== 'closing' && part !== 'break') || endedAs !== null
}

/** Whether the section is, or ever was, near the part of the screen that shows; texts open only then. */
function useIsNear(place: RefObject<HTMLElement | null>): boolean {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    const element = place.current
    if (isNear || element === null) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setIsNear(true)
      },
      { root: element.closest('[data-pane]'), rootMargin: '1200px 0px' },
    )
    observer.observe(element)
    // The rest opens when nothing else is to do, so that what is not placed yet is known.
    const idle = requestIdleCallback(() => setIsNear(true), { timeout: 6_000 })
    return () => {
      observer.disconnect()
      cancelIdleCallback(idle)
    }
  }, [place, isNear])
  return isNear
}
