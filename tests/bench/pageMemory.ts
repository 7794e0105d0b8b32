import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

export type PageMemory = { readonly process: number; readonly heap: number; readonly nodes: number }

/** Megabytes: what the process of the page has for itself, and what its scripts have of that after a collection. */
export async function memoryOf(page: Page): Promise<PageMemory> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  const { nodes } = await devtools.send('Memory.getDOMCounters')
  const browser = await page.context().browser()?.newBrowserCDPSession()
  const { processInfo = [] } = (await browser?.send('SystemInfo.getProcessInfo')) ?? {}
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateBytes(id))
  return { process: Math.max(...sizes) / 1_048_576, heap: usedSize / 1_048_576, nodes }
}

/** As Linux counts it: what no other process shares. */
function privateBytes(processId: number): number {
  const counted = readFileSync(`/proc/${processId}/smaps_rollup`, 'utf8')
  const kilobytes = [...counted.matchAll(/^Private_\w+:\s+(\d+) kB$/gm)].map(([, size]) => Number(size))
  return kilobytes.reduce((sum, size) => sum + size, 0) * 1024
}
