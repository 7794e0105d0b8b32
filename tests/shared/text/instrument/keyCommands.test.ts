import { describe, expect, it } from 'vitest'
import { bracketMarks } from '../../../../shared/text/bracketMarks.ts'
import { backspaceClause, enterClause, indentClause } from '../../../../shared/text/instrument/keyCommands.ts'
import { countableNumbers, countNumbers } from '../../../../shared/text/instrument/countedNumbers.ts'
import { takeOffers } from '../../../../shared/text/instrument/offerCommands.ts'
import { putReading, readPasted } from '../../../../shared/text/instrument/pasteReading.ts'
import { makeParagraph } from '../../../../shared/text/instrument/roleCommands.ts'
import { bracketsIn } from '../../../../shared/text/textBrackets.ts'
import { doc, ids, node, paragraph } from '../support.ts'
import { after, editing, editingDoc, plain, refuses, undone, withCursor } from './support.ts'

const id = () => ids('new')
const article = (...lines: readonly string[]) => ['Article 1', 'Objective', ...lines].join('\n')

describe('Enter', () => {
  const enter = (text: string) => withCursor(after(editing(text), enterClause(id())))
  it('begins a clause of the same kind', () =>
    expect(enter(article('1. One.‸', 'Two.'))).toBe(article('1. One.', '2. ‸', 'Two.')))
  it('begins a letter behind a letter', () =>
    expect(enter(article('(a) one;‸'))).toBe(article('(a) one;', '(b) ‸')))
  it('cuts a clause where the cursor is', () =>
    expect(enter(article('1. One ‸two.'))).toBe(article('1. One ', '2. ‸two.')))
  it('takes an empty letter a level out', () =>
    expect(enter(article('1. One:', '(a) ‸'))).toBe(article('1. One:', '2. ‸')))
  it('makes an empty paragraph a plain line', () =>
    expect(enter(article('1. One.', '2. ‸'))).toBe(article('1. One.', '‸')))
  it('leaves what hangs on a line with its words, where it stands at its start', () => {
    const before = editing(article('1. ‸One.'))
    const own = before.selection.$from.parent.attrs['blockId'] as unknown
    const state = after(before, enterClause(id()))
    expect(withCursor(state)).toBe(article('1. ', '2. ‸One.'))
    expect(state.selection.$from.parent.attrs['blockId']).toBe(own)
  })
})

describe('Backspace at the start of a line', () => {
  const back = (text: string) => withCursor(after(editing(text), backspaceClause(id())))
  it('takes the number first', () =>
    expect(back(article('1. One.', '2. ‸Two.'))).toBe(article('1. One.', '‸Two.')))
  it('then joins the line to the one above', () =>
    expect(back(article('1. One.', '‸and two.'))).toBe(article('1. One.‸ and two.')))
  it('leaves an article alone that has a heading', () => {
    const state = editing('Article 1\nOne\nText.\nArticle 2\n‸Two\nText.')
    let changed = false
    expect(backspaceClause(id())(state, () => (changed = true))).toBe(true)
    expect(changed).toBe(false)
  })
  it('is the ordinary key elsewhere', () =>
    expect(refuses(editing(article('1. O‸ne.')), backspaceClause(id()))).toBe(true))
})

describe('Tab', () => {
  it('takes a paragraph in and out again', () => {
    const state = editing(article('1. One:', '2. t‸wo.'))
    const inside = after(state, indentClause(1, id()))
    expect(plain(inside)).toBe(article('1. One:', '(a) two.'))
    expect(plain(after(inside, indentClause(-1, id())))).toBe(article('1. One:', '2. two.'))
  })
  it('numbers a plain line of an article', () =>
    expect(plain(after(editing(article('One.‸')), indentClause(1, id())))).toBe(article('1. One.')))
  it('is left to others outside of clauses', () =>
    expect(refuses(editing('Memorandum‸'), indentClause(1, id()))).toBe(true))
})

describe('makeParagraph', () => {
  it('says what a line is, and takes its number', () => {
    const state = after(editing(article('1. "Party" me‸ans a side.')), makeParagraph('definition', id()))
    expect(plain(state)).toBe(article('"Party" means a side.'))
    expect(state.selection.$from.parent.attrs['role']).toBe('definition')
  })
  it('takes a testimonium out of the article that it ends', () => {
    const state = after(
      editing(article('1. One.', 'In wit‸ness', 'Done')),
      makeParagraph('testimonium', id()),
    )
    expect(state.doc.children.map(({ type }) => type.name)).toEqual(['article', 'paragraph', 'paragraph'])
    expect(plain(undone(state))).toBe(article('1. One.', 'In witness', 'Done'))
  })
})

