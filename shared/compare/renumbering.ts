import type { Match, Unit } from './units.ts'

/**
 * Neighbouring clauses that were renumbered for one reason are one item: they follow each other in both texts and
 * their numbers are shifted alike. A clause that came, went, moved or kept its number ends the run.
 */
export type RenumberingRuns = {
  /** For the clauses of one level, in the order of the tree. */
  readonly level: () => {
    readonly pair: (match: Match) => void
    readonly broken: (unit: Unit) => void
  }
  /** The item of a clause that was renumbered. */
  readonly itemOf: (match: Match) => string | null
}

export function createRenumberingRuns(): RenumberingRuns {
  const items = new Map<Match, string>()
  let runs = 0
  return {
    level: () => {
      const current = new Map<string, { readonly item: string; readonly shift: number | null }>()
      return {
        pair: (match) => {
          const before = numberOf(match.a)
          const after = numberOf(match.b)
          const name = match.a.node?.type.name ?? ''
          if (before === null || after === null || before === after) {
            // A letter without change between two renumbered paragraphs does not part them.
            if (before !== null && current.size > 0) current.delete(name)
            return
          }
          const shift = shiftOf(before, after)
          const run = current.get(name)
          const item = run && run.shift === shift ? run.item : `run ${++runs}`
          current.set(name, { item, shift })
          items.set(match, item)
        },
        broken: (unit) => void current.delete(unit.node?.type.name ?? ''),
      }
    },
    itemOf: (match) => items.get(match) ?? null,
  }
}

function numberOf({ node }: Unit): string | null {
  const number: unknown = node?.attrs['number']
  return typeof number === 'string' ? number : null
}

function shiftOf(before: string, after: string): number | null {
  const [one, other] = [place(before), place(after)]
  return one === null || other === null ? null : other - one
}

/** '7' is 7, '១០' is 10, 'b' is 2. */
function place(number: string): number | null {
  const digits = number.replace(/[០-៩]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0))
  if (/^\d+$/.test(digits)) return Number(digits)
  return /^[a-z]$/.test(number) ? number.charCodeAt(0) - 0x60 : null
}
