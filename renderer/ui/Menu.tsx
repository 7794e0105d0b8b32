import type { LucideIcon } from 'lucide-react'
import { EllipsisVertical } from 'lucide-react'
import type { ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { writtenKeys } from '../shell/commands.ts'
import { IconButton } from './Button.tsx'
import styles from './field.module.css'

export type MenuEntry = {
  readonly id: string
  readonly label: string
  readonly icon?: LucideIcon
  readonly keys?: string
  readonly isDisabled?: boolean
  readonly run: () => void
}

/** What can be done, below the button that opens it. `children` is that button (Button or IconButton). */
export function Menu(props: {
  readonly entries: readonly MenuEntry[]
  readonly children: ReactElement
  readonly label?: string
}) {
  const { entries, children, label } = props
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <AriaMenu
          {...(label !== undefined && { 'aria-label': label })}
          className={styles.list ?? ''}
          onAction={(id) => entries.find((entry) => entry.id === id)?.run()}
        >
          {entries.map(({ id, label, icon: Icon, keys, isDisabled }) => (
            <MenuItem
              key={id}
              id={id}
              textValue={label}
              className={styles.option ?? ''}
              {...(isDisabled !== undefined && { isDisabled })}
            >
              {Icon && <Icon size={16} aria-hidden />}
              <span className={styles.optionText}>{label}</span>
              {keys !== undefined && <kbd>{writtenKeys(keys)}</kbd>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

/** The three dots at the end of a row. `label` names the row: "Tindakan untuk Ratna Widyastuti". */
export function MoreMenu({
  label,
  entries,
}: {
  readonly label: string
  readonly entries: readonly MenuEntry[]
}) {
  return (
    <Menu entries={entries} label={label}>
      <IconButton label={label} icon={EllipsisVertical} />
    </Menu>
  )
}
