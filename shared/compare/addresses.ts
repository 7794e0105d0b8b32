import type { ParagraphRole } from '../text/extensions.ts'
import type { ClauseAddress } from './comparison.ts'
import type { Unit } from './units.ts'

/** Says where the units of one text stand. What was worked out once is kept with the unit. */
export function createAddresses(): (unit: Unit) => ClauseAddress {
  const numbered = new Map<Unit, readonly (string | null)[]>() // by parent: the paragraph that each child is or follows

  const paragraphOf = (unit: Unit): string | null => {
    const { node, parent } = unit
    if (node?.type.name === 'numberedParagraph') return String(node.attrs['number'])
    if (!parent) return null
    let list = numbered.get(parent)
    if (!list) {
      let last: string | null = null
      list = (parent.node?.children ?? []).map((child) => {
        if (child.type.name === 'numberedParagraph') last = String(child.attrs['number'])
        else if (child.type.name !== 'letter') last = null
        return last
      })
      numbered.set(parent, list)
    }
    return list[unit.index] ?? null
  }

  const labelOf = new Map<Unit, string>() // of articles
  const articleLabel = (unit: Unit): string => {
    const before = labelOf.get(unit)
    if (before !== undefined) return before
    const { word, gap, number } = unit.node?.attrs ?? {}
    const label = `${word}${gap}${number}`
    labelOf.set(unit, label)
    return label
  }
  const find = (unit: Unit): ClauseAddress => {
    let article: string | null = null
    let paragraph: string | null = null
    let letter: string | null = null
    // Of a row as a whole its first cell.
    let cell: ClauseAddress['cell'] = unit.kind === 'row' ? { row: unit.index + 1, column: 1 } : null
    let role: ParagraphRole = 'body'
    for (let at: Unit | null = unit; at; at = at.parent) {
      if (at.kind === 'clause') {
        const name = at.node?.type.name
        if (name === 'letter') letter ??= String(at.node?.attrs['number'])
        if (name === 'paragraph') role = at.node?.attrs['role']
        else paragraph ??= paragraphOf(at)
      } else if (at.kind === 'heading') role = 'heading'
      else if (at.kind === 'article') article ??= articleLabel(at)
      else if (at.kind === 'cell' && at.parent) cell ??= { row: at.parent.index + 1, column: at.index + 1 }
    }
    let label = article ?? ''
    if (paragraph !== null) label += label === '' ? `(${paragraph})` : ` (${paragraph})`
    if (letter !== null) label += label === '' ? `(${letter})` : ` (${letter})`
    return { article, paragraph, letter, cell, role, block: unit.lineNumber, label }
  }
  return (unit) => (unit.address ??= find(unit))
}
