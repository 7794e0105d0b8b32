import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { FormerPlace } from '../../../shared/meeting/meeting.ts'
import { useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { originWords } from '../backlog/originWords.ts'
import { Fields } from '../../ui/FormDialog.tsx'
import styles from './FormerPlaces.module.css'

/** The meetings at which a matter stood before, the nearest first. */
export function FormerPlaces({ stood }: { readonly stood: readonly FormerPlace[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const language = useLanguage()
  return (
    <Fields legend={t('agenda.stood')}>
      <ol className={styles.places}>
        {stood.map((place) => (
          <li key={place.meetingId}>
            <Link to="/meetings/$meetingId" params={{ meetingId: place.meetingId }} search={{}}>
              {format.date(place.heldOn, 'medium')}
            </Link>{' '}
            {originWords(place, t, language)}
          </li>
        ))}
      </ol>
    </Fields>
  )
}
