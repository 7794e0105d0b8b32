import type { Comparison } from '../../../shared/compare/comparison.ts'
import { textSchema } from '../../../shared/text/extensions.ts'
import type { TextDoc } from '../../../shared/text/writtenText.ts'

/** A text without articles, what became of it, and which paragraph of the one is which of the other. */
export type MadeList = {
  readonly base: TextDoc
  readonly target: TextDoc
  /** By the paragraphs of the base, from 0: the paragraph of the target, or null if it was deleted. */
  readonly truth: readonly (number | null)[]
}

export type Edits = {
  /** Every so manieth word is another. */
  readonly everyWord?: number
  /** Or each word with this chance. */
  readonly chanceOfWord?: number
  /** Every so manieth paragraph changes places with the next but one. */
  readonly swapEvery?: number
  /** Every so manieth paragraph is deleted, and one put in half way to the next. */
  readonly replaceEvery?: number
}

const VOCABULARY = 2_000
const SYLLABLES = 'ka re mi to su na pe lo di ve sa bu tri go han cor mel ist and ent'.split(' ')

/** Paragraphs of about 40 words as frequent as words are (Zipf): what two of them share by chance is not little. */
export function madeList(paragraphs: number, edits: Edits, seed = 1): MadeList {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const words = Array.from({ length: VOCABULARY }, (_, rank) => wordOf(rank))
  const upTo: number[] = []
  words.forEach((_, rank) => upTo.push((upTo[rank - 1] ?? 0) + 1 / (rank + 1)))
  const word = (): string => {
    const at = next() * (upTo.at(-1) ?? 0)
    let [low, high] = [0, VOCABULARY - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return words[low] ?? ''
  }
  const paragraph = () => Array.from({ length: 30 + Math.floor(next() * 21) }, word)
  const another = (said: string): string => {
    const one = word()
    return one === said ? another(said) : one
  }
  const { everyWord = 0, chanceOfWord = 0, swapEvery = 0, replaceEvery = 0 } = edits
  const base = Array.from({ length: paragraphs }, paragraph)
  const changed = (said: readonly string[]) =>
    said.map((one, index) =>
      (everyWord > 0 && index % everyWord === everyWord - 1) || (chanceOfWord > 0 && next() < chanceOfWord)
        ? another(one)
        : one,
    )
  let target = base.map((said, from) => ({ said: changed(said), from: from as number | null }))
  if (swapEvery > 0)
    for (let at = 0; at + 2 < target.length; at += swapEvery) {
      const [one, other] = [target[at], target[at + 2]]
      if (one && other) [target[at], target[at + 2]] = [other, one]
    }
  if (replaceEvery > 0)
    target = target.flatMap((one, index) => {
      if (index % replaceEvery === replaceEvery - 1) return []
      const isMiddle = index % replaceEvery === replaceEvery >> 1
      return isMiddle ? [one, { said: paragraph(), from: null }] : [one]
    })
  const truth = base.map((): number | null => null)
  target.forEach(({ from }, to) => {
    if (from !== null) truth[from] = to
  })
  return { base: docOf(base), target: docOf(target.map(({ said }) => said)), truth }
}

/** The share of the paragraphs that stand in both texts which the comparison shows as one, moved or not. */
export function shareAligned({ clauses }: Comparison, { truth }: MadeList): number {
  const found = new Map<number, number>()
  for (const { before, after } of clauses) if (before && after) found.set(before.block - 1, after.block - 1)
  const standing = truth.flatMap((to, from) => (to === null ? [] : [{ from, to }]))
  return standing.filter(({ from, to }) => found.get(from) === to).length / standing.length
}

/** How many paragraphs the comparison shows as one that have nothing to do with each other. */
export function wronglyAligned({ clauses }: Comparison, { truth }: MadeList): number {
  return clauses.filter(({ before, after }) => before && after && truth[before.block - 1] !== after.block - 1)
    .length
}

function wordOf(rank: number): string {
  let said = ''
  for (let left = rank + 1; left > 0; left = Math.floor(left / SYLLABLES.length))
    said += SYLLABLES[left % SYLLABLES.length] ?? ''
  return said
}

function docOf(paragraphs: readonly (readonly string[])[]): TextDoc {
  return textSchema.nodeFromJSON({
    type: 'doc',
    attrs: { lang: 'en' },
    content: paragraphs.map((said) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: `${said.join(' ')}.` }],
    })),
  })
}
