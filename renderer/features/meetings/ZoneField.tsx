import { countries } from '../../../shared/meeting/countries.ts'
import type { CalendarDate, TimeZone } from '../../../shared/values.ts'
import { clockLabel, offsetLabel, today, zoneCity } from '../../i18n/format.ts'
import { Select } from '../../ui/Select.tsx'

/** The choice of a clock, each with what it is called on a day. */
export function ZoneField(props: {
  readonly label: string
  readonly value: TimeZone
  readonly onChange: (zone: TimeZone) => void
  /** Null: today. */
  readonly on: CalendarDate | null
}) {
  const { label, value, onChange } = props
  const on = props.on ?? today()
  const zones = [...new Set([...countries.flatMap((country) => country.zones), value])]
  return (
    <Select
      label={label}
      value={value}
      onChange={onChange}
      choices={zones.map((zone) => {
        const clock = clockLabel(zone, on)
        const offset = offsetLabel(zone, on)
        return {
          value: zone,
          label: `${zoneCity(zone)} (${clock === offset ? offset : `${clock}, ${offset}`})`,
        }
      })}
    />
  )
}
