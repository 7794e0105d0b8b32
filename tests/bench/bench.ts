import 'temporal-polyfill/global'
import { build, isBuilt } from '../../electron/start/build.mjs'
import { calibration, table, type Row } from './measure.ts'

/** Each part is a file of its own, loaded only when it is asked for. */
const parts = {
  record: () => import('./recordBench.ts'),
  save: () => import('./saveBench.ts'),
  docx: () => import('./docxBench.ts'),
  read: () => import('./readBench.ts'),
  screen: () => import('./screenBench.ts'),
  compare: () => import('./compareBench.ts'),
  redline: () => import('./redlineBench.ts'),
  draft: () => import('./draftBench.ts'),
  search: () => import('./searchBench.ts'),
  compareScreen: () => import('./compareScreenBench.ts'),
} satisfies Record<string, () => Promise<{ run: () => Promise<readonly Row[]> }>>

type Part = keyof typeof parts

/**
 * `npm run bench` runs every part, `npm run bench -- docx save` those that it names. Goals in milliseconds are
 * goals beside the calibration of the same run, not gates; the run fails only when a part could not be measured.
 */
const asked = process.argv.slice(2).filter((name): name is Part => name in parts)
if (!isBuilt()) build({ quiet: true })
const rows: Row[] = [await calibration()]
for (const name of asked.length > 0 ? asked : (Object.keys(parts) as Part[])) {
  process.stdout.write(`${name} …\n`)
  const part = await parts[name]()
  rows.push(...(await part.run()))
}
process.stdout.write(`\n${table(rows)}\n`)
