import type { DocxPlace, DocxPoint, DocxView } from '../../docxReading.ts'
import { linesOf } from '../../text/plainText.ts'
import { textSchema } from '../../text/extensions.ts'
import type { TextDoc } from '../../text/writtenText.ts'
import { isIn, type Look, type MarkedParagraph, type MarkedRevision } from './markedText.ts'

/** What a line break within a paragraph is while the text is lines: no line end, and no word. */
export const BREAK = '\u2028'

/** What a look becomes in the text, by the language that the text has itself. */
export type MarksOf = (look: Look, lang: string | null) => readonly TextMark[]
export type TextMark = ReturnType<typeof textSchema.mark>

type Segment = { readonly from: number; readonly to: number; readonly look: Look; readonly isBreak: boolean }

/** Where words of the page came to stand: characters from `from` on are in this block. */
type Zone = { readonly from: number; readonly blockId: string; readonly items: readonly ZoneItem[] }
type ZoneItem = {
  readonly from: number
  readonly size: number
  readonly offset: number
  readonly isText: boolean
}

/**
 * A text in one piece, as plain lines: the body of a view, or one cell. It is written first; then the nodes that are
 * read from its lines get their looks and breaks back by their places, and say where they are.
 */
export type ViewPage = {
  readonly length: () => number
  readonly write: (text: string) => void
  /** Writes what of the paragraph stands in the view; the break at `lineEnd` becomes the end of a line. */
  readonly writeParagraph: (paragraph: MarkedParagraph, lineEnd: number | null) => void
  readonly text: () => string
  /** The inline nodes read from the line at `from`, with looks and breaks; of a textblock called `blockId`. */
  readonly dress: (
    nodes: readonly TextDoc[],
    from: number,
    blockId: string,
    marksOf: MarksOf,
    foreign: string | null,
  ) => readonly TextDoc[]
  /** The one language that all words between two places are in, if it is not that of the text. */
  readonly foreignLanguage: (from: number, to: number) => string | null
  /** Says that characters from `from` on are the label of a block. */
  readonly label: (from: number, blockId: string) => void
  /** Gives the places of all changes and anchors, once the nodes are made; after it, others may be asked for. */
  readonly settle: (
    revision: (revision: MarkedRevision, place: DocxPlace) => void,
    anchor: (key: string, point: DocxPoint) => void,
  ) => void
  readonly placeOf: (from: number, to: number) => DocxPlace | null
  readonly ends: () => DocxPlace | null
}

