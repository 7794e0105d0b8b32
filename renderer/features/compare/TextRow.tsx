import { useTranslation } from 'react-i18next'
import { classes } from '../../ui/classes.ts'
import { kindIcons, kindWords } from './changeWords.ts'
import { Line } from './Line.tsx'
import type { Side } from './pieces.ts'
import { isThere } from './rowParts.ts'
import type { Row } from './rows.ts'
import styles from './rows.module.css'
import { useShownText } from './TextContext.ts'

/** A row of both texts in one. */
export function InlineRow({ row }: { readonly row: Row }) {
  return (
    <div className={styles.row} data-row={row.index} data-look={row.look}>
      <Chips items={row.items} />
      <Line row={row} side={null} />
    </div>
  )
}

/** A row of both texts side by side; what has no partner faces a hatched cell. */
export function PairRow({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  const cell = (side: Side) =>
    isThere(row, side) ? (
      <div className={styles.cell}>
        <Line row={row} side={side} />
      </div>
    ) : (
      <div className={classes(styles.cell, styles.hatched)}>
        <span className={styles.hidden}>{t('compare.noPartner')}</span>
      </div>
    )
  if (row.look === 'article' && row.fate === 'both') {
    return (
      <div className={classes(styles.pair, styles.across)} data-row={row.index}>
        <Chips items={row.items} />
        <Line row={row} side={null} />
      </div>
    )
  }
  return (
    <div className={styles.pair} data-row={row.index}>
      {cell('base')}
      <Chips items={row.items} />
      {cell('target')}
    </div>
  )
}

/** The numbers of the changes in a row, beside it. The list holds the same for the keyboard. */
function Chips({ items }: { readonly items: readonly number[] }) {
  const { t } = useTranslation()
  const { list } = useShownText()
  return (
    <div className={styles.chips}>
      {items.map((index) => {
        const item = list.items[index]
        if (!item) return null
        const Icon = kindIcons[item.kind]
        return (
          <button
            key={index}
            type="button"
            tabIndex={-1}
            className={styles.chip}
            data-item={index}
            data-layer={item.layer}
            data-kind={item.kind}
            aria-label={t('compare.changeNumber', { number: item.number, kind: t(kindWords[item.kind]) })}
          >
            <Icon size={12} strokeWidth={2.4} aria-hidden />
            {item.number}
          </button>
        )
      })}
    </div>
  )
}
