import { Mark, mergeAttributes, Node } from '@tiptap/core'
import { deepestLetter, NumberingScheme } from '../mou/numberingScheme.ts'
import { attribute, isIdentifier, isOneOf, isText, isWhole } from './attributes.ts'

export const isNumberingScheme = (value: unknown): boolean => NumberingScheme.safeParse(value).success

/** Whether the number of a clause is as somebody typed it, or counted by the scheme of its text. */
export const numbered = attribute('numbered', 'asTyped', isOneOf(['asTyped', 'byScheme']))

type Labelled = {
  readonly group: 'clause' | 'division'
  readonly before: string
  readonly after: string
  readonly longestBefore: number
  readonly endsLine: boolean // the label may stand on a line of its own
}

/** A line with a number that is not text: `before + number + after` is the label as written, '1. ' or '(a) '. */
function labelledBlock(name: string, form: Labelled, more: ReturnType<typeof attribute> = {}) {
  const { group, before, after, longestBefore, endsLine } = form
  return Node.create({
    name,
    group,
    content: 'inline*',
    defining: true,
    addAttributes() {
      return {
        ...attribute('number', '', isText(24), { keepOnSplit: false }),
        ...attribute('before', before, isText(longestBefore)),
        // With the white space up to the text.
        ...attribute('after', after, endsLine ? isText(24, /^[^\n\r]*\n?$/u) : isText(24)),
        ...numbered,
        ...more,
      }
    },
    parseHTML: () => [{ tag: `div[data-node="${name}"]` }],
    renderHTML({ node, HTMLAttributes }) {
      const label = `${node.attrs['before']}${node.attrs['number']}${node.attrs['after']}`.trim()
      return ['div', mergeAttributes({ 'data-node': name, 'data-label': label }, HTMLAttributes), 0]
    },
  })
}

const line = { group: 'clause', longestBefore: 8, endsLine: false } as const

export const NumberedParagraph = labelledBlock('numberedParagraph', { ...line, before: '', after: '. ' })

/** Letters stand in each other by `level`, from 1: a row of lines, so that a bracket may hold any run of them. */
export const Letter = labelledBlock(
  'letter',
  { ...line, before: '(', after: ') ' },
  attribute('level', 1, isWhole(1, deepestLetter)),
)

/** The line with which a chapter or an annex begins; what belongs to it follows, up to the next. */
export const Division = labelledBlock(
  'division',
  { group: 'division', before: '', after: '', longestBefore: 24, endsLine: true },
  attribute('kind', 'chapter', isOneOf(['chapter', 'annex'])),
)

/** What a cross-reference shows of the clause it points at; 'asWritten' keeps the words whatever becomes of numbers. */
export const linkForms = ['whole', 'own', 'number', 'asWritten'] as const
export type LinkForm = (typeof linkForms)[number]

/** Words that refer to a clause, by the id of its block. The words are text, so every form of the text has them. */
export const ClauseLink = Mark.create({
  name: 'clauseLink',
  inclusive: false,
  addAttributes() {
    return {
      ...attribute('target', '', isIdentifier, { isRequired: true }),
      ...attribute('form', 'whole', isOneOf(linkForms)),
    }
  },
  parseHTML: () => [{ tag: 'span[data-mark="clauseLink"]', getAttrs: withTarget }],
  renderHTML: ({ HTMLAttributes }) => [
    'span',
    mergeAttributes({ 'data-mark': 'clauseLink' }, HTMLAttributes),
    0,
  ],
})

function withTarget(element: { getAttribute(name: string): string | null }) {
  return isIdentifier(element.getAttribute('data-target')) ? null : (false as const)
}
