import { join } from 'node:path'
import { openDatabase } from '../../electron/store/openDatabase.ts'
import { randomBytes } from 'node:crypto'
import {
  type MeetingRecord,
  meetingOf,
  newMeetingRecord,
  typed,
  withSeries,
} from '../support/meetingRecord.ts'
import { median, ms, p95, timed, times, type Row } from './measure.ts'

const keys = 1_000
const paragraph =
  'The Meeting discussed the text article by article on the basis of the counter-draft of 28 April 2025. '.repeat(
    5,
  )

/** One key in a text of 20 KB, saved, beside a bare commit of as many bytes into an encrypted file of the same kind. */
export async function run(): Promise<readonly Row[]> {
  const record = await newMeetingRecord()
  try {
    const textId = await longText(record)
    const opened = await record.get('text.open', { textId })
    let revision = opened.revision
    const step = typed('a', 3)
    const commit = bareCommit(record.folder, JSON.stringify(step).length + 120)
    const saves: number[] = []
    const bare: number[] = []
    // In turn, so that both meet the same moods of the disk.
    for (let key = 0; key < keys; key++) {
      const save = async () => {
        revision = (await record.get('text.save', { textId, revision, steps: [...step] })).revision
      }
      saves.push(await timed(save))
      bare.push(await timed(commit.run))
    }
    commit.close()
    return [
      {
        what: 'save of one key in a 20 KB text, acknowledged (p50; p95)',
        ours: `${ms(median(saves))}; ${ms(p95(saves))}`,
        beside: `bare encrypted commit of the same bytes ${ms(median(bare))}; ${ms(p95(bare))}`,
        ratio: `${times(median(saves) / median(bare))}; ${times(p95(saves) / p95(bare))}`,
        goal: 'p95 at most 2x',
        met: p95(saves) <= 2 * p95(bare),
      },
    ]
  } finally {
    record.close()
  }
}

/** The text of an item with 20 KB in it. */
async function longText(record: MeetingRecord) {
  const { series } = await withSeries(record)
  const meeting = (await record.get('meeting.put', { meeting: meetingOf(series.id) })).value
  const [text] = (await record.get('meeting.dossier', { meetingId: meeting.id })).texts
  if (!text) throw new Error('a new meeting comes with texts')
  const { textId } = text
  const opened = await record.get('text.open', { textId })
  let revision = opened.revision
  for (let size = 0; size < 20_000; size += paragraph.length)
    revision = (await record.get('text.save', { textId, revision, steps: [...typed(paragraph)] })).revision
  await record.get('text.close', { textId })
  return textId
}

function bareCommit(folder: string, bytes: number) {
  const db = openDatabase(join(folder, 'bare.sepaham'), randomBytes(32), 'create')
  db.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT')
  const insert = db.prepare('INSERT INTO bare (words) VALUES (?)')
  const words = 'a'.repeat(bytes)
  return { run: () => void insert.run(words), close: () => void db.close() }
}
