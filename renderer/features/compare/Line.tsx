import { CornerDownRight, CornerUpRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '../../ui/classes.ts'
import { placeWords } from './changeWords.ts'
import { type Side, whoseBracket } from './pieces.ts'
import type { Row, RowLabel } from './rows.ts'
import styles from './rows.module.css'
import { RowTable } from './RowTable.tsx'
import { useShownText } from './TextContext.ts'
import { BracketSign, Changed, Wording } from './Wording.tsx'

/** One line of a text, with its number in front. */
export function Line({ row, side }: { readonly row: Row; readonly side: Side | null }) {
  const { look, label, lang, indent, content, isBracketed } = row
  const names = classes(
    styles.line,
    styles[look],
    label !== null && look !== 'article' && look !== 'articleAway' && styles.labelled,
    isBracketed && styles.inBracket,
    indent > 0 && styles.indented,
  )
  return (
    <div className={names} dir="auto" {...(lang !== null && { lang })}>
      {label && look !== 'article' && look !== 'articleAway' && <Label label={label} side={side} row={row} />}
      <div className={styles.words}>
        {look === 'article' && label && <Label label={label} side={side} row={row} />}
        <MovedFrom row={row} />
        {content.kind === 'wording' && (
          <Moved row={row}>
            <Wording pieces={content.pieces} side={side} />
          </Moved>
        )}
        {content.kind === 'table' && (
          <RowTable content={content} side={side}>
            {(row, key) => <Line key={key} row={row} side={side} />}
          </RowTable>
        )}
        {content.kind === 'bracket' && (
          <Whole row={row}>
            <BracketSign whose={content.opens ? whoseBracket(content.form) : ''} opens={content.opens} />
          </Whole>
        )}
        {content.kind === 'reference' && <Reference row={row} />}
        {content.kind === 'away' && <Away row={row} side={side} />}
        {row.looks.length > 0 && <Looks row={row} />}
      </div>
    </div>
  )
}

/** The number of a clause; where both texts have one and they differ, both. */
function Label({
  label,
  side,
  row,
}: {
  readonly label: RowLabel
  readonly side: Side | null
  readonly row: Row
}) {
  const { base, target, change } = label
  const one = side === 'base' ? base : side === 'target' ? target : null
  const name = styles.label
  if (row.fate === 'left') return <span className={name}>{base}</span>
  if (base === target || base === null || target === null) {
    const words = target ?? base
    if (row.fate === 'both' || row.fate === 'arrived') return <span className={name}>{words}</span>
    return (
      <span className={name}>
        <Whole row={row}>{words}</Whole>
      </span>
    )
  }
  if (change === null) return <span className={name}>{one ?? target}</span>
  return (
    <span className={name}>
      {side !== 'target' && (
        <Changed piece={{ in: 'base' }} change={change}>
          {base}
        </Changed>
      )}
      {side === null && ' '}
      {side !== 'base' && (
        <Changed piece={{ in: 'target' }} change={change}>
          {target}
        </Changed>
      )}
    </span>
  )
}

/** What is in one text only as part of a row that is. */
function Whole({ row, children }: { readonly row: Row; readonly children: ReactNode }) {
  const { fate, change } = row
  if (change === null || (fate !== 'gone' && fate !== 'new')) return children
  return (
    <Changed piece={{ in: fate === 'gone' ? 'base' : 'target' }} change={change}>
      {children}
    </Changed>
  )
}

/** Words that moved here, whether or not they changed on the way. */
function Moved({ row, children }: { readonly row: Row; readonly children: ReactNode }) {
  const { list } = useShownText()
  const { fate, change } = row
  if (fate !== 'arrived' || change === null) return children
  return (
    <span
      className={styles.moved}
      data-change={change}
      data-layer={list.changeOf.get(change)?.layer}
      data-kind="move"
    >
      {children}
    </span>
  )
}

function Reference({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  return <Whole row={row}>{t('compare.reference')}</Whole>
}

/** At the first line of what moved here: from where. */
function MovedFrom({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  const { list, rows } = useShownText()
  const { change, fate, index } = row
  const move = fate === 'arrived' && change !== null ? list.changeOf.get(change) : undefined
  if (!move || rows.rowsOf.get(move.id)?.[0] !== index) return null
  return (
    <button type="button" className={styles.jump} data-jump={rows.awayOf.get(move.id)}>
      <CornerDownRight size={12} aria-hidden />
      {t('compare.movedFrom', { place: placeWords(move.before, t) })}
    </button>
  )
}

/** The longest passage that is shown again where it stood before. */
const longestAway = 400

/** Where something stood that moved: to where, and the words, struck out twice. */
function Away({ row, side }: { readonly row: Row; readonly side: Side | null }) {
  const { t } = useTranslation()
  const { list, rows } = useShownText()
  const move = row.change === null ? undefined : list.changeOf.get(row.change)
  if (!move) return null
  const label = row.look === 'articleAway' ? null : (row.label?.base ?? null) // it stands in front already
  const words = withoutLabel(move.wordsBefore, label)
  return (
    <>
      <button type="button" className={styles.jump} data-jump={rows.rowsOf.get(move.id)?.[0]}>
        <CornerUpRight size={12} aria-hidden />
        {t('compare.movedTo', { place: placeWords(move.after, t) })}
      </button>{' '}
      <del className={styles.away} data-change={move.id} data-layer={move.layer} data-kind={move.kind}>
        {side === null && words.length > longestAway ? `${words.slice(0, longestAway)}…` : words}
      </del>
    </>
  )
}

/** A sign that the paragraph as a whole looks otherwise. */
function Looks({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  const { list } = useShownText()
  return row.looks.map((id) => (
    <span
      key={id}
      className={styles.looks}
      data-change={id}
      data-layer={list.changeOf.get(id)?.layer}
      data-kind={list.changeOf.get(id)?.kind}
      title={t('compare.saidLooks')}
    >
      {' ¶'}
      <span className={styles.hidden}>{t('compare.saidLooks')}</span>
    </span>
  ))
}

function withoutLabel(words: string, label: string | null): string {
  return label !== null && words.startsWith(label) ? words.slice(label.length).trimStart() : words
}
