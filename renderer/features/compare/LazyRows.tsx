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
import { createRowDrawer, type RowDrawer } from './createRowDrawer.ts'
import styles from './LazyRows.module.css'

export type LazyRowsHandle = {
  /** The element of a row; it is drawn for that if it was not yet. */
  readonly show: (index: number) => HTMLElement | null
  /** The same, but null of what is not drawn. */
  readonly shown: (index: number) => HTMLElement | null
  /** The drawn row at a height of the window, in pixels; between two rows the one below. */
  readonly rowAt: (y: number) => HTMLElement | null
}

/**
 * How many rows are drawn together. Each chunk on the page costs every frame a little, and so does each row of one that
 * comes into sight: some hundred chunks, of a screenful each.
 */
const chunkSizeOf = (count: number): number => Math.max(8, Math.min(32, Math.ceil(count / 100)))

/** How far outside of what is in sight rows are drawn, in pixels. */
const ahead = '800px'

/**
 * Rows of any number: those in sight are drawn at once, the others when they come near or when nothing else is to do,
 * so that in the end all words are on the page for finding and reading aloud. Until then their place is kept by a
 * guess at their height, in pixels. Where all of them weigh more than `most`, those go again that were out of sight
 * longest; what they weigh is what they cost a page. `children`, `heightOf` and `weightOf` must be stable while the
 * rows are the same.
 */
export function LazyRows(props: {
  readonly count: number
  readonly heightOf: (index: number) => number
  readonly weightOf: (index: number) => number
  readonly most: number
  readonly children: (index: number) => ReactNode
  readonly handle?: Ref<LazyRowsHandle>
  /** Called with the element of each chunk when its rows have been drawn. Must be stable. */
  readonly onDrawn?: (element: HTMLElement) => void
}) {
  const { count, heightOf, weightOf, most, children, handle, onDrawn } = props
  const size = chunkSizeOf(count)
  const chunks = Math.ceil(count / size)
  const heights = useMemo(() => sums(count, size, heightOf), [count, size, heightOf])
  const weights = useMemo(() => sums(count, size, weightOf), [count, size, weightOf])
  const [drawer] = useState(() => createRowDrawer(ahead))
  useImperativeHandle(handle, () => {
    const shown = (index: number) => drawer.rowOf(Math.floor(index / size), index % size)
    return {
      shown,
      show(index) {
        drawer.draw(Math.floor(index / size))
        return shown(index)
      },
      rowAt: drawer.rowAt,
    }
  }, [drawer, size])
  useEffect(() => drawer.start(weights, most), [drawer, weights, most, children])
  return Array.from({ length: chunks }, (_, chunk) => (
    <Chunk
      key={chunk}
      chunk={chunk}
      from={chunk * size}
      to={Math.min(count, (chunk + 1) * size)}
      height={heights[chunk] ?? 0}
      drawer={drawer}
      onDrawn={onDrawn}
    >
      {children}
    </Chunk>
  ))
}

/** What the rows of each chunk come to. */
function sums(count: number, size: number, of: (index: number) => number): readonly number[] {
  const sums = Array.from({ length: Math.ceil(count / size) }, () => 0)
  for (let index = 0; index < count; index++) sums[Math.floor(index / size)]! += of(index)
  return sums
}

const Chunk = memo(function Chunk(props: {
  readonly chunk: number
  readonly from: number
  readonly to: number
  readonly height: number
  readonly drawer: RowDrawer
  readonly onDrawn: ((element: HTMLElement) => void) | undefined
  readonly children: (index: number) => ReactNode
}) {
  const { chunk, from, to, height, drawer, onDrawn, children } = props
  const [isDrawn, setDrawn] = useState(chunk === 0)
  const [known, setKnown] = useState<number | null>(null) // how high it was when it was drawn
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => (element.current ? drawer.watch(chunk, element.current) : undefined), [chunk, drawer])
  useLayoutEffect(() => {
    if (element.current === null) return undefined
    if (!isDrawn) return drawer.wait(chunk, () => setDrawn(true))
    return drawer.keep(chunk, element.current, (was) => {
      setKnown(was)
      setDrawn(false)
    })
  }, [chunk, drawer, isDrawn])
  useEffect(() => {
    if (isDrawn && element.current !== null) onDrawn?.(element.current)
  }, [isDrawn, onDrawn, children])
  return (
    <div
      ref={element}
      className={isDrawn ? styles.chunk : undefined}
      style={isDrawn ? { containIntrinsicBlockSize: `auto ${height}px` } : { blockSize: known ?? height }}
    >
      {isDrawn && Array.from({ length: to - from }, (_, index) => children(from + index))}
    </div>
  )
})
