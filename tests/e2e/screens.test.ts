import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statusWords } from '../../renderer/features/meetings/meetingLabels.ts'
import type { Operation } from '../../shared/api/contract.ts'
import type { Fault } from '../../shared/fault.ts'
import type { MeetingStatus } from '../../shared/meeting/meeting.ts'
import { indonesianProcedure } from '../../shared/mou/procedureTemplate.ts'
import { usualTerms } from '../../shared/mou/terms.ts'
import type { ComposedLanguage } from '../../shared/values.ts'
import { type App, openApp } from '../support/app.ts'
import { hosts, type HostName } from '../support/hosts.ts'
import { root } from '../support/sources.ts'
import { axeFindings } from './axe.ts'
import { openNusaDua, openSample, planNext, setLanguage, setTheme } from './sample.ts'
import { createScreen, escaped, type Screen } from './screen.ts'

type Theme = 'light' | 'dark'
type Way = {
  readonly language: ComposedLanguage
  readonly theme: Theme
  readonly width: number
  readonly height: number
  /** Whether the few colours that a person chose in the system take the place of the program's. */
  readonly forced: boolean
}

const wide = { width: 1440, height: 900 } as const
const narrow = { width: 1024, height: 700 } as const
/** What is left of 1440 by 900 at 200 %. */
const zoomed = { width: 720, height: 450 } as const

const matrix: readonly Way[] = (['light', 'dark'] as const).flatMap((theme) =>
  (['id', 'en'] as const).flatMap((language) => [
    { language, theme, ...wide, forced: false },
    { language, theme, ...narrow, forced: false },
  ]),
)
const ways: readonly Way[] = [
  ...matrix,
  { language: 'id', theme: 'light', ...zoomed, forced: false },
  { language: 'en', theme: 'dark', ...narrow, forced: true },
]

/** Layers are looked at in four of the eight, where each two of language, theme and size meet, and at 200 %. */
const withLayers = ({ language, theme, width }: Way) =>
  width === zoomed.width ||
  [language === 'id', theme === 'light', width === wide.width].filter(Boolean).length % 2 === 1

/** The stand-in shows the same page: one way with its layers and one without are enough there. */
const fewWays = matrix.filter(
  ({ language, theme, width }) =>
    (language === 'id') === (theme === 'dark') && (language === 'id') === (width === narrow.width),
)

/** Pictures are only written when they are asked for: 1 writes those of the README, a folder gets all there are. */
const wantedShots = process.env['SEPAHAM_SHOTS'] ?? ''
const shots = wantedShots === '1' ? join(root, 'tests', 'shots') : wantedShots

