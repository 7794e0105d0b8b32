import type { BracketKind } from '../mou/attribution.ts'
import { assignBlockIds } from '../text/blockIds.ts'
import type { TextDoc } from '../text/writtenText.ts'
import { canonicalOrder } from './canonicalOrder.ts'
import type { Layer } from './comparison.ts'
import { mergeForms } from './mergeAttributes.ts'
import { createBracketing } from './mergeBrackets.ts'
import { mergeLeaf } from './mergeLeaf.ts'
import type { LeafMerging } from './mergeLeaf.ts'
import { mergeLine } from './mergeLine.ts'
import type { DraftLayers } from './mergeLine.ts'
import { layBeside } from './mergeOrder.ts'
import { planMerge } from './mergePlan.ts'
import type { Contribution, MergePlan, Standing } from './mergePlan.ts'
import type { Element, MergeTrees } from './mergeTree.ts'
import { mergeTrees } from './mergeTree.ts'
import { createContents, unitsOf } from './units.ts'
import { createVocabulary } from './vocabulary.ts'

/** A text that a side tabled. */
export type TabledText = { readonly side: string; readonly doc: TextDoc }

export type MergeOptions = {
  readonly newId: () => string
  readonly language: 'en' | 'id' // of the attributions
}

/** Something that the two texts have differently and that comes into no bracket. */
export type LeftAside =
  | { readonly kind: 'attributes'; readonly blockId: string | null; readonly names: readonly string[] }
  /** One side has the clause elsewhere; it stands where the draft has it. */
  | { readonly kind: 'place'; readonly blockId: string | null; readonly side: string }
  /** The counter-draft says it otherwise, which is no negotiated wording: the order of the sides, a reference, the cover. */
  | { readonly kind: 'words'; readonly blockId: string | null; readonly layer: Layer }

export type MergedText = {
  readonly doc: TextDoc
  /** The brackets that came of it; those that stood in the texts before are not among them. */
  readonly brackets: readonly string[]
  readonly leftAside: readonly LeftAside[]
  /** The text as a side has it: its own wording at each of `brackets`. */
  readonly taking: (side: string) => TextDoc
}

/**
 * Three-way: what one side changed against the base is taken, what both changed alike is taken once, and where they
 * changed the same differently stands a group of brackets with their names: words as inline alternatives, paragraphs
 * and articles as block brackets, a clause that one deleted and the other changed, two that came at one place, one
 * that both moved elsewhere. Numbers and looks that both set differently stay as in the base and are `leftAside`.
 *
 * Blocks of the base keep their ids. It does not matter which of the sides is called first. All three are of one
 * language: `compareTexts` says where they are not.
 */
export function mergeTexts(
  base: TextDoc,
  one: TabledText,
  other: TabledText,
  options: MergeOptions,
): MergedText {
  return merge(base, one, other, options, false)
}

/**
 * The first rolling text of a draft and its counter-draft: the draft, with every wording in which they differ in
 * brackets. The order of the sides, the cover, numbers, places of clauses, typography and looks are those of the draft;
 * how the counter-draft differs in these is `leftAside`.
 */
export function rollingText(draft: TabledText, counterDraft: TabledText, options: MergeOptions): MergedText {
  return merge(draft.doc, draft, counterDraft, options, true)
}

