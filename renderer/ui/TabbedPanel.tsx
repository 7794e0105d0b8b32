import { X } from 'lucide-react'
import type { ComponentProps } from 'react'
import { IconButton } from './Button.tsx'
import { classes } from './classes.ts'
import { Tabs } from './Tabs.tsx'
import styles from './TabbedPanel.module.css'

/** Panes in tabs beside a text. In a narrow window a drawer, which Esc closes. */
export function TabbedPanel<Value extends string>(
  props: ComponentProps<typeof Tabs<Value>> & {
    /** Null where it always stands beside the text. */
    readonly onClose: (() => void) | null
    readonly closeLabel: string
  },
) {
  const { onClose, closeLabel, className, ...tabs } = props
  return (
    <aside
      className={classes(styles.panel, onClose !== null && styles.drawer)}
      aria-label={tabs.label}
      data-pane=""
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || onClose === null) return
        event.stopPropagation()
        onClose()
      }}
    >
      {onClose && (
        <div className={styles.close}>
          <IconButton label={closeLabel} icon={X} onPress={onClose} />
        </div>
      )}
      <Tabs {...tabs} className={classes(styles.tabs, className)} />
    </aside>
  )
}
