import type { Clause, ClauseLink, LinkedClauses } from '../../mou/linkedClauses.ts'
import { everyGroup, linkClauses } from '../../mou/linkedClauses.ts'
import { ownedLines } from '../../text/languageText.ts'
import type { DraftColumn } from './draftColumns.ts'
import type { DraftLine } from './draftLines.ts'

/** What stands beside each other: the lines of each text, none where it lacks the clause. */
export type DraftTextRow = readonly (readonly DraftLine[])[]

/**
 * Texts beside each other, one row for each linked clause: an article's number, heading and own lines, or its first
 * paragraph, then a row for each paragraph and each letter. Lines that go on behind what a clause holds have a row of
 * their own there, and so has what is said under a heading in one text only: in the row of the heading it would seem to
 * have a partner.
 *
 * What stands ahead of the clauses and behind them is paired kind by kind where all texts have the same kinds of lines
 * there, and line by line where they have as many; a cover or a title is one. Else it stands whole.
 */
export function draftRows(
  columns: readonly DraftColumn[],
  links: readonly ClauseLink[],
): readonly DraftTextRow[] {
  const owned = columns.map(({ doc, language }) => ownedLines(doc, language))
  const groups = groupsOf(
    linkClauses(
      owned.map(({ text }) => text),
      links,
    ),
  )
  const cut = columns.map(({ lines }, index) => partsOf(lines, owned[index]?.ownerOf ?? new Map(), groups))
  const rows = zonesApart(cut).flatMap(({ key, texts }) =>
    isZone(key) ? zoneRows(texts, columns) : withoutPartnerApart(texts),
  )
  return headingsKept(rows)
}

/** Headings in the row of what follows: a page must not end with them, and not every program keeps rows together. */
function headingsKept(rows: readonly DraftTextRow[]): readonly DraftTextRow[] {
  const kept: DraftTextRow[] = []
  let ahead: DraftTextRow | null = null
  for (const row of rows) {
    // An article that says nothing is no heading of the next one.
    if (ahead && hasArticle(ahead) && hasArticle(row)) {
      kept.push(ahead)
      ahead = null
    }
    if (ahead && lacksPartner(ahead, row)) {
      kept.push(ahead)
      ahead = null
    }
    const joined: DraftTextRow = ahead ? row.map((lines, text) => [...(ahead?.[text] ?? []), ...lines]) : row
    ahead = row.every((lines) => lines.every(isHeading)) ? joined : null
    if (!ahead) kept.push(joined)
  }
  return ahead ? [...kept, ahead] : kept
}

/** Whether a text that has a heading has nothing beside what others say under theirs. */
function lacksPartner(headings: DraftTextRow, row: DraftTextRow): boolean {
  return row.some((lines, text) => lines.length === 0 && (headings[text]?.length ?? 0) > 0)
}

/** The lines of an article: its headings, and what it says itself where not all texts say something there. */
function withoutPartnerApart(texts: DraftTextRow): readonly DraftTextRow[] {
  const split = texts.map((lines) => {
    const said = lines.findIndex((line) => !isHeading(line))
    return said < 0 ? lines.length : said
  })
  const headings = texts.map((lines, text) => lines.slice(0, split[text]))
  const rest = texts.map((lines, text) => lines.slice(split[text]))
  if (rest.every(({ length }) => length === 0) || !lacksPartner(headings, rest)) return [texts]
  return [headings, rest]
}

function hasArticle(row: DraftTextRow): boolean {
  return row.some((lines) =>
    lines.some((line) => line.kind === 'paragraph' && line.shape.style === 'articleNumber'),
  )
}

function isHeading(line: DraftLine): boolean {
  if (line.kind !== 'paragraph') return false
  const { style } = line.shape
  return style === 'articleNumber' || style === 'articleHeading' || style === 'heading'
}

/** Lines of one text that belong together, under a name that the other texts give to what answers to them. */
type Part = {
  readonly key: string
  /** Which comes first where no text says so: the place of its clause among all linked ones, or of what is ahead. */
  readonly rank: number
  readonly lines: DraftLine[]
}

const isZone = (key: string) => key.startsWith('between')

function groupsOf(linked: readonly LinkedClauses[]): ReadonlyMap<Clause, number> {
  const groups = new Map<Clause, number>()
  everyGroup(linked).forEach(({ members }, group) => {
    for (const clauses of Object.values(members)) for (const clause of clauses) groups.set(clause, group)
  })
  return groups
}

function partsOf(
  lines: readonly DraftLine[],
  ownerOf: ReadonlyMap<string, Clause>,
  groups: ReadonlyMap<Clause, number>,
): readonly Part[] {
  const parts: Part[] = []
  const times = new Map<string, number>()
  let before: string | null = null
  let hasClauses = false
  for (const line of lines) {
    const id = blockOf(line)
    const owner = id === null ? undefined : ownerOf.get(id)
    const group = owner && groups.get(owner)
    // A sign that stands alone goes with what is ahead of it.
    const name: string =
      id === null && before !== null ? before : group === undefined ? 'between' : `clause ${group}`
    if (name !== before) {
      // A text without a front has its first closing as the others have theirs.
      const time = times.get(name) ?? (name === 'between' && hasClauses ? 1 : 0)
      times.set(name, time + 1)
      const rank = time === 0 && group !== undefined ? group : (parts.at(-1)?.rank ?? -1) + 0.5
      parts.push({ key: `${name} ${time}`, rank, lines: [] })
      before = name
    }
    hasClauses ||= name !== 'between'
    parts.at(-1)?.lines.push(line)
  }
  return parts
}

