import type { Node } from '@tiptap/pm/model'
import { placeOfNumber } from '../../mou/clauseNumbers.ts'
import type { NumberStyle } from '../../mou/clauseNumbers.ts'
import { deepestLetter } from '../../mou/numberingScheme.ts'

/**
 * How deep each letter of a row of blocks stands, by how it counts: (a) (i) (ii) (b) is 1 2 2 1. Of a letter that
 * could be two things, '(i)' behind '(h)', the one that goes on counting is taken. 1 for all other blocks, which
 * end a row of letters, lines without a number excepted.
 */
export function letterLevels(blocks: readonly Node[]): readonly number[] {
  let open: { readonly style: NumberStyle; readonly signs: string; readonly place: number }[] = []
  return blocks.map((block) => {
    if (block.type.name !== 'letter') {
      if (block.type.name !== 'paragraph') open = []
      return 1
    }
    const { number, before, after } = block.attrs
    const signs = `${before} ${String(after).trim()}`
    const readings = styles.flatMap((style) => {
      const place = placeOfNumber(String(number), style)
      return place === null ? [] : [{ style, signs, place }]
    })
    const goesOn = (at: number) =>
      readings.find(
        (reading) => reading.style === open[at]?.style && reading.place === (open[at]?.place ?? 0) + 1,
      )
    for (let at = open.length - 1; at >= 0; at--) {
      const reading = goesOn(at)
      if (!reading) continue
      open = [...open.slice(0, at), reading]
      return at + 1
    }
    const first = readings.findLast(({ place }) => place === 1)
    const last = open.at(-1)
    const begins = first && (!last || last.style !== first.style || last.signs !== signs)
    if (begins && open.length < deepestLetter) open = [...open, first]
    else if (readings[0]) open = [...open.slice(0, Math.max(0, open.length - 1)), readings[0]]
    return Math.max(1, open.length)
  })
}

const styles: readonly NumberStyle[] = ['a', 'ក', 'i', 'A', 'I']
