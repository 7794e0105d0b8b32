import type { ComparedClause } from './comparison.ts'
import type { Group } from './lines.ts'
import { newGroup } from './lines.ts'
import { isLabelled } from './units.ts'
import type { Match, Unit } from './units.ts'

/** A clause while the tree is built. */
export type ClauseDraft = {
  readonly base: Unit | null
  readonly target: Unit | null
  readonly match: Match | null
  groups: Set<Group> | null // all changes in it; made for those that have any
  own: Group | null // by which it came, went, moved or was cut
  number: Group | null // of its label
}

/** Collects the clauses in reading order, each with all changes inside it. */
export type ClauseDrafts = {
  /** Null if the units are no clause of their own. Every call is followed by `close`. */
  readonly open: (base: Unit | null, target: Unit | null, match: Match | null) => ClauseDraft | null
  readonly close: (clause: ClauseDraft | null) => void
  /** The change stands in all clauses that are open. */
  readonly noteGroup: (group: Group) => void
  readonly moveOf: (match: Match) => Group
  readonly all: () => readonly ClauseDraft[]
}

export function createClauseDrafts(by: 'clause' | 'paragraph'): ClauseDrafts {
  const clauses: ClauseDraft[] = []
  const open: ClauseDraft[] = []
  const moves = new Map<Match, Group>()
  const noteGroup = (group: Group) => {
    for (const clause of open) {
      clause.groups ??= new Set()
      clause.groups.add(group)
    }
  }
  return {
    open: (base, target, match) => {
      const unit = target ?? base
      if (!unit || !isClause(unit, by)) return null
      const draft: ClauseDraft = { base, target, match, groups: null, own: null, number: null }
      clauses.push(draft)
      open.push(draft)
      return draft
    },
    close: (clause) => {
      if (clause) open.pop()
    },
    noteGroup,
    moveOf: (match) => {
      const known = moves.get(match) ?? newGroup('moved')
      moves.set(match, known)
      return known
    },
    all: () => clauses,
  }
}

export function statusOf(clause: ClauseDraft, isFlipped: boolean): ComparedClause['status'] {
  const { base, target, match, groups, own, number } = clause
  if (!base) return 'new'
  if (!target) return 'deleted'
  if (match?.regroup) return match.regroup.wholeIsA !== isFlipped ? 'split' : 'joined'
  const isChanged =
    groups !== null && [...groups].some((group) => group !== number && !(match?.moved && group === own))
  if (match?.moved) return isChanged ? 'movedAndChanged' : 'moved'
  return isChanged ? 'changed' : 'unchanged'
}

function isClause(unit: Unit, by: 'clause' | 'paragraph'): boolean {
  if (isLabelled(unit)) return true
  return by === 'paragraph' && unit.kind === 'clause'
}
