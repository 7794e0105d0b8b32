import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, isBuilt } from '../../../electron/start/build.mjs'
import { commandScript, node24, root } from '../../../electron/start/node24.mjs'
import { findTool } from '../../../electron/start/tools.mjs'

const start = join(root, 'electron', 'start', 'start.mjs')

describe('npm start', () => {
  let home: string
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'sepaham-start-'))
    if (!isBuilt()) build({ quiet: true })
  })
  afterAll(() => rmSync(home, { recursive: true, force: true }))

  it('names its options when it does not know one', () => {
    const run = spawnSync(process.execPath, [start, '--colour'], { encoding: 'utf8' })
    expect(run.status).toBe(1)
    expect(run.stderr).toContain('--passphrase-file FILE')
    expect(run.stderr).not.toContain('at ')
  })
  it('prints an address on this machine with a token, answers there, and ends when it is told to', async () => {
    const program = spawn(process.execPath, [start, '--no-open'], {
      env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const address = await printedAddress(program)
    expect(address.hostname).toBe('127.0.0.1')
    expect(address.hash.length).toBeGreaterThan(20)
    expect((await fetch(address.origin)).status).toBe(200)
    program.kill('SIGTERM')
    const [code] = await once(program, 'exit')
    expect(code).toBe(0)
    await expect(fetch(address.origin)).rejects.toThrow('fetch failed')
  })
})

describe('the tools of the start', () => {
  it('run on Node 24', () =>
    expect(spawnSync(node24(), ['--version'], { encoding: 'utf8' }).stdout).toMatch(/^v24\./))
  it("find a package's command by its name, scoped or not", () => {
    expect(commandScript('tsc')).toMatch(/typescript/)
    expect(commandScript('electron-fuses')).toMatch(/@electron/)
  })
  it('refuse a command that no package has', () =>
    expect(() => commandScript('no-such-command')).toThrow('no command'))
  it('find the browser with its path', () => expect(findTool('chromium')).toEqual(expect.any(String)))
})

async function printedAddress(program: ChildProcess): Promise<URL> {
  if (program.stdout === null) throw new Error('the program has no output')
  for await (const line of createInterface({ input: program.stdout })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)?.[0]
    if (address !== undefined) return new URL(address)
  }
  throw new Error('the program ended without printing its address')
}
