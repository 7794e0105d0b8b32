import { useTranslation } from 'react-i18next'
import { Menu as AriaMenu, MenuItem, Text } from 'react-aria-components'
import { Dialog } from '../ui/Dialog.tsx'
import fields from '../ui/field.module.css'
import { useAllCommands } from './commands.ts'

/** Ctrl+N: what can be made new on this screen. */
export function NewMenu({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const commands = useAllCommands().here.filter(({ kind }) => kind === 'create')
  return (
    <Dialog title={t('shell.newHere')} isOpen={isOpen} onClose={onClose}>
      <AriaMenu
        aria-label={t('shell.newHere')}
        autoFocus="first"
        className={fields.list ?? ''}
        onAction={(id) => {
          onClose()
          commands.find((command) => command.id === id)?.run()
        }}
        renderEmptyState={() => <p className={fields.nothing}>{t('shell.palette.nothing')}</p>}
      >
        {commands.map(({ id, label, icon: Icon }) => (
          <MenuItem key={id} id={id} textValue={label} className={fields.option ?? ''}>
            {Icon && <Icon size={16} aria-hidden />}
            <Text slot="label">{label}</Text>
          </MenuItem>
        ))}
      </AriaMenu>
    </Dialog>
  )
}
