import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { copiesFolderOf, listCopies } from '../../electron/store/copies.ts'
import { sampleOf } from '../../electron/store/recordPaths.ts'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { makeReadOnly } from '../support/readOnly.ts'
import { openSample, setTheme } from './sample.ts'
import type { Screen } from './screen.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let folder: string
let app: App
let screen: Screen
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))))
afterEach(async () => {
  await app.kill()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(hosts)('an officer on the $title', ({ host }) => {
  async function open(): Promise<void> {
    ;({ app, screen } = await openSample({ host, dataFolder: join(folder, 'data') }))
  }
  const record = () => sampleOf(join(folder, 'data'))
  const copied = () => expect.poll(() => listCopies(record()).length, { timeout: 20_000 })

  it('who put back a copy is told so, says that he did it, and goes on', async () => {
    await open()
    await copied().toBe(1)
    await app.call('relationship.add', { otherSide: 'JPN' })
    await app.quit()
    copyFileSync(join(copiesFolderOf(record()), listCopies(record())[0] ?? ''), record())

    await open()
    const { page, t } = screen
    const bar = page.getByRole('status').filter({ hasText: t('care.replacedNext') })
    await bar.waitFor()
    await expectReadable(page)
    await screen.press(t('care.confirm'))
    const dialog = page.getByRole('alertdialog', { name: t('care.confirmTitle') })
    await dialog.getByRole('button', { name: t('care.confirm') }).click()
    await bar.waitFor({ state: 'hidden' })
    await page.getByText(t('care.confirmed')).first().waitFor()
    await page.getByRole('link', { name: t('shell.history') }).click()
    await page.getByText(t('history.acts.confirmedReplaced')).waitFor()
    await page.getByText(t('history.acts.replaced')).waitFor()
    expect(app.problems).toEqual([])
  })

  it('whose copy could not be made is told why, and makes it when the reason is gone', async (context) => {
    await open()
    await copied().toBe(1)
    await expect
      .poll(() => app.call('record.state', {}), { timeout: 20_000 })
      .toMatchObject({ value: { copy: { running: false } } })
    mkdirSync(copiesFolderOf(record()), { recursive: true })
    const release = makeReadOnly(copiesFolderOf(record()))
    if (release === null) return context.skip('nothing can be made read-only here')
    const { page, t } = screen
    const bar = page.getByRole('status').filter({ hasText: t('care.copyFailures.notWritable') })
    try {
      expect(await app.call('record.copyNow', {})).toMatchObject({ fault: { kind: 'NotWritable' } })
      await bar.waitFor()
      for (const theme of ['dark', 'light'] as const) {
        await setTheme(app, theme)
        await page.locator(`html[data-theme=${theme}]`).waitFor()
        await expectReadable(page)
      }
      await page.getByRole('link', { name: t('shell.settings') }).click()
      await screen.tab(t('settings.tabs.data'))
      await page
        .getByRole('definition')
        .filter({ hasText: t('care.copyFailures.notWritable') })
        .waitFor()
    } finally {
      release()
    }
    await bar.getByRole('button', { name: t('shell.retry') }).click()
    await bar.waitFor({ state: 'hidden' })
    await copied().toBe(2)
  })
})

async function expectReadable(page: Page): Promise<void> {
  await page.evaluate(axe)
  const violations = await page.evaluate(async () => {
    const run = (window as unknown as { axe: { run: () => Promise<{ violations: { id: string }[] }> } }).axe
      .run
    return (await run()).violations.map(({ id }) => id)
  })
  expect(violations).toEqual([])
}
