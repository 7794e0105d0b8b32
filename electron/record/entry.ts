import 'temporal-polyfill/global'
import { createContentHandlers } from '../services/contentHandlers.ts'
import { fillSample } from '../services/sample/fillSample.ts'
import { migrations } from '../store/migrations/migrations.ts'
import { runInThread } from './runInThread.ts'

runInThread({ createContentHandlers, fillSample, migrations })
