import fc from 'fast-check'
import { parseText } from '../../../shared/text/validText.ts'
import type { TextDoc } from '../../../shared/text/writtenText.ts'

/** A text as a model that edits cannot break: brackets hold what stands in them. */
type Inline =
  | { kind: 'text'; text: string; marks: readonly string[] }
  | {
      kind: 'atom'
      type: 'hardBreak' | 'figureRef' | 'personRef' | 'articleRef' | 'outcomeLink'
      record: string
    }
  | { kind: 'bracket'; side: string; content: Inline[] }

type Block =
  | { kind: 'line'; type: string; attrs: Record<string, unknown>; content: Inline[] }
  | { kind: 'article'; number: string; heading: Inline[]; content: Block[] }
  | { kind: 'bracketBlock'; side: string; content: Block[] }
  | { kind: 'list'; type: 'bulletList' | 'orderedList'; items: Block[][] }
  | { kind: 'table'; role: string; rows: TableRow[] }
  | { kind: 'reference'; record: string }

/** `below` is a further row, beside which the first cell of this one reaches down; null where there is none. */
type TableRow = { span: number; cells: Block[][]; below: Block[][] | null }

export type Model = Block[]

const WORDS = (
  'the Parties shall cooperate in preventing trafficking persons exchange information within fourteen days of ' +
  'receipt subject to funds costs border control “nationals” documents Party will Participant and or Article 3 ' +
  'paragraph 2 (14) request, consent; termination. ប្រទេស កម្ពុជា ការយោគយល់ counter-draft don’t "quoted" – 1.128'
).split(' ')

const word = fc.constantFrom(...WORDS)
const words = (least: number, most: number) =>
  fc.array(word, { minLength: least, maxLength: most }).map((list) => list.join(' '))
const marks = fc.subarray(['bold', 'italic', 'underline'])
const side = fc.constantFrom('IDN', 'KHM')
const record = fc.constantFrom('r1', 'r2', 'r3')

const inline: fc.Arbitrary<Inline> = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    {
      arbitrary: fc.record({ kind: fc.constant('text' as const), text: words(1, 8), marks: fc.constant([]) }),
      weight: 8,
    },
    { arbitrary: fc.record({ kind: fc.constant('text' as const), text: words(1, 4), marks }), weight: 2 },
    {
      arbitrary: fc.record({
        kind: fc.constant('atom' as const),
        type: fc.constantFrom(
          'hardBreak' as const,
          'figureRef' as const,
          'personRef' as const,
          'articleRef' as const,
          'outcomeLink' as const,
        ),
        record,
      }),
      weight: 1,
    },
    {
      arbitrary: fc.record({
        kind: fc.constant('bracket' as const),
        side,
        content: fc.array(tie('inline'), { maxLength: 3 }),
      }),
      weight: 2,
    },
  ),
})).inline

const line = (type: string, attrs: fc.Arbitrary<Record<string, unknown>>, least = 0): fc.Arbitrary<Block> =>
  fc.record({
    kind: fc.constant('line' as const),
    type: fc.constant(type),
    attrs,
    content: fc.array(inline, { minLength: least, maxLength: 4 }),
  })
const role = fc.constantFrom(
  'body',
  'body',
  'body',
  'title',
  'opening',
  'recital',
  'testimonium',
  'cover',
  'heading',
)
const number = fc.integer({ min: 1, max: 9 }).map(String)
const paragraph = line('paragraph', fc.record({ role, blankLinesBefore: fc.integer({ min: 0, max: 1 }) }))
const plainParagraph = line('paragraph', fc.constant({ role: 'body' }))
const numbered = line('numberedParagraph', fc.record({ number }), 1)
const letter = line('letter', fc.record({ number: fc.constantFrom('a', 'b', 'c') }), 1)

const cellBlocks = fc.array(plainParagraph, { minLength: 1, maxLength: 2 })
const table: fc.Arbitrary<Block> = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 4 }),
    fc.constantFrom('data', 'signatures'),
  )
  .chain(([columns, rows, tableRole]) =>
    fc
      .array(
        fc
          .tuple(
            fc.integer({ min: 1, max: columns === 3 ? 2 : 1 }),
            fc.array(cellBlocks, { minLength: columns, maxLength: columns }),
          )
          .map(([span, cells]) => ({
            span,
            cells: span > 1 ? cells.slice(0, columns - 1) : cells,
            below: null,
          })),
        { minLength: rows, maxLength: rows },
      )
      .map((list): Block => ({ kind: 'table', role: tableRole, rows: list })),
  )
