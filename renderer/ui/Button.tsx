import type { LucideIcon } from 'lucide-react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'
import { writtenKeys } from '../shell/commands.ts'
import styles from './Button.module.css'
import { classes } from './classes.ts'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'link'
  readonly icon?: LucideIcon
  /** Stands after the words: an arrow that leads on, the chevron of a menu. */
  readonly iconAfter?: LucideIcon
  readonly compact?: boolean
  readonly children: string
}

/** Says the act it does. */
export function Button({
  variant = 'secondary',
  icon: Icon,
  iconAfter: After,
  compact,
  children,
  ...props
}: ButtonProps) {
  return (
    <AriaButton {...props} className={classes(styles.button, styles[variant], compact && styles.compact)}>
      {Icon && <Icon size={16} aria-hidden />}
      <span>{children}</span>
      {After && <After size={16} aria-hidden />}
    </AriaButton>
  )
}

export type IconButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  readonly label: string
  readonly icon: LucideIcon
  /** Shown in the tooltip beside the label. */
  readonly keys?: string
  readonly bordered?: boolean
}

/** A sign alone; its words are in the tooltip and for assistive technology. */
export function IconButton({ label, icon: Icon, keys, bordered, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...props} aria-label={label} className={classes(styles.icon, bordered && styles.bordered)}>
        <Icon size={16} aria-hidden />
      </AriaButton>
      <Tooltip className={styles.tooltip ?? ''} offset={6}>
        {label}
        {keys !== undefined && <kbd>{writtenKeys(keys)}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  )
}
