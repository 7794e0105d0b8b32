import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { nusaDuaOf, openSample, setTheme } from './sample.ts'
import type { Screen } from './screen.ts'

const list = [
  'No.\tName\tTitle\tMinistry\tCountry',
  '1\tH.E. SOK DARA\tSecretary of State\tMinistry of Interior\tKingdom of Cambodia',
  '2\tKeo Vanak\tHead of Department\tMinistry of Interior',
  '3\tMs. Prak Malis\tInterpreter\tOffice of the Council of Ministers\tKHM',
  '4\t\tAdviser\t',
  '5\tSuryadi\tDriver\t\tWakanda',
].join('\n')

describe.each(hosts)('people and delegations on the $title', ({ host }) => {
  let app: App
  let screen: Screen
  let page: Page
  beforeAll(async () => {
    ;({ app, screen } = await openSample({ host }, 'en'))
    page = screen.page
    const { meeting } = await nusaDuaOf(app)
    // In place of the next meeting of the sample, so that the delegations of the third are the last.
    const planned = await app.call('meeting.list', { query: '', after: null, status: 'planned' })
    const fourth = planned.ok ? planned.value.rows.find(({ number }) => number === 4) : undefined
    if (fourth) await app.call('meeting.remove', { meetingId: fourth.id })
    const next = { ...meeting, id: null, number: 4, status: 'planned' as const, heldOn: '2027-05-19' }
    await app.call('meeting.put', { meeting: { ...next, agendaAdoptedOn: null, next: null } })
    await screen.section(screen.t('people.title'))
    await person('Sok Dara').waitFor()
  })
  afterAll(async () => await app.kill())
  afterEach(() => expect(app.problems).toEqual([]))

  const person = (name: string) =>
    page
      .getByRole('grid', { name: screen.t('people.people') })
      .getByRole('row')
      .filter({ hasText: name })
  const pasted = (line: number) =>
    page
      .getByRole('table', { name: screen.t('people.pasteRows') })
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: String(line), exact: true }) })

  it('are pasted from a spreadsheet, where it is said who is meant, in one act', async () => {
    const { t } = screen
    await screen.press(t('people.paste'))
    await screen.find(t('people.side'), 'Camb', 'Cambodia')
    await screen.fill(t('people.pasteText'), list)
    await pasted(2)
      .getByText(t('people.pasteSame', { name: 'Sok Dara' }))
      .waitFor()
    await pasted(2).getByText('Director General → Secretary of State').waitFor()
    await pasted(3)
      .getByText(t('people.pasteNear', { name: 'Keo Vannak' }))
      .waitFor()
    await pasted(4).getByText(t('people.pasteIsNew'), { exact: true }).waitFor()
    await pasted(4).getByText(t('people.pasteNewAgency')).waitFor()
    await pasted(5).getByText(t('people.rowNoName')).waitFor()
    await pasted(6)
      .getByText(t('people.rowUnknownCountry', { said: 'Wakanda' }))
      .waitFor()
    const side = pasted(6).getByRole('button', {
      name: t('people.pasteSideOf', { line: 6, name: 'Suryadi' }),
    })
    await side.click()
    await page.getByRole('option', { name: /^Indonesia/ }).click()
    await pasted(6).getByText(t('people.pasteIsNew'), { exact: true }).waitFor()
    expect(await side.evaluate((it) => it === document.activeElement)).toBe(true)
    await screen.press(t('people.pasteTake', { count: 3 }))
    await page.getByText(t('people.pasteUndecided', { count: 1 })).waitFor()
    await setTheme(app, 'dark')
    expect(await axeFindings(page)).toEqual([])

    await pasted(3)
      .getByRole('button', { name: t('people.pasteChoiceOf', { line: 3, name: 'Keo Vanak' }) })
      .click()
    await page.getByRole('option', { name: t('people.pasteNew'), exact: true }).click()
    await screen.send(t('people.pasteTake', { count: 4 }))
    await person('Prak Malis').waitFor()
    await page.keyboard.press('Control+Z')
    await person('Prak Malis').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Shift+Z')
    await person('Prak Malis').waitFor()
  })

  it('that look alike are made one', async () => {
    const { t } = screen
    await page.getByText(t('people.doublesFound', { count: 1 })).waitFor()
    await screen.press(t('people.showDoubles'))
    const pair = { one: 'Keo Vanak', other: 'Keo Vannak' }
    await screen.press(t('people.mergePair', pair))
    const merge = screen.dialog(t('people.mergeTitle'))
    expect(await axeFindings(page)).toEqual([])
    await merge
      .getByRole('radiogroup', { name: t('people.name'), exact: true })
      .getByRole('radio', { name: 'Keo Vannak' })
      .click({ force: true }) // the round of a radio covers its input
    await merge.getByRole('button', { name: t('people.merge'), exact: true }).click()
    await page.getByText(t('people.noDoubles')).waitFor()
    await screen.press(t('shell.close'))
    await expect.poll(() => person('Keo Van').count()).toBe(1)
  })

  it('that a meeting names are ended in place of being removed', async () => {
    const { t } = screen
    await screen.more('Chan Sophea', t('shell.remove'))
    await page.getByText(t('faults.stillReferredTo')).waitFor()
    await screen.send(t('people.endNow'))
    await person('Chan Sophea').getByText(/ended/).waitFor()
    await screen.more('Chan Sophea', t('people.resume'))
    await expect.poll(() => person('Chan Sophea').getByText(/ended/).count()).toBe(0)
  })

  it('sit again at the next meeting, with what changed since', async () => {
    const { t } = screen
    await screen.section(t('meetings.title'))
    await page
      .getByRole('link', { name: /Fourth/ })
      .first()
      .click()
    await page.getByText(t('meeting.noHead', { side: screen.country('KHM') })).waitFor()
    await screen.press(t('meeting.copyDelegation'))
    await page
      .getByText(
        t('meeting.changedSince', {
          what: t('meeting.personTitle'),
          from: 'Director General',
          to: 'Secretary of State',
        }),
      )
      .waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('checkbox', { name: /Ratna Lestari/ }).click({ force: true })
    await screen.send(t('meeting.copyThese', { count: 2 }))
    const seats = page.getByRole('list', {
      name: t('meeting.delegationOf', { side: screen.country('KHM') }),
    })
    await seats.getByText(/Secretary of State/).waitFor()
    expect(await page.getByText(t('meeting.noHead', { side: screen.country('KHM') })).count()).toBe(0)
    await page.keyboard.press('Control+Z')
    await page.getByText(t('meeting.noHead', { side: screen.country('KHM') })).waitFor()
    await page.keyboard.press('Control+Shift+Z')
    await seats.getByText(/Secretary of State/).waitFor()
  })

  it('are in the room from when to when, which each item says', async () => {
    const { t } = screen
    await screen.more('A. Wirawan', t('shell.edit'))
    await screen.press(t('meeting.addFirstTime'))
    await screen.time(t('meeting.leftAt', { number: 1 }), '09:20')
    expect(await axeFindings(page)).toEqual([])
    await screen.send(t('shell.save'))
    await page
      .getByText(t('meeting.partlyThere', { names: 'A. Wirawan' }))
      .first()
      .waitFor()
    await page
      .getByText(t('meeting.notThere', { names: 'A. Wirawan' }))
      .first()
      .waitFor()

    await screen.more('Sok Dara', t('shell.edit'))
    await screen.choose(t('meeting.presenceLabel'), t('meeting.presence.represented'))
    await screen.choose(t('meeting.representedBy'), t('meeting.representedElse'))
    await screen.fill(t('meeting.representedName'), 'Chan Sophea')
    await screen.send(t('shell.save'))
    await page.getByText(t('meeting.representedBySaid', { name: 'Chan Sophea' }), { exact: true }).waitFor()
  })
})
