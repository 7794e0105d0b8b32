import { closeHistory, redo, undo } from '@tiptap/pm/history'
import type { Command, EditorState } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addAlternative,
  bracketAlternatives,
  bracketSelection,
  changeBracket,
  endBracket,
} from '../../../../shared/text/instrument/bracketCommands.ts'
import type { SaidOfBracket } from '../../../../shared/text/instrument/bracketCommands.ts'
import { linksIn } from '../../../../shared/text/instrument/clauseLinks.ts'
import { bracketMarks } from '../../../../shared/text/bracketMarks.ts'
import { backspaceClause, enterClause, indentClause } from '../../../../shared/text/instrument/keyCommands.ts'
import { countNumbers } from '../../../../shared/text/instrument/countedNumbers.ts'
import { takeOffers } from '../../../../shared/text/instrument/offerCommands.ts'
import { putReading, readPasted } from '../../../../shared/text/instrument/pasteReading.ts'
import { makeParagraph } from '../../../../shared/text/instrument/roleCommands.ts'
import { labelChanges } from '../../../../shared/text/instrument/clauseNumbering.ts'
import { demote, makeClause, promote } from '../../../../shared/text/instrument/levelCommands.ts'
import {
  joinClause,
  newClause,
  splitArticle,
  splitClause,
} from '../../../../shared/text/instrument/lineCommands.ts'
import { moveClause, moveClauseTo } from '../../../../shared/text/instrument/moveCommands.ts'
import {
  fixNumber,
  freeNumber,
  insertCrossReference,
  numberAll,
} from '../../../../shared/text/instrument/numberCommands.ts'
import { textSchema } from '../../../../shared/text/extensions.ts'
import { toPlainText } from '../../../../shared/text/plainText.ts'
import { bracketsIn } from '../../../../shared/text/textBrackets.ts'
import { parseText } from '../../../../shared/text/validText.ts'
import { arbitraryBlocks, build } from '../arbitraryText.ts'
import { ids } from '../support.ts'
import { editingDoc, fixture, read } from './support.ts'

type Act = {
  readonly name: keyof typeof acts
  readonly at: number
  readonly to: number
  readonly pick: number
}

const said: SaidOfBracket = {
  kind: 'addition',
  state: 'open',
  sides: ['IDN'],
  reservedBy: [],
  opposedBy: [],
  note: '',
  since: 'meeting-1',
}

const acts = {
  promote: (_: EditorState, newId: () => string) => promote(newId),
  demote: (_: EditorState, newId: () => string) => demote(newId),
  makeArticle: (_: EditorState, newId: () => string) => makeClause('article', newId),
  makeLetter: (_: EditorState, newId: () => string, pick: number) =>
    makeClause('letter', newId, 1 + (pick % 4)),
  makeBody: (_: EditorState, newId: () => string) => makeClause('body', newId),
  makeChapter: (_: EditorState, newId: () => string) => makeClause('chapter', newId),
  split: (_: EditorState, newId: () => string) => splitClause(newId),
  splitArticle: (_: EditorState, newId: () => string) => splitArticle(newId),
  join: () => joinClause(),
  up: () => moveClause(-1),
  down: () => moveClause(1),
  moveTo: (state: EditorState, _: () => string, pick: number) =>
    moveClauseTo(blockAt(state, pick), pick % 2 === 0 ? 'ahead' : 'behind', blockAt(state, pick * 7)),
  newArticle: (_: EditorState, newId: () => string) => newClause('article', newId),
  newParagraph: (_: EditorState, newId: () => string) => newClause('numberedParagraph', newId),
  newLetter: (_: EditorState, newId: () => string) => newClause('letter', newId),
  newAnnex: (_: EditorState, newId: () => string) => newClause('annex', newId),
  fix: (state: EditorState, _: () => string, pick: number) => fixNumber(blockAt(state, pick), '7 bis'),
  free: (state: EditorState, _: () => string, pick: number) => freeNumber(blockAt(state, pick)),
  numberAll: () => numberAll(),
  refer: (state: EditorState, _: () => string, pick: number) =>
    insertCrossReference(blockAt(state, pick), 'whole'),
  bracket: (_: EditorState, newId: () => string) => bracketSelection(said, newId),
  alternatives: (_: EditorState, newId: () => string) =>
    bracketAlternatives(said, [{ said: { ...said, sides: ['KHM'] }, words: 'will' }], newId),
  alternative: (state: EditorState, newId: () => string, pick: number) =>
    addAlternative(bracketAt(state, pick), { ...said, sides: ['chair'] }, [textSchema.text('may')], newId),
  change: (state: EditorState, _: () => string, pick: number) =>
    changeBracket(bracketAt(state, pick), { state: 'reserve', reservedBy: ['KHM'] }),
  keep: (state: EditorState, _: () => string, pick: number) =>
    endBracket(bracketAt(state, pick), { kind: 'keep' }),
  drop: (state: EditorState, _: () => string, pick: number) =>
    endBracket(bracketAt(state, pick), { kind: 'drop' }),
  countNumbers: () => countNumbers(),
  enter: (_: EditorState, newId: () => string) => enterClause(newId),
  backspace: (_: EditorState, newId: () => string) => changing(backspaceClause(newId)),
  tab: (_: EditorState, newId: () => string) => changing(indentClause(1, newId)),
  shiftTab: (_: EditorState, newId: () => string) => changing(indentClause(-1, newId)),
  makeDefinition: (_: EditorState, newId: () => string) => makeParagraph('definition', newId),
  makeTestimonium: (_: EditorState, newId: () => string) => makeParagraph('testimonium', newId),
  typeBracket: (_: EditorState, __: () => string, pick: number) =>
    typing(['[shall (IDN)]', '[', ']', '[IDN: [a] b]', ' [KHM: '][pick % 5] ?? ''),
  takeOffers: (state: EditorState, newId: () => string) =>
    takeOffers(bracketMarks(state.doc, { confirmed: { doubtful: true } }).offers, newId),
  readPasted: (state: EditorState, newId: () => string) => {
    const { from, to } = state.selection
    const reading = readPasted(state.doc, { from, to }, { language: 'en', newId })
    return reading ? putReading({ from, to }, reading) : () => false
  },
} satisfies Record<string, (state: EditorState, newId: () => string, pick: number) => Command>

