import type { Node } from '@tiptap/pm/model'
import type { Clause, ClauseLevel, LanguageText } from '../mou/linkedClauses.ts'
import type { Language } from '../values.ts'
import { linesOf } from './plainText.ts'
import { isOpen } from './textBrackets.ts'

/** A clause while the text is walked. */
type ClauseDraft = {
  readonly id: string | null
  readonly level: ClauseLevel
  readonly number: string
  readonly label: string
  readonly lines: string[]
  brackets: number
  readonly holds: ClauseDraft[]
}

type Walk = {
  readonly clauses: ClauseDraft[]
  readonly closing: string[]
  /** The article, paragraph and letter that are open, from the outside in. */
  readonly path: ClauseDraft[]
  /** Brackets around blocks that have begun and not yet met the clause that they begin at. */
  begun: number
}

const levels: Readonly<Record<string, ClauseLevel>> = {
  article: 'article',
  numberedParagraph: 'paragraph',
  letter: 'letter',
}
const depth: Readonly<Record<ClauseLevel, number>> = { article: 0, paragraph: 1, letter: 2 }

/**
 * The clauses of a text, to be linked with those of the other languages, and the lines behind them from the
 * testimonium on. Lines ahead of the first clause (cover, title, recitals) are in neither. No character of a wording
 * is changed: zero-width spaces stay.
 */
export function languageTextOf(doc: Node, language: Language): LanguageText {
  const walk: Walk = { clauses: [], closing: [], path: [], begun: 0 }
  visit(doc, walk)
  return { language, clauses: walk.clauses.map(toClause), closing: walk.closing.join('\n') }
}

/** Recurses as deep as blocks may stand in each other, `textLimits.depth`. */
function visit(parent: Node, walk: Walk): void {
  parent.forEach((child) => {
    const level = levels[child.type.name]
    if (child.type.name === 'bracketBlock') {
      if (isOpen(child.attrs as { readonly state: 'open' })) walk.begun++
      visit(child, walk)
    } else if (level) {
      open(child, level, walk)
      if (level === 'article') visit(child, walk)
    } else if (child.isTextblock || child.isAtom) addLine(child, walk)
    else visit(child, walk)
  })
  if (parent.type.name === 'article') walk.path.length = 0
}

function open(node: Node, level: ClauseLevel, walk: Walk): void {
  walk.path.length = Math.min(walk.path.length, depth[level])
  while (walk.path.at(-1) && depth[walk.path.at(-1)?.level ?? 'article'] >= depth[level]) walk.path.pop()
  const holder = walk.path.at(-1)
  const number = String(node.attrs['number'])
  const draft: ClauseDraft = {
    id: node.attrs['blockId'],
    level,
    number,
    label:
      level === 'article'
        ? `${node.attrs['word']}${node.attrs['gap']}${number}`
        : [holder?.label, `(${number})`].filter(Boolean).join(' '),
    lines: [],
    brackets: walk.begun,
    holds: [],
  }
  walk.begun = 0
  ;(holder?.holds ?? walk.clauses).push(draft)
  walk.path.push(draft)
  if (node.isTextblock) write(node, draft)
}

/** A line without a number: of the article that holds it, even behind its letters; of no article, of the closing. */
function addLine(node: Node, walk: Walk): void {
  const role: unknown = node.attrs['role']
  if (role === 'testimonium' || role === 'heading' || role === 'signatures') walk.path.length = 0
  const [article] = walk.path
  if (article?.level === 'article') {
    if (walk.path.at(-1)?.level === 'letter') walk.path.pop()
    write(node, article)
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

function toClause({ lines, holds, ...draft }: ClauseDraft): Clause {
  return { ...draft, wording: lines.join('\n'), holds: holds.map(toClause) }
}
