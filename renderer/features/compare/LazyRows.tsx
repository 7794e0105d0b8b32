import {
  memo,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import styles from './LazyRows.module.css'

export type LazyRowsHandle = {
  /** The element of a row; it is drawn for that if it was not yet. */
  readonly show: (index: number) => HTMLElement | null
  /** The same, but null of what is not drawn. */
  readonly shown: (index: number) => HTMLElement | null
}

const chunkSize = 16
/** How far outside of what is in sight rows are drawn, in pixels. */
const ahead = '800px'

/**
 * Rows of any number: those in sight are drawn at once, the others when they come near or when nothing else is to do,
 * so that in the end all words are on the page for finding and reading aloud. Until then their place is kept by a
 * guess at their height, in pixels. `children` and `heightOf` must be stable while the rows are the same.
 */
export function LazyRows(props: {
  readonly count: number
  readonly heightOf: (index: number) => number
  readonly children: (index: number) => ReactNode
  readonly handle?: Ref<LazyRowsHandle>
  /** Called with the element of each chunk when its rows have been drawn. Must be stable. */
  readonly onDrawn?: (element: HTMLElement) => void
}) {
  const { count, heightOf, children, handle, onDrawn } = props
  const [drawer] = useState(createDrawer)
  const chunks = Math.ceil(count / chunkSize)
  const heights = useMemo(() => {
    const heights = Array.from({ length: chunks }, () => 0)
    for (let index = 0; index < count; index++) heights[Math.floor(index / chunkSize)]! += heightOf(index)
    return heights
  }, [chunks, count, heightOf])
  useImperativeHandle(handle, () => {
    const shown = (index: number) => drawer.rowOf(Math.floor(index / chunkSize), index % chunkSize)
    return {
      shown,
      show(index) {
        drawer.draw(Math.floor(index / chunkSize))
        return shown(index)
      },
    }
  }, [drawer])
  useEffect(() => drawer.start(), [drawer, count, children])
  return Array.from({ length: chunks }, (_, chunk) => (
    <Chunk
      key={chunk}
      chunk={chunk}
      from={chunk * chunkSize}
      to={Math.min(count, (chunk + 1) * chunkSize)}
      height={heights[chunk] ?? 0}
      drawer={drawer}
      onDrawn={onDrawn}
    >
      {children}
    </Chunk>
  ))
}

const Chunk = memo(function Chunk(props: {
  readonly chunk: number
  readonly from: number
  readonly to: number
  readonly height: number
  readonly drawer: Drawer
  readonly onDrawn: ((element: HTMLElement) => void) | undefined
  readonly children: (index: number) => ReactNode
}) {
  const { chunk, from, to, height, drawer, onDrawn, children } = props
  const [isDrawn, setDrawn] = useState(chunk === 0)
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (element.current === null) return undefined
    if (isDrawn) return drawer.keep(chunk, element.current)
    return drawer.wait(chunk, element.current, () => setDrawn(true))
  }, [chunk, drawer, isDrawn])
  useEffect(() => {
    if (isDrawn && element.current !== null) onDrawn?.(element.current)
  }, [isDrawn, onDrawn, children])
  return (
    <div
      ref={element}
      className={styles.chunk}
      style={isDrawn ? { containIntrinsicBlockSize: `auto ${height}px` } : { blockSize: height }}
    >
      {isDrawn && Array.from({ length: to - from }, (_, index) => children(from + index))}
    </div>
  )
})

type Drawer = ReturnType<typeof createDrawer>

/** Decides when a chunk is drawn: it comes into sight, it is asked for, or there is time. */
function createDrawer() {
  const waiting = new Map<number, { readonly element: Element; readonly draw: () => void }>()
  const drawn = new Map<number, HTMLElement>()
  const chunkOf = new WeakMap<Element, number>()
  let idle = 0
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) waiting.get(chunkOf.get(target) ?? -1)?.draw()
    },
    // Of the window, and of the pane in it that scrolls, which the types do not know yet.
    { rootMargin: ahead, ...{ scrollMargin: ahead } },
  )
  const next = (): void => {
    cancelIdleCallback(idle)
    idle = requestIdleCallback((deadline) => {
      do {
        const [first] = waiting
        if (!first) return
        flushSync(first[1].draw)
      } while (deadline.timeRemaining() > 8)
      next()
    })
  }
  return {
    wait(chunk: number, element: Element, draw: () => void): () => void {
      waiting.set(chunk, { element, draw })
      chunkOf.set(element, chunk)
      watcher.observe(element)
      return () => {
        waiting.delete(chunk)
        watcher.unobserve(element)
      }
    },
    keep(chunk: number, element: HTMLElement): () => void {
      drawn.set(chunk, element)
      return () => void drawn.delete(chunk)
    },
    rowOf(chunk: number, at: number): HTMLElement | null {
      const row = drawn.get(chunk)?.children[at]
      return row instanceof HTMLElement ? row : null
    },
    draw(chunk: number): void {
      const one = waiting.get(chunk)
      if (one) flushSync(one.draw)
    },
    start(): () => void {
      next()
      return () => cancelIdleCallback(idle)
    },
  }
}
