import type { ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'
import { isIn, type Side } from './pieces.ts'
import { isThere } from './rowParts.ts'
import type { Row } from './rows.ts'
import styles from './rows.module.css'

type Table = Extract<Row['content'], { readonly kind: 'table' }>

/** Rows of a table, or of two columns of signatures. */
export function RowTable(props: {
  readonly content: Table
  readonly side: Side | null
  /** Draws one line in a cell. */
  readonly children: (row: Row, key: number) => ReactNode
}) {
  const { content, side, children } = props
  return (
    <table
      className={classes(styles.table, content.isSigned && styles.signed)}
      {...(content.isSigned && { role: 'presentation' })}
    >
      {content.widths.length > 0 && (
        <colgroup>
          {content.widths.map((width, column) => (
            <col key={column} style={{ inlineSize: `${width}%` }} />
          ))}
        </colgroup>
      )}
      <tbody>
        {content.lines
          .filter(({ presence }) => isIn(side, presence))
          .map(({ cells, presence, change }, at) => (
            <tr key={at} data-presence={presence} {...(change !== null && { 'data-change': change })}>
              {cells
                .filter((cell) => isIn(side, cell.presence))
                .map(({ rows, isHeader, colspan, rowspan, presence: own, change: of }, index) => {
                  const Cell = isHeader ? 'th' : 'td'
                  return (
                    <Cell
                      key={index}
                      colSpan={colspan}
                      rowSpan={rowspan}
                      data-presence={own}
                      {...(of !== null && { 'data-change': of })}
                    >
                      {rows.filter((row) => side === null || isThere(row, side)).map(children)}
                    </Cell>
                  )
                })}
            </tr>
          ))}
      </tbody>
    </table>
  )
}
