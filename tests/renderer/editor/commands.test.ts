import type { Node } from '@tiptap/pm/model'
import { type Command, EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import {
  acknowledgeFigure,
  appendReference,
  bracketAround,
  type BracketWords,
  goToEnd,
  insertArticle,
  insertReference,
  moveBlock,
  openPositions,
  removeReferences,
  stateFor,
  stepBelowBlock,
  unwrapBracket,
  wrapInBracket,
} from '../../../renderer/editor/commands.ts'
import { toPlainText } from '../../../shared/text/plainText.ts'
import { problemsIn } from '../../../shared/text/validText.ts'
import { bracketed, docOf, lineOf, reference } from './support.ts'

describe('insertReference', () => {
  it('puts a decision below the paragraph of the cursor', () =>
    expectBlocks(
      run(at(docOf(lineOf('a', 'One.'), lineOf('b', 'Two.')), 2), insertReference('decisionRef', 'd')),
      ['One.', '<d>', 'Two.'],
    ))
  it('takes the place of an empty paragraph', () =>
    expectBlocks(run(at(docOf(lineOf('a')), 1), insertReference('decisionRef', 'd')), ['<d>', '']))
  it('leaves a line to write on behind the last block', () =>
    expectBlocks(run(at(docOf(lineOf('a', 'One.')), 2), insertReference('actionRef', 'd')), [
      'One.',
      '<d>',
      '',
    ]))
  it('puts a figure into the line', () =>
    expectBlocks(run(at(docOf(lineOf('a', 'ab')), 2), insertReference('figureRef', 'f')), ['a<f>b']))
  it('does not take the place of a card that is selected', () =>
    expectBlocks(
      run(
        on(docOf(reference('decisionRef', 'x'), lineOf('a', 'One.')), 0),
        insertReference('decisionRef', 'd'),
      ),
      ['<x>', '<d>', 'One.'],
    ))
})

describe('appendReference', () => {
  it('puts a decision at the end', () =>
    expectBlocks(run(at(docOf(lineOf('a', 'One.')), 1), appendReference('decisionRef', 'd')), [
      'One.',
      '<d>',
    ]))
})

describe('removeReferences', () => {
  it('takes every reference to a record out', () =>
    expectBlocks(
      run(
        at(docOf(reference('decisionRef', 'd'), lineOf('a', 'One.'), reference('decisionRef', 'd')), 2),
        removeReferences('d'),
      ),
      ['One.'],
    ))
  it('leaves a text that held nothing else an empty line', () =>
    expectBlocks(run(on(docOf(reference('decisionRef', 'd')), 0), removeReferences('d')), ['']))
  it('does not apply where nothing refers to it', () =>
    expect(removeReferences('d')(at(docOf(lineOf('a', 'One.')), 1))).toBe(false))
})

describe('positions', () => {
  const sides = (doc: Node) => doc.children.map(({ attrs }) => attrs['side'])
  it('belong to a side from the paragraph of the cursor on, by what is typed below it', () => {
    const doc = run(at(docOf(lineOf('a', 'One.'), lineOf('b', 'Two.')), 2), stateFor('KHM'))
    expect(sides(doc)).toEqual(['KHM', null])
    expect(sides(run(at(doc, 2), stateFor(null)))).toEqual([null, null])
  })
  it('begins below what the other side said, whose words stay its own', () => {
    let state = at(run(at(docOf(lineOf('a', 'One.')), 2), stateFor('IDN')), 5)
    stateFor('KHM')(state, (tr) => (state = state.apply(tr)))
    expect(sides(state.doc)).toEqual(['IDN', 'KHM'])
    expect(state.selection.$from.parent.attrs['side']).toBe('KHM')
    expect(problemsIn(state.doc)).toEqual([])
  })
  it('can be said again of words that were put down for the wrong side', () => {
    const doc = run(at(docOf(lineOf('a', 'One.')), 2), stateFor('IDN'))
    expect(sides(run(at(doc, 2), stateFor('KHM')))).toEqual(['KHM'])
  })
  it('of both sides take the place of an empty paragraph, with the cursor in the first', () => {
    let state = at(docOf(lineOf('a', 'One.'), lineOf('b')), 7)
    openPositions(['IDN', 'KHM'])(state, (tr) => (state = state.apply(tr)))
    expect(sides(state.doc)).toEqual([null, 'IDN', 'KHM'])
    expect(state.selection.$from.parent.attrs['side']).toBe('IDN')
    expect(problemsIn(state.doc)).toEqual([])
  })
  it('of both sides stand below a paragraph that says something', () =>
    expect(sides(run(at(docOf(lineOf('a', 'One.')), 2), openPositions(['IDN', 'KHM'])))).toEqual([
      null,
      'IDN',
      'KHM',
    ]))
})

describe('goToEnd', () => {
  const gone = (doc: Node) => {
    let state = at(doc, 1)
    goToEnd(state, (tr) => (state = state.apply(tr)))
    return state
  }
  it('is behind the last word', () =>
    expect(gone(docOf(lineOf('a', 'One.'), lineOf('b', 'Two.'))).selection.from).toBe(11))
  it('is in a line of its own behind a card, which is not opened by Enter then', () => {
    const { doc, selection } = gone(docOf(lineOf('a', 'One.'), reference('decisionRef', 'd')))
    expect(doc.lastChild?.type.name).toBe('paragraph')
    expect(selection.$from.parent).toBe(doc.lastChild)
  })
})

describe('an article', () => {
  it('goes into the line by the words it has now', () => {
    const doc = run(at(docOf(lineOf('a', 'As in .')), 7), insertArticle('m', 'b', 'Pasal 4'))
    expect(toPlainText(doc)).toBe('As in Pasal 4.')
  })
})

describe('acknowledgeFigure', () => {
  it('says of each citation what the record says now, and does nothing where that is so', () => {
    const cited = run(at(docOf(lineOf('a', 'ab')), 2), insertReference('figureRef', 'f', { said: '5 orang' }))
    const seen = run(at(cited, 2), acknowledgeFigure('f', '6 orang'))
    expect(seen.firstChild?.child(1).attrs['said']).toBe('6 orang')
    expect(acknowledgeFigure('f', '6 orang')(at(seen, 2))).toBe(false)
  })
})

describe('moveBlock', () => {
  it('moves the paragraph of the cursor down', () =>
    expectBlocks(run(at(docOf(lineOf('a', 'One.'), lineOf('b', 'Two.')), 2), moveBlock(1)), ['Two.', 'One.']))
  it('moves a selected card up', () =>
    expectBlocks(run(on(docOf(lineOf('a', 'One.'), reference('decisionRef', 'd')), 6), moveBlock(-1)), [
      '<d>',
      'One.',
    ]))
  it('does not apply at the end', () => expect(moveBlock(1)(at(docOf(lineOf('a', 'One.')), 2))).toBe(false))
})

describe('wrapInBracket', () => {
  it('puts the selected words between brackets', () =>
    expect(plain(run(between(docOf(lineOf('a', 'will jointly act')), 6, 13), wrap))).toBe(
      'will [KHM: jointly] act',
    ))
  it('nests in a bracket that is there', () =>
    expect(plain(run(between(docOf(lineOf('a', ...bracketed('b', 'will act'))), 2, 6), wrap))).toBe(
      '[[KHM: will] act]',
    ))
  it('does not cross one', () =>
    expect(wrap(between(docOf(lineOf('a', 'we ', ...bracketed('b', 'will'), ' act')), 2, 6))).toBe(false))
  it('goes around whole paragraphs', () => {
    const doc = run(between(docOf(lineOf('a', 'One.'), lineOf('b', 'Two.')), 2, 9), wrap)
    expect(doc.child(0).type.name).toBe('bracketBlock')
    expect(problemsIn(doc)).toEqual([])
  })
})

describe('bracketAround', () => {
  it('finds the innermost bracket of the cursor', () => {
    const [open = '', words = '', close = ''] = bracketed('outer', 'we ')
    const line = lineOf('a', open, words, ...bracketed('inner', 'jointly'), close)
    expect(bracketAround(at(docOf(line), 8))?.node.attrs['bracketId']).toBe('inner')
  })
  it('finds none outside of brackets', () =>
    expect(bracketAround(at(docOf(lineOf('a', 'we ', ...bracketed('b', 'will'))), 2))).toBeNull())
})

describe('unwrapBracket', () => {
  it('takes a bracket off its words', () => {
    const state = at(docOf(lineOf('a', 'we ', ...bracketed('b', 'will'), ' act')), 6)
    const found = bracketAround(state)
    expect(found && plain(run(state, unwrapBracket(found)))).toBe('we will act')
  })
})

describe('stepBelowBlock', () => {
  it('leaves a selected card where it is', () => {
    const { tr } = on(docOf(reference('decisionRef', 'd'), lineOf('a', 'One.')), 0)
    expect(stepBelowBlock(tr)).toBe(true)
    expectBlocks(tr.insertText('x').doc, ['<d>', 'x', 'One.'])
  })
  it('does nothing in a line', () => expect(stepBelowBlock(at(docOf(lineOf('a', 'One.')), 2).tr)).toBe(false))
})

const said: BracketWords = {
  kind: 'addition',
  state: 'open',
  sides: ['KHM'],
  reservedBy: [],
  opposedBy: [],
  note: '',
  lead: 'KHM: ',
}
const wrap = wrapInBracket(said, () => 'new')

function at(doc: Node, place: number): EditorState {
  return between(doc, place, place)
}

function between(doc: Node, from: number, to: number): EditorState {
  return EditorState.create({ doc, selection: TextSelection.create(doc, from, to) })
}

function on(doc: Node, place: number): EditorState {
  return EditorState.create({ doc, selection: NodeSelection.create(doc, place) })
}

function run(state: EditorState, command: Command): Node {
  let { doc } = state
  expect(command(state, (tr) => (doc = tr.doc))).toBe(true)
  return doc
}

function plain(doc: Node): string {
  return toPlainText(doc, ({ recordId }) => `<${recordId}>`)
}

function expectBlocks(doc: Node, blocks: readonly string[]): void {
  expect(plain(doc).split('\n')).toEqual(blocks)
}