function merge(
  base: TextDoc,
  one: TabledText,
  other: TabledText,
  { newId, language }: MergeOptions,
  bracketsAll: boolean,
): MergedText {
  if (one.side === other.side) throw new Error('The two texts of a merge are of two sides')
  // Their own content orders them, so that the same two texts meet alike, whoever tabled them.
  const contents = createContents()
  const isInOrder = canonicalOrder(unitsOf(one.doc, contents), unitsOf(other.doc, contents)) <= 0
  const [first, second] = isInOrder ? [one, other] : [other, one]
  const vocabulary = createVocabulary()
  const bracketing = createBracketing(newId, language)
  const leftAside: LeftAside[] = []
  const trees = mergeTrees(base, first.doc, second.doc, vocabulary)
  const merging: Merging = {
    ...{ vocabulary, bracketing, bracketsAll, leftAside },
    sides: [first.side, second.side],
    layers: bracketsAll ? layersOfDraft(trees, isInOrder ? 'first' : 'second') : null,
    plan: planMerge(trees, bracketsAll),
    seen: new Set(),
    noteForm: (block, names) => {
      if (names.length > 0) leftAside.push({ kind: 'attributes', blockId: idOf(block), names })
    },
    noteLayer: (block, layer) => {
      const blockId = idOf(block)
      const last = leftAside.at(-1) // one line may differ so in several places
      if (last?.kind !== 'words' || last.blockId !== blockId || last.layer !== layer)
        leftAside.push({ kind: 'words', blockId, layer })
    },
  }
  const { root } = merging.plan
  const form = mergeForms(base, first.doc, second.doc, bracketsAll)
  const content = mergeChildren(root, merging)
  const isWhole = merging.plan.inBoth.every((key) => merging.seen.has(key))
  const doc = assignBlockIds(
    form.type.create(
      form.attrs,
      isWhole && content.length > 0 ? content : wholeTexts(first, second, merging),
    ),
    newId,
  )
  const brackets: string[] = []
  doc.descendants(({ attrs, type }) => {
    if (type.name !== 'bracketClose' && bracketing.made.has(String(attrs['bracketId'])))
      brackets.push(String(attrs['bracketId']))
  })
  return { doc, brackets, leftAside, taking: (side) => bracketing.taking(doc, side) }
}

function layersOfDraft({ layersOf }: MergeTrees, draft: 'first' | 'second'): DraftLayers {
  const { pairs, wholes } = layersOf(draft === 'first' ? 'second' : 'first')
  return { draft, pairs: new Map(pairs.map((pair) => [pair.match, pair])), wholes }
}

type Merging = LeafMerging & {
  readonly plan: MergePlan
  readonly leftAside: LeftAside[]
  readonly seen: Set<string> // keys of blocks that stand in the merged text
}

/** Where nothing smaller can be said: one text beside the other. */
function wholeTexts(first: TabledText, second: TabledText, merging: Merging): readonly TextDoc[] {
  return bracketedPair(first.doc.children, second.doc.children, 'alternative', merging)
}

/** The blocks of a container after both sides' changes. */
function mergeChildren(key: string, merging: Merging): readonly TextDoc[] {
  const { plan } = merging
  const [first, second] = plan.childrenOf(key)
  const isOfOne = !plan.standing(key).first || !plan.standing(key).second
  return layBeside(first, second, plan.isStable).flatMap((span) => {
    if (span.kind === 'common') return mergeElement(span.key, merging)
    return layBeside(span.first, span.second, plan.isCommon).flatMap((inner) =>
      inner.kind === 'common'
        ? mergeElement(inner.key, merging)
        : mergeApart(inner.first, inner.second, isOfOne, merging),
    )
  })
}

/** What stands between two blocks that all have in place. */
function mergeApart(
  first: readonly Element[],
  second: readonly Element[],
  isOfOne: boolean,
  merging: Merging,
): readonly TextDoc[] {
  const { plan, bracketsAll, sides, leftAside } = merging
  const ofFirst = first.flatMap((element) => plan.contribution(element, 'first') ?? [])
  const ofSecond = second.flatMap((element) => plan.contribution(element, 'second') ?? [])
  const comes = (contributions: readonly Contribution[]) =>
    contributions.some(({ kind }) => kind === 'new' || kind === 'kept')
  const meet = comes(ofFirst) && comes(ofSecond)
  const isApart = ({ kind }: Contribution) =>
    kind === 'kept' || kind === 'placedTwice' || (kind === 'new' && (meet || (bracketsAll && !isOfOne)))
  const kind = kindOf(ofFirst.filter(isApart), ofSecond.filter(isApart))

  const written = [ofFirst, ofSecond].map((contributions, index) =>
    contributions.flatMap((contribution): readonly TextDoc[] => {
      const { element } = contribution
      const side = sides[index] ?? ''
      if (contribution.kind === 'stays') {
        const by = sides[1 - index] ?? ''
        leftAside.push({ kind: 'place', blockId: idOf(element.node), side: by })
      }
      if (contribution.kind === 'moved' || contribution.kind === 'stays')
        return mergeElement(element.key, merging)
      const blocks =
        contribution.kind === 'new' ? mergeElement(element.key, merging) : asItIs(element, merging)
      return isApart(contribution) && blocks.length > 0
        ? [merging.bracketing.blocks(blocks, side, kind)]
        : blocks
    }),
  )
  const [a = [], b = []] = written
  // What is in no bracket keeps its order, whoever tabled it.
  const swaps = sides[0] > sides[1] && [...ofFirst, ...ofSecond].every(isApart)
  return swaps ? [...b, ...a] : [...a, ...b]
}

