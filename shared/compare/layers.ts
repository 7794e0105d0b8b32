import { settleAlternat } from './alternat.ts'
import type { Alternat } from './alternat.ts'
import { cleanUp } from './cleanUp.ts'
import type { CompareSettings } from './comparison.ts'
import type { Group, LinePair } from './lines.ts'
import { compareLines, newGroup } from './lines.ts'
import { settleReferences } from './references.ts'
import { settleRowNumbers } from './rowNumbers.ts'
import { settleBoundaries, settleBrackets } from './signs.ts'
import type { Span } from './spans.ts'
import { spansOf } from './spans.ts'
import type { SystematicForm } from './systematic.ts'
import { settleSystematic } from './systematic.ts'
import type { Match, Unit, UnitTree } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

export type LayeredLines = {
  readonly spansOf: ReadonlyMap<Match, readonly Span[]> // of lines whose words differ
  readonly pairs: readonly LinePair[]
  readonly unchanged: readonly Unit[] // of a
  readonly forms: readonly SystematicForm[]
  readonly wholes: Alternat['wholes']
  readonly cuts: ReadonlyMap<Match, Group> // of lines that were split or joined
}

/** Compares the words of all pairs of lines and says of each difference in which layer it is. */
export function layerLines(
  a: UnitTree,
  swappedTitles: readonly (readonly Match[])[],
  sideNames: readonly (readonly string[])[],
  vocabulary: Vocabulary,
  settings: CompareSettings,
): LayeredLines {
  const unchanged: Unit[] = []
  const pairs: LinePair[] = []
  const seen = new Set<Match>()
  for (const line of a.lines) {
    const { match } = line
    if (!match) continue
    if (match.a.content === match.b.content && !match.regroup) {
      unchanged.push(line)
    } else if (!seen.has(match)) {
      seen.add(match)
      pairs.push(compareLines(match, vocabulary))
    }
  }
  const cuts = new Map<Match, Group>()
  for (const pair of pairs) {
    if (!pair.match.regroup) continue
    const group = newGroup('moved')
    cuts.set(pair.match, group)
    settleBoundaries(pair, group, vocabulary)
  }
  let wholes: Alternat['wholes'] = new Map()
  let forms: readonly SystematicForm[] = []
  if (settings.layered) {
    const tables = a.all.flatMap(({ kind, node, match }) =>
      kind === 'table' && match && node?.attrs['role'] === 'signatures' ? [match] : [],
    )
    wholes = settleAlternat(pairs, swappedTitles, tables, sideNames, vocabulary).wholes
    settleReferences(
      pairs,
      a.all.filter(({ kind }) => kind === 'article'),
      vocabulary,
    )
    settleRowNumbers(pairs)
    forms = settleSystematic(pairs, unchanged, vocabulary, settings)
  }
  const spans = new Map<Match, readonly Span[]>()
  for (const pair of pairs) {
    cleanUp(pair, vocabulary, settings.sentenceLikeness)
    settleBrackets(pair, vocabulary)
    const found = spansOf(pair, vocabulary)
    const layer = isCover(pair.match) ? 'cover' : settings.layered ? null : 'substance'
    if (layer)
      for (const { group } of found)
        if (group) Object.assign(group, { layer, item: layer === 'cover' ? 'cover' : null })
    spans.set(pair.match, found)
  }
  return { spansOf: spans, pairs, unchanged, forms, wholes, cuts }
}

function isCover({ a, b }: Match): boolean {
  return a.node?.attrs['role'] === 'cover' && b.node?.attrs['role'] === 'cover'
}
