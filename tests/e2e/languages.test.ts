import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { MouId } from '../../shared/ids.ts'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { type LibreOffice, startLibreOffice } from '../support/libreOffice.ts'
import { axeFindings } from './axe.ts'
import { beginText, draftFixture, openDraft } from './draftText.ts'
import { openSample, setTheme } from './sample.ts'
import { escaped, type Screen } from './screen.ts'

const km = [
  'មាត្រា ១',
  'គោលបំណង',
  'ភាគីទាំងពីរនឹងសហប្រតិបត្តិការក្នុងការប្រឆាំងអំពើជួញដូរមនុស្ស។',
  'មាត្រា ២',
  'វិសាលភាពនៃកិច្ចសហប្រតិបត្តិការ',
].join('\n')

let folder: string
let office: LibreOffice
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))
  office = await startLibreOffice()
})
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(hosts)('three texts of one memorandum on the $title', ({ host }) => {
  let app: App
  let screen: Screen
  let page: Page
  let mouId: MouId
  beforeAll(async () => {
    ;({ app, screen } = await openSample({ host }, 'en'))
    page = screen.page
    ;({ mouId } = await openDraft(app, screen, draftFixture('mou-v3-consolidated.en.txt')))
    await beginText(app, mouId, draftFixture('mou-v3-consolidated.id.txt'), 'id')
    await beginText(app, mouId, km, 'km')
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.evaluate((hash) => (location.hash = hash), `#/mou/${mouId}/languages`)
    await row('Article 7').waitFor()
  })
  afterAll(async () => await app.kill())
  afterEach(() => expect(app.problems).toEqual([]))

  const row = (words: string) => page.getByRole('row').filter({ hasText: words }).first()
  const beside = async () => {
    const reply = await app.call('languages.beside', { mouId })
    if (!reply.ok) throw new Error(reply.fault.kind)
    return reply.value
  }

  it('say which clause a language lacks, and lead to it', async () => {
    const { t } = screen
    const lacking = (await beside()).rows.find(
      ({ members }) => members.en?.[0]?.label === 'Article 7 (3)' || members.en?.[0]?.label === '7 (3)',
    )
    expect(lacking?.members.id).toBeUndefined()
    const findings = page.getByRole('complementary', { name: t('languages.findings') })
    await findings
      .getByRole('button', { name: /7 \(3\)/ })
      .first()
      .click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-key')))
      .toBe(lacking?.key)
    expect(await axeFindings(page)).toEqual([])
  })

  it('are confirmed clause by clause; an edit of one marks the others to be checked', async () => {
    const { t } = screen
    const article = row('Article 2')
    await article.getByRole('button', { name: new RegExp(escaped(t('shell.more', { name: '' }))) }).click()
    await page.getByRole('menuitem', { name: t('languages.confirm') }).click()
    await article.getByText(t('languages.standing.confirmed')).waitFor()
    await page.keyboard.press('Control+Z')
    await article.getByText(t('languages.standing.neverConfirmed')).waitFor()
    await page.keyboard.press('Control+Y')
    await article.getByText(t('languages.standing.confirmed')).waitFor()

    const [first] = (await beside()).rows.filter(({ standing }) => standing === 'confirmed')
    await page.evaluate((hash) => (location.hash = hash), `#/mou/${mouId}/text?lang=en`)
    await page.locator('.ProseMirror').getByText('Scope of Cooperation').first().click()
    await page.keyboard.press('End')
    await page.keyboard.type(' and Aim')
    await expect
      .poll(async () => (await beside()).rows.find(({ key }) => key === first?.key)?.standing)
      .toBe('stale')
    await page.goBack()
    await row('and Aim').getByText(t('languages.standing.stale')).waitFor()
  })

  it('are shown in one, two or three columns, in both themes and sizes', { timeout: 60_000 }, async () => {
    const { t } = screen
    const columns = () => page.getByRole('columnheader').count()
    expect(await columns()).toBe(4)
    await page
      .getByRole('group', { name: t('languages.shown') })
      .getByText('Khmer')
      .click()
    await expect.poll(columns).toBe(3)
    await page
      .getByRole('group', { name: t('languages.shown') })
      .getByText('Khmer')
      .click()
    await expect.poll(columns).toBe(4)
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(app, theme)
      for (const [width, height] of [
        [1440, 900],
        [1024, 700],
      ] as const) {
        await page.setViewportSize({ width, height })
        expect(await axeFindings(page)).toEqual([])
        const shots = process.env['SEPAHAM_SHOTS']
        if (shots) await page.screenshot({ path: `${shots}/languages-${theme}-${width}x${height}.png` })
      }
    }
  })

  it('leave in columns by clause, and LibreOffice reads each language in its own', async () => {
    const { t } = screen
    await page.setViewportSize({ width: 1440, height: 900 })
    const path = join(folder, `${host}.docx`)
    await page.evaluate((hash) => (location.hash = hash), `#/mou/${mouId}/text?lang=en`)
    await page.locator('.ProseMirror').first().waitFor()
    await page.keyboard.press('F12')
    await page.getByRole('dialog').waitFor()
    const texts = page.getByRole('group', { name: t('draftExport.texts') })
    for (const language of ['Indonesian', 'English', 'Khmer']) {
      const box = texts.getByRole('checkbox', { name: language })
      if (!(await box.isChecked())) await texts.getByText(language).click()
    }
    expect(await axeFindings(page)).toEqual([])
    await app.answerSave(path)
    await screen.send(t('meeting.exportDocx'))
    const { blocks } = await office.read(readFileSync(path), join(folder, `${host}.pdf`))
    const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    const khmer = rows.find((cells) => cells.some((cell) => cell.some(({ text }) => text.includes('គោលបំណង'))))
    expect(khmer?.length).toBe(3)
    const shots = process.env['SEPAHAM_SHOTS']
    if (shots) await office.read(readFileSync(path), `${shots}/columns.pdf`)
  })
})
