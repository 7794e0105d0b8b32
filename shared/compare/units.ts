import type { TextDoc } from '../text/writtenText.ts'
import type { ClauseAddress } from './comparison.ts'
import type { LineAtom, Tokens } from './tokens.ts'
import { tokensOf } from './tokens.ts'
import { NOT_TEXT } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What is aligned with what: only units of one kind are ever paired. */
export type UnitKind =
  | 'doc'
  | 'article'
  | 'heading' // of an article
  | 'clause' // a line of wording: paragraph, numbered paragraph, letter
  | 'bracketBlock'
  | 'list'
  | 'item'
  | 'table'
  | 'row'
  | 'cell'
  | 'reference'

/** A block of one of the two texts, and what became of it. */
export type Unit = {
  readonly kind: UnitKind
  /** Null for a run of blocks of one text around which the other puts a block bracket: no node stands for it. */
  readonly node: TextDoc | null
  readonly parent: Unit | null
  readonly children: readonly Unit[]
  readonly index: number // among its siblings
  readonly order: number // in its text, from 0, parents ahead of children
  readonly end: number // the `order` behind its last descendant
  readonly lineNumber: number // which line of its text it is or begins with, from 1
  readonly line: string // of wording; one code unit for each atom
  readonly atoms: readonly LineAtom[]
  /** Equal numbers mean equal words in equal blocks; labels, attributes and marks do not count. */
  readonly content: number
  readonly size: number // roughly its words; never 0
  tokens: Tokens | null // once somebody asked
  address: ClauseAddress | null // likewise
  match: Match | null
}

/** Two units that are one thing in both texts. `a` is always of the text that comes first in canonical order. */
export type Match = {
  readonly a: Unit
  readonly b: Unit
  readonly moved: boolean
  /** One line of one text cut into several of the other: set on the first, names all of them. */
  readonly regroup: Regroup | null
}

export type Regroup = {
  readonly whole: Unit
  readonly parts: readonly Unit[]
  readonly wholeIsA: boolean
}

export type Contents = { readonly numberOf: (description: string) => number }

/** Numbers for the contents of two texts, to be given to both calls of `unitsOf`. */
export function createContents(): Contents {
  const numbers = new Map<string, number>()
  return {
    numberOf: (description) => {
      const known = numbers.get(description)
      if (known !== undefined) return known
      numbers.set(description, numbers.size)
      return numbers.size - 1
    },
  }
}

/** A text as units: the document, in which all others hang, and the lines of wording in reading order. */
export type UnitTree = { readonly root: Unit; readonly lines: readonly Unit[]; readonly all: readonly Unit[] }

const KINDS: Readonly<Record<string, UnitKind>> = {
  doc: 'doc',
  article: 'article',
  articleHeading: 'heading',
  bracketBlock: 'bracketBlock',
  bulletList: 'list',
  orderedList: 'list',
  listItem: 'item',
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'cell',
  decisionRef: 'reference',
  actionRef: 'reference',
}

/** Reads a document into units. Recurses as deep as a text may be (`textLimits.depth`). */
export function unitsOf(doc: TextDoc, contents: Contents): UnitTree {
  const all: Unit[] = []
  const lines: Unit[] = []
  const build = (node: TextDoc, parent: Unit | null, index: number): Unit => {
    const kind = KINDS[node.type.name] ?? 'clause'
    const children: Unit[] = node.isTextblock ? NO_UNITS : []
    const unit: Writable<Unit> = {
      kind,
      node,
      parent,
      children,
      index,
      order: all.length,
      end: all.length + 1,
      lineNumber: lines.length + 1,
      line: '',
      atoms: NO_ATOMS,
      content: 0,
      size: 1,
      tokens: null,
      address: null,
      match: null,
    }
    all.push(unit)
    if (node.isTextblock) {
      readLine(unit, node)
      const { line, atoms } = unit
      unit.content = contents.numberOf(
        atoms.length === 0
          ? line
          : `${line}${NOT_TEXT}${atoms.map(({ at, token }) => `${at} ${token}`).join('')}`,
      )
      unit.size = Math.max(1, Math.round(line.length / 6))
      lines.push(unit)
    } else if (kind === 'reference') {
      unit.content = contents.numberOf(`${NOT_TEXT}${node.type.name} ${String(node.attrs['recordId'])}`)
    } else {
      let size = 0
      let description = `${NOT_TEXT}${kind}${kind === 'cell' ? spansOf(node) : ''}`
      for (let at = 0; at < node.childCount; at++) {
        const child = build(node.child(at), unit, at)
        children.push(child)
        size += child.size
        description += ` ${child.kind === 'clause' ? '' : child.kind}${child.content}`
      }
      unit.content = contents.numberOf(description)
      unit.size = Math.max(1, size)
    }
    unit.end = all.length
    return unit
  }
  return { root: build(doc, null, 0), lines, all }
}

