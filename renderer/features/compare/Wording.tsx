import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AtomPiece, ComparedMark, Piece, TextPiece } from '../../../shared/compare/comparison.ts'
import { classes } from '../../ui/classes.ts'
import { formOf, linesOf, markedLanguage, markNames, type Run, type Side, whoseBracket } from './pieces.ts'
import { useShownText } from './TextContext.ts'
import styles from './wording.module.css'

/** The wording of one paragraph: as it became (`side` null: both, marked), or as one of the texts has it. */
export function Wording({ pieces, side }: { readonly pieces: readonly Piece[]; readonly side: Side | null }) {
  const lines = linesOf(pieces, side)
  return lines.map(({ runs, endedBy }, index) => (
    <Fragment key={index}>
      {runs.map((run, at) => (
        <RunView key={at} run={run} />
      ))}
      {endedBy !== null && <LineEnd endedBy={endedBy} breaks={side !== null || endedBy === 'target'} />}
    </Fragment>
  ))
}

function RunView({ run: { piece, isBracketed } }: { readonly run: Run }): ReactNode {
  const around = isBracketed && styles.bracketed
  if (piece.in !== 'both') {
    return (
      <Changed piece={piece} change={piece.change ?? ''} className={around || undefined}>
        <Content piece={piece} />
      </Changed>
    )
  }
  const change = piece.marked?.change ?? (piece.kind === 'atom' ? piece.attributes[0]?.change : undefined)
  if (change !== undefined) return <LooksOther change={change} piece={piece} around={around} />
  const content = <Content piece={piece} />
  // Plain words are nothing but words: most of a long text is.
  return around ? <span className={around}>{content}</span> : content
}

/** An insertion or a deletion, said in words too. */
export function Changed(props: {
  readonly piece: { readonly in: 'both' | 'base' | 'target' }
  readonly change: string
  readonly className?: string | undefined
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const { piece, change, className, children } = props
  const { changeOf } = useShownText().list
  const found = changeOf.get(change)
  const data = { 'data-change': change, 'data-layer': found?.layer, 'data-kind': found?.kind }
  const said = (
    <span className={styles.said}>
      {t(piece.in === 'base' ? 'compare.saidDeleted' : 'compare.saidInserted')}
    </span>
  )
  return piece.in === 'base' ? (
    <del {...data} className={classes(styles.del, className)}>
      {said}
      {children}
    </del>
  ) : (
    <ins {...data} className={classes(styles.ins, className)}>
      {said}
      {children}
    </ins>
  )
}

function LooksOther(props: {
  readonly change: string
  readonly piece: TextPiece | AtomPiece
  readonly around: string | false | undefined
}) {
  const { t } = useTranslation()
  const { change, piece, around } = props
  const found = useShownText().list.changeOf.get(change)
  return (
    <span
      data-change={change}
      data-layer={found?.layer}
      data-kind={found?.kind}
      className={classes(styles.looks, around)}
    >
      <span className={styles.said}>{t('compare.saidLooks')}</span>
      <Content piece={piece} />
    </span>
  )
}

function Content({ piece }: { readonly piece: TextPiece | AtomPiece }): ReactNode {
  const marks = piece.marked?.marks ?? piece.marks
  const words = piece.kind === 'text' ? piece.text : <Atom piece={piece} />
  return marks.length === 0 ? words : <Marked marks={marks}>{words}</Marked>
}

function Marked({
  marks,
  children,
}: {
  readonly marks: readonly ComparedMark[]
  readonly children: ReactNode
}) {
  const names = markNames(marks)
  const lang = markedLanguage(marks)
  return (
    <span
      {...(lang !== null && { lang })}
      className={classes(
        names.includes('bold') && styles.bold,
        names.includes('italic') && styles.italic,
        names.includes('underline') && styles.underlined,
      )}
    >
      {children}
    </span>
  )
}

/** A sign of a bracket with whose it is, a line break, or a thing of the record. */
function Atom({ piece }: { readonly piece: AtomPiece }) {
  const { t } = useTranslation()
  const form = formOf(piece)
  if (form?.type === 'hardBreak') return <br />
  if (form?.type === 'bracketOpen') return <BracketSign whose={whoseBracket(form)} opens />
  if (form?.type === 'bracketClose') return <BracketSign whose="" opens={false} />
  return <span className={styles.reference}>{t('compare.reference')}</span>
}

/** `[ᴵᴰᴺ` or `]`. */
export function BracketSign({ whose, opens }: { readonly whose: string; readonly opens: boolean }) {
  return (
    <span className={styles.bracket}>
      {opens ? '[' : ']'}
      {whose !== '' && <sup>{whose}</sup>}
    </span>
  )
}

/** Where one text begins a new paragraph and the other goes on. */
function LineEnd({ endedBy, breaks }: { readonly endedBy: 'base' | 'target'; readonly breaks: boolean }) {
  return (
    <>
      <span className={classes(styles.lineEnd, endedBy === 'base' ? styles.del : styles.ins)} aria-hidden>
        ¶
      </span>
      {breaks ? <br /> : ' '}
    </>
  )
}