const list: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('list' as const),
  type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
  items: fc.array(
    fc
      .tuple(plainParagraph, fc.array(plainParagraph, { maxLength: 1 }))
      .map(([first, more]) => [first, ...more]),
    { minLength: 1, maxLength: 4 },
  ),
})
const reference: fc.Arbitrary<Block> = fc.record({ kind: fc.constant('reference' as const), record })

const simple: fc.Arbitrary<Block> = fc.oneof(
  { arbitrary: paragraph, weight: 4 },
  { arbitrary: numbered, weight: 4 },
  { arbitrary: letter, weight: 3 },
  { arbitrary: list, weight: 1 },
  { arbitrary: table, weight: 1 },
  { arbitrary: reference, weight: 1 },
)
const bracketed: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('bracketBlock' as const),
  side,
  content: fc.array(simple, { minLength: 1, maxLength: 3 }),
})
const inArticle = fc.oneof({ arbitrary: simple, weight: 9 }, { arbitrary: bracketed, weight: 1 })
const article: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('article' as const),
  number,
  heading: fc.array(inline, { maxLength: 1 }),
  content: fc.array(inArticle, { maxLength: 5 }),
})
const bracketedArticles: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('bracketBlock' as const),
  side,
  content: fc.array(article, { minLength: 1, maxLength: 2 }),
})
const top = fc.oneof(
  { arbitrary: article, weight: 6 },
  { arbitrary: simple, weight: 5 },
  { arbitrary: bracketed, weight: 1 },
  { arbitrary: bracketedArticles, weight: 1 },
)

/** Texts with articles, marks, lists, tables and nested brackets. */
export const model: fc.Arbitrary<Model> = fc.array(top, { minLength: 1, maxLength: 8 })

type Edit = {
  readonly what: number
  readonly where: readonly [number, number]
  readonly words: string
  readonly block: Block
}

const edit: fc.Arbitrary<Edit> = fc.record({
  what: fc.nat({ max: 15 }),
  where: fc.tuple(fc.nat(), fc.nat()),
  words: words(1, 4),
  block: fc.oneof(simple, article),
})

/** A text and what became of it by some edits. */
export const editedModel: fc.Arbitrary<readonly [Model, Model]> = fc
  .tuple(model, fc.array(edit, { maxLength: 8 }))
  .map(([before, edits]) => {
    const after = structuredClone(before)
    for (const one of edits) applyEdit(after, one)
    return [before, after] as const
  })

/** The same with cells that reach over two rows. */
export const editedTallModel: fc.Arbitrary<readonly [Model, Model]> = fc
  .tuple(
    fc.array(fc.oneof({ arbitrary: table, weight: 3 }, top), { minLength: 1, maxLength: 4 }),
    fc.array(edit, { maxLength: 8 }),
  )
  .map(([made, edits]) => {
    const before = tall(made)
    const after = structuredClone(before)
    for (const one of edits) applyEdit(after, one)
    return [before, after] as const
  })

/** Every second row of a table goes below the one before it, whose first cell reaches down beside it. */
function tall(text: Model): Model {
  return text.map((block): Block => {
    if (block.kind === 'article') return { ...block, content: tall(block.content) }
    if (block.kind !== 'table') return block
    const rows: TableRow[] = []
    for (const row of block.rows) {
      const above = rows.at(-1)
      const isPlain = [above, row].every(
        (one) => one?.span === 1 && one.below === null && one.cells.length > 1,
      )
      if (above && isPlain) rows[rows.length - 1] = { ...above, below: row.cells.slice(1) }
      else rows.push(row)
    }
    return { ...block, rows }
  })
}

/** Two texts that have nothing to do with each other, or one and an edited one. */
export const pairOfModels = fc.oneof(
  { arbitrary: editedModel, weight: 5 },
  { arbitrary: editedTallModel, weight: 1 },
  { arbitrary: fc.tuple(model, model), weight: 1 },
)

