import { textSchema } from '../text/extensions.ts'
import type { TextDoc } from '../text/writtenText.ts'
import { cleanUp } from './cleanUp.ts'
import type { Layer } from './comparison.ts'
import { usualSettings } from './comparison.ts'
import type { LayeredLines } from './layers.ts'
import { compareLines, partnersIn } from './lines.ts'
import type { Line, LinePair } from './lines.ts'
import type { Bracketing } from './mergeBrackets.ts'
import type { Wording } from './mergeInline.ts'
import { isBlank, isSameWording, mergeMarks, trimmed, wordingIn } from './mergeInline.ts'
import type { Element } from './mergeTree.ts'
import type { Match, Unit } from './units.ts'
import { LINE_BREAK, tokensIn } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One line in the texts that have it. Without a base both sides put it in. */
export type LineOfThree = { readonly base: Element | null; readonly first: Element; readonly second: Element }

export type LineMerging = {
  readonly vocabulary: Vocabulary
  readonly bracketing: Bracketing
  readonly sides: readonly [first: string, second: string]
  /** True: what only one side changed is not agreed either, and comes into brackets. */
  readonly bracketsAll: boolean
  /** Of a draft and its counter-draft: how their lines differ, and in which layers. */
  readonly layers: DraftLayers | null
  /** Is told what stays as in the draft though the counter-draft says it otherwise. */
  readonly noteLayer: (line: TextDoc, layer: Layer) => void
}

export type DraftLayers = {
  readonly draft: 'first' | 'second'
  readonly pairs: ReadonlyMap<Match, LinePair>
  readonly wholes: LayeredLines['wholes']
}

/** A stretch of the merged line: settled, or one wording for each side. */
type Stretch = { readonly both: Wording } | { readonly first: Wording; readonly second: Wording }

/**
 * The wording of a line after both sides' changes; `type` is that of the merged textblock. Where they changed the same
 * words differently stands a group of brackets. Null where brackets in the line cannot say it, as of an emptied line;
 * never of a heading.
 */
export function mergeLine(line: LineOfThree, type: string, merging: LineMerging): Wording | null {
  const { base, first, second } = line
  const { bracketing, sides, bracketsAll } = merging
  if (base && !bracketsAll) {
    if (isSameWording(second.node.children, base.node.children, 'exact')) return first.node.children
    if (isSameWording(first.node.children, base.node.children, 'exact')) return second.node.children
  }
  if (isSameWording(first.node.children, second.node.children, 'exact')) return first.node.children

  const stretches = stretchesOf(line, merging)
  const asFirst = stretches.flatMap((stretch) => ('both' in stretch ? stretch.both : stretch.first))
  const asSecond = stretches.flatMap((stretch) => ('both' in stretch ? stretch.both : stretch.second))
  if (stretches.every((stretch) => 'both' in stretch)) return asFirst

  const holds = (content: Wording) =>
    [asFirst, asSecond].every((expected, index) => {
      const words = taken(content, type, bracketing, sides[index] ?? '')
      return words !== null && isSameWording(words, expected, 'exact')
    })
  const inPlace = bracketed(stretches, merging)
  if (holds(inPlace)) return inPlace
  const whole = bracketed([{ first: asFirst, second: asSecond }], merging)
  // A heading has no other way: it can neither go nor stand in a block bracket. At most a space is lost.
  return holds(whole) || type === 'articleHeading' ? whole : null
}

/** What a side takes of the content of a line; null where the line goes with its last word, which it may not. */
function taken(content: Wording, type: string, bracketing: Bracketing, side: string): Wording | null {
  const textblock = textSchema.node(type, null, content)
  const isHeading = type === 'articleHeading'
  const block = isHeading ? textSchema.node('article', null, [textblock]) : textblock
  const doc = bracketing.taking(textSchema.node('doc', null, [block, textSchema.node('paragraph')]), side)
  if (doc.childCount < 2) return null
  return (isHeading ? doc.child(0).child(0) : doc.child(0)).children
}

function bracketed(stretches: readonly Stretch[], { bracketing, sides }: LineMerging): Wording {
  const inOrder = sides[0] < sides[1] ? ([0, 1] as const) : ([1, 0] as const)
  return stretches.flatMap((stretch, index) => {
    if ('both' in stretch) return stretch.both
    const parts = [trimmed(stretch.first), trimmed(stretch.second)] as const
    const present = inOrder.filter((side) => parts[side].core.length > 0)
    const [one, other] = present
    if (one === undefined) return []
    if (other !== undefined) {
      const [a, b] = [parts[one], parts[other]]
      return [
        ...(a.ahead.length > 0 ? a.ahead : b.ahead),
        ...bracketing.inline(a.core, sides[one], 'alternative'),
        textSchema.text(' '),
        ...bracketing.inline(b.core, sides[other], 'alternative'),
        ...(a.behind.length > 0 ? a.behind : b.behind),
      ]
    }
    const { ahead, core, behind } = parts[one]
    const wantsSpace = ahead.length === 0 && index > 0 && /^[.,;:!?)]/.test(core[0]?.text ?? '')
    return [
      ...(wantsSpace ? [textSchema.text(' ')] : ahead),
      ...bracketing.inline(core, sides[one], 'addition'),
      ...behind,
    ]
  })
}

