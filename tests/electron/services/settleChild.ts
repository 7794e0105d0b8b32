import { newMeetingRecord } from '../../support/meetingRecord.ts'
import { withMou } from '../../support/mouRecord.ts'
import { withBracket } from '../../support/bracketToSettle.ts'

// A program that is killed while it settles a bracket: after the words were written, before what is noted of them.

const record = await newMeetingRecord()
const { textId, revision, settling, settles } = await withBracket(record, (await withMou(record)).id)
const { db } = record.store
db.function('killed', () => process.kill(process.pid, 'SIGKILL'))
db.exec('CREATE TEMP TRIGGER dies BEFORE INSERT ON main.settled_bracket BEGIN SELECT killed(); END')
const { path, folder } = record
process.stdout.write(JSON.stringify({ path, folder, textId, key: record.key.toString('hex') }))
await record.get('bracket.settle', { textId, revision, steps: settles, settled: [settling], standing: [] })
