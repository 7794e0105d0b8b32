import type {
  DocxAuthor,
  DocxComment,
  DocxNote,
  DocxPlace,
  DocxPlaces,
  DocxReading,
  DocxRevision,
  DocxView,
} from '../../docxReading.ts'
import type { Fault } from '../../fault.ts'
import type { BracketOptions } from '../../mou/brackets.ts'
import { fail, ok, type Result } from '../../result.ts'
import { inlineText } from '../../text/plainText.ts'
import type { TextDoc } from '../../text/writtenText.ts'
import { readComments, readFrames, readNotes } from './beside.ts'
import { languageOfWords } from './languages.ts'
import { docxLimits } from './limits.ts'
import { isIn, type MarkedBlock, type MarkedRevision } from './markedText.ts'
import { readNumbering } from './numbering.ts'
import { createPictures } from './pictures.ts'
import type { ReadingContext } from './readingContext.ts'
import { Refusal } from './refusal.ts'
import { createReport } from './report.ts'
import { createRevisions } from './revisions.ts'
import { createStoryReader } from './storyReader.ts'
import { readStyles } from './styles.ts'
import { buildView, type BuiltView } from './viewDocument.ts'
import { openWordPackage, type WordPackage } from './wordPackage.ts'
import type { XmlElement } from './xml.ts'

export type ReadDocxOptions = BracketOptions & {
  readonly name: string // of the file, for the words of a refusal
  readonly newId: () => string // for blocks and brackets
  readonly language?: string // of the text, where a person said it
}

/**
 * Reads a Word file that nobody vouches for: both views of its text, what was changed between them and by whom, what
 * stands beside the text, and a list of everything that a text cannot hold.
 *
 * A file that is hostile, broken or none of Word's is refused with the reason (`DocxRefused`); nothing else can come
 * of it, and nothing outside of it is looked at. Time and memory are bounded by limits.ts; who reads for a person
 * does so in a worker with a deadline, since a file within all limits may still take seconds.
 */
export function readDocx(bytes: Uint8Array, options: ReadDocxOptions): Result<DocxReading<TextDoc>, Fault> {
  try {
    return ok(read(bytes, options))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return fail({ kind: 'DocxRefused', why: error.why, name: options.name, part: error.part })
  }
}

function read(bytes: Uint8Array, options: ReadDocxOptions): DocxReading<TextDoc> {
  const pack = openWordPackage(bytes)
  const { main } = pack
  const report = createReport()
  const revisions = createRevisions()
  const stylesPart = pack.partFor(main, 'styles')
  const styles = readStyles(stylesPart === undefined ? undefined : pack.xml(stylesPart))
  const numberingPart = pack.partFor(main, 'numbering')
  const numbering = readNumbering(
    numberingPart === undefined ? undefined : pack.xml(numberingPart),
    styles,
    (what, sample) => report.add(what, numberingPart ?? main, sample),
  )
  let characters = 0
  const count = (more: number) => {
    characters += more
    if (characters > docxLimits.characters) throw new Refusal('tooMuch')
  }
  const pictures = createPictures(pack, report)
  const context: ReadingContext = { pack, styles, numbering, report, revisions, pictures, count }

  const blocks: MarkedBlock[] = []
  const sections: XmlElement[] = []
  const story = createStoryReader(context, main)
  let hasBody = false
  const root = pack.xml(main, {
    of: 'w:body',
    take(element) {
      sections.push(...framesOf(element))
      blocks.push(...story.read([element]))
    },
  })
  for (const { name } of root.children) hasBody ||= name === 'w:body'
  if (!hasBody) throw new Refusal('noText', main)
  const ofBody = revisions.all.length

  const comments = readComments(context)
  const notes = readNotes(context)
  const frames = readFrames(context, sections)
  reportOutside(pack, context)
  reportOtherParts(pack, context)

  const idOf = createIds(options.newId)
  const { language, usualTag } = languages(blocks, options.language)
  const deepTables = new WeakSet<object>()
  const build = (view: DocxView): BuiltView =>
    buildView(blocks, {
      ...options,
      view,
      language,
      usualTag,
      idOf,
      counter: numbering.counter(),
      nestedTables: docxLimits.nestedTables,
      tooDeep: (table) => {
        if (!deepTables.has(table)) report.add('nestedTable', main)
        deepTables.add(table)
      },
    })
  const asProposed = build('asProposed')
  const asItWas = ofBody === 0 ? asProposed : build('asItWas')

  const placesOf = (of: (view: BuiltView) => DocxPlace | undefined): DocxPlaces | null => {
    const [before, after] = [of(asItWas) ?? null, of(asProposed) ?? null]
    return before || after ? { asItWas: before, asProposed: after } : null
  }
  const placesBetween = (from: string, to: string) =>
    placesOf(({ points }) => {
      const [start, end] = [points.get(from), points.get(to)]
      return start && end ? { from: start, to: end } : undefined
    })
  const finished = finishedRevisions(revisions.all, main, (revision) =>
    placesOf(({ places }) => places.get(revision)),
  )
  const finishedComments = placedComments(comments, placesBetween, asProposed.doc)
  return {
    language,
    asItWas: asItWas.doc,
    asProposed: asProposed.doc,
    doubts: { asItWas: asItWas.doubts, asProposed: asProposed.doubts },
    revisions: finished,
    comments: finishedComments,
    notes: placedNotes(notes, asProposed, placesBetween),
    frames,
    pictures: pictures.list(),
    authors: authorsOf(finished, finishedComments),
    unread: report.list(),
  }
}

