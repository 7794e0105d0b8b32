import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../support/app.ts'
import { hosts } from '../support/hosts.ts'
import { openNusaDua, openSample } from './sample.ts'
import type { Screen } from './screen.ts'

/** No such name exists; a request to it is noticed before it leaves. */
const outside = 'https://luar.invalid'

/** HTML as a web page or a mail puts it on the clipboard; `ran()` counts the scripts that run. */
const hostile: Readonly<Record<string, string>> = {
  'a script': `<script>ran()</script>`,
  'a script from outside': `<script src="${outside}/a.js"></script>`,
  'an image that fails': `<img src="x" onerror="ran()">`,
  'an image that tracks': `<img src="${outside}/a.gif" width="1" height="1">`,
  'an image in several sizes': `<img srcset="${outside}/1.png 1x, ${outside}/2.png 2x">`,
  'a drawing that runs on load': `<svg onload="ran()"><circle r="1"/></svg>`,
  'a drawing with a script': `<svg><script>ran()</script></svg>`,
  'a link that runs': `<a href="javascript:ran()" onclick="ran()">tautan</a>`,
  'a link with data': `<a href="data:text/html,<script>ran()</script>">tautan</a>`,
  'a handler of the pointer': `<p onmouseover="ran()" onpointerenter="ran()">kata</p>`,
  'a style that tracks': `<p style="background:url(${outside}/a.png)">kata</p>`,
  'a sheet of styles': `<style>@import url(${outside}/a.css); p { background: url(${outside}/b.png) }</style>`,
  'a sheet from outside': `<link rel="stylesheet" href="${outside}/a.css"><link rel="prefetch" href="${outside}/b">`,
  'a film': `<video src="${outside}/a.mp4" poster="${outside}/a.png" autoplay onloadstart="ran()"></video>`,
  'an object': `<object data="${outside}/a.swf"></object><embed src="${outside}/b.swf">`,
  'a frame with a page': `<iframe srcdoc="<script>parent.ran()</script>"></iframe>`,
  'a frame from outside': `<iframe src="${outside}/a.html" onload="ran()"></iframe>`,
  'a page that leads away': `<meta http-equiv="refresh" content="0;url=${outside}/">`,
  'another base of addresses': `<base href="${outside}/"><a href="a">tautan</a>`,
  'a form that takes the focus': `<form action="${outside}/"><input autofocus onfocus="ran()"><button>x</button></form>`,
  'a change of meaning on the second reading': `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=ran()&gt;">`,
}

/** What no text of the schema has. */
const forbidden =
  'script, img, svg, iframe, style, link, meta, base, form, input, object, embed, video, math, a, [onclick], [onerror], [onload], [onmouseover], [style*="url"], [href], [src]'

/**
 * What the policy of the page says while DOMPurify reads the HTML in a document that runs and fetches nothing. All
 * else that is noticed, a request above all, fails the test.
 */
const refusal = /violates the following Content Security Policy directive/

describe.each(hosts)('what is pasted on the $title', ({ host }) => {
  let app: App
  let screen: Screen
  let text: Locator
  beforeAll(async () => {
    ;({ app, screen } = await openSample({ host }))
    await openNusaDua(screen)
    text = screen.text(5)
    await screen.page.evaluate(() => {
      Object.assign(window, { scripts: 0, ran: () => (window as unknown as Counter).scripts++ })
    })
  })
  afterAll(async () => await app.kill())

  it('are twenty-one ways to bring something in', () => expect(Object.keys(hostile).length).toBe(21))

  it.each(Object.entries(hostile))('runs nothing and keeps nothing of %s', async (_, html) => {
    const { page } = screen
    await emptied(text, page)
    await paste(text, { 'text/html': `<p>sebelum</p>${html}`, 'text/plain': 'biasa' })
    await expect.poll(() => text.textContent()).toContain('sebelum')
    expect(await text.locator(forbidden).count()).toBe(0)
    await text.hover()
    expect(await page.evaluate(() => (window as unknown as Counter).scripts)).toBe(0)
    expect(app.problems.filter((problem) => !refusal.test(problem))).toEqual([])
    expect(await screen.headline().count()).toBe(1) // still on its page
  })

  it('has its lists as lists where it comes from Word, which writes them as paragraphs with typed marks', async () => {
    const { page } = screen
    await emptied(text, page)
    const entry = (level: number, mark: string, words: string) =>
      `<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level${level} lfo1'><![if !supportLists]>` +
      `<span style='mso-list:Ignore'>${mark}<span style='font:7pt "Times New Roman"'>&nbsp;&nbsp; </span></span>` +
      `<![endif]>${words}<o:p></o:p></p>`
    const html = [
      '<p class=MsoNormal>Para pihak sepakat:</p>',
      entry(1, '1.', 'bertukar data;'),
      entry(2, '·', 'bulanan'),
      entry(2, '·', 'tahunan'),
      entry(1, '2.', 'bertemu lagi.'),
      '<p class=MsoNormal>Lampiran:</p>',
      entry(1, '3.1.2', 'nomor dari beberapa bagian'),
    ].join('')
    await paste(text, { 'text/html': html, 'text/plain': 'biasa' })
    await expect.poll(() => text.locator('ol > li').count()).toBe(2)
    expect(await text.locator('ol > li').first().locator('ul > li').allTextContents()).toEqual([
      'bulanan',
      'tahunan',
    ])
    expect(await text.locator('ol > li').last().textContent()).toBe('bertemu lagi.')
    expect(await text.locator('p').last().textContent()).toMatch(/^3\.1\.2\s+nomor dari beberapa bagian$/)
  })

  it('is refused at once where it is longer than 2,000,000 characters, and the text stays', async () => {
    const { page, t } = screen
    await emptied(text, page)
    await page.keyboard.insertText('Yang sudah ada.')
    const took = await paste(text, { 'text/plain': 'x'.repeat(2_000_001) })
    expect(took).toBeLessThan(100)
    const notice = t('editor.pasteTooLarge', { characters: '2.000.001', atMost: '2.000.000' })
    await page.getByRole('group', { name: notice }).waitFor()
    expect(await text.textContent()).toBe('Yang sudah ada.')
  })
})

type Counter = { scripts: number }

async function emptied(text: Locator, page: Page): Promise<void> {
  await text.click()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await expect.poll(async () => (await text.textContent())?.includes('se')).toBe(false)
}

/** Pastes as the browser does; resolves with the milliseconds until the editor had decided. */
async function paste(text: Locator, data: Readonly<Record<string, string>>): Promise<number> {
  return await text.evaluate((element, given) => {
    const clipboardData = new DataTransfer()
    for (const [type, content] of Object.entries(given)) clipboardData.setData(type, content)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    const startedAt = performance.now()
    element.dispatchEvent(event)
    return performance.now() - startedAt
  }, data)
}
