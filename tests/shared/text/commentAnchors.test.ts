import { closeHistory, history, undo } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Step } from '@tiptap/pm/transform'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { putInOrder } from '../../../renderer/editor/keepInOrder.ts'
import {
  anchorAt,
  followSaved,
  followStep,
  locate,
  type Tracked,
  unitsBetween,
} from '../../../shared/text/commentAnchors.ts'
import { placesOf, rangeOfPlace } from '../../../shared/text/commentPlaces.ts'
import { replaceSelected } from '../../../shared/text/replaceSelected.ts'
import { moveClause } from '../../../shared/text/instrument/moveCommands.ts'
import { joinClause, splitClause } from '../../../shared/text/instrument/lineCommands.ts'
import { arbitraryBlocks, type Block, build } from './arbitraryText.ts'
import { close, doc, ids, node, open } from './support.ts'

const text = () =>
  doc(
    line('p1', 'The Parties shall cooperate in good faith.'),
    line('p2', 'Each Party shall respond within thirty (30) days of receipt.'),
    line('p3', 'The Parties shall consult.'),
  )

describe('a comment on words', () => {
  it('stays on them when something is written ahead of them, behind them and in other lines', () => {
    const written = onWords('thirty (30)', (write) => {
      write.insert(1, 'All of ')
      write.insertBefore('thirty', 'not more than ')
      write.insertBefore(' days', ' calendar')
      write.insertBefore('consult', 'gladly ')
    })
    expect(written.words()).toBe('thirty (30)')
  })
  it('holds what is written inside of it', () => {
    expect(onWords('thirty (30)', (write) => write.insertBefore('(30)', 'full ')).words()).toBe(
      'thirty full (30)',
    )
  })
  it('keeps what is left of them', () => {
    expect(onWords('thirty (30) days', (write) => write.remove(' days of')).words()).toBe('thirty (30)')
  })
  it('is gone when all of them are deleted, though the very words stand elsewhere', () => {
    const written = onWords('shall', (write) => write.removeAt('shall respond', 'shall'))
    expect(written.place()).toEqual({ state: 'gone' })
  })
  it('is gone when they are written over', () => {
    const written = onWords('thirty (30)', (write) => write.replace('thirty (30)', 'fourteen (14)'))
    expect(written.place()).toEqual({ state: 'gone' })
  })
  it('comes back when the deletion is undone, even of the whole line', () => {
    const written = onWords('thirty (30)', (write) => {
      write.remove('(30) days')
      write.remove('within thirty')
      write.removeLine('p2')
    })
    expect(written.place()).toEqual({ state: 'gone' })
    written.undoAll()
    expect(written.words()).toBe('thirty (30)')
  })
  it('does not come back when other words are written where it was', () => {
    const written = onWords('thirty (30)', (write) => {
      write.remove('thirty (30)')
      write.insertBefore(' days', 'fourteen (14)')
    })
    expect(written.place()).toEqual({ state: 'gone' })
  })
  it('goes along when its line is cut in two, and when it is joined to another', () => {
    const split = onWords('thirty (30)', (write) => write.split('within'))
    expect(split.words()).toBe('thirty (30)')
    const joined = onWords('thirty (30)', (write) => write.join('p2'))
    expect(joined.words()).toBe('thirty (30)')
    expect(joined.place()).toMatchObject({ at: { blockId: 'p1' } })
  })
  it('goes along when its line is cut in two inside of it', () => {
    const written = onWords('thirty (30)', (write) => write.split('(30)'))
    expect(written.words()).toBe('thirty \n(30)')
  })
  it('goes along with a line that is moved', () => {
    const written = onWords('thirty (30)', (write) => write.move('p2', 1))
    expect(written.place()).toMatchObject({ state: 'placed', at: { blockId: 'p2', words: 'thirty (30)' } })
  })
  it('is said to be elsewhere where the words were cut and put in again', () => {
    const written = onWords('within thirty (30) days', (write) => {
      write.remove('within thirty (30) days')
      write.insertBefore('consult', 'within thirty (30) days')
    })
    expect(written.place()).toMatchObject({ state: 'moved', at: { blockId: 'p3' } })
  })
  it('is not carried to a copy that was put in while its own line still stood', () => {
    const written = onWords('thirty (30)', (write) => {
      write.paste('p2')
      write.remove('thirty (30)')
    })
    expect(written.place()).toEqual({ state: 'gone' })
  })
  it('may stand on brackets', () => {
    const bracketed = doc(line('p1', 'They ', open('b1'), 'shall', close('b1'), ' act.'))
    expect(new Writing(bracketed, { blockId: 'p1', from: 5, to: 12 }).words()).toBe('[shall]')
  })
})

