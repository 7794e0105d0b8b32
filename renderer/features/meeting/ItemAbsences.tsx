import { UserMinus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ItemTimes } from '../../../shared/meeting/agendaTimes.ts'
import { presenceAt } from '../../../shared/meeting/presence.ts'
import styles from './ItemSection.module.css'
import { useMeeting } from './MeetingContext.ts'

/** Who of those present at the meeting was not in the room for an item, or only for a part of it. */
export function ItemAbsences({ times }: { readonly times: ItemTimes }) {
  const { t } = useTranslation()
  const { dossier } = useMeeting()
  const present = dossier.delegates.filter(
    ({ presence, inRoom }) => presence === 'present' && inRoom.length > 0,
  )
  const names = (wanted: 'none' | 'part') =>
    present
      .filter((delegate) => presenceAt(delegate, dossier.meeting, times) === wanted)
      .map(({ name }) => name)
      .join(', ')
  const none = names('none')
  const part = names('part')
  if (none === '' && part === '') return null
  return (
    <p className={styles.absences}>
      <UserMinus size={13} aria-hidden />
      <span dir="auto">
        {[
          ...(none === '' ? [] : [t('meeting.notThere', { names: none })]),
          ...(part === '' ? [] : [t('meeting.partlyThere', { names: part })]),
        ].join(' · ')}
      </span>
    </p>
  )
}
