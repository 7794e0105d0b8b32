import type { Page } from 'playwright-core'

/**
 * Milliseconds from the last byte of the first large reply to the end of the frame in which all of `shown` (selectors)
 * stand on the page. To be called before they do; earlier replies are to be cleared from the resource timings.
 */
export async function paintedAfterReply(page: Page, shown: readonly string[]): Promise<number> {
  return await page.evaluate(async (selectors) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const task = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', resolve)
        port1.start()
        port2.postMessage(null)
      })
    for (;;) {
      await frame()
      const isShown = selectors.every((selector) => document.querySelector(selector) !== null)
      const reply = performance
        .getEntriesByType('resource')
        .find((entry) => 'encodedBodySize' in entry && Number(entry.encodedBodySize) > 500_000)
      if (!isShown || !reply) continue
      await task() // the frame has been painted
      return performance.now() - (reply as PerformanceResourceTiming).responseEnd
    }
  }, shown)
}
