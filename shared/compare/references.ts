import type { Line, LinePair, Segment } from './lines.ts'
import { different, joinedDifferences, newGroup } from './lines.ts'
import { layLists } from './referenceLists.ts'
import { ARTICLE, NUMBER, tokenAt, wordOfReference } from './referenceWords.ts'
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
  const kind = kindOfReference(a, atA, vocabulary)
  if (kind === null || kind !== kindOfReference(b, atB, vocabulary)) return null
  const clause =
    kind === 'article'
      ? articles.get(numberA)
      : match.a.parent?.children.find(
          (sibling) => sibling.node?.type.name === 'numberedParagraph' && numberOf(sibling) === numberA,
        )
  return clause?.match && numberOf(clause.match.b) === numberB ? clause : null
}

function kindOfReference(line: Line, at: number, vocabulary: Vocabulary): 'article' | 'paragraph' | null {
  const word = wordOfReference(line, at, vocabulary)
  if (word === -1) return null
  return ARTICLE.test(tokenAt(line, word, vocabulary)) ? 'article' : 'paragraph'
}

function numberOf(unit: Unit): string {
  return String(unit.node?.attrs['number'] ?? '')
}
