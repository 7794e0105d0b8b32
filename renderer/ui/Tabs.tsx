import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { classes } from './classes.ts'
import styles from './Tabs.module.css'

/** Panes that share a place, one in sight. */
export function Tabs<Value extends string>(props: {
  readonly label: string
  readonly tabs: readonly {
    readonly value: Value
    readonly label: string
    readonly count?: string
    readonly content: ReactNode
  }[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly className?: string
}) {
  const { label, tabs, value, onChange, className } = props
  return (
    <AriaTabs
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = tabs.find((tab) => tab.value === key)
        if (chosen) onChange(chosen.value)
      }}
      className={classes(styles.tabs, className)}
    >
      <TabList aria-label={label} className={styles.list ?? ''}>
        {tabs.map(({ value, label, count }) => (
          <Tab key={value} id={value} className={styles.tab ?? ''}>
            {label}
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ value, content }) => (
        <TabPanel key={value} id={value} className={styles.panel ?? ''}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
