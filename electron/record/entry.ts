import 'temporal-polyfill/global'
import { createMeetingHandlers } from '../services/meetingHandlers.ts'
import { fillSample } from '../services/sample.ts'
import { migrations } from '../store/migrations/migrations.ts'
import { runInThread } from './runInThread.ts'

runInThread({ createMeetingHandlers, fillSample, migrations })
