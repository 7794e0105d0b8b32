import { useTranslation } from 'react-i18next'
import type { Meeting } from '../../../shared/meeting/meeting.ts'
import { clockLabel, useFormat, zoneCity } from '../../i18n/format.ts'
import styles from './Clocks.module.css'
import { useClock } from './useClock.ts'

/** The time at the place, and that of the counterpart's capital where it is another. */
export function Clocks({ meeting }: { readonly meeting: Pick<Meeting, 'zone' | 'counterpartZone'> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { zone, counterpartZone } = meeting
  const clocks = useClock([zone, counterpartZone])
  const [here, there] = clocks
  const shown = here?.time === there?.time ? clocks.slice(0, 1) : clocks
  return (
    <dl className={styles.clocks} aria-label={t('capture.clocks')}>
      {shown.map((clock) => (
        <div key={clock.zone} className={styles.clock}>
          <dt>
            {zoneCity(clock.zone)} ({clockLabel(clock.zone, clock.date)})
          </dt>
          <dd>
            <time dateTime={clock.time}>{format.time(clock.time)}</time>
          </dd>
        </div>
      ))}
    </dl>
  )
}
