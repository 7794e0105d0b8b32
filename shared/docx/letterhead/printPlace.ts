import type { LetterheadLoss } from '../../letterhead.ts'
import type { Drawn, Place } from './printDrawing.ts'
import { type Looks, pt } from './printLook.ts'
import type { XmlNode } from './xmlTree.ts'

/** The page that a story stands on, and where on it the story begins; in points. */
export type Ground = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly storyLeft: number
  readonly storyTop: number
}

/** What the parts of a letterhead are printed with. */
export type Printing = {
  readonly looks: Looks
  readonly ground: Ground
  /** A picture as a data: URI; null where no browser shows its kind. */
  readonly picture: (id: string) => string | null
  /** Hears of each `w:t` whose words stand on the page. */
  readonly said: (words: XmlNode) => void
  readonly lose: (loss: LetterheadLoss) => void
}

/** A picture or a line as HTML, in its line or where it is placed. */
export function drawnHtml(
  { what, width, height, place, leadsText }: Drawn,
  hung: Hung,
  printing: Printing,
): string {
  const { ground, picture, lose } = printing
  if (leadsText) lose('textAround')
  const placing = place
    ? `position:absolute;left:${pt(across(place, width, ground, hung))};top:${pt(down(place, height, ground))};z-index:${place.behind ? -1 : 1};`
    : ''
  if ('line' in what) {
    const side = width >= height ? 'top' : 'left'
    return `<span style="${placing}display:inline-block;width:${pt(width)};height:${pt(height)};border-${side}:${what.line}"></span>`
  }
  const source = picture(what.picture)
  if (source === null) {
    lose('pictures')
    return ''
  }
  return `<img alt="" src="${source}" style="${placing}width:${pt(width)};height:${pt(height)}"/>`
}

/** How far a paragraph stands in, and how wide its column is: what hangs on it counts from there. */
export type Hung = { readonly left: number; readonly width: number }
type Placed = NonNullable<Drawn['place']>

export function hangsOnParagraph({ down: { from } }: Placed): boolean {
  return from === 'paragraph' || from === 'line'
}

/** From the left edge of the story, or of the paragraph that it hangs on. */
function across(place: Placed, width: number, ground: Ground, hung: Hung): number {
  const { from, at } = place.across
  const areas: Readonly<Record<string, readonly [from: number, to: number]>> = {
    page: [0, ground.width],
    leftMargin: [0, ground.left],
    rightMargin: [ground.width - ground.right, ground.width],
    column: [ground.left, ground.left + hung.width],
  }
  const [start, end] = areas[from] ?? [ground.left, ground.width - ground.right]
  const inside = hangsOnParagraph(place) ? hung.left : 0
  return start + within(at, end - start, width) - ground.storyLeft - inside
}

/** From the top of the story, or of the paragraph that it hangs on. */
function down(place: Placed, height: number, ground: Ground): number {
  const { from, at } = place.down
  if (hangsOnParagraph(place)) return typeof at === 'number' ? at : 0
  const areas: Readonly<Record<string, readonly [from: number, to: number]>> = {
    page: [0, ground.height],
    topMargin: [0, ground.top],
    bottomMargin: [ground.height - ground.bottom, ground.height],
  }
  const [start, end] = areas[from] ?? [ground.top, ground.height - ground.bottom]
  return start + within(at, end - start, height) - ground.storyTop
}

function within(at: Place['at'], room: number, length: number): number {
  if (typeof at === 'number') return at
  return at === 'center' ? (room - length) / 2 : at === 'right' || at === 'bottom' ? room - length : 0
}
