import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/Dialog.tsx'
import { type Command, useAllCommands, writtenKeys } from './commands.ts'
import styles from './KeyList.module.css'

/** The keys of the screen that is shown, then those that work everywhere. */
export function KeyList({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog title={t('shell.keys.title')} isOpen={isOpen} onClose={onClose} wide reading>
      <KeyTables />
    </Dialog>
  )
}

/** As tables, also for the settings. */
export function KeyTables() {
  const { t } = useTranslation()
  const { here, everywhere } = useAllCommands()
  const withKeys = (commands: readonly Command[]) => commands.filter(({ keys }) => keys !== undefined)
  const ofScreen = withKeys(here)
  return (
    <>
      {ofScreen.length > 0 && <KeyTable title={t('shell.keys.here')} commands={ofScreen} />}
      <KeyTable title={t('shell.keys.everywhere')} commands={withKeys(everywhere)} />
    </>
  )
}

function KeyTable({ title, commands }: { readonly title: string; readonly commands: readonly Command[] }) {
  const { t } = useTranslation()
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t('shell.keys.keys')}</th>
          <th scope="col">{t('shell.keys.does')}</th>
        </tr>
      </thead>
      <tbody>
        {commands.map(({ id, keys, label }) => (
          <tr key={id}>
            <td>
              {writtenKeys(keys ?? '')
                .split(' ')
                .map((key, index) => (
                  <Fragment key={index}>
                    <kbd>{key}</kbd>{' '}
                  </Fragment>
                ))}
            </td>
            <td>{label}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