/** The block that a line is of; of a table the first in it. */
function blockOf(line: DraftLine): string | null {
  if (line.kind === 'paragraph') return line.blockId
  if (line.kind !== 'table') return null
  for (const { cells } of line.rows)
    for (const cell of cells)
      for (const inner of cell.lines) {
        const id = blockOf(inner)
        if (id !== null) return id
      }
  return null
}

type Zone = { readonly key: string; readonly texts: DraftTextRow }

/** The parts of all texts by their names, in an order that keeps that of each text as far as their orders agree. */
function zonesApart(cut: readonly (readonly Part[])[]): readonly Zone[] {
  const nodes = new Map<string, { rank: number; ahead: number; readonly behind: string[] }>()
  for (const parts of cut) {
    let before: string | null = null
    for (const { key, rank } of parts) {
      const node = nodes.get(key) ?? { rank, ahead: 0, behind: [] }
      nodes.set(key, node)
      node.rank = Math.min(node.rank, rank)
      if (before !== null) {
        node.ahead++
        nodes.get(before)?.behind.push(key)
      }
      before = key
    }
  }
  const order: string[] = []
  const waiting = new Set(nodes.keys())
  const ready = new Set([...waiting].filter((key) => nodes.get(key)?.ahead === 0))
  const first = (keys: Iterable<string>): string | null => {
    let best: string | null = null
    for (const key of keys)
      if (best === null || (nodes.get(key)?.rank ?? 0) < (nodes.get(best)?.rank ?? 0)) best = key
    return best
  }
  // Where a person linked clauses crosswise, none is ready: the order of the links holds.
  for (let next = first(ready); waiting.size > 0; next = first(ready)) {
    next ??= first(waiting)
    if (next === null) break
    order.push(next)
    waiting.delete(next)
    ready.delete(next)
    for (const key of nodes.get(next)?.behind ?? []) {
      const node = nodes.get(key)
      if (node && --node.ahead === 0 && waiting.has(key)) ready.add(key)
    }
  }
  const byKey = cut.map((parts) => new Map(parts.map(({ key, lines }) => [key, lines])))
  return order.map((key) => ({ key, texts: byKey.map((parts) => parts.get(key) ?? []) }))
}

/** Rows of lines that no clause has. */
function zoneRows(texts: DraftTextRow, columns: readonly DraftColumn[]): readonly DraftTextRow[] {
  const runs = texts.map((lines, index) => sameKinds(lines, rolesOf(columns[index])))
  const present = runs.filter((own) => own.length > 0)
  const [first] = present
  if (!first) return []
  const kinds = (own: readonly Kind[]) => own.map(({ kind }) => kind).join()
  const counts = new Set(texts.filter(({ length }) => length > 0).map(({ length }) => length))
  if (present.some((own) => kinds(own) !== kinds(first)))
    return counts.size === 1 ? lineByLine(texts) : [texts]
  return first.flatMap(({ kind }, run) => {
    const own = runs.map((kinds) => kinds[run]?.lines ?? [])
    if (together.has(kind)) return [own]
    const lengths = new Set(own.filter(({ length }) => length > 0).map(({ length }) => length))
    return lengths.size === 1 ? lineByLine(own) : [own]
  })
}

/** Kinds whose lines are one thing. */
const together: ReadonlySet<string> = new Set(['cover', 'title', 'signatures'])

function lineByLine(texts: DraftTextRow): readonly DraftTextRow[] {
  const most = Math.max(...texts.map(({ length }) => length))
  return Array.from({ length: most }, (_, at) => texts.map((lines) => lines.slice(at, at + 1)))
}

type Kind = { readonly kind: string; readonly lines: DraftLine[] }

function sameKinds(lines: readonly DraftLine[], roles: ReadonlyMap<string, string>): readonly Kind[] {
  const kinds: Kind[] = []
  for (const line of lines) {
    const kind = line.kind === 'table' ? 'table' : (roles.get(blockOf(line) ?? '') ?? '')
    const last = kinds.at(-1)
    if (last?.kind === kind) last.lines.push(line)
    else kinds.push({ kind, lines: [line] })
  }
  return kinds
}

function rolesOf(column: DraftColumn | undefined): ReadonlyMap<string, string> {
  const roles = new Map<string, string>()
  column?.doc.descendants(({ attrs, inlineContent }) => {
    if (typeof attrs['blockId'] === 'string') roles.set(attrs['blockId'], String(attrs['role'] ?? ''))
    return !inlineContent
  })
  return roles
}
