import { readDocx } from '../../shared/docx/read/readDocx.ts'
import { toPlainText } from '../../shared/text/plainText.ts'
import { parseText } from '../../shared/text/validText.ts'
import { mutate, type Parts } from './mutate.ts'
import { createChance } from './random.ts'

export type Outcome = 'read' | 'refused'

/** How long one small file may take at most, in milliseconds, however busy the machine is. */
const LONGEST = 5_000

/** Reads a file that may be anything: it is read into texts that hold, or refused by name. Everything else throws. */
export function readSpoilt(bytes: Uint8Array): Outcome {
  let last = 0
  const from = performance.now()
  const read = readDocx(bytes, { name: 'spoilt.docx', newId: () => `i-${++last}` })
  const took = performance.now() - from
  if (took > LONGEST) throw new Error(`reading took ${took.toFixed(0)} ms`)
  if (!read.ok) {
    if (read.fault.kind !== 'DocxRefused') throw new Error(read.fault.kind)
    return 'refused'
  }
  const { asItWas, asProposed, revisions } = read.value
  for (const doc of asItWas === asProposed ? [asProposed] : [asItWas, asProposed]) {
    const parsed = parseText(JSON.parse(JSON.stringify(doc.toJSON())))
    if (!parsed.ok) throw new Error(`no text: ${JSON.stringify(parsed.fault.slice(0, 3))}`)
    const blocks = new Map<unknown, number>()
    doc.descendants((node) => {
      const id: unknown = node.attrs['blockId']
      if (id === undefined) return
      if (id === null || blocks.has(id)) throw new Error(`the id ${String(id)} is not one block's own`)
      blocks.set(id, node.content.size)
    })
    const view = doc === asProposed ? 'asProposed' : 'asItWas'
    for (const { places } of revisions)
      for (const point of [places?.[view]?.from, places?.[view]?.to])
        if (point && !((blocks.get(point.blockId) ?? -1) >= point.offset))
          throw new Error('a change is nowhere')
    toPlainText(doc)
  }
  structuredClone(read.value.unread)
  return 'read'
}

/** The file of one run: the same for the same number. */
export function spoilt(seeds: readonly Parts[], run: number): Uint8Array {
  return mutate(seeds, createChance(run))
}
