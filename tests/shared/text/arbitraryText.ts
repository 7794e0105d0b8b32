import type { Node } from '@tiptap/pm/model'
import * as fc from 'fast-check'
import { textSchema } from '../../../shared/text/extensions.ts'

/**
 * Documents of every kind of block and mark, with brackets in brackets. Plain data until it is built, so that
 * fast-check can shrink it; ids are given in reading order.
 */
export type Line = readonly Piece[]
type Piece =
  | {
      readonly kind: 'words'
      readonly words: string
      readonly marks: readonly ('bold' | 'italic' | 'underline')[]
    }
  | { readonly kind: 'bracket'; readonly said: Said; readonly inside: Line }
  | {
      readonly kind: 'alternatives'
      readonly stroke: boolean
      readonly wordings: readonly { said: Said; inside: Line }[]
    }
  | { readonly kind: 'break' | 'person' | 'outcomeLink' }
export type Said = {
  readonly kind: string
  readonly state: string
  readonly sides: readonly string[]
  readonly reservedBy: readonly string[]
  readonly opposedBy: readonly string[]
}
export type Block =
  | { readonly kind: 'paragraph'; readonly line: Line; readonly blankLinesBefore: number }
  | {
      readonly kind: 'clause'
      readonly type: 'numberedParagraph' | 'letter'
      readonly number: string
      readonly line: Line
    }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Line[])[] }
  | { readonly kind: 'decision' }
  | { readonly kind: 'bracket'; readonly said: Said; readonly blocks: readonly Block[] }
  | {
      readonly kind: 'article'
      readonly number: string
      readonly heading: Line
      readonly blocks: readonly Block[]
    }

const vocabulary = [
  ...[
    'the',
    'Parties',
    'shall',
    'will',
    'cooperate',
    'in',
    'the',
    'prevention',
    'of',
    'trafficking',
    'and',
    'any',
  ],
  ...[
    'fourteen (14)',
    'days',
    'to',
    'endeavour',
    'information',
    'costs,',
    'notice;',
    'funds.',
    'ភាគី',
    'សហការ',
    '“own”',
  ],
]

const side = fc.constantFrom('IDN', 'KHM', 'chair')

export const said: fc.Arbitrary<Said> = fc.record({
  kind: fc.constantFrom('addition', 'addition', 'deletion', 'clause', 'unclassified', 'placeholder'),
  state: fc.constantFrom('open', 'open', 'open', 'reserve', 'agreed', 'agreedAdReferendum', 'withdrawn'),
  sides: fc.uniqueArray(side, { maxLength: 2 }),
  reservedBy: fc.uniqueArray(side, { maxLength: 1 }),
  opposedBy: fc.uniqueArray(side, { maxLength: 1 }),
})

const words = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 6 })
  .map((several) => several.join(' '))

const plainPiece: fc.Arbitrary<Piece> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('words' as const),
      words: fc.tuple(words, fc.constantFrom('', ' ', ' ')).map((both) => both.join('')),
      marks: fc.oneof(
        { weight: 4, arbitrary: fc.constant([]) },
        fc.subarray(['bold', 'italic', 'underline'] as const),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'break' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'person' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'outcomeLink' as const }) },
)

const bracketed = fc.letrec<{ line: Line; piece: Piece; bracket: Piece; alternatives: Piece }>((tie) => ({
  line: fc.array(tie('piece'), { maxLength: 4 }),
  piece: fc.oneof({ maxDepth: 4, withCrossShrink: true }, plainPiece, tie('bracket'), tie('alternatives')),
  bracket: fc.record({ kind: fc.constant('bracket' as const), said, inside: tie('line') }),
  alternatives: fc.record({
    kind: fc.constant('alternatives' as const),
    stroke: fc.boolean(),
    wordings: fc.array(
      fc.record({ said: said.map((given) => ({ ...given, kind: 'alternative' })), inside: tie('line') }),
      { minLength: 2, maxLength: 3 },
    ),
  }),
}))

const plainLine = fc.array(plainPiece, { maxLength: 4 })

