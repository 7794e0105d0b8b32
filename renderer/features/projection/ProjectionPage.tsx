import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import type { AppEvent } from '../../../shared/api/events.ts'
import { countryOf } from '../../../shared/meeting/countries.ts'
import { type ProjectedItem, type Projection, projectedItem } from '../../../shared/meeting/projection.ts'
import { inLanguage } from '../../../shared/values.ts'
import { useEvents } from '../../api/ApiProvider.tsx'
import { readAgain } from '../../api/readAgain.ts'
import { useRead } from '../../api/useRead.ts'
import { words } from '../../i18n/words.ts'
import { useAutoLock } from '../../shell/useAutoLock.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { Clocks } from '../meeting/Clocks.tsx'
import { useLocalNow } from '../meeting/useLocalNow.ts'
import { meetingTitle } from '../meetings/meetingTitle.ts'
import { ProjectedBlocks } from './ProjectedBlocks.tsx'
import styles from './ProjectionPage.module.css'

const route = getRouteApi('/project/$meetingId')

/** The minutes on the wall, in large type: the item that is worked on, as far as it is saved. Nobody works in it. */
export function ProjectionPage() {
  const { meetingId } = route.useParams()
  const queries = useQueryClient()
  const reading = useRead('projection.read', { meetingId, language: null }, { keep: true })
  const follow = useCallback(
    (event: AppEvent) => {
      if (event.kind === 'textSaved' || event.kind === 'itemShown')
        void readAgain(queries, { queryKey: ['projection.read'] })
    },
    [queries],
  )
  useEvents(follow)
  return (
    <main className={styles.wall}>
      {isAlone() && <LocksByItself />}
      <Loaded reading={reading}>{(projection) => <Wall projection={projection} />}</Loaded>
    </main>
  )
}

/** Opened by hand, in a tab of its own: no other window of ours might be there to lock the record. */
function isAlone(): boolean {
  return window.sepaham === undefined && window.opener === null
}

function LocksByItself() {
  useAutoLock()
  return null
}

function Wall({ projection }: { readonly projection: Projection }) {
  const { sides, items, language } = projection
  const t = words.getFixedT(language) // both delegations read it
  const now = useLocalNow(projection)
  const item = projectedItem(projection, now)
  const title = meetingTitle({ ...projection, title: {} }, language)
  const counted = items.filter(({ number }) => number !== null).length
  return (
    <>
      <title>{`${title} · Sepaham`}</title>
      <header className={styles.head}>
        <div className={styles.meeting}>
          <p dir="auto" lang={language}>
            {title}
          </p>
          <p className={styles.sides} lang={language}>
            {sides.map((side) => countryOf(side).name[language]).join(' – ')}
          </p>
        </div>
        <Clocks meeting={projection} />
      </header>
      {item === null ? (
        <h1 className={styles.none} lang={language}>
          {t('capture.nothingToShow')}
        </h1>
      ) : (
        <Item key={item.id} item={item} counted={counted} language={language} />
      )}
    </>
  )
}

function Item(props: {
  readonly item: ProjectedItem
  readonly counted: number
  readonly language: Projection['language']
}) {
  const { item, counted, language } = props
  const t = words.getFixedT(language)
  const { number, title, blocks } = item
  const scroller = useRef<HTMLDivElement>(null)
  const before = useRef(blocks)
  useEffect(() => {
    const changed = blocks.findIndex(
      (block, index) => JSON.stringify(block) !== JSON.stringify(before.current[index]),
    )
    before.current = blocks
    // What was just written is what people read.
    scroller.current?.querySelectorAll('[data-block]')[changed]?.scrollIntoView({ block: 'nearest' })
  }, [blocks])
  return (
    <>
      <div className={styles.item} lang={language}>
        {number !== null && <p className={styles.place}>{t('capture.itemOf', { number, of: counted })}</p>}
        <h1 dir="auto">{inLanguage(title, language)}</h1>
      </div>
      <div
        ref={scroller}
        className={styles.text}
        lang={language}
        role="region"
        aria-label={t('meeting.minutes')}
        tabIndex={0}
      >
        <ProjectedBlocks blocks={blocks} language={language} />
        {blocks.length === 0 && (
          <p className={styles.empty}>{t(number === null ? 'capture.isBreak' : 'capture.nothingWritten')}</p>
        )}
      </div>
    </>
  )
}
