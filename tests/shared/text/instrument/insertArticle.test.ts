import { describe, expect, it } from 'vitest'
import { insertArticle } from '../../../../shared/text/instrument/insertArticle.ts'
import { libraryArticles } from '../../../../shared/text/instrument/libraryArticles.ts'
import { parseText } from '../../../../shared/text/validText.ts'
import { ids } from '../support.ts'
import { after, editing, plain, read, refuses, undone } from './support.ts'

const newId = ids('new')
const source = read('Article 9\nSettlement\n1. By talks.\n2. By [no (KHM)] others.\n(a) never.')
const [settlement] = libraryArticles(source)
const insert = () => insertArticle(settlement?.node, newId)
const inserted = (number: number) =>
  `Article ${number}\nSettlement\n1. By talks.\n2. By [no (KHM)] others.\n(a) never.`

describe('an article of another text', () => {
  it('stands behind the article with the cursor, and is counted there', () => {
    const state = after(editing('Article 1\nAim\n1. A‸im.\nArticle 2\nCosts\nNone.'), insert())
    expect(plain(state)).toBe(`Article 1\nAim\n1. Aim.\n${inserted(2)}\nArticle 2\nCosts\nNone.`)
    expect(parseText(state.doc.toJSON()).ok).toBe(true)
    expect(state.selection.$head.parent.textContent).toBe('Settlement')
  })
  it('is one undo', () => {
    const before = editing('Article 1\nAim\n1. A‸im.')
    expect(plain(undone(after(before, insert())))).toBe('Article 1\nAim\n1. Aim.')
  })
  it('takes the place of an empty line', () => {
    const state = after(editing('Title\n‸'), insert())
    expect(plain(state)).toBe(`Title\n${inserted(1)}`)
  })
  it('stands behind the article even where the cursor is in a bracket around lines of it', () => {
    const state = after(editing('Article 1\nAim\n[1. A‸im.\n2. More. (IDN)]'), insert())
    expect(plain(state)).toContain(`(IDN)]\n${inserted(2)}`)
  })
  it('can come twice, each with ids of its own', () => {
    const state = after(after(editing('Article 1\nA‸im'), insert()), insert())
    expect(parseText(state.doc.toJSON()).ok).toBe(true)
    const seen: unknown[] = []
    state.doc.descendants(({ attrs }) => void (attrs['blockId'] && seen.push(attrs['blockId'])))
    expect(new Set(seen).size).toBe(seen.length)
  })
  it('is refused where it is none', () => {
    expect(refuses(editing('A‸im'), insertArticle({ type: 'paragraph' }, newId))).toBe(true)
    expect(refuses(editing('A‸im'), insertArticle({ type: 'nothing' }, newId))).toBe(true)
  })
})
