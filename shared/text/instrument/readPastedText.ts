import type { Node } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import type { Language } from '../../values.ts'
import { assignBlockIds } from '../blockIds.ts'
import { bracketMarks } from '../bracketMarks.ts'
import { fromPlainText, toPlainText } from '../plainText.ts'
import { takeOffers } from './offerCommands.ts'
import { readPasted } from './pasteReading.ts'

/**
 * Reads a text that was pasted as a whole, of which a program of words gave nothing but paragraphs: articles, numbered
 * paragraphs, letters, formulas and brackets. Tables, lists and looks stay. Not a character changes; what it does not
 * know stays a paragraph. Plain lines are read as a file is.
 */
export function readPastedText(
  doc: Node,
  reading: { readonly language: Language; readonly newId: () => string },
): Node {
  const { newId } = reading
  if (doc.children.every(isPlain))
    return fromPlainText(toPlainText(doc), { lang: doc.attrs['lang'] as string | null, newId }).doc
  let read = assignBlockIds(doc, newId)
  const takeBrackets = takeOffers(bracketMarks(read, {}).offers, newId)
  takeBrackets(EditorState.create({ doc: read }), (tr) => void (read = tr.doc))
  return readPasted(read, { from: 0, to: read.content.size }, reading)?.doc ?? read
}

function isPlain({ type, attrs, children }: Node): boolean {
  return (
    type.name === 'paragraph' &&
    attrs['role'] === 'body' &&
    children.every(({ isText, marks, type }) => type.name === 'hardBreak' || (isText && marks.length === 0))
  )
}
