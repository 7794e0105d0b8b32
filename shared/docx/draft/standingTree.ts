import type { ComparedBlock, ComparedNode, NodeForm, Piece } from '../../compare/comparison.ts'
import type { TextDoc } from '../../text/writtenText.ts'

/** One text as the tree of a comparison in which nothing differs: what lays out redlines then lays it out too. */
export function standingTree(doc: TextDoc): ComparedBlock {
  return { kind: 'block', ...standing(formOf(doc)), content: doc.children.map(nodeOf) }
}

/** Recurses as deep as blocks may stand in each other, `textLimits.depth`. */
function nodeOf(node: TextDoc): ComparedNode {
  const own = standing(formOf(node))
  if (node.isAtom) return { kind: 'reference', ...own }
  if (node.inlineContent) return { kind: 'textblock', ...own, pieces: node.children.map(pieceOf) }
  return { kind: 'block', ...own, content: node.children.map(nodeOf) }
}

function pieceOf(node: TextDoc): Piece {
  const marks = node.marks.map(({ type, attrs }) => ({ type: type.name, attrs }))
  if (node.isText)
    return { kind: 'text', in: 'both', change: null, text: node.text ?? '', marks, marked: null }
  return { kind: 'atom', ...standing(formOf(node)), marks, marked: null }
}

function formOf({ type, attrs }: TextDoc): NodeForm {
  return { type: type.name, attrs }
}

function standing(form: NodeForm) {
  return { in: 'both', change: null, before: form, after: form, attributes: [] } as const
}
