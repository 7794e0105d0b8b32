// npm start: builds what changed and opens Sepaham, in Electron where that can run, else in an installed browser.
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build, isBuilt } from './build.mjs'
import { electronObstacle, electronRuntime, fetchElectronRuntime, hasScreen } from './electronRuntime.mjs'
import { handOver, node24, Refusal, refuse, root } from './node24.mjs'
import { ensureTools, findTool } from './tools.mjs'

const loopbackHost = join(root, 'out', 'main', 'serve.cjs')

const usage = `npm start -- [options]
  --sample                 open the sample record
  --record PATH            open this record
  --passphrase-file FILE   read the passphrase from this file
  --browser                in an installed Chromium, Chrome or Edge, even where Electron is installed
  --no-open                in a browser, but only print the address`

try {
  const options = readOptions(process.argv.slice(2))
  const node = node24()
  if (options.dev) {
    handOver(node, [join(root, 'electron', 'start', 'dev.mjs'), ...options.opening])
  } else {
    if (!isBuilt()) build({ quiet: true })
    const electron = options.inBrowser ? null : electronFor(node)
    if (electron) handOver(electron, [root, ...options.opening])
    else handOver(node, [loopbackHost, ...browserOptions(options), ...options.opening])
  }
} catch (error) {
  refuse(error)
}

/** Electron's executable, or null after the one line that says why it is a browser instead. */
function electronFor(node) {
  const obstacle = electronObstacle()
  const runtime = obstacle ? null : (electronRuntime() ?? fetchElectronRuntime(node))
  if (runtime) return runtime
  const reason = obstacle ?? "Electron's runtime is not installed and could not be fetched"
  console.log(`Sepaham opens in the browser of this machine: ${reason}.`)
  return null
}

/** A browser is needed to open a window and to print PDF; a script that opens nothing can do without. */
function browserOptions({ noOpen }) {
  const { missing, command, said } = findTool('chromium') ? { missing: [] } : ensureTools(['chromium'])
  if (missing.length > 0 && !noOpen) {
    throw new Refusal(
      `${said}\nSepaham needs Chromium, Chrome or Edge.${command ? ` Type: ${command}` : ''}`.trim(),
    )
  }
  return noOpen || !hasScreen() ? ['--no-open'] : []
}

/**
 * What was typed after `npm start --`. Paths are resolved against the folder in which it was typed.
 *
 * @param {readonly string[]} args
 * @throws {Refusal} naming the options, for one that is not known
 */
function readOptions(args) {
  const typedIn = process.env.INIT_CWD ?? process.cwd()
  const { values } = parse(args)
  if (values.help) {
    console.log(usage)
    process.exit(0)
  }
  const pathOption = (name) =>
    values[name] === undefined ? [] : [`--${name}`, resolve(typedIn, values[name])]
  return {
    dev: values.dev === true,
    noOpen: values['no-open'] === true,
    inBrowser: values.browser === true || values['no-open'] === true,
    opening: [
      ...(values.sample ? ['--sample'] : []),
      ...pathOption('record'),
      ...pathOption('passphrase-file'),
    ],
  }
}

function parse(args) {
  const flag = { type: 'boolean' }
  const text = { type: 'string' }
  try {
    return parseArgs({
      args: [...args],
      options: {
        sample: flag,
        record: text,
        'passphrase-file': text,
        browser: flag,
        'no-open': flag,
        dev: flag,
        help: flag,
      },
    })
  } catch (error) {
    throw new Refusal(`${error.message}\n${usage}`)
  }
}
