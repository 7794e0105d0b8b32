import type { SameWords } from '../catalogue.ts'
import type { people as id } from '../id/people.ts'

export const people = {} satisfies SameWords<typeof id>
