import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Axe = {
  readonly run: (
    context: { readonly include: readonly Element[]; readonly exclude: readonly string[] },
    options: object,
  ) => Promise<{
    readonly violations: readonly {
      readonly id: string
      readonly nodes: readonly { readonly element?: Element; readonly failureSummary?: string }[]
    }[]
  }>
}

/**
 * What axe finds on the layer that is on top, or on the screen where none is open: nothing, in a sound program.
 * `forced`: the colours are those that a person chose in the system, while styles still tell the program's.
 */
export async function axeFindings(page: Page, { forced = false } = {}): Promise<readonly string[]> {
  // Through the debugger, as no page of the program may run a script that is not its own.
  await page.evaluate(`window.axe || (() => { ${axe} })()`)
  return await page.evaluate(async (forced) => {
    const { axe } = window as unknown as { readonly axe: Axe }
    // A layer makes what is under it inert, and that was looked at before. What React Aria says to screen readers
    // about a button stays in its live region for some seconds after the button has gone; and a tooltip, which belongs
    // to what the pointer happens to rest on, stands at the end of the page.
    const layers = document.querySelectorAll('[role="dialog"], [role="alertdialog"], [data-trigger]')
    const include = [[...layers].at(-1) ?? document.documentElement]
    const { violations } = await axe.run(
      { include, exclude: ['[data-live-announcer]', ':has(> [role="tooltip"])'] },
      {
        iframes: false,
        preload: false, // no rule that runs needs the style sheets themselves
        selectors: false, // for each element that passes too, they take half the time
        elementRef: true,
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: { 'color-contrast': { enabled: !forced } },
        resultTypes: ['violations'],
      },
    )
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ element, failureSummary = '' }) => `${id}: ${element?.outerHTML.slice(0, 400)} ${failureSummary}`,
      ),
    )
  }, forced)
}
