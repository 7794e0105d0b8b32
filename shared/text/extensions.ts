import { Extension, getSchema, Mark, mergeAttributes, Node } from '@tiptap/core'
import type { Extensions } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Text } from '@tiptap/extension-text'
import { Underline } from '@tiptap/extension-underline'
import type { Schema } from '@tiptap/pm/model'
import { bracketKinds, bracketStates } from '../mou/attribution.ts'
import {
  attribute,
  checked,
  isAttribution,
  isIdentifier,
  isLanguageTag,
  isListOf,
  isOneOf,
  isSide,
  isText,
  isWhole,
  orNull,
} from './attributes.ts'
import {
  ClauseLink,
  Division,
  isNumberingScheme,
  Letter,
  numbered,
  NumberedParagraph,
} from './clauseNodes.ts'

/** What a paragraph is in an instrument or in minutes. */
const paragraphRoles = [
  'body',
  'cover', // whose draft, as of when
  'title',
  'opening', // names the two sides
  'recital',
  'agreed', // 'HAVE AGREED as follows:'
  'heading',
  'definition', // says what a term means, without a number of its own
  'testimonium', // 'IN WITNESS WHEREOF', 'DONE at'
  'signatures',
] as const
export type ParagraphRole = (typeof paragraphRoles)[number]

/** The blocks that hold wording directly. Each is one line of the plain text. */
const wordingBlocks = ['paragraph', 'division', 'articleHeading', 'numberedParagraph', 'letter'] as const

/** All blocks: each carries a stable id, on which lineage, links and comments hang. */
export const blockTypes = [
  ...wordingBlocks,
  'article',
  'bracketBlock',
  'decisionRef',
  'actionRef',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
] as const

const BLOCK = '(block | clause)'

const TextDocument = Node.create({
  name: 'doc',
  topNode: true,
  content: '(block | clause | article | division)+',
  addAttributes() {
    return {
      ...attribute('lang', null, orNull(isLanguageTag), { rendered: false }),
      // How its clauses count; null: as is usual in its language.
      ...attribute('numbering', null, orNull(isNumberingScheme), { rendered: false }),
      // How the plain text that it came from ends its lines and itself; others keep the defaults.
      ...attribute('lineEnd', '\n', isOneOf(['\n', '\r\n']), { rendered: false }),
      ...attribute('finalLineEnds', 0, isWhole(0, 5_000_000), { rendered: false }),
    }
  },
})

const BlockIdentity = Extension.create({
  name: 'blockIdentity',
  addGlobalAttributes() {
    return [
      {
        types: [...blockTypes],
        attributes: {
          ...attribute('blockId', null, orNull(isIdentifier), { keepOnSplit: false }),
          ...attribute('blankLinesBefore', 0, isWhole(0, 5_000_000), { keepOnSplit: false }),
        },
      },
      {
        types: [...wordingBlocks, 'article', 'tableCell', 'tableHeader'],
        attributes: attribute('lang', null, orNull(isLanguageTag), {
          parseHTML: (element) => {
            const lang: unknown = element.getAttribute('lang')
            return isLanguageTag(lang) ? lang : null
          },
          renderHTML: ({ lang }) => (lang === null ? {} : { lang: String(lang) }),
        }),
      },
    ]
  },
})

const TextParagraph = Paragraph.extend({
  addAttributes() {
    return {
      ...attribute('role', 'body', isOneOf(paragraphRoles)),
      // Whose position it states; null: of nobody, or of both. A new paragraph goes on with it.
      ...attribute('side', null, orNull(isSide)),
    }
  },
  parseHTML() {
    const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
    return [{ tag: 'p' }, ...headings.map((tag) => ({ tag, attrs: { role: 'heading' } }))]
  },
})

/** An article: its heading (empty if it has none), then what it says. Its number is as typed: '3', '7 bis', '១០'. */
const Article = Node.create({
  name: 'article',
  group: 'article',
  content: `articleHeading ${BLOCK}*`,
  defining: true,
  addAttributes() {
    return {
      ...attribute('word', 'Article', isText(24)), // as written: 'Pasal', 'មាត្រា', 'PARAGRAPH'
      ...attribute('gap', ' ', isText(8, /^[ \t\u00a0]*$/)), // between word and number
      ...attribute('number', '', isText(24), { keepOnSplit: false }),
      ...attribute('joint', '\n', isText(24, /^[^\n\r]*\n?$/)), // between number and heading: a new line, ': '
      ...numbered,
    }
  },
  parseHTML: () => [{ tag: 'section[data-node="article"]' }],
  renderHTML({ node, HTMLAttributes }) {
    const { word, gap, number } = node.attrs
    const label = `${word}${gap}${number}`
    return ['section', mergeAttributes({ 'data-node': 'article', 'data-label': label }, HTMLAttributes), 0]
  },
})

