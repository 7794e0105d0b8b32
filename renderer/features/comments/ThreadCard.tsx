import { Check, Locate, MapPin, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceToComment } from '../../../shared/api/commentContract.ts'
import type { Fault } from '../../../shared/fault.ts'
import type { Comment, CommentVisibility } from '../../../shared/mou/comment.ts'
import { readable } from '../../../shared/text/commentPlaces.ts'
import type { Language } from '../../../shared/values.ts'
import { useStore } from '../../api/store.ts'
import { useWrite } from '../../api/useWrite.ts'
import { useFormat } from '../../i18n/format.ts'
import { notices } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { classes } from '../../ui/classes.ts'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { type MenuEntry, MoreMenu } from '../../ui/Menu.tsx'
import type { CommentDesk, ShownThread } from './commentDesk.ts'
import { CommentForm } from './CommentForm.tsx'
import styles from './comments.module.css'
import { Quote } from './Quote.tsx'
import { visibilityIcons, VisibilitySwitch, visibilityWords } from './VisibilitySwitch.tsx'

/** One thread. Only the current one is open: its answers, and what can be done with it. */
export function ThreadCard(props: {
  readonly desk: CommentDesk
  readonly shown: ShownThread
  readonly language: Language
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const write = useWrite()
  const card = useRef<HTMLElement>(null)
  const { desk, shown, language } = props
  const { thread, comments, place } = shown
  const isCurrent = useStore(desk.current) === thread.id
  const [editing, setEditing] = useState<Comment['id'] | null>(null)
  const [first] = comments
  useEffect(() => {
    if (isCurrent) card.current?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
  }, [isCurrent])
  if (!first) return null
  const { id: threadId } = thread
  const name = t('comments.by', { name: first.madeBy === '' ? first.side : first.madeBy })
  const isGone = place.state === 'gone'

  async function act(
    operation: 'thread.resolve' | 'thread.reopen',
    replied: Promise<{ readonly ok: boolean; readonly fault?: Fault }>,
  ): Promise<void> {
    const reply = await replied
    if (!reply.ok && reply.fault) notices.fault(reply.fault)
    else if (operation === 'thread.resolve') desk.open(null)
  }
  async function attach(find: () => Promise<PlaceToComment | null>): Promise<void> {
    const at = await find()
    const reply = at
      ? await write('thread.attach', { threadId, place: at })
      : ({ ok: false, fault: { kind: 'CommentPlaceGone' } } as const)
    if (!reply.ok) notices.fault(reply.fault)
  }
  async function setVisibility(visibility: CommentVisibility): Promise<void> {
    const reply = await write('thread.setVisibility', { threadId, visibility })
    if (!reply.ok) notices.fault(reply.fault)
  }
  async function remove(comment: Comment): Promise<void> {
    const reply = await write('comment.remove', { commentId: comment.id })
    if (!reply.ok) notices.fault(reply.fault)
  }
  async function reply(words: string): Promise<Fault | null> {
    const replied = await write('comment.reply', { threadId, words })
    return replied.ok ? null : replied.fault
  }
  async function edit(comment: Comment, words: string): Promise<Fault | null> {
    const edited = await write('comment.edit', { commentId: comment.id, words })
    if (!edited.ok) return edited.fault
    setEditing(null)
    return null
  }
  const entriesOf = (comment: Comment): readonly MenuEntry[] => [
    ...(comment.isFromFile
      ? []
      : [{ id: 'edit', label: t('shell.edit'), icon: Pencil, run: () => setEditing(comment.id) }]),
    ...(comment === first
      ? [
          {
            id: 'attach',
            label: t('comments.attach'),
            icon: MapPin,
            run: () => void attach(desk.selectedPlace),
          },
        ]
      : []),
    ...(comment === first || !comment.isFromFile
      ? [
          {
            id: 'remove',
            label: comment === first ? t('comments.removeThread') : t('shell.remove'),
            icon: Trash2,
            run: () => void remove(comment),
          },
        ]
      : []),
  ]
  const quote = isGone ? (
    <Quote
      words={readable(thread.anchor.quote)}
      clause=""
      isWhole={thread.anchor.from === null}
      language={language}
    />
  ) : (
    <Quote words={place.at.words} clause={place.at.clause} isWhole={place.at.isWhole} language={language} />
  )
  return (
    <article ref={card} className={classes(styles.card, isCurrent && styles.currentCard)} aria-label={name}>
      <header className={styles.cardHead}>
        <Chip
          tone={thread.visibility === 'internal' ? 'attention' : 'plain'}
          icon={visibilityIcons[thread.visibility]}
        >
          {t(visibilityWords[thread.visibility])}
        </Chip>
        {thread.resolvedAt !== null && (
          <Chip tone="ok" icon={Check}>
            {t('comments.resolved')}
          </Chip>
        )}
      </header>
      {quote}
      {place.state === 'moved' && <p className={styles.warning}>{t('comments.cameUpElsewhere')}</p>}
      {(isCurrent ? comments : [first]).map((comment) =>
        editing === comment.id ? (
          <CommentForm
            key={comment.id}
            label={t('comments.words')}
            submit={t('shell.save')}
            initial={comment.words}
            onSubmit={(words) => edit(comment, words)}
            onCancel={() => setEditing(null)}
          />
        ) : (
          <div key={comment.id} className={styles.comment}>
            <p className={styles.facts}>
              <CountryCode side={comment.side} />
              <strong dir="auto">{comment.madeBy}</strong>
              <span>{format.instant(comment.madeAt)}</span>
              {comment.editedAt !== null && <span>{t('comments.edited')}</span>}
              <span className={styles.grow} />
              {isCurrent && entriesOf(comment).length > 0 && (
                <MoreMenu
                  label={t('shell.more', {
                    name: t('comments.by', { name: comment.madeBy === '' ? comment.side : comment.madeBy }),
                  })}
                  entries={entriesOf(comment)}
                />
              )}
            </p>
            <p className={styles.words} dir="auto">
              {comment.words}
            </p>
          </div>
        ),
      )}
      {isCurrent ? (
        <>
          <VisibilitySwitch value={thread.visibility} onChange={(value) => void setVisibility(value)} />
          {thread.resolvedAt === null && (
            <CommentForm label={t('comments.reply')} submit={t('comments.answer')} onSubmit={reply} />
          )}
          <div className={styles.buttons}>
            {thread.resolvedAt === null ? (
              <Button
                compact
                icon={Check}
                onPress={() => void act('thread.resolve', write('thread.resolve', { threadId }))}
              >
                {t('comments.resolve')}
              </Button>
            ) : (
              <Button
                compact
                icon={RotateCcw}
                onPress={() => void act('thread.reopen', write('thread.reopen', { threadId }))}
              >
                {t('comments.reopen')}
              </Button>
            )}
            {!isGone && (
              <Button compact icon={Locate} variant="quiet" onPress={() => desk.goTo(threadId, true)}>
                {t('comments.goTo')}
              </Button>
            )}
            {place.state === 'moved' && (
              <Button compact icon={MapPin} onPress={() => void attach(() => desk.movedPlace(threadId))}>
                {t('comments.attachThere')}
              </Button>
            )}
            {isGone && (
              <Button compact icon={MapPin} onPress={() => void attach(desk.selectedPlace)}>
                {t('comments.attach')}
              </Button>
            )}
          </div>
        </>
      ) : (
        <div className={styles.buttons}>
          <Button compact variant="quiet" onPress={() => desk.goTo(threadId, false)}>
            {comments.length > 1
              ? t('comments.openAnswers', { count: comments.length - 1 })
              : t('comments.open')}
          </Button>
        </div>
      )}
    </article>
  )
}