/** The references to headers and footers of a section, wherever its properties stand. */
function framesOf(element: XmlElement): readonly XmlElement[] {
  const properties =
    element.name === 'w:sectPr'
      ? element
      : element.children
          .find(({ name }) => name === 'w:pPr')
          ?.children.find(({ name }) => name === 'w:sectPr')
  return properties?.children.filter(({ name }) => /^w:(?:header|footer)Reference$/.test(name)) ?? []
}

/** Ids of the things of a file, the same whenever they are asked for. */
function createIds(newId: () => string): (thing: object, part: string) => string {
  // Most things are asked for one part only, and a long table has a hundred thousand of them.
  const known = new WeakMap<
    object,
    { readonly part: string; readonly id: string; others: Map<string, string> | null }
  >()
  return (thing, part) => {
    const first = known.get(thing)
    if (!first) {
      const id = newId()
      known.set(thing, { part, id, others: null })
      return id
    }
    if (first.part === part) return first.id
    first.others ??= new Map()
    let id = first.others.get(part)
    if (id === undefined) first.others.set(part, (id = newId()))
    return id
  }
}

/** The language of a text, and the tag that the file puts on most of its words, by their number of characters. */
function languages(blocks: readonly MarkedBlock[], said: string | undefined) {
  const lengths = new Map<string, number>()
  const sample: string[] = []
  let sampled = 0
  const look = (block: MarkedBlock): void => {
    if (block.kind === 'table') {
      for (const { cells } of block.rows) for (const cell of cells) cell.blocks.forEach(look)
      return
    }
    for (const { text, look, revisions } of block.pieces) {
      if (!isIn('asProposed', revisions)) continue
      if (look.lang !== null) lengths.set(look.lang, (lengths.get(look.lang) ?? 0) + text.length)
      if (sampled < 40_000) sample.push(text)
      sampled += text.length
    }
    sample.push('\n')
  }
  blocks.forEach(look)
  const [usualTag = null] = [...lengths].sort(([, one], [, other]) => other - one).map(([tag]) => tag)
  const language = said ?? languageOfWords(sample.join('')) ?? usualTag
  // The tag of most words is that of the text by mistake, unless it is of another script.
  return { language, usualTag: usualTag === 'km' || language === 'km' ? language : usualTag }
}

function finishedRevisions(
  all: readonly MarkedRevision[],
  main: string,
  placesOf: (revision: MarkedRevision) => DocxPlaces | null,
): readonly DocxRevision[] {
  const ids = new Map(all.map((revision, index) => [revision, `r${index + 1}`]))
  const ends = new Map<string, Set<string>>()
  for (const { kind, move } of all) if (move !== null) ends.set(move, (ends.get(move) ?? new Set()).add(kind))
  return all.map((revision) => ({
    id: ids.get(revision) ?? '',
    kind: revision.kind,
    author: revision.author,
    at: revision.at,
    until: revision.until,
    part: revision.part,
    places: revision.part === main ? placesOf(revision) : null,
    wording: revision.words.join(''),
    endsParagraph: revision.endsParagraph,
    move: revision.move !== null && ends.get(revision.move)?.size === 2 ? revision.move : null,
    inside: revision.inside ? (ids.get(revision.inside) ?? null) : null,
    changed: revision.changed,
  }))
}

type Between = (from: string, to: string) => DocxPlaces | null