describe('takeOffers', () => {
  const sides = ['IDN', 'KHM']
  const taken = (...lines: readonly string[]) => {
    const state = editingDoc(
      doc(...lines.map((line, index) => node('paragraph', { blockId: `b${index}` }, line))),
    )
    const { offers } = bracketMarks(state.doc, { sides })
    return { state, next: after(state, takeOffers(offers, ids('new'))) }
  }
  it('makes brackets of the words, and the text stays letter for letter', () => {
    const { state, next } = taken(
      'They [shall (IDN)] [KHM: will [jointly (IDN)]] meet[, subject to funds (KHM)].',
    )
    expect(plain(next)).toBe(plain(state))
    expect(bracketsIn(next.doc).map(({ sides, wording }) => `${sides.join()} ${wording}`)).toEqual([
      'IDN shall',
      'KHM will [jointly (IDN)]',
      'IDN jointly',
      'KHM , subject to funds',
    ])
    expect(plain(undone(next))).toBe(plain(state))
    expect(bracketsIn(undone(next).doc)).toEqual([])
  })
  it('puts a bracket around whole lines', () => {
    const { state, next } = taken('One.', '[Two.', 'Three. (KHM)]', 'Four.')
    expect(plain(next)).toBe(plain(state))
    expect(bracketsIn(next.doc)).toMatchObject([{ place: 'blocks', sides: ['KHM'], wording: 'Two.\nThree.' }])
  })
  it('reads what is agreed ad referendum', () =>
    expect(bracketsIn(taken('They [meet (agreed ad ref)].').next.doc)).toMatchObject([
      { state: 'agreedAdReferendum' },
    ]))
  it('refuses where the words have changed', () => {
    const other = editingDoc(doc(paragraph('They shall not meet.')))
    expect(
      refuses(other, takeOffers(bracketMarks(doc(paragraph('They [shall] meet.')), {}).offers, id())),
    ).toBe(true)
  })
})

describe('readPasted', () => {
  const pasted = (...lines: readonly string[]) =>
    editingDoc(doc(...lines.map((line, index) => node('paragraph', { blockId: `b${index}` }, line))))
  const whole = (state: ReturnType<typeof pasted>) => ({ from: 1, to: state.doc.content.size - 1 })
  const read = (state: ReturnType<typeof pasted>) =>
    readPasted(state.doc, whole(state), { language: 'en', newId: ids('new') })

  it('reads articles, headings, paragraphs, letters and formulas', () => {
    const lines = ['Article 1', 'Objective', '1. One:', '(a) first;', 'IN WITNESS WHEREOF, signed.']
    const state = pasted(...lines)
    const reading = read(state)
    expect(reading?.clauses).toBe(3)
    const next = reading && after(state, putReading(whole(state), reading))
    expect(next && plain(next)).toBe(lines.join('\n'))
    expect(next?.doc.children.map(({ type }) => type.name)).toEqual(['article', 'paragraph'])
    expect(next?.doc.firstChild?.children.map(({ type }) => type.name)).toEqual([
      'articleHeading',
      'numberedParagraph',
      'letter',
    ])
    expect(next && plain(undone(next))).toBe(lines.join('\n'))
  })
  it('proposes nothing for plain words', () =>
    expect(read(pasted('The Sides met.', 'They left.'))).toBeNull())
})

describe('countNumbers', () => {
  it('counts what is in order and keeps what is not, letter for letter', () => {
    const text =
      'Article 2\nScope\n1. One.\n2. Two.\nArticle 3\nForms\n1. One.\nArticle 7 bis\nData\n3. Three.'
    const before = editing(text)
    expect(countableNumbers(before.doc).countable).toBe(4)
    const state = after(before, countNumbers())
    expect(plain(state)).toBe(text)
    const kept: string[] = []
    state.doc.descendants((node) => {
      if (node.attrs['numbered'] === 'asTyped') kept.push(String(node.attrs['number']))
    })
    expect(kept).toEqual(['2', '7 bis', '3'])
    expect(refuses(state, countNumbers())).toBe(true)
  })
  it('has a clause that is put in between counted on', () => {
    const state = after(editing(article('1. One.‸', '2. Two.')), countNumbers())
    expect(withCursor(after(state, enterClause(id())))).toBe(article('1. One.', '2. ‸', '3. Two.'))
  })
})