describe.each(hosts)('every screen on the $title', ({ host }) => {
  const wanted = host === 'loopback' ? ways : fewWays

  it('is whole before a record is open, while one is made, and locked', { timeout: 180_000 }, async () => {
    const app = await openApp({ host })
    try {
      for (const way of wanted) await lookAtStart(await show(app, host, way), way, host)
      await makeRecordByHand(
        app,
        await show(app, host, { language: 'id', theme: 'light', ...wide, forced: false }),
      )
      for (const way of wanted) await lookAtKey(await show(app, host, way), way)
      await app.page.getByRole('button', { name: /^(?:Nanti saja|Later)$/ }).click()
      for (const way of wanted) await lookAtEmptyLists(await show(app, host, way), way)
      await app.page.keyboard.press('Control+Shift+L')
      for (const way of wanted) await lookAtLocked(await show(app, host, way), way)
      expect(app.problems).toEqual([])
    } finally {
      await app.kill()
    }
  })

  describe('of the sample', () => {
    let app: App
    beforeAll(async () => {
      ;({ app } = await openSample({ host }))
      await app.call('term.addAll', { terms: [...usualTerms] })
      const days = [{ date: '2025-05-12', name: 'Hari Raya Waisak' }]
      await app.call('holiday.putAll', { side: 'IDN', days })
      await planNext(app)
    })
    afterAll(async () => await app.kill())

    it.each(wanted)(
      'is whole in $language, $theme, $width by $height, forced colours: $forced',
      { timeout: 120_000 },
      async (way) => {
        const screen = await show(app, host, way)
        await lookAtHome(screen, way)
        await lookAtCalendar(screen, way)
        await lookAtMous(screen, way)
        await lookAtMeetings(screen, way)
        await openNusaDua(screen)
        await goToDraft(screen, way)
        await look(screen.page, way, 'meeting')
        await lookAtPanels(screen, way)
        if (withLayers(way)) await lookAtMeetingLayers(screen, way)
        await lookAtPrint(screen, way)
        await lookAtActions(screen, way)
        await lookAtPeople(screen, way)
        await lookAtComparison(app, screen, way)
        await lookAtSettings(screen, way)
        await lookAtShell(screen, way)
        expect(app.problems).toEqual([])
      },
    )

    // Faults are answered in place of the host; over the bridge of the desktop nothing can stand in between.
    it.runIf(host === 'loopback')(
      'is whole while saving fails, also locked',
      { timeout: 120_000 },
      async () => {
        const two = matrix.filter(withLayers).slice(1, 3) // both languages, both themes
        for (const way of two) {
          const screen = await show(app, host, way)
          const { page, t } = screen
          await page.keyboard.press('Control+3')
          await openNusaDua(screen)
          await page.route('**/call', answerFault)
          await screen.goToEnd(screen.text(1))
          await page.keyboard.insertText(' Dan seterusnya.')
          await page
            .getByRole('alert')
            .filter({ hasText: t('meeting.typingGoesOn') })
            .waitFor()
          await changeStatus(screen, 'planned')
          await page
            .getByRole('alert')
            .filter({ hasText: t('faults.code', { code: 'a1b2c3' }) })
            .waitFor()
          await look(page, way, 'meeting-notSaved')
          await page.keyboard.press('Control+Shift+L')
          await page.getByText(t('shell.cover.saveFailing')).waitFor()
          await look(page, way, 'locking')
          await page.unroute('**/call')
          await page.getByText(t('record.unlock.intro')).waitFor()
          await look(page, way, 'unlockSample')
          await screen.press(t('record.unlock.useSample'))
          await screen.press(t('record.unlock.unlock'))
          await page.getByRole('navigation', { name: t('shell.sections') }).waitFor()
        }
      },
    )
  })
})