function placedComments(
  comments: ReturnType<typeof readComments>,
  between: Between,
  proposed: TextDoc,
): readonly DocxComment[] {
  const own = new Map(
    comments.map(({ id }) => [
      id,
      between(`commentStart ${id}`, `commentEnd ${id}`) ?? between(`comment ${id}`, `comment ${id}`),
    ]),
  )
  if (comments.length === 0) return []
  const quote = createQuotes(proposed)
  return comments.map((comment) => {
    const places =
      own.get(comment.id) ?? (comment.answers === null ? null : (own.get(comment.answers) ?? null))
    return { ...comment, places, quoted: places?.asProposed ? quote(places.asProposed) : '' }
  })
}

/** The longest passage that is quoted beside a comment. */
const LONGEST_QUOTE = 500

/** Gives the words of a place in a view. */
function createQuotes(doc: TextDoc): (place: DocxPlace) => string {
  const blocks: { readonly id: string; readonly node: TextDoc }[] = []
  const byId = new Map<string, number>()
  doc.descendants((node) => {
    const id: unknown = node.attrs['blockId']
    if (typeof id === 'string') {
      byId.set(id, blocks.length)
      if (!node.inlineContent) return true
      blocks.push({ id, node })
    }
    return !node.inlineContent
  })
  return ({ from, to }) => {
    const first = byId.get(from.blockId)
    const last = byId.get(to.blockId)
    if (first === undefined || last === undefined) return ''
    const lines: string[] = []
    let length = 0
    for (let index = first; index <= last && length < LONGEST_QUOTE; index++) {
      const block = blocks[index]
      if (!block) break
      const start = block.id === from.blockId ? from.offset : 0
      const end = block.id === to.blockId ? to.offset : block.node.content.size
      const words = end > start ? inlineText(block.node.cut(start, end)) : ''
      lines.push(words)
      length += words.length
    }
    return lines.join('\n').slice(0, LONGEST_QUOTE)
  }
}

function placedNotes(
  notes: ReturnType<typeof readNotes>,
  proposed: BuiltView,
  between: Between,
): readonly DocxNote[] {
  const order = new Map([...proposed.points.keys()].map((key, index) => [key, index]))
  const placed = (['footnote', 'endnote'] as const).flatMap((kind) =>
    notes
      .filter((note) => note.kind === kind)
      .map((note) => ({ note, key: `${kind} ${note.id}` }))
      .sort((one, other) => (order.get(one.key) ?? order.size) - (order.get(other.key) ?? order.size)),
  )
  const numbers = { footnote: 0, endnote: 0 }
  return placed.map(({ note: { kind, asItWas, asProposed }, key }) => ({
    kind,
    number: ++numbers[kind],
    asItWas,
    asProposed,
    places: between(key, key),
  }))
}

function authorsOf(
  revisions: readonly DocxRevision[],
  comments: readonly DocxComment[],
): readonly DocxAuthor[] {
  const authors = new Map<string, { -readonly [Key in keyof DocxAuthor]: DocxAuthor[Key] }>()
  const meet = (name: string, dates: readonly (string | null)[], what: 'revisions' | 'comments') => {
    let author = authors.get(name)
    if (!author) authors.set(name, (author = { name, revisions: 0, comments: 0, first: null, last: null }))
    author[what]++
    for (const date of dates) {
      if (date === null) continue
      if (author.first === null || date < author.first) author.first = date
      if (author.last === null || date > author.last) author.last = date
    }
  }
  for (const { author, at, until } of revisions) meet(author, [at, until], 'revisions')
  for (const { author, at } of comments) meet(author, [at], 'comments')
  return [...authors.values()]
}

/** Parts that hold nothing but looks, settings and what Word computes anew. */
const WITHOUT_WORDS =
  /(?:\.(?:styles|stylesWithEffects|settings|webSettings|fontTable|people|commentsIds|commentsExtensible)\+xml|theme\+xml|-properties\+xml|relationships\+xml|obfuscatedFont)$/

/** Names what nobody has read: other documents, data, programs, signatures, pictures that are not shown. */
function reportOtherParts({ names, wasRead, mediaType }: WordPackage, { report }: ReadingContext): void {
  for (const name of names)
    if (!wasRead(name) && !WITHOUT_WORDS.test(mediaType(name))) report.add('otherPart', name, mediaType(name))
}

/** What the document refers to outside of itself, links aside: pictures and templates elsewhere. */
function reportOutside({ main, relationships }: WordPackage, { report }: ReadingContext): void {
  for (const { type, target, external } of relationships(main).values())
    if (external && !/\/(?:hyperlink|image)$/.test(type)) report.add('externalResource', main, target)
}
