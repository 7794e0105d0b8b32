import { afterEach, describe, expect, it } from 'vitest'
import { hosts } from '../support/hosts.ts'
import { expectSaved, openNusaDua, openSample, type Sitting } from './sample.ts'
import { cursorIn } from './screen.ts'

describe.each(hosts)('the toolbar of the minutes, on the $title', ({ host }) => {
  let sitting: Sitting
  afterEach(() => sitting.app.kill())

  it('leaves the next word to the text, whether it opened a menu or a dialog', async () => {
    sitting = await openSample({ host })
    const { app, screen } = sitting
    const { page, t } = screen
    const { keyboard } = page
    await openNusaDua(screen)
    await screen.goToEnd(screen.text(8))
    const bar = page.getByRole('toolbar', { name: t('editor.toolbar') })

    await keyboard.press('Enter')
    await bar.getByRole('button', { name: t('editor.insert') }).click()
    await page.getByRole('menuitem', { name: t('capture.position', { side: 'Kamboja' }) }).click()
    await cursorIn(page)
    await keyboard.type('First words.')
    await expectSaved(app, 8, 'First words.')

    await bar.getByRole('button', { name: t('meeting.decision') }).click()
    await screen.dialog(t('meeting.addDecision')).getByRole('textbox').first().fill('The sides agreed.')
    await keyboard.press('Control+Enter')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await cursorIn(page)
    await keyboard.type('More words.')
    await expectSaved(app, 8, 'More words.')

    await bar.getByRole('button', { name: t('meeting.action') }).click()
    await page.getByRole('dialog').waitFor()
    await keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await cursorIn(page)
    await keyboard.type(' And these.')
    await expectSaved(app, 8, 'More words. And these.')
    expect(app.problems).toEqual([])
  })
})
