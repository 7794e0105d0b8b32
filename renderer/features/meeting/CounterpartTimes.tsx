import type { Meeting } from '../../../shared/meeting/meeting.ts'
import { endsOn, type TimeSpan } from '../../../shared/meeting/timeSpan.ts'
import type { CalendarDate } from '../../../shared/values.ts'
import { offsetLabel, onOtherClock, useFormat, zoneCity } from '../../i18n/format.ts'

/** A span on the clock of the counterpart's capital, with its day where that is another than at the place. */
export function CounterpartTimes(props: {
  readonly span: TimeSpan & { readonly heldOn: CalendarDate }
  readonly meeting: Pick<Meeting, 'zone' | 'counterpartZone'>
}) {
  const format = useFormat()
  const { span, meeting } = props
  const { zone, counterpartZone } = meeting
  const from = onOtherClock(span.heldOn, span.from, zone, counterpartZone)
  const to = onOtherClock(endsOn(span.heldOn, span), span.to, zone, counterpartZone)
  const days = Temporal.PlainDate.from(from.date).until(to.date).days
  return (
    <>
      {from.date !== span.heldOn && `${format.date(from.date, 'dayMonth')}, `}
      {format.times(from.time, to.time, undefined, days)} {zoneCity(counterpartZone)} (
      {offsetLabel(counterpartZone, from.date)})
    </>
  )
}
