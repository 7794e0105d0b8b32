import type { MeetingRow } from '../../../shared/meeting/meeting.ts'
import type { RowGroup } from '../../ui/LongList.tsx'

/**
 * Meetings, the latest first, under headings: those that are still to be held or are being held, down to the first
 * that was held; then by year. One that was called off ends nothing: it may stand among either. What has been read of a list is grouped as it will stand in the whole of it.
 */
export function meetingGroups(rows: readonly MeetingRow[], toCome: string): readonly RowGroup<MeetingRow>[] {
  const firstHeld = rows.findIndex(({ status }) => status === 'held')
  const coming = firstHeld === -1 ? rows : rows.slice(0, firstHeld)
  const groups: { id: string; heading: string; rows: MeetingRow[] }[] =
    coming.length === 0 ? [] : [{ id: 'coming', heading: toCome, rows: [...coming] }]
  for (const row of rows.slice(coming.length)) {
    const year = row.heldOn.slice(0, 4)
    const last = groups.at(-1)
    if (last?.id === year) last.rows.push(row)
    else groups.push({ id: year, heading: year, rows: [row] })
  }
  return groups
}
