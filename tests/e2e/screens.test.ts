import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ComposedLanguage } from '../../shared/values.ts'
import { type App, openApp } from '../support/app.ts'
import { hosts, type HostName } from '../support/hosts.ts'
import { root } from '../support/sources.ts'
import { openNusaDua, openSample, setLanguage, setTheme } from './sample.ts'
import { createScreen, escaped, type Screen } from './screen.ts'

type Theme = 'light' | 'dark'
type Way = {
  readonly language: ComposedLanguage
  readonly theme: Theme
  readonly width: number
  readonly height: number
}

const wide = { width: 1440, height: 900 } as const
const narrow = { width: 1024, height: 700 } as const
const ways: readonly Way[] = (['light', 'dark'] as const).flatMap((theme) =>
  (['id', 'en'] as const).flatMap((language) => [
    { language, theme, ...wide },
    { language, theme, ...narrow },
  ]),
)

/** Dialogs are looked at in four of the eight: each two of language, theme and size meet. */
const withDialogs = ({ language, theme, width }: Way) =>
  [language === 'id', theme === 'light', width === wide.width].filter(Boolean).length % 2 === 1

/** The stand-in shows the same page: one way of each sort is enough there. */
const fewWays = ways.filter(
  ({ language, theme, width }) => (language === 'id') === (theme === 'dark') && width === narrow.width,
)

/** Pictures for the README are only written when they are asked for, so that a run leaves the tree as it was. */
const writesShots = process.env['SEPAHAM_SHOTS'] === '1'
const shots = join(root, 'tests', 'shots')

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.each(hosts)('every screen on the $title', ({ host }) => {
  const wanted = host === 'loopback' ? ways : fewWays

  describe('before a record is open', () => {
    let app: App
    beforeAll(async () => void (app = await openApp({ host })))
    afterAll(async () => await app.kill())

    it.each(wanted)('is whole in $language, $theme, $width by $height', async (way) => {
      const { page } = app
      const screen = await show(app, host, way)
      const { t } = screen
      await look(page, way, 'first')
      await page.getByRole('button', { name: new RegExp(`^${escaped(t('record.start.make'))}`) }).click()
      await screen.button(t('record.make.next')).waitFor()
      await look(page, way, 'who')
      await screen.fill(t('record.make.name'), 'Unit')
      await screen.fill(t('record.make.officer'), 'Ayu Lestari')
      await screen.press(t('record.make.next'))
      await screen.press(t('record.make.make'))
      await look(page, way, 'passphrase')
      await screen.press(t('record.make.back'))
      await screen.press(t('shell.cancel'))
      expect(app.problems).toEqual([])
    })
  })

  describe('of a new record', () => {
    let app: App
    beforeAll(async () => void (app = await openApp({ host })))
    afterAll(async () => await app.kill())

    it('is whole: its key, the empty lists, and the way back in', { timeout: 120_000 }, async () => {
      const way: Way = { language: 'id', theme: 'light', ...wide }
      const screen = await show(app, host, way)
      const { t, page } = screen
      await makeRecordByHand(app, screen)
      await page.getByRole('list', { name: t('record.key.groups') }).waitFor()
      await look(page, way, 'key')
      await screen.press(t('record.key.later'))
      await page.getByText(t('meetings.empty')).waitFor()
      for (const one of host === 'loopback' ? ways : fewWays) {
        const { t } = await show(app, host, one)
        await page.getByText(t('meetings.empty')).waitFor()
        await look(page, one, 'empty')
        await page.keyboard.press('Control+2')
        await page.getByText(t('people.noPeople')).waitFor()
        await look(page, one, 'nobody')
        await page.keyboard.press('Control+1')
      }
      await page.keyboard.press('Control+Shift+L')
      for (const one of host === 'loopback' ? ways : fewWays) {
        const { t } = await show(app, host, one)
        await page.getByText(t('record.unlock.intro')).waitFor()
        await look(page, one, 'unlock')
        await page.getByRole('button', { name: t('record.unlock.withKey') }).click()
        await page.getByText(t('record.unlock.keyIntro')).waitFor()
        await look(page, one, 'unlockWithKey')
        await page.getByRole('button', { name: t('record.unlock.withPassphrase') }).click()
      }
      expect(app.problems).toEqual([])
    })
  })

  describe('of the sample', () => {
    let app: App
    beforeAll(async () => {
      ;({ app } = await openSample({ host }))
    })
    afterAll(async () => await app.kill())

    it.each(wanted)('is whole in $language, $theme, $width by $height', { timeout: 120_000 }, async (way) => {
      const screen = await show(app, host, way)
      const { page, t } = screen
      await page.keyboard.press('Control+1')
      await page.getByRole('heading', { level: 1, name: t('meetings.title') }).waitFor()
      await look(page, way, 'meetings')
      if (withDialogs(way)) {
        await screen.press(t('meetings.new'))
        await screen.field(t('meetings.form.venue')).waitFor()
        await look(page, way, 'newMeeting')
        await page.keyboard.press('Escape')
      }

      await openNusaDua(screen)
      await goToDraft(screen)
      await look(page, way, 'meeting')
      await lookAtMeeting(screen, way)

      await page.keyboard.press('Control+P')
      await page
        .getByRole('region', { name: t('meeting.paper') })
        .getByRole('article')
        .first()
        .waitFor()
      await look(page, way, 'print')
      for (const [index, name] of (['people', 'history', 'settings'] as const).entries()) {
        await page.keyboard.press(`Control+${index + 2}`)
        await page.getByRole('heading', { level: 1, name: t(`shell.${name}`) }).waitFor()
        await look(page, way, name)
        if (name === 'people') await lookAtPeople(screen, way)
      }
      for (const tab of ['data', 'security', 'keyboard', 'about'] as const) {
        await screen.tab(t(`settings.tabs.${tab}`))
        await look(page, way, `settings-${tab}`)
      }
      await page.keyboard.press('Control+K')
      await page.getByRole('dialog', { name: t('shell.palette.title') }).waitFor()
      await page.keyboard.type('bilateral')
      await page.getByRole('menuitem', { name: /Nusa Dua/ }).waitFor()
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => entryPointedAt(page), { timeout: 5_000 }).toContain('Bilateral')
      await look(page, way, 'palette')
      await page.keyboard.press('Escape')
      await page.keyboard.press('F1')
      await screen.dialog(t('shell.keys.title')).waitFor()
      await look(page, way, 'keys')
      await page.keyboard.press('Escape')
      expect(app.problems).toEqual([])
    })
  })
})