/** One clause of each under the same number are alternatives; others may all come into the text. */
function kindOf(first: readonly Contribution[], second: readonly Contribution[]): BracketKind {
  const [a, b] = [first[0]?.element.node, second[0]?.element.node]
  const isPair = first.length === 1 && second.length === 1 && a?.type === b?.type
  const number: unknown = a?.attrs['number']
  return isPair && number !== undefined && number === b?.attrs['number'] ? 'alternative' : 'clause'
}

/** A block of one side with all that it holds. */
function asItIs(element: Element, { seen }: Merging): readonly TextDoc[] {
  const see = ({ key, children }: Element) => {
    seen.add(key)
    children.forEach(see)
  }
  see(element)
  return [element.node]
}

/** A block that both sides have, or that came with one: what it has become. */
function mergeElement(key: string, merging: Merging): readonly TextDoc[] {
  const { plan, seen } = merging
  const standing = plan.standing(key)
  const { base, first, second } = standing
  const some = first ?? second
  if (!some || seen.has(key)) return []
  seen.add(key)
  const name = some.node.type.name
  if (name === 'article' || name === 'bracketBlock') return mergeContainer(key, standing, some, merging)
  if (!first || !second) return [some.node]
  const merged = mergeLeaf({ base, first, second }, merging)
  return merged ? [merged] : bracketedPair([first.node], [second.node], 'alternative', merging)
}

function mergeContainer(
  key: string,
  { base, first, second }: Standing,
  some: Element,
  merging: Merging,
): readonly TextDoc[] {
  const form =
    first && second
      ? mergeForms(base?.node ?? null, first.node, second.node, merging.bracketsAll)
      : { type: some.node.type, attrs: some.node.attrs, leftAside: [] }
  merging.noteForm(some.node, form.leftAside)
  const content = mergeChildren(key, merging)
  if (form.type.name === 'bracketBlock')
    return content.length > 0 ? [form.type.create(form.attrs, content)] : []
  return [form.type.create(form.attrs, [headingOf({ base, first, second }, merging), ...content])]
}

/** The heading of an article, which is a line like others but stands alone. */
function headingOf({ base, first, second }: Standing, merging: Merging): TextDoc {
  const heading = (element: Element | null) => element?.children[0] ?? null
  const [ofBase, ofFirst, ofSecond] = [heading(base), heading(first), heading(second)]
  const some = ofFirst ?? ofSecond
  if (!some) throw new Error('An article begins with its heading')
  merging.seen.add(some.key)
  if (!ofFirst || !ofSecond) return some.node
  const form = mergeForms(ofBase?.node ?? null, ofFirst.node, ofSecond.node, merging.bracketsAll)
  merging.noteForm(some.node, form.leftAside)
  const line = mergeLine({ base: ofBase, first: ofFirst, second: ofSecond }, form.type.name, merging)
  if (!line) throw new Error('The line of a heading can always be said')
  return form.type.create(form.attrs, line)
}

function bracketedPair(
  first: readonly TextDoc[],
  second: readonly TextDoc[],
  kind: BracketKind,
  { bracketing, sides }: Merging,
): readonly TextDoc[] {
  const both = [bracketing.blocks(first, sides[0], kind), bracketing.blocks(second, sides[1], kind)]
  return sides[0] < sides[1] ? both : both.reverse()
}

function idOf(block: TextDoc): string | null {
  const id: unknown = block.attrs['blockId']
  return typeof id === 'string' ? id : null
}