async function lookAtStart(screen: Screen, way: Way, host: HostName): Promise<void> {
  const { page, t } = screen
  await look(page, way, 'first')
  const choose = (what: string) => page.getByRole('button', { name: new RegExp(`^${escaped(what)}`) }).click()
  if (host === 'loopback') {
    await choose(t('record.start.open'))
    await page.getByRole('listbox', { name: t('files.contents') }).waitFor()
    await look(page, way, 'files')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await choose(t('record.start.make'))
  await screen.button(t('record.make.next')).waitFor()
  await look(page, way, 'who')
  if (withLayers(way)) {
    await screen.press(t('record.make.next'))
    await page.getByText(t('shell.filledIn')).first().waitFor()
    await look(page, way, 'whoNotFilledIn')
  }
  await screen.fill(t('record.make.name'), 'Unit')
  await screen.fill(t('record.make.officer'), 'Ayu Lestari')
  await screen.press(t('record.make.next'))
  await screen.press(t('record.make.make'))
  await look(page, way, 'passphrase')
  await screen.press(t('record.make.back'))
  await screen.press(t('shell.cancel'))
}

async function lookAtKey({ page, t, press, fill }: Screen, way: Way): Promise<void> {
  await page.getByRole('list', { name: t('record.key.groups') }).waitFor()
  await look(page, way, 'key')
  if (!withLayers(way)) return
  await fill(t('record.key.part'), 'AAAA-BBBB')
  await press(t('record.key.confirm'))
  await page.getByText(t('record.key.wrongPart')).waitFor()
  await look(page, way, 'keyWrong')
  await fill(t('record.key.part'), '')
}

async function lookAtEmptyLists({ page, t, section }: Screen, way: Way): Promise<void> {
  await page.getByText(t('home.empty')).waitFor()
  await look(page, way, 'homeEmpty')
  await page.keyboard.press('Control+3')
  await page.getByText(t('meetings.empty')).waitFor()
  await look(page, way, 'empty')
  await page.keyboard.press('Control+5')
  await page.getByText(t('calendar.nothing')).waitFor()
  await look(page, way, 'calendarEmpty')
  await page.keyboard.press('Control+2')
  await page.getByText(t('mou.empty')).waitFor()
  await look(page, way, 'noMous')
  await page.keyboard.press('Control+6')
  await page.getByText(t('people.noPeople')).waitFor()
  await look(page, way, 'nobody')
  await section(t('compare.nav'))
  await page.getByRole('heading', { level: 1, name: t('compare.title') }).waitFor()
  await look(page, way, 'compare')
  await page.keyboard.press('Control+1')
}

async function lookAtLocked({ page, t, press }: Screen, way: Way): Promise<void> {
  await page.getByText(t('record.unlock.intro')).waitFor()
  await look(page, way, 'unlock')
  await press(t('record.unlock.withKey'))
  await page.getByText(t('record.unlock.keyIntro')).waitFor()
  await look(page, way, 'unlockWithKey')
  await press(t('record.unlock.withPassphrase'))
}

/** What is next, and the pipeline both ways. */
async function lookAtHome(screen: Screen, way: Way): Promise<void> {
  const { page, t } = screen
  await page.keyboard.press('Control+1')
  await page
    .getByRole('region', { name: t('home.next') })
    .getByRole('heading', { level: 2 })
    .waitFor()
  for (const view of ['table', 'timeline'] as const) {
    await screen.segment(t('home.pipelineView'), t(`home.${view}`))
    await page.getByRole('table').waitFor()
    await look(page, way, `home-${view}`)
  }
  if (!withLayers(way)) return
  await page
    .getByRole('button', { name: new RegExp(t('reminders.count', { count: 1 }).replace('1', '\\d+')) })
    .click()
  await page.getByRole('dialog', { name: t('reminders.title') }).waitFor()
  await look(page, way, 'reminders')
  await closeLayers(page)
}

/** The month and the week in which the meeting of Nusa Dua was. */
async function lookAtCalendar({ page, t, segment, press }: Screen, way: Way): Promise<void> {
  await page.evaluate(() => (location.hash = '#/calendar?day=2025-05-19'))
  for (const view of ['month', 'week'] as const) {
    await segment(t('calendar.view'), t(`calendar.${view}`))
    await page.locator('[role="gridcell"][aria-selected="true"]').getByRole('link').first().waitFor()
    await look(page, way, `calendar-${view}`)
  }
  if (!withLayers(way)) return
  await press(t('calendar.export'))
  await page.getByRole('dialog').waitFor()
  await look(page, way, 'calendar-export')
  await closeLayers(page)
}

/** The memorandum of the sample on all its tabs, with the layers that open above it. */
async function lookAtMous(screen: Screen, way: Way): Promise<void> {
  const { page, t } = screen
  await page.keyboard.press('Control+2')
  await page.getByRole('heading', { level: 1, name: t('mou.title') }).waitFor()
  const name = page.getByRole('row').getByRole('link', { name: /TPPO/ })
  await name.waitFor()
  await look(page, way, 'mous')
  if (withLayers(way)) {
    await screen.press(t('mou.new'))
    await screen.field(t('mou.form.shortTitle')).waitFor()
    await screen.segment(t('mou.form.target'), t('mou.form.targetWindow'))
    await screen.press(t('mou.form.make'))
    await page.getByText(t('people.atLeastOne')).waitFor()
    await look(page, way, 'newMou')
    await page
      .getByRole('button', { name: t('people.newAgency') })
      .first()
      .click()
    await screen.dialog(t('people.newAgency')).waitFor()
    await look(page, way, 'newMou-newAgency')
    await closeLayers(page)
  }
  await name.click()
  const tabs = {
    summary: 'mou.tabs.summary',
    drafts: 'mou.tabs.drafts',
    procedure: 'mou.tabs.procedure',
    links: 'mou.tabs.links',
    papers: 'attachments.title',
  } as const
  for (const [tab, words] of Object.entries(tabs)) {
    await screen.tab(new RegExp(`^${escaped(t(words))}`))
    await look(page, way, `mou-${tab}`)
  }
  if (!withLayers(way)) return
  await screen.tab(t('mou.tabs.procedure'))
  for (const ask of ['procedure.addStep', 'guidelines.begin'] as const) {
    await screen.press(t(ask))
    await page.getByRole('dialog').waitFor()
    await look(page, way, `mou-${ask}`)
    await closeLayers(page)
  }
  const [step] = indonesianProcedure
  await screen.press(t('procedure.stateOf', { step: step?.title[way.language] }))
  await page.getByRole('dialog').waitFor()
  await look(page, way, 'mou-procedure.state')
  await closeLayers(page)
  await screen.tab(new RegExp(`^${escaped(t('mou.tabs.links'))}`))
  await screen.press(t('mou.links.add'))
  await page.getByRole('list', { name: t('mou.links.linkable') }).waitFor()
  await look(page, way, 'mou-link')
  await closeLayers(page)
  await screen.tab(new RegExp(`^${escaped(t('mou.tabs.summary'))}`))
  await page.getByRole('region', { name: t('mou.brackets.title') }).scrollIntoViewIfNeeded()
  await look(page, way, 'mou-brackets')
  await screen.press(t('mou.milestones.add'))
  await page.getByRole('dialog').waitFor()
  await look(page, way, 'mou-milestone')
  await closeLayers(page)
  await screen.press(t('mou.force.set'))
  await screen.fillNumber(t('mou.force.yearsLabel'), 5)
  await page.getByRole('group', { name: t('mou.force.computed') }).waitFor()
  await screen.press(t('mou.force.addRenewal'))
  await look(page, way, 'mou-force')
  await closeLayers(page)
  await screen.button(t('mou.stages.enter')).first().click()
  await screen.press(t('mou.stages.note'))
  await page.getByRole('alert').waitFor()
  await look(page, way, 'mou-bracketsOpen')
  await closeLayers(page)
}

async function lookAtMeetings(screen: Screen, way: Way): Promise<void> {
  const { page, t } = screen
  await page.keyboard.press('Control+3')
  await page.getByRole('heading', { level: 1, name: t('meetings.title') }).waitFor()
  await look(page, way, 'meetings')
  await screen.segment(t('meetings.title'), t('meetings.series.title'))
  await screen.button(t('meetings.series.newRelationship')).waitFor()
  await look(page, way, 'series')
  if (withLayers(way)) {
    for (const add of ['new', 'newRelationship'] as const) {
      await screen
        .button(t(`meetings.series.${add}`))
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
      await look(page, way, `series-${add}`)
      await closeLayers(page)
    }
  }
  await screen.segment(t('meetings.title'), t('meetings.title'))
  if (!withLayers(way)) return
  await screen.press(t('meetings.new'))
  await screen.field(t('meetings.form.venue')).waitFor()
  await look(page, way, 'newMeeting')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Kalender|Calendar/ })
    .click()
  await page.getByRole('dialog', { name: t('shell.calendar') }).waitFor()
  await look(page, way, 'calendar')
  await closeLayers(page)
}

