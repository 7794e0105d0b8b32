import type { EditorView } from '@tiptap/pm/view'

/** Positions of a text that are in sight, and a stretch around them. */
export type Sight = {
  readonly first: number
  readonly last: number
  readonly from: number
  readonly to: number
}

/** What of a text is in sight, and as much again around it. */
export function sightOf(view: EditorView): Sight {
  const rect = view.dom.getBoundingClientRect()
  const left = rect.left + rect.width / 2
  const at = (top: number) => view.posAtCoords({ left, top })?.pos
  const first = at(Math.max(rect.top + 1, 1)) ?? 0
  const last =
    at(Math.min(rect.bottom - 1, window.innerHeight - 1)) ??
    Math.min(first + 4_000, view.state.doc.content.size)
  const around = Math.max(2_000, last - first)
  return {
    first,
    last,
    from: Math.max(0, first - around),
    to: Math.min(view.state.doc.content.size, last + around),
  }
}

/** Whether anything of a text is in sight at all. */
export function isInSight({ dom }: EditorView): boolean {
  const { top, bottom, width } = dom.getBoundingClientRect()
  return width > 0 && bottom > 0 && top < window.innerHeight
}