/** What comes into brackets. The rest is order of the sides, numbers, typography: no wording that is negotiated. */
const NEGOTIATED = new Set<Layer>(['substance', 'systematic', 'brackets'])

/** The stretches of a line of a draft and its counter-draft, parted by layers; null where brackets stand in it. */
function stretchesByLayer({ first, second }: LineOfThree, merging: LineMerging): readonly Stretch[] | null {
  const { layers, vocabulary, noteLayer } = merging
  if (!layers) return null
  const isFirst = layers.draft === 'first'
  const [draft, counter] = isFirst ? [first, second] : [second, first]
  const { match } = counter.units[0]
  const whole = match && layers.wholes.get(match.a)
  if (whole) {
    noteLayer(draft.node, whole.layer)
    return [{ both: draft.node.children }]
  }
  const pair = match && layers.pairs.get(match)
  const isPlain = ({ atoms }: Line) => atoms.every(({ token }) => token === LINE_BREAK)
  if (!pair || pair.match.regroup || !isPlain(pair.a) || !isPlain(pair.b)) return null
  const [inDraft, inCounter] = [pair.a, pair.b].map(({ units: [own] }) => own && tokensIn(own, vocabulary))
  const end = (tokens: typeof inDraft, token: number) => (token > 0 ? (tokens?.ends[token - 1] ?? 0) : 0)
  const stretches = pair.segments.map(({ aFrom, aTo, bFrom, bTo, group }): Stretch => {
    const ofDraft = wordingIn(draft.node, end(inDraft, aFrom), end(inDraft, aTo))
    if (!group) return { both: ofDraft }
    if (!NEGOTIATED.has(group.layer)) {
      noteLayer(draft.node, group.layer)
      return { both: ofDraft }
    }
    const ofCounter = wordingIn(counter.node, end(inCounter, bFrom), end(inCounter, bTo))
    return isFirst ? { first: ofDraft, second: ofCounter } : { first: ofCounter, second: ofDraft }
  })
  const rest = wordingIn(draft.node, end(inDraft, inDraft?.count ?? 0), draft.node.content.size)
  return withEdgesOf(draft.node.children, rest.length > 0 ? [...stretches, { both: rest }] : stretches)
}

function stretchesOf(line: LineOfThree, merging: LineMerging): readonly Stretch[] {
  const byLayer = line.base && stretchesByLayer(line, merging)
  if (byLayer) return byLayer
  const { first, second } = line
  const { vocabulary } = merging
  const base = line.base ?? first
  const inBase = wordsOf(lineOf(base.units[0], vocabulary), vocabulary)
  const inFirst = wordsOf(lineOf(first.units[0], vocabulary), vocabulary)
  const inSecond = wordsOf(lineOf(second.units[0], vocabulary), vocabulary)
  const toFirst = line.base ? wordsInCommon(base.units[0], first.units[0], inBase, inFirst, vocabulary) : null
  const toSecond = line.base
    ? wordsInCommon(base.units[1], second.units[0], inBase, inSecond, vocabulary)
    : wordsInCommon(first.units[1], second.units[1], inBase, inSecond, vocabulary)

  const stretches: Stretch[] = []
  const at = { base: 0, first: 0, second: 0 }
  const until = (toBase: number, toFirst: number, toSecond: number) => {
    stretches.push(
      ...changed(
        line.base && wordingIn(base.node, at.base, toBase),
        wordingIn(first.node, at.first, toFirst),
        wordingIn(second.node, at.second, toSecond),
        merging,
      ),
    )
  }
  inBase.forEach((word, index) => {
    const one = inFirst[toFirst ? (toFirst[index] ?? -1) : index]
    const other = inSecond[toSecond[index] ?? -1]
    if (!one || !other) return
    const kept = unchanged(
      line.base && wordingIn(base.node, word.from, word.to),
      wordingIn(first.node, one.from, one.to),
      wordingIn(second.node, other.from, other.to),
      merging,
    )
    if (!kept) return
    until(word.from, one.from, other.from)
    stretches.push({ both: kept })
    at.base = word.to
    at.first = one.to
    at.second = other.to
  })
  until(base.node.content.size, first.node.content.size, second.node.content.size)
  return withEdgesOf(base.node.children, stretches)
}