/** The item whose text has the decisions, as a person chooses it on the agenda. */
async function goToDraft(screen: Screen, way: Way): Promise<void> {
  const { page, text } = screen
  await showAgenda(screen, way)
  await row(screen, 4).click({ position: { x: 120, y: 8 } })
  const heading = page.getByRole('heading', { level: 2, name: /^4 / })
  await expect.poll(async () => (await text(4).boundingBox())?.y).toBeLessThan(330)
  await expect.poll(async () => (await heading.boundingBox())?.y).toBeGreaterThan(130) // not under the tools
}

/** In the smallest window the agenda is a drawer. */
async function showAgenda({ page, t, press }: Screen, { width }: Way): Promise<void> {
  if (
    width === zoomed.width &&
    !(await page.getByRole('grid', { name: t('meeting.agendaItems') }).isVisible())
  )
    await press(t('meeting.agenda'))
}

/** An item on the agenda, by its number. */
function row({ page }: Screen, number: number): Locator {
  return page.getByRole('row').filter({ hasText: new RegExp(`(?<!\\d)${number}\\. `) })
}

/** Every panel beside the minutes, with what it adds. */
async function lookAtPanels(screen: Screen, way: Way): Promise<void> {
  const { page, t } = screen
  const isDrawer = way.width < 1200
  if (isDrawer) await page.getByRole('button', { name: t('meeting.people'), exact: true }).click()
  const panels = [
    ['people', 'addDelegateOf'],
    ['outcomes', 'addAction'],
    ['programme', 'addEvent'],
    ['notes', 'addNote'],
  ] as const
  for (const [panel, add] of panels) {
    await screen.tab(new RegExp(`^${escaped(t(`meeting.${panel}`))}`))
    await look(page, way, `meeting-${panel}`)
    if (!withLayers(way)) continue
    await screen.press(t(`meeting.${add}`, { side: screen.country('KHM') }))
    await page.getByRole('dialog').waitFor()
    await look(page, way, `meeting-${add}`)
    await closeLayers(page)
  }
  if (withLayers(way)) {
    await screen.tab(new RegExp(`^${escaped(t('meeting.people'))}`))
    await screen.more('Sok Dara', t('shell.edit'))
    await look(page, way, 'meeting-delegate')
    await closeLayers(page)
    // What was done, and the way back.
    await page.getByText('Santoso', { exact: true }).click()
    await screen.button(t('shell.closeNotice')).waitFor()
    await look(page, way, 'meeting-done')
    await screen.button(t('shell.undo')).last().click()
  }
  if (isDrawer) await screen.press(t('meeting.closeInspector'))
}