describe('a comment on a clause', () => {
  const onClause = (act: (write: Writing) => void) => {
    const writing = new Writing(text(), { blockId: 'p2', from: null, to: null })
    act(writing)
    return writing
  }
  it('holds what is written at its ends', () => {
    const written = onClause((write) => {
      write.insertBefore('Each', 'However, ')
      write.insertAfter('of receipt.', ' No more.')
    })
    expect(written.place()).toMatchObject({ at: { isWhole: true, blockId: 'p2' } })
  })
  it('stays on it when all its words are written over, and when it is empty', () => {
    const all = 'Each Party shall respond within thirty (30) days of receipt.'
    expect(onClause((write) => write.remove(all)).place()).toMatchObject({
      state: 'placed',
      at: { blockId: 'p2', isWhole: true, words: '' },
    })
    expect(onClause((write) => write.replace(all, 'They respond.')).words()).toBe('They respond.')
  })
  it('is gone with the clause, and comes back with it', () => {
    const written = onClause((write) => write.removeLine('p2'))
    expect(written.place()).toEqual({ state: 'gone' })
    written.undoAll()
    expect(written.place()).toMatchObject({ state: 'placed', at: { blockId: 'p2', isWhole: true } })
  })
  it('stays with its words when the clause is joined to the one before', () => {
    const written = onClause((write) => write.join('p2'))
    expect(written.place()).toMatchObject({ at: { blockId: 'p1', isWhole: false } })
    expect(written.words()).toBe('Each Party shall respond within thirty (30) days of receipt.')
  })
  it('stays with its words when an empty line is made ahead of them', () => {
    const written = onClause((write) => write.split('Each'))
    expect(written.words()).toBe('Each Party shall respond within thirty (30) days of receipt.')
  })
  it('goes along when the clause is moved', () => {
    expect(onClause((write) => write.move('p2', -1)).place()).toMatchObject({ at: { blockId: 'p2' } })
  })
})

describe('a place', () => {
  it('names the clause, as people say it', () => {
    const clause = doc(
      node(
        'article',
        { blockId: 'a', number: '7' },
        node('articleHeading', { blockId: 'h' }, 'Costs'),
        node('numberedParagraph', { blockId: 'n', number: '2' }, 'Each bears its own.'),
      ),
    )
    const writing = new Writing(clause, { blockId: 'n', from: 0, to: 4 })
    expect(writing.place()).toMatchObject({ at: { clause: 'Article 7 (2)', words: 'Each' } })
  })
  it('is not found in a text that has other words there', () => {
    const place = onWords('thirty (30)', () => undefined).place()
    if (place.state === 'gone') throw new Error('gone')
    expect(rangeOfPlace(text(), place.at)).not.toBeNull()
    expect(
      rangeOfPlace(doc(line('p2', 'Each Party shall respond within fourteen (14) days.')), place.at),
    ).toBeNull()
  })
  it('that an anchor does not find is a guess only where the words stand once', () => {
    const anchor = anchorAt(text(), { blockId: 'p2', from: 32, to: 43 }, 0)
    if (!anchor) throw new Error('no such place')
    const [found] = locate(doc(line('q', 'within thirty (30) days of it')), [anchor])
    expect(found).toMatchObject({ range: null, moved: null }) // too short to tell
    const longer = anchorAt(text(), { blockId: 'p2', from: 25, to: 48 }, 0)
    if (!longer) throw new Error('no such place')
    const [guess] = locate(doc(line('q', 'respond within thirty (30) days of it')), [longer])
    expect(guess?.range).toBeNull()
    expect(guess?.moved).not.toBeNull()
  })
})

