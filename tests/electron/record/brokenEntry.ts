import 'temporal-polyfill/global'
import type { ContentHandlers } from '../../../electron/services/openRecord.ts'
import { runInThread } from '../../../electron/record/runInThread.ts'
import { createContentHandlers } from '../../../electron/services/contentHandlers.ts'
import { fillSample } from '../../../electron/services/sample/fillSample.ts'
import { migrations } from '../../../electron/store/migrations/migrations.ts'
import { cheap } from '../store/recordFixture.ts'

// The record thread with bugs in it: a handler that throws, one whose timer throws, one that ends the thread.
runInThread({
  migrations,
  fillSample,
  cost: cheap,
  createContentHandlers: (record) => {
    const whole = createContentHandlers(record)
    const handlers: ContentHandlers['handlers'] = {
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
