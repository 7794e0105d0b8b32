import type { LinePair, Segment } from './lines.ts'
import { different, joinedDifferences, newGroup } from './lines.ts'
import { layLists } from './referenceLists.ts'
import { type Reference, referenceAt, type ToParagraph } from './referenceAt.ts'
import { NUMBER, tokenAt } from './referenceWords.ts'
import type { Unit } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Settles references that only follow a clause to its new number: 'Article 7' → 'Article 8' where Article 7 of the one
 * text is Article 8 of the other. A reference to anything else stays substance.
 */
export function settleReferences(
  pairs: readonly LinePair[],
  articles: readonly Unit[],
  vocabulary: Vocabulary,
) {
  const byNumber = new Map<string, Unit>()
  for (const article of articles) {
    const number = numberOf(article)
    if (number !== '' && !byNumber.has(number)) byNumber.set(number, article)
  }
  for (const pair of pairs) {
    layLists(pair, vocabulary)
    let isFound = false
    const settled = pair.segments.flatMap((segment): readonly Segment[] => {
      const { aFrom, aTo, bFrom, bTo, group, isSettled } = segment
      if (!group || isSettled || aTo - aFrom !== bTo - bFrom) return [segment]
      const pieces = Array.from({ length: aTo - aFrom }, (_, at): Segment => {
        const followed = followedBy(pair, aFrom + at, bFrom + at, byNumber, vocabulary)
        if (!followed) return different(aFrom + at, aFrom + at + 1, bFrom + at, bFrom + at + 1)
        isFound = true
        return different(
          aFrom + at,
          aFrom + at + 1,
          bFrom + at,
          bFrom + at + 1,
          newGroup('renumbering', null, followed),
          true,
        )
      })
      return pieces.some((piece) => piece.isSettled) ? pieces : [segment]
    })
    if (isFound) pair.segments = joinedDifferences(settled)
  }
}

/** The clause of a whose number the token names, if the token of b names the number of the same clause there. */
function followedBy(
  { a, b, match }: LinePair,
  atA: number,
  atB: number,
  articles: ReadonlyMap<string, Unit>,
  vocabulary: Vocabulary,
): Unit | null {
  const numberA = tokenAt(a, atA, vocabulary)
  const numberB = tokenAt(b, atB, vocabulary)
  if (!NUMBER.test(numberA) || !NUMBER.test(numberB)) return null
  const inA = referenceAt(a, atA, vocabulary)
  const inB = referenceAt(b, atB, vocabulary)
  if (!inA || !inB || inA.kind !== inB.kind) return null
  const clause =
    inA.kind === 'article'
      ? articles.get(numberA)
      : containerOf(inA, inB, match.a.parent, articles)?.children.find(
          (sibling) => sibling.node?.type.name === 'numberedParagraph' && numberOf(sibling) === numberA,
        )
  return clause?.match && numberOf(clause.match.b) === numberB ? clause : null
}

/** The article that both name or stand in; null where it is not one article. */
function containerOf(
  inA: Reference,
  inB: Reference,
  own: Unit | null,
  articles: ReadonlyMap<string, Unit>,
): Unit | null {
  const [nameA, nameB] = [(inA as ToParagraph).article, (inB as ToParagraph).article]
  if (nameA === null || nameB === null) return nameA === nameB ? own : null
  const article = articles.get(nameA)
  return article?.match && numberOf(article.match.b) === nameB ? article : null
}

function numberOf(unit: Unit): string {
  return String(unit.node?.attrs['number'] ?? '')
}
