import { useTranslation } from 'react-i18next'
import { Button as AriaButton } from 'react-aria-components'
import { useAllCommands, writtenKeys } from '../../shell/commands.ts'
import styles from './CaptureScreen.module.css'

/** What is done most at the table, in the order in which it is told. */
const shown = [
  'meeting.decision',
  'meeting.action',
  'meeting.ownPosition',
  'meeting.otherPosition',
  'meeting.viewsDiffer',
  'meeting.phrase',
  'capture.language',
  'meeting.project',
  'capture.leave',
]

/** The keys of the table, each with what it does; a pointer may press them too, and leaves the cursor where it is. */
export function CaptureKeys() {
  const { t } = useTranslation()
  const { here } = useAllCommands()
  const commands = shown.flatMap((id) => here.find((command) => command.id === id) ?? [])
  return (
    <ul className={styles.keys} aria-label={t('capture.keys')}>
      {commands.map(({ id, label, keys = '', run }) => (
        <li key={id}>
          <AriaButton className={styles.key ?? ''} onPress={run} preventFocusOnPress excludeFromTabOrder>
            <kbd>{writtenKeys(keys)}</kbd>
            {label}
          </AriaButton>
        </li>
      ))}
    </ul>
  )
}