const ArticleHeading = Node.create({
  name: 'articleHeading',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'div[data-node="articleHeading"]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'div',
    mergeAttributes({ 'data-node': 'articleHeading' }, HTMLAttributes),
    0,
  ],
})

function bracketAttributes() {
  return {
    ...attribute('bracketId', '', isIdentifier, { isRequired: true }),
    ...attribute('kind', 'unclassified', isOneOf(bracketKinds)),
    ...attribute('state', 'open', isOneOf(bracketStates)),
    ...attribute('sides', [], isListOf(isSide, 16)),
    ...attribute('reservedBy', [], isListOf(isSide, 16)),
    ...attribute('opposedBy', [], isListOf(isSide, 16)),
    ...attribute('note', '', isText(4000, /^/)),
    ...attribute('since', null, orNull(isIdentifier)), // the meeting at which it came into the text
    ...attribute('lead', '', isAttribution), // as written at its start: 'IDN: '
  }
}

/** Opens a bracket within a paragraph; what is said about the bracket is said here. */
const BracketOpen = Node.create({
  name: 'bracketOpen',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: bracketAttributes,
  parseHTML: () => [{ tag: 'span[data-node="bracketOpen"]', getAttrs: withIdentifier('data-bracket-id') }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes({ 'data-node': 'bracketOpen' }, HTMLAttributes),
    `[${node.attrs['lead']}`,
  ],
})

const BracketClose = Node.create({
  name: 'bracketClose',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes() {
    return {
      ...attribute('bracketId', '', isIdentifier, { isRequired: true }),
      ...attribute('tail', '', isAttribution), // as written at its end: ' (IDN)'
    }
  },
  parseHTML: () => [{ tag: 'span[data-node="bracketClose"]', getAttrs: withIdentifier('data-bracket-id') }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes({ 'data-node': 'bracketClose' }, HTMLAttributes),
    `${node.attrs['tail']}]`,
  ],
})

/** A bracket around whole paragraphs or articles. */
const BracketBlock = Node.create({
  name: 'bracketBlock',
  group: 'clause',
  content: '(block | clause | article | division)+',
  defining: true,
  addAttributes() {
    return { ...bracketAttributes(), ...attribute('tail', '', isAttribution) }
  },
  parseHTML: () => [{ tag: 'div[data-node="bracketBlock"]', getAttrs: withIdentifier('data-bracket-id') }],
  renderHTML: ({ HTMLAttributes }) => [
    'div',
    mergeAttributes({ 'data-node': 'bracketBlock' }, HTMLAttributes),
    0,
  ],
})

/** Stands where a thing of the record is said; the wording is the record's. */
function recordReference(
  name: 'decisionRef' | 'actionRef' | 'figureRef' | 'personRef',
  group: string,
  more: ReturnType<typeof attribute> = {},
) {
  const tag = group === 'inline' ? 'span' : 'div'
  return Node.create({
    name,
    group,
    inline: group === 'inline',
    atom: true,
    addAttributes: () => ({ ...attribute('recordId', '', isIdentifier, { isRequired: true }), ...more }),
    parseHTML: () => [{ tag: `${tag}[data-node="${name}"]`, getAttrs: withIdentifier('data-record-id') }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes({ 'data-node': name }, HTMLAttributes)],
  })
}

const isReferenceWords = isText(200, /^[^\n\r]+$/u)
const isSeriesNumber = isText(24, /^\d+\/\d+\/\d+$/)

/**
 * A clause of the working text of a memorandum, by the id of its block. `words` are what it was called when it was put
 * in: minutes keep them, whatever becomes of its number.
 */
const ArticleReference = Node.create({
  name: 'articleRef',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes() {
    return {
      ...attribute('mouId', '', isIdentifier, { isRequired: true }),
      ...attribute('target', '', isIdentifier, { isRequired: true }),
      ...attribute('words', '', isReferenceWords, { isRequired: true }),
    }
  },
  parseHTML: () => [{ tag: 'span[data-node="articleRef"]', getAttrs: withArticle }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes({ 'data-node': 'articleRef' }, HTMLAttributes),
    String(node.attrs['words']),
  ],
})