/** The item whose text has the decisions, as a person chooses it on the agenda. */
async function goToDraft({ page, language, text }: Screen): Promise<void> {
  const title = language === 'id' ? 'Rancangan Nota Kesepahaman' : 'Draft Memorandum of Understanding'
  await page.emulateMedia({ reducedMotion: 'reduce' }) // the minutes go there without a movement
  await page.getByRole('row', { name: title, exact: true }).click({ position: { x: 120, y: 8 } })
  const heading = page.getByRole('heading', { level: 2, name: /^4 / })
  await expect.poll(async () => (await text(4).boundingBox())?.y).toBeLessThan(300)
  await expect.poll(async () => (await heading.boundingBox())?.y).toBeGreaterThan(170) // not under the tools
}

/** Every panel, and the main dialogs. */
async function lookAtMeeting(screen: Screen, way: Way): Promise<void> {
  const { page, t } = screen
  const isNarrow = way.width < 1200
  if (isNarrow) await page.getByRole('button', { name: t('meeting.people'), exact: true }).click()
  const panels = [
    ['people', 'addDelegateOf'],
    ['outcomes', 'addAction'],
    ['programme', 'addEvent'],
    ['notes', 'addNote'],
  ] as const
  for (const [panel, add] of panels) {
    await screen.tab(new RegExp(`^${escaped(t(`meeting.${panel}`))}`))
    await look(page, way, `meeting-${panel}`)
    if (!withDialogs(way)) continue
    await screen.press(t(`meeting.${add}`, { side: screen.country('KHM') }))
    await page.getByRole('dialog').waitFor()
    await look(page, way, `meeting-${add}`)
    await page.keyboard.press('Escape')
  }
  if (withDialogs(way)) {
    await screen.tab(new RegExp(`^${escaped(t('meeting.people'))}`))
    await screen.more('Sok Dara', t('shell.edit'))
    await look(page, way, 'meeting-delegate')
    await page.keyboard.press('Escape')
  }
  if (isNarrow) await screen.press(t('meeting.closeInspector'))
  if (!withDialogs(way)) return
  for (const key of ['F12', 'Control+Alt+K', 'Control+S'] as const) {
    await page.keyboard.press(key)
    await page.getByRole('dialog').waitFor()
    await look(page, way, `meeting-${key}`)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await screen.press(t('meeting.addItem'))
  await look(page, way, 'meeting-addItem')
  await page.keyboard.press('Escape')
}

async function lookAtPeople(screen: Screen, way: Way): Promise<void> {
  const { page, t } = screen
  if (withDialogs(way)) {
    await screen.press(t('people.newPerson'))
    await look(page, way, 'newPerson')
    await page.keyboard.press('Escape')
  }
  await screen.segment(t('people.title'), t('people.agencies'))
  await screen.button(t('people.newAgency')).waitFor()
  await look(page, way, 'agencies')
  if (!withDialogs(way)) return
  await screen.press(t('people.newAgency'))
  await look(page, way, 'newAgency')
  await page.keyboard.press('Escape')
}

/** Sets size, theme and language; on Electron itself the window is as large as it is. */
async function show(app: App, host: HostName, { language, theme, width, height }: Way): Promise<Screen> {
  if (host !== 'electron') await app.page.setViewportSize({ width, height })
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
    .toEqual([language, theme])
  return createScreen(app.page, language)
}

/** Should one way have failed half-way, the next one still begins with nothing open. */
async function closeLayers(page: Page): Promise<void> {
  const layer = page.getByRole('dialog')
  while ((await layer.count()) > 0) {
    await page.keyboard.press('Escape')
    await layer.last().waitFor({ state: 'hidden' })
  }
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
  const findings = await audit(page)
  const { language, theme, width, height } = way
  if (writesShots && readmeShots.has(`${name}-${language}-${theme}-${width}x${height}`)) {
    mkdirSync(shots, { recursive: true })
    await page.mouse.move(0, 0)
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
    writeFileSync(join(shots, `${name}-${language}-${theme}-${width}x${height}.png`), picture)
  }
  expect(findings, `${name}, ${language}, ${theme}, ${width}`).toEqual([])
}

const readmeShots = new Set([
  'meeting-id-light-1440x900',
  'meeting-id-dark-1024x700',
  'meeting-en-light-1440x900',
  'first-id-light-1440x900',
  'people-id-light-1440x900',
])

/** The entry that Enter would open, as the field of the palette names it; while entries arrive it may name one that went. */
function entryPointedAt(page: Page): Promise<string> {
  return page.evaluate(() => {
    const field = document.activeElement
    const id = field?.getAttribute('aria-activedescendant') ?? ''
    return document.getElementById(id)?.textContent ?? `${field?.outerHTML} points at nothing`
  })
}

type Axe = {
  readonly run: (
    context: { readonly include: readonly Element[]; readonly exclude: readonly string[] },
    options: object,
  ) => Promise<{
    readonly violations: readonly {
      readonly id: string
      readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
    }[]
  }>
}

async function audit(page: Page): Promise<readonly string[]> {
  // Through the debugger, as no page of the program may run a script that is not its own.
  await page.evaluate(`window.axe || (() => { ${axe} })()`)
  return await page.evaluate(async () => {
    const { axe } = window as unknown as { readonly axe: Axe }
    // A dialog makes what is under it inert, and that was looked at before. What React Aria says to screen readers
    // about a button stays in its live region for some seconds after the button has gone.
    const layers = document.querySelectorAll('[role="dialog"], [role="alertdialog"]')
    const include = layers.length > 0 ? [...layers] : [document.documentElement]
    const context = { include, exclude: ['[data-live-announcer]'] }
    const { violations } = await axe.run(context, {
      iframes: false,
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
    })
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
    return [
      ...violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary}`),
      ),
      ...(scrollWidth > clientWidth ? [`wider than the window: ${scrollWidth} of ${clientWidth}`] : []),
      ...(scrollHeight > clientHeight ? [`taller than the window: ${scrollHeight} of ${clientHeight}`] : []),
      ...(document.querySelectorAll('h1').length === 1 ? [] : ['not one h1']),
    ]
  })
}
