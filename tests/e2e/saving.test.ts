import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../support/app.ts'
import { docxParts } from '../support/docxParts.ts'
import { hosts } from '../support/hosts.ts'
import { createScreen, type Screen } from './screen.ts'
import { expectSaved, openNusaDua, openSample, savedText } from './sample.ts'

const words = 'Tiga perahu kecil berlayar dari Benoa.'
/** Long enough for the ten seconds of a save, at ten keys a second. */
const longWords = 'kata demi kata tanpa berhenti '.repeat(4).slice(0, 105)

let folder: string
let app: App
let screen: Screen
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))))
afterEach(async () => {
  await app.kill()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(hosts)('words that are typed on the $title', ({ host }) => {
  async function open(dataFolder = join(folder, 'data')): Promise<void> {
    ;({ app, screen } = await openSample({ host, dataFolder }))
    await openNusaDua(screen)
  }

  it('are in the record within a second of the last key, and outlive kill -9', async () => {
    await open()
    const { page } = screen
    await watchKeys(page)
    await screen.goToEnd(screen.text(5))
    await page.keyboard.type(words)
    await expectSaved(app, 5, words)
    const { lastKey } = await keyTimes(page)
    expect((await savedText(app, 5)).savedAt - lastKey).toBeLessThanOrEqual(1_000)
    await screen.savedAt().waitFor()
    await app.kill()

    await open()
    await screen.text(5).getByText(words).waitFor()
  })

  it('are in the record within ten seconds while typing goes on', async () => {
    await open()
    const { page } = screen
    await watchKeys(page)
    await screen.goToEnd(screen.text(5))
    await page.keyboard.type(longWords, { delay: 100 })
    const { firstKey, lastKey } = await keyTimes(page)
    const { words: saved, savedAt } = await savedText(app, 5)
    expect(lastKey - firstKey).toBeGreaterThan(9_000)
    expect(savedAt - firstKey).toBeGreaterThan(0)
    expect(savedAt - firstKey).toBeLessThanOrEqual(10_000)
    expect(saved).toContain(longWords.slice(0, 30))
  })

  it('are in the record when the window is closed right after the last key', async () => {
    await open()
    await screen.goToEnd(screen.text(5))
    await screen.page.keyboard.insertText(words)
    await app.quit()

    await open()
    await screen.text(5).getByText(words).waitFor()
  })

  const disk = smallDisk()
  it.skipIf(disk === null)(
    'stay on the screen while the disk is full, and are saved once it is not',
    async () => {
      const at = join(folder, 'disk')
      mkdirSync(at)
      disk?.mount(at)
      try {
        await open(at)
        const { page, t } = screen
        await screen.goToEnd(screen.text(5))
        fill(at)
        await page.keyboard.insertText(words)
        const bar = page.getByRole('alert').filter({ hasText: t('meeting.notSaved') })
        await bar.waitFor()
        await page.getByText(t('shell.notSaved'), { exact: true }).waitFor()
        await page.keyboard.insertText(' Lalu kembali.')
        expect(await screen.text(5).textContent()).toContain(`${words} Lalu kembali.`)

        const copy = join(folder, 'salinan.docx')
        await app.answerSave(copy)
        await bar.getByRole('button', { name: t('meeting.saveCopy') }).click()
        await page
          .getByText(t('meeting.fileSaved', { name: 'salinan.docx', folder }))
          .first()
          .waitFor()
        expect([...docxParts(readFileSync(copy)).values()].join('')).toContain('Lalu kembali.')

        rmSync(join(at, 'filling'))
        await bar.getByRole('button', { name: t('shell.retry') }).click()
        await bar.waitFor({ state: 'hidden' })
        await expectSaved(app, 5, `${words} Lalu kembali.`)
      } finally {
        await app.kill()
        disk?.unmount(at)
      }
    },
  )
})

describe('a page on the loopback host', () => {
  it('keeps what was typed right before it is loaded again', async () => {
    ;({ app, screen } = await openSample({ host: 'loopback' }))
    await openNusaDua(screen)
    await screen.goToEnd(screen.text(5))
    await app.page.keyboard.insertText(words)
    await app.page.reload()
    await screen.text(5).getByText(words).waitFor()
  })
})

describe('a page whose host has gone', () => {
  it('says that words are not saved, gives them to the clipboard, and saves them once the host is there', async () => {
    ;({ app, screen } = await openSample({ host: 'loopback' }))
    await openNusaDua(screen)
    const { page, t } = screen
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await screen.goToEnd(screen.text(5))
    await page.route('**/call', (route) => route.abort())
    await page.keyboard.insertText(words)
    const bar = page.getByRole('alert').filter({ hasText: t('meeting.notSaved') })
    await bar.getByRole('button', { name: t('meeting.saveCopy') }).click()
    await page.getByText(t('meeting.copiedInstead')).first().waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(words)

    await page.unroute('**/call')
    await bar.getByRole('button', { name: t('shell.retry') }).click()
    await bar.waitFor({ state: 'hidden' })
    await expectSaved(app, 5, words)
  })
})

describe('a second window on the loopback host', () => {
  it('follows what is typed in the first, and writes once the first lets go', async () => {
    ;({ app, screen } = await openSample({ host: 'loopback' }))
    await openNusaDua(screen)
    await screen.text(5).click()
    const second = await app.page.context().newPage()
    await second.goto(/open (\S+)/.exec(app.said())?.[1] ?? '')
    const other = createScreen(second, 'id')
    await openNusaDua(other)
    await second.getByText(other.t('meeting.following')).first().waitFor()
    expect(await other.text(5).getAttribute('aria-readonly')).toBe('true')

    await app.page.bringToFront()
    await app.page.keyboard.press('Control+End')
    await app.page.keyboard.insertText(words)
    await other.text(5).getByText(words).waitFor()

    await app.page.close()
    await expect.poll(() => other.text(5).getAttribute('aria-readonly')).toBe('false')
    await other.text(5).click()
    await second.keyboard.insertText('Dan jendela kedua.')
    await expectSaved(app, 5, 'Dan jendela kedua.')
  })

  it('loses nothing that was just typed in one when the other locks', async () => {
    ;({ app, screen } = await openSample({ host: 'loopback' }))
    await openNusaDua(screen)
    const second = await app.page.context().newPage()
    await second.goto(/open (\S+)/.exec(app.said())?.[1] ?? '')
    const other = createScreen(second, 'id')
    await other.headline().waitFor()

    await app.page.bringToFront()
    await screen.goToEnd(screen.text(5))
    await app.page.keyboard.insertText(words)
    await second.keyboard.press('Control+Shift+L')
    for (const page of [second, app.page]) await page.getByText(screen.t('record.unlock.intro')).waitFor()
    const locked = await app.call('record.state', {})
    if (!locked.ok || locked.value.status !== 'locked') throw new Error('not locked')
    const { officers, samplePassphrase } = locked.value
    await app.call('record.unlock', {
      officerName: officers[0] ?? '',
      passphrase: samplePassphrase ?? '',
    })
    await expectSaved(app, 5, words)
  })
})

type KeyTimes = { firstKey: number; lastKey: number }

/** Notes when keys reach the page, on the clock that the record uses too. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times = { firstKey: 0, lastKey: 0 }
    Object.assign(window, { keyTimes: times })
    const note = () => {
      times.lastKey = Date.now()
      times.firstKey ||= times.lastKey
    }
    window.addEventListener('beforeinput', note, { capture: true })
  })
}

async function keyTimes(page: Page): Promise<KeyTimes> {
  return await page.evaluate(() => (window as unknown as { readonly keyTimes: KeyTimes }).keyTimes)
}

/** Leaves no byte free on a disk. */
function fill(disk: string): void {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(join(disk, 'filling'), new Uint8Array(bavail * bsize))
}

/** How a disk of 16 MiB is made; null where nobody may mount one. */
function smallDisk() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const mount = (at: string) =>
    void execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16M', 'tmpfs', at], { stdio: 'ignore' })
  const unmount = (at: string) => void execFileSync('umount', ['-l', at], { stdio: 'ignore' })
  const tried = mkdtempSync(join(tmpdir(), 'sepaham-disk-'))
  try {
    mount(tried)
    unmount(tried)
    return { mount, unmount }
  } catch {
    return null
  } finally {
    rmSync(tried, { recursive: true })
  }
}
