import type { SameWords } from '../catalogue.ts'
import type { record as id } from '../id/record.ts'

export const record = {} satisfies SameWords<typeof id>
