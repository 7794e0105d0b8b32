import { describe, expect, it } from 'vitest'
import { bySide, byArticle, nextBracket, passes } from '../../../../renderer/features/draft/bracketWords.ts'
import {
  neighbourOf,
  remarksOf,
  structureOf,
  totalsOf,
} from '../../../../renderer/features/draft/draftFacts.ts'
import { hitsIn } from '../../../../renderer/features/draft/find.ts'
import { findWords } from '../../../../shared/text/instrument/findReplace.ts'
import { fromPlainText } from '../../../../shared/text/plainText.ts'
import { textSchema } from '../../../../shared/text/extensions.ts'
import { EditorState } from '@tiptap/pm/state'
import { ids } from '../../../shared/text/support.ts'

const text = [
  'CHAPTER I',
  'Article 1',
  'Objective',
  '1. They [shall (IDN)] [will (KHM)] meet.',
  '2. They report [soon (agreed)].',
  'Article 2',
  'Funds',
  '1. Each pays. They [may] shall.',
].join('\n')
const read = (words = text) => fromPlainText(words, { lang: 'en', newId: ids() }).doc

describe('the structure of a text', () => {
  it('counts what it is made of', () =>
    expect(totalsOf(structureOf(read(), null).outline)).toMatchObject({ articles: 2, paragraphs: 3 }))
  it('keeps the rows that say the same, and all of them where nothing changed', () => {
    const doc = read()
    const before = structureOf(doc, null)
    const state = EditorState.create({ doc })
    const typed = structureOf(state.apply(state.tr.insertText('x', doc.content.size - 3)).doc, before)
    expect(typed.outline).toBe(before.outline)
    const headed = structureOf(state.apply(state.tr.insertText('x', doc.content.size - 60)).doc, before)
    expect(headed.outline.filter((row) => before.outline.includes(row)).length).toBeGreaterThan(0)
  })
  it('knows which article one changes places with', () => {
    const { outline } = structureOf(read(), null)
    const [first, second] = outline.filter(({ kind }) => kind === 'article')
    expect(neighbourOf(outline, first?.id ?? '', 1)?.id).toBe(second?.id)
    expect(neighbourOf(outline, second?.id ?? '', 1)).toBeNull()
  })
})

describe('the brackets of a text', () => {
  const { brackets } = structureOf(read(), null)
  it('are grouped by article, and by side with those that nobody signed last', () => {
    expect(byArticle(brackets).map(({ id, brackets }) => [id, brackets.length])).toEqual([
      ['Article 1', 3],
      ['Article 2', 1],
    ])
    expect(bySide(brackets, ['KHM', 'IDN']).map(({ id }) => id)).toEqual(['KHM', 'IDN', ''])
  })
  it('are filtered by state', () => {
    expect(brackets.filter((bracket) => passes(bracket, 'unsettled'))).toHaveLength(3)
    expect(brackets.filter((bracket) => passes(bracket, 'agreed'))).toHaveLength(1)
  })
  it('are gone through around the end, the settled ones left out', () => {
    const last = brackets.at(-1)
    expect(nextBracket(brackets, 0)?.wording).toBe('shall')
    expect(nextBracket(brackets, brackets[1]?.range.from ?? 0)?.wording).toBe('may')
    expect(nextBracket(brackets, last?.range.from ?? 0)?.wording).toBe('shall')
  })
})

describe('a search', () => {
  const doc = read()
  const hits = findWords(doc, { words: 'shall', matchCase: false, wholeWords: true })
  const { brackets } = structureOf(doc, null)
  it('is for the whole text, within brackets or outside of them', () => {
    expect(hitsIn(hits, 'everywhere', brackets)).toHaveLength(2)
    expect(hitsIn(hits, 'inside', brackets).map(({ ahead }) => ahead)).toEqual(['They '])
    expect(hitsIn(hits, 'outside', brackets).map(({ behind }) => behind)).toEqual(['.'])
  })
})

describe('remarks on a text', () => {
  it('name typed brackets, doubtful ones and lost references', () => {
    const link = textSchema.mark('clauseLink', { target: 'gone', form: 'whole' })
    const doc = textSchema.node('doc', null, [
      textSchema.node('paragraph', { blockId: 'a' }, [textSchema.text('They [shall (IDN)] act [never')]),
      textSchema.node('paragraph', { blockId: 'b' }, [textSchema.text('Article 9', [link])]),
    ])
    const { offers, problems } = remarksOf(doc, { sides: ['IDN', 'KHM'] })
    expect(offers).toHaveLength(1)
    expect(
      problems.map((problem) => (problem.kind === 'bracket' ? problem.mark.diagnosis.kind : problem.words)),
    ).toEqual(['unclosed', 'Article 9'])
  })
})
