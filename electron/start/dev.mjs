// npm run dev: the app with hot reload of the page, from the sources. Runs on Node 24.
//
// Always on the loopback host, which serves the page while Vite reloads its modules: the desktop host shows built
// files only, by its security policy.
import { spawn } from 'node:child_process'
import { createServer as createSocketServer } from 'node:net'
import { join } from 'node:path'
import { resolveConfig } from 'electron-vite'
import { createServer, mergeConfig } from 'vite'
import { hasScreen } from './electronRuntime.mjs'
import { root } from './node24.mjs'

const opening = process.argv.slice(2)

const port = await freePort()
const { config } = await resolveConfig({ root }, 'serve', 'development')
const vite = await createServer(
  mergeConfig(config.renderer, {
    configFile: false,
    // The page comes from the loopback host's port; its hot reload goes straight to Vite's.
    server: { host: '127.0.0.1', port, strictPort: true, ws: { host: '127.0.0.1', clientPort: port } },
  }),
)
await vite.listen()
const host = spawn(
  process.execPath,
  [
    join(root, 'electron', 'serve.ts'),
    '--dev-url',
    `http://127.0.0.1:${port}`,
    ...(hasScreen() ? [] : ['--no-open']),
    ...opening,
  ],
  { cwd: root, stdio: 'inherit' },
)
process.on('SIGINT', () => void (process.stdin.isTTY || host.kill('SIGINT')))
process.on('SIGTERM', () => host.kill('SIGTERM'))
host.on('exit', (code) => process.exit(code ?? 1))

/** A port that nobody listens on: Vite must tell the page its own before it listens. */
function freePort() {
  return new Promise((resolve, reject) => {
    const socket = createSocketServer()
    socket.on('error', reject)
    socket.listen(0, '127.0.0.1', () => {
      const { port } = socket.address()
      socket.close(() => resolve(port))
    })
  })
}
