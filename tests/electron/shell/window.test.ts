import { afterEach, describe, expect, it } from 'vitest'
import { type App, openApp } from '../../support/app.ts'

let app: App | null = null
afterEach(async () => {
  await app?.kill().catch(() => undefined)
  app = null
})

async function open() {
  app = await openApp({ host: 'standIn' })
  const { page, standIn } = app
  if (standIn === null) throw new Error('no stand-in')
  return { app, page, standIn }
}

describe('the window', () => {
  it('is shown once it is painted, with its own title bar', async () => {
    const { standIn } = await open()
    await expect.poll(async () => (await standIn.recorded()).calls).toContainEqual(['show', 1])
    expect((await standIn.recorded()).windows[0]).toMatchObject({
      show: false,
      minWidth: 1024,
      minHeight: 700,
      titleBarStyle: 'hidden',
      titleBarOverlay: { height: 44 },
    })
  })

  it('knows language, theme and density before its first paint', async () => {
    const { page } = await open()
    const html = await page.evaluate(async () => await (await fetch('/')).text())
    expect(html).toMatch(/<html lang="(id|en)" data-theme="\w+" data-density="\w+">/)
  })

  it('waits for the page to save before it closes', async () => {
    const { page, app } = await open()
    await page.evaluate(() =>
      window.sepaham?.beforeClose?.(async () => {
        document.title = 'saving'
        await window.sepaham?.invoke('settings.read', {})
      }),
    )
    const startedAt = performance.now()
    await app.quit()
    expect(performance.now() - startedAt).toBeLessThan(2_500)
  })

  it('waits no longer than three seconds for a page that does not answer', async () => {
    const { page, app } = await open()
    await page.evaluate(() => window.sepaham?.beforeClose?.(() => new Promise(() => undefined)))
    const startedAt = performance.now()
    await app.quit()
    expect(performance.now() - startedAt).toBeGreaterThan(2_500)
  })

  it('is loaded again, once, when its process has gone, and the page is told', async () => {
    const { page, app, standIn } = await open()
    const again = page.waitForEvent('load')
    await standIn.ask('emit', 1, 'render-process-gone', { reason: 'crashed' })
    await again
    expect(await page.evaluate(() => document.documentElement.dataset['recovered'])).toBe('true')
    void standIn.ask('emit', 1, 'render-process-gone', { reason: 'crashed' })
    expect(await standIn.ended).toBe(0)
    void app
  })
})
