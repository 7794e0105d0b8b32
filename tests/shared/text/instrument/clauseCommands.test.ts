import { describe, expect, it } from 'vitest'
import { usualNumbering } from '../../../../shared/mou/numberingScheme.ts'
import { linksIn } from '../../../../shared/text/instrument/clauseLinks.ts'
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
  setNumbering,
} from '../../../../shared/text/instrument/numberCommands.ts'
import { readNumbering } from '../../../../shared/text/instrument/readNumbering.ts'
import { ids } from '../support.ts'
import { after, editing, fixture, plain, read, refuses, undone, withCursor } from './support.ts'

const newId = ids('new')
const text = `Article 1
Aim
The Parties cooperate.

Article 2
Forms
1. They do so by:
(a) training;
(b) visits.
2. They meet.

IN WITNESS WHEREOF, signed.`

/** The text with a sign put ahead of the words, numbered by the scheme. */
const at = (words: string) => after(editing(text.replace(words, `‸${words}`)), numberAll())

describe('promote', () => {
  it('makes a letter a paragraph, and what follows counts on', () =>
    expect(withCursor(after(at('visits'), promote(newId)))).toContain(
      '(a) training;\n2. ‸visits.\n3. They meet.',
    ))
  it('makes a paragraph an article, its letters paragraphs; the line is no heading, so it stands below', () =>
    expect(plain(after(at('They do so'), promote(newId)))).toContain(
      'Article 2\nForms\n\nArticle 3\nThey do so by:\n1. training;\n2. visits.\n3. They meet.',
    ))
  it('refuses an article, and lines that are no clauses', () =>
    expect(
      [at('Forms'), at('IN WITNESS'), at('The Parties')].every((state) => refuses(state, promote(newId))),
    ).toBe(true))
})

describe('demote', () => {
  it('makes an article a paragraph of the one above, its paragraphs letters, its letters deeper letters', () =>
    expect(plain(after(at('Forms'), demote(newId)))).toContain(
      'The Parties cooperate.\n1. Forms\n(a) They do so by:\n(i) training;\n(ii) visits.\n(b) They meet.\n\nIN WITNESS',
    ))
  it('is taken back by promoting', () =>
    expect(plain(after(after(at('Forms'), demote(newId)), promote(newId)))).toBe(text))
  it('makes a plain line a paragraph', () =>
    expect(plain(after(at('The Parties'), demote(newId)))).toContain('Aim\n1. The Parties cooperate.'))
  it('refuses the first article, and letters that would come too deep', () => {
    expect(refuses(at('Aim'), demote(newId))).toBe(true)
    const deepest = after(at('visits'), makeClause('letter', newId, 4))
    expect(refuses(deepest, demote(newId))).toBe(true)
  })
})

describe('makeClause', () => {
  it('makes a line a chapter', () =>
    expect(plain(after(editing('‸General\n\nArticle 1\nAim\nWords.'), makeClause('chapter', newId)))).toBe(
      '\nCHAPTER I\nGeneral\n\nArticle 1\nAim\nWords.',
    ))
  it('makes a paragraph a plain line', () =>
    expect(plain(after(at('They do so'), makeClause('body', newId)))).toContain(
      'Forms\nThey do so by:\n(a) training;\n(b) visits.\n1. They meet.',
    ))
})

