// npm run package: builds the bundles and makes this system's installers in dist/.
import { build as makeInstallers } from 'electron-builder'
import { join } from 'node:path'
import { build } from '../start/build.mjs'
import { electronRuntime, fetchElectronRuntime } from '../start/electronRuntime.mjs'
import { Refusal, refuse, root } from '../start/node24.mjs'
import { builderConfig } from './builderConfig.ts'

try {
  build()
  for (const path of await installers()) console.log(path)
} catch (error) {
  refuse(error)
}

/**
 * The paths of what was made. Electron's own folder is packed, so that it is fetched once, by its own installer,
 * with the checksums of its package.
 */
async function installers(): Promise<readonly string[]> {
  if (!electronRuntime() && !fetchElectronRuntime(process.execPath, { evenIfItFailedToday: true })) {
    throw new Refusal(
      "No installer was made: Electron's runtime could not be fetched (GitHub's releases of electron/electron, or " +
        'the mirror that ELECTRON_MIRROR names). The bundles in out/ are built.',
    )
  }
  const electronDist = join(root, 'node_modules', 'electron', 'dist')
  try {
    return await makeInstallers({ projectDir: root, config: { ...builderConfig, electronDist } })
  } catch (error) {
    throw new Refusal(`No installer was made: ${error instanceof Error ? error.message : String(error)}`)
  }
}
