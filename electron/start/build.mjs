// node electron/start/build.mjs: the bundles that ship, in out/. Start asks `isBuilt` first and so is quick.
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { commandScript, node24, projectEnvironment, Refusal, refuse, root } from './node24.mjs'

const sources = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
// Written last, removed first: a build that broke off, or one for development, is not taken for a whole one.
const builtMark = join(root, 'out', '.built')

/** Whether out/ was built after the last change of a source, of a folder's list of files, or of the packages. */
export function isBuilt() {
  const builtAt = changedAt(builtMark)
  return builtAt !== null && sources.every((source) => latestChange(join(root, source)) <= builtAt)
}

/**
 * Builds all bundles with Node 24.
 *
 * @param {{ quiet?: boolean }} [options] quiet: the bundler is heard only when it fails
 * @throws {Refusal} with the bundler's words
 */
export function build({ quiet = false } = {}) {
  const node = node24()
  forgetBuild()
  const run = spawnSync(node, [commandScript('electron-vite'), 'build'], {
    cwd: root,
    env: projectEnvironment(node),
    encoding: 'utf8',
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  })
  if (run.status !== 0) throw new Refusal(`${run.stdout ?? ''}${run.stderr ?? ''}\nThe build failed.`.trim())
  writeFileSync(builtMark, '')
}

/** Says that what is in out/ is not the whole build any more. */
const forgetBuild = () => rmSync(builtMark, { force: true })

/** Milliseconds since the epoch; 0 where there is nothing. */
function latestChange(path) {
  const own = changedAt(path) ?? 0
  const below = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(path) : []
  return below.reduce((latest, entry) => Math.max(latest, latestChange(join(path, entry))), own)
}

const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    build()
  } catch (error) {
    refuse(error)
  }
}