describe('moveClause', () => {
  it('takes along what belongs to a clause', () =>
    expect(plain(after(at('They do so'), moveClause(1)))).toContain(
      'Forms\n1. They meet.\n2. They do so by:\n(a) training;\n(b) visits.',
    ))
  it('goes on into the article above', () =>
    expect(plain(after(at('They do so'), moveClause(-1)))).toContain(
      'cooperate.\n1. They do so by:\n(a) training;\n(b) visits.\n\nArticle 2\nForms\n1. They meet.',
    ))
  it('moves an article, and the cursor with it', () =>
    expect(withCursor(after(at('Forms'), moveClause(-1)))).toMatch(
      /^\nArticle 1\n‸Forms\n1\. [^]*\nArticle 2\nAim\n/,
    ))
  it('moves no article behind the testimonium or ahead of the recitals', () => {
    expect(refuses(at('Forms'), moveClause(1))).toBe(true)
    expect(
      refuses(editing(`HAVE AGREED as follows:\n\n${text.replace('Aim', '‸Aim')}`), moveClause(-1)),
    ).toBe(true)
  })
  it('moves a clause to another, and none into itself', () => {
    const state = at('Aim')
    const [first, second] = state.doc.children.map(({ attrs }) => String(attrs['blockId']))
    expect(plain(after(state, moveClauseTo(second ?? '', 'ahead', first ?? '')))).toMatch(
      /^\nArticle 1\nForms/,
    )
    const letter = String(state.doc.child(1).child(2).attrs['blockId'])
    expect(refuses(state, moveClauseTo(second ?? '', 'behind', letter))).toBe(true)
  })
  it('is undone to the letter', () => {
    const state = at('They do so')
    expect(plain(undone(after(state, moveClause(-1))))).toBe(plain(state))
  })
})

describe('splitClause', () => {
  it('makes two clauses of one, and counts on', () =>
    expect(withCursor(after(at('so by'), splitClause(newId)))).toContain(
      '1. They do \n2. ‸so by:\n(a) training;\n(b) visits.\n3. They meet.',
    ))
  it('makes a plain line behind a heading', () =>
    expect(plain(after(editing('Article 1\nAim‸ of it\nWords.'), splitClause(newId)))).toBe(
      'Article 1\nAim\n of it\nWords.',
    ))
  it('leaves a bracket in each half, each with its attribution', () =>
    expect(plain(after(editing('1. The [Parties ‸shall (IDN)] meet.'), splitClause(newId)))).toBe(
      '1. The [Parties  (IDN)]\n2. [shall (IDN)] meet.',
    ))
  it('lets a bracket go of which the selected words held one end', () =>
    expect(plain(after(editing('1. The ‹[Parties› shall (IDN)] meet.'), splitClause(newId)))).toBe(
      '1. The \n2.  shall meet.',
    ))
})

describe('splitArticle and joinClause', () => {
  it('begin an article where the cursor is', () =>
    expect(plain(after(at('They meet'), splitArticle(newId)))).toContain(
      '(b) visits.\n\nArticle 3\n1. They meet.',
    ))
  it('join a clause to the one above', () =>
    expect(withCursor(after(at('visits'), joinClause()))).toContain('(a) training;‸ visits.\n2. They meet.'))
  it('give what an article holds to the one above, the heading as a line', () =>
    expect(plain(after(at('Forms'), joinClause()))).toContain(
      'The Parties cooperate.\nForms\n1. They do so by:',
    ))
})

describe('newClause', () => {
  it('puts an article behind the article', () =>
    expect(plain(after(at('The Parties'), newClause('article', newId)))).toContain(
      'cooperate.\n\nArticle 2\n\nArticle 3\nForms',
    ))
  it('puts a paragraph behind the paragraph and its letters', () =>
    expect(withCursor(after(at('training'), newClause('numberedParagraph', newId)))).toContain(
      '(b) visits.\n2. ‸\n3. They meet.',
    ))
  it('puts a letter behind the letter', () =>
    expect(plain(after(at('training'), newClause('letter', newId)))).toContain(
      '(a) training;\n(b) \n(c) visits.',
    ))
})