describe('whatever is written in a text', () => {
  const act = fc.record({
    kind: fc.constantFrom('write', 'remove', 'replace', 'split', 'join', 'move'),
    at: fc.nat(),
    length: fc.nat({ max: 12 }),
  })
  const acts = fc.array(act, { maxLength: 12 })

  it('outside of the words, the comment stays exactly on them', () => {
    fc.assert(
      fc.property(arbitraryBlocks(false), fc.nat(), fc.nat(), acts, (blocks, at, length, done) => {
        const writing = commented(textOf(blocks), at, length)
        if (!writing) return
        const words = writing.words()
        for (const one of done) writing.outside(one)
        expect(writing.words()).toBe(words)
        expect(writing.place().state).toBe('placed')
      }),
      { numRuns: 400, interruptAfterTimeLimit: 20_000 },
    )
  })
  it('deleting all of the words leaves the comment nowhere, and undo brings it back', () => {
    fc.assert(
      fc.property(arbitraryBlocks(false), fc.nat(), fc.nat(), acts, (blocks, at, length, done) => {
        const writing = commented(textOf(blocks), at, length)
        if (!writing) return
        for (const one of done) writing.anywhere(one)
        const range = writing.tracked.range
        const words = writing.words()
        if (!range) return
        writing.deleteAlone(range.from, range.to)
        expect(writing.tracked.range).toBeNull()
        expect(writing.place()).toEqual({ state: 'gone' })
        writing.undoOnce()
        expect(writing.words()).toBe(words)
      }),
      { numRuns: 400, interruptAfterTimeLimit: 20_000 },
    )
  })
  it('undoing all of it brings the comment back to its words', () => {
    fc.assert(
      fc.property(arbitraryBlocks(false), fc.nat(), fc.nat(), acts, (blocks, at, length, done) => {
        const writing = commented(textOf(blocks), at, length)
        if (!writing) return
        const [words, range] = [writing.words(), writing.tracked.range]
        for (const one of done) {
          writing.closeGroup()
          writing.anywhere(one)
        }
        writing.undoAll()
        expect(writing.words()).toBe(words)
        expect(writing.tracked.range).toEqual(range)
      }),
      { numRuns: 400, interruptAfterTimeLimit: 20_000 },
    )
  })
  it('the comment is never on words that were not there: each that it holds was in it or was written inside', () => {
    fc.assert(
      fc.property(arbitraryBlocks(true), fc.nat(), fc.nat(), acts, (blocks, at, length, done) => {
        const writing = commented(textOf(blocks), at, length)
        if (!writing) return
        const own = new Set(writing.words())
        for (const one of done) writing.anywhere(one)
        if (writing.tracked.range === null || writing.wasInside) return
        // Joined lines are set apart by a space, and a bracket that is cut in two becomes two.
        for (const unit of writing.words()) expect(own.has(unit) || '\n []'.includes(unit)).toBe(true)
      }),
      { numRuns: 300, interruptAfterTimeLimit: 20_000 },
    )
  })
  it('what the record makes of the saved steps is what the window has', () => {
    fc.assert(
      fc.property(arbitraryBlocks(true), fc.nat(), fc.nat(), acts, (blocks, at, length, done) => {
        const writing = commented(textOf(blocks), at, length)
        if (!writing) return
        const [first, start] = [writing.state.doc, writing.tracked]
        for (const one of done) writing.anywhere(one)
        const saved = followSaved([start], first, JSON.parse(JSON.stringify(writing.steps)) as unknown[])
        expect(saved.doc.eq(writing.state.doc)).toBe(true)
        expect(saved.all[0]).toEqual(writing.tracked)
      }),
      { numRuns: 200 },
    )
  })
})

