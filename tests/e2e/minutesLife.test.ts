import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { nusaDuaOf, openNusaDua, openSample, setTheme } from './sample.ts'
import { escaped, type Screen } from './screen.ts'

describe.each(hosts)('the life of minutes on the $title', ({ host }) => {
  let app: App
  let screen: Screen
  let page: Page
  beforeAll(async () => {
    ;({ app, screen } = await openSample({ host }, 'id'))
    page = screen.page
    await openNusaDua(screen)
  })
  afterAll(async () => await app.kill())
  afterEach(() => expect(app.problems).toEqual([]))

  const stage = (name: string) => page.getByRole('button', { name: new RegExp(`^Risalah: ${name}\\.`) })
  const panel = () =>
    page.getByRole('tabpanel', { name: new RegExp(`^${escaped(screen.t('minutes.title'))}`) })
  const correction = (number: number) =>
    panel().getByRole('article', { name: new RegExp(`^${screen.t('minutes.correction', { number })},`) })
  /** Records the agreement of a side, which the dialog has chosen when it opens: the one that has not agreed. */
  const agree = async () => {
    await panel()
      .getByRole('button', { name: screen.t('minutes.agree') })
      .click()
    await screen.send(screen.t('minutes.agree'))
  }

  it('confirms the minutes of the meeting before, as amended', async () => {
    const { t } = screen
    await stage(t('minutes.stage.draft')).click()
    await screen.press(t('minutes.confirmPrevious'))
    await screen.press(t('minutes.addAmendment'))
    await screen.fillWording(t('minutes.amendment', { number: 1 }), {
      en: 'item 3: “ten days” is replaced by “two weeks”',
      id: 'mata acara 3: “sepuluh hari” diganti dengan “dua minggu”',
    })
    await screen.send(t('shell.save'))
    await panel()
      .getByText(/“sepuluh hari” diganti/)
      .waitFor()
    await page.getByText('The minutes of the First Meeting were confirmed, as amended:').waitFor()
  })

  it('begins as a draft and is sent round', async () => {
    const { t } = screen
    await stage(t('minutes.stage.draft')).click()
    await panel().getByText(t('minutes.noneCirculated')).waitFor()
    await screen.press(t('minutes.circulate'))
    await screen.fill(t('minutes.recipients'), 'Departemen Jenderal Imigrasi, Phnom Penh')
    await screen.send(t('minutes.circulate'))
    await stage(t('minutes.stage.circulated')).waitFor()
    await panel().getByText(t('minutes.sameSince')).waitFor()
  })

  it('takes corrections of a side, and refuses one with a reason', async () => {
    const { t } = screen
    for (const asked of ['“twenty-one (21) days” menjadi “thirty (30) days”', 'Hapus mata acara 5']) {
      await screen.press(t('minutes.addCorrection'))
      await screen.fill(t('minutes.asked'), asked)
      await screen.send(t('meeting.add'))
    }
    await stage(t('minutes.stage.inCorrection')).waitFor()
    await correction(1).getByText('Terbuka').waitFor()
    expect(await axeFindings(page)).toEqual([])

    await panel()
      .getByRole('button', { name: t('minutes.agree') })
      .click()
    const dialog = screen.dialog(t('minutes.agreeTitle'))
    await dialog.getByText(/Hapus mata acara 5/).waitFor()
    await dialog.getByRole('button', { name: t('minutes.agree') }).click()
    await dialog
      .getByRole('alert')
      .getByText(t('faults.correctionsOpen', { count: 2, numbers: '1, 2' }))
      .waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })

    await screen.press(t('minutes.takeNamed', { number: 1 }))
    await correction(1).getByText(t('minutes.state.taken'), { exact: true }).waitFor()
    await screen.press(t('minutes.refuseNamed', { number: 2 }))
    await screen.fill(t('minutes.reason'), 'Kedua ketua sudah menyepakatinya')
    await screen.send(t('minutes.refuse'))
    await correction(2)
      .getByText(/Kedua ketua sudah menyepakatinya/)
      .waitFor()
    await page.keyboard.press('Control+Z')
    await correction(2).getByText(t('minutes.state.open'), { exact: true }).waitFor()
    await page.keyboard.press('Control+Y')
    await correction(2).getByText(t('minutes.state.refused'), { exact: true }).waitFor()
  })

  it('is agreed by both sides and then only read', async () => {
    const { t } = screen
    await agree()
    await panel()
      .getByText(/^Indonesia: \d/)
      .waitFor()
    await agree()
    await stage(t('minutes.stage.agreed')).waitFor()
    await page.getByText(/Risalah versi 1 sudah disepakati kedua pihak/).waitFor()
    await expect.poll(() => screen.text(4).getAttribute('contenteditable')).toBe('false')
    expect(await screen.button(t('meeting.decision')).isDisabled()).toBe(true)

    // Whoever goes round the screen is told, and nothing is changed.
    await screen.tab(new RegExp(`^${t('meeting.people')}`))
    const present = page.getByRole('checkbox', { name: /Ratna Lestari/ })
    await present.click({ force: true })
    await page.getByText(/Risalah pertemuan ke-2 .* sudah disepakati kedua pihak/).waitFor()
    expect(await present.isChecked()).toBe(true)
    await screen.tab(new RegExp(`^${t('minutes.title')}`))
  })

  it('is signed by both sides, each at its place and day', async () => {
    const { t } = screen
    for (const done of [/^Indonesia: Nusa Dua, 19 Mei 2025$/, /^Kamboja: Phnom Penh, 2 Jun 2025$/]) {
      await panel()
        .getByRole('button', { name: t('minutes.sign') })
        .click()
      await screen.send(t('minutes.sign'))
      await panel().getByText(done).waitFor()
    }
    await stage(t('minutes.stage.signed')).waitFor()
  })

  it('is reopened with a reason, written again, and compared with the version before', async () => {
    const { t } = screen
    await page.keyboard.press('Control+K')
    await page.getByRole('dialog', { name: t('shell.palette.title') }).waitFor()
    await page.keyboard.type(t('minutes.reopenTitle'))
    await page
      .getByRole('menuitem', { name: t('minutes.reopenTitle') })
      .first()
      .click()
    await screen.fill(t('minutes.reason'), 'Tenggat Pasal 3 keliru')
    await screen.send(t('minutes.reopen'))
    await stage(t('minutes.stage.draft')).waitFor()
    await panel()
      .getByText(/Tenggat Pasal 3 keliru/)
      .waitFor()

    const text = screen.text(5)
    await expect.poll(() => text.getAttribute('contenteditable')).toBe('true')
    await screen.goToEnd(text)
    await page.keyboard.type(' The matter stays on the agenda.')
    await expect
      .poll(async () => JSON.stringify(await minutesNow()).includes('stays on the agenda'))
      .toBe(true)
    await screen.press(t('minutes.compareVersion', { version: 1 }))
    await page.locator('ins').filter({ hasText: 'The matter stays on the agenda.' }).first().waitFor()
    await page
      .getByText(t('minutes.textVersion', { version: 1 }))
      .first()
      .waitFor()
    expect(await axeFindings(page)).toEqual([])
  })

  it('leads from what is missing into its text, in the language that lacks it', async () => {
    const planned = await app.call('meeting.list', { query: '', after: null, status: 'planned' })
    const meeting = planned.ok ? planned.value.rows[0] : undefined
    if (!meeting) throw new Error('the sample has a meeting to come')
    await page.evaluate((id) => (location.hash = `#/meetings/${id}`), meeting.id)
    await page.getByRole('heading', { level: 1, name: /Keempat/ }).waitFor()
    await page.keyboard.press('F12')
    const dialog = screen.dialog(screen.t('meeting.exportMinutes'))
    await dialog.getByRole('radio', { name: 'Indonesia', exact: true }).first().click()
    const missing = dialog.getByRole('listitem').filter({ hasText: 'belum ada tulisan (Indonesia)' }).first()
    await missing.getByRole('button', { name: screen.t('meeting.mend') }).click()
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toMatch(/^Risalah mata acara \d+, .*, Indonesia$/)
  })

  it('finds a meeting that was cancelled by its status, with no minutes to sign', async () => {
    const { t } = screen
    await screen.section(t('shell.meetings'))
    await page
      .getByRole('link', { name: /Ketiga/ })
      .first()
      .click()
    await screen.pick(
      t('meeting.statusIs', { status: t('meetings.status.planned') }),
      t('meetings.status.cancelled'),
    )
    await screen.fill(t('minutes.reason'), 'Menteri mitra berhalangan')
    await screen.send(t('meetings.callOff.cancel'))
    await screen.button(t('meeting.statusIs', { status: t('meetings.status.cancelled') })).waitFor()
    await page.getByText('Menteri mitra berhalangan').waitFor()
    expect(await stage('.*').count()).toBe(0)
    await screen.section(t('shell.meetings'))
    await screen.segment(t('meetings.statusFilter'), t('meetings.status.cancelled'))
    await expect
      .poll(() => page.getByRole('grid').getByRole('row').filter({ hasText: 'Pertemuan' }).count())
      .toBe(1)
    await setTheme(app, 'dark')
    expect(await axeFindings(page)).toEqual([])
  })

  async function minutesNow() {
    const { meeting } = await nusaDuaOf(app)
    return await app.call('minutes.preview', { meetingId: meeting.id, language: 'en', keptBy: 'IDN' })
  }
})
