import type { BracketDiagnosis } from './mou/brackets.ts'

/** Why a file was not read as a Word document. Nothing was written, and the file is unchanged in every case. */
export type DocxRefusal =
  | 'empty' // no bytes
  | 'notWord' // no ZIP at all, or one with something else in it: a spreadsheet, an OpenDocument text
  | 'oldWord' // .doc, before 2007
  | 'encrypted' // with a password
  | 'macros' // .docm, or a .docx with a part for macros
  | 'truncated' // begins like a DOCX and ends too early
  | 'damaged' // the ZIP contradicts itself: false sizes, checksums, overlapping parts
  | 'unsafePath' // a part whose name leads out of the file
  | 'fileTooLarge'
  | 'tooManyParts'
  | 'partTooLarge'
  | 'bomb' // a part that swells beyond any true document when it is unpacked
  | 'noText' // no main part
  | 'doctype' // an XML document type, which no DOCX has and attacks need
  | 'brokenXml'
  | 'tooDeep'
  | 'tooMuch' // more text, or more elements, than a document of 700 pages
  | 'pictureTooLarge'

/** The text before all its tracked changes, and the text as they propose it. */
export type DocxView = 'asItWas' | 'asProposed'

/**
 * A place in a view: in the textblock, or else the article or table, with this id; `offset` counts as ProseMirror
 * does from the start of its content, 0 where the label of a clause is meant.
 */
export type DocxPoint = { readonly blockId: string; readonly offset: number }

/** `to` is exclusive. Where a view does not have the words, both points are where they would stand. */
export type DocxPlace = { readonly from: DocxPoint; readonly to: DocxPoint }

/** The same thing in both views; null where nothing of its surroundings is in that view. */
export type DocxPlaces = { readonly [View in DocxView]: DocxPlace | null }

export const docxRevisionKinds = [
  'insertion',
  'deletion',
  'moveFrom',
  'moveTo',
  'format', // of words
  'paragraphFormat', // style, numbering, alignment
  'rowInsertion',
  'rowDeletion',
  'cellInsertion',
  'cellDeletion',
  'cellMerge',
  'tableFormat',
  'sectionFormat',
] as const
export type DocxRevisionKind = (typeof docxRevisionKinds)[number]

/**
 * One tracked change. What Word cut into runs is one again: neighbours in a paragraph of one kind and author.
 * A change over several paragraphs is one for each, its paragraph mark included by `endsParagraph`.
 */
export type DocxRevision = {
  readonly id: string // within this reading: 'r1', 'r2', in reading order
  readonly kind: DocxRevisionKind
  readonly author: string // as written; '' where the file names none
  /** As written, of the first and the last part; Word writes the local clock and calls it UTC. */
  readonly at: string | null
  readonly until: string | null
  readonly part: string // 'word/document.xml'
  readonly places: DocxPlaces | null // null: not in the body, or no place in the text
  readonly wording: string // a line break as '\n', a picture as U+FFFC; of a row its cells apart by two spaces
  readonly endsParagraph: boolean // the end of the paragraph itself came, went or moved
  readonly move: string | null // what both ends of one move share; null where the other end is missing
  readonly inside: string | null // the change within which it was made: deleting what another inserted
  /** Of changes of format: the names of the properties that differ, as the file format has them: 'b', 'numPr'. */
  readonly changed: readonly string[]
}

export type DocxComment = {
  readonly id: string // as in the file
  readonly author: string
  readonly initials: string
  readonly at: string | null
  readonly words: string
  readonly answers: string | null // id of the comment it replies to
  readonly resolved: boolean
  readonly quoted: string // the words of the text it is on, in the view as proposed
  readonly places: DocxPlaces | null // of a reply that has none of its own, those of the comment it answers
}

export type DocxNote = {
  readonly kind: 'footnote' | 'endnote'
  readonly number: number // from 1, in the order of the text
  readonly asItWas: string
  readonly asProposed: string
  readonly places: DocxPlaces | null
}

/** A doubtful bracket. Offsets and line of the diagnosis itself are those of the reading, and mean nothing after it. */
export type DocxDoubt = { readonly diagnosis: BracketDiagnosis; readonly place: DocxPlace | null }

/** What stands at the top or foot of the pages. */
export type DocxPageFrame = {
  readonly kind: 'header' | 'footer'
  readonly pages: 'usual' | 'first' | 'even'
  readonly part: string
  readonly asItWas: string
  readonly asProposed: string
}

export type DocxPicture = {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly description: string // as its author described it
  readonly count: number // how often it is shown
}

export type DocxAuthor = {
  readonly name: string // '' for what nobody signed
  readonly revisions: number
  readonly comments: number
  readonly first: string | null // earliest and latest date, as written
  readonly last: string | null
}

export const docxUnreadKinds = [
  'characterLook', // fonts, sizes, colours
  'paragraphLook', // alignment, indents, spacing
  'styleLook', // paragraphs that are bold, italic or underlined as a whole by their style
  'strikethrough',
  'raised', // superscript and subscript
  'highlight',
  'capitals', // shown in capitals, written otherwise
  'hiddenText', // kept in the text
  'pageBreak',
  'sectionBreak',
  'link', // its words are kept
  'unsafeLink',
  'externalResource', // outside of the file; nothing was fetched
  'picture', // stays in the file
  'drawing',
  'chart',
  'equation', // its signs are kept in one line
  'embeddedObject',
  'embeddedText', // another document put into this one
  'textBox', // its words stand behind the paragraph it is tied to
  'field', // its last result is kept
  'contents', // lines of a table of contents: left out, since the headings are in the text
  'formField',
  'contentControl', // its words are kept
  'bookmark',
  'symbol', // of a font, with no character of its own
  'numberFormat', // counted in digits instead
  'pictureBullet',
  'ruby',
  'footnote', // kept beside the text
  'endnote',
  'header',
  'footer',
  'nestedTable', // deeper than a text holds; its words are kept
  'unknownElement',
  'otherPart', // of the file
] as const
export type DocxUnreadKind = (typeof docxUnreadKinds)[number]

/** Something of the file that the text cannot hold, or holds otherwise: counted by kind and part. */
export type DocxUnread = {
  readonly what: DocxUnreadKind
  readonly part: string
  readonly count: number
  readonly samples: readonly string[] // the first few different ones, shortened; addresses, names, words
}

/**
 * One reading of a Word file: two views of its text, the changes between them, and all that stands beside it.
 * `Doc` is a node of the text schema; where a reading crosses a thread, its JSON. Both views are one object where
 * the file has no tracked changes.
 *
 * A paragraph that is in both views has one id in both. Numbers of clauses are those of each view: an article that
 * was inserted counts in the view as proposed only.
 */
export type DocxReading<Doc> = {
  readonly language: string | null // primary subtag, by the words themselves, else as the file says
  readonly asItWas: Doc
  readonly asProposed: Doc
  /** What a person should look at about brackets, in the order of the text; cells of tables come with their table. */
  readonly doubts: { readonly [View in DocxView]: readonly DocxDoubt[] }
  readonly revisions: readonly DocxRevision[]
  readonly comments: readonly DocxComment[]
  readonly notes: readonly DocxNote[]
  readonly frames: readonly DocxPageFrame[]
  readonly pictures: readonly DocxPicture[]
  readonly authors: readonly DocxAuthor[]
  readonly unread: readonly DocxUnread[]
}

/** For the job that reads: a file that takes longer, in milliseconds, is no document that a person wrote. */
export const readingDeadlineMs = 10_000
