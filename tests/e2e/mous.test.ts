import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MouDossier } from '../../shared/mou/mou.ts'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { openSample } from './sample.ts'
import { escaped, type Screen } from './screen.ts'

const sample = 'TPPO dan Kejahatan Siber'
const made = 'Pemulangan Korban'

describe.each(hosts)('memoranda on the $title', { timeout: 60_000 }, ({ host }) => {
  let app: App
  let screen: Screen
  let page: Page
  beforeAll(async () => {
    ;({ app, screen } = await openSample({ host }))
    page = screen.page
    await page.keyboard.press('Control+2')
    await headline(screen.t('mou.title')).waitFor()
    await row(sample).waitFor()
  })
  afterAll(async () => await app.kill())

  it('a row says stage, brackets, the next milestone and that it is in danger, and the target, in words', async () => {
    const { t } = screen
    const { drafts } = await dossierOf(sample)
    const words = (await row(sample).textContent()) ?? ''
    for (const said of [
      `${t('mou.stage.negotiation')}${t('mou.stepOf', { step: 3, of: 6 })}`,
      t('mou.inBrackets', { count: drafts[2]?.openBrackets ?? 0 }),
      t('mou.draftCount', { count: 4 }),
      `${t('mou.columns.next')}: Jawaban atas Pasal 3 ayat (3)`,
      t('mou.atRisk'),
      '19 Agu – 19 Sep 2025',
    ])
      expect(words).toContain(said)
    expect(await axeFindings(page)).toEqual([])
  })

  it('what is missing is said beside its field, and nothing is made', async () => {
    const { t } = screen
    await page.keyboard.press('Control+N')
    await page.getByRole('menuitem', { name: t('mou.new') }).click()
    await screen.segment(t('mou.form.target'), t('mou.form.targetWindow'))
    await screen.press(t('mou.form.make'))
    const said = await screen.dialog(t('mou.new')).textContent()
    expect(said?.split(t('shell.filledIn'))).toHaveLength(6) // short title, and the four fields of the window
    expect(said).toContain(t('people.atLeastOne'))
    expect(await axeFindings(page)).toEqual([])
  })

  it('one is made with its partner, an agency and a signatory that are new as well', async () => {
    const { t } = screen
    await screen.choose(t('mou.form.relationship'), t('mou.form.newRelationship'))
    await screen.find(t('meetings.form.otherSide'), 'Austr', 'Australia')
    await screen.fill(t('mou.form.shortTitle'), made)
    await page.getByText(t('mou.form.shortTitleHint', { used: made.length, of: 40 })).waitFor()
    await screen.fillWording(t('mou.form.title'), { id: 'Nota Kesepahaman tentang Pemulangan Korban' })

    const australia = page.getByRole('group', { name: 'Australia' })
    await australia.getByRole('button', { name: t('people.newAgency') }).click()
    await screen.fillWording(t('people.name'), { id: 'Departemen Dalam Negeri' })
    await screen.choose(t('people.level'), t('people.levels.directorateGeneral'))
    await inLayer(t('people.newAgency'), t('shell.save'))
    await australia.getByText(t('mou.level.directorateGeneral')).waitFor()
    await australia.getByRole('button', { name: t('people.newPerson') }).click()
    await screen.fill(t('people.name'), 'Alex Rowe')
    await screen.fillWording(t('people.office'), { id: 'Direktur Jenderal' })
    await inLayer(t('people.newPerson'), t('shell.save'))
    await expect
      .poll(() => australia.getByRole('combobox', { name: t('mou.form.signatory') }).inputValue())
      .toBe('Alex Rowe')

    await screen.fill(t('mou.form.said'), 'tiga sampai empat bulan sejak 19 Mei 2025')
    await screen.date(t('mou.form.after'), '2025-05-19')
    await screen.fillNumber(t('mou.form.fromMonths'), 4)
    await screen.fillNumber(t('mou.form.toMonths'), 3)
    await page.getByText(t('mou.form.monthsEndFirst')).waitFor()
    await screen.fillNumber(t('mou.form.fromMonths'), 3)
    await screen.fillNumber(t('mou.form.toMonths'), 4)
    await page.getByText(t('mou.form.spanIs', { span: '19 Agu – 19 Sep 2025' })).waitFor()
    await screen.send(t('mou.form.make'))

    await headline(made).waitFor()
    const parties = (await page.getByRole('list', { name: t('mou.parties') }).textContent()) ?? ''
    expect(parties).toContain('Departemen Dalam Negeri')
    expect(parties).toContain(t('mou.level.directorateGeneral'))
    expect(parties).toContain(t('mou.signedBy', { name: 'Alex Rowe', office: 'Direktur Jenderal' }))
    const { mou } = await dossierOf(made)
    expect(mou.signingTarget).toMatchObject({
      said: 'tiga sampai empat bulan sejak 19 Mei 2025',
      fromMonths: 3,
      toMonths: 4,
    })
    expect(await axeFindings(page)).toEqual([])
  })

  it('stages follow one another; another order is asked why, and the answer stands in the list', async () => {
    const { t } = screen
    await enter('exploration')
    await enter('drafting')
    await screen.button(t('mou.stages.enter')).first().click()
    await screen.choose(t('mou.columns.stage'), t('mou.stage.signing'))
    await screen.press(t('mou.stages.note'))
    await page.getByText(t('faults.reasonStageOutOfOrder')).waitFor()
    await screen.fill(t('mou.stages.reason'), 'Naskah disepakati lewat nota diplomatik')
    await screen.send(t('mou.stages.note'))
    await page.getByText('Naskah disepakati lewat nota diplomatik').waitFor()
    await page
      .getByText(t('mou.stepOf', { step: 5, of: 6 }))
      .first()
      .waitFor({ state: 'attached' })
    await screen.pick(t('shell.more', { name: t('mou.stage.signing') }), t('mou.stages.takeBack'))
    await page.getByText('Naskah disepakati lewat nota diplomatik').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Z')
    await page.getByText('Naskah disepakati lewat nota diplomatik').waitFor()
  })

  it('a milestone is added, changed and done, and what was done is taken back', async () => {
    const { t } = screen
    await screen.press(t('mou.milestones.add'))
    await screen.press(t('meeting.add'))
    await page.getByText(t('people.atLeastOne')).waitFor()
    await screen.fillWording(t('mou.milestones.what'), { id: 'Surat kuasa penuh' })
    await screen.date(t('mou.milestones.planned'), '2025-08-01')
    await screen.send(t('meeting.add'))
    const milestone = page.getByRole('row').filter({ hasText: 'Surat kuasa penuh' })
    expect(await milestone.textContent()).toContain(t('mou.mark.planned'))

    await screen.more('Surat kuasa penuh', t('shell.edit'))
    await page.getByText(t('mou.milestones.isAtRisk')).click()
    await screen.fillWording(t('mou.milestones.what'), { id: 'Surat kuasa Presiden' })
    await screen.send(t('shell.save'))
    const changed = page.getByRole('row').filter({ hasText: 'Surat kuasa Presiden' })
    await expect.poll(() => changed.textContent()).toContain(t('mou.atRisk'))
    await screen.more('Surat kuasa Presiden', t('mou.milestones.finish'))
    await expect.poll(() => changed.textContent()).toContain(t('mou.mark.done'))
    const timeline = page.getByRole('img', {
      name: new RegExp(escaped(t('mou.timeline.counts', { done: 1, planned: 0, atRisk: 0 }))),
    })
    await timeline.waitFor()
    await page
      .getByRole('group', { name: t('history.acts.milestonePut') })
      .getByRole('button', { name: t('shell.undo') })
      .click()
    await expect.poll(() => changed.textContent()).toContain(t('mou.atRisk'))
    expect(await axeFindings(page)).toEqual([])
  })

  it('what the text says of its own time is computed while it is entered', async () => {
    const { t } = screen
    await screen.press(t('mou.force.set'))
    await screen.press(t('shell.save'))
    await page.getByText(t('mou.force.noPeriod')).waitFor()
    await screen.date(t('mou.force.signatureOf', { side: 'Indonesia' }), '2024-02-29')
    await screen.date(t('mou.force.signatureOf', { side: 'Australia' }), '2024-02-28')
    await screen.fillNumber(t('mou.force.yearsLabel'), 5)
    await screen.fillNumber(t('mou.force.noticeMonths'), 6)
    const computed = page.getByRole('group', { name: t('mou.force.computed') })
    await expect.poll(() => computed.textContent()).toContain('28 Februari 2029')
    expect(await computed.textContent()).toContain('29 Februari 2024') // in force since
    expect(await computed.textContent()).toContain('28 Agustus 2028')
    expect(await computed.textContent()).toContain(t('mou.force.shortened'))
    expect(await axeFindings(page)).toEqual([])
    await screen.send(t('shell.save'))
    const card = page.getByRole('region', { name: t('mou.force.title') })
    await expect.poll(() => card.textContent()).toContain('28 Februari 2029')
    expect(await card.textContent()).toContain(
      t('mou.force.signedOn', { side: 'Australia', date: '28 Februari 2024' }),
    )
  })

  it('a text with open brackets is not agreed: how many and which is said', async () => {
    const { t } = screen
    await page.keyboard.press('Control+2')
    await page.getByRole('link', { name: sample, exact: true }).and(page.locator('[role="row"] a')).click()
    await headline(sample).waitFor()
    await screen.button(t('mou.stages.enter')).first().click()
    await screen.press(t('mou.stages.note')) // the next stage is offered
    const refusal = page.getByRole('alert')
    await refusal.waitFor()
    const { workingTexts } = await dossierOf(sample)
    const count = workingTexts.reduce((sum, { openBrackets }) => sum + openBrackets, 0)
    expect(await refusal.textContent()).toContain(t('faults.bracketsOpen', { count }))
    expect(await refusal.textContent()).toContain('Article 3 (2): [fourteen (14)]')
    expect(await refusal.textContent()).toContain('Article 2 (a): [agreed ad ref]')
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  it('the brackets of its drafts are a table too, the working text last', async () => {
    const { t } = screen
    const { drafts, workingTexts } = await dossierOf(sample)
    const rows = page.getByRole('table', { name: t('mou.brackets.title') }).getByRole('row')
    const counts = await rows.evaluateAll((all) =>
      all.slice(1).map((one) => one.lastElementChild?.textContent),
    )
    const english = drafts.filter(({ language }) => language === 'en').map(({ openBrackets }) => openBrackets)
    const working = workingTexts.find(({ language }) => language === 'en')?.openBrackets
    expect(counts).toEqual([...english, working].map(String))
  })

  it('links open their meeting, which shows the memorandum; Alt+← comes back to the tab', async () => {
    const { t } = screen
    await screen.tab(new RegExp(`^${escaped(t('mou.tabs.links'))}`))
    await page.getByRole('link', { name: 'Rancangan Nota Kesepahaman' }).click()
    await headline(/Kedua/).waitFor()
    await screen.tab(new RegExp(`^${escaped(t('attachments.title'))}`))
    const linked = page.getByRole('region', { name: t('mou.links.ofMeeting') })
    await linked.getByRole('link', { name: sample }).waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Alt+ArrowLeft')
    await headline(sample).waitFor()
    await page.getByRole('link', { name: 'Rancangan Nota Kesepahaman' }).waitFor()
  })

  it('something is found and linked, and let go of again', async () => {
    const { t } = screen
    await screen.press(t('mou.links.add'))
    await page.getByRole('searchbox', { name: t('mou.links.search') }).fill('phnom penh')
    const name = 'Pelindungan warga negara'
    await screen.press(t('mou.links.linkTo', { name }))
    await screen.button(t('mou.links.linkTo', { name })).waitFor({ state: 'detached' })
    expect(await axeFindings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await screen.press(t('mou.links.remove', { name }))
    await page.getByRole('link', { name }).waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Z')
    await page.getByRole('link', { name }).waitFor()
    await screen.press(t('mou.links.remove', { name }))
    await page.getByRole('link', { name }).waitFor({ state: 'detached' })
  })

  it('the palette opens one by a part of its title', async () => {
    const { t } = screen
    await page.keyboard.press('Control+K')
    await page.keyboard.type('pemulangan korban')
    const entry = page
      .getByRole('group', { name: t('shell.mous') })
      .getByRole('menuitem', { name: new RegExp(made) })
    await entry.click()
    await headline(made).waitFor()
  })

  it('the list is filtered by stage, also by its address, and searched', async () => {
    const { t } = screen
    await page.keyboard.press('Control+2')
    const at = (stage: 'signing' | 'negotiation') =>
      t('mou.countOf', { count: 1, what: t(`mou.stage.${stage}`) })
    await screen.segment(t('mou.byStage'), at('signing'))
    await row(sample).waitFor({ state: 'detached' })
    await row(made).waitFor()
    await page.evaluate(() => (location.hash = '#/mou?stage=negotiation'))
    await row(sample).waitFor()
    await row(made).waitFor({ state: 'detached' })
    await screen.segment(t('mou.byStage'), t('mou.countOf', { count: 2, what: t('mou.all') }))
    await page.getByRole('searchbox', { name: t('mou.search') }).fill('pemulangan korban')
    await row(sample).waitFor({ state: 'detached' })
    await page.getByRole('searchbox', { name: t('mou.search') }).fill('tak satu pun')
    await screen.press(t('mou.clear'))
    await row(sample).waitFor()
  })

  it('what was removed comes back from its notice, with all that belongs to it', async () => {
    const { t } = screen
    const before = await dossierOf(made)
    await screen.more(made, t('shell.remove'))
    await row(made).waitFor({ state: 'detached' })
    await page
      .getByRole('group', { name: t('history.acts.mouRemove') })
      .getByRole('button', { name: t('shell.undo') })
      .click()
    await row(made).waitFor()
    expect(await dossierOf(made)).toEqual(before)
    expect(app.problems).toEqual([])
  })

  const headline = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
  const row = (title: string) =>
    page.getByRole('grid', { name: screen.t('mou.title') }).getByRole('row', { name: title, exact: true })

  async function enter(stage: 'exploration' | 'drafting'): Promise<void> {
    const { t } = screen
    await screen.button(t('mou.stages.enter')).first().click()
    await screen.send(t('mou.stages.note')) // the next one is offered
    await page
      .getByRole('listitem')
      .filter({ hasText: t(`mou.stage.${stage}`) })
      .waitFor()
  }

  /** The button of the layer on top; the dialog below it stays. */
  async function inLayer(title: string, name: string): Promise<void> {
    const layer = screen.dialog(title)
    await layer.getByRole('button', { name, exact: true }).click()
    await layer.waitFor({ state: 'hidden' })
  }

  async function dossierOf(shortTitle: string): Promise<MouDossier> {
    const list = await app.call('mou.list', { query: '', after: null })
    const found = list.ok ? list.value.rows.find((one) => one.shortTitle === shortTitle) : undefined
    if (!found) throw new Error(`the record has no ${shortTitle}`)
    const dossier = await app.call('mou.dossier', { mouId: found.id })
    if (!dossier.ok) throw new Error(dossier.fault.kind)
    return dossier.value
  }
})
