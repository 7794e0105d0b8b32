// Electron's npm package comes without its binary; this finds the binary, or tries once a day to fetch it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './node24.mjs'

const packageFolder = join(root, 'node_modules', 'electron')
const failureMark = join(root, 'node_modules', '.cache', 'sepaham', 'electron-not-fetched')
const dayInMs = 24 * 60 * 60 * 1000
const fetchLimitInMs = 120_000 // about 110 MB; without a network it fails at once by itself

/** The path of Electron's executable, or null where its runtime is not installed. */
export function electronRuntime() {
  const pathFile = join(packageFolder, 'path.txt')
  if (!existsSync(pathFile)) return null
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(packageFolder, 'dist')
  const executable = join(folder, readFileSync(pathFile, 'utf8'))
  return existsSync(executable) ? executable : null
}

/**
 * Why Electron cannot show a window here, whatever is installed; null where it can.
 *
 * Its sandbox does not run as root, and Sepaham never switches the sandbox off.
 */
export function electronObstacle() {
  if (process.platform !== 'linux') return null
  if (process.getuid?.() === 0) return 'Electron does not run as root with its sandbox'
  if (!hasScreen()) return 'there is no screen for Electron'
  return null
}

/** Whether a window can be shown: Linux may have no display server. */
export const hasScreen = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/**
 * Fetches the runtime with Electron's own installer (checksums inside the package), unless that failed today.
 *
 * @param {string} node the path of Node 24
 * @param {{ evenIfItFailedToday?: boolean }} [options]
 * @returns {string | null} the path of Electron's executable
 */
export function fetchElectronRuntime(node, { evenIfItFailedToday = false } = {}) {
  const failedAt = statSync(failureMark, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (!evenIfItFailedToday && Date.now() - failedAt < dayInMs) return null
  console.error("Fetching Electron's runtime, once.")
  spawnSync(node, [join(packageFolder, 'install.js')], { stdio: 'ignore', timeout: fetchLimitInMs })
  const runtime = electronRuntime()
  if (!runtime) {
    mkdirSync(dirname(failureMark), { recursive: true })
    writeFileSync(failureMark, '')
  }
  return runtime
}
