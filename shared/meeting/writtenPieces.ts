import type { ActionId, DecisionId } from '../ids.ts'
import type { Language } from '../values.ts'
import { listNumber, listStyles } from './listMarkers.ts'
import type { Block, Cell, Run } from './minutesDocument.ts'
import { isSpeaker, positionLead, type Speaker } from './positions.ts'
import { joined, plain } from './runs.ts'

/** What a person wrote for an item, in reading order: blocks without numbers, and places where a record is said. */
export type Piece =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | Extract<Block, { kind: 'subheading' | 'listItem' | 'table' }>
  | { readonly kind: 'decision'; readonly id: DecisionId }
  | { readonly kind: 'action'; readonly id: ActionId }

/** How the record says what a text only refers to; decisions and actions where they stand in a cell of a table. */
type Saying = Readonly<Record<'figure' | 'person' | 'decision' | 'action', (id: string) => readonly Run[]>>

/** The brackets that stand in a text, each with the words in it, in the order in which they open. */
type StandingBracket = { readonly words: string }

/**
 * A text (ProseMirror JSON of the text schema) as pieces of minutes.
 *
 * Blocks that say nothing are left out. Paragraphs, headings and list items keep their order; clauses with a number of
 * their own (articles, paragraphs, letters quoted from an instrument) become list items with that number as
 * written. Where a paragraph states the position of a side it says so first (`positionLead`). `language` is that of the document: runs name theirs only where it is another.
 */
