import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton, ToggleButton, Tooltip, TooltipTrigger } from 'react-aria-components'
import { writtenKeys } from '../shell/commands.ts'
import button from '../ui/Button.module.css'

type ActProps = {
  readonly label: string
  readonly icon: LucideIcon
  readonly keys?: string
  readonly isDisabled: boolean
}

/** A button of a bar of tools that does something to the text; the cursor stays where it is. */
export function Act({ label, icon: Icon, keys, ...props }: ActProps & { readonly onPress: () => void }) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton {...props} aria-label={label} className={button.icon ?? ''} preventFocusOnPress>
        <Icon size={16} aria-hidden />
      </AriaButton>
      <Hint label={label} {...(keys !== undefined && { keys })} />
    </TooltipTrigger>
  )
}

/** One that holds or does not where the cursor is. */
export function Mark({
  label,
  icon: Icon,
  keys,
  ...props
}: ActProps & { readonly isSelected: boolean; readonly onChange: () => void }) {
  return (
    <TooltipTrigger delay={500}>
      <ToggleButton {...props} aria-label={label} className={button.icon ?? ''} preventFocusOnPress>
        <Icon size={16} aria-hidden />
      </ToggleButton>
      <Hint label={label} {...(keys !== undefined && { keys })} />
    </TooltipTrigger>
  )
}

function Hint({ label, keys }: { readonly label: string; readonly keys?: string }) {
  return (
    <Tooltip className={button.tooltip ?? ''} offset={6}>
      {label}
      {keys !== undefined && <kbd>{writtenKeys(keys)}</kbd>}
    </Tooltip>
  )
}
