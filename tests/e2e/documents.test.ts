import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { nusaDuaOf, openNusaDua, openSample } from './sample.ts'
import type { Screen } from './screen.ts'

const root = join(import.meta.dirname, '..', '..')
let folder: string
let app: App
let screen: Screen
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))))
afterEach(async () => {
  await app.quit()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(hosts)('documents on the $title', ({ host }) => {
  const row = (name: string) => screen.page.getByRole('listitem').filter({ hasText: name })

  it('are added, dropped, renamed, saved again, removed and brought back', async () => {
    ;({ app, screen } = await openSample({ host }))
    const { page, t } = screen
    const paper = join(folder, 'Nota diplomatik.pdf')
    writeFileSync(paper, '%PDF-1.7 nota')
    await openNusaDua(screen)
    await screen.tab(t('attachments.title'))
    await page.getByText(t('attachments.none')).waitFor()
    await app.answerOpen(paper)
    await screen.press(t('attachments.add'))
    await row('Nota diplomatik.pdf').waitFor()
    expect(await axeFindings(page)).toEqual([])

    await page.getByText(t('attachments.hint')).evaluate((hint) => {
      const data = new DataTransfer()
      data.items.add(new File(['daftar nama'], 'daftar.txt'))
      hint.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    })
    await row('daftar.txt').waitFor()

    await screen.pick(t('shell.more', { name: 'daftar.txt' }), t('attachments.rename'))
    await screen.fill(t('files.name'), 'Daftar delegasi.txt')
    await page.keyboard.press('Enter')
    await row('Daftar delegasi.txt').waitFor()

    const copy = join(folder, 'salinan.txt')
    await app.answerSave(copy)
    await screen.pick(t('shell.more', { name: 'Daftar delegasi.txt' }), t('attachments.saveAs'))
    await expect.poll(() => textOf(copy)).toBe('daftar nama')

    await screen.pick(t('shell.more', { name: 'Nota diplomatik.pdf' }), t('shell.remove'))
    await row('Nota diplomatik.pdf').waitFor({ state: 'detached' })
    await page
      .getByRole('group', { name: t('history.acts.attachmentRemove') })
      .getByRole('button')
      .first()
      .click()
    await row('Nota diplomatik.pdf').waitFor()
    expect(app.problems).toEqual([])
  })

  it('are both files that were compared, where a person keeps them', async () => {
    ;({ app, screen } = await openSample({ host }))
    const { page, t } = screen
    await screen.section(t('compare.nav'))
    for (const [choose, file] of [
      ['chooseBase', 'mou-v1-idn-draft.en.txt'],
      ['chooseTarget', 'mou-v2-khm-counterdraft.en.txt'],
    ] as const) {
      await app.answerOpen(join(root, 'tests', 'fixtures', file))
      await screen.press(t(`compare.${choose}`))
    }
    await page.getByRole('radiogroup', { name: t('compare.view') }).waitFor({ timeout: 30_000 })
    await page
      .getByRole('button', { name: /mou-v1-idn-draft/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: t('attachments.keepBoth') }).click()
    const dialog = page.getByRole('dialog', { name: t('attachments.keepTitle') })
    await dialog.getByRole('button', { name: t('attachments.keep'), exact: true }).click()
    await dialog.getByText(t('attachments.chooseMeeting')).last().waitFor()
    await dialog.getByRole('button', { name: new RegExp(t('attachments.meeting')) }).click()
    await page.getByRole('option', { name: /Kedua/ }).first().click()
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: t('attachments.keep'), exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    const { meeting } = await nusaDuaOf(app)
    const kept = await app.call('attachment.list', { owner: { kind: 'meeting', id: meeting.id } })
    expect(kept.ok && kept.value.map(({ name }) => name)).toEqual([
      'mou-v1-idn-draft.en.txt',
      'mou-v2-khm-counterdraft.en.txt',
    ])
    expect(app.problems).toEqual([])
  })
})

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