export function writtenPieces(
  doc: unknown,
  language: Language,
  saying: Saying,
): { readonly pieces: readonly Piece[]; readonly brackets: readonly StandingBracket[] } {
  const brackets: { id: string; words: string }[] = []
  const open = new Set<{ id: string; words: string }>()
  let speaker: Speaker | null = null

  const inline = (node: Node, around: Language): readonly Run[] => {
    const words = joined(childrenOf(node).map((child) => inlineRuns(child, around)))
    return words
  }

  function inlineRuns(node: Node, around: Language): readonly Run[] {
    const heard = (words: readonly Run[]): readonly Run[] => {
      for (const bracket of open) bracket.words += plain(words)
      return words
    }
    switch (node.type) {
      case 'text':
        return heard([look(node, around)])
      case 'hardBreak':
        return heard([{ text: '\n' }])
      case 'figureRef':
        return heard(saying.figure(text(node, 'recordId')))
      case 'personRef':
        return heard(saying.person(text(node, 'recordId')))
      case 'articleRef':
      case 'outcomeLink':
        return heard([{ text: text(node, 'words') }])
      case 'bracketOpen': {
        const bracket = { id: text(node, 'bracketId'), words: '' }
        const words = heard([{ text: `[${text(node, 'lead')}` }])
        brackets.push(bracket)
        open.add(bracket)
        return words
      }
      case 'bracketClose': {
        for (const bracket of open) if (bracket.id === text(node, 'bracketId')) open.delete(bracket)
        return heard([{ text: `${text(node, 'tail')}]` }])
      }
      default:
        return []
    }
  }

  function look(node: Node, around: Language): Run {
    const has = (name: string) => node.marks?.some(({ type }) => type === name)
    const marked = node.marks?.find(({ type }) => type === 'language')?.attrs?.['lang']
    const spoken = languageOf(marked) ?? around
    return {
      text: node.text ?? '',
      ...(has('bold') && { bold: true }),
      ...(has('italic') && { italic: true }),
      ...(has('underline') && { underline: true }),
      ...(spoken !== language && { language: spoken }),
    }
  }

  function blocks(node: Node, depth: number, around: Language): readonly Piece[] {
    const spoken = languageOf(node.attrs?.['lang']) ?? around
    const below = (deeper: number) => childrenOf(node).flatMap((child) => blocks(child, deeper, spoken))
    switch (node.type) {
      case 'paragraph':
        return filled({
          kind: text(node, 'role') === 'heading' ? 'subheading' : 'paragraph',
          runs: attributed(node, inline(node, spoken)),
        })
      case 'division': {
        const label = `${text(node, 'before')}${text(node, 'number')}${text(node, 'after')}`
        return filled({ kind: 'subheading', runs: joined([label, inline(node, spoken)]) })
      }
      case 'article':
        return article(node, depth, spoken)
      case 'numberedParagraph':
      case 'letter': {
        const isLetter = node.type === 'letter'
        const before = text(node, 'before', isLetter ? '(' : '')
        const after = text(node, 'after', isLetter ? ') ' : '. ')
        const marker = `${before}${text(node, 'number')}${after}`.trim()
        const runs = inline(node, spoken)
        return [{ kind: 'listItem', marker, depth: isLetter ? depth + 1 : depth, runs }]
      }
      case 'bulletList':
        return childrenOf(node).flatMap((item) => listItem(item, '•', depth, spoken))
      case 'orderedList': {
        const start = Number(node.attrs?.['start'] ?? 1)
        const style = listStyles.find((one) => one === node.attrs?.['type']) ?? '1'
        return childrenOf(node).flatMap((item, index) =>
          listItem(item, `${listNumber(start + index, style)}.`, depth, spoken),
        )
      }
      case 'table':
        return table(node, spoken)
      case 'decisionRef':
        speaker = null // what follows a decision says anew whose it is
        return [{ kind: 'decision', id: text(node, 'recordId') as DecisionId }]
      case 'actionRef':
        speaker = null
        return [{ kind: 'action', id: text(node, 'recordId') as ActionId }]
      case 'bracketBlock': {
        const bracket = { id: text(node, 'bracketId'), words: '' }
        brackets.push(bracket)
        open.add(bracket)
        const within = below(depth)
        open.delete(bracket)
        return bracketed(within, `[${text(node, 'lead')}`, `${text(node, 'tail')}]`, beginsWithClause(node))
      }
      default:
        return below(depth)
    }
  }

  /** The words of a paragraph, after whose position it is where that is not clear without. */
  function attributed(node: Node, words: readonly Run[]): readonly Run[] {
    if (plain(words).trim() === '') return words
    const side = node.attrs?.['side']
    const now = isSpeaker(side) ? side : null
    const lead = positionLead(now, speaker, plain(words), language)
    speaker = now
    return lead === '' ? words : joined([{ text: lead, bold: true }, words])
  }

  function article(node: Node, depth: number, around: Language): readonly Piece[] {
    const [heading, ...rest] = childrenOf(node)
    const label = `${text(node, 'word', 'Article')}${text(node, 'gap', ' ')}${text(node, 'number')}`
    const title = heading ? inline(heading, around) : []
    const runs = joined([label, title.length > 0 ? text(node, 'joint') || '\n' : '', title])
    return [
      { kind: 'listItem', marker: '', depth, runs: runs.map((run) => ({ ...run, bold: true })) },
      ...rest.flatMap((child) =>
        blocks(child, depth, around).map((piece): Piece =>
          // A quoted clause is not a numbered paragraph of the minutes.
          piece.kind === 'paragraph' ? { kind: 'listItem', marker: '', depth, runs: piece.runs } : piece,
        ),
      ),
    ]
  }

  function listItem(node: Node, marker: string, depth: number, around: Language): readonly Piece[] {
    let said = false
    return childrenOf(node).flatMap((child) =>
      blocks(child, depth + 1, around).map((piece): Piece => {
        if (piece.kind !== 'paragraph' && piece.kind !== 'subheading') return piece
        const item: Piece = { kind: 'listItem', marker: said ? '' : marker, depth, runs: piece.runs }
        said = true
        return item
      }),
    )
  }

  function table(node: Node, around: Language): readonly Piece[] {
    const rows = childrenOf(node).map(childrenOf)
    const [first = [], ...others] = rows
    const isHeader =
      others.length > 0 && first.every((cell) => cell.type === 'tableHeader' && !spans(cell).length)
    const cell = (node: Node): Cell => {
      const words = cellRuns(node, around)
      return {
        runs: node.type === 'tableHeader' ? words.map((run) => ({ ...run, bold: true })) : words,
        ...Object.fromEntries(spans(node)),
      }
    }
    return [
      {
        kind: 'table',
        use: 'written',
        header: isHeader ? first.map((cell) => cellRuns(cell, around)) : [],
        rows: (isHeader ? others : rows).map((row) => row.map(cell)),
      },
    ]
  }

  function cellRuns(node: Node, around: Language): readonly Run[] {
    const spoken = languageOf(node.attrs?.['lang']) ?? around
    const lines = childrenOf(node)
      .flatMap((child) => blocks(child, 0, spoken))
      .map(cellLine)
    return joined(lines, '\n')
  }

  /** A cell holds no blocks in minutes: what stands in it becomes lines, a table in it as well. */
  function cellLine(piece: Piece): readonly Run[] {
    switch (piece.kind) {
      case 'listItem':
        return joined([piece.marker && `${piece.marker} `, piece.runs])
      case 'table': {
        const rows = [
          ...(piece.header.length > 0 ? [piece.header.map((runs) => ({ runs }))] : []),
          ...piece.rows,
        ]
        return joined(
          rows.map((row) =>
            joined(
              row.map(({ runs }) => runs),
              '  ',
            ),
          ),
          '\n',
        )
      }
      case 'decision':
      case 'action':
        return saying[piece.kind](piece.id)
      default:
        return piece.runs
    }
  }

  const pieces = isNode(doc) ? blocks(doc, 0, languageOf(doc.attrs?.['lang']) ?? language) : []
  return { pieces, brackets: brackets.map(({ words }) => ({ words: words.trim() })) }
}