/** The layers that open from the header, the agenda and the text, and what stands in a text only for a while. */
async function lookAtMeetingLayers(screen: Screen, way: Way): Promise<void> {
  const { page, t } = screen
  for (const key of ['F12', 'Control+Alt+K', 'Control+S', 'Control+N'] as const) {
    await page.keyboard.press(key)
    await page.getByRole('dialog').waitFor()
    await look(page, way, `meeting-${key}`)
    await closeLayers(page)
  }
  await showAgenda(screen, way)
  await look(page, way, 'meeting-agenda')
  await screen.press(t('meeting.addItem'))
  await look(page, way, 'meeting-addItem')
  await closeLayers(page)

  await screen.press(t('meeting.more'))
  await page.getByRole('menu').waitFor()
  await look(page, way, 'meeting-more')
  await closeLayers(page)
  for (const entry of ['meeting.edit', 'meeting.nextMeeting', 'editor.versions'] as const) {
    await screen.pick(t('meeting.more'), t(entry))
    await page.getByRole('dialog').waitFor()
    await look(page, way, entry)
    await closeLayers(page)
  }

  await changeStatus(screen, 'running')
  await page
    .getByRole('button', { name: t('meeting.statusIs', { status: t(statusWords.running) }) })
    .waitFor()
  await showAgenda(screen, way)
  await row(screen, 4).click({ position: { x: 120, y: 8 } })
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await page.getByText(t('meeting.askMove')).waitFor()
  await look(page, way, 'meeting-shiftOrKeep')
  await closeLayers(page)
  await changeStatus(screen, 'held')
  if (way.width === zoomed.width) await row(screen, 4).press('Escape') // the agenda is a drawer there

  await screen.goToEnd(screen.text(5))
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await screen.press(t('editor.bracket'))
  await page.getByRole('dialog').waitFor()
  await look(page, way, 'meeting-bracket')
  await closeLayers(page)
  await screen.pick(t('editor.insert'), t('editor.figure'))
  await page.getByRole('dialog').waitFor()
  await look(page, way, 'meeting-figure')
  await closeLayers(page)
  await screen.goToEnd(screen.text(5))
  await screen.pick(t('editor.insert'), t('editor.table'))
  await screen.text(5).getByRole('table').waitFor()
  await look(page, way, 'meeting-table')
  await screen.press(t('editor.insert'))
  await page.getByRole('menuitem', { name: t('editor.addRow') }).waitFor()
  await look(page, way, 'meeting-insert')
  await closeLayers(page)
  await screen.text(5).press('Control+z')
  await screen.text(5).getByRole('table').waitFor({ state: 'detached' })
}

