import { Check, Pencil } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MeetingId } from '../../../shared/ids.ts'
import type { SettledBracket } from '../../../shared/mou/settledBracket.ts'
import { countBrackets, isOpen, type TextBracket } from '../../../shared/text/textBrackets.ts'
import { useStorePart } from '../../api/store.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { IconButton } from '../../ui/Button.tsx'
import { LongList } from '../../ui/LongList.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { Select } from '../../ui/Select.tsx'
import {
  type BracketFilter,
  bracketFilters,
  bracketKindWords,
  bracketStateWords,
  byArticle,
  bySide,
  passes,
  sideWords,
} from './bracketWords.ts'
import { useDraft } from './DraftContext.ts'
import { goTo } from './goTo.ts'
import styles from './panel.module.css'
import { RemarkList } from './RemarkList.tsx'
import { type TalkPlace, useSettledBrackets, useTalkWords } from './talkedAt.ts'

type Order = 'article' | 'side'
type Row = { readonly id: string; readonly bracket: TextBracket }

const none: readonly TextBracket[] = []

/** Every bracket of the text, by where it stands or by whose it is, and what is doubtful about brackets. */
export function BracketsPanel() {
  const { t } = useTranslation()
  const format = useFormat()
  const screen = useLanguage()
  const { watch, editor, sides, canWrite } = useDraft()
  const all = useStorePart(watch.structure, (structure) => structure?.listed ?? none)
  const [order, setOrder] = useState<Order>('article')
  const [filter, setFilter] = useState<BracketFilter>('unsettled')
  const talkWords = useTalkWords()
  const allSettled = useSettledBrackets()
  const settled = useMemo(() => new Map(allSettled.map((one) => [one.bracketId, one])), [allSettled])
  const count = useMemo(() => countBrackets(all), [all])
  // A row is drawn anew only where it says something else; where its bracket stands is asked when it is gone to.
  const drawn = useRef(new Map<string, Row>())
  const groups = useMemo(() => {
    const listed = all.filter((bracket) => passes(bracket, filter))
    const grouped = order === 'article' ? byArticle(listed) : bySide(listed, [sides.own, sides.other])
    return grouped.map(({ id, brackets }) => {
      const name = order === 'side' ? sideWords(id, screen, t) : id === '' ? t('draft.brackets.outside') : id
      return {
        id,
        heading: `${name} · ${format.number(brackets.length)}`,
        rows: brackets.map((bracket): Row => {
          const row = { id: `${id} ${bracket.id}`, bracket }
          const former = drawn.current.get(row.id)
          const shown = former?.bracket === bracket ? former : row
          drawn.current.set(row.id, shown)
          return shown
        }),
      }
    })
  }, [all, filter, order, sides, screen, t, format])

  return (
    <>
      <RemarkList />
      <div className={styles.top}>
        <p className={styles.sum} role="status">
          {count.brackets === 0
            ? t('draft.brackets.clean')
            : t('draft.brackets.open', {
                count: count.brackets,
                shown: format.number(count.brackets),
                places: format.number(count.places),
              })}
        </p>
        <div className={styles.line}>
          <Segments<Order>
            label={t('draft.brackets.order')}
            value={order}
            onChange={setOrder}
            choices={[
              { value: 'article', label: t('draft.brackets.byArticle') },
              { value: 'side', label: t('draft.brackets.bySide') },
            ]}
          />
          <Select<BracketFilter>
            label={t('editor.bracketStateLabel')}
            hideLabel
            value={filter}
            onChange={setFilter}
            choices={bracketFilters.map((value) => ({
              value,
              label:
                value === 'unsettled'
                  ? t('draft.brackets.unsettled')
                  : value === 'all'
                    ? t('draft.brackets.all')
                    : t(bracketStateWords[value]),
            }))}
            className={styles.grow ?? ''}
          />
        </div>
      </div>
      {groups.length === 0 ? (
        <p className={styles.empty}>{t('draft.brackets.none')}</p>
      ) : (
        <LongList<Row>
          label={t('draft.brackets.title')}
          groups={groups}
          nameOf={({ bracket }) => bracket.wording}
          onOpen={({ bracket }) => {
            watch.now()
            const now = watch.structure.get()?.brackets.find(({ id }) => id === bracket.id)
            if (now) goTo(editor, now.words, canWrite)
          }}
          shown={[canWrite, talkWords, settled, t]}
          rowHeight={70}
        >
          {({ bracket }) => (
            <BracketRow bracket={bracket} talkWords={talkWords} settled={settled.get(bracket.id)} />
          )}
        </LongList>
      )}
    </>
  )
}

function BracketRow(props: {
  readonly bracket: TextBracket
  readonly talkWords: (place: TalkPlace) => string
  readonly settled: SettledBracket | undefined
}) {
  const { t } = useTranslation()
  const { bracket, talkWords, settled } = props
  const { open, canWrite, language } = useDraft()
  const { sides, kind, state, address, wording, note, depth } = bracket
  const since = talkWords({ meetingId: bracket.since as MeetingId | null, itemId: null })
  const settledAt = settled && talkWords(settled)
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        <span className={styles.whose}>{sides.length === 0 ? '[ ]' : `[${sides.join(', ')}]`}</span>
        <span className={styles.kind}>
          {t(bracketKindWords[kind])}
          {state !== 'open' && ` · ${t(bracketStateWords[state])}`}
          {depth > 1 && ` · ${t('draft.brackets.depth', { depth })}`}
        </span>
        <span className={styles.grow} />
        {canWrite && (
          <>
            <IconButton
              label={t('editor.changeBracket')}
              icon={Pencil}
              onPress={() => open({ kind: 'bracket', bracketId: bracket.id })}
            />
            <IconButton
              label={t('draft.resolve.title')}
              icon={Check}
              onPress={() => open({ kind: 'resolve', bracketId: bracket.id })}
            />
          </>
        )}
      </div>
      <div className={styles.wording} lang={language} dir="auto">
        {wording === '' ? '…' : wording}
      </div>
      <div className={styles.place}>
        {[
          address.label,
          note,
          since !== '' && t('draft.talk.sinceAt', { meeting: since }),
          settledAt && t('draft.talk.settledThere', { meeting: settledAt }),
          !isOpen(bracket) && t('draft.brackets.settled'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </div>
  )
}