/**
 * Names a decision or an action of the series in the line, by its number: '2/2025/3'. A number is never changed nor
 * given twice, so `words` are right whatever becomes of the thing, and papers that leave need nothing but them. The
 * attribute is not `recordId`: naming a thing is not saying it, and it may be removed while it is named.
 */
const OutcomeLink = Node.create({
  name: 'outcomeLink',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes() {
    return {
      ...attribute('of', 'decision', isOneOf(['decision', 'action'])),
      ...attribute('target', '', isIdentifier, { isRequired: true }),
      ...attribute('words', '', isSeriesNumber, { isRequired: true }),
    }
  },
  parseHTML: () => [{ tag: 'span[data-node="outcomeLink"]', getAttrs: withOutcome }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes({ 'data-node': 'outcomeLink' }, HTMLAttributes),
    String(node.attrs['words']),
  ],
})

const Language = Mark.create({
  name: 'language',
  addAttributes() {
    return attribute('lang', '', isLanguageTag, {
      isRequired: true,
      parseHTML: (element) => element.getAttribute('lang'),
      renderHTML: ({ lang }) => ({ lang: String(lang) }),
    })
  },
  parseHTML: () => [{ tag: 'span[lang]:not([data-node])', getAttrs: withLanguage }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
})

const TextTable = Table.extend({
  addAttributes() {
    return { ...this.parent?.(), ...attribute('role', 'data', isOneOf(['data', 'signatures'])) }
  },
})

const cellChecks = {
  colspan: isWhole(1, 100),
  rowspan: isWhole(1, 10_000),
  colwidth: orNull(isListOf(isWhole(0, 10_000), 100)),
  align: orNull(isOneOf(['left', 'center', 'right'])),
}

const TextTableCell = TableCell.extend({
  addAttributes() {
    return checked(this.parent?.(), cellChecks)
  },
})

const TextTableHeader = TableHeader.extend({
  addAttributes() {
    return checked(this.parent?.(), cellChecks)
  },
})

const TextOrderedList = OrderedList.extend({
  addAttributes() {
    return checked(this.parent?.(), {
      start: isWhole(0, 100_000),
      type: orNull(isOneOf(['1', 'a', 'A', 'i', 'I'])),
    })
  },
})

/**
 * The one schema of texts, for minutes and drafts: editor, store, comparison, import and export use this list.
 * Plain Node can load it. Clause numbers are attributes; wording of decisions, actions, figures and people is in
 * the record; brackets are pairs of atoms with one id, or a block around whole paragraphs.
 */
export const textExtensions: Extensions = [
  TextDocument,
  TextParagraph,
  Text,
  BlockIdentity,
  Article,
  ArticleHeading,
  NumberedParagraph,
  Letter,
  Division,
  BracketOpen,
  BracketClose,
  BracketBlock,
  recordReference('decisionRef', 'block'),
  recordReference('actionRef', 'block'),
  // `said`: what the record said of it when it was put in or last looked at; '' is not known.
  recordReference('figureRef', 'inline', attribute('said', '', isText(200))),
  recordReference('personRef', 'inline'),
  ArticleReference,
  OutcomeLink,
  BulletList,
  TextOrderedList,
  ListItem,
  ListKeymap,
  TextTable,
  TableRow,
  TextTableCell,
  TextTableHeader,
  HardBreak,
  Bold,
  Italic,
  Underline,
  Language,
  ClauseLink,
]

/** The schema of `textExtensions`, made once. Its version is `schemaVersion`. */
export const textSchema: Schema = getSchema(textExtensions)

function withIdentifier(name: string) {
  return (element: { getAttribute(name: string): string | null }) =>
    isIdentifier(element.getAttribute(name)) ? null : (false as const)
}

function withArticle(element: { getAttribute(name: string): string | null }) {
  const named = ['data-mou-id', 'data-target'].every((name) => isIdentifier(element.getAttribute(name)))
  return named && isReferenceWords(element.getAttribute('data-words')) ? null : (false as const)
}

function withOutcome(element: { getAttribute(name: string): string | null }) {
  const isNamed = isIdentifier(element.getAttribute('data-target'))
  return isNamed && isSeriesNumber(element.getAttribute('data-words')) ? null : (false as const)
}

function withLanguage(element: { getAttribute(name: string): string | null }) {
  return isLanguageTag(element.getAttribute('lang')) ? null : (false as const)
}
