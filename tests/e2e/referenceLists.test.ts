import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { usualTerms } from '../../shared/mou/terms.ts'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { openSample } from './sample.ts'
import type { Screen } from './screen.ts'

let app: App
let screen: Screen
afterEach(async () => await app.kill())

describe.each(hosts)('an officer with the lists of the record, on the $title', ({ host }) => {
  beforeEach(async () => {
    ;({ app, screen } = await openSample({ host }))
    await screen.section(screen.t('shell.settings'))
    await screen.tab(screen.t('settings.tabs.lists'))
  })
  const lists = (page: Page) => page.getByRole('tabpanel')

  it('pastes a table of holidays, sees how it was read, and takes it over', async () => {
    const { page, t } = screen
    const country = screen.country('KHM')
    await screen.choose(t('procedure.country'), country)
    await lists(page).getByText(t('procedure.noHolidays', { country })).waitFor()
    await screen.press(t('procedure.pasteHolidays'))
    await screen.fill(
      t('procedure.pasted'),
      '2025-05-12 Visak Bochea\n១៤ ឧសភា ២០២៥ ព្រះរាជពិធីបុណ្យចម្រើនព្រះជន្ម\nWater Festival\n9 November 2025; Independence Day',
    )
    await page.getByText(t('procedure.lineProblems.noDate')).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await screen.send(t('procedure.takeOver', { count: 3 }))
    const year = page.getByRole('region', { name: '2025' })
    await expect.poll(async () => await year.getByRole('row').count()).toBe(3)
    await year.getByText('Independence Day').waitFor()
    await screen.more('Visak Bochea', t('shell.remove'))
    await year.getByText('Visak Bochea').waitFor({ state: 'hidden' })
    await page.keyboard.press('Control+z')
    await year.getByText('Visak Bochea').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(app.problems).toEqual([])
  })

  it('adds a holiday by hand, and is told that it is there already', async () => {
    const { page, t } = screen
    for (const name of ['Waisak', 'Waisak again']) {
      await screen.press(t('procedure.addHoliday'))
      await screen.date(t('procedure.date'), '2025-05-12')
      await screen.fill(t('procedure.holidayName'), name)
      if (name === 'Waisak') await screen.send(t('shell.save'))
    }
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('shell.save') })
      .click()
    await page.getByText(t('faults.alreadyThere', { thing: t('faults.things.holiday') })).waitFor()
    await page.keyboard.press('Escape')
    await screen.press(t('shell.discard')) // the day and the name were typed
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await page.getByRole('region', { name: '2025' }).getByRole('row').count()).toBe(1)
    expect(app.problems).toEqual([])
  })

  it('takes the usual terms and says how one is written in Khmer', async () => {
    const { page, t } = screen
    await screen.segment(t('settings.tabs.lists'), t('procedure.lists.terms'))
    await screen.press(t('procedure.takeUsualTerms'))
    const rows = lists(page).getByRole('row')
    await expect.poll(() => rows.count()).toBe(usualTerms.length + 1)
    await screen.more('atase imigrasi', t('shell.edit'))
    const khmer = page.getByRole('group', { name: 'Khmer' })
    await khmer.getByRole('textbox', { name: t('procedure.formsToUse') }).fill('អនុព័ន្ធអន្តោប្រវេសន៍')
    await screen.send(t('shell.save'))
    await lists(page).getByText('អនុព័ន្ធអន្តោប្រវេសន៍').waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(app.problems).toEqual([])
  })

  it('adds a topic below a main one, and ends one that is in use, since it cannot go', async () => {
    const { page, t } = screen
    await screen.segment(t('settings.tabs.lists'), t('procedure.lists.topics'))
    await screen.press(t('agenda.topic.add'))
    await screen.fillWording(t('agenda.topic.name'), { id: 'Satwa liar', en: 'Wildlife' })
    await screen.choose(t('agenda.topic.parent'), 'Kejahatan lintas negara')
    await screen.send(t('meeting.add'))
    await lists(page).getByRole('rowheader', { name: 'Satwa liar' }).waitFor()
    const inUse = 'Pelindungan warga negara dan pemulangan'
    await screen.more(inUse, t('shell.remove'))
    await page
      .getByRole('alert')
      .getByText(t('references.agendaItem', { count: 2 }))
      .waitFor()
    await screen.more(inUse, t('agenda.topic.end'))
    const row = lists(page).getByRole('row').filter({ hasText: inUse })
    await row.getByText(t('agenda.topic.endedOn', { date: '' }).trim()).waitFor()
    expect(await axeFindings(page)).toEqual([])
    expect(app.problems).toEqual([])
  })

  it('changes the checklist for new memoranda, and sets it back', async () => {
    const { page, t } = screen
    await screen.segment(t('settings.tabs.lists'), t('procedure.lists.checklist'))
    await lists(page).getByText(t('procedure.templateShipped')).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await screen.press(t('procedure.addStep'))
    await screen.fillWording(t('procedure.step'), { id: 'Gladi penandatanganan' })
    await screen.fill(t('procedure.source'), 'Nota dinas')
    expect(await axeFindings(page)).toEqual([])
    await screen.send(t('shell.save'))
    await lists(page).getByText('Gladi penandatanganan').waitFor()
    await lists(page).getByText(t('procedure.templateChanged')).waitFor()
    await screen.press(t('procedure.resetTemplate'))
    await lists(page).getByText('Gladi penandatanganan').waitFor({ state: 'hidden' })
    expect(app.problems).toEqual([])
  })
})
