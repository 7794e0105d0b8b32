import { describe, expect, it } from 'vitest'
import { MeetingRow } from '../../../shared/meeting/meeting.ts'
import { meetingGroups } from '../../../renderer/features/meetings/meetingGroups.ts'

const row = (heldOn: string, status: MeetingRow['status'], at = 0): MeetingRow =>
  MeetingRow.parse({
    id: `01900000-0000-7000-8000-00000000${String(1000 + at)}`,
    number: 1,
    kind: null,
    seriesName: { id: 'Rapat' },
    shortName: { id: 'Rapat' },
    title: {},
    otherSide: 'KHM',
    place: { id: 'Denpasar' },
    heldOn,
    from: '09:00',
    to: '12:00',
    zone: 'Asia/Makassar',
    counterpartZone: 'Asia/Phnom_Penh',
    status,
    classification: 'open',
    openActions: 0,
  })
const headings = { passed: 'Sudah lewat', coming: 'Akan datang' }
const written = (rows: readonly MeetingRow[]) =>
  meetingGroups(rows, [], headings).map(({ heading, rows }) => `${heading}: ${rows.map((it) => it.heldOn)}`)

describe('meetings under headings', () => {
  it('are none in an empty record', () => expect(meetingGroups([], [], headings)).toEqual([]))
  it('are those to come, then those held, by year', () =>
    expect(
      written([
        row('2026-02-01', 'planned'),
        row('2025-05-19', 'running'),
        row('2025-01-10', 'held'),
        row('2024-12-31', 'held'),
        row('2024-02-01', 'held'),
      ]),
    ).toEqual(['Akan datang: 2026-02-01,2025-05-19', '2025: 2025-01-10', '2024: 2024-12-31,2024-02-01']))
  it('that were never held stand in their year', () =>
    expect(written([row('2025-05-19', 'held'), row('2024-03-01', 'planned')])).toEqual([
      '2025: 2025-05-19',
      '2024: 2024-03-01',
    ]))
  it('whose time is over stand ahead of all, however old and far down the list', () => {
    const [coming, forgotten, held, older, forgottenLong] = [
      row('2026-02-01', 'planned', 1),
      row('2025-06-01', 'planned', 2),
      row('2025-05-19', 'held', 3),
      row('2024-03-01', 'held', 4),
      row('2024-01-01', 'planned', 5),
    ] as const
    const groups = meetingGroups(
      [coming, forgotten, held, older, forgottenLong],
      [forgotten, forgottenLong],
      headings,
    )
    expect(groups.map(({ heading, rows }) => [heading, rows])).toEqual([
      ['Sudah lewat', [forgotten, forgottenLong]],
      ['Akan datang', [coming]],
      ['2025', [held]],
      ['2024', [older]],
    ])
  })
  it('keep their headings when more of the list is read', () => {
    const rows = Array.from({ length: 600 }, (_, at) => {
      const day = new Date(Date.UTC(2026, 5, 1 - at * 3)).toISOString().slice(0, 10)
      return row(day, at < 5 ? 'planned' : at % 7 === 0 ? 'planned' : 'held', at)
    })
    for (const read of [50, 300]) {
      const part = meetingGroups(rows.slice(0, read), [], headings)
      const all = meetingGroups(rows, [], headings)
      expect(all.slice(0, part.length - 1)).toEqual(part.slice(0, -1))
      expect(all[part.length - 1]?.id).toBe(part.at(-1)?.id)
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    }
  })
})
