import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { history, undo } from '@tiptap/pm/history'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { putInOrder } from '../../../renderer/editor/keepInOrder.ts'
import { numberingPlugin } from '../../../shared/text/instrument/renumber.ts'
import { toPlainText } from '../../../shared/text/plainText.ts'
import {
  breakApart,
  isBeyondJoining,
  type Replacement,
  replaceSelected,
} from '../../../shared/text/replaceSelected.ts'
import { problemsIn } from '../../../shared/text/validText.ts'
import { arbitraryBlocks, build } from './arbitraryText.ts'
import { doc, ids, node, outline } from './support.ts'

const article = (number: string, heading: string, ...lines: readonly string[]) =>
  node(
    'article',
    { number },
    node('articleHeading', {}, heading),
    ...lines.map((words) => node('paragraph', {}, words)),
  )
const bracket = (...blocks: readonly Node[]) =>
  node('bracketBlock', { bracketId: 'b', sides: ['KHM'] }, ...blocks)

const text = () =>
  doc(
    bracket(node('paragraph', {}, 'They may consult.'), node('paragraph', {}, 'They may meet.')),
    article('3', 'Costs', 'Each bears its own.', 'None is owed.'),
    bracket(article('4', 'Term', 'It lasts five years.'), article('5', 'End', 'It ends by notice.')),
  )

describe('a selection from a bracket around blocks into an article', () => {
  it('loses its words, and nothing gets into the bracket', () => {
    const { state } = edited('may meet', 'bears its', null)
    expect(toPlainText(state.doc)).toContain('They ')
    expect(outline(state.doc).slice(0, 6)).toEqual([
      'bracketBlock KHM',
      '  paragraph body',
      '  paragraph body',
      'article 3',
      '  articleHeading',
      '  paragraph body',
    ])
    expect(state.doc.textContent).toContain('They may consult.They bears its own.')
  })
  it('has the typed words at its beginning, and the cursor behind them', () => {
    const { state } = edited('may meet', 'bears its', 'x')
    expect(state.doc.textContent).toContain('They xbears its own.')
    expect(state.selection.$head.parent.textContent).toBe('They x')
  })
  it('is one undo', () => {
    const { state, undone } = edited('may meet', 'bears its', 'x')
    expect(undone.doc.eq(state.doc)).toBe(false)
    expect(undone.doc.textContent).toBe(text().textContent)
  })
})

describe('Enter over ends that cannot be joined', () => {
  it('puts the cursor into the second line', () => {
    const state = breaking(selecting(text(), 'may meet', 'bears its'))
    expect(state.selection.$head.parent.textContent).toBe('bears its own.')
    expect(state.selection.$head.parentOffset).toBe(0)
  })
})

describe('whatever is selected, and whatever takes its place', () => {
  const place = fc.record({ anchor: fc.nat(), head: fc.nat() })
  const texts = arbitraryBlocks(true)

  it('nothing is thrown and the text stays one that the record takes', () => {
    let apart = 0
    fc.assert(
      fc.property(
        texts,
        texts,
        fc.array(fc.tuple(place, place, fc.constantFrom('delete', 'type', 'enter', 'paste')), {
          minLength: 1,
          maxLength: 4,
        }),
        (blocks, others, acts) => {
          const newId = ids('n')
          let state = EditorState.create({
            doc: build(blocks, ids()),
            plugins: [history(), numberingPlugin()],
          })
          const source = build(others, ids('o'))
          for (const [at, from, kind] of acts) {
            const selected = selectingAt(state, at)
            const by = kind === 'type' ? 'QZX' : kind === 'paste' ? sliceOf(source, from) : null
            if (by === null && selected.selection.empty) continue
            if (isBeyondJoining(selected, by)) apart++
            const { tr } =
              kind === 'enter' && isBeyondJoining(selected, null)
                ? { tr: breakApart(selected) }
                : replaceSelected(selected, by)
            state = settled(selected, tr, newId)
            holds(state.doc)
          }
        },
      ),
      { numRuns: 1500 },
    )
    expect(apart).toBeGreaterThan(20)
  })

  it('all words that were not selected are there still, and none of those that were', () => {
    fc.assert(
      fc.property(texts, place, fc.constantFrom('', 'QZX'), (blocks, at, typed) => {
        const start = EditorState.create({ doc: build(blocks, ids()) })
        const selected = selectingAt(start, at)
        if (selected.selection.empty || !isBeyondJoining(selected, typed || null)) return
        const { from, to } = selected.selection
        const { tr } = replaceSelected(selected, typed || null)
        const kept = (part: Node) => part.textBetween(0, part.content.size)
        expect(kept(tr.doc)).toBe(
          start.doc.textBetween(0, from) + typed + start.doc.textBetween(to, start.doc.content.size),
        )
      }),
      { numRuns: 1500 },
    )
  })
})

function edited(from: string, to: string, by: Replacement) {
  const start = selecting(text(), from, to)
  expect(isBeyondJoining(start, by)).toBe(true)
  const state = settled(start, replaceSelected(start, by).tr, ids('n'))
  holds(state.doc)
  let undone = state
  undo(state, (tr) => {
    undone = state.apply(tr)
  })
  return { state, undone }
}

function breaking(state: EditorState): EditorState {
  return settled(state, breakApart(state), ids('n'))
}

function settled(state: EditorState, tr: Transaction, newId: () => string): EditorState {
  const next = state.apply(tr)
  const order = putInOrder(next, [tr], newId)
  return order ? next.apply(order.setMeta('appendedTransaction', tr)) : next
}

function holds(text: Node): void {
  text.check()
  expect(problemsIn(text)).toEqual([])
}

/** What stands from the first words up to the second. */
function selecting(start: Node, from: string, to: string): EditorState {
  const state = EditorState.create({ doc: start, plugins: [history()] })
  return state.apply(state.tr.setSelection(TextSelection.create(start, find(start, from), find(start, to))))
}

function find(within: Node, words: string): number {
  let found = -1
  within.descendants((one, at) => {
    const offset = one.text?.indexOf(words) ?? -1
    if (offset >= 0) found = at + offset
  })
  return found
}

function selectingAt(
  state: EditorState,
  at: { readonly anchor: number; readonly head: number },
): EditorState {
  const { size } = state.doc.content
  const $anchor = state.doc.resolve(at.anchor % (size + 1))
  const $head = state.doc.resolve(at.head % (size + 1))
  return state.apply(state.tr.setSelection(TextSelection.between($anchor, $head)))
}

function sliceOf(source: Node, { anchor, head }: { readonly anchor: number; readonly head: number }): Slice {
  const { size } = source.content
  const ends = [anchor % (size + 1), head % (size + 1)].sort((a, b) => a - b)
  const [from = 0, to = 0] = ends
  return from === to ? new Slice(Fragment.from(source.type.schema.text('QZX')), 0, 0) : source.slice(from, to)
}
