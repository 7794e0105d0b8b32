import 'temporal-polyfill/global'
import { runInThread } from '../../../electron/record/runInThread.ts'
import { createContentHandlers } from '../../../electron/services/contentHandlers.ts'
import { fillSample } from '../../../electron/services/sample/fillSample.ts'
import { migrations } from '../../../electron/store/migrations/migrations.ts'
import { cheap } from '../store/recordFixture.ts'

// The record thread as it ships, but for what deriving a key costs.
runInThread({ createContentHandlers, fillSample, migrations, cost: cheap })