/** Documents; without brackets on request. */
export function arbitraryBlocks(brackets: boolean): fc.Arbitrary<readonly Block[]> {
  const line: fc.Arbitrary<Line> = brackets ? fc.oneof(plainLine, bracketed.line) : plainLine
  const { blocks } = fc.letrec<{ block: Block; items: Block; blocks: readonly Block[] }>((tie) => ({
    blocks: fc.array(tie('block'), { minLength: 1, maxLength: 5 }),
    items: fc.oneof(
      { maxDepth: 2 },
      fc.record({ kind: fc.constant('paragraph' as const), line, blankLinesBefore: fc.constant(0) }),
      list(tie('items')),
    ),
    block: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.record({ kind: fc.constant('paragraph' as const), line, blankLinesBefore: fc.nat({ max: 2 }) }),
      fc.record({
        kind: fc.constant('clause' as const),
        type: fc.constantFrom('numberedParagraph', 'letter'),
        number: fc.constantFrom('1', '2', 'a', 'b', '៣'),
        line,
      }),
      fc.record({
        kind: fc.constant('article' as const),
        number: fc.constantFrom('1', '2', '7 bis', '១០'),
        heading: line,
        blocks: tie('blocks'),
      }),
      list(tie('items')),
      fc.record({
        kind: fc.constant('table' as const),
        rows: fc
          .integer({ min: 1, max: 3 })
          .chain((width) =>
            fc.array(fc.array(line, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }),
          ),
      }),
      fc.constant({ kind: 'decision' as const }),
      ...(brackets
        ? [fc.record({ kind: fc.constant('bracket' as const), said, blocks: tie('blocks') })]
        : []),
    ),
  }))
  return blocks
}

function list(item: fc.Arbitrary<Block>) {
  return fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(
      fc
        .tuple(
          fc.record({
            kind: fc.constant('paragraph' as const),
            line: plainLine,
            blankLinesBefore: fc.constant(0),
          }),
          fc.array(item, { maxLength: 1 }),
        )
        .map(([first, more]) => [first, ...more]),
      { minLength: 1, maxLength: 3 },
    ),
  })
}

/** The document of the blocks. Articles in articles come into a bracket's content only, as the schema has it. */
export function build(blocks: readonly Block[], newId: () => string): Node {
  return textSchema.node(
    'doc',
    {},
    blocks.flatMap((block) => buildBlock(block, newId, true)),
  )
}

export function buildBlock(block: Block, newId: () => string, mayBeArticle: boolean): readonly Node[] {
  const id = { blockId: newId() }
  switch (block.kind) {
    case 'paragraph':
      return [
        textSchema.node(
          'paragraph',
          { ...id, blankLinesBefore: block.blankLinesBefore },
          buildLine(block.line, newId),
        ),
      ]
    case 'clause':
      return [textSchema.node(block.type, { ...id, number: block.number }, buildLine(block.line, newId))]
    case 'decision':
      return [textSchema.node('decisionRef', { ...id, recordId: 'd1' })]
    case 'list':
      return [
        textSchema.node(
          block.ordered ? 'orderedList' : 'bulletList',
          id,
          block.items.map((item) =>
            textSchema.node(
              'listItem',
              { blockId: newId() },
              item.flatMap((inner) => buildBlock(inner, newId, false)),
            ),
          ),
        ),
      ]
    case 'table':
      return [
        textSchema.node(
          'table',
          id,
          block.rows.map((row) =>
            textSchema.node(
              'tableRow',
              { blockId: newId() },
              row.map((line) =>
                textSchema.node('tableCell', { blockId: newId() }, [
                  textSchema.node('paragraph', { blockId: newId() }, buildLine(line, newId)),
                ]),
              ),
            ),
          ),
        ),
      ]
    case 'bracket':
      return [
        textSchema.node(
          'bracketBlock',
          { ...id, bracketId: newId(), ...block.said },
          block.blocks.flatMap((inner) => buildBlock(inner, newId, true)),
        ),
      ]
    case 'article': {
      const inside = block.blocks.flatMap((inner) => buildBlock(inner, newId, false))
      if (!mayBeArticle) return inside
      const heading = textSchema.node('articleHeading', { blockId: newId() }, buildLine(block.heading, newId))
      return [textSchema.node('article', { ...id, number: block.number }, [heading, ...inside])]
    }
  }
}

function buildLine(line: Line, newId: () => string): readonly Node[] {
  return line.flatMap((piece): readonly Node[] => {
    switch (piece.kind) {
      case 'words': {
        const marks = piece.marks.map((mark) => textSchema.mark(mark))
        return piece.words === '' ? [] : [textSchema.text(piece.words, marks)]
      }
      case 'break':
        return [textSchema.node('hardBreak')]
      case 'person':
        return [textSchema.node('personRef', { recordId: 'p1' })]
      case 'outcomeLink':
        return [textSchema.node('outcomeLink', { of: 'action', target: 'a1', words: '2/2025/3' })]
      case 'bracket':
        return bracket(piece.said, piece.inside, newId)
      case 'alternatives':
        return piece.wordings.flatMap(({ said: by, inside }, index) => [
          ...(index > 0 ? [textSchema.text(piece.stroke ? ' / ' : ' ')] : []),
          ...bracket(by, inside, newId),
        ])
    }
  })
}

function bracket(by: Said, inside: Line, newId: () => string): readonly Node[] {
  const bracketId = newId()
  return [
    textSchema.node('bracketOpen', { bracketId, ...by }),
    ...buildLine(inside, newId),
    textSchema.node('bracketClose', { bracketId }),
  ]
}