/** The text of a model. `ids` names whose blocks these are: equal models have equal ids only with equal names. */
export function textOf(given: Model, ids: string): TextDoc {
  let last = 0
  const next = () => `${ids}${++last}`
  const inlineJson = (content: readonly Inline[]): unknown[] =>
    content.flatMap((one): unknown[] => {
      if (one.kind === 'text')
        return [
          { type: 'text', text: one.text, marks: one.marks.map((type) => ({ type })) },
          { type: 'text', text: ' ' },
        ]
      if (one.kind === 'atom')
        return [
          one.type === 'hardBreak'
            ? { type: one.type }
            : one.type === 'articleRef'
              ? { type: one.type, attrs: { mouId: 'm', target: one.record, words: `Article ${one.record}` } }
              : one.type === 'outcomeLink'
                ? { type: one.type, attrs: { target: one.record, words: `2/2025/${one.record.slice(1)}` } }
                : { type: one.type, attrs: { recordId: one.record } },
        ]
      const bracketId = next()
      return [
        { type: 'bracketOpen', attrs: { bracketId, sides: [one.side] } },
        ...inlineJson(one.content),
        { type: 'bracketClose', attrs: { bracketId, tail: ` (${one.side})` } },
      ]
    })
  const json = (block: Block): unknown => {
    const blockId = next()
    switch (block.kind) {
      case 'line':
        return { type: block.type, attrs: { ...block.attrs, blockId }, content: inlineJson(block.content) }
      case 'article':
        return {
          type: 'article',
          attrs: { blockId, number: block.number },
          content: [
            { type: 'articleHeading', attrs: { blockId: next() }, content: inlineJson(block.heading) },
            ...block.content.map(json),
          ],
        }
      case 'bracketBlock':
        return {
          type: 'bracketBlock',
          attrs: { blockId, bracketId: next(), sides: [block.side] },
          content: block.content.map(json),
        }
      case 'list':
        return {
          type: block.type,
          attrs: { blockId },
          content: block.items.map((item) => ({
            type: 'listItem',
            attrs: { blockId: next() },
            content: item.map(json),
          })),
        }
      case 'table':
        return {
          type: 'table',
          attrs: { blockId, role: block.role },
          content: block.rows.flatMap(({ span, cells, below }) => {
            const row = (cells: readonly Block[][], ofFirst: { colspan?: number; rowspan?: number }) => ({
              type: 'tableRow',
              attrs: { blockId: next() },
              content: cells.map((cell, index) => ({
                type: 'tableCell',
                attrs: { blockId: next(), ...(index === 0 && ofFirst) },
                content: cell.map(json),
              })),
            })
            if (below === null) return [row(cells, { colspan: span })]
            return [row(cells, { colspan: span, rowspan: 2 }), row(below, {})]
          }),
        }
      case 'reference':
        return { type: 'decisionRef', attrs: { blockId, recordId: block.record } }
    }
  }
  const read = parseText({ type: 'doc', attrs: { lang: 'en' }, content: given.map(json) })
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  return read.value
}

