import type { MarkedBlock, MarkedCell, MarkedRevision, MarkedRow } from './markedText.ts'
import { createParagraphReader, type ParagraphReader } from './paragraphReader.ts'
import { isContentsLine } from './contentsLines.ts'
import type { ReadingContext } from './readingContext.ts'
import { docxLimits } from './limits.ts'
import { revisionMark, type RevisionMark } from './revisions.ts'
import { chosenBranch, ignored, wrappers } from './elements.ts'
import { child, children, isOn, valueOf, wholeNumber, type XmlElement } from './xml.ts'

/** Reads the blocks of one story of a document: its body, a note, a header. Blocks come in reading order. */
export type StoryReader = { readonly read: (elements: readonly XmlElement[]) => readonly MarkedBlock[] }

/** `part` is where the story stands; fields and moves go on from one call to the next. */
export function createStoryReader(context: ReadingContext, part: string): StoryReader {
  const { report, revisions } = context
  const collecting: string[][] = [] // the words of the rows and cells that came or went, innermost last
  const said = (text: string) => {
    for (const words of collecting) words.push(text)
  }
  const paragraphs: ParagraphReader = createParagraphReader(context, part, {
    box: (elements) => blocks(elements, []),
    said,
  })

  const blocks = (elements: readonly XmlElement[], marks: readonly RevisionMark[]): MarkedBlock[] => {
    const found: MarkedBlock[] = []
    for (const element of elements) {
      switch (element.name) {
        case 'w:p': {
          const paragraph = paragraphs.read(element, marks)
          if (isContentsLine(paragraph))
            report.add('contents', part, paragraph.pieces.map(({ text }) => text).join(''))
          else found.push(paragraph)
          break
        }
        case 'w:tbl':
          found.push({ kind: 'table', rows: rows(element.children, marks) })
          break
        case 'w:sdt':
          report.add('contentControl', part, valueOf(child(element, 'w:sdtPr'), 'w:alias'))
          found.push(...blocks(child(element, 'w:sdtContent')?.children ?? [], marks))
          break
        case 'w:ins':
        case 'w:del':
        case 'w:moveFrom':
        case 'w:moveTo':
          found.push(...blocks(element.children, [...marks, paragraphs.mark(element)]))
          break
        case 'mc:AlternateContent':
          found.push(...blocks(chosenBranch(element), marks))
          break
        case 'w:sectPr':
          paragraphs.section(element)
          break
        case 'w:altChunk':
          report.add('embeddedText', part)
          break
        case 'm:oMathPara':
        case 'm:oMath':
        case 'w:r':
        case 'w:hyperlink':
          found.push(paragraphs.read({ name: 'w:p', attributes: {}, children: [element], text: '' }, marks))
          break
        default:
          if (paragraphs.between(element)) break
          if (wrappers.has(element.name)) found.push(...blocks(element.children, marks))
          else if (!ignored.has(element.name)) {
            report.add('unknownElement', part, element.name)
            found.push(...blocks(element.children, marks))
          }
      }
    }
    return found
  }

  const rows = (elements: readonly XmlElement[], marks: readonly RevisionMark[]): MarkedRow[] =>
    elements.flatMap((element): readonly MarkedRow[] => {
      switch (element.name) {
        case 'w:tr':
          return [row(element, marks)]
        case 'w:sdt':
          report.add('contentControl', part, valueOf(child(element, 'w:sdtPr'), 'w:alias'))
          return rows(child(element, 'w:sdtContent')?.children ?? [], marks)
        case 'w:ins':
        case 'w:del':
        case 'w:moveFrom':
        case 'w:moveTo':
          return rows(element.children, [...marks, paragraphs.mark(element)])
        case 'mc:AlternateContent':
          return rows(chosenBranch(element), marks)
        case 'w:tblPr':
        case 'w:tblPrEx':
          tableFormat(child(element, `${element.name}Change`))
          return []
        case 'w:tblGrid':
          tableFormat(child(element, 'w:tblGridChange'))
          return []
        default:
          if (paragraphs.between(element) || ignored.has(element.name)) return []
          if (!wrappers.has(element.name)) report.add('unknownElement', part, element.name)
          return rows(element.children, marks)
      }
    })

  const row = (element: XmlElement, marks: readonly RevisionMark[]): MarkedRow => {
    const properties = child(element, 'w:trPr')
    tableFormat(child(properties, 'w:trPrChange'))
    const own = [
      ...children(properties, 'w:ins').map((mark) => revisionMark(mark, 'rowInsertion')),
      ...children(properties, 'w:del').map((mark) => revisionMark(mark, 'rowDeletion')),
    ]
    const joined = revisions.join(own, [], part)
    return {
      cells: collected(joined, () => cells(element.children, marks)),
      revisions: joined,
      isHeader: isOn(properties, 'w:tblHeader') ?? false,
      before: wholeNumber(valueOf(properties, 'w:gridBefore'), 0, docxLimits.columns) ?? 0,
      after: wholeNumber(valueOf(properties, 'w:gridAfter'), 0, docxLimits.columns) ?? 0,
    }
  }

  const cells = (elements: readonly XmlElement[], marks: readonly RevisionMark[]): MarkedCell[] =>
    elements.flatMap((element): readonly MarkedCell[] => {
      switch (element.name) {
        case 'w:tc':
          return [cell(element, marks)]
        case 'w:sdt':
          report.add('contentControl', part, valueOf(child(element, 'w:sdtPr'), 'w:alias'))
          return cells(child(element, 'w:sdtContent')?.children ?? [], marks)
        case 'mc:AlternateContent':
          return cells(chosenBranch(element), marks)
        case 'w:trPr':
          return []
        case 'w:tblPrEx':
          tableFormat(child(element, 'w:tblPrExChange'))
          return []
        default:
          if (paragraphs.between(element) || ignored.has(element.name)) return []
          if (!wrappers.has(element.name)) report.add('unknownElement', part, element.name)
          return cells(element.children, marks)
      }
    })

  const cell = (element: XmlElement, marks: readonly RevisionMark[]): MarkedCell => {
    const properties = child(element, 'w:tcPr')
    tableFormat(child(properties, 'w:tcPrChange'))
    const merged = child(properties, 'w:cellMerge')
    if (merged) revisions.begin(revisionMark(merged, 'cellMerge'), part)
    const own = [
      ...children(properties, 'w:cellIns').map((mark) => revisionMark(mark, 'cellInsertion')),
      ...children(properties, 'w:cellDel').map((mark) => revisionMark(mark, 'cellDeletion')),
    ]
    const joined = revisions.join(own, [], part)
    const content = collected(joined, () => blocks(element.children, marks))
    said('  ')
    return {
      blocks: content,
      columns: wholeNumber(valueOf(properties, 'w:gridSpan'), 1, docxLimits.columns) ?? 1,
      merge: merging(child(properties, 'w:vMerge')),
      beside: merging(child(properties, 'w:hMerge')),
      revisions: joined,
    }
  }

  /** Gives the changes of a row or cell the words that are read in it. */
  const collected = <T>(changes: readonly MarkedRevision[], read: () => T): T => {
    const innermost = changes.at(-1)
    if (!innermost) return read()
    const words: string[] = []
    collecting.push(words)
    const result = revisions.within(innermost, read)
    collecting.pop()
    for (const change of changes) change.words.push(words.join('').trimEnd())
    return result
  }

  const tableFormat = (change: XmlElement | undefined) => {
    if (change) revisions.begin(revisionMark(change, 'tableFormat'), part)
  }

  return { read: (elements) => blocks(elements, []) }
}

/** A merge without a value continues (ECMA-376-1, 17.4.84). */
function merging(element: XmlElement | undefined): MarkedCell['merge'] {
  if (!element) return 'none'
  return element.attributes['w:val'] === 'restart' ? 'restart' : 'continue'
}
