import { describe, expect, it } from 'vitest'
import {
  type CompareEvent,
  compareReducer,
  type CompareState,
  emptyDesk,
  pairOf,
  shownItems,
} from '../../../../renderer/features/compare/compareState.ts'
import { type ComparedFile, FileId } from '../../../../shared/compare/comparedFile.ts'
import { compare, fixture } from '../../../shared/compare/support.ts'

const comparison = compare(fixture('mou-v1-idn-draft.en.txt'), fixture('mou-v2-khm-counterdraft.en.txt'))
const found = { articles: 1, numberedParagraphs: 1, paragraphs: 1, words: 1, brackets: 0, sha256: 'a' }

function file(name: string, revisions = 0): ComparedFile {
  return {
    fileId: FileId.parse(`01900000-0000-7000-8000-${name.padStart(12, '0')}`),
    ...{ name, format: 'docx', bytes: 1, sha256: name, language: 'en', revisions, comments: 0, remarks: [] },
    found: { asItWas: found, asProposed: found },
    ...{ authors: [], beside: [], unread: [] },
  }
}

const read = (side: 'base' | 'target', name: string, revisions = 0): CompareEvent => ({
  kind: 'read',
  side,
  file: file(name, revisions),
})
const after = (...events: readonly CompareEvent[]): CompareState => events.reduce(compareReducer, emptyDesk)
const compared: readonly CompareEvent[] = [
  read('base', '1'),
  read('target', '2'),
  { kind: 'compared', comparison },
]
const step = (by: 1 | -1): CompareEvent => ({ kind: 'stepped', by })

describe('the desk of a comparison', () => {
  it('has nothing to compare until there are two texts', () => {
    expect(pairOf(after(read('base', '1')))).toBeNull()
    expect(pairOf(after(read('base', '1'), read('target', '2')))).toMatchObject({
      base: { view: 'asProposed' },
      target: { view: 'asProposed' },
    })
  })
  it('sets a file with tracked changes beside itself as it was and as proposed', () => {
    const both = { base: { view: 'asItWas' }, target: { view: 'asProposed' } }
    expect(pairOf(after(read('target', '1', 3), read('base', '1', 3)))).toMatchObject(both)
    expect(pairOf(after(read('base', '1', 3), { kind: 'ownChanges', side: 'base' }))).toMatchObject(both)
  })
  it.each<[string, CompareEvent]>([
    ['another file', read('base', '3')],
    ['another view of a file', { kind: 'fileView', side: 'target', view: 'asItWas' }],
    ['swapped sides', { kind: 'swapped' }],
  ])('never shows what was found before with %s', (_, event) => {
    const state = after(...compared, step(1), event)
    expect([state.outcome.state, state.current]).toEqual(['none', null])
  })
  it('keeps how a person looks at it when the files change', () =>
    expect(after(...compared, { kind: 'view', view: 'side' }, { kind: 'swapped' }).view).toBe('side'))
  it('is walked from item to item, and stays at both ends', () => {
    expect(after(...compared, step(1), step(1)).current).toEqual({ item: 1, place: 0 })
    expect(after(...compared, step(1), step(-1)).current).toEqual({ item: 0, place: 0 })
    expect(after(...compared, step(-1)).current?.item).toBe(13) // the last that is not folded
  })
  it('leaves out what is folded, and nothing is lost by that', () => {
    expect(shownItems(after(...compared))).toHaveLength(14)
    const folded: CompareEvent = { kind: 'layer', layer: 'substance' }
    const state = after(...compared, folded, step(1))
    expect(state.current?.item).toBe(6)
    expect(shownItems(compareReducer(state, folded))).toHaveLength(14)
  })
})