function applyEdit(text: Model, { what, where: [one, other], words: said, block }: Edit) {
  const lines = linesIn(text)
  const line = lines[one % Math.max(1, lines.length)]
  const siblings = listsIn(text)
  const level = siblings[one % siblings.length] ?? text
  const at = level.length === 0 ? 0 : other % level.length
  const lists: Block[][] = siblings.filter((list) => list !== text || list.length > 1)
  switch (what) {
    case 0:
    case 1: // other words
      replaceWord(line, other, said)
      return
    case 2: // more words
      line?.splice(other % (line.length + 1), 0, { kind: 'text', text: said, marks: [] })
      return
    case 3: // fewer words
      if (line && line.length > 1) line.splice(other % line.length, 1)
      return
    case 4: // a bracket around words
      if (line && line.length > 0) {
        const content = line.splice(other % line.length, 2)
        line.splice(other % (line.length + 1), 0, { kind: 'bracket', side: 'KHM', content })
      }
      return
    case 5: // a bracket resolved
      {
        const index = line?.findIndex(({ kind }) => kind === 'bracket') ?? -1
        const bracket = line?.[index]
        if (bracket?.kind === 'bracket') line?.splice(index, 1, ...bracket.content)
      }
      return
    case 6: // marks
      {
        const run = line?.[other % Math.max(1, line.length)]
        if (run?.kind === 'text') run.marks = run.marks.includes('bold') ? [] : ['bold']
      }
      return
    case 7: // a block goes
      {
        const list = lists[one % Math.max(1, lists.length)]
        if (list && list.length > 1) list.splice(other % list.length, 1)
      }
      return
    case 8: // a block comes
      if (block.kind === 'article') text.splice(other % (text.length + 1), 0, structuredClone(block))
      else level.splice(at, 0, structuredClone(block))
      return
    case 9: // a block of the document moves
    case 10:
      {
        const [moved] = text.splice(one % text.length, 1)
        if (moved) text.splice(other % (text.length + 1), 0, moved)
      }
      return
    case 11: // a block moves to another level
      {
        const from = siblings.find((list) => list.length > 1 && list.some(({ kind }) => kind === 'line'))
        const index = from?.findIndex(({ kind }) => kind === 'line') ?? -1
        const [moved] = index === -1 ? [] : (from?.splice(index, 1) ?? [])
        if (moved) level.splice(Math.min(at, level.length), 0, moved)
      }
      return
    case 12: // a block bracket around blocks
      if (level.length > 0 && !level.some(({ kind }) => kind === 'bracketBlock')) {
        const content = level.splice(at, 2)
        level.splice(at, 0, { kind: 'bracketBlock', side: 'IDN', content })
      }
      return
    case 13: // a line is cut in two
      {
        const index = level.findIndex((sibling) => sibling.kind === 'line' && sibling.content.length > 1)
        const whole = level[index]
        if (whole?.kind !== 'line') return
        const rest = whole.content.splice(1 + (other % (whole.content.length - 1)))
        level.splice(index + 1, 0, { ...whole, attrs: { ...whole.attrs }, content: rest })
      }
      return
    case 14: // other numbers, roles, kinds of line
      {
        const sibling = level[at]
        if (sibling?.kind === 'article') sibling.number = String((other % 9) + 1)
        if (sibling?.kind === 'line' && sibling.type === 'paragraph') {
          sibling.type = 'numberedParagraph'
          sibling.attrs = { number: '4' }
        } else if (sibling?.kind === 'line') sibling.attrs['number'] = String((other % 9) + 1)
        if (sibling?.kind === 'list')
          sibling.type = sibling.type === 'bulletList' ? 'orderedList' : 'bulletList'
      }
      return
    case 15: // rows and columns of a table, items of a list
      for (const list of siblings)
        for (const sibling of list) {
          if (sibling.kind === 'list' && sibling.items.length > 1)
            sibling.items.splice(one % sibling.items.length, 1)
          if (sibling.kind !== 'table') continue
          const row = sibling.rows[one % sibling.rows.length]
          if (other % 3 === 0 && sibling.rows.length > 1) sibling.rows.splice(one % sibling.rows.length, 1)
          else if (other % 3 === 1 && row)
            sibling.rows.splice(other % sibling.rows.length, 0, structuredClone(row))
          else if (sibling.rows.every(({ span, below }) => span === 1 && below === null))
            for (const { cells } of sibling.rows)
              cells.splice(one % (cells.length + 1), 0, [
                {
                  kind: 'line',
                  type: 'paragraph',
                  attrs: { role: 'body' },
                  content: [{ kind: 'text', text: said, marks: [] }],
                },
              ])
        }
  }
}

function replaceWord(line: Inline[] | undefined, at: number, said: string) {
  const run = line?.[at % Math.max(1, line.length)]
  if (run?.kind !== 'text') return
  const list = run.text.split(' ')
  list[at % list.length] = said
  run.text = list.join(' ')
}

/** The inline contents of all lines, those of brackets too. */
function linesIn(blocks: readonly Block[]): Inline[][] {
  const inside = (content: Inline[]): Inline[][] => [
    content,
    ...content.flatMap((one) => (one.kind === 'bracket' ? inside(one.content) : [])),
  ]
  return blocks.flatMap((block): Inline[][] => {
    switch (block.kind) {
      case 'line':
        return inside(block.content)
      case 'article':
        return [...inside(block.heading), ...linesIn(block.content)]
      case 'bracketBlock':
        return linesIn(block.content)
      case 'list':
        return block.items.flatMap(linesIn)
      case 'table':
        return block.rows.flatMap(({ cells, below }) => [...cells, ...(below ?? [])].flatMap(linesIn))
      case 'reference':
        return []
    }
  })
}

/** The levels at which clauses stand. */
function listsIn(text: Model): Block[][] {
  const lists: Block[][] = [text]
  for (const block of text) {
    if (block.kind === 'article' || block.kind === 'bracketBlock') lists.push(...listsIn(block.content))
  }
  return lists
}
