import { useTranslation } from 'react-i18next'
import { openCorrections } from '../../../shared/meeting/minutesLife.ts'
import type { MeetingPanel } from '../../router.tsx'
import { TabbedPanel } from '../../ui/TabbedPanel.tsx'
import styles from './Inspector.module.css'
import { DocsPanel } from './DocsPanel.tsx'
import { MinutesPanel } from '../minutes/MinutesPanel.tsx'
import { useMeeting } from './MeetingContext.ts'
import { NotesPanel } from './NotesPanel.tsx'
import { OutcomesPanel } from './OutcomesPanel.tsx'
import { PeoplePanel } from './PeoplePanel.tsx'
import { ProgrammePanel } from './ProgrammePanel.tsx'

/** Beside the minutes: who sits there, what came of it, the programme, notes, documents. In a narrow window a drawer. */
export function Inspector(props: {
  readonly panel: MeetingPanel
  readonly onPanel: (panel: MeetingPanel) => void
  /** Null where it always stands beside the minutes. */
  readonly onClose: (() => void) | null
}) {
  const { t } = useTranslation()
  const { dossier } = useMeeting()
  const { panel, onPanel, onClose } = props
  const { delegates, decisions, actions } = dossier
  const openOnes = openCorrections(dossier.minutes).length
  return (
    <TabbedPanel
      label={t('meeting.inspector')}
      closeLabel={t('meeting.closeInspector')}
      onClose={onClose}
      value={panel}
      onChange={onPanel}
      className={styles.tabs ?? ''}
      tabs={[
        {
          value: 'people',
          label: t('meeting.people'),
          count: String(delegates.length),
          content: <PeoplePanel />,
        },
        {
          value: 'decisions',
          label: t('meeting.outcomes'),
          count: String(decisions.length + actions.length),
          content: <OutcomesPanel />,
        },
        {
          value: 'minutes',
          label: t('minutes.title'),
          ...(openOnes > 0 && { count: String(openOnes) }),
          content: <MinutesPanel />,
        },
        {
          value: 'programme',
          label: t('meeting.programme'),
          content: <ProgrammePanel />,
        },
        {
          value: 'notes',
          label: t('meeting.notes'),
          content: <NotesPanel />,
        },
        {
          value: 'docs',
          label: t('attachments.title'),
          content: <DocsPanel />,
        },
      ]}
    />
  )
}
