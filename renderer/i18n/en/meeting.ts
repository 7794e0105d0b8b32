import type { SameWords } from '../catalogue.ts'
import type { meeting as id } from '../id/meeting.ts'

export const meeting = {} satisfies SameWords<typeof id>