async function changeStatus({ page, t }: Screen, to: MeetingStatus): Promise<void> {
  const [before = ''] = t('meeting.statusIs', { status: '\n' }).split('\n')
  await page.getByRole('button', { name: new RegExp(`^${escaped(before)}`) }).click()
  await page.getByRole('menuitem', { name: t(statusWords[to]) }).click()
}

async function lookAtPrint({ page, t }: Screen, way: Way): Promise<void> {
  await page.keyboard.press('Control+P')
  const paper = page.getByRole('region', { name: t('meeting.paper') })
  await paper.getByRole('article').first().waitFor()
  await look(page, way, 'print')
}

async function lookAtActions(screen: Screen, way: Way): Promise<void> {
  const { page, t } = screen
  await page.keyboard.press('Control+4')
  await page.getByRole('grid', { name: t('actions.title') }).waitFor()
  await look(page, way, 'actions')
  await page.keyboard.press('Control+Shift+F')
  await page.getByRole('searchbox', { name: t('search.field') }).fill('Indonesia')
  await page.getByRole('grid', { name: t('search.title') }).waitFor()
  await look(page, way, 'search')
}

async function lookAtPeople(screen: Screen, way: Way): Promise<void> {
  const { page, t } = screen
  await page.keyboard.press('Control+6')
  await page.getByRole('row', { name: /Wirawan/ }).waitFor()
  await look(page, way, 'people')
  if (withLayers(way)) {
    await screen.press(t('people.newPerson'))
    await page.getByRole('dialog').waitFor()
    await look(page, way, 'newPerson')
    await closeLayers(page)
  }
  await screen.segment(t('people.title'), t('people.agencies'))
  await screen.button(t('people.newAgency')).waitFor()
  await look(page, way, 'agencies')
  if (!withLayers(way)) return
  await screen.press(t('people.newAgency'))
  await page.getByRole('dialog').waitFor()
  await look(page, way, 'newAgency')
  await closeLayers(page)
}

/** The two drafts of the fixtures; they stay chosen until the record is closed. */
async function lookAtComparison(app: App, screen: Screen, way: Way): Promise<void> {
  const { page, t } = screen
  await screen.section(t('compare.nav'))
  const changes = page.getByRole('region', { name: t('compare.changes'), exact: true })
  const views = page.getByRole('radiogroup', { name: t('compare.view') })
  await views
    .or(screen.button(t('compare.chooseBase')))
    .first()
    .waitFor()
  if (!(await views.isVisible())) {
    const drafts = [
      ['chooseBase', 'mou-v1-idn-draft.en.txt'],
      ['chooseTarget', 'mou-v2-khm-counterdraft.en.txt'],
    ] as const
    for (const [choose, file] of drafts) {
      await app.answerOpen(join(root, 'tests', 'fixtures', file))
      await screen.press(t(`compare.${choose}`))
    }
  }
  await views.waitFor({ timeout: 30_000 }) // the first comparison of a program reads its worker from the disk
  for (const view of ['side', 'inline'] as const) {
    await screen.segment(t('compare.view'), t(`compare.${view}`))
    if (way.width !== zoomed.width) await changes.waitFor()
    await look(page, way, `compare-${view}`)
  }
}

async function lookAtSettings(screen: Screen, way: Way): Promise<void> {
  const { page, t } = screen
  for (const name of ['history', 'settings'] as const) {
    await screen.section(t(`shell.${name}`))
    await page.getByRole('heading', { level: 1, name: t(`shell.${name}`) }).waitFor()
    await look(page, way, name)
  }
  await lookAtLists(screen, way)
  await screen.tab(t('spelling.title'))
  await look(page, way, 'settings-spelling')
  for (const tab of ['data', 'security', 'keyboard', 'about'] as const) {
    await screen.tab(t(`settings.tabs.${tab}`))
    await look(page, way, `settings-${tab}`)
    if (tab !== 'security' || !withLayers(way)) continue
    for (const ask of ['addOfficer', 'changePassphrase', 'renew'] as const) {
      await screen.press(t(`settings.${ask}`))
      await layers(page).last().waitFor()
      await look(page, way, `settings-${ask}`)
      await closeLayers(page)
    }
  }
}