type Node = {
  readonly type: string
  readonly text?: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[]
  readonly content?: readonly Node[]
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function childrenOf(node: Node): readonly Node[] {
  return node.content ?? []
}

/** An attribute that is text; `initial` is its value where the schema leaves it out. */
function text(node: Node, attribute: string, initial = ''): string {
  const value = node.attrs?.[attribute]
  return typeof value === 'string' ? value : initial
}

function filled(piece: Extract<Piece, { kind: 'paragraph' | 'subheading' }>): readonly Piece[] {
  return plain(piece.runs).trim() === '' ? [] : [piece]
}

function spans(cell: Node): readonly (readonly ['columns' | 'rows', number])[] {
  const found = [
    ['columns', Number(cell.attrs?.['colspan'] ?? 1)],
    ['rows', Number(cell.attrs?.['rowspan'] ?? 1)],
  ] as const
  return found.filter(([, many]) => many > 1)
}

/** Whether a bracket begins ahead of the number of a clause, which is wording of the text; that of a list is not. */
function beginsWithClause(bracket: Node): boolean {
  const first = childrenOf(bracket)[0]
  if (first?.type === 'bracketBlock') return beginsWithClause(first)
  return first?.type === 'numberedParagraph' || first?.type === 'letter'
}

function bracketed(
  pieces: readonly Piece[],
  before: string,
  after: string,
  aheadOfNumber: boolean,
): readonly Piece[] {
  const all = [...pieces]
  const first = all[0]
  if (first?.kind === 'listItem' && aheadOfNumber) all[0] = { ...first, marker: `${before}${first.marker}` }
  else if (first && 'runs' in first) all[0] = { ...first, runs: joined([before, first.runs]) }
  else all.unshift({ kind: 'paragraph', runs: [{ text: before }] })
  const last = all.at(-1)
  if (last && 'runs' in last) all[all.length - 1] = { ...last, runs: joined([last.runs, after]) }
  else all.push({ kind: 'paragraph', runs: [{ text: after }] })
  return all
}

/** The language of a document that a BCP 47 tag means, undefined for one that documents do not have. */
function languageOf(tag: unknown): Language | undefined {
  const primary = typeof tag === 'string' ? tag.split('-')[0] : undefined
  return primary === 'en' || primary === 'id' || primary === 'km' ? primary : undefined
}
