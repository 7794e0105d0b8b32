import type { Result } from '../result.ts'
import { fail, ok } from '../result.ts'
import type { TextDoc } from '../text/writtenText.ts'
import { createAddresses } from './addresses.ts'
import { alignInside, pair } from './align.ts'
import type { Alignment } from './align.ts'
import { canonicalOrder } from './canonicalOrder.ts'
import { createIds } from './changeIds.ts'
import { createClauseDrafts, statusOf } from './clauses.ts'
import type {
  Change,
  ClauseAddress,
  CompareProblem,
  CompareSettings,
  ComparedClause,
  Comparison,
  ItemException,
  Layer,
} from './comparison.ts'
import { engineVersion, layers, usualSettings } from './comparison.ts'
import type { Draft, Drafts } from './drafts.ts'
import { createDrafts } from './drafts.ts'
import { itemIdOf, itemsOf } from './items.ts'
import { languageOf } from './languages.ts'
import { layerLines } from './layers.ts'
import type { LayeredLines } from './layers.ts'
import { createLikeness } from './likeness.ts'
import type { Group } from './lines.ts'
import { findMoves } from './moves.ts'
import { layOut } from './redline.ts'
import { findRegroups } from './regroup.ts'
import { createRenumberingRuns } from './renumbering.ts'
import type { RenumberingRuns } from './renumbering.ts'
import { createLower, createStaying } from './systematic.ts'
import type { Unit, UnitTree } from './units.ts'
import { createContents, isLabelled, unitsOf } from './units.ts'
import { createVocabulary } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

export type CompareOptions = {
  readonly baseHash: string // SHA-256 of `canonicalText`, hex; a comparison states what it compared
  readonly targetHash: string
  readonly settings?: Partial<CompareSettings>
  /** Words that name each of the two sides, if known: the alternat is then seen where nothing teaches them. */
  readonly sideNames?: readonly (readonly string[])[]
}

/**
 * Compares two texts of the schema: clause by clause, then word by word inside each pair of clauses, then says of each
 * difference in which layer it belongs. Nothing is left out: accepting every change gives the target, rejecting every
 * change the base, ids aside.
 *
 * The comparison is made in an order that does not depend on which text is the base, so swapping the sides mirrors the
 * result. Texts in different languages are refused, with both languages named; where neither names its language it is
 * told by its commonest words. Time grows with the length of the texts, whatever they hold.
 */
export function compareTexts(
  base: TextDoc,
  target: TextDoc,
  { baseHash, targetHash, settings: given, sideNames = [] }: CompareOptions,
): Result<Comparison, CompareProblem> {
  const settings: CompareSettings = { ...usualSettings, ...given }
  const contents = createContents()
  const trees = { base: unitsOf(base, contents), target: unitsOf(target, contents) }
  const languages = { base: languageOf(trees.base), target: languageOf(trees.target) }
  if (languages.base !== null && languages.target !== null && languages.base !== languages.target)
    return fail({ kind: 'differentLanguages', base: languages.base, target: languages.target })

  const isFlipped = canonicalOrder(trees.base, trees.target) > 0
  const [a, b] = isFlipped ? [trees.target, trees.base] : [trees.base, trees.target]
  const vocabulary = createVocabulary()
  const alignment: Alignment = {
    settings,
    contents,
    likeness: createLikeness(a.lines, b.lines, vocabulary),
    swapped: [],
    levels: new Map(),
  }
  const root = pair(a.root, b.root)
  alignInside(a.root, b.root, alignment)
  findRegroups(a.lines, alignment.likeness)
  findMoves(a, b, alignment)

  const lines = layerLines(a, alignment.swapped, sideNames, vocabulary, settings)
  const by = isByClause(trees.base) && isByClause(trees.target) ? 'clause' : 'paragraph'
  const clauses = createClauseDrafts(by)
  const drafts = createDrafts(clauses.noteGroup)
  const renumbering = createRenumberingRuns()
  const tree = layOut(root, {
    isFlipped,
    layered: settings.layered,
    lines,
    levels: alignment.levels,
    drafts,
    clauses,
    renumbering,
  })

  const addressIn = { base: createAddresses(), target: createAddresses() }
  const { changes, ids, items } = named(drafts, addressIn, renumbering, lines, vocabulary, isFlipped)
  for (const [owed, group] of drafts.owed()) owed.change = ids.get(group) ?? ''
  return ok({
    engine: engineVersion,
    settings,
    language: languages.base ?? languages.target,
    base: { hash: baseHash },
    target: { hash: targetHash },
    by,
    root: tree,
    changes,
    items,
    clauses: clauses.all().map((clause): ComparedClause => {
      const unit = clause.target ?? clause.base
      const heading = unit?.children[0]
      return {
        type: unit?.node?.type.name ?? '',
        status: statusOf(clause, isFlipped),
        isRenumbered: clause.number !== null,
        before: clause.base && addressIn.base(clause.base),
        after: clause.target && addressIn.target(clause.target),
        heading: heading?.kind === 'heading' ? heading.line.replaceAll('\ufffc', '') : '',
        changes: clause.groups ? [...clause.groups].flatMap((group) => ids.get(group) ?? []) : NO_CHANGES,
      }
    }),
    counts: countsOf(changes, items),
  })
}

