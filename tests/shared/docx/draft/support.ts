import { expect } from 'vitest'
import { khmerFont } from '../../../../electron/jobs/khmerFont.ts'
import type { ComparedNode, Comparison } from '../../../../shared/compare/comparison.ts'
import { redlineDocx } from '../../../../shared/docx/draft/redlineDocx.ts'
import type { Redline } from '../../../../shared/docx/draft/redlineDocx.ts'
import type { TextDoc } from '../../../../shared/text/writtenText.ts'
import type { LibreOffice, ReadBlock, ReadDocument, ReadParagraph } from '../../../support/libreOffice.ts'
import { compare } from '../../compare/support.ts'

/** A redline as the side KHM makes it. */
export async function redlineOf(comparison: Comparison, more: Partial<Redline> = {}): Promise<Uint8Array> {
  const { bytes } = await redlineDocx(
    {
      title: 'Memorandum of Understanding',
      comparison,
      author: 'KHM',
      date: '2025-04-28T00:00:00.000Z',
      comments: [],
      front: null,
      recordWords: (kind, id) => `⟨${kind} ${id}⟩`,
      language: 'en',
      header: ['', ''],
      pageOf: ' of ',
      watermark: null,
      ...more,
    },
    khmerFont,
  )
  return bytes
}

/** The text alone, as we export it. */
export function exported(text: TextDoc): Promise<Uint8Array> {
  return redlineOf(compare(text, text))
}

/** Several comparisons as one, each behind a line that says its place: one file for LibreOffice instead of many. */
export function joined(comparisons: readonly Comparison[]): Comparison {
  const [first] = comparisons
  if (!first) throw new Error('There is nothing to join')
  const content = comparisons.flatMap(({ root }, index): readonly ComparedNode[] => {
    // Ids are made of content and place: those of two comparisons may be the same.
    const own = JSON.stringify(root.content).replaceAll(/"(c[0-9a-z]{13})"/g, `"$1 of ${index}"`)
    return [markerOf(index), ...(JSON.parse(own) as readonly ComparedNode[])]
  })
  return { ...first, root: { ...first.root, content } }
}

export type TextPair = { readonly base: TextDoc; readonly target: TextDoc }

/**
 * What LibreOffice makes of the redlines of pairs, and what it reads in our exports of their texts: what stands in
 * each, by pair.
 */
export async function pairsInLibreOffice(office: LibreOffice, pairs: readonly TextPair[]) {
  const redline = await redlineOf(joined(pairs.map(({ base, target }) => compare(base, target))))
  const texts = [...pairs.map(({ target }) => target), ...pairs.map(({ base }) => base)]
  const alone = await redlineOf(joined(texts.map((text) => compare(text, text))))
  const accepted = apart(standing(await office.readDecided(redline, 'accept')))
  const rejected = apart(standing(await office.readDecided(redline, 'reject')))
  const whole = apart(standing(await office.read(alone)))
  for (const parts of [accepted, rejected, whole.slice(pairs.length)]) expect(parts.length).toBe(pairs.length)
  return { accepted, rejected, targets: whole.slice(0, pairs.length), bases: whole.slice(pairs.length) }
}

function markerOf(index: number): ComparedNode {
  const form = { type: 'paragraph', attrs: { role: 'body' } }
  const text = `${marker}${index}`
  const piece = { kind: 'text', in: 'both', change: null, text, marks: [], marked: null } as const
  return {
    kind: 'textblock',
    in: 'both',
    change: null,
    before: form,
    after: form,
    attributes: [],
    pieces: [piece],
  }
}

const marker = 'Pair number '

/** What stands behind each of the lines of `joined`. */
export function apart(blocks: readonly unknown[]): readonly (readonly unknown[])[] {
  const parts: unknown[][] = []
  for (const block of blocks) {
    if (!Array.isArray(block) && (block as Standing).text.startsWith(marker)) parts.push([])
    else parts.at(-1)?.push(block)
  }
  return parts
}

/**
 * What stands in a document, without empty paragraphs: one that goes ahead of a table leaves its mark behind, in Word
 * as in LibreOffice.
 */
export function standing({ blocks }: ReadDocument): readonly unknown[] {
  return blocks.flatMap((block: ReadBlock): readonly unknown[] => {
    if (block.kind === 'paragraph') return filled(block)
    return [block.rows.map((row) => row.map((cell) => cell.flatMap(filled)))]
  })
}

/** In an empty cell of a tracked row LibreOffice puts a joiner of its own. */
function filled({ text, label, style }: ReadParagraph): readonly Standing[] {
  return text === '' || text === '\u200d' ? [] : [{ style, label, text }]
}

type Standing = { readonly style: string; readonly label: string; readonly text: string }

/** The same without styles, which LibreOffice mixes up where paragraphs around a change say nothing. */
export function unstyled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unstyled)
  const { label, text } = value as Standing
  return `${label} ${text}`.trim()
}
