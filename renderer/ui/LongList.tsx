import type { ReactElement, ReactNode } from 'react'
import {
  Collection,
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './LongList.module.css'

/** Rows under a heading; without one, where it is null. The id tells the group from the others. */
export type RowGroup<Row> = {
  readonly id: string
  readonly heading: string | null
  readonly rows: readonly Row[]
}

/**
 * A list of any length, of which only the rows in sight are in the page; it scrolls with the screen it stands on.
 * Arrows, Home, End, Page Up and Page Down go from row to row, letters to the next row that begins with them, → and
 * ← to the buttons of a row, Enter does `onOpen`.
 */
export function LongList<Row extends { readonly id: string }>(props: {
  readonly label: string
  readonly groups: readonly RowGroup<Row>[]
  /** What letters typed look for, and what the row is called. */
  readonly nameOf: (row: Row) => string
  readonly onOpen: (row: Row) => void
  /** What the rows show beyond themselves; must be stable while it is the same. */
  readonly shown: readonly unknown[]
  readonly children: (row: Row) => ReactNode
  readonly rowHeight: number
  readonly rowClass?: string
}) {
  const { label, groups, nameOf, onOpen, shown, children, rowHeight, rowClass } = props
  const row = (one: Row): ReactElement => (
    <GridListItem
      id={one.id}
      textValue={nameOf(one)}
      className={classes(styles.row, rowClass)}
      onAction={() => onOpen(one)}
    >
      {children(one)}
    </GridListItem>
  )
  const only = groups.length === 1 && groups[0]?.heading === null ? groups[0] : null
  return (
    <Virtualizer
      layout={ListLayout}
      layoutOptions={{ estimatedRowSize: rowHeight, estimatedHeadingSize: 44 }}
    >
      {only ? (
        <GridList aria-label={label} items={only.rows} dependencies={shown} className={styles.list ?? ''}>
          {row}
        </GridList>
      ) : (
        <GridList aria-label={label} items={groups} dependencies={shown} className={styles.list ?? ''}>
          {(group) => (
            <GridListSection id={`group ${group.id}`}>
              <GridListHeader className={styles.heading ?? ''}>{group.heading}</GridListHeader>
              <Collection items={group.rows} dependencies={shown}>
                {row}
              </Collection>
            </GridListSection>
          )}
        </GridList>
      )}
    </Virtualizer>
  )
}
