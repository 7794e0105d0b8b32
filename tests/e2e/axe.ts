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
      readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[]
    }[]
  }>
}

/** What axe finds on the layer that is on top, or on the screen where none is open: nothing, in a sound program. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Through the debugger, as no page of the program may run a script that is not its own.
  await page.evaluate(`window.axe || (() => { ${axe} })()`)
  return await page.evaluate(async () => {
    const { axe } = window as unknown as { readonly axe: Axe }
    const layers = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')]
    const { violations } = await axe.run(
      {
        include: layers.length > 0 ? layers.slice(-1) : [document.documentElement],
        exclude: ['[data-live-announcer]'], // what React Aria has said stays there for some seconds
      },
      {
        iframes: false,
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        resultTypes: ['violations'],
      },
    )
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')} ${failureSummary}`),
    )
  })
}
