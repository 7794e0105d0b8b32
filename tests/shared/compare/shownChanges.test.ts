import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareTexts } from '../../../shared/compare/compareTexts.ts'
import { type ShownMark, shownChanges } from '../../../shared/compare/shownChanges.ts'
import type { TextDoc } from '../../../shared/text/writtenText.ts'
import { pairOfModels, textOf } from './generatedTexts.ts'
import { compareLines, read } from './support.ts'

describe('what is shown of a comparison in its second text', () => {
  it('has words that came at their place, and words that went where they stood', () =>
    expectMarks('The Parties shall act.', 'The Parties will act now.', [
      { kind: 'deleted', change: 0, at: 13, words: 'shall', block: false },
      { kind: 'inserted', change: 0, from: 13, to: 17 },
      { kind: 'inserted', change: 1, from: 21, to: 25 },
    ]))
  it('has a line that went between those that stayed', () =>
    expectMarks('1. One is first.\n2. Two goes away.\n3. Three stays.', '1. One is first.\n2. Three stays.', [
      { kind: 'deleted', change: 0, at: 15, words: '2. Two goes away.', block: true },
      { kind: 'block', change: 1, from: 15, to: 29, was: '3.' },
    ]))
  it('has nothing of equal texts', () => expectMarks('One.\nTwo.', 'One.\nTwo.', []))

  const pairs = pairOfModels.map(([before, after]) => [textOf(before, 'x'), textOf(after, 'y')] as const)

  it('leads back to lines of the first text, whatever the texts are', () =>
    fc.assert(
      fc.property(pairs, ([base, target]) => {
        const result = compareTexts(base, target, { baseHash: 'a', targetHash: 'b' })
        if (!result.ok) return
        const { marks } = shownChanges(result.value)
        const isCut = result.value.changes.some(({ kind }) => kind === 'split' || kind === 'join')
        for (const mark of marks) {
          const [from, to] = 'at' in mark ? [mark.at, mark.at] : [mark.from, mark.to]
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeLessThanOrEqual(target.content.size)
          if (mark.kind === 'inserted' || mark.kind === 'looks')
            expect(target.resolve(from).parent.inlineContent).toBe(true)
          if (mark.kind === 'deleted') expect(target.resolve(from).parent.inlineContent).toBe(!mark.block)
          if (mark.kind === 'block' || mark.kind === 'insertedBlock' || mark.kind === 'movedHere')
            expect(target.nodeAt(from)?.nodeSize).toBe(to - from)
        }
        if (isCut) return
        const lines = new Set(wordsOfLines(base))
        for (const line of wordsOfLines(target, marks)) if (line !== '') expect(lines).toContain(line)
      }),
      { numRuns: 400 },
    ))

  it('marks every change that is not one of the text as a whole', () =>
    fc.assert(
      fc.property(pairs, ([base, target]) => {
        const result = compareTexts(base, target, { baseHash: 'a', targetHash: 'b' })
        if (!result.ok) return
        const { marks, changes } = shownChanges(result.value)
        const marked = new Set(marks.map(({ change }) => change))
        expect([...Array(changes).keys()].filter((change) => !marked.has(change))).toEqual([])
      }),
      { numRuns: 400 },
    ))
})

function expectMarks(base: string, target: string, expected: readonly ShownMark[]): void {
  expect(shownChanges(compareLines(base, target)).marks).toEqual(expected)
  expect(read(target).content.size).toBeGreaterThan(0)
}

/** The words of each line; with marks, without what came and with what went. */
function wordsOfLines(doc: TextDoc, marks: readonly ShownMark[] = []): readonly string[] {
  const lines: string[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const start = position + 1
    let line = ''
    node.forEach((child, offset) => {
      for (let at = 0; at < child.nodeSize; at++) {
        const place = start + offset + at
        line += went(marks, place)
        const isNew = marks.some((mark) => mark.kind === 'inserted' && mark.from <= place && place < mark.to)
        if (!isNew) line += child.isText ? (child.text?.[at] ?? '') : ''
      }
    })
    // Signs of brackets are words where they went and atoms where they stand.
    lines.push((line + went(marks, start + node.content.size)).replace(/[[\]…\s]|\(?(IDN|KHM)\)?:?/g, ''))
    return false
  })
  return lines
}

function went(marks: readonly ShownMark[], place: number): string {
  return marks
    .map((mark) => (mark.kind === 'deleted' && !mark.block && mark.at === place ? mark.words : ''))
    .join('')
}
