import { flushSync } from 'react-dom'

export type RowDrawer = ReturnType<typeof createRowDrawer>

type Drawn = { readonly element: HTMLElement; readonly leave: (height: number) => void }

/**
 * Decides when a chunk of rows is drawn: it comes into sight (or `ahead` of it, a CSS length), it is asked for, or
 * there is time; and when it goes again, as all that is drawn weighs too much.
 */
export function createRowDrawer(ahead: string) {
  const elements: HTMLElement[] = [] // by chunk
  const chunkOf = new WeakMap<Element, number>()
  const waiting = new Map<number, () => void>()
  const drawn = new Map<number, Drawn>() // what was out of sight longest comes first
  const near = new Set<number>()
  let weights: readonly number[] = []
  let most = Number.POSITIVE_INFINITY
  let weight = 0
  let idle = 0

  const weightOf = (chunk: number): number => weights[chunk] ?? 0
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const chunk = chunkOf.get(target) ?? -1
        if (isIntersecting) near.add(chunk)
        else near.delete(chunk)
        if (isIntersecting) waiting.get(chunk)?.()
        const one = drawn.get(chunk)
        if (one && !isIntersecting) {
          drawn.delete(chunk)
          drawn.set(chunk, one)
        }
      }
      trim(-1)
    },
    // Of the window, and of the pane in it that scrolls, which the types do not know yet.
    { rootMargin: ahead, ...{ scrollMargin: ahead } },
  )

  /** Lets go of what is out of sight until the rest is light enough; never of `kept` or of what has the focus. */
  function trim(kept: number): void {
    for (const [chunk, { element, leave }] of drawn) {
      if (weight <= most) return
      if (chunk === kept || near.has(chunk) || element.contains(document.activeElement)) continue
      drawn.delete(chunk)
      weight -= weightOf(chunk)
      leave(element.offsetHeight)
    }
  }

  function drawInTime(): void {
    cancelIdleCallback(idle)
    idle = requestIdleCallback((deadline) => {
      do {
        const [first] = waiting
        if (!first || weight + weightOf(first[0]) > most) return
        flushSync(first[1])
      } while (deadline.timeRemaining() > 8)
      drawInTime()
    })
  }

  return {
    watch(chunk: number, element: HTMLElement): () => void {
      elements[chunk] = element
      chunkOf.set(element, chunk)
      watcher.observe(element)
      return () => {
        watcher.unobserve(element)
        near.delete(chunk)
      }
    },

    wait(chunk: number, draw: () => void): () => void {
      waiting.set(chunk, draw)
      return () => void waiting.delete(chunk)
    },

    keep(chunk: number, element: HTMLElement, leave: (height: number) => void): () => void {
      drawn.set(chunk, { element, leave })
      weight += weightOf(chunk)
      trim(chunk)
      return () => {
        if (drawn.delete(chunk)) weight -= weightOf(chunk)
      }
    },

    rowOf(chunk: number, at: number): HTMLElement | null {
      const row = drawn.get(chunk)?.element.children[at]
      return row instanceof HTMLElement ? row : null
    },

    rowAt(y: number): HTMLElement | null {
      const chunk = firstEndingBelow(elements, y)
      const rows = chunk === null ? [] : ([...chunk.children] as HTMLElement[])
      return firstEndingBelow(rows, y)
    },

    draw(chunk: number): void {
      const draw = waiting.get(chunk)
      if (draw) flushSync(draw)
    },

    /** `weights`: what each chunk costs; `most`: what may be drawn at once. */
    start(newWeights: readonly number[], newMost: number): () => void {
      weights = newWeights
      most = newMost
      weight = [...drawn.keys()].reduce((sum, chunk) => sum + weightOf(chunk), 0)
      drawInTime()
      return () => cancelIdleCallback(idle)
    },
  }
}

/** Of elements below each other the first that ends below `y`, in pixels of the window. */
function firstEndingBelow(elements: readonly HTMLElement[], y: number): HTMLElement | null {
  let from = 0
  let to = elements.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 0) > y) to = middle
    else from = middle + 1
  }
  return elements[from] ?? null
}