describe('numbers', () => {
  it('can be fixed, and what follows counts on from there', () => {
    const state = at('Aim')
    const [, second] = state.doc.children.map(({ attrs }) => String(attrs['blockId']))
    const fixed = after(state, fixNumber(second ?? '', '7 bis'))
    expect(plain(after(fixed, newClause('article', newId)))).toMatch(
      /Article 1\n[^]*\nArticle 2\n[^]*\nArticle 7 bis\n/,
    )
    expect(plain(after(fixed, freeNumber(second ?? '')))).toBe(plain(state))
  })
  it('stay as the other side typed them until somebody has them counted', () => {
    const typed = editing('Article 4\nAim\n1. a\n3. ‸b')
    expect(plain(after(typed, splitClause(newId)))).toBe('Article 4\nAim\n1. a\n3. \n4. b')
    expect(plain(after(typed, numberAll()))).toBe('Article 1\nAim\n1. a\n2. b')
  })
  it.each([
    ['id', 'Pasal 1\nTujuan\n1. a\n(a) b'],
    ['km', 'មាត្រា ១\nគោលបំណង\n១. a\n(ក) b'],
    ['en', 'Article 1\nAim\n1. a\n(a) b'],
  ])('take the usual form of the language %s', (lang, words) =>
    expect(plain(after(editing(words.replaceAll(/[1១]/g, '9'), lang), numberAll()))).toBe(words),
  )
  it('take the form that the text is given', () => {
    const scheme = {
      ...usualNumbering.en,
      article: { before: 'PARAGRAPH ', style: '1', after: '' },
      paragraph: { before: '(', style: '1', after: ') ' },
      letters: [{ before: '', style: 'a', after: '. ' }],
    } as const
    expect(plain(after(at('Aim'), setNumbering(scheme)))).toContain(
      'PARAGRAPH 2\nForms\n(1) They do so by:\na. training;',
    )
  })
  it.each(['mou-v1-idn-draft.en.txt', 'mou-v2-khm-counterdraft.en.txt'])(
    'are read from %s such that counting by them changes nothing',
    (name) => {
      const doc = read(fixture(name))
      const counted = after(after(editing(fixture(name)), setNumbering(readNumbering(doc))), numberAll())
      expect(plain(counted)).toBe(fixture(name))
    },
  )
})

describe('cross-references', () => {
  const referring = () => {
    const state = at('They meet')
    const letter = String(state.doc.child(1).child(3).attrs['blockId'])
    return { letter, state: after(state, insertCrossReference(letter, 'whole')) }
  }
  it('show the clause they point at', () =>
    expect(plain(referring().state)).toContain('2. Article 2 (1) (b)They meet.'))
  it('follow it when numbers change', () =>
    expect(plain(after(referring().state, moveClause(-1)))).toContain('1. Article 2 (2) (b)They meet.'))
  it('are broken when it goes, and keep their words', () => {
    const { state } = referring()
    const [link] = linksIn(state.doc)
    expect(link).toMatchObject({ broken: false, words: 'Article 2 (1) (b)' })
    let at = 0
    state.doc.descendants((node, position) => {
      if (node.attrs['blockId'] === link?.target) at = position
    })
    const without = state.apply(state.tr.delete(at, at + (state.doc.nodeAt(at)?.nodeSize ?? 0)))
    expect(linksIn(without.doc)).toMatchObject([{ broken: true, words: 'Article 2 (1) (b)' }])
  })
  it('whose words somebody changes keep them, and their link', () => {
    const { state, letter } = referring()
    const [link] = linksIn(state.doc)
    const edited = state.apply(state.tr.delete(link?.from ?? 0, (link?.from ?? 0) + 8))
    expect(linksIn(edited.doc)).toMatchObject([{ form: 'asWritten', target: letter, words: '2 (1) (b)' }])
    expect(plain(after(edited, moveClause(-1)))).toContain('1. 2 (1) (b)They meet.')
  })
  it.each([
    ['id', 'Pasal 1 ayat (2) huruf a'],
    ['km', 'មាត្រា ១ (២) (ក)'],
  ])('are named as %s names them', (lang, words) => {
    const state = after(editing('Article 1\nAim\n1. x\n2. y\n(a) z‸', lang), numberAll())
    const letter = String(state.doc.child(0).lastChild?.attrs['blockId'])
    expect(plain(after(state, insertCrossReference(letter, 'whole')))).toContain(`z${words}`)
  })
})