/** White space at the ends of a line is no wording: it stays as in the base, outside of all brackets. */
function withEdgesOf(line: Wording, stretches: readonly Stretch[]): readonly Stretch[] {
  const [first] = stretches
  const last = stretches.at(-1)
  const { ahead, behind } = trimmed(line)
  const atStart = first && !('both' in first)
  const atEnd = last && !('both' in last)
  return [
    ...(atStart ? [{ both: ahead }] : []),
    ...stretches.map((stretch): Stretch => {
      if ('both' in stretch) return stretch
      const bare = (wording: Wording) => {
        const parts = trimmed(wording)
        const isEdge = stretch === last && parts.core.length === 0
        return [
          ...((stretch === first && atStart) || isEdge ? [] : parts.ahead),
          ...parts.core,
          ...(stretch === last ? [] : parts.behind),
        ]
      }
      return { first: bare(stretch.first), second: bare(stretch.second) }
    }),
    ...(atEnd ? [{ both: line.every((node) => node.isText && node.text?.trim() === '') ? [] : behind }] : []),
  ]
}

/** A word that all have: as one side writes it now, with the marks of both. Null if both write it differently. */
function unchanged(
  base: Wording | null,
  first: Wording,
  second: Wording,
  { bracketsAll }: LineMerging,
): Wording | null {
  if (!base || bracketsAll) {
    if (!isSameWording(first, second, 'typographyAside')) return null
    return base && isSameWording(first, base, 'typographyAside') ? base : first
  }
  const isBase = (words: Wording) => isSameWording(words, base, 'marksAside')
  if (isBase(first) && isBase(second)) return mergeMarks(base, base, first, second)
  if (isBase(first)) return second
  return isBase(second) || isSameWording(first, second, 'exact') ? first : null
}

/** What stands between two words that all have. */
function changed(
  base: Wording | null,
  first: Wording,
  second: Wording,
  { bracketsAll }: LineMerging,
): readonly Stretch[] {
  if (first.length === 0 && second.length === 0) return []
  const apart: Stretch = { first, second }
  if (isBlank(first) && isBlank(second) && (!base || bracketsAll)) return [{ both: base ?? first }]
  if (!base) return isSameWording(first, second, 'typographyAside') ? [{ both: first }] : [apart]
  if (bracketsAll) {
    if (!isSameWording(first, second, 'typographyAside')) return [apart]
    return [{ both: isSameWording(first, base, 'typographyAside') ? base : first }]
  }
  for (const sameness of ['exact', 'marksAside'] as const) {
    if (isSameWording(second, base, sameness)) return [{ both: first }]
    if (isSameWording(first, base, sameness)) return [{ both: second }]
    if (isSameWording(first, second, sameness)) return [{ both: first }]
  }
  return isBlank(first) && isBlank(second)
    ? [{ both: base.length > 0 && isBlank(base) ? base : first }]
    : [apart]
}

/** A word or sign of a line, or a bracket with all it holds; offsets in the line. */
type Word = { readonly from: number; readonly to: number; readonly token: number; readonly lastToken: number }

function wordsOf(line: Line, vocabulary: Vocabulary): readonly Word[] {
  const { count, starts, ends } = line.tokens
  const partners = partnersIn(line, vocabulary)
  const words: Word[] = []
  for (let token = 0; token < count; token++) {
    const lastToken = Math.max(token, partners[token] ?? -1)
    words.push({ from: starts[token] ?? 0, to: ends[lastToken] ?? 0, token, lastToken })
    token = lastToken
  }
  return words
}

/** For each word of one line the index of the same word in the other, or -1. */
function wordsInCommon(
  a: Unit,
  b: Unit,
  inA: readonly Word[],
  inB: readonly Word[],
  vocabulary: Vocabulary,
): readonly number[] {
  const lines = compareLines({ a, b, moved: false, regroup: null }, vocabulary)
  cleanUp(lines, vocabulary, usualSettings.sentenceLikeness)
  const tokenInB = new Map<number, number>()
  for (const { aFrom, aTo, bFrom, group } of lines.segments)
    if (!group) for (let token = aFrom; token < aTo; token++) tokenInB.set(token, token - aFrom + bFrom)
  const wordAt = new Map(inB.map(({ token }, index) => [token, index]))
  return inA.map(({ token, lastToken }) => {
    const index = wordAt.get(tokenInB.get(token) ?? -1) ?? -1
    return index !== -1 && inB[index]?.lastToken === tokenInB.get(lastToken) ? index : -1
  })
}

function lineOf(unit: Unit, vocabulary: Vocabulary): Line {
  return { units: [unit], text: unit.line, atoms: unit.atoms, tokens: tokensIn(unit, vocabulary) }
}