export function createViewPage(view: DocxView, languageOf: (look: Look) => string | null): ViewPage {
  const parts: string[] = []
  const segments: Segment[] = []
  const extents = new Map<MarkedRevision, { from: number; to: number }>()
  const anchors: { readonly key: string; readonly at: number }[] = []
  const zones: Zone[] = []
  let length = 0
  let whole: string | null = null

  const write = (text: string) => {
    parts.push(text)
    length += text.length
  }
  const extend = (revision: MarkedRevision, from: number, to: number) => {
    const extent = extents.get(revision)
    if (!extent) extents.set(revision, { from, to })
    else {
      extent.from = Math.min(extent.from, from)
      extent.to = Math.max(extent.to, to)
    }
  }

  const text = () => (whole ??= parts.join(''))

  /** The first segment that ends behind the place. */
  const segmentAt = (at: number): number => {
    let low = 0
    let high = segments.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((segments[middle]?.to ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return low
  }

  const pointAt = (at: number, isEnd: boolean): DocxPoint | null => {
    let low = 0
    let high = zones.length
    while (low < high) {
      const middle = (low + high) >> 1
      const from = zones[middle]?.from ?? 0
      if (isEnd ? from < at : from <= at) low = middle + 1
      else high = middle
    }
    const zone = zones[low - 1] ?? zones[0]
    if (!zone) return null
    let offset = 0
    for (const item of zone.items) {
      if (isEnd ? item.from >= at : item.from > at) break
      offset =
        item.offset +
        (item.isText ? Math.min(at - item.from, item.size) : isEnd || at >= item.from + item.size ? 1 : 0)
    }
    return { blockId: zone.blockId, offset }
  }
  const placeOf = (from: number, to: number): DocxPlace | null => {
    const start = pointAt(from, false)
    const end = to > from ? pointAt(to, true) : start
    return start && end ? { from: start, to: end } : null
  }

  return {
    length: () => length,
    write,
    writeParagraph({ pieces, mark, format }, lineEnd) {
      const from = length
      for (const piece of pieces) {
        const at = length
        if (piece.text !== '' && isIn(view, piece.revisions)) {
          const look = view === 'asItWas' ? piece.was : piece.look
          const isBreak = piece.text === '\n'
          const endsLine = isBreak && at === lineEnd
          write(isBreak && !endsLine ? BREAK : piece.text)
          if (!endsLine) segments.push({ from: at, to: length, look, isBreak })
        }
        for (const revision of piece.revisions) extend(revision, at, length)
        if (piece.format) extend(piece.format, at, length)
        if (piece.anchor) anchors.push({ key: `${piece.anchor.what} ${piece.anchor.id}`, at })
      }
      for (const revision of mark) extend(revision, length, length)
      if (format) extend(format, from, length)
    },
    text,
    foreignLanguage(from, to) {
      let language: string | null | undefined
      const words = text()
      for (let index = segmentAt(from); index < segments.length; index++) {
        const segment = segments[index]
        if (!segment || segment.from >= to) break
        if (!/\p{L}/u.test(words.slice(Math.max(from, segment.from), Math.min(to, segment.to)))) continue
        const own = languageOf(segment.look)
        if (language !== undefined && own !== language) return null
        language = own
      }
      return language ?? null
    },
    dress(nodes, from, blockId, marksOf, foreign) {
      const dressed: TextDoc[] = []
      const items: ZoneItem[] = []
      let offset = 0
      let at = from
      let index = segmentAt(at)
      const place = (node: TextDoc, size: number, isText: boolean) => {
        dressed.push(node)
        items.push({ from: at, size, offset, isText })
        offset += node.nodeSize
        at += size
      }
      const advance = () => {
        while ((segments[index]?.to ?? Infinity) <= at) index++
        const segment = segments[index]
        return segment && segment.from <= at ? segment : null
      }
      const marksAt = (segment: Segment | null) => {
        if (!segment) return none
        const lang = languageOf(segment.look)
        return marksOf(segment.look, lang === foreign ? null : lang)
      }
      let pending = ''
      let pendingMarks: readonly TextMark[] = none
      const flush = () => {
        if (pending === '') return
        const text = pending
        pending = ''
        at -= text.length
        place(textSchema.text(text, pendingMarks), text.length, true)
      }
      for (const node of nodes) {
        if (!node.isText) {
          flush()
          const marks = marksAt(advance())
          place(marks.length === 0 ? node : node.mark(marks), linesOf(node).length, false)
          continue
        }
        const text = node.text ?? ''
        for (let done = 0; done < text.length;) {
          const segment = advance()
          const until = segment ? segment.to : (segments[index]?.from ?? Infinity)
          const take = Math.min(text.length - done, until - at)
          if (segment?.isBreak) {
            flush()
            place(textSchema.node('hardBreak'), take, false)
          } else {
            const marks = marksAt(segment)
            if (marks !== pendingMarks) flush()
            pendingMarks = marks
            pending += text.slice(done, done + take)
            at += take
          }
          done += take
        }
      }
      flush()
      zones.push({ from, blockId, items })
      return dressed
    },
    label: (from, blockId) => void zones.push({ from, blockId, items: [] }),
    settle(revision, anchor) {
      zones.sort((one, other) => one.from - other.from)
      for (const [change, { from, to }] of extents) {
        const place = placeOf(from, to)
        if (place) revision(change, place)
      }
      for (const { key, at } of anchors) {
        const point = pointAt(at, key.startsWith('commentEnd'))
        if (point) anchor(key, point)
      }
    },
    placeOf,
    ends() {
      return zones.length === 0 ? null : placeOf(0, Math.max(length, 1))
    },
  }
}

const none: readonly TextMark[] = []
