import 'temporal-polyfill/global'
import type { MeetingHandlers } from '../../../electron/services/openRecord.ts'
import { runInThread } from '../../../electron/record/runInThread.ts'
import { createMeetingHandlers } from '../../../electron/services/meetingHandlers.ts'
import { fillSample } from '../../../electron/services/sample.ts'
import { migrations } from '../../../electron/store/migrations/migrations.ts'
import { cheap } from '../store/recordFixture.ts'

// The record thread with bugs in it: a handler that throws, one whose timer throws, one that ends the thread.
runInThread({
  migrations,
  fillSample,
  cost: cheap,
  createMeetingHandlers: (record) => {
    const whole = createMeetingHandlers(record)
    const handlers: MeetingHandlers['handlers'] = {
      ...whole.handlers,
      'agency.list': () => {
        throw new Error('KANARI in a message')
      },
      'relationship.list': () => {
        setTimeout(() => {
          throw new Error('in a timer')
        })
        return { ok: true, value: [] }
      },
      'series.list': () => process.exit(3),
    }
    return { ...whole, handlers }
  },
})
