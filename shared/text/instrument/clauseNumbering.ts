import type { Node } from '@tiptap/pm/model'
import { clauseNumber, placeOfNumber } from '../../mou/clauseNumbers.ts'
import type { NumberForm, NumberingScheme } from '../../mou/numberingScheme.ts'
import { usualNumbering } from '../../mou/numberingScheme.ts'
import { Language } from '../../values.ts'

/** How the clauses of a text are numbered: as it says itself, else as is usual in its language. */
export function numberingOf(doc: Node): NumberingScheme {
  const own = doc.attrs['numbering'] as NumberingScheme | null
  if (own) return own
  const language = Language.safeParse(String(doc.attrs['lang']).slice(0, 2))
  return usualNumbering[language.success ? language.data : 'en']
}

/** What the label of a clause should be and is not. `pos` is the clause, as ProseMirror counts. */
export type LabelChange = { readonly pos: number; readonly attrs: Readonly<Record<string, string>> }

/**
 * What the scheme changes in the labels of a text, in reading order; nothing where all is in order.
 *
 * Only clauses that are numbered by the scheme change. Those numbered as typed keep their label and set the count:
 * behind '7 bis' comes 8, behind a typed 9 comes 10; a number that no count can follow ('3.1') is passed over.
 * Paragraphs begin anew in each article and annex, letters in each paragraph and behind a line that ends with a colon.
 * Articles run on through chapters and begin anew in each annex. Bracketed alternatives for one place count alike.
 */
export function labelChanges(doc: Node, scheme: NumberingScheme = numberingOf(doc)): readonly LabelChange[] {
  const changes: LabelChange[] = []
  countIn(doc, 0, nothingCounted, { scheme, changes })
  return changes
}

type Counts = {
  readonly chapter: number
  readonly annex: number
  readonly article: number
  readonly paragraph: number
  readonly letters: readonly number[] // by level
}

const nothingCounted: Counts = { chapter: 0, annex: 0, article: 0, paragraph: 0, letters: [] }

type Counting = { readonly scheme: NumberingScheme; readonly changes: LabelChange[] }

/** Recurses as deep as blocks may stand in each other. `start` is where the content of `parent` begins. */
function countIn(parent: Node, start: number, before: Counts, counting: Counting): Counts {
  let counts = before
  let ahead: Counts | null = null // of the first of several alternatives
  parent.forEach((node, offset) => {
    const at = start + offset
    if (node.type.name !== 'bracketBlock' || node.attrs['kind'] !== 'alternative') {
      ahead = null
      counts = counted(node, at, counts, counting)
    } else if (ahead) {
      countIn(node, at + 1, ahead, counting)
    } else {
      ahead = counts
      counts = countIn(node, at + 1, counts, counting)
    }
  })
  return counts
}

function counted(node: Node, at: number, counts: Counts, counting: Counting): Counts {
  const { scheme } = counting
  const number = (form: NumberForm, count: number) => place(node, at, form, count, counting)
  switch (node.type.name) {
    case 'division':
      return node.attrs['kind'] === 'annex'
        ? { ...nothingCounted, annex: number(scheme.annex, counts.annex) }
        : { ...counts, chapter: number(scheme.chapter, counts.chapter), paragraph: 0, letters: [] }
    case 'article': {
      const article = number(scheme.article, counts.article)
      countIn(node, at + 1, { ...counts, article, paragraph: 0, letters: [] }, counting)
      return { ...counts, article, paragraph: 0, letters: [] }
    }
    case 'numberedParagraph':
      return { ...counts, paragraph: number(scheme.paragraph, counts.paragraph), letters: [] }
    case 'letter': {
      const level = Number(node.attrs['level'])
      const letter = number(letterForm(scheme, level), counts.letters[level - 1] ?? 0)
      const outer = Array.from({ length: level - 1 }, (_, index) => counts.letters[index] ?? 0)
      return { ...counts, letters: [...outer, letter] }
    }
    case 'paragraph':
      return counts.letters.length > 0 && endsWithColon(node) ? { ...counts, letters: [] } : counts
    case 'bracketBlock':
      return countIn(node, at + 1, counts, counting)
    default:
      return counts
  }
}

export function letterForm({ letters }: NumberingScheme, level: number): NumberForm {
  const form = letters[Math.min(level, letters.length) - 1]
  if (!form) throw new RangeError('A scheme has a form of letters')
  return form
}

/** The place of a clause in its count; notes what its label lacks. */
function place(node: Node, pos: number, form: NumberForm, count: number, { changes }: Counting): number {
  if (node.attrs['numbered'] !== 'byScheme')
    return placeOfNumber(String(node.attrs['number']), form.style) ?? count
  const wanted = labelBy(form, clauseNumber(count + 1, form.style), node)
  const attrs = Object.entries(wanted).filter(([name, value]) => node.attrs[name] !== value)
  if (attrs.length > 0) changes.push({ pos, attrs: Object.fromEntries(attrs) })
  return count + 1
}

/** The label of a clause in the attributes of its node. */
export function labelBy(form: NumberForm, number: string, node: Node): Readonly<Record<string, string>> {
  const { before, after } = form
  if (node.type.name === 'article') {
    const [, word = '', gap = ''] = /^(.*?)([ \t\u00a0]{0,8})$/u.exec(before) ?? []
    return { word, gap, number, joint: after === '' ? '\n' : after }
  }
  if (node.type.name === 'division')
    return { before, number, after: after !== '' ? after : node.childCount > 0 ? '\n' : '' }
  return { before, number, after }
}

function endsWithColon(node: Node): boolean {
  const last = node.lastChild
  return last?.isText === true && /[:：៖]\s*$/u.test(last.text ?? '')
}
