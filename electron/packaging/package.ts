// npm run package: builds the bundles and makes this system's installers in dist/.
import { build as makeInstallers, type Configuration } from 'electron-builder'
import { join } from 'node:path'
import { build } from '../start/build.mjs'
import { electronRuntime, fetchElectronRuntime } from '../start/electronRuntime.mjs'
import { root } from '../start/node24.mjs'
import { builderConfig } from './builderConfig.ts'

build()
if (!electronRuntime() && !fetchElectronRuntime(process.execPath, { evenIfItFailedToday: true })) {
  console.error(
    "No installer was made: Electron's runtime could not be fetched (GitHub's releases of electron/electron, or " +
      'the mirror that ELECTRON_MIRROR names). The bundles in out/ are built.',
  )
  process.exit(1)
}
const config: Configuration = {
  ...builderConfig,
  electronDist: join(root, 'node_modules', 'electron', 'dist'),
}
try {
  const made = await makeInstallers({ projectDir: root, config })
  for (const path of made) console.log(path)
} catch (error) {
  console.error(`No installer was made: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
