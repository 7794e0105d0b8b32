import type { MeetingRow } from '../../../shared/meeting/meeting.ts'
import type { RowGroup } from '../../ui/LongList.tsx'

/**
 * Meetings, the latest first, under headings: ahead of all, wherever they would stand, those whose time is over and that
 * are still planned (`passed`, read by themselves so that none waits behind years of others); those that are still to be
 * held or are being held, down to the first that was held; then by year. One that was called off ends nothing: it may
 * stand among either. What has been read of a list is grouped as it will stand in the whole of it.
 */
export function meetingGroups(
  rows: readonly MeetingRow[],
  passed: readonly MeetingRow[],
  headings: { readonly passed: string; readonly coming: string },
): readonly RowGroup<MeetingRow>[] {
  const apart = new Set(passed.map(({ id }) => id))
  const others = rows.filter(({ id }) => !apart.has(id))
  const firstHeld = others.findIndex(({ status }) => status === 'held')
  const coming = firstHeld === -1 ? others : others.slice(0, firstHeld)
  const groups: { id: string; heading: string; rows: MeetingRow[] }[] = []
  if (passed.length > 0) groups.push({ id: 'passed', heading: headings.passed, rows: [...passed] })
  if (coming.length > 0) groups.push({ id: 'coming', heading: headings.coming, rows: [...coming] })
  for (const row of others.slice(coming.length)) {
    const year = row.heldOn.slice(0, 4)
    const last = groups.at(-1)
    if (last?.id === year) last.rows.push(row)
    else groups.push({ id: year, heading: year, rows: [row] })
  }
  return groups
}
