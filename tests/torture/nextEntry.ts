import 'temporal-polyfill/global'
import { runInThread } from '../../electron/record/runInThread.ts'
import { createMeetingHandlers } from '../../electron/services/meetingHandlers.ts'
import { fillSample } from '../../electron/services/sample.ts'
import { cheap } from '../electron/store/recordFixture.ts'
import { nextMigrations } from './nextMigrations.ts'

// The record thread of a coming release: it migrates what it opens.
runInThread({ createMeetingHandlers, fillSample, migrations: nextMigrations, cost: cheap })
