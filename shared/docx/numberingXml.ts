import type { ListStyle } from '../meeting/listMarkers.ts'
import { deepest, indent, listIndent } from './docxLook.ts'
import { escapedXml } from './xmlText.ts'

/** Around the number of a list item: "1.", "1)" and "(1)". */
export const enclosures = [
  ['', '.'],
  ['', ')'],
  ['(', ')'],
] as const
export type Enclosure = (typeof enclosures)[number]

/** How the clauses of one list are numbered; what stands around the number is clean text without '%'. */
export type ClauseNumbering = {
  readonly style: ListStyle
  readonly start: number
  readonly before: string
  readonly after: string
  /** Twips; null: the number stands alone in its line. */
  readonly indent: { readonly left: number; readonly hanging: number } | null
}

/**
 * The automatic numbers of one document: gives each list its w:numId, and defines those lists and no others.
 *
 * Lists of one look share a definition; each counts from 1 by a start of its own (wml.xsd, CT_NumLvl). Where items may
 * be taken back (`tracked`), each has its own: LibreOffice keeps such a start with the first item, and loses it so.
 */
export function createNumbering({ tracked = false } = {}) {
  const definitions: string[] = []
  const lists: string[] = []
  let sections: number | undefined
  let bullets: number | undefined

  return {
    /** The one list of the sections, "4.", and on its second level of their paragraphs, "4.1". */
    sections: () => (sections ??= listOf(sectionLevels)),
    /** The one list of all bullets. */
    bullets: () => (bullets ??= listOf(levels('bullet', () => '•'))),
    /** A new list that counts from 1. */
    list: (style: ListStyle, [before, after]: Enclosure) =>
      listOf(levels(formats[style], (level) => `${before}%${level + 1}${after}`)),
    /** A new list of clauses, one level deep. */
    clauses: ({ style, start, before, after, indent }: ClauseNumbering) =>
      listOf(
        [
          levelXml(
            0,
            formats[style],
            escapedXml(`${before}%1${after}`),
            indent ?? { left: 0, hanging: 0 },
            indent ? 'tab' : 'nothing',
          ),
        ],
        start,
      ),
    /** What w:numbering holds for the lists given so far. */
    xml: () =>
      definitions
        .map(
          (definition, id) =>
            `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${definition}</w:abstractNum>`,
        )
        .concat(lists)
        .join(''),
  }

  function listOf(levels: readonly string[], start = 1): number {
    const definition = levels.join('')
    const known = tracked ? -1 : definitions.indexOf(definition)
    const id = known < 0 ? definitions.push(definition) - 1 : known
    const starts = levels.map(
      (_, level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`,
    )
    const head = `<w:num w:numId="${lists.length + 1}"><w:abstractNumId w:val="${id}"/>`
    return lists.push(`${head}${starts.join('')}</w:num>`)
  }
}

/** ECMA-376-1, 17.18.59 (ST_NumberFormat) */
const formats: Readonly<Record<ListStyle, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

// No level is tied to the style of headings: a heading whose number is text must not get another.
const sectionIndent = { left: indent, hanging: indent }
const sectionLevels = [
  levelXml(0, 'decimal', '%1.', sectionIndent),
  levelXml(1, 'decimal', '%1.%2', sectionIndent),
]

function levels(format: string, text: (level: number) => string): readonly string[] {
  return Array.from({ length: deepest + 1 }, (_, level) =>
    levelXml(level, format, text(level), listIndent(level)),
  )
}

function levelXml(
  level: number,
  format: string,
  text: string,
  { left, hanging }: { readonly left: number; readonly hanging: number },
  apart: 'tab' | 'nothing' = 'tab',
): string {
  return (
    `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="${apart}"/>` +
    `<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>` +
    `<w:pPr><w:ind w:left="${left}" w:hanging="${hanging}"/></w:pPr></w:lvl>`
  )
}
