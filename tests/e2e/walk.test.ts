import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from './axe.ts'
import { openNusaDua, openSample, setLanguage, type Sitting } from './sample.ts'
import { createScreen } from './screen.ts'

/** A laptop, with the sidebar in full: the minutes have the least room that is not that of a drawer. */
const laptop = { width: 1280, height: 800 } as const

let sitting: Sitting
beforeAll(async () => {
  sitting = await openSample({ host: 'loopback', ...laptop })
}, 60_000)
afterAll(async () => await sitting.app.kill())

describe('a change of the language of the screen', () => {
  it('changes also what was said just before', async () => {
    const { app, screen } = sitting
    const { t, page } = screen
    await screen.section(t('shell.people'))
    await screen.press(t('people.newPerson'))
    await screen.fill(t('people.name'), 'Rahayu')
    await screen.send(t('shell.save'))
    const english = createScreen(page, 'en')
    await screen.group(t('history.acts.personPut')).waitFor()
    await setLanguage(app, 'en')
    const notice = english.group(english.t('history.acts.personPut'))
    await notice.getByText(english.t('history.acts.personPut')).waitFor()
    await notice.getByRole('button', { name: english.t('shell.undo') }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await setLanguage(app, 'id')
    await page.getByRole('heading', { level: 1, name: t('people.title') }).waitFor()
  })

  it('changes also what an empty text says', async () => {
    const { app, screen } = sitting
    const { t, page } = screen
    await screen.section(t('shell.meetings'))
    await openNusaDua(screen)
    const said = page.locator('main [data-empty]')
    const words = async () => [
      ...new Set(await said.evaluateAll((all) => all.map((one) => one.dataset['empty']))),
    ]
    await expect.poll(words).toEqual([t('editor.empty')])
    await setLanguage(app, 'en')
    await expect.poll(words).toEqual([createScreen(page, 'en').t('editor.empty')])
    await setLanguage(app, 'id')
    await expect.poll(words).toEqual([t('editor.empty')])
  })
})

describe('the meeting on a laptop', () => {
  it('has every tool of the minutes in sight, with the sidebar and all columns', async () => {
    const { screen } = sitting
    const { t, page } = screen
    for (const language of ['id', 'en'] as const) {
      await setLanguage(sitting.app, language)
      const tools = page.getByRole('toolbar', { name: createScreen(page, language).t('editor.toolbar') })
      await tools.waitFor()
      const cut = await tools.evaluate((bar) => {
        const { left, right } = bar.getBoundingClientRect()
        return [...bar.querySelectorAll('button')].filter((one) => {
          const box = one.getBoundingClientRect()
          const middle = document.elementFromPoint(box.x + box.width - 4, box.y + box.height / 2)
          return box.left < left || box.right > right || !one.contains(middle)
        }).length
      })
      expect(cut).toBe(0)
      expect(await axeFindings(page)).toEqual([])
    }
    await setLanguage(sitting.app, 'id')
    await page.getByRole('toolbar', { name: t('editor.toolbar') }).waitFor()
  })
})

describe('the export dialog', () => {
  it('stays when no place is chosen', async () => {
    const { app, screen } = sitting
    const { t, page } = screen
    await app.answerSave(null)
    await page.keyboard.press('F12')
    const dialog = screen.dialog(t('meeting.exportMinutes'))
    await dialog
      .getByRole('checkbox', { name: new RegExp(`^${t('meeting.asDraft')}`) })
      .check({ force: true })
    const send = dialog.getByRole('button', { name: t('meeting.exportDocx'), exact: true })
    const answered = page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('minutes.exportDocx'),
    )
    await send.click()
    expect(await (await answered).json()).toEqual({ ok: true, value: null })
    await expect.poll(() => send.getAttribute('data-pending')).toBeNull()
    expect(await send.evaluate((it) => it === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })

  it('lists what one language alone says, and leads there', async () => {
    const { screen } = sitting
    const { t, page } = screen
    await screen.goToEnd(screen.text(5))
    await screen.pick(t('editor.insert'), t('editor.figure'))
    await screen.fillNumber(t('meeting.value'), 12)
    await screen.fillWording(t('meeting.unit'), { en: 'officers', id: 'pejabat' })
    await screen.fillWording(t('meeting.counted'), { en: 'Contact points', id: 'Narahubung' })
    await screen.send(t('editor.insert'))
    await page.keyboard.press('F12')
    const list = page.getByRole('region', { name: t('meeting.differences') })
    await list
      .getByText(t('meeting.onlyInText', { what: '12 pejabat', language: t('meeting.language.en') }))
      .waitFor()
    expect(await axeFindings(page)).toEqual([])
    await list.getByRole('button', { name: t('meeting.show') }).click()
    await page.getByText(t('meeting.onlyIn', { language: t('meeting.language.en') })).waitFor()
  })
})

describe('a new passphrase', () => {
  it('is judged once it is begun', async () => {
    const { screen } = sitting
    const { t, page } = screen
    await screen.section(t('shell.settings'))
    await screen.tab(t('settings.tabs.security'))
    await screen.press(t('settings.changePassphrase'))
    const strength = screen.group(t('record.make.strength'))
    const first = page.getByLabel(t('record.unlock.newPassphrase'), { exact: true })
    await first.waitFor()
    expect(await strength.count()).toBe(0)
    const place = async () =>
      (await page.getByLabel(t('record.make.again'), { exact: true }).boundingBox())?.y
    const before = await place()
    await first.fill('tujuh')
    await strength.getByText(t('record.make.tooShort')).waitFor()
    await strength.getByText(t('record.make.characters', { count: 5 })).waitFor()
    expect(await place()).toBe(before)
    await first.fill('')
    await strength.waitFor({ state: 'hidden' })
    expect(sitting.app.problems).toEqual([])
  })
})
