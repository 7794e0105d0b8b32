// npm test: every check in order, each on its line with its time; ends with `N passed, N failed` alone on a line.
// Each check counts as one; the tests count one by one. Runs on Node 20 or newer, the tests themselves on Node 24.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { electronObstacle, electronRuntime } from '../../electron/start/electronRuntime.mjs'
import { commandScript, node24, projectEnvironment, Refusal, root } from '../../electron/start/node24.mjs'
import { ensureTools, testTools } from '../../electron/start/tools.mjs'

const results = join(root, 'tests', '.results', 'vitest.json')

/** Hosts of the end-to-end tests, by the words that the tests' names hold. */
const hosts = ['loopback host', 'stand-in for Electron', 'Electron itself']

try {
  const node = node24()
  const passed = []
  const failed = []
  const check = (name, run) => {
    const startedAt = performance.now()
    const fine = run()
    ;(fine ? passed : failed).push(name)
    console.log(`${fine ? 'ok    ' : 'FAILED'}  ${name} (${seconds(startedAt)})`)
  }
  const command = (name, ...args) => runs(node, [commandScript(name), ...args])

  check('tools of this machine', toolsAreThere)
  check('formatting', () => command('prettier', '--check', '--log-level', 'warn', '.'))
  check('lint', () => command('oxlint', '--deny-warnings', '--quiet'))
  for (const folder of ['shared', 'electron', 'renderer', 'tests'])
    check(`types of ${folder}`, () => command('tsc', '-p', folder))
  check('build', () => runs(node, [join(root, 'electron', 'start', 'build.mjs')], { quiet: true }))

  const tests = runTests(command)
  console.log(hostsCovered(tests.cases))
  if (tests.skipped > 0) console.log(`Skipped: ${tests.skipped} tests.`)
  for (const name of failed) console.log(`FAILED  ${name}`)
  for (const name of tests.failed) console.log(`FAILED  ${name}`)

  const failures = failed.length + tests.failed.length
  process.exitCode = failures > 0 ? 1 : 0
  console.log(`${passed.length + tests.passed} passed, ${failures} failed`)
} catch (error) {
  console.log(error instanceof Refusal ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
}

/** All suites; where the run broke off or a file did not load, that is a failure with the file's name. */
function runTests(command) {
  mkdirSync(join(root, 'tests', '.results'), { recursive: true })
  rmSync(results, { force: true })
  const startedAt = performance.now()
  const fine = command(
    'vitest',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--silent=passed-only',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
  )
  console.log(`${fine ? 'ok    ' : 'FAILED'}  tests (${seconds(startedAt)})`)
  const report = readReport()
  const cases = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  const failed = [
    ...cases.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    ...report.testResults
      .filter(
        ({ status, assertionResults: its }) =>
          status === 'failed' && its.every((it) => it.status !== 'failed'),
      )
      .map(({ name }) => `${name.slice(root.length + 1)} did not run to its end`),
  ]
  const passed = cases.filter(({ status }) => status === 'passed').length
  const skipped = cases.filter(({ status }) => status !== 'passed' && status !== 'failed').length
  if (failed.length === 0 && (!fine || passed === 0)) failed.push('the run of the tests')
  return { cases, passed, failed, skipped }
}

function readReport() {
  try {
    return JSON.parse(readFileSync(results, 'utf8'))
  } catch {
    return { testResults: [] }
  }
}

/** Which hosts the end-to-end tests ran on, in a sentence. */
function hostsCovered(cases) {
  const covered = hosts.map((host) => ({
    host,
    count: cases.filter(({ status, fullName }) => status === 'passed' && fullName.includes(host)).length,
  }))
  const list = (some) =>
    some.map(({ host, count }) => (count > 0 ? `${host} (${count} tests)` : host)).join(', ')
  const not = covered.filter(({ count }) => count === 0)
  const reason = electronRuntime()
    ? electronObstacle()
      ? `; ${electronObstacle()}`
      : ''
    : "; Electron's runtime is not installed"
  return [
    `End-to-end tests covered: ${list(covered.filter(({ count }) => count > 0)) || 'no host'}.`,
    ...(not.length > 0 ? [`Not covered: ${list(not)}${reason}.`] : []),
  ].join(' ')
}

function toolsAreThere() {
  const { missing, command, said } = ensureTools(testTools)
  if (missing.length === 0) return true
  console.log(
    `Missing: ${missing.map(({ title }) => title).join(', ')}.${command ? ` Type: ${command}` : ''}`,
  )
  if (said) console.log(said)
  return false
}

/** Runs a program without input; `quiet` lets it be heard only when it fails. */
function runs(program, args, { quiet = false } = {}) {
  const run = spawnSync(program, args, {
    cwd: root,
    env: projectEnvironment(program),
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    encoding: 'utf8',
  })
  if (quiet && run.status !== 0) console.log(`${run.stdout}${run.stderr}`)
  return run.status === 0
}

function seconds(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`
}