/** How many columns and rows a cell takes: part of what a table is, not of its look. */
export function spansOf(cell: TextDoc): string {
  return `${Number(cell.attrs['colspan'])}x${Number(cell.attrs['rowspan'])}`
}

/** The run of siblings as one unit, to be paired with a block bracket of the other text. */
export function runOf(run: readonly Unit[], contents: Contents): Unit {
  const [first] = run
  if (!first) throw new Error('A run holds at least one unit')
  return {
    kind: 'bracketBlock',
    node: null,
    parent: first.parent,
    children: run,
    index: first.index,
    order: first.order,
    end: run.at(-1)?.end ?? first.end,
    lineNumber: first.lineNumber,
    line: '',
    atoms: NO_ATOMS,
    content: contents.numberOf(
      `${NOT_TEXT}bracketBlock${run.map((unit) => ` ${unit.kind === 'clause' ? '' : unit.kind}${unit.content}`).join('')}`,
    ),
    size: run.reduce((sum, { size }) => sum + size, 0),
    tokens: null,
    address: null,
    match: null,
  }
}

/** The tokens of a line of wording, made once. */
export function tokensIn(unit: Unit, vocabulary: Vocabulary): Tokens {
  unit.tokens ??= tokensOf(unit.line, unit.atoms, vocabulary)
  return unit.tokens
}

export function isLine(unit: Unit): boolean {
  return unit.kind === 'clause' || unit.kind === 'heading'
}

/** Whether it carries a number or letter. */
export function isLabelled(unit: Unit): boolean {
  const name = unit.node?.type.name
  return name === 'numberedParagraph' || name === 'letter' || name === 'article'
}

/** What stands for a bracket, a break or a thing of the record among the tokens. */
function atomToken(node: TextDoc): string {
  switch (node.type.name) {
    case 'bracketOpen':
      return `${NOT_TEXT}[`
    case 'bracketClose':
      return `${NOT_TEXT}]`
    case 'hardBreak':
      return LINE_BREAK
    default:
      return `${NOT_TEXT}${node.type.name} ${String(node.attrs['recordId'])}`
  }
}

export const OPENING = `${NOT_TEXT}[`
export const CLOSING = `${NOT_TEXT}]`
export const LINE_BREAK = `${NOT_TEXT}\n`
/** Ends one textblock and begins the next, where several are laid in one line. */
export const BOUNDARY = `${NOT_TEXT}|`

const NO_ATOMS: readonly LineAtom[] = []
const NO_UNITS: Unit[] = [] // shared by all that hold nothing; never written to

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

function readLine(unit: Writable<Unit>, node: TextDoc) {
  const { childCount } = node
  if (childCount === 0) return
  const only = childCount === 1 ? node.child(0) : null
  if (only?.isText) {
    unit.line = only.text ?? ''
    return
  }
  let line = ''
  let atoms: LineAtom[] | null = null
  for (let index = 0; index < childCount; index++) {
    const child = node.child(index)
    if (child.isText) {
      line += child.text
      continue
    }
    atoms ??= []
    atoms.push({ at: line.length, token: atomToken(child) })
    line += '\ufffc'
  }
  unit.line = line
  if (atoms) unit.atoms = atoms
}