/** The lists that memoranda are counted and checked by, each with what is asked about one of its rows. */
async function lookAtLists(screen: Screen, way: Way): Promise<void> {
  const { page, t } = screen
  await screen.tab(t('settings.tabs.lists'))
  const asked = {
    holidays: ['procedure.pasteHolidays', 'procedure.addHoliday'],
    terms: ['procedure.addTerm'],
    topics: ['agenda.topic.add'],
    checklist: ['procedure.addStep'],
  } as const
  for (const list of ['holidays', 'terms', 'topics', 'checklist'] as const) {
    await screen.segment(t('settings.tabs.lists'), t(`procedure.lists.${list}`))
    await look(page, way, `settings-lists-${list}`)
    if (!withLayers(way)) continue
    for (const ask of asked[list]) {
      await screen.press(t(ask))
      await layers(page).last().waitFor()
      await look(page, way, `settings-lists-${ask}`)
      await closeLayers(page)
    }
  }
}

/** What opens above every screen, and the screen of an address that leads nowhere. */
async function lookAtShell(screen: Screen, way: Way): Promise<void> {
  const { page, t } = screen
  await page.keyboard.press('Control+K')
  await page.getByRole('dialog', { name: t('shell.palette.title') }).waitFor()
  await page.keyboard.type('bilateral')
  await page
    .getByRole('menuitem', { name: /Nusa Dua/ })
    .first()
    .waitFor()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => entryPointedAt(page), { timeout: 5_000 }).toContain('Bilateral')
  await look(page, way, 'palette')
  await closeLayers(page)
  await page.keyboard.press('F1')
  await screen.dialog(t('shell.keys.title')).waitFor()
  await look(page, way, 'keys')
  await closeLayers(page)
  await page.evaluate(() => (location.hash = '#/nowhere'))
  await page.getByRole('heading', { level: 1, name: t('shell.notFound') }).waitFor()
  await look(page, way, 'notFound')
}

/** As a host answers whose disk is full, and one that met a bug. */
async function answerFault(route: Route): Promise<void> {
  const { operation } = route.request().postDataJSON() as { readonly operation: Operation }
  const faults: Partial<Record<Operation, Fault>> = {
    'text.save': { kind: 'DiskFull', name: 'Contoh Indonesia-Kamboja' },
    'meeting.put': { kind: 'Unexpected', reference: 'a1b2c3' },
  }
  const fault = faults[operation]
  if (fault === undefined) await route.continue()
  else await route.fulfill({ json: { ok: false, fault } })
}

/** Sets size, theme and language; on Electron itself the window is as large as it is. */
async function show(
  app: App,
  host: HostName,
  { language, theme, width, height, forced }: Way,
): Promise<Screen> {
  if (host !== 'electron') await app.page.setViewportSize({ width, height })
  // Without movements what is in sight is where it stays.
  await app.page.emulateMedia({ reducedMotion: 'reduce', forcedColors: forced ? 'active' : 'none' })
  await closeLayers(app.page)
  await setTheme(app, theme)
  await setLanguage(app, language)
  await expect
    .poll(() =>
      app.page.evaluate(() => [
        document.documentElement.lang,
        getComputedStyle(document.documentElement).colorScheme,
      ]),
    )
    .toEqual([language, forced ? 'light dark' : theme])
  return createScreen(app.page, language)
}

function layers(page: Page): Locator {
  return page.locator('[role="dialog"], [role="alertdialog"], [data-trigger] > [role="menu"]')
}