/** Whether there is anything in the text by which it can be compared clause by clause. */
function isByClause({ all }: UnitTree): boolean {
  return all.some(isLabelled)
}

type AddressIn = {
  readonly base: (unit: Unit) => ClauseAddress
  readonly target: (unit: Unit) => ClauseAddress
}

/** Gives ids to the changes and gathers them into items. */
function named(
  drafts: Drafts,
  addressIn: AddressIn,
  renumbering: RenumberingRuns,
  lines: LayeredLines,
  vocabulary: Vocabulary,
  isFlipped: boolean,
) {
  const nextId = createIds()
  const ids = new Map<Group, string>()
  const described = drafts.all().map((draft) => {
    const before = draft.before && addressIn.base(draft.before)
    const after = draft.after && addressIn.target(draft.after)
    const kind = kindOf(draft)
    const place = [before, after].map((at) => (at ? `${at.label} ${at.role}` : '')).join('|')
    const id = nextId([kind, place, draft.wordsBefore, draft.wordsAfter].join('\u0000'))
    ids.set(draft.group, id)
    return { draft, before, after, kind, id }
  })
  const keyOf = ({ item, follows }: Group): string | null => {
    if (!follows) return item
    return follows.match
      ? (renumbering.itemOf(follows.match) ?? `follows ${follows.order}`)
      : `follows ${follows.order}`
  }
  const gatherings = described.map(({ draft, before, after, kind, id }) => ({
    key: keyOf(draft.group),
    change: {
      id,
      kind,
      layer: draft.group.layer,
      item: '',
      before,
      after,
      wordsBefore: draft.wordsBefore,
      wordsAfter: draft.wordsAfter,
      context: { ahead: draft.ahead, behind: draft.behind },
      dependsOn: [...(draft.group.needs ?? [])].flatMap((group) => ids.get(group) ?? []),
      insideMove: draft.insideMove && (ids.get(draft.insideMove) ?? null),
    } satisfies Change,
  }))
  const items = itemsOf(gatherings, (layer, key, replaced) =>
    layer === 'systematic'
      ? exceptionsOf(key, lines, addressIn, vocabulary, isFlipped).filter(({ words }) => replaced.has(words))
      : [],
  )
  const itemOf = new Map(items.flatMap((item) => item.changes.map((change) => [change, item.id] as const)))
  const changes = gatherings.map(({ change }): Change => ({
    ...change,
    item: itemOf.get(change.id) ?? itemIdOf(change.id),
  }))
  return { changes, ids, items }
}

function kindOf({ kind, takes, brings }: Draft): Change['kind'] {
  if (kind) return kind
  if (!takes) return 'insertion'
  return brings ? 'replacement' : 'deletion'
}

const CONTEXT = 40 // characters
const NO_CHANGES: readonly string[] = []

/** Places at which the words that were replaced elsewhere stayed, in whatever case. */
function exceptionsOf(
  key: string,
  { forms, pairs, unchanged }: LayeredLines,
  addressIn: AddressIn,
  vocabulary: Vocabulary,
  isFlipped: boolean,
): readonly ItemException[] {
  const staying = createStaying(pairs, unchanged, createLower(vocabulary), vocabulary)
  const replaced = new Map(
    forms
      .filter((form) => form.key === key)
      .map((form) => (isFlipped ? form.b : form.a))
      .map((words) => [words.join(' '), words] as const),
  )
  return [...replaced.values()].flatMap((words) =>
    staying(words).map(({ a, b, atA, length }): ItemException => {
      const [base, target] = isFlipped ? [b, a] : [a, b]
      return {
        before: addressIn.base(base),
        after: addressIn.target(target),
        words: a.line.slice(atA, atA + length),
        context: {
          ahead: a.line.slice(Math.max(0, atA - CONTEXT), atA),
          behind: a.line.slice(atA + length, atA + length + CONTEXT),
        },
      }
    }),
  )
}

function countsOf(
  changes: readonly Change[],
  items: readonly { readonly layer: Layer }[],
): Comparison['counts'] {
  const count = (list: readonly { readonly layer: Layer }[], layer: Layer) =>
    list.filter((one) => one.layer === layer).length
  return Object.fromEntries(
    layers.map((layer) => [layer, { items: count(items, layer), changes: count(changes, layer) }]),
  ) as Comparison['counts']
}
