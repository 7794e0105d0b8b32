import { EditorState, type Plugin, type Transaction } from '@tiptap/pm/state'
import type { DecorationSet } from '@tiptap/pm/view'
import { describe, expect, it } from 'vitest'
import type { ShownMark } from '../../../../shared/compare/shownChanges.ts'
import {
  changeMarks,
  drawnChanges,
  withChangeMarks,
} from '../../../../renderer/features/draft/changeMarks.ts'
import { startWords } from '../../../../renderer/i18n/words.ts'
import { docOf, lineOf } from '../../editor/support.ts'

startWords('en')

const made = changeMarks.config as unknown as { readonly addProseMirrorPlugins: () => readonly Plugin[] }
const plugins = made.addProseMirrorPlugins()

function showing(
  marks: readonly ShownMark[],
  meanwhile: (state: EditorState) => Transaction | null = () => null,
) {
  const doc = docOf(lineOf('a', 'The Parties shall act now.'), lineOf('b', 'They meet.'))
  let state = EditorState.create({ doc, plugins })
  state = state.apply(withChangeMarks(state, { kind: 'asked' }))
  const edit = meanwhile(state)
  if (edit) state = state.apply(edit)
  return state.apply(withChangeMarks(state, { kind: 'found', marks }))
}

const inserted: ShownMark = { kind: 'inserted', change: 0, from: 19, to: 22 } // 'act'
const deleted: ShownMark = { kind: 'deleted', change: 1, at: 30, words: 'will', block: false }
const drawnCount = (state: EditorState) => {
  const [plugin] = plugins
  const shown = plugin?.props.decorations?.call(plugin, state) as DecorationSet | undefined
  return shown?.find().length
}
const places = (state: EditorState) => drawnChanges(state).map(({ change, from }) => [change, from])

describe('changes drawn over a text', () => {
  it('stand where they were found', () =>
    expect(places(showing([inserted, deleted]))).toEqual([
      [0, 19],
      [1, 30],
    ]))
  it('stand where their words are, if somebody wrote while they were looked for', () =>
    expect(places(showing([inserted, deleted], (state) => state.tr.insertText('Both of ', 1)))).toEqual([
      [0, 27],
      [1, 38],
    ]))
  it('are not drawn where their words were deleted meanwhile', () =>
    expect(places(showing([inserted, deleted], (state) => state.tr.delete(15, 24)))).toEqual([[1, 21]]))
  it('go along with what is written afterwards', () => {
    const state = showing([inserted, deleted])
    expect(places(state.apply(state.tr.insertText('x', 2)))).toEqual([
      [0, 20],
      [1, 31],
    ])
  })
  it('are the same marks when one of them is the one in sight, also behind what was written', () => {
    const relabelled: ShownMark = { kind: 'block', change: 2, from: 28, to: 40, was: '3.' }
    const found = showing([inserted, deleted, relabelled])
    const written = found.apply(found.tr.insertText('x', 2))
    const current = written.apply(withChangeMarks(written, { kind: 'current', change: 0 }))
    expect(places(current)).toEqual(places(written))
    expect(current.apply(withChangeMarks(current, { kind: 'current', change: 1 }))).toSatisfy(
      (after: EditorState) => drawnCount(after) === drawnCount(found),
    )
  })
  it('are gone when they are taken away', () => {
    const state = showing([inserted])
    expect(places(state.apply(withChangeMarks(state, { kind: 'none' })))).toEqual([])
  })
  it('slow no key down in a text of 50,000 words', () => {
    const lines = Array.from({ length: 2_000 }, (_, index) => lineOf(`l${index}`, 'word '.repeat(25)))
    const doc = docOf(...lines)
    const marks = lines.flatMap((line, index): readonly ShownMark[] => {
      const start = index * line.nodeSize + 1
      return [{ kind: 'inserted', change: index, from: start + 5, to: start + 9 }]
    })
    const typing = (state: EditorState) => {
      const began = performance.now()
      let now = state
      for (let key = 0; key < 100; key++) now = now.apply(now.tr.insertText('x', 60_000 + key))
      return (performance.now() - began) / 100
    }
    const plain = EditorState.create({ doc, plugins })
    const marked = plain.apply(withChangeMarks(plain, { kind: 'found', marks }))
    typing(plain)
    expect(typing(marked) - typing(plain)).toBeLessThan(8) // milliseconds, of the 16 that a key has
  })
})
