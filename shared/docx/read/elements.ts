import { understood } from './namespaces.ts'
import { child, children, type XmlElement } from './xml.ts'

/** Elements around others that say nothing about them that a text could hold. */
export const wrappers: ReadonlySet<string> = new Set([
  'w:smartTag',
  'w:customXml',
  'w:bdo',
  'w:dir',
  'w:sdtContent',
  'w:txbxContent',
])

/** Elements that nobody sees: marks of editing, of spelling, of where things stood when it was last printed. */
export const ignored: ReadonlySet<string> = new Set([
  ...['w:pPr', 'w:rPr', 'w:tblPr', 'w:tblPrEx', 'w:tblGrid', 'w:trPr', 'w:tcPr', 'w:sdtPr', 'w:sdtEndPr'],
  ...['w:smartTagPr', 'w:customXmlPr', 'w:proofErr', 'w:permStart', 'w:permEnd', 'w:lastRenderedPageBreak'],
  ...['w:bookmarkEnd', 'w:moveFromRangeEnd', 'w:moveToRangeEnd', 'w:annotationRef', 'w:footnoteRef'],
  ...['w:endnoteRef', 'w:separator', 'w:continuationSeparator', 'w:customXmlInsRangeStart'],
  ...['w:customXmlInsRangeEnd', 'w:customXmlDelRangeStart', 'w:customXmlDelRangeEnd', 'm:oMathParaPr'],
  ...['w:customXmlMoveFromRangeStart', 'w:customXmlMoveFromRangeEnd', 'w:customXmlMoveToRangeStart'],
  ...['w:customXmlMoveToRangeEnd', 'w14:conflictIns', 'w14:conflictDel', 'w:background'],
])

/**
 * What one of several forms of the same thing holds: the first that this program understands, as Word takes it, so
 * that a text box is read once. Source: ECMA-376-3, 10.
 */
export function chosenBranch(alternatives: XmlElement): readonly XmlElement[] {
  const choice = children(alternatives, 'mc:Choice').find(({ attributes }) =>
    (attributes['Requires'] ?? '').split(/\s+/).every((prefix) => prefix === '' || understood.has(prefix)),
  )
  return (choice ?? child(alternatives, 'mc:Fallback') ?? child(alternatives, 'mc:Choice'))?.children ?? []
}
