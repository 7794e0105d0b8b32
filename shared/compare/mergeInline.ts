import { textSchema } from '../text/extensions.ts'
import type { TextDoc } from '../text/writtenText.ts'
import { fold } from './vocabulary.ts'

/** Wording in a line: texts with marks, signs of brackets, breaks, references. */
export type Wording = readonly TextDoc[]

/** The wording between two offsets of a line, each atom one wide. */
export function wordingIn(textblock: TextDoc, from: number, to: number): Wording {
  return to > from ? textblock.cut(from, to).children : []
}

export type Sameness = 'exact' | 'marksAside' | 'typographyAside'

/** Whether two wordings are the same, ids of brackets aside. */
export function isSameWording(a: Wording, b: Wording, sameness: Sameness): boolean {
  return a === b || described(a, sameness) === described(b, sameness)
}

function described(wording: Wording, sameness: Sameness): string {
  const brackets = new Map<unknown, number>()
  let text = ''
  let marks = ''
  const pieces: string[] = []
  const flush = () => {
    if (text !== '') pieces.push(JSON.stringify([sameness === 'typographyAside' ? fold(text) : text, marks]))
    text = ''
  }
  for (const node of wording) {
    const own = sameness === 'exact' ? JSON.stringify(node.marks) : ''
    if (node.isText && own === marks) {
      text += node.text ?? ''
      continue
    }
    flush()
    marks = own
    if (node.isText) {
      text = node.text ?? ''
      continue
    }
    const { bracketId, ...attrs } = node.attrs
    const bracket = bracketId === undefined ? null : (brackets.get(bracketId) ?? brackets.size)
    if (bracket !== null) brackets.set(bracketId, bracket)
    pieces.push(JSON.stringify([node.type.name, bracket, attrs, own]))
  }
  flush()
  return pieces.join()
}

export function isBlank(wording: Wording): boolean {
  return wording.every((node) => node.isText && node.text?.trim() === '')
}

export type Trimmed = { readonly ahead: Wording; readonly core: Wording; readonly behind: Wording }

/** Parts the white space at both ends from what stands between. Of blank wording all is ahead. */
export function trimmed(wording: Wording): Trimmed {
  const ahead: TextDoc[] = []
  const core = [...wording]
  const behind: TextDoc[] = []
  for (let first = core[0]; first?.isText; first = core[0]) {
    const space = spaceAhead(first.text ?? '')
    if (space === 0) break
    ahead.push(first.cut(0, space))
    core.shift()
    if (space < first.nodeSize) {
      core.unshift(first.cut(space))
      break
    }
  }
  for (let last = core.at(-1); last?.isText; last = core.at(-1)) {
    const words = (last.text ?? '').trimEnd().length
    if (words === last.nodeSize) break
    behind.unshift(last.cut(words))
    core.pop()
    if (words > 0) {
      core.push(last.cut(0, words))
      break
    }
  }
  return { ahead, core, behind }
}

function spaceAhead(text: string): number {
  return text.length - text.trimStart().length
}

/**
 * The same words with the marks that three texts give them: what one side set or took away, each mark by itself.
 * Of a language that both changed differently that of the base stays.
 */
export function mergeMarks(words: Wording, base: Wording, first: Wording, second: Wording): Wording {
  const lengths = [words, base, first, second].map(sizeOf)
  if (new Set(lengths).size > 1) return words
  const ends = [...new Set([words, base, first, second].flatMap((wording) => endsOf(wording)))].sort(
    (a, b) => a - b,
  )
  let from = 0
  return ends.flatMap((to) => {
    const here = [words, base, first, second].map((wording) => pieceAt(wording, from))
    const [own, ofBase, ofFirst, ofSecond] = here
    const start = from
    from = to
    if (!own) return []
    const piece = own.node.isText ? own.node.cut(start - own.from, to - own.from) : own.node
    return [
      piece.mark(marksOf(ofBase?.node.marks ?? [], ofFirst?.node.marks ?? [], ofSecond?.node.marks ?? [])),
    ]
  })
}

type Marks = TextDoc['marks']

function marksOf(base: Marks, first: Marks, second: Marks): Marks {
  const names = Object.keys(textSchema.marks)
  return names.flatMap((name) => {
    const [b, f, s] = [base, first, second].map((marks) => marks.find(({ type }) => type.name === name))
    const isSame = (one: Marks[number] | undefined, other: Marks[number] | undefined) =>
      one === other || (one !== undefined && other !== undefined && one.eq(other))
    const merged = isSame(f, b) ? s : isSame(s, b) || isSame(f, s) ? f : b
    return merged ? [merged] : []
  })
}

function sizeOf(wording: Wording): number {
  return wording.reduce((size, node) => size + node.nodeSize, 0)
}

function endsOf(wording: Wording): readonly number[] {
  let end = 0
  return wording.map((node) => (end += node.nodeSize))
}

function pieceAt(wording: Wording, at: number): { readonly node: TextDoc; readonly from: number } | null {
  let from = 0
  for (const node of wording) {
    if (at < from + node.nodeSize) return { node, from }
    from += node.nodeSize
  }
  return null
}
