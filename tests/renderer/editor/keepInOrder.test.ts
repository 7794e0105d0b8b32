import { EditorState } from '@tiptap/pm/state'
import { type Node, Slice, Fragment } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { putInOrder } from '../../../renderer/editor/keepInOrder.ts'
import { textSchema } from '../../../shared/text/extensions.ts'
import { toPlainText } from '../../../shared/text/plainText.ts'
import { problemsIn } from '../../../shared/text/validText.ts'
import { bracketed, docOf, lineOf } from './support.ts'

describe('putInOrder', () => {
  it('does nothing where nothing is out of order', () => {
    const { state } = editing(lineOf('a', 'The Sides will consult.'))
    const typed = state.tr.insertText('x', 2)
    expect(putInOrder(state.apply(typed), [typed], newIds())).toBeNull()
  })

  it('takes the partner of a deleted opening bracket away', () => {
    const after = change(lineOf('a', 'will ', ...bracketed('b1', 'jointly'), ' act'), (state) =>
      state.tr.delete(6, 7),
    )
    expect(toPlainText(after)).toBe('will jointly act')
  })

  it('takes the partner of a deleted closing bracket away', () => {
    const after = change(lineOf('a', 'will ', ...bracketed('b1', 'jointly'), ' act'), (state) =>
      state.tr.delete(14, 15),
    )
    expect(toPlainText(after)).toBe('will jointly act')
  })

  it('leaves the other pairs of the line alone', () => {
    const line = lineOf('a', ...bracketed('b1', 'one'), ' ', ...bracketed('b2', 'two'))
    const after = change(line, (state) => state.tr.delete(1, 2))
    expect(toPlainText(after)).toBe('one [two]')
  })

  it('makes one bracket in each paragraph of a bracket that a new line tears', () => {
    const after = change(lineOf('a', ...bracketed('b1', 'jointly act', 'KHM: ')), splitAt(9))
    expect(toPlainText(after)).toBe('[KHM: jointly]\n[ act]')
    expectSound(after)
  })

  it('brackets the paragraphs between too', () => {
    const after = change(lineOf('a', ...bracketed('b1', 'one two')), (state) => {
      const { paragraph } = textSchema.nodes
      const middle = paragraph?.create(null, textSchema.text('between'))
      const content = Fragment.from(
        [paragraph?.create() ?? [], middle ?? [], paragraph?.create() ?? []].flat(),
      )
      return state.tr.replace(5, 5, new Slice(content, 1, 1))
    })
    expect(toPlainText(after)).toBe('[one]\n[between]\n[ two]')
    expectSound(after)
  })

  it('gives the new half of a split paragraph an id, and keeps the old one', () => {
    const after = change(lineOf('a', 'The Sides will consult.'), splitAt(5))
    expect(blockIds(after)).toEqual(['a', 'new-1'])
  })

  it('gives what was pasted once more ids of its own', () => {
    const line = lineOf('a', ...bracketed('b1', 'jointly'))
    const after = change(line, (state) => state.tr.insert(state.doc.content.size, state.doc.child(0)))
    expect(new Set(blockIds(after)).size).toBe(2)
    expectSound(after)
    const pairs = brackets(after)
    expect(pairs[0]).toBe(pairs[1])
    expect(pairs[2]).toBe(pairs[3])
    expect(pairs[0]).not.toBe(pairs[2])
  })
})

function editing(...lines: readonly Node[]) {
  return { state: EditorState.create({ doc: docOf(...lines) }) }
}

/** The document after a change and what it calls for. */
function change(line: Node, make: (state: EditorState) => ReturnType<EditorState['tr']['insertText']>): Node {
  const { state } = editing(line)
  const made = make(state)
  const next = state.apply(made)
  const order = putInOrder(next, [made], newIds())
  return order ? next.apply(order).doc : next.doc
}

function splitAt(at: number) {
  return (state: EditorState) =>
    state.tr.split(at, 1, [{ type: state.doc.child(0).type, attrs: { blockId: null } }])
}

function newIds() {
  let count = 0
  return () => `new-${(count += 1)}`
}

function expectSound(doc: Node): void {
  expect(problemsIn(doc)).toEqual([])
}

function blockIds(doc: Node): readonly unknown[] {
  return doc.children.map((child) => child.attrs['blockId'] as unknown)
}

function brackets(doc: Node): readonly unknown[] {
  const ids: unknown[] = []
  doc.descendants((node) => {
    if (node.type.name.startsWith('bracket')) ids.push(node.attrs['bracketId'])
  })
  return ids
}
