import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { openNusaDua, openSample, setTheme } from './sample.ts'
import type { Screen } from './screen.ts'

const visa = 'Tarif visa dinas'

/** The second meeting of the sample runs once more, with an item to which nobody came; the third is planned. */
describe.each(hosts)('closing a meeting, and the next one, on the $title', ({ host }) => {
  let app: App
  let screen: Screen
  let page: Page
  beforeAll(async () => {
    ;({ app, screen } = await openSample({ host }))
    page = screen.page
    await openNusaDua(screen)
  })
  afterAll(async () => await app.kill())
  afterEach(() => expect(app.problems).toEqual([]))

  const agenda = () => page.getByRole('grid', { name: screen.t('meeting.agendaItems') })
  const dialog = () => screen.dialog(screen.t('agenda.close'))
  const status = (name: 'running' | 'held') =>
    screen.t('meeting.statusIs', { status: screen.t(`meetings.status.${name}`) })

  it('asks for each item to which nobody came, decides nothing beforehand, and is done by keys alone', async () => {
    const { t } = screen
    await screen.pick(status('held'), t('meetings.status.running'))
    await screen.button(status('running')).waitFor()
    await screen.press(t('meeting.addItem'))
    await screen.fillWording(t('meeting.itemTitle'), { id: visa, en: 'Visa fees of officials' })
    await screen.choose(t('agenda.proposedBy'), screen.country('KHM'))
    await screen.choose(t('meeting.topicLabel'), 'Layanan keimigrasian')
    await screen.choose(t('meeting.addedByLabel'), screen.country('KHM'))
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('meeting.add'), exact: true })
      .click()
    await screen.press(t('meeting.shiftTimes'))
    await agenda().getByText(visa).waitFor()

    await screen.press(t('agenda.close'))
    await dialog().getByRole('radiogroup').waitFor()
    expect(await dialog().getByRole('radiogroup').count()).toBe(1)
    expect(await dialog().getByRole('radio', { checked: true }).count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])
    await dialog()
      .getByRole('button', { name: t('agenda.close') })
      .click()
    await dialog().getByText(t('agenda.decideEach')).waitFor()

    const carry = dialog().getByRole('radio', { name: t('agenda.end.carriedOver') })
    await carry.focus()
    await page.keyboard.press('Space')
    await expect.poll(() => carry.isChecked()).toBe(true)
    await page.keyboard.press('Enter')
    await dialog().waitFor({ state: 'hidden' })
    await screen.button(status('held')).waitFor()
    const carriedOver = page.getByText('The Meeting agreed to carry this item over to its next meeting.')
    await carriedOver.waitFor()
  })

  it('is one act, which one undo takes back and one redo does again', async () => {
    await page.keyboard.press('Control+Z')
    await screen.button(status('running')).waitFor()
    await page.keyboard.press('Control+Y')
    await screen.button(status('held')).waitFor()
  })

  it('puts what was carried over onto the next meeting, where its history stands', async () => {
    const { t } = screen
    await page.keyboard.press('Control+3')
    await page
      .getByRole('link', { name: /Ketiga/ })
      .first()
      .click()
    const row = agenda().getByRole('row').filter({ hasText: visa })
    await row.getByText('dibawa dari pertemuan kedua, mata acara 6').waitFor()
    await page.getByText(/^Item 6 of the Second Meeting \(Visa fees of officials\)/).waitFor()
    await screen.moreInRow(visa, t('shell.edit'))
    const history = page.getByRole('group', { name: t('agenda.stood') })
    await history.getByRole('link', { name: '19 Mei 2025' }).waitFor()
    await page.keyboard.press('Escape')
  })

  it('takes it off again into the waiting list, and from there onto the agenda', async () => {
    const { t } = screen
    await screen.moreInRow(visa, t('shell.remove'))
    await screen.press(t('agenda.backlogCount', { number: '1' }))
    const list = screen.dialog(t('agenda.backlogOf', { series: 'Pertemuan Bilateral' }))
    await list.getByText(visa).waitFor()
    await setTheme(app, 'dark')
    expect(await axeFindings(page)).toEqual([])
    await list.getByRole('button', { name: t('agenda.putOnAgendaNamed', { title: visa }) }).click()
    await list.getByText(t('agenda.backlogNone')).waitFor()
    await list
      .getByRole('button', { name: t('shell.close'), exact: true })
      .last()
      .click()
    await agenda().getByText(visa).waitFor()
  })

  it('adopts the agenda with what was changed, and says so in the minutes', async () => {
    const { t } = screen
    await screen.press(t('meeting.adoptAgenda'))
    const form = screen.dialog(t('agenda.adoption'))
    await form.waitFor()
    expect(await axeFindings(page)).toEqual([])
    const [before = ''] = t('agenda.changeOf', { title: '\n' }).split('\n')
    await form.getByRole('button', { name: new RegExp(`${before}.*${visa}`) }).click()
    const choice = t('agenda.moved', { side: screen.country('KHM') })
    await page.getByRole('option', { name: choice, exact: true }).click()
    await screen.send(t('meeting.adoptAgenda'))
    await page
      .getByText(/with a new place for item \d at the request of the Cambodian delegation\./)
      .waitFor()
  })

  it('takes an item off the agenda and puts it back, and the minutes follow', async () => {
    const { t } = screen
    const side = screen.country('KHM')
    const change = async (choice: string) => {
      await screen.press(t('agenda.changes'))
      const form = screen.dialog(t('agenda.adoption'))
      await form.waitFor()
      const [before = ''] = t('agenda.changeOf', { title: '\n' }).split('\n')
      await form.getByRole('button', { name: new RegExp(`${before}.*${visa}`) }).click()
      await page.getByRole('option', { name: choice, exact: true }).click()
      if (choice === t('agenda.backFor', { side })) expect(await axeFindings(page)).toEqual([])
      await screen.send(t('shell.save'))
    }
    await change(t('agenda.takenOff', { side }))
    await page.getByText(t('agenda.offCount', { count: 1 })).waitFor()
    await page.getByText(/the withdrawal of .* at the request of the Cambodian delegation/).waitFor()
    expect(await agenda().getByText(visa).count()).toBe(0)
    await change(t('agenda.backFor', { side }))
    await agenda().getByText(visa).waitFor()
    expect(await page.getByText(t('agenda.offCount', { count: 1 })).count()).toBe(0)
    await page
      .getByText(/with the addition of item \d at the request of the Cambodian delegation\./)
      .waitFor()
  })
})
