import type { LetterheadProblem, PlaceholderName, Story } from '../../letterhead.ts'
import { openWordPackage, type WordPackage } from '../read/wordPackage.ts'
import { paragraphsOf, placeholdersIn, unclosedIn, wordsOf } from './placeholders.ts'
import { childOf, elements, everyElement, parseXml, type XmlNode } from './xmlTree.ts'

/** A part whose words people see: the text, a header, a footer. */
export type StoryPart = { readonly part: string; readonly story: Story; readonly root: XmlNode }

export type OpenedLetterhead = {
  readonly pack: WordPackage
  readonly text: StoryPart
  readonly frames: readonly StoryPart[]
  readonly placeholders: readonly PlaceholderName[]
  readonly problems: readonly LetterheadProblem[]
}

/**
 * Opens a Word file that is to be a letterhead, behind the guard of the reader: hostile, encrypted or broken files and
 * those with macros throw a Refusal. What a letterhead cannot have otherwise is listed.
 */
export function openLetterhead(bytes: Uint8Array): OpenedLetterhead {
  const pack = openWordPackage(bytes)
  const read = (part: string, story: Story): StoryPart => ({
    part,
    story,
    root: parseXml(part, pack.bytes(part)),
  })
  const text = read(pack.main, 'text')
  const frames = [...pack.relationships(pack.main).values()].flatMap(({ type, target, external }) => {
    const story = /\/(header|footer)$/.exec(type)?.[1]
    return story && !external && pack.has(target) ? [read(target, story as Story)] : []
  })
  const problems = new Map<string, LetterheadProblem>()
  const tell = (problem: LetterheadProblem) => void problems.set(JSON.stringify(problem), problem)
  const found = new Set<PlaceholderName>()
  let bodies = 0

  if ([text, ...frames].some(({ root }) => root.attributes['xmlns:w'] !== transitional))
    tell({ kind: 'strict' })
  const alone = new Set(elements(bodyOf(text.root)).filter(isBodyParagraph))
  for (const { root, story } of [text, ...frames]) {
    for (const problem of foreignIn(root, story)) tell(problem)
    for (const paragraph of paragraphsOf(root)) {
      const words = wordsOf(paragraph)
      const unclosed = unclosedIn(words)
      if (unclosed !== null) tell({ kind: 'unclosedPlaceholder', words: unclosed, story })
      for (const { written, name } of placeholdersIn(words)) {
        if (name === null) tell({ kind: 'unknownPlaceholder', name: written.slice(0, 60), story })
        else found.add(name)
        if (name === 'body' && !alone.has(paragraph)) tell({ kind: 'bodyPlace' })
        if (name === 'body') bodies++
      }
    }
  }
  if (bodies === 0) tell({ kind: 'bodyMissing' })
  if (bodies > 1) tell({ kind: 'bodyTwice' })
  return { pack, text, frames, placeholders: [...found], problems: [...problems.values()] }
}

export const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export function bodyOf(root: XmlNode): XmlNode {
  return childOf(root, 'w:body') ?? root
}

/** Whether a paragraph is the place of the paper: the placeholder and nothing else. */
export function isBodyParagraph(node: XmlNode): boolean {
  if (node.name !== 'w:p') return false
  const words = wordsOf(node).trim()
  const [one, ...more] = placeholdersIn(words)
  return one?.name === 'body' && more.length === 0 && words.startsWith('{{') && words.endsWith('}}')
}

/** What comes from elsewhere or from somebody: it would be carried into every paper. */
function foreignIn(root: XmlNode, story: Story): readonly LetterheadProblem[] {
  return [
    ...[...everyElement(root)].flatMap((node): readonly LetterheadProblem[] => {
      const { name, attributes } = node
      if (tracked.test(name)) return [{ kind: 'trackedChanges', story }]
      if (embedded.test(name)) return [{ kind: 'embedded', story }]
      if (name === 'a:graphicData' && !drawn.test(attributes['uri'] ?? ''))
        return [{ kind: 'embedded', story }]
      if (/^w:(?:footnote|endnote)Reference$/.test(name)) return [{ kind: 'notes', story }]
      if (
        attributes['r:link'] !== undefined ||
        (name === 'v:imagedata' && attributes['r:href'] !== undefined)
      )
        return [{ kind: 'linkedPicture', story }]
      return []
    }),
    ...fieldsIn(root)
      .filter((field) => !isHarmless(field))
      .map((field): LetterheadProblem => ({ kind: 'field', name: codeOf(field), story })),
  ]
}

const tracked = /^w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w+Change)$/
const embedded = /^(?:w:(?:object|control|altChunk|subDoc|movie)|o:OLEObject)$/
/** What a picture or a shape of Word is in; charts, diagrams and videos are others. */
const drawn = /\/(?:picture|wordprocessingShape|wordprocessingGroup|wordprocessingCanvas)$/

/** The instructions of all fields of a part, in both of the forms that Word writes. */
export function fieldsIn(root: XmlNode): readonly string[] {
  const fields: string[] = []
  const open: string[] = []
  for (const { name, attributes, children } of everyElement(root)) {
    if (name === 'w:fldSimple') fields.push(attributes['w:instr'] ?? '')
    if (name === 'w:instrText' && open.length > 0) open[open.length - 1] += children.join('')
    if (name !== 'w:fldChar') continue
    if (attributes['w:fldCharType'] === 'begin') open.push('')
    if (attributes['w:fldCharType'] === 'end') fields.push(open.pop() ?? '')
  }
  return [...fields, ...open]
}

function codeOf(field: string): string {
  return (
    field
      .trim()
      .split(/[\s"\\]/)[0]
      ?.toUpperCase() ?? ''
  )
}

const harmless = new Set(['PAGE', 'NUMPAGES', 'SECTION', 'SECTIONPAGES', 'STYLEREF', 'SYMBOL', ''])

function isHarmless(field: string): boolean {
  const code = codeOf(field)
  if (code === 'HYPERLINK') return /^\s*HYPERLINK\s+"(?:https?:|mailto:)/i.test(field)
  return harmless.has(code)
}
