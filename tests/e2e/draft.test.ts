import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { TextId } from '../../shared/ids.ts'
import { textSchema } from '../../shared/text/extensions.ts'
import { toPlainText } from '../../shared/text/plainText.ts'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { axeFindings } from './axe.ts'
import { draftFixture, openDraft } from './draftText.ts'
import { openSample, setTheme } from './sample.ts'
import { escaped, type Screen } from './screen.ts'

const words = [
  'Article 1',
  'Objective',
  '1. The Parties shall cooperate.',
  '2. The Parties shall meet once a year.',
  'Article 2',
  'Exchange of Information',
  '1. Each Party shall reply within fourteen (14) days.',
  '2. Information shall not be disclosed.',
  'Article 3',
  'Funding',
  'Each Party bears its own costs.',
].join('\n')

describe.each(hosts)('the working text on the $title', ({ host }) => {
  let app: App
  let screen: Screen
  let page: Page
  let text: Locator
  let textId: TextId
  const open = async (content = words) => {
    const opened = await openDraft(app, screen, content)
    ;({ text, textId } = opened)
    return opened
  }
  /** What the record holds. */
  const saved = async () => {
    const reply = await app.call('text.open', { textId })
    if (!reply.ok) throw new Error(reply.fault.kind)
    return toPlainText(textSchema.nodeFromJSON(reply.value.doc))
  }
  const expectSaved = (content: string) => expect.poll(saved, { timeout: 15_000 }).toBe(content)
  const caret = async (at: string) => {
    await text.getByText(at).click()
    await page.keyboard.press('End')
  }
  const changed = (from: string, to: string) => words.replace(from, to)
  const row = (name: string) => page.getByRole('row', { name: new RegExp(escaped(name)) })

  beforeAll(async () => {
    ;({ app, screen } = await openSample({ host }, 'en'))
    page = screen.page
    await page.setViewportSize({ width: 1440, height: 900 })
  })
  afterAll(async () => await app.kill())
  afterEach(() => expect(app.problems).toEqual([]))

  it('goes on with clauses as Word does, and numbers count where they are counted', async () => {
    await open()
    await screen.press(screen.t('draft.number.count'))
    await caret('shall meet once a year')
    await page.keyboard.press('Enter')
    await page.keyboard.type('They report:')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('to ministers;')
    await expectSaved(changed('year.', 'year.\n3. They report:\n(a) to ministers;'))
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter') // an empty letter goes a level out
    await page.keyboard.type('They stop.')
    await expectSaved(changed('year.', 'year.\n3. They report:\n(a) to ministers;\n4. They stop.'))
    await page.keyboard.press('Alt+Shift+ArrowUp')
    await expectSaved(changed('year.', 'year.\n3. They stop.\n4. They report:\n(a) to ministers;'))
  })

  it('moves articles in the outline by keys, by its menu and by mouse', async () => {
    await open()
    await screen.press(screen.t('draft.number.count'))
    const [first = '', second = '', third = ''] = words.split(/(?=Article \d)/)
    const renumbered = (...articles: readonly string[]) =>
      articles
        .map((article, index) => article.trimEnd().replace(/Article \d/, `Article ${index + 1}`))
        .join('\n')
    await row('Exchange of Information').click()
    await page.keyboard.press('Alt+Shift+ArrowUp')
    await expectSaved(renumbered(second, first, third))
    await row('Funding').hover()
    await row('Funding')
      .getByRole('button', { name: screen.t('shell.more', { name: 'Article 3 Funding' }) })
      .click()
    await page.getByRole('menuitem', { name: screen.t('draft.moveUp') }).click()
    await expectSaved(renumbered(second, third, first))
    await row('Objective').dragTo(row('Exchange of Information'), { targetPosition: { x: 60, y: 2 } })
    await expectSaved(renumbered(first, second, third))
  })

  it('lists brackets, goes to each, and settles one in one undo', async () => {
    await open(words.replace('shall reply', '[shall (IDN)] [will (KHM)] reply'))
    await page.getByRole('tab', { name: new RegExp(`${screen.t('draft.brackets.title')} 2`) }).waitFor()
    await page.keyboard.press('Control+Shift+B')
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('shall')
    await page.keyboard.press('Control+Alt+R')
    await page.getByRole('radio', { name: /“will”/ }).click({ force: true })
    await screen.press(screen.t('draft.resolve.do'))
    await expectSaved(words.replace('shall reply', 'will reply'))
    await text.getByText('Funding').click()
    await page.keyboard.press('Control+Z')
    await expectSaved(words.replace('shall reply', '[shall (IDN)] [will (KHM)] reply'))
  })

  it('notes at which item of which meeting a bracket came up and was settled, until that is undone', async () => {
    const { mouId } = await open(words.replace('shall reply', '[shall (IDN)] [will (KHM)] reply'))
    const linkable = await app.call('mou.linkable', { mouId, query: '' })
    const target = linkable.ok ? linkable.value.find(({ target }) => target.kind === 'agendaItem') : undefined
    if (!target) throw new Error('the sample has an agenda item')
    await app.call('mou.link', { mouId, target: target.target })
    await page.keyboard.press('Control+Shift+B')
    await page.keyboard.press('Control+Alt+B')
    const choose = async (label: string) => {
      await page.getByRole('button', { name: new RegExp(`(^| )${escaped(label)}$`) }).click()
      await page.getByRole('option').nth(1).click()
    }
    await choose(screen.t('draft.talk.since'))
    await screen.press(screen.t('shell.save'))
    await page
      .getByRole('row', { name: 'shall' })
      .getByText(/^.* · since /)
      .waitFor()
    await page.keyboard.press('Control+Alt+R')
    await page.getByRole('radio', { name: /“will”/ }).click({ force: true })
    await choose(screen.t('draft.talk.settledAt'))
    await choose(screen.t('draft.talk.item'))
    expect(await axeFindings(page)).toEqual([])
    const shots = process.env['SEPAHAM_SHOTS'] ?? ''
    if (shots) await page.screenshot({ path: `${shots}/resolve.png` })
    await screen.press(screen.t('draft.resolve.do'))
    await expectSaved(words.replace('shall reply', 'will reply'))
    await page.getByRole('tab', { name: screen.t('draft.history.title') }).click()
    const settled = page.getByRole('region', { name: screen.t('draft.settled.title') })
    await settled.getByText(screen.t('draft.settled.taken')).waitFor()
    if (shots) await page.screenshot({ path: `${shots}/settled.png` })
    expect(await axeFindings(page)).toEqual([])
    await text.getByText('Funding').click()
    await page.keyboard.press('Control+Z')
    await settled.getByText(screen.t('draft.settled.none')).waitFor()
    await expectSaved(words.replace('shall reply', '[shall (IDN)] [will (KHM)] reply'))
    const noted = await app.call('bracket.settled', { textId })
    expect(noted.ok && noted.value).toEqual([])
    await page.keyboard.press('Control+Y')
    await settled.getByText(screen.t('draft.settled.taken')).waitFor()
    await page.getByRole('tab', { name: new RegExp(screen.t('draft.brackets.title')) }).click()
  })

  it('offers to take what is typed for a bracket, and only then does', async () => {
    await open()
    await caret('shall meet once a year')
    await page.keyboard.type(' [if funds allow (KHM)] [never closed')
    const problem = screen.t('draft.problem.unclosed', { word: 'never' })
    await page.getByRole('button', { name: problem }).waitFor()
    await expectSaved(changed('year.', 'year. [if funds allow (KHM)] [never closed'))
    await page
      .getByRole('status')
      .getByRole('button', { name: screen.t('draft.offers.takeOne') })
      .click()
    await page.getByRole('row', { name: /if funds allow/ }).waitFor()
    await expectSaved(changed('year.', 'year. [if funds allow (KHM)] [never closed'))
    expect(await text.locator('[data-node="bracketOpen"]').count()).toBe(1)
  })

  it('puts words in brackets with another wording beside them', async () => {
    await open()
    await text.getByText('fourteen').dblclick()
    await page.keyboard.press('Control+Alt+B')
    await page
      .getByRole('group', { name: screen.t('editor.bracketSides') })
      .getByText('Indonesia')
      .click()
    await screen.fill(screen.t('draft.brackets.alternative'), 'thirty')
    await screen.press(screen.t('shell.save'))
    const wanted = changed('fourteen (14)', '[fourteen (IDN)] [thirty (KHM)] (14)')
    await expectSaved(wanted)
  })

  it('writes over what runs from a bracket around an article into another article', async () => {
    const bracketed = words
      .replace('Article 2', '[Article 2')
      .replace('not be disclosed.', 'not be disclosed. (KHM)]')
    const written = bracketed.replace('disclosed.', 'kept.').replace('Funding', 'ding')
    await open(bracketed)
    const select = async () =>
      await text.evaluate((element) => {
        const lines = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        const ends: (readonly [Node, number])[] = []
        for (let line = lines.nextNode(); line; line = lines.nextNode()) {
          const at = line.textContent?.indexOf('disclosed') ?? -1
          if (at >= 0) ends.push([line, at])
          if (line.textContent === 'Funding') ends.push([line, 3])
        }
        const [from, to] = ends
        if (from && to) getSelection()?.setBaseAndExtent(from[0], from[1], to[0], to[1])
      })
    await caret('bears its own costs')
    await select()
    await page.keyboard.type('kept.')
    await expectSaved(written)
    await page.keyboard.press('Control+Z')
    await expectSaved(bracketed)
    await select()
    await page.keyboard.press('Delete')
    await page.keyboard.type('kept.')
    await expectSaved(written)
    await page.keyboard.press('Control+Z')
    await page.keyboard.press('Control+Z')
    await select()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Fun')
    await expectSaved(bracketed.replace('disclosed.', ''))
  })

  it('shows the text as each side sees it, and clean', async () => {
    await open(words.replace('shall reply', '[shall (IDN)] [will (KHM)] reply'))
    const view = page.getByRole('button', { name: new RegExp(escaped(screen.t('draft.view.title'))) })
    for (const [name, wanted] of [
      [screen.t('draft.view.side', { side: 'Indonesia' }), 'Each Party shall reply'],
      [screen.t('draft.view.side', { side: 'Cambodia' }), 'Each Party will reply'],
      [screen.t('draft.view.clean'), 'Each Party reply'],
    ] as const) {
      await view.click()
      await page.getByRole('option', { name }).click()
      await page.getByRole('textbox', { name }).getByText(wanted).waitFor()
    }
    await screen.press(screen.t('draft.view.back'))
    await text.first().getByText('Funding').waitFor()
  })

  it('finds and replaces, all in one undo', async () => {
    await open()
    await page.keyboard.press('Control+F')
    await page.keyboard.type('shall')
    await page.getByText(screen.t('draft.find.position', { position: 1, all: 4 })).waitFor()
    await screen.fill(screen.t('draft.find.replacement'), 'will')
    await screen.press(screen.t('draft.find.replaceAll', { count: 4, shown: 4 }))
    await expectSaved(words.replaceAll('shall', 'will'))
    await text.getByText('Funding').click()
    await page.keyboard.press('Control+Z')
    await expectSaved(words)
  })

  it('shows what it was at a minute, with what changed since, and puts it back', async () => {
    await open()
    await caret('bears its own costs')
    await page.keyboard.type(' Always.')
    await expectSaved(changed('costs.', 'costs. Always.'))
    await page.getByRole('tab', { name: screen.t('draft.history.title') }).click()
    await screen.press(screen.t('draft.history.beginning'))
    await page.getByText(screen.t('draft.history.changes', { count: 1, shown: 1 })).waitFor()
    await page.locator('ins').getByText('Always.').waitFor()
    await screen.press(screen.t('draft.history.restore'))
    await expectSaved(words)
    await text.getByText('Funding').click()
    await page.keyboard.press('Control+Z')
    await expectSaved(changed('costs.', 'costs. Always.'))
  })

  it('recognises clauses in what is pasted, and offers to read them so', async () => {
    await open()
    await caret('bears its own costs')
    await page.keyboard.press('Enter')
    const pasted = ['Article 4', 'Settlement', '1. By talks.', '2. By no one else.']
    await text.evaluate((element, lines) => {
      const data = new DataTransfer()
      data.setData('text/plain', lines.join('\n'))
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      )
    }, pasted)
    await screen.press(screen.t('draft.paste.look'))
    await screen.press(screen.t('draft.paste.confirm'))
    await row('Article 4 Settlement').waitFor()
    await expectSaved(`${words}\n${pasted.join('\n')}`)
  })

  it('keeps references to clauses in step with their numbers', async () => {
    await open()
    await screen.press(screen.t('draft.number.count'))
    await caret('bears its own costs')
    await page.keyboard.type(' See ')
    await page.keyboard.press('Control+Alt+L')
    const clauses = page.getByRole('dialog')
    await clauses.getByRole('row', { name: /^Article 2 Exchange/ }).click()
    await expectSaved(changed('costs.', 'costs. See Article 2'))
    await row('Exchange of Information').click()
    await page.keyboard.press('Alt+Shift+ArrowUp')
    await expect.poll(saved).toMatch(/costs\. See Article 1$/)
  })

  it('fixes a number, and what follows counts on', async () => {
    await open()
    await screen.press(screen.t('draft.number.count'))
    await caret('shall cooperate')
    await page.keyboard.press('Control+Alt+N')
    await page.getByText(screen.t('draft.number.asTyped')).click()
    await screen.fill(screen.t('draft.number.number'), '5 bis')
    await screen.press(screen.t('shell.save'))
    await expectSaved(
      changed('1. The Parties shall cooperate', '5 bis. The Parties shall cooperate').replace(
        '2. The Parties',
        '6. The Parties',
      ),
    )
  })

  it('is reached from the page of its memorandum, and leads back there', async () => {
    await open()
    await page.getByRole('heading', { level: 1 }).getByRole('link').click()
    await page.getByRole('tab', { name: new RegExp(`^${escaped(screen.t('mou.tabs.drafts'))}`) }).click()
    await screen.press(screen.t('drafts.of', { act: screen.t('drafts.write'), name: 'English' }))
    await page.locator('.ProseMirror').getByText('Funding').waitFor()
  })

  it('is whole in both themes, wide and narrow', { timeout: 120_000 }, async () => {
    await open(draftFixture('mou-v3-consolidated.en.txt'))
    const shots = process.env['SEPAHAM_SHOTS'] ?? ''
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(app, theme)
      for (const size of [
        { width: 1440, height: 900 },
        { width: 1024, height: 700 },
        { width: 720, height: 450 },
      ]) {
        await page.setViewportSize(size)
        await page.waitForTimeout(300)
        if (shots) await page.screenshot({ path: `${shots}/draft-${theme}-${size.width}.png` })
        expect(await axeFindings(page)).toEqual([])
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
          ),
        ).toBe(false)
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await setTheme(app, 'system')
  })
})
