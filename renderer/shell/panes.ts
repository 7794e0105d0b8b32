/**
 * Moves the focus to the next (1) or previous (-1) pane: the elements with `data-pane`, in the order of the page.
 * A pane that lies in another counts after it; the focus goes to what can take it first.
 */
export function focusPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) =>
    pane.checkVisibility(),
  )
  const current = panes.findLastIndex((pane) => pane.contains(document.activeElement))
  for (let n = 1; n <= panes.length; n++) {
    const at = (((current + n * step) % panes.length) + panes.length) % panes.length
    const pane = panes[at]
    if (pane && focusIn(pane, panes)) return
  }
}

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), textarea, [contenteditable="true"], [tabindex]:not([tabindex="-1"])'

/** False if the pane holds nothing of its own to focus, as one that only holds other panes. */
function focusIn(pane: HTMLElement, panes: readonly HTMLElement[]): boolean {
  const inner = panes.filter((other) => other !== pane && pane.contains(other))
  const target = [...pane.querySelectorAll<HTMLElement>(focusable)].find(
    (element) => element.checkVisibility() && !inner.some((other) => other.contains(element)),
  )
  if (target === undefined && inner.length > 0) return false
  const focused = target ?? pane
  if (target === undefined && pane.tabIndex < 0) pane.tabIndex = -1
  focused.focus()
  return true
}
