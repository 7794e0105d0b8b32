import { indonesianPlaceholders, type PlaceholderName, placeholderNames } from '../../letterhead.ts'
import { element, elements, type XmlNode } from './xmlTree.ts'

/** A place to be filled in: its name as the file has it, and the one that it is known by (null: by none). */
export type Placeholder = { readonly written: string; readonly name: PlaceholderName | null }

const pattern = /\{\{\s*([^{}]*?)\s*\}\}/g

/** Every paragraph of a part, those in tables, text boxes and their older forms too. */
export function paragraphsOf(node: XmlNode): readonly XmlNode[] {
  return elements(node).flatMap((child) => [...(child.name === 'w:p' ? [child] : []), ...paragraphsOf(child)])
}

/** The words of a paragraph as a reader sees them: Word cuts them into runs wherever it likes. */
export function wordsOf(paragraph: XmlNode): string {
  return piecesOf(paragraph)
    .map(({ words }) => words)
    .join('')
}

export function placeholdersIn(words: string): readonly Placeholder[] {
  return [...words.matchAll(pattern)].map(([, written = '']) => ({ written, name: nameOf(written) }))
}

/** The known places that a paragraph leaves to be filled in, each with the run in which it begins. */
export function placesIn(
  paragraph: XmlNode,
): readonly { readonly name: PlaceholderName; readonly run: XmlNode }[] {
  const begins = piecesOf(paragraph).flatMap(({ words, run }) => words.split('').map(() => run))
  return [...wordsOf(paragraph).matchAll(pattern)].flatMap(({ index, 1: written = '' }) => {
    const [name, run] = [nameOf(written), begins[index]]
    return name && run ? [{ name, run }] : []
  })
}

/** The words after a `{{` that no `}}` ends, or null. */
export function unclosedIn(words: string): string | null {
  const rest = words.replace(pattern, '')
  const at = rest.indexOf('{{')
  return at < 0 ? null : rest.slice(at, at + 40)
}

/**
 * Fills in every known placeholder of a paragraph. Its value stands in the run in which the placeholder begins, and so
 * has its look; a line feed becomes a line break. Gives the elements (`w:t`) in which values begin, with their names.
 */
export function fillIn(
  paragraph: XmlNode,
  values: Readonly<Record<PlaceholderName, string>>,
): ReadonlyMap<XmlNode, readonly PlaceholderName[]> {
  const filled = new Map<XmlNode, readonly PlaceholderName[]>()
  const pieces = piecesOf(paragraph)
  const whole = pieces.map(({ words }) => words).join('')
  const matches = [...whole.matchAll(pattern)]
  if (matches.length === 0) return filled
  let at = 0
  for (const piece of pieces) {
    const [from, to] = [at, at + piece.words.length]
    at = to
    const names: PlaceholderName[] = []
    let words = ''
    let copied = from
    for (const match of matches) {
      const start = match.index
      const end = start + match[0].length
      const name = nameOf(match[1] ?? '')
      if (name === null || end <= from || start >= to) continue
      words += whole.slice(copied, Math.max(copied, start))
      if (start >= from) {
        words += values[name]
        names.push(name)
      }
      copied = Math.min(to, end)
    }
    words += whole.slice(copied, to)
    if (words === piece.words) continue
    const first = replaceWords(piece, words)
    if (names.length > 0) filled.set(first, names)
  }
  return filled
}

type Piece = { readonly words: string; readonly node: XmlNode; readonly run: XmlNode }

function piecesOf(node: XmlNode): readonly Piece[] {
  return elements(node).flatMap((child): readonly Piece[] => {
    if (child.name === 'w:p') return [] // of a text box: a paragraph of its own
    if (child.name === 'w:tab' && node.name === 'w:r') return [{ words: '\t', node: child, run: node }]
    if (child.name !== 'w:t') return piecesOf(child)
    const words = child.children.filter((text) => typeof text === 'string').join('')
    return [{ words, node: child, run: node }]
  })
}

/** Gives the element in which the words begin. */
function replaceWords({ node, run }: Piece, words: string): XmlNode {
  const [first = '', ...lines] = words.split('\n')
  const line = (text: string) => element('w:t', { 'xml:space': 'preserve' }, text === '' ? [] : [text])
  const begin = line(first)
  const rest = lines.flatMap((text) => [element('w:br'), line(text)])
  run.children.splice(run.children.indexOf(node), 1, begin, ...rest)
  return begin
}

function nameOf(written: string): PlaceholderName | null {
  const word = written.toLowerCase()
  return placeholderNames.find((name) => name === word) ?? indonesianPlaceholders[word] ?? null
}
