import type { DocxRevisionKind } from '../../docxReading.ts'
import type { MarkedRevision } from './markedText.ts'
import type { XmlElement } from './xml.ts'

/** What an element says of the change it stands for, before it is known whether a neighbour continues it. */
export type RevisionMark = {
  readonly kind: DocxRevisionKind
  readonly author: string
  readonly at: string | null
  readonly move: string | null
  readonly changed: readonly string[]
}

export type Revisions = {
  /** The changes for marks, outermost first; those of `before` where they are the same change going on. */
  readonly join: (
    marks: readonly RevisionMark[],
    before: readonly MarkedRevision[],
    part: string,
  ) => readonly MarkedRevision[]
  readonly begin: (mark: RevisionMark, part: string, inside?: MarkedRevision | null) => MarkedRevision
  /** Reads what stands within a row or cell that came or went: changes there are within that change. */
  readonly within: <T>(change: MarkedRevision, read: () => T) => T
  readonly all: readonly MarkedRevision[] // in reading order
}

const none: readonly MarkedRevision[] = []

export function createRevisions(): Revisions {
  const all: MarkedRevision[] = []
  let around: MarkedRevision | null = null
  const begin: Revisions['begin'] = ({ kind, author, at, move, changed }, part, inside = around) => {
    const words: string[] = []
    const revision = { kind, author, move, part, inside, changed, at, until: at, words, endsParagraph: false }
    all.push(revision)
    return revision
  }
  return {
    all,
    begin,
    within(change, read) {
      const outer = around
      around = change
      const result = read()
      around = outer
      return result
    },
    join(marks, before, part) {
      if (marks.length === 0) return none
      const joined: MarkedRevision[] = []
      let same = true
      marks.forEach((mark, index) => {
        const known = before[index]
        same &&= known !== undefined && continues(known, mark)
        if (same && known) {
          lengthen(known, mark.at)
          joined.push(known)
        } else joined.push(begin(mark, part, joined.at(-1) ?? around))
      })
      return same && before.length === marks.length ? before : joined
    },
  }
}

export function continues(revision: MarkedRevision, mark: RevisionMark): boolean {
  return (
    revision.kind === mark.kind &&
    revision.author === mark.author &&
    revision.move === mark.move &&
    revision.changed.length === mark.changed.length &&
    revision.changed.every((name, index) => mark.changed[index] === name)
  )
}

/** Takes in the date of a part of the change. */
export function lengthen(revision: MarkedRevision, at: string | null): void {
  if (at === null) return
  if (revision.at === null || at < revision.at) revision.at = at
  if (revision.until === null || at > revision.until) revision.until = at
}

export function revisionMark(
  element: XmlElement,
  kind: DocxRevisionKind,
  move: string | null = null,
  changed: readonly string[] = [],
): RevisionMark {
  const author = (element.attributes['w:author'] ?? '').slice(0, 255)
  return { kind, author, at: writtenDate(element.attributes['w:date']), move, changed }
}

/** A date as written, if it is one. */
export function writtenDate(date: string | undefined): string | null {
  const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?$/
  return date !== undefined && form.test(date) ? date : null
}

/** Names of the properties in which two lists of them differ, without 'w:'. */
export function changedProperties(
  now: readonly XmlElement[],
  before: readonly XmlElement[],
): readonly string[] {
  const byName = (properties: readonly XmlElement[]) =>
    new Map(
      properties
        .filter(({ name }) => !/Change$|^w:(?:ins|del|moveFrom|moveTo|rPr|sectPr)$/.test(name))
        .map((property) => [property.name, property]),
    )
  const [one, other] = [byName(now), byName(before)]
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((name) => !isSame(one.get(name), other.get(name)))
    .map((name) => name.slice(name.indexOf(':') + 1))
    .sort()
}

function isSame(one: XmlElement | undefined, other: XmlElement | undefined): boolean {
  if (!one || !other) return one === other
  const names = Object.keys(one.attributes)
  return (
    one.name === other.name &&
    names.length === Object.keys(other.attributes).length &&
    names.every((name) => one.attributes[name] === other.attributes[name]) &&
    one.children.length === other.children.length &&
    one.children.every((child, index) => isSame(child, other.children[index]))
  )
}