/** They change what a line is and where it stands, and no word of it. */
const movesOnly = new Set<string>([
  ...['promote', 'demote', 'makeArticle', 'makeLetter', 'makeBody', 'makeChapter', 'splitArticle'],
  ...[
    'up',
    'down',
    'moveTo',
    'newArticle',
    'newParagraph',
    'newLetter',
    'newAnnex',
    'fix',
    'free',
    'numberAll',
    'countNumbers',
  ],
])

const act: fc.Arbitrary<Act> = fc.record({
  name: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
  at: fc.nat(5000),
  to: fc.oneof(fc.constant(0), fc.nat(40), fc.nat(400)),
  pick: fc.nat(500),
})

const texts = fc.oneof(
  fc.constantFrom('mou-v1-idn-draft.en.txt', 'mou-v3-consolidated.en.txt').map((name) => read(fixture(name))),
  arbitraryBlocks(true).map((blocks) => build(blocks, ids('b'))),
)

describe('any sequence of commands', () => {
  it('keeps the schema and the pairs of brackets, and can be undone and done again', () =>
    fc.assert(
      fc.property(texts, fc.array(act, { minLength: 1, maxLength: 12 }), (doc, sequence) => {
        const newId = ids('new')
        const first = editingDoc(doc)
        const states = [first]
        for (const { name, at, to, pick } of sequence) {
          const state = selected(states.at(-1) ?? first, at, to)
          const command = acts[name](state, newId, pick)
          let next: EditorState | null = null
          const done = command(state, (tr) => {
            next = state.apply(tr)
          })
          expect(done).toBe(next !== null)
          if (!next) continue
          holds(next)
          if (movesOnly.has(name)) expect(letters(next) ?? letters(state)).toBe(letters(state))
          states.push(next)
        }
        let state = states.at(-1) ?? first
        for (const former of states.toReversed().slice(1)) {
          undo(state, (tr) => {
            state = state.apply(tr)
          })
          expect(state.doc.toJSON()).toEqual(former.doc.toJSON())
        }
        expect(toPlainText(state.doc)).toBe(toPlainText(doc))
        for (const later of states.slice(1)) {
          redo(state, (tr) => {
            state = state.apply(tr)
          })
          expect(state.doc.toJSON()).toEqual(later.doc.toJSON())
        }
      }),
      { numRuns: 400 },
    ))
})

/** A key that is taken and changes nothing counts as refused here. */
function changing(command: Command): Command {
  return (state, dispatch) => {
    let changed = false
    command(state, (tr) => {
      changed = true
      dispatch?.(tr)
    })
    return changed
  }
}

/** As an undo of its own, like all of them. */
function typing(words: string): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    if (!$from.sameParent($to) || !$from.parent.isTextblock) return false
    dispatch?.(closeHistory(state.tr.insertText(words, $from.pos)))
    return true
  }
}

function holds({ doc }: EditorState) {
  doc.check()
  const parsed = parseText(doc.toJSON())
  expect(parsed.ok ? [] : parsed.fault).toEqual([])
  expect(labelChanges(doc)).toEqual([])
  const blocks: unknown[] = []
  doc.descendants((node, _, parent) => {
    if (node.type.name === 'article') expect(['doc', 'bracketBlock']).toContain(parent?.type.name)
    if (node.attrs['blockId'] !== undefined) blocks.push(node.attrs['blockId'])
  })
  expect(new Set(blocks).size).toBe(blocks.length)
  const brackets = bracketsIn(doc).map(({ id }) => id)
  expect(new Set(brackets).size).toBe(brackets.length)
  expect(linksIn(doc).every(({ words }) => words !== '')).toBe(true)
}

/** All letters of the text in one order; those of links may follow the numbers. */
function letters({ doc }: EditorState): string | null {
  return linksIn(doc).length > 0 ? null : [...doc.textContent].sort().join('')
}

function selected(state: EditorState, at: number, to: number): EditorState {
  const { size } = state.doc.content
  const $anchor = state.doc.resolve(at % (size + 1))
  const $head = state.doc.resolve(Math.min(size, (at % (size + 1)) + to))
  return state.apply(state.tr.setSelection(TextSelection.between($anchor, $head)))
}

function blockAt({ doc }: EditorState, pick: number): string {
  const blocks: string[] = []
  doc.descendants((node) => {
    if (typeof node.attrs['blockId'] === 'string') blocks.push(node.attrs['blockId'])
  })
  return blocks[pick % blocks.length] ?? ''
}

function bracketAt({ doc }: EditorState, pick: number): string {
  const brackets = bracketsIn(doc)
  return brackets[pick % Math.max(1, brackets.length)]?.id ?? 'none'
}