function textOf(blocks: readonly Block[]): Node {
  return build(blocks, ids())
}

function line(blockId: string, ...content: readonly (string | Node)[]): Node {
  return node('paragraph', { blockId }, ...content)
}

function onWords(words: string, act: (writing: Writing) => void): Writing {
  const start = unitsBetween(text().child(1), 0, text().child(1).content.size).indexOf(words)
  const writing = new Writing(text(), { blockId: 'p2', from: start, to: start + words.length })
  act(writing)
  return writing
}

/** A comment on words, chosen by two numbers, of a line of the text; null where it has none. */
function commented(start: Node, at: number, length: number): Writing | null {
  const lines: { readonly id: string; readonly node: Node }[] = []
  start.descendants((one) => {
    if (one.isTextblock && one.content.size > 0) lines.push({ id: String(one.attrs['blockId']), node: one })
    return !one.isTextblock
  })
  const chosen = lines[at % Math.max(1, lines.length)]
  if (!chosen) return null
  const size = chosen.node.content.size
  const from = at % size
  const to = from + 1 + (length % (size - from))
  return new Writing(start, { blockId: chosen.id, from, to })
}

type Act = { readonly kind: string; readonly at: number; readonly length: number }

/** A person who writes in a text with one comment. */
class Writing {
  state: EditorState
  tracked: Tracked
  wasInside = false
  readonly steps: Step[] = []
  readonly newId = ids('new')

  constructor(
    start: Node,
    at: { readonly blockId: string; readonly from: number | null; readonly to: number | null },
  ) {
    this.state = EditorState.create({ doc: start, plugins: [history({ newGroupDelay: 0 })] })
    const anchor = anchorAt(start, at, 0)
    const [tracked] = anchor ? locate(start, [anchor]) : []
    if (!tracked?.range) throw new Error('there is no such place')
    this.tracked = tracked
  }

  place() {
    const [place] = placesOf(this.state.doc, [this.tracked])
    if (!place) throw new Error('no place')
    return place
  }
  words(): string {
    const place = this.place()
    return place.state === 'placed' ? place.at.words : `(${place.state})`
  }

  dispatch = (tr: Transaction): void => {
    this.take(tr)
    const appended = tr.docChanged ? putInOrder(this.state, [tr], this.newId) : null
    if (appended) this.take(appended.setMeta('appendedTransaction', tr))
  }
  take(tr: Transaction): void {
    tr.steps.forEach((step, index) => {
      const after = tr.docs[index + 1] ?? tr.doc
      const before = tr.docs[index] ?? tr.doc
      const [tracked] = followStep([this.tracked], before, step.getMap(), after)
      if (tracked) this.tracked = tracked
      this.steps.push(step)
    })
    this.state = this.state.apply(tr)
  }

