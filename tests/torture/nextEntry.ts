import 'temporal-polyfill/global'
import { runInThread } from '../../electron/record/runInThread.ts'
import { createContentHandlers } from '../../electron/services/contentHandlers.ts'
import { fillSample } from '../../electron/services/sample/fillSample.ts'
import { cheap } from '../electron/store/recordFixture.ts'
import { nextMigrations } from './nextMigrations.ts'

// The record thread of a coming release: it migrates what it opens.
runInThread({ createContentHandlers, fillSample, migrations: nextMigrations, cost: cheap })
