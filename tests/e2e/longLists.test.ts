import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/store/openDatabase.ts'
import { createPersonRepository } from '../../electron/store/personRepository.ts'
import { PersonId } from '../../shared/ids.ts'
import { makeRecord, newId, passphrase } from '../electron/store/recordFixture.ts'
import { type App, openApp } from '../support/app.ts'
import { axeFindings } from './axe.ts'
import { createScreen, type Screen } from './screen.ts'

const many = 10_000

/** On a machine that does much else. */
const slow = { timeout: 10_000 }

let folder: string
let app: App
let screen: Screen
let page: Page

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sepaham-test-'))
  const path = await recordOfManyYears(folder)
  const file = join(folder, 'passphrase')
  writeFileSync(file, passphrase)
  app = await openApp({ host: 'loopback', args: ['--record', path, '--passphrase-file', file] })
  ;({ page } = app)
  screen = createScreen(page, 'id')
  await screen.section(screen.t('shell.meetings'))
  await page.getByRole('heading', { level: 1, name: screen.t('meetings.title') }).waitFor()
}, 60_000)
afterAll(async () => {
  await app.kill()
  rmSync(folder, { recursive: true, force: true })
})

describe('a list of 10,000', { timeout: 60_000 }, () => {
  it('meetings has few of its rows in the page, and its whole length to scroll', async () => {
    await whole(many)
    expect(await rows().count()).toBeLessThan(60)
    expect(await list().evaluate((it) => it.scrollHeight)).toBeGreaterThan(many * 40)
    expect(await axeFindings(page)).toEqual([])
  })

  it('meetings is gone through with the keys, to either end', async () => {
    await focusFirst()
    expect(await focused()).toContain(longDate(many - 1))
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toContain(longDate(many - 2))
    await page.keyboard.press('End')
    await expect.poll(focused, slow).toContain(longDate(0))
    expect(await isInSight()).toBe(true)
    await page.keyboard.press('ArrowUp')
    await expect.poll(focused, slow).toContain(longDate(1))
    await page.keyboard.press('PageUp')
    await expect.poll(focused, slow).not.toContain(longDate(1))
    await page.keyboard.press('Home')
    await expect.poll(focused, slow).toContain(longDate(many - 1))
    expect(await rows().count()).toBeLessThan(60)
  })

  it('meetings opens one by Enter, by a click on its row, and by its name once', async () => {
    const title = () => page.getByRole('heading', { level: 1, name: /Rapat/ })
    const back = async () => {
      await page.keyboard.press('Alt+ArrowLeft')
      await page.getByRole('heading', { level: 1, name: screen.t('meetings.title') }).waitFor()
      await rows().first().waitFor()
    }
    await focusFirst()
    await page.keyboard.press('Enter')
    await title().waitFor()
    await back()
    await rows()
      .nth(1)
      .click({ position: { x: 20, y: 30 } })
    await title().waitFor()
    await back()
    await page.getByRole('link', { name: /Rapat/ }).first().click()
    await title().waitFor()
    await back()
  })

  it('people is gone through with the keys, letters and the pointer, and finds a name without its accents', async () => {
    const { t } = screen
    await page.keyboard.press('Control+6')
    await page.getByRole('heading', { level: 1, name: t('people.title') }).waitFor()
    await whole(many)
    expect(await rows().count()).toBeLessThan(60)
    expect(await axeFindings(page)).toEqual([])
    await focusFirst()
    await page.keyboard.press('End')
    await expect.poll(focused, slow).toContain('អូន')
    await page.keyboard.press('Home')
    await expect.poll(focused, slow).toContain('Abdul 0000')
    await page.keyboard.type('zulk')
    await expect.poll(focused, slow).toContain('Zulkifli 0004')
    await page.keyboard.press('ArrowRight')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-haspopup'))).toBe('true')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: t('people.editPerson') }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('searchbox', { name: t('people.search') }).fill('dang 0006')
    await expect.poll(async () => (await rows().allTextContents()).join(), slow).toContain('Đặng 0006')
    await expect.poll(() => rows().count(), slow).toBe(1)
    await page.getByRole('searchbox', { name: t('people.search') }).fill('tak seorang pun')
    await screen.press(t('people.clear'))
    await whole(many)
    expect(app.problems).toEqual([])
  })

  const list = () => page.getByRole('grid')
  const rows = () => list().locator('[role="row"][data-key]:not([data-key^="group"])')

  async function focusFirst(): Promise<void> {
    await rows().first().focus()
    await page.keyboard.press('Home')
  }

  /** Waits until the list says that it has so many rows, headings not counted. */
  async function whole(count: number): Promise<void> {
    await expect
      .poll(async () => Number(await list().getAttribute('aria-rowcount')), { timeout: 20_000 })
      .toBeGreaterThanOrEqual(count)
  }

  function focused(): Promise<string> {
    return page.evaluate(() => document.activeElement?.closest('[role="row"]')?.textContent ?? '')
  }

  function isInSight(): Promise<boolean> {
    return page.evaluate(() => {
      const { top = -1, bottom = 0 } = document.activeElement?.getBoundingClientRect() ?? {}
      return top >= 0 && bottom <= innerHeight
    })
  }
})

/** "19 Mei 2025": the day of a meeting, as its row writes it. */
function longDate(at: number): string {
  return new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }).format(dayOf(at))
}

function dayOf(at: number): Date {
  return new Date(Date.UTC(1998, 0, 1 + at))
}

/** A record with as many meetings and people, without agendas. */
async function recordOfManyYears(folder: string): Promise<string> {
  const { path, key } = await makeRecord(folder)
  const db = openDatabase(path, key, 'readWrite')
  const people = createPersonRepository(db)
  const relationship = newId()
  const meeting = db.prepare(
    `INSERT INTO meeting (id, series_id, number, title, status, classification, place, venue, zone, counterpart_zone,
       held_on, starts, ends, languages, words)
     VALUES (?, ?, ?, '{}', 'held', 'open', '{"id":"Denpasar"}', '', 'Asia/Makassar', 'Asia/Phnom_Penh',
       ?, '09:00', '12:00', '["id"]', 'denpasar')`,
  )
  const names = ['Abdul', 'Đặng', 'Lestari', 'Sok', 'Zulkifli']
  db.transaction(() => {
    db.prepare('INSERT INTO relationship VALUES (?, ?, ?)').run(relationship, 'IDN', 'KHM')
    let series = ''
    for (let at = 0; at < many; at++) {
      const number = (at % 999) + 1 // a series has at most 999
      if (number === 1) {
        series = newId()
        db.prepare(`INSERT INTO series VALUES (?, ?, '{"id":"Rapat"}', '{"id":"Rapat"}', 'rapat')`).run(
          series,
          relationship,
        )
      }
      meeting.run(newId(), series, number, dayOf(at).toISOString().slice(0, 10))
      people.put({
        id: PersonId.parse(newId()),
        side: at % 2 === 0 ? 'IDN' : 'KHM',
        honorific: '',
        name: at === many - 1 ? 'អូន' : `${names[at % names.length]} ${String(at).padStart(4, '0')}`,
        khmerName: '',
        title: { id: 'Direktur' },
        agencyId: null,
        signsAs: '',
        ...{ rank: null, endedOn: null, posts: [] },
      })
    }
  })()
  db.close()
  return path
}
