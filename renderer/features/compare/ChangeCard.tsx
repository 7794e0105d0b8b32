import { ChevronLeft, ChevronRight, EyeOff } from 'lucide-react'
import { memo, type ReactNode, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './ChangeCard.module.css'
import { kindIcons, kindWords, placeWords } from './changeWords.ts'
import type { Compared } from './compareState.ts'
import { happened, useBesideText } from './compareStore.ts'
import { formChanges } from './formWords.ts'
import { type NumberedItem, placeOf } from './numberedItems.ts'
import type { TextPlace } from './textPlace.ts'
import wording from './wording.module.css'

type Props = { readonly index: number; readonly compared: Compared; readonly place: TextPlace }

/** One item: what became of what, and where. Only the current one is open. */
export const ChangeCard = memo(function ChangeCard({
  isEntry,
  ...props
}: Props & {
  /** The Tab key comes to it where no item is current. */
  readonly isEntry: boolean
}) {
  const { index, compared } = props
  const { t } = useTranslation()
  const item = compared.list.items[index]
  const isCurrent = useBesideText((state) => state.current?.item === index)
  const isReached = useBesideText((state) => isEntry && state.current === null)
  const card = useRef<HTMLDivElement>(null)
  // Once it has opened: its end is to be in sight too.
  useLayoutEffect(() => {
    if (isCurrent) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  if (!item) return null
  const { number, kind, places, unmarked } = item
  const [first] = places
  const Icon = kindIcons[kind]
  const lang = compared.comparison.language
  return (
    <div ref={card} role="listitem" className={classes(styles.card, isCurrent && styles.current)}>
      <button
        type="button"
        className={styles.face}
        data-card={index}
        tabIndex={isCurrent || isReached ? 0 : -1}
        aria-expanded={isCurrent}
        {...(isCurrent && { 'aria-current': 'true' as const })}
        onClick={() => happened({ kind: 'selected', current: { item: index, place: 0 } })}
      >
        <span className={styles.head}>
          <span className={styles.kind} data-kind={kind}>
            <Icon size={13} strokeWidth={2.4} aria-hidden />
            {t(kindWords[kind])}
          </span>
          <span className={styles.place} dir="auto">
            {places.length > 1
              ? t('compare.places', { count: places.length })
              : placeWords(first ? placeOf(first) : null, t)}
          </span>
          {unmarked > 0 && (
            <span className={styles.unmarked}>
              <EyeOff size={13} aria-hidden />
              {unmarked < places.length
                ? t('compare.notMarkedOf', { count: unmarked, all: places.length })
                : t('compare.notMarked')}
            </span>
          )}
          <span className={styles.number}>{number}</span>
        </span>
        <span className={styles.words} dir="auto" {...(lang !== null && { lang })}>
          <Words item={item} isWhole={isCurrent} compared={compared} />
        </span>
      </button>
      {isCurrent && <Details {...props} />}
    </div>
  )
})

/** What became of what, in short; of a systematic replacement its commonest form. */
function Words(props: {
  readonly item: NumberedItem
  readonly isWhole: boolean
  readonly compared: Compared
}): ReactNode {
  const { item, isWhole, compared } = props
  const { t } = useTranslation()
  const screen = useLanguage()
  const { places, forms, kind } = item
  const [first] = places
  const most = isWhole ? 700 : 150
  if (!first) return null
  if (kind === 'move') {
    return (
      <>
        <span className={styles.moved}>
          {placeWords(first.before, t)} → {placeWords(first.after, t)}
        </span>{' '}
        {shortened(first.wordsAfter, most)}
      </>
    )
  }
  // The words stay; where they are parted is all that changed.
  if (kind === 'split') return shortened(first.wordsAfter, most, ' ¶ ')
  if (kind === 'join') return shortened(first.wordsBefore, most, ' ¶ ')
  const looks = kind === 'attributes' ? formChanges(compared.comparison, first.id, t, screen) : []
  if (looks.length > 0) {
    return looks.map(({ what, before, after }) => (
      <span key={what} className={styles.form} lang={screen}>
        {what}: <Replaced before={before} after={after} most={most} />
      </span>
    ))
  }
  const [form] = forms
  const before = places.length > 1 && form ? form.before : first.wordsBefore
  const after = places.length > 1 && form ? form.after : first.wordsAfter
  if (before === after || (before === '' && after === '')) return shortened(after, most)
  return <Replaced before={before} after={after} most={most} />
}

function Replaced(props: {
  readonly before: string
  readonly after: string
  readonly most: number
  /** Between the words around it, from which its own spaces part it. */
  readonly inContext?: boolean
}) {
  const { t } = useTranslation()
  const { before, after, most, inContext = false } = props
  const said = (words: string) =>
    inContext
      ? `${/^\s?/u.exec(words)?.[0]}${shortened(words, most)}${/\s?$/u.exec(words)?.[0]}`
      : shortened(words, most)
  return (
    <>
      {before !== '' && (
        <del className={wording.del}>
          <span className={wording.said}>{t('compare.saidDeleted')}</span>
          {said(before)}
        </del>
      )}
      {before !== '' && after !== '' && ' '}
      {after !== '' && (
        <ins className={wording.ins}>
          <span className={wording.said}>{t('compare.saidInserted')}</span>
          {said(after)}
        </ins>
      )}
    </>
  )
}

/** What opens below the current card: the place in sight, the forms of a replacement, where it was not made. */
function Details({ index, compared, place }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const item = compared.list.items[index]
  const at = useBesideText((state) => state.current?.place ?? 0)
  const shown = item?.places[at]
  if (!item || !shown) return null
  const { places, forms, exceptions } = item
  const hasContext =
    shown.kind !== 'split' && shown.kind !== 'join' && (shown.context.ahead || shown.context.behind)
  const step = (by: number) =>
    happened({
      kind: 'selected',
      current: { item: index, place: (at + by + places.length) % places.length },
    })
  const move = shown.insideMove === null ? undefined : compared.list.changeOf.get(shown.insideMove)
  const away = compared.rows.awayOf.get(shown.id)
  return (
    <div className={styles.details}>
      {places.length > 1 && (
        <div className={styles.stepper}>
          <IconButton label={t('compare.previousPlace')} icon={ChevronLeft} onPress={() => step(-1)} />
          <span>
            {t('compare.placeOf', {
              place: format.number(at + 1),
              all: format.number(places.length),
              where: placeWords(placeOf(shown), t),
            })}
          </span>
          <IconButton label={t('compare.nextPlace')} icon={ChevronRight} onPress={() => step(1)} />
        </div>
      )}
      {hasContext && (
        <p className={styles.context} dir="auto">
          {shown.context.ahead && '…'}
          {shown.context.ahead}
          <Replaced before={shown.wordsBefore} after={shown.wordsAfter} most={300} inContext />
          {shown.context.behind}
          {shown.context.behind && '…'}
        </p>
      )}
      {forms.length > 1 && (
        <ul className={styles.forms} aria-label={t('compare.forms')}>
          {forms.slice(0, 12).map(({ before, after, count }) => (
            <li key={`${before}\n${after}`}>
              <span dir="auto">
                {before || '∅'} → {after || '∅'}
              </span>
              <span className={styles.number}>{format.number(count)}</span>
            </li>
          ))}
        </ul>
      )}
      {exceptions.length > 0 && (
        <div className={styles.exceptions}>
          <p>{t('compare.exceptions', { count: exceptions.length })}</p>
          <ul>
            {exceptions.slice(0, 20).map(({ after, words, context }, n) => (
              <li key={n} dir="auto">
                <span className={styles.place}>{placeWords(after, t)}</span> …{context.ahead}
                <strong>{words}</strong>
                {context.behind}…
              </li>
            ))}
          </ul>
        </div>
      )}
      {move && (
        <p className={styles.note}>
          {t('compare.insideMove', { from: placeWords(move.before, t), to: placeWords(move.after, t) })}
        </p>
      )}
      {shown.dependsOn.length > 0 && (
        <p className={styles.note}>{t('compare.dependsOn', { count: shown.dependsOn.length })}</p>
      )}
      {away !== undefined && (
        <Button compact onPress={() => place.toRow(away, 'center')}>
          {t('compare.toFormerPlace')}
        </Button>
      )}
    </div>
  )
}

function shortened(words: string, most: number, between = ' / '): string {
  const line = words.trim().replaceAll('\n', between)
  return line.length > most ? `${line.slice(0, most).trimEnd()}…` : line
}