  find(words: string): number {
    const at = unitsBetween(this.state.doc, 0, this.state.doc.content.size).indexOf(words)
    if (at < 0) throw new Error(`${words} does not stand there`)
    return at
  }
  lineAt(id: string): { readonly from: number; readonly node: Node } {
    let found: { readonly from: number; readonly node: Node } | null = null
    this.state.doc.descendants((one, from) => {
      if (one.attrs['blockId'] === id) found ??= { from, node: one }
    })
    if (!found) throw new Error(`no line ${id}`)
    return found
  }
  insert(at: number, words: string): void {
    this.dispatch(this.state.tr.insertText(words, at))
  }
  insertBefore(what: string, words: string): void {
    this.insert(this.find(what), words)
  }
  insertAfter(what: string, words: string): void {
    this.insert(this.find(what) + what.length, words)
  }
  remove(words: string): void {
    this.deleteRange(this.find(words), this.find(words) + words.length)
  }
  removeAt(inside: string, words: string): void {
    this.deleteRange(this.find(inside), this.find(inside) + words.length)
  }
  replace(words: string, by: string): void {
    const at = this.find(words)
    this.dispatch(this.state.tr.insertText(by, at, at + words.length))
  }
  removeLine(id: string): void {
    const { from, node: one } = this.lineAt(id)
    this.deleteRange(from, from + one.nodeSize)
  }
  paste(id: string): void {
    this.dispatch(this.state.tr.insert(this.state.doc.content.size, this.lineAt(id).node))
  }
  deleteRange(from: number, to: number): void {
    this.dispatch(this.state.tr.delete(from, to))
  }
  closeGroup(): void {
    this.state = this.state.apply(closeHistory(this.state.tr))
  }
  /** As an act of its own, which one undo takes back. */
  deleteAlone(from: number, to: number): void {
    this.dispatch(closeHistory(this.state.tr).delete(from, to))
  }
  cursor(at: number): void {
    this.state = this.state.apply(this.state.tr.setSelection(TextSelection.near(this.state.doc.resolve(at))))
  }
  split(before: string): void {
    this.cursor(this.find(before))
    splitClause(this.newId)(this.state, this.dispatch)
  }
  join(id: string): void {
    this.cursor(this.lineAt(id).from + 1)
    joinClause()(this.state, this.dispatch)
  }
  move(id: string, by: 1 | -1): void {
    this.cursor(this.lineAt(id).from + 1)
    moveClause(by)(this.state, this.dispatch)
  }
  undoAll(): void {
    while (undo(this.state, this.dispatchUndo));
  }
  undoOnce(): void {
    undo(this.state, this.dispatchUndo)
  }
  private dispatchUndo = (tr: Transaction): void => this.take(tr)

  /** Does something away from the comment, also to lines as a whole. */
  outside({ kind, at, length }: Act): void {
    const range = this.tracked.range
    if (!range) throw new Error('the comment is gone')
    const size = this.state.doc.content.size
    const position = at % (size + 1)
    if (kind === 'write' || kind === 'split') {
      if (position > range.from && position < range.to) return
      this.at(kind, position, 0)
    } else if (kind === 'remove' || kind === 'replace') {
      const end = Math.min(size, position + length)
      if (position < range.to && end > range.from) return
      this.at(kind, position, end - position)
    } else this.at(kind, position, 0)
  }
  anywhere({ kind, at, length }: Act): void {
    const size = this.state.doc.content.size
    const position = at % (size + 1)
    const range = this.tracked.range
    if (range && (kind === 'write' || kind === 'replace') && position > range.from && position < range.to)
      this.wasInside = true
    this.at(kind, position, Math.min(length, size - position))
  }
  private at(kind: string, position: number, length: number): void {
    const { tr, doc: now } = this.state
    const $at = now.resolve(position)
    const $to = now.resolve(position + length)
    if (kind === 'split' || kind === 'join' || kind === 'move') {
      if (!$at.parent.inlineContent) return
      this.cursor(position)
      if (kind === 'split') splitClause(this.newId)(this.state, this.dispatch)
      else if (kind === 'join') joinClause()(this.state, this.dispatch)
      else moveClause(position % 2 === 0 ? 1 : -1)(this.state, this.dispatch)
      return
    }
    if (!$at.parent.inlineContent || !$to.parent.inlineContent) return
    const end = kind === 'write' ? position : position + length
    const selected = this.state.apply(tr.setSelection(TextSelection.create(now, position, end)))
    if (kind === 'remove' && position === end) return
    this.dispatch(replaceSelected(selected, kind === 'remove' ? null : 'QZX').tr)
  }
}
