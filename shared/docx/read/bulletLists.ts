import { textSchema } from '../../text/extensions.ts'
import type { TextDoc } from '../../text/writtenText.ts'

/** A block of a view; with `bullet`, a paragraph that is an item of a list. */
export type Entry = {
  readonly node: TextDoc
  readonly bullet?: { readonly level: number; readonly blankLinesBefore: number; readonly thing: object }
}

type Item = { readonly node: TextDoc; readonly level: number; readonly thing: object }

/** Blocks with their bulleted paragraphs in lists, the deeper levels within the items above them. */
export function grouped(entries: readonly Entry[], idOf: (thing: object, part: string) => string): TextDoc[] {
  const blocks: TextDoc[] = []
  let items: Item[] = []
  let blankLinesBefore = 0
  const close = () => {
    if (items.length > 0) blocks.push(list(items, blankLinesBefore))
    items = []
  }
  const list = (all: readonly Item[], blanks: number): TextDoc => {
    const [first] = all
    const base = first?.level ?? 0
    const made: TextDoc[] = []
    for (let index = 0; index < all.length;) {
      const own = all[index]
      let end = index + 1
      while (end < all.length && (all[end]?.level ?? 0) > base) end++
      const deeper = all.slice(index + 1, end)
      if (own) {
        const content = deeper.length > 0 ? [own.node, list(deeper, 0)] : [own.node]
        made.push(textSchema.node('listItem', { blockId: idOf(own.thing, 'item') }, content))
      }
      index = end
    }
    const blockId = idOf(first?.thing ?? {}, 'list')
    return textSchema.node('bulletList', { blockId, blankLinesBefore: blanks }, made)
  }
  for (const { node, bullet } of entries) {
    if (!bullet) {
      close()
      blocks.push(node)
      continue
    }
    if (bullet.blankLinesBefore > 0) close()
    if (items.length === 0) blankLinesBefore = bullet.blankLinesBefore
    items.push({ node, level: bullet.level, thing: bullet.thing })
  }
  close()
  return blocks
}
