import type { AttributeChange, ChangeKind, ComparedMark } from './comparison.ts'
import type { Group } from './lines.ts'
import type { Unit } from './units.ts'

/** A change while the tree is built: it has no id yet, since that is made of all that it says. */
export type Draft = {
  readonly group: Group
  kind: ChangeKind | null // null: by what it takes away and brings
  takes: boolean // something of the base
  brings: boolean // something of the target
  before: Unit | null // where, in the base
  after: Unit | null
  wordsBefore: string
  wordsAfter: string
  ahead: string
  behind: string
  readonly insideMove: Group | null
}

/** Whatever carries the id of a change, to be filled in at the end. */
export type Owed = { change: string | null }

export type OwedMark = { change: string; readonly marks: readonly ComparedMark[] }

export type OwedAttributes = { -readonly [Key in keyof AttributeChange]: AttributeChange[Key] }

/** Collects the changes in reading order; whoever makes them is told of each place. */
export type Drafts = {
  readonly of: (group: Group, where: Where) => Draft
  readonly owe: (owed: Owed | OwedMark | OwedAttributes, group: Group) => void
  readonly all: () => readonly Draft[]
  readonly owed: () => readonly (readonly [Owed | OwedMark | OwedAttributes, Group])[]
}

export type Where = {
  readonly before: Unit | null
  readonly after: Unit | null
  readonly insideMove: Group | null
}

export function createDrafts(onOwe: (group: Group) => void): Drafts {
  const drafts = new Map<Group, Draft>()
  const owed: (readonly [Owed | OwedMark | OwedAttributes, Group])[] = []
  return {
    of: (group, { before, after, insideMove }) => {
      const known = drafts.get(group)
      if (known) return known
      const draft: Draft = {
        group,
        kind: null,
        takes: false,
        brings: false,
        before,
        after,
        wordsBefore: '',
        wordsAfter: '',
        ahead: '',
        behind: '',
        insideMove,
      }
      drafts.set(group, draft)
      return draft
    },
    owe: (change, group) => {
      owed.push([change, group])
      onOwe(group)
    },
    all: () => [...drafts.values()],
    owed: () => owed,
  }
}
