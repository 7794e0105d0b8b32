import type { FileView } from '../../compare/comparedFile.ts'
import type { Change, ClauseAddress, Comparison } from '../../compare/comparison.ts'
import { layers } from '../../compare/comparison.ts'
import type { Block, Run } from '../../meeting/minutesDocument.ts'
import type { ComposedLanguage } from '../../values.ts'
import { blocksXml } from '../blocksXml.ts'
import { type RedlineWords, redlineWords } from './redlineWords.ts'

/** What is compared, as its readers know it: 'Draft 3 (IDN), 27 March 2025'. */
export type RedlineFront = {
  readonly base: string
  readonly target: string
  /** Which text of a file with tracked changes each is; null of a file without. */
  readonly views: { readonly base: FileView | null; readonly target: FileView | null }
  readonly author: string
}

/** Longer wordings are cut in the table; they stand whole in the text. In characters. */
const LONGEST = 600

/**
 * A page ahead of the text: what was compared, what the marks mean, how many changes there are of each kind, and a
 * table of those in substance and of the moves.
 */
export function frontOf(
  { changes, counts, by }: Comparison,
  { base, target, views, author }: RedlineFront,
  language: ComposedLanguage,
): { readonly xml: string; readonly removedCharacters: number } {
  const words = redlineWords(language)
  const named = (name: string, view: FileView | null) => (view ? `${name}, ${words.views[view]}` : name)
  const paragraph = (text: string): Block => ({ kind: 'paragraph', number: null, runs: [{ text }] })
  const cell = (text: string) => ({ runs: cut(text) })
  const row = (change: Change, index: number) => [
    cell(String(index + 1)),
    cell(placeOf(change, words)),
    cell(change.kind === 'move' ? words.movedHere : change.wordsBefore),
    change.kind === 'move' ? { runs: headOf(change.wordsAfter) } : cell(change.wordsAfter),
  ]
  const told = changes.filter(({ layer }) => layer === 'substance' || layer === 'moved')
  const counted = layers.filter((layer) => counts[layer].items > 0)
  const blocks: readonly Block[] = [
    { kind: 'title', runs: [{ text: words.title }] },
    { kind: 'subheading', runs: [{ text: words.compared }] },
    paragraph(words.base(named(base, views.base))),
    paragraph(words.target(named(target, views.target))),
    ...(by === 'paragraph' ? [paragraph(words.byParagraph)] : []),
    { kind: 'subheading', runs: [{ text: words.legend }] },
    paragraph(words.marks(author)),
    { kind: 'subheading', runs: [{ text: words.counts }] },
    ...(counted.length === 0
      ? [paragraph(words.noDifference)]
      : counted.map((layer): Block =>
          paragraph(words.count(layer, counts[layer].items, counts[layer].changes)),
        )),
    ...(told.length === 0
      ? []
      : [
          { kind: 'subheading', runs: [{ text: words.substance }] } as const,
          {
            kind: 'table',
            use: 'changes',
            header: words.columns.map((text) => [{ text }]),
            rows: told.map(row),
          } as const,
        ]),
  ]
  const { body, removedCharacters } = blocksXml(blocks, language, String)
  return { xml: `${body}<w:p><w:r><w:br w:type="page"/></w:r></w:p>`, removedCharacters }
}

function placeOf({ before, after }: Change, words: RedlineWords): string {
  const [old, young] = [nameOf(before, words), nameOf(after, words)]
  return old === young || young === '' || old === '' ? young || old : `${old} → ${young}`
}

/** The clause; in a table its row too, since several stand in one clause; outside of both what kind of paragraph it is. */
function nameOf(at: ClauseAddress | null, { roles, inTable }: RedlineWords): string {
  if (at === null) return ''
  if (at.cell === null) return at.label || roles[at.role]
  return [at.label, inTable(at.cell.row)].filter(Boolean).join(' · ')
}

/** Of what moved, enough to know it by: number and heading of an article, or the first line. */
function headOf(words: string): readonly Run[] {
  const [first = '', second = '', ...more] = words.trim().split('\n')
  return cut([first, second, ...(more.length > 0 ? ['…'] : [])].join('\n'))
}

function cut(words: string): readonly Run[] {
  const text = words.trim()
  if (text.length <= LONGEST) return [{ text }]
  const end = text.lastIndexOf(' ', LONGEST)
  return [{ text: `${text.slice(0, end > 0 ? end : LONGEST)} …` }]
}
