import type { Attribution, BracketKind } from '../mou/attribution.ts'
import { unattributed, writeAttribution } from '../mou/attribution.ts'
import { textSchema } from '../text/extensions.ts'
import type { BracketFate } from '../text/rewriteBrackets.ts'
import { rewriteBrackets } from '../text/rewriteBrackets.ts'
import { bracketsIn } from '../text/textBrackets.ts'
import type { TextDoc } from '../text/writtenText.ts'
import type { Wording } from './mergeInline.ts'

/** Puts wordings between brackets that say whose they are, and knows which ones it made. */
export type Bracketing = {
  readonly made: ReadonlySet<string> // ids, those of attempts given up too
  readonly inline: (wording: Wording, side: string, kind: BracketKind) => Wording
  readonly blocks: (blocks: readonly TextDoc[], side: string, kind: BracketKind) => TextDoc
  /** The text as one side has it, at every bracket made here; others stand. */
  readonly taking: (doc: TextDoc, side: string) => TextDoc
}

/** `language` is that of the attributions, 'en' or 'id'. */
export function createBracketing(newId: () => string, language: 'en' | 'id'): Bracketing {
  const made = new Set<string>()
  const said = (side: string, kind: BracketKind) => {
    const bracketId = newId()
    made.add(bracketId)
    return { bracketId, kind, state: 'open', sides: [side] }
  }
  const tailOf = (side: string) =>
    ` (${writeAttribution({ ...unattributed, sides: [side] } satisfies Attribution, language)})`
  return {
    made,
    inline: (wording, side, kind) => {
      const attrs = said(side, kind)
      return [
        textSchema.node('bracketOpen', attrs),
        ...wording,
        textSchema.node('bracketClose', { bracketId: attrs.bracketId, tail: tailOf(side) }),
      ]
    },
    blocks: (blocks, side, kind) => {
      const [first, ...rest] = blocks
      const blankLinesBefore = Number(first?.attrs['blankLinesBefore'] ?? 0)
      const content = first ? [withBlankLines(first, 0), ...rest] : []
      return textSchema.node(
        'bracketBlock',
        { ...said(side, kind), blankLinesBefore, tail: tailOf(side) },
        content,
      )
    },
    taking: (doc, side) => {
      const brackets = bracketsIn(doc)
      const fates = new Map<number, BracketFate>()
      brackets.forEach(({ id, sides }, index) => {
        if (made.has(id)) fates.set(index, sides.includes(side) ? 'unwrap' : 'remove')
      })
      return rewriteBrackets(doc, brackets, fates)
    },
  }
}

function withBlankLines(block: TextDoc, blankLinesBefore: number): TextDoc {
  if (block.attrs['blankLinesBefore'] === blankLinesBefore) return block
  return block.type.create({ ...block.attrs, blankLinesBefore }, block.content, block.marks)
}
