import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type App, type AppOptions, openApp } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'

const passphrase = 'tujuh belas perahu berlayar ke Bali'

describe.each(hosts)('on the $title', ({ host }) => {
  let folder = ''
  let app: App
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))))
  afterEach(async () => {
    await app.kill()
    rmSync(folder, { recursive: true })
  })

  async function open(options: Partial<AppOptions> = {}): Promise<App> {
    app = await openApp({ host, dataFolder: join(folder, 'data'), homeFolder: folder, ...options })
    return app
  }

  async function makeRecord(): Promise<{ readonly path: string; readonly recoveryKey: string }> {
    const path = join(app.documentsFolder, 'unit.sepaham')
    await app.answerSave(path)
    const made = await app.call('record.create', {
      name: 'Unit Kerja Sama',
      ownSide: 'IDN',
      officerName: 'Ayu Lestari',
      passphrase,
    })
    if (!made.ok || made.value === null) throw new Error(JSON.stringify(made))
    return { path, recoveryKey: made.value.recoveryKey }
  }

  const status = async () => {
    const state = await app.call('record.state', {})
    return state.ok ? state.value.status : state.fault.kind
  }

  it('the first page opens without a complaint and asks nobody but the program', async () => {
    const { page, problems } = await open()
    await expect.poll(() => page.locator('h1').count()).toBeGreaterThan(0)
    expect(problems).toEqual([])
    await app.quit()
  })

  it('a record is made where the dialog says, and is not readable there', async () => {
    await open()
    const { path } = await makeRecord()
    expect(await status()).toBe('open')
    expect(existsSync(path)).toBe(true)
    expect(readFileSync(path).includes('SQLite format 3')).toBe(false)
    await app.quit()
  })

  it('a cancelled dialog makes nothing', async () => {
    await open()
    await app.answerSave(null)
    const made = await app.call('record.create', {
      name: 'Unit',
      ownSide: 'IDN',
      officerName: 'Ayu',
      passphrase,
    })
    expect(made).toEqual({ ok: true, value: null })
    await app.answerOpen(null)
    expect(await app.call('record.chooseFile', {})).toEqual({ ok: true, value: null })
    expect(await status()).toBe('closed')
  })

  it('a page is printed as PDF in fonts of its own', async () => {
    await open()
    const { recoveryKey } = await makeRecord()
    const path = join(app.documentsFolder, 'kunci.pdf')
    await app.answerSave(path)
    const saved = await app.call('record.saveRecoverySheet', { recoveryKey, format: 'pdf', language: 'id' })
    expect(saved).toMatchObject({ ok: true, value: { name: 'kunci.pdf' } })
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('the command line opens a record with the passphrase in a file', async () => {
    await open()
    const { path } = await makeRecord()
    await app.quit()
    const passphraseFile = join(folder, 'passphrase')
    writeFileSync(passphraseFile, `${passphrase}\n`)
    await open({ args: ['--record', path, '--passphrase-file', passphraseFile] })
    expect(await status()).toBe('open')
    await app.quit()
    await open({ args: ['--record', path] })
    expect(await status()).toBe('locked')
  })

  it('a record outlives the sudden end of the program', async () => {
    await open()
    const { path } = await makeRecord()
    const put = await app.call('relationship.add', { otherSide: 'KHM' })
    expect(put.ok).toBe(true)
    await app.kill()
    const passphraseFile = join(folder, 'passphrase')
    writeFileSync(passphraseFile, passphrase)
    await open({ args: ['--record', path, '--passphrase-file', passphraseFile] })
    expect(await app.call('relationship.list', {})).toMatchObject({
      ok: true,
      value: [{ otherSide: 'KHM' }],
    })
  })

  it('the sample opens', async () => {
    await open({ args: ['--sample'] })
    expect(await app.call('record.state', {})).toMatchObject({
      ok: true,
      value: { status: 'open', sample: true },
    })
  })
})
