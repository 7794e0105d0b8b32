import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Input, Operation, Reply } from '../../shared/api/contract.ts'
import type { MouId, TextId } from '../../shared/ids.ts'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { wordFile } from '../support/wordFile.ts'
import { axeFindings } from './axe.ts'
import { openDraft } from './draftText.ts'
import { openSample, setTheme } from './sample.ts'
import { escaped, type Screen } from './screen.ts'

const shots = process.env['SEPAHAM_SHOTS'] ?? ''

const words = [
  'Article 1',
  'Exchange of Information',
  '1. Each Party shall reply within fourteen (14) days of receipt.',
  '2. Information shall not be disclosed.',
  'Article 2',
  'Funding',
  'Each Party bears its own costs.',
].join('\n')

describe.each(hosts)('comments on the working text on the $title', ({ host }) => {
  let app: App
  let screen: Screen
  let page: Page
  let text: Locator
  let textId: TextId
  const open = async () => ({ text, textId } = await openDraft(app, screen, words))
  const threads = async () => {
    const reply = await app.call('comment.list', { textId })
    if (!reply.ok) throw new Error(reply.fault.kind)
    return reply.value.threads
  }
  const placed = async () =>
    (await threads()).map(({ place }) => (place.state === 'gone' ? 'gone' : place.at.words))
  const expectPlaced = (...wanted: readonly string[]) =>
    expect.poll(placed, { timeout: 15_000 }).toEqual(wanted)
  const panel = () => page.getByRole('complementary', { name: screen.t('draft.panel') })
  const card = (said: string) => panel().getByRole('article').filter({ hasText: said })
  /** Selects words of the text; resolves when the editor has heard of it. */
  const select = async (chosen: string, line: string) => {
    await text.getByText(line).click()
    await page.evaluate(
      async ([wanted, inLine]) => {
        const walker = document.createTreeWalker(
          document.querySelector('.ProseMirror') ?? document,
          NodeFilter.SHOW_TEXT,
        )
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const block = node.parentElement?.closest('p, div')?.textContent ?? ''
          const at = block.includes(inLine ?? '') ? (node.textContent?.indexOf(wanted ?? '') ?? -1) : -1
          if (at < 0) continue
          const heard = new Promise((resolve) =>
            document.addEventListener('selectionchange', resolve, { once: true }),
          )
          getSelection()?.setBaseAndExtent(node, at, node, at + (wanted?.length ?? 0))
          await heard
          return
        }
        throw new Error(`${wanted} does not stand there`)
      },
      [chosen, line],
    )
  }
  const comment = async (said: string) => {
    await page.keyboard.press('Control+Alt+M')
    const field = panel().getByRole('textbox', { name: screen.t('comments.words') })
    await field.fill(said)
    await field.press('Control+Enter')
    await card(said).waitFor()
  }

  /** A counter-draft that came as this file. */
  const registered = async (mouId: MouId, bytes: Uint8Array) => {
    const get = async <Op extends Operation>(operation: Op, input: Input<Op>): Promise<Reply<Op>> => {
      const reply = await app.call(operation, input)
      if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply.fault)}`)
      return reply.value
    }
    const uploadId = randomUUID()
    const name = 'counter.docx'
    await get('compare.sendPart', { uploadId, name, part: Buffer.from(bytes).toString('base64') })
    const { fileId } = await get('compare.addFile', { uploadId, name })
    const file = { fileId, view: 'asProposed' as const }
    const source = { kind: 'file' as const, file }
    const { importId } = await get('draft.recognise', { mouId, language: 'en', source })
    const { value } = await get('draft.register', {
      ...{ mouId, language: 'en', source: { kind: 'import', importId, again: false }, parents: [] },
      facts: {
        ...{ kind: 'counterDraft', tabledBy: 'KHM', textDate: '2025-05-12', receivedOn: '2025-05-13' },
        ...{ channel: 'email', note: '', dateReason: '' },
      },
    })
    return value
  }

  beforeAll(async () => {
    ;({ app, screen } = await openSample({ host }, 'en'))
    page = screen.page
    await page.setViewportSize({ width: 1440, height: 900 })
  })
  afterAll(async () => await app.kill())
  afterEach(() => expect(app.problems).toEqual([]))

  it('are put on words by keys, are internal at first, and are answered, shown to the counterpart and resolved', async () => {
    await open()
    await select('fourteen (14) days', 'Each Party shall reply')
    await comment('Jakarta can do twenty-one.')
    await expectPlaced('fourteen (14) days')
    expect((await threads())[0]?.thread.visibility).toBe('internal')
    await card('Jakarta').getByText(screen.t('comments.internal'), { exact: true }).first().waitFor()

    await card('Jakarta')
      .getByRole('textbox', { name: screen.t('comments.reply') })
      .fill('Ask the ministry.')
    await card('Jakarta')
      .getByRole('button', { name: screen.t('comments.answer') })
      .click()
    await card('Ask the ministry.').waitFor()
    await card('Jakarta')
      .getByRole('radio', { name: screen.t('comments.toCounterpart') })
      .click()
    await expect.poll(async () => (await threads())[0]?.thread.visibility).toBe('counterpart')

    await card('Jakarta')
      .getByRole('button', { name: screen.t('comments.resolve') })
      .click()
    const fold = panel().getByRole('button', { name: screen.t('comments.resolvedCount', { shown: '1' }) })
    await fold.waitFor()
    expect(await card('Jakarta').count()).toBe(0)
    await fold.click()
    await card('Jakarta').waitFor()
  })

  it('stay on their words while the text is written, and say so when they are gone', async () => {
    await open()
    await select('fourteen (14) days', 'Each Party shall reply')
    await comment('Too short.')
    await text.getByText('Each Party shall reply').click()
    await page.keyboard.press('Home')
    await page.keyboard.type('However, ')
    await expectPlaced('fourteen (14) days')

    await select('fourteen (14) days', 'Each Party shall reply')
    await page.keyboard.press('Delete')
    await expectPlaced('gone')
    const gone = panel().getByRole('region', { name: screen.t('comments.placeGone') })
    await gone.getByText('fourteen (14) days').waitFor()

    await text.getByText('Each Party shall reply').click()
    await page.keyboard.press('Control+Z')
    await expectPlaced('fourteen (14) days')
    await gone.waitFor({ state: 'detached' })
  })

  it('whose place has gone are put on other words', async () => {
    await open()
    await select('fourteen (14) days', 'Each Party shall reply')
    await comment('Too short.')
    await select('fourteen (14) days', 'Each Party shall reply')
    await page.keyboard.press('Delete')
    const gone = panel().getByRole('region', { name: screen.t('comments.placeGone') })
    await gone.waitFor()
    const opens = gone.getByRole('button', { name: screen.t('comments.open'), exact: true })
    if ((await opens.count()) > 0) await opens.click()
    await select('shall not be disclosed', 'Information shall not')
    await gone.getByRole('button', { name: screen.t('comments.attach') }).click()
    await expectPlaced('shall not be disclosed')
  })

  it('stand on the clause of the cursor without a selection, and are gone through by keys', async () => {
    await open()
    await text.getByText('Each Party bears').click()
    await comment('Who pays interpreters?')
    await select('disclosed', 'Information shall not')
    await comment('To whom?')
    await expectPlaced('disclosed', 'Each Party bears its own costs.')
    await text.getByText('Exchange of Information').click()
    const isOpen = (said: string) =>
      card(said)
        .getByRole('button', { name: screen.t('comments.resolve') })
        .waitFor()
    await page.keyboard.press('Alt+PageDown')
    await page.keyboard.press('Alt+PageDown')
    await isOpen('Who pays')
    await page.keyboard.press('Alt+PageUp')
    await isOpen('To whom?')
  })

  it('are reached by F6, and are as they were when the text is opened again', async () => {
    await open()
    await select('disclosed', 'Information shall not')
    await comment('To whom?')
    await text.getByText('Information shall not').click()
    await page.keyboard.press('F6')
    expect(await panel().evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await page.evaluate(() => (location.hash = '#/meetings'))
    await text.first().waitFor({ state: 'detached' })
    await page.goBack()
    await text.first().waitFor()
    await page.getByRole('tab', { name: new RegExp(escaped(screen.t('comments.title'))) }).click()
    await card('To whom?').waitFor()
    expect(await text.locator('span', { hasText: /^disclosed$/ }).count()).toBeGreaterThan(0)
  })

  it('of a Word file come in with its draft, and are answered beside the draft, which nobody changes', async () => {
    const { mouId } = await openDraft(app, screen, words)
    const said =
      '<w:comment w:id="0" w:author="Sok Dara" w:date="2025-05-08T09:30:00Z">' +
      '<w:p><w:r><w:t>Too long for us.</w:t></w:r></w:p></w:comment>'
    const body =
      '<w:p><w:r><w:t>Article 1</w:t></w:r></w:p><w:p><w:r><w:t>Information</w:t></w:r></w:p>' +
      '<w:p><w:r><w:t xml:space="preserve">The Parties shall reply </w:t></w:r><w:commentRangeStart w:id="0"/>' +
      '<w:r><w:t>within thirty (30) days</w:t></w:r><w:commentRangeEnd w:id="0"/>' +
      '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    const draft = await registered(mouId, wordFile({ body, comments: said }))
    await page.evaluate((hash) => (location.hash = hash), `#/mou/${mouId}?tab=drafts`)
    const row = page.getByRole('row').filter({ hasText: screen.t('drafts.kinds.counterDraft') })
    await row.getByRole('button').last().click()
    await page.getByRole('menuitem', { name: screen.t('drafts.read'), exact: true }).click()
    const margin = page.getByRole('dialog').getByRole('complementary', { name: screen.t('comments.title') })
    const thread = margin.getByRole('article').filter({ hasText: 'Too long for us.' })
    await thread.getByText('within thirty (30) days').waitFor()
    await thread.getByText('Sok Dara').waitFor()
    await thread.getByRole('button', { name: screen.t('comments.open'), exact: true }).click()
    await thread.getByRole('textbox', { name: screen.t('comments.reply') }).fill('Twenty-one?')
    await thread.getByRole('button', { name: screen.t('comments.answer') }).click()
    await thread.getByText('Twenty-one?').waitFor()
    expect(await axeFindings(page)).toEqual([])

    const sheet = page.getByRole('dialog').locator('.ProseMirror')
    await sheet.getByText('The Parties shall reply').click()
    await page.keyboard.press('Control+Alt+M')
    const field = margin.getByRole('textbox', { name: screen.t('comments.words') })
    await field.fill('Reply to what?')
    await field.press('Control+Enter')
    await margin.getByRole('article').filter({ hasText: 'Reply to what?' }).waitFor()
    if (shots) await page.screenshot({ path: `${shots}/comments-on-draft.png` })
    await page.keyboard.press('Escape')
    const reply = await app.call('comment.list', { textId: draft.textId })
    expect(reply.ok && reply.value.threads.map(({ comments }) => comments.length).toSorted()).toEqual([1, 2])
  })

  it.each(['light', 'dark'] as const)('have no finding of axe in the %s theme', async (theme) => {
    await open()
    await setTheme(app, theme)
    await select('fourteen (14) days', 'Each Party shall reply')
    await comment('Too short.')
    await text.getByText('Each Party bears').click()
    await page.keyboard.press('Control+Alt+M')
    await panel()
      .getByRole('textbox', { name: screen.t('comments.words') })
      .waitFor()
    expect(await axeFindings(page)).toEqual([])
    if (shots) await page.screenshot({ path: `${shots}/comments-${theme}.png` })
    await page.setViewportSize({ width: 1024, height: 700 })
    expect(await axeFindings(page)).toEqual([])
    await page.setViewportSize({ width: 1440, height: 900 })
  })
})
