import type { MarkedParagraph } from './markedText.ts'

/** Whether Word's own style says that a paragraph is of a table of contents. Names are lower case. */
export function isContentsStyle(styleName: string): boolean {
  return /^toc (?:\d|heading)$/.test(styleName)
}

/**
 * A line of a table of contents. Word makes it of the headings, which the text has already; read as text it would be
 * a second title that changes with every page. A line that does not end in the number of a page may be somebody's own
 * words in that style and is none; nor is one that something hangs on: a comment, a note, a picture.
 */
export function isContentsLine({ form, pieces, boxes }: MarkedParagraph): boolean {
  if (!isContentsStyle(form.styleName) || boxes.length > 0) return false
  if (pieces.some(({ anchor }) => anchor !== null)) return false
  const words = pieces.map(({ text }) => text).join('')
  return form.styleName === 'toc heading' || /^\s*$|\s(?:\d+|[ivxlc]+)\s*$/i.test(words)
}
