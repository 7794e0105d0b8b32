// node electron/start/run.mjs <command or script> [arguments]: runs it on Node 24, whatever the machine has.
import { resolve } from 'node:path'
import { commandScript, handOver, node24, Refusal, refuse, root } from './node24.mjs'

try {
  const [what, ...args] = process.argv.slice(2)
  if (!what)
    throw new Refusal(
      'Name what to run: a command of an installed package, or a .ts, .mjs, .js or .cjs file.',
    )
  const script = /\.[cm]?[jt]s$/.test(what) ? resolve(root, what) : commandScript(what)
  handOver(node24(), [script, ...args])
} catch (error) {
  refuse(error)
}
