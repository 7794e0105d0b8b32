import { ChevronDown, ChevronRight, ChevronUp, MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TextId } from '../../../shared/ids.ts'
import type { Language } from '../../../shared/values.ts'
import { useStore } from '../../api/store.ts'
import { useFormat } from '../../i18n/format.ts'
import { notices } from '../../shell/notices.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { GreyLines } from '../../ui/Loaded.tsx'
import type { CommentDesk, ShownThread } from './commentDesk.ts'
import styles from './comments.module.css'
import { NewThread } from './NewThread.tsx'
import { ThreadCard } from './ThreadCard.tsx'

/** The comments of a text in the order of their places; then those whose place has gone, and those that are resolved. */
export function CommentsPanel(props: {
  readonly desk: CommentDesk
  readonly textId: TextId
  readonly language: Language
}) {
  const { t } = useTranslation()
  const { desk, textId, language } = props
  const shown = useStore(desk.shown)
  const fresh = useStore(desk.fresh)
  if (shown === null) return <GreyLines lines={4} />
  const isOpen = ({ thread }: ShownThread) => thread.resolvedAt === null
  const placed = shown.filter((one) => isOpen(one) && one.place.state === 'placed')
  const unplaced = shown.filter((one) => isOpen(one) && one.place.state !== 'placed')
  const resolved = shown.filter((one) => !isOpen(one))

  function begin(): void {
    if (!desk.begin()) notices.say((t) => t('comments.nothingSelected'), null)
  }
  function step(by: 1 | -1): void {
    if (!desk.step(by)) notices.say((t) => t('comments.none'), null)
  }
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <Button compact icon={MessageSquarePlus} onPress={begin}>
          {t('comments.add')}
        </Button>
        <span className={styles.grow} />
        <IconButton
          label={t('comments.previous')}
          icon={ChevronUp}
          keys="Alt+PageUp"
          onPress={() => step(-1)}
        />
        <IconButton
          label={t('comments.next')}
          icon={ChevronDown}
          keys="Alt+PageDown"
          onPress={() => step(1)}
        />
      </div>
      {fresh && <NewThread key={fresh.words} desk={desk} textId={textId} place={fresh} language={language} />}
      {placed.length === 0 && !fresh && <p className={styles.empty}>{t('comments.noneOpen')}</p>}
      <Cards desk={desk} threads={placed} language={language} />
      {unplaced.length > 0 && (
        <section className={styles.section} aria-label={t('comments.placeGone')}>
          <h2>{t('comments.placeGone')}</h2>
          <p className={styles.hint}>{t('comments.placeGoneHint')}</p>
          <Cards desk={desk} threads={unplaced} language={language} />
        </section>
      )}
      {resolved.length > 0 && <Resolved desk={desk} threads={resolved} language={language} />}
    </div>
  )
}

function Cards(props: {
  readonly desk: CommentDesk
  readonly threads: readonly ShownThread[]
  readonly language: Language
}) {
  return props.threads.map((one) => (
    <ThreadCard key={one.thread.id} desk={props.desk} shown={one} language={props.language} />
  ))
}

/** Folded until it is asked for. */
function Resolved(props: Parameters<typeof Cards>[0]) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const count = props.threads.length
  return (
    <section className={styles.section} aria-label={t('comments.resolvedTitle')}>
      <h2>
        <button type="button" className={styles.fold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? <ChevronDown size={16} aria-hidden /> : <ChevronRight size={16} aria-hidden />}
          {t('comments.resolvedCount', { shown: format.number(count) })}
        </button>
      </h2>
      {isOpen && <Cards {...props} />}
    </section>
  )
}