/** Esc closes the top layer; should one way have failed half-way, the next one still begins with nothing open. */
async function closeLayers(page: Page): Promise<void> {
  for (let open = await layers(page).count(); open > 0; open = await layers(page).count()) {
    await hasFocus(page)
    const list = page.getByRole('listbox') // of a field that begins with its choices open: Esc closes them first
    if (await list.isVisible()) {
      await page.keyboard.press('Escape')
      await list.waitFor({ state: 'detached' })
    }
    await page.keyboard.press('Escape')
    await expect.poll(() => answerQuestion(page).then(() => layers(page).count())).toBeLessThan(open)
  }
}

/** A layer in which something was typed asks before Esc loses it: its first button throws that away. */
async function answerQuestion(page: Page): Promise<void> {
  const discard = page.locator('[role="dialog"] footer[role="alert"] button').first()
  if (await discard.isVisible()) await discard.click()
}

/** A layer gets the focus back a moment after the one above it has gone; Esc goes nowhere before that. */
async function hasFocus(page: Page): Promise<void> {
  const isInside = (layer: Element) => layer.contains(document.activeElement)
  const deadline = Date.now() + 2_000 // a question that takes no focus has it never
  while (Date.now() < deadline && !(await layers(page).last().evaluate(isInside))) await nextFrame(page)
}

async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
}

async function makeRecordByHand(app: App, screen: Screen): Promise<void> {
  const { t, page } = screen
  await page.getByRole('button', { name: new RegExp(`^${escaped(t('record.start.make'))}`) }).click()
  await screen.fill(t('record.make.name'), 'Unit')
  await screen.fill(t('record.make.officer'), 'Ayu Lestari')
  await screen.press(t('record.make.next'))
  for (const label of ['passphrase', 'again'] as const)
    await screen.fillSecret(t(`record.make.${label}`), 'tujuh belas perahu berlayar ke Bali')
  await app.answerSave(join(app.documentsFolder, 'unit.sepaham'))
  await screen.press(t('record.make.make'))
}

/** axe finds nothing, nothing is wider than the window, one heading leads; and the picture, where it is wanted. */
async function look(page: Page, way: Way, name: string): Promise<void> {
  const findings = await audit(page, way)
  const { language, theme, width, height, forced } = way
  const shot = `${name}-${language}-${theme}-${width}x${height}${forced ? '-forced' : ''}`
  if (shots !== '' && (wantedShots !== '1' || readmeShots.has(shot))) {
    mkdirSync(shots, { recursive: true })
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
    writeFileSync(join(shots, `${shot}.png`), picture)
  }
  expect(findings, `${name}, ${language}, ${theme}, ${width}`).toEqual([])
}

const readmeShots = new Set([
  'meeting-id-light-1440x900',
  'meeting-id-dark-1024x700',
  'meeting-en-light-1440x900',
  'first-id-light-1440x900',
  'people-id-light-1440x900',
  'mou-summary-id-light-1440x900',
])

/** The entry that Enter would open, as the field of the palette names it; while entries arrive it may name one that went. */
function entryPointedAt(page: Page): Promise<string> {
  return page.evaluate(() => {
    const field = document.activeElement
    const id = field?.getAttribute('aria-activedescendant') ?? ''
    return document.getElementById(id)?.textContent ?? `${field?.outerHTML} points at nothing`
  })
}

/** What axe finds, what is larger than the window, which tabs are cut, and whether one heading leads. */
async function audit(page: Page, { forced }: Way): Promise<readonly string[]> {
  const findings = await axeFindings(page, { forced })
  const sizes = await page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
    return [
      ...(scrollWidth > clientWidth ? [`wider than the window: ${scrollWidth} of ${clientWidth}`] : []),
      ...(scrollHeight > clientHeight ? [`taller than the window: ${scrollHeight} of ${clientHeight}`] : []),
      ...[...document.querySelectorAll('[role="tablist"]')]
        .filter((tabs) => tabs.scrollWidth > tabs.clientWidth)
        .map((tabs) => `tabs are cut: ${tabs.textContent}`),
      ...(document.querySelectorAll('h1').length === 1 ? [] : ['not one h1']),
    ]
  })
  return [...findings, ...sizes]
}
