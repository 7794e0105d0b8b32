import { Link } from '@tanstack/react-router'
import { MapPin } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { MeetingRow } from '../../../shared/meeting/meeting.ts'
import { inLanguage } from '../../../shared/values.ts'
import { clockLabel, useFormat } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/words.ts'
import { CountryCode } from '../../ui/CountryCode.tsx'
import { DateBlock } from '../../ui/DateBlock.tsx'
import { ownEvents } from '../../ui/ownEvents.ts'
import line from '../../ui/row.module.css'
import { kindWords } from './meetingLabels.ts'
import { meetingTitle } from './meetingTitle.ts'

/** A meeting in a list: its day, its title, with whom, when and where. What else the row has stands beside it. */
export function MeetingLine({ meeting }: { readonly meeting: MeetingRow }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const format = useFormat()
  const { id, kind, otherSide, heldOn, from, to, zone, place } = meeting
  return (
    <>
      <DateBlock date={heldOn} />
      <div className={line.what}>
        <Link
          to="/meetings/$meetingId"
          params={{ meetingId: id }}
          className={line.title}
          dir="auto"
          {...ownEvents}
        >
          {meetingTitle(meeting, language)}
        </Link>
        <p className={line.facts}>
          <CountryCode side={otherSide} />
          {kind && <span>{t(kindWords[kind])}</span>}
          <span>{format.date(heldOn, 'full')}</span>
          <span>{format.times(from, to, clockLabel(zone, heldOn))}</span>
          <span className={line.fact}>
            <MapPin size={13} aria-hidden /> {inLanguage(place, language)}
          </span>
        </p>
      </div>
    </>
  )
}
