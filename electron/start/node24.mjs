// Runs on whatever Node the machine has (20 or newer), before anything else of the project does. No dependencies.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..')

const onWindows = process.platform === 'win32'

/** A message for the person at the terminal; the stack would tell him nothing. */
export class Refusal extends Error {}

/**
 * The path of a running Node 24: the one from npm, fetched first if it is not there yet, or the machine's own
 * where that is a 24 and nothing can be fetched. better-sqlite3 13 crashes on Node 20.
 *
 * @returns {string}
 * @throws {Refusal} with the command to type, where there is none and none can be had
 */
export function node24() {
  if (!existsSync(join(root, 'node_modules', 'node', 'package.json'))) {
    throw new Refusal('The packages are not installed. Type: npm ci')
  }
  const local = join(root, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node')
  if (isNode24(local)) return local
  console.error('Fetching Node 24 from the npm registry, once.')
  const fetching = runNpm(['rebuild', 'node', '--ignore-scripts=false'])
  if (isNode24(local)) return local
  if (isNode24(process.execPath)) return process.execPath
  throw new Refusal(
    `${fetching}\nNode 24 could not be fetched. Type: npm rebuild node --ignore-scripts=false`,
  )
}

/** The environment in which `node` and the packages' commands are the project's own. */
export function projectEnvironment(node = node24()) {
  const bins = [dirname(node), join(root, 'node_modules', '.bin')]
  const path = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, [path]: [...bins, process.env[path] ?? ''].join(delimiter) }
}

/**
 * How to start a package's command on Node 24: its script, not its shim, since shims differ by system.
 *
 * @param {string} name as in node_modules/.bin
 * @returns {string} the absolute path of a script
 */
export function commandScript(name) {
  const manifests = [name, ...installedPackages()].map((it) => join(root, 'node_modules', it, 'package.json'))
  for (const manifest of manifests) {
    if (!existsSync(manifest)) continue
    const { name: packageName, bin } = JSON.parse(readFileSync(manifest, 'utf8'))
    const script = typeof bin === 'string' && basename(packageName) === name ? bin : bin?.[name]
    if (script) return join(dirname(manifest), script)
  }
  throw new Refusal(`There is no command named ${name} in the installed packages.`)
}

/**
 * Starts a program in the project's folder on this terminal and ends with its exit code.
 *
 * @param {string} program
 * @param {readonly string[]} args
 */
export function handOver(program, args) {
  const child = spawn(program, args, { cwd: root, env: projectEnvironment(), stdio: 'inherit' })
  // A terminal sends Ctrl+C to the child as well; a script that stops us may not.
  process.on('SIGINT', () => void (process.stdin.isTTY || child.kill('SIGINT')))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => refuse(new Refusal(`${program} could not be started: ${error.message}`)))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}

function installedPackages() {
  const modules = join(root, 'node_modules')
  return readdirSync(modules).flatMap((entry) =>
    entry.startsWith('@') ? readdirSync(join(modules, entry)).map((it) => join(entry, it)) : [entry],
  )
}

function isNode24(binary) {
  const answer = spawnSync(binary, ['--version'], { encoding: 'utf8' })
  return answer.status === 0 && answer.stdout.startsWith('v24.')
}

/** @returns {string} what npm said */
function runNpm(args) {
  const npm = process.env.npm_execpath
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }
  const run =
    npm && basename(npm).startsWith('npm')
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync('npm', args, { ...options, shell: onWindows })
  return `${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`.trim()
}

/** Prints a refusal as a sentence and ends with 1; anything else is a bug and keeps its stack. */
export function refuse(error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exit(1)
}
