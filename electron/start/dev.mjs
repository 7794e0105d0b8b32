// npm run dev: the renderer with hot reload. Runs on Node 24.
//
// With Electron's runtime: electron-vite's own development server. Without it: Vite serves the page and hands
// every other request to the loopback host as if that had served the page itself, so that the host needs no
// development mode. The host and the record thread are those of the build at the start.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { resolveConfig } from 'electron-vite'
import { createServer, mergeConfig } from 'vite'
import { build, forgetBuild, isBuilt } from './build.mjs'
import { electronObstacle, electronRuntime, hasScreen } from './electronRuntime.mjs'
import { commandScript, handOver, root } from './node24.mjs'
import { findTool } from './tools.mjs'

const opening = process.argv.slice(2)

if (electronRuntime() && !electronObstacle()) {
  forgetBuild()
  handOver(process.execPath, [commandScript('electron-vite'), 'dev', '--watch', '--', ...opening])
} else {
  await developOnLoopback()
}

async function developOnLoopback() {
  if (!isBuilt()) build({ quiet: true })
  const browser = findTool('chromium')
  const host = spawn(
    process.execPath,
    [
      join(root, 'out', 'main', 'serve.cjs'),
      '--no-open',
      ...(browser ? ['--chromium', browser] : []),
      ...opening,
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  host.on('exit', (code) => process.exit(code ?? 1))
  process.on('SIGTERM', () => host.kill('SIGTERM'))

  const hostAddress = await printedAddress(host.stdout)
  host.stdout.pipe(process.stdout)
  const vite = await createServer(await rendererConfig(hostAddress.origin))
  await vite.listen()
  const page = new URL(vite.resolvedUrls.local[0])
  page.hash = hostAddress.hash
  console.log(`With hot reload: ${page.href}`)
  if (browser && hasScreen()) openPage(browser, page.href, host)
}

/** The loopback host prints its address, with the run's token in the fragment, in a line of its own. */
async function printedAddress(output) {
  for await (const line of createInterface({ input: output })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)?.[0]
    if (address) return new URL(address)
  }
  throw new Error('The loopback host ended without printing its address.')
}

async function rendererConfig(hostOrigin) {
  const { config } = await resolveConfig({ root }, 'serve', 'development')
  return mergeConfig(config.renderer, {
    configFile: false,
    server: {
      host: '127.0.0.1',
      proxy: { '/api': { target: hostOrigin, changeOrigin: true, headers: { origin: hostOrigin } } },
    },
  })
}

/** A window with a profile of its own, wiped when it closes; closing it ends the host. */
function openPage(browser, address, host) {
  const profile = mkdtempSync(join(tmpdir(), 'sepaham-dev-'))
  const window = spawn(browser, [`--app=${address}`, `--user-data-dir=${profile}`, '--no-first-run'], {
    stdio: 'ignore',
  })
  window.on('exit', () => {
    rmSync(profile, { recursive: true, force: true })
    host.kill('SIGTERM')
  })
}
