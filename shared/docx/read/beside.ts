import type { DocxComment, DocxNote, DocxPageFrame, DocxPlaces, DocxView } from '../../docxReading.ts'
import type { MarkedBlock } from './markedText.ts'
import type { ReadingContext } from './readingContext.ts'
import { writtenDate } from './revisions.ts'
import { createStoryReader } from './storyReader.ts'
import { wordsOfBlocks } from './viewBlocks.ts'
import { children, type XmlElement } from './xml.ts'

export type PlacesOf = (from: string, to: string) => DocxPlaces | null

type RawComment = Omit<DocxComment, 'quoted' | 'places'>

/** The comments of a document in the order of their part, each reply with the comment it answers. */
export function readComments(context: ReadingContext): readonly RawComment[] {
  const { pack } = context
  const part = pack.partFor(pack.main, 'comments')
  if (part === undefined) return []
  const story = createStoryReader(context, part)
  const threads = readThreads(context)
  const paragraphs = new Map<string, string>() // id of a paragraph → id of its comment
  const comments = children(pack.xml(part), 'w:comment').map((comment) => {
    const id = comment.attributes['w:id'] ?? ''
    const blocks = story.read(comment.children)
    const last = children(comment, 'w:p').at(-1)?.attributes['w14:paraId'] ?? ''
    if (last !== '') paragraphs.set(last, id)
    return {
      id,
      author: (comment.attributes['w:author'] ?? '').slice(0, 255),
      initials: (comment.attributes['w:initials'] ?? '').slice(0, 16),
      at: writtenDate(comment.attributes['w:date']),
      words: wordsOfBlocks(blocks, 'asProposed'),
      paragraph: last,
    }
  })
  return comments.map(({ paragraph, ...comment }) => {
    const thread = threads.get(paragraph)
    const answers = paragraphs.get(thread?.parent ?? '') ?? null
    return { ...comment, answers: answers === comment.id ? null : answers, resolved: thread?.done ?? false }
  })
}

/** Replies and resolutions, by the last paragraph of a comment. Source: [MS-DOCX] 2.5.4.1 (commentEx). */
function readThreads({ pack }: ReadingContext) {
  const threads = new Map<string, { readonly parent: string; readonly done: boolean }>()
  const part = pack.partFor(pack.main, 'commentsExtended')
  if (part === undefined) return threads
  for (const { name, attributes } of pack.xml(part).children) {
    if (name !== 'w15:commentEx') continue
    const parent = attributes['w15:paraIdParent'] ?? ''
    threads.set(attributes['w15:paraId'] ?? '', {
      parent,
      done: /^(?:1|true)$/.test(attributes['w15:done'] ?? ''),
    })
  }
  return threads
}

type RawNote = Omit<DocxNote, 'number' | 'places'> & { readonly id: string }

/** Footnotes and endnotes, without the lines that part them from the text. */
export function readNotes(context: ReadingContext): readonly RawNote[] {
  const { pack, report } = context
  return (['footnote', 'endnote'] as const).flatMap((kind) => {
    const part = pack.partFor(pack.main, `${kind}s`)
    if (part === undefined) return []
    const story = createStoryReader(context, part)
    return children(pack.xml(part), `w:${kind}`)
      .filter(({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal')
      .map((note) => {
        report.add(kind, part)
        return { kind, id: note.attributes['w:id'] ?? '', ...bothViews(story.read(note.children)) }
      })
  })
}

/** What stands at the top and foot of pages, by the references of the sections; each part once. */
export function readFrames(
  context: ReadingContext,
  sections: readonly XmlElement[],
): readonly DocxPageFrame[] {
  const { pack, report } = context
  const seen = new Set<string>()
  const frames: DocxPageFrame[] = []
  for (const { name, attributes } of sections) {
    const to = pack.relationships(pack.main).get(attributes['r:id'] ?? '')
    if (!to || to.external || !pack.has(to.target) || seen.has(to.target)) continue
    seen.add(to.target)
    const kind = name === 'w:headerReference' ? 'header' : 'footer'
    const words = bothViews(createStoryReader(context, to.target).read(pack.xml(to.target).children))
    if (words.asItWas.trim() === '' && words.asProposed.trim() === '') continue
    report.add(kind, to.target, words.asProposed)
    const type = attributes['w:type']
    const pages = type === 'first' || type === 'even' ? type : 'usual'
    frames.push({ kind, pages, part: to.target, ...words })
  }
  return frames
}

function bothViews(blocks: readonly MarkedBlock[]): { readonly [View in DocxView]: string } {
  return { asItWas: wordsOfBlocks(blocks, 'asItWas'), asProposed: wordsOfBlocks(blocks, 'asProposed') }
}
