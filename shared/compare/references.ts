import type { Line, LinePair, Segment } from './lines.ts'
import { different, joinedDifferences, newGroup } from './lines.ts'
import type { Unit } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

const ARTICLE = /^(?:articles?|arts?|pasal|sections?|មាត្រា|ប្រការ)$/iu
const PARAGRAPH = /^(?:paragraphs?|paras?|ayat|angka|វាក្យខណ្ឌ|កថាខណ្ឌ)$/iu
const BETWEEN = /^(?:[(),.]|and|or|to|dan|atau|sampai|dengan|និង|ឬ|[0-9០-៩]+[A-Z]?)$/u
const NUMBER = /^(?:[0-9]+|[០-៩]+)[A-Z]?$/u
const OF = /^(?:of|dari|dalam|pada|នៃ)$/iu
const LOOK_BACK = 8 // tokens

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

/** `article`: the number of the article that the paragraph is of; null: of the one that the words stand in. */
type Reference =
  { readonly kind: 'article' } | { readonly kind: 'paragraph'; readonly article: string | null }
type ToParagraph = Extract<Reference, { readonly kind: 'paragraph' }>

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

/**
 * What a number refers to by the words around it: 'Article 4', 'ayat (2)', 'paragraph 2 of Article 5', 'Pasal 5 ayat
 * (2)', 'Article 5 (2)'.
 */
function referenceAt(line: Line, at: number, vocabulary: Vocabulary): Reference | null {
  const token = (index: number) => tokenAt(line, index, vocabulary)
  for (let back = at - 1; back >= 0 && back >= at - LOOK_BACK; back--) {
    if (PARAGRAPH.test(token(back)))
      return { kind: 'paragraph', article: articleAhead(token, back) ?? articleBehind(token, at) }
    if (ARTICLE.test(token(back))) {
      const isInRound = token(at - 1) === '(' && at - 2 > back
      if (!isInRound) return { kind: 'article' }
      return NUMBER.test(token(at - 2)) ? { kind: 'paragraph', article: token(at - 2) } : null
    }
    if (!BETWEEN.test(token(back))) return null
  }
  return null
}

/** 'Pasal 5' ahead of 'ayat (1) dan ayat (2)'. */
function articleAhead(token: (index: number) => string, paragraph: number): string | null {
  for (let back = paragraph - 1; back >= 0 && back >= paragraph - LOOK_BACK; back--) {
    if (ARTICLE.test(token(back))) return NUMBER.test(token(back + 1)) ? token(back + 1) : null
    if (!BETWEEN.test(token(back)) && !PARAGRAPH.test(token(back))) return null
  }
  return null
}

/** 'of Article 5' behind 'paragraphs 1 and 2'. */
function articleBehind(token: (index: number) => string, at: number): string | null {
  for (let next = at + 1; next <= at + LOOK_BACK; next++) {
    if (ARTICLE.test(token(next))) return NUMBER.test(token(next + 1)) ? token(next + 1) : null
    if (!BETWEEN.test(token(next)) && !PARAGRAPH.test(token(next)) && !OF.test(token(next))) return null
  }
  return null
}

function numberOf(unit: Unit): string {
  return String(unit.node?.attrs['number'] ?? '')
}

function tokenAt(line: Line, at: number, vocabulary: Vocabulary): string {
  return vocabulary.tokenOf(line.tokens.numbers[at] ?? -1)
}
