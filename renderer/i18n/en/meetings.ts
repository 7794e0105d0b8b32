import type { SameWords } from '../catalogue.ts'
import type { meetings as id } from '../id/meetings.ts'

export const meetings = {} satisfies SameWords<typeof id>
