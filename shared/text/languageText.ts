import type { Node } from '@tiptap/pm/model'
import type { Clause, ClauseLevel, LanguageText } from '../mou/linkedClauses.ts'
import type { Language } from '../values.ts'
import { linesOf } from './plainText.ts'
import { isOpen } from './textBrackets.ts'

/** A clause while the text is walked. */
type ClauseDraft = {
  readonly id: string | null
  readonly level: ClauseLevel
  readonly depth: number
  readonly number: string
  readonly label: string
  readonly lines: string[]
  brackets: number
  readonly holds: ClauseDraft[]
}

type Walk = {
  readonly clauses: ClauseDraft[]
  readonly closing: string[]
  /** The annex, article, paragraph and letters that are open, from the outside in. */
  readonly path: ClauseDraft[]
  /** Brackets around blocks that have begun and not yet met the clause that they begin at. */
  begun: number
  /** Whose each block is, by its id: of the lines ahead of and behind the clauses nobody's. */
  readonly owners: Map<string, ClauseDraft>
}

const levels: Readonly<Record<string, ClauseLevel>> = {
  division: 'chapter',
  article: 'article',
  numberedParagraph: 'paragraph',
  letter: 'letter',
}

/** What a clause of a depth may hold is deeper. Chapters hold no articles: these count through them. */
function depthOf(level: ClauseLevel, node: Node): number {
  const depth = { annex: 0, chapter: 1, article: 1, paragraph: 2, letter: 2 }[level]
  return level === 'letter' ? depth + Number(node.attrs['level']) : depth
}

/**
 * The clauses of a text, to be linked with those of the other languages, and the lines behind them from the
 * testimonium on. Lines ahead of the first clause (cover, title, recitals) are in neither. No character of a wording
 * is changed: zero-width spaces stay.
 */
export function languageTextOf(doc: Node, language: Language): LanguageText {
  return ownedLines(doc, language).text
}

/**
 * The same, and whose each line is: the clause whose wording it is part of, by the id of its block, or of the article
 * for its number. What is in no clause (cover, title, recitals, closing) is not in it.
 */
export function ownedLines(
  doc: Node,
  language: Language,
): { readonly text: LanguageText; readonly ownerOf: ReadonlyMap<string, Clause> } {
  const walk: Walk = { clauses: [], closing: [], path: [], begun: 0, owners: new Map() }
  visit(doc, walk)
  const made = new Map<ClauseDraft, Clause>()
  const clauses = walk.clauses.map((draft) => toClause(draft, made))
  const ownerOf = new Map<string, Clause>()
  for (const [blockId, draft] of walk.owners) {
    const clause = made.get(draft)
    if (clause) ownerOf.set(blockId, clause)
  }
  return { text: { language, clauses, closing: walk.closing.join('\n') }, ownerOf }
}

/** Recurses as deep as blocks may stand in each other, `textLimits.depth`. */
function visit(parent: Node, walk: Walk): void {
  parent.forEach((child) => {
    const level = child.attrs['kind'] === 'annex' ? 'annex' : levels[child.type.name]
    if (child.type.name === 'bracketBlock') {
      if (isOpen(child.attrs as { readonly state: 'open' })) walk.begun++
      visit(child, walk)
    } else if (level) {
      open(child, level, walk)
      if (level !== 'article') return
      visit(child, walk)
      // A line of the closing within the article has ended it already.
      walk.path.length = Math.max(
        0,
        walk.path.findIndex((draft) => draft.level === 'article'),
      )
    } else if (child.isTextblock || child.isAtom) addLine(child, walk)
    else visit(child, walk)
  })
}

function open(node: Node, level: ClauseLevel, walk: Walk): void {
  const depth = depthOf(level, node)
  while ((walk.path.at(-1)?.depth ?? -1) >= depth) walk.path.pop()
  const holder = walk.path.at(-1)
  const number = String(node.attrs['number'])
  const draft: ClauseDraft = {
    id: node.attrs['blockId'],
    ...{ level, depth, number },
    label: [holder?.label, ownLabel(node, level)].filter(Boolean).join(' '),
    lines: [],
    brackets: walk.begun,
    holds: [],
  }
  walk.begun = 0
  ;(holder?.holds ?? walk.clauses).push(draft)
  walk.path.push(draft)
  own(node, draft, walk)
  if (node.isTextblock) write(node, draft)
}

function own({ attrs }: Node, draft: ClauseDraft, { owners }: Walk): void {
  const id: unknown = attrs['blockId']
  if (typeof id === 'string') owners.set(id, draft)
}

function ownLabel({ attrs }: Node, level: ClauseLevel): string {
  if (level === 'article') return `${attrs['word']}${attrs['gap']}${attrs['number']}`
  if (level === 'paragraph' || level === 'letter') return `(${attrs['number']})`
  return `${attrs['before']}${attrs['number']}`
}

/** A line without a number: of the article, chapter or annex that holds it, even behind letters; or of the closing. */
function addLine(node: Node, walk: Walk): void {
  const role: unknown = node.attrs['role']
  if (role === 'testimonium' || role === 'heading' || role === 'signatures') walk.path.length = 0
  const holder = walk.path.findLast(({ level }) => level !== 'paragraph' && level !== 'letter')
  if (holder) {
    while (walk.path.at(-1)?.level === 'letter') walk.path.pop()
    own(node, holder, walk)
    write(node, holder)
  } else if (walk.clauses.length > 0 || role === 'testimonium') walk.closing.push(wordingOf(node))
}

function write(node: Node, draft: ClauseDraft): void {
  draft.lines.push(wordingOf(node))
  node.forEach((child) => {
    if (child.type.name === 'bracketOpen' && isOpen(child.attrs as { readonly state: 'open' }))
      draft.brackets++
  })
}

function wordingOf(node: Node): string {
  return node.isAtom ? linesOf(node) : node.children.map((child) => linesOf(child)).join('')
}

function toClause(draft: ClauseDraft, made: Map<ClauseDraft, Clause>): Clause {
  const { lines, holds, depth: _, ...own } = draft
  const clause = { ...own, wording: lines.join('\n'), holds: holds.map((held) => toClause(held, made)) }
  made.set(draft, clause)
  return clause
}
