import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItemId } from '../../../shared/ids.ts'
import { agendaTimes } from '../../../shared/meeting/agendaTimes.ts'
import { itemNumbers } from '../../../shared/meeting/itemNumbers.ts'
import type { Block } from '../../../shared/meeting/minutesDocument.ts'
import { type ComposedLanguage, inLanguage } from '../../../shared/values.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LockedBar } from '../minutes/LockedBar.tsx'
import { ItemSection } from './ItemSection.tsx'
import { useMeeting } from './MeetingContext.ts'
import styles from './MinutesColumn.module.css'
import { MinutesToolbar } from './MinutesToolbar.tsx'
import { useComposed } from './useComposed.ts'

/** The minutes, one section for each item of the agenda. Choosing an item brings its section into sight. */
export function MinutesColumn(props: {
  readonly item: AgendaItemId | null
  readonly onLanguage: (language: ComposedLanguage) => void
}) {
  const { t } = useTranslation()
  const { dossier, language } = useMeeting()
  const { item, onLanguage } = props
  const { meeting, agenda } = dossier
  const scroller = useRef<HTMLDivElement>(null)
  const times = useMemo(() => agendaTimes(meeting, agenda), [meeting, agenda])
  const numbers = useMemo(() => itemNumbers(agenda), [agenda])
  const composed = useComposed(language)

  const shown = useRef<string | null>(null)
  useEffect(() => {
    const target = `${item}/${language}`
    if (item === null || shown.current === target) return
    // The first time the screen is drawn with an item in its address it starts there, without a movement.
    const isFirst = shown.current === null
    shown.current = target
    const section = document.getElementById(`item-${item}`)
    section?.scrollIntoView({
      block: 'start',
      behavior: isFirst || reducedMotion() ? 'instant' : 'smooth',
    })
    if (section && scroller.current) return holdInSight(section, scroller.current)
    return undefined
  }, [item, language])

  return (
    <section className={styles.column} aria-label={t('meeting.minutes')} data-pane="">
      <MinutesToolbar onLanguage={onLanguage} />
      <LockedBar />
      <div className={styles.scroll} ref={scroller}>
        <div className={styles.sheet}>
          {agenda.length === 0 && <EmptyState>{t('meeting.noMinutes')}</EmptyState>}
          {agenda.map((entry, index) => {
            const number = numbers.get(entry.id)
            const time = times.items[index]
            if (entry.part === 'section')
              return (
                <h2 key={entry.id} className={styles.section} dir="auto">
                  {inLanguage(entry.title, language)}
                </h2>
              )
            if (number === undefined || time === undefined) return null
            return (
              <ItemSection
                key={entry.id}
                item={entry}
                number={number}
                times={time}
                isChosen={entry.id === item}
                composed={composed.get(number) ?? none}
              />
            )
          })}
        </div>
      </div>
    </section>
  )
}

const none: readonly Block[] = []

/**
 * Keeps a section at the start of what it scrolls in while the texts above it are still opening and change their
 * height, until somebody scrolls, presses or types. Returns what ends it.
 */
function holdInSight(section: HTMLElement, scroller: HTMLElement): () => void {
  let isFirst = true
  const observer = new ResizeObserver(() => {
    if (!isFirst) section.scrollIntoView({ block: 'start', behavior: 'instant' })
    isFirst = false // told once at the start, when nothing has changed
  })
  const end = () => {
    observer.disconnect()
    for (const event of userEvents) scroller.removeEventListener(event, end)
  }
  for (const event of userEvents) scroller.addEventListener(event, end, { passive: true })
  for (const child of scroller.children) observer.observe(child)
  return end
}

const userEvents = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const

function reducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}
